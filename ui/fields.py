"""The settings of a command as forms need them: flat, with their types."""

import dataclasses
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Dict, Iterator, Mapping, Optional, Tuple, Type, Union, get_args, get_origin, get_type_hints

from ..core.contract.settings import flag_name


@dataclass(frozen=True)
class Field:
    """One setting of a command; label and help are English, for ``tr``."""

    name: str
    flag: str
    """On the command line, such as ``--min-confidence``."""
    label: str
    help: str
    unit: str
    kind: Type[Any]
    """``str``, ``int``, ``float``, ``bool``, or ``tuple`` for any number of values."""
    element: Type[Any]
    """Of each value of a ``tuple``; else the same as ``kind``."""
    required: bool
    default: Any
    """None where it is required or may be left out."""
    low: Optional[float]
    high: Optional[float]
    choices: Tuple[str, ...]
    group: str
    """Name of the settings it belongs to; empty for the command's own."""

    @property
    def optional(self) -> bool:
        """It may be left out and has no value then."""
        return not self.required and self.default in (None, (), "")


@cache
def fields_of(config: Type[Any], group: str = "") -> Mapping[str, Field]:
    """The settings of a command by name, those of its groups among them; read once, for QGIS asks every algorithm at its start."""
    return MappingProxyType({field.name: field for field in _fields(config, group)})


def config_of(config: Type[Any], values: Mapping[str, Any]) -> Any:
    """The command's config from flat values; those left out keep their defaults.

    Raises:
        ConfigError: a value is out of its bounds, or does not go with another.
    """
    given: Dict[str, Any] = {}
    for field, hint in _typed(config):
        if dataclasses.is_dataclass(hint):
            given[field.name] = config_of(hint, values)
        elif field.name in values:
            given[field.name] = values[field.name]
    return config(**given)


def _typed(config: Type[Any]) -> Iterator[Tuple["dataclasses.Field[Any]", Any]]:
    hints = get_type_hints(config)
    for field in dataclasses.fields(config):
        yield field, hints[field.name]


def _fields(config: Type[Any], group: str) -> Iterator[Field]:
    for field, hint in _typed(config):
        if dataclasses.is_dataclass(hint):
            yield from _fields(hint, field.name)
        else:
            required = field.default is dataclasses.MISSING
            yield Field(
                name=field.name,
                flag=flag_name(field),
                kind=tuple if get_origin(_given(hint)) is tuple else _given(hint),
                element=(get_args(_given(hint)) or (_given(hint),))[0],
                required=required,
                default=None if required else field.default,
                group=group,
                **{key: field.metadata[key] for key in ("label", "help", "unit", "low", "high", "choices")},
            )


def _given(hint: Any) -> Any:
    """The type of a value that is given: ``Optional[int]`` is ``int``."""
    if get_origin(hint) is Union:
        return next(one for one in get_args(hint) if one is not type(None))
    return hint
