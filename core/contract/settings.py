"""Settings of a command: frozen dataclasses whose fields carry label, help, unit and bounds."""

import dataclasses
import math
from typing import Any, Dict, Iterator, Optional, Sequence, Tuple

from .errors import ConfigError


def setting(  # noqa: PLR0913 - one keyword for each thing a form shows
    label: str,
    help: str,  # noqa: A002 - the word users know
    *,
    default: Any = dataclasses.MISSING,
    unit: str = "",
    low: Optional[float] = None,
    high: Optional[float] = None,
    choices: Sequence[str] = (),
    positional: bool = False,
) -> Any:
    """A dataclass field with what forms, algorithms and the command line show of it.

    Args:
        label: a few words, shown beside the widget.
        help: one sentence, shown as tooltip and in ``--help``.
        default: left out for a required setting.
        unit: such as ``m``, ``deg``, ``px``.
        low: least allowed value.
        high: largest allowed value.
        choices: allowed values of a text; empty for any.
        positional: on the command line, given by place instead of by name.
    """
    metadata = {
        "label": label,
        "help": help,
        "unit": unit,
        "low": low,
        "high": high,
        "choices": tuple(choices),
        "positional": positional,
    }
    if default is dataclasses.MISSING:
        return dataclasses.field(metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def group(kind: type) -> Any:
    """A field that holds another dataclass of settings; its flags stand beside the command's own."""
    return dataclasses.field(default_factory=kind)


def check_settings(config: Any) -> None:
    """Check every value against the bounds and choices of its field.

    Raises:
        ConfigError: names the setting, its value and what is allowed.
    """
    for field in dataclasses.fields(config):
        value = getattr(config, field.name)
        if value is None or not field.metadata:
            continue
        for one in value if isinstance(value, tuple) else (value,):
            _check_one(field, one)


def _check_one(field: "dataclasses.Field[Any]", value: Any) -> None:
    flag = flag_name(field)
    choices, low, high = field.metadata["choices"], field.metadata["low"], field.metadata["high"]
    if choices and value not in choices:
        raise ConfigError("not-a-choice", name=flag, choices=", ".join(choices), value=value)
    if isinstance(value, float) and not math.isfinite(value):
        raise ConfigError("not-finite", name=flag, value=value)
    if low is not None and value < low:
        raise ConfigError("below-bound", name=flag, bound=low, value=value)
    if high is not None and value > high:
        raise ConfigError("above-bound", name=flag, bound=high, value=value)


def flag_name(field: "dataclasses.Field[Any]") -> str:
    """The option of a field on the command line: ``min_confidence`` is ``--min-confidence``."""
    return "--" + field.name.replace("_", "-")


def flat_fields(config: Any) -> Iterator[Tuple["dataclasses.Field[Any]", Any]]:
    """Each field with its value, those of grouped settings among them."""
    for field in dataclasses.fields(config):
        value = getattr(config, field.name)
        if dataclasses.is_dataclass(value):
            yield from flat_fields(value)
        else:
            yield field, value


def changed_settings(config: Any) -> Dict[str, Any]:
    """The settings that differ from their defaults: what a console line has to say."""
    return {field.name: value for field, value in flat_fields(config) if value != field.default}


def command_arguments(config: Any) -> Tuple[str, ...]:
    """The arguments that ask the command line for this very config."""
    by_place, by_name = [], []
    for field, value in flat_fields(config):
        if value == field.default:
            continue
        if field.metadata["positional"]:
            by_place.append(str(value))
        elif isinstance(value, bool):
            by_name.append(flag_name(field) if value else "--no-" + flag_name(field)[2:])
        else:
            values = value if isinstance(value, tuple) else (value,)
            by_name += [flag_name(field), *map(str, values)]
    return (*by_place, *by_name)
