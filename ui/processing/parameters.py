"""Processing parameters made of the contract's settings: bounds, defaults, choices, labels and help come from there."""

import sys
from dataclasses import dataclass
from typing import Any, Callable, Dict, Tuple

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..compat import is_null
from ..fields import Field
from ..translation import tr

LOAD = "LOAD"
"""Whether QGIS opens what was made."""
_SMALL = 1e-6
_DECIMALS_OF_SMALL_NUMBERS = 12
_LARGEST = sys.float_info.max


@dataclass(frozen=True)
class Given:
    """What the user has given to one run."""

    algorithm: QgsProcessingAlgorithm
    parameters: Dict[str, Any]
    context: QgsProcessingContext
    feedback: QgsProcessingFeedback

    def has(self, name: str) -> bool:
        """Whether a parameter has a value."""
        value = self.parameters.get(name)
        return not is_null(value) and value not in ("", [])


@dataclass(frozen=True)
class Kind:
    """How a setting looks as a parameter, and how its value is read."""

    make: Callable[[Field], QgsProcessingParameterDefinition]
    read: Callable[[Given, str], Any]
    is_output: bool = False


def parameter_name(field: Field) -> str:
    """The name that scripts and models know; it never changes."""
    return field.name.upper()


def label_of(field: Field) -> str:
    """The translated label with the unit."""
    unit = {"m2": "m²", "deg": "°", "cells": tr("cells"), "epochs": tr("epochs")}.get(field.unit, field.unit)
    return f"{tr(field.label)} [{unit}]" if unit else tr(field.label)


def make_parameter(field: Field, kind: Kind, advanced: bool) -> QgsProcessingParameterDefinition:
    """The parameter of a setting, with its help."""
    parameter = kind.make(field)
    parameter.setHelp(tr(field.help))
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def plain_kind(field: Field) -> Kind:
    """The kind that follows from the type of a setting, where it means no file, layer or place."""
    if field.choices:
        return CHOICES if field.kind is tuple else CHOICE
    if field.kind is tuple:
        return INTEGERS if field.element is int else WORDS
    return {bool: SWITCH, int: INTEGER, float: NUMBER, str: TEXT}[field.kind]


def _switch(field: Field) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterBoolean(parameter_name(field), label_of(field), field.default)


def _choice(field: Field) -> QgsProcessingParameterDefinition:
    name, label = parameter_name(field), label_of(field)
    return QgsProcessingParameterEnum(name, label, list(field.choices), False, field.default, field.optional, True)


def _choices(field: Field) -> QgsProcessingParameterDefinition:
    name, label = parameter_name(field), label_of(field)
    return QgsProcessingParameterEnum(name, label, list(field.choices), True, list(field.default), field.optional, True)


def _integer(field: Field) -> QgsProcessingParameterDefinition:
    return _number_of_type(field, QgsProcessingParameterNumber.Type.Integer)


def _number(field: Field) -> QgsProcessingParameterDefinition:
    return _number_of_type(field, QgsProcessingParameterNumber.Type.Double)


def _number_of_type(field: Field, number_type: Any) -> QgsProcessingParameterDefinition:
    low, high = _bounds(field)
    parameter = QgsProcessingParameterNumber(parameter_name(field), label_of(field), number_type, field.default, field.optional, low, high)
    if field.low is not None and 0 < field.low < _SMALL:
        parameter.setMetadata({"widget_wrapper": {"decimals": _DECIMALS_OF_SMALL_NUMBERS}})
    return parameter


def _bounds(field: Field) -> Tuple[float, float]:
    return -_LARGEST if field.low is None else field.low, _LARGEST if field.high is None else field.high


def _text(field: Field) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterString(parameter_name(field), label_of(field), field.default, False, field.optional)


def _words(field: Field) -> QgsProcessingParameterDefinition:
    default = " ".join(str(one) for one in field.default or ())
    return QgsProcessingParameterString(parameter_name(field), label_of(field), default, False, field.optional)


def _lines(field: Field) -> QgsProcessingParameterDefinition:
    label = tr("{label} (one per line)").format(label=label_of(field))
    return QgsProcessingParameterString(parameter_name(field), label, "\n".join(field.default or ()), True, field.optional)


def _read_switch(given: Given, name: str) -> bool:
    return given.algorithm.parameterAsBoolean(given.parameters, name, given.context)


def _read_choice(given: Given, name: str) -> str:
    return given.algorithm.parameterAsEnumString(given.parameters, name, given.context)


def _read_choices(given: Given, name: str) -> Tuple[str, ...]:
    return tuple(given.algorithm.parameterAsEnumStrings(given.parameters, name, given.context))


def _read_integer(given: Given, name: str) -> int:
    return given.algorithm.parameterAsInt(given.parameters, name, given.context)


def _read_number(given: Given, name: str) -> float:
    return given.algorithm.parameterAsDouble(given.parameters, name, given.context)


def _read_text(given: Given, name: str) -> str:
    return given.algorithm.parameterAsString(given.parameters, name, given.context)


def _read_words(given: Given, name: str) -> Tuple[str, ...]:
    return tuple(_read_text(given, name).replace(",", " ").split())


def _read_integers(given: Given, name: str) -> Tuple[int, ...]:
    words = _read_words(given, name)
    wrong = next((one for one in words if not one.isdecimal()), None)
    if wrong is not None:
        raise QgsProcessingException(tr("“{word}” is no whole number: write numbers with spaces between them.").format(word=wrong))
    return tuple(int(one) for one in words)


def _read_lines(given: Given, name: str) -> Tuple[str, ...]:
    lines = _read_text(given, name).replace(";", "\n").splitlines()
    return tuple(one.strip() for one in lines if one.strip())


SWITCH = Kind(_switch, _read_switch)
CHOICE = Kind(_choice, _read_choice)
CHOICES = Kind(_choices, _read_choices)
INTEGER = Kind(_integer, _read_integer)
NUMBER = Kind(_number, _read_number)
TEXT = Kind(_text, _read_text)
WORDS = Kind(_words, _read_words)
INTEGERS = Kind(_words, _read_integers)
LINES = Kind(_lines, _read_lines)
"""Texts with blanks in them, such as names of classes; where lines are hard to write, semicolons do as well."""
