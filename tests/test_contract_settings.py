"""Settings of every command: bounds, choices, and the console line that asks for them."""

import dataclasses
import math
import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest
from echopatch.core.contract.commands import COMMANDS
from echopatch.core.contract.errors import ConfigError
from echopatch.core.contract.settings import changed_settings, command_arguments, flag_name, flat_fields
from echopatch.core.engine.command_line import parse

Field = dataclasses.Field
REQUIRED = {str: "a file", tuple: ("first file", "second")}
EITHER_OR = {
    # one of two settings must be given, though neither is required
    "train": {"patches": "a file"},
    "classify": {"scene": "a file"},
}
TOGETHER = {
    # settings that are only allowed with others
    "calibrate scale": {"scale": "model", "model": "m.safetensors"},
    "calibrate model": {"scale": "model", "model": "m.safetensors"},
    "patches cut optical": {"optical": ("red.tif", "green.tif")},
    "train features": {"patches": "", "features": ("a", "b c"), "labels": ("d", "e f"), "head_only": True},
    "train labels": {"patches": "", "features": ("a", "b c"), "labels": ("d",), "head_only": True},
    "train head_only": {"head_only": True, "start": "m.safetensors"},
    "train freeze": {"freeze": "body", "start": "imagenet"},
    "train probe_epochs": {"probe_epochs": 3, "start": "shipped"},
    "classify features": {"scene": None, "features": "an odd; 'name'.features"},
    "classify extent": {"extent": (-20.5, -1.0, 1e-7, 3.0)},
    "gan sample model": {"model": "m.safetensors", "patches": "a.patchset"},
    "gan sample patches": {"model": "m.safetensors", "patches": "a.patchset"},
    "gan trial arms": {"arms": ("none", "gan")},
    "gan trial conditional": {"conditional": False, "classes": ("a b",), "learn_all": False},
    "least_rate": {"least_rate": 1e-5},
    "class_weights": {"class_weights": "inverse", "sampling": "instance"},
    "calibration_factor": {"calibration_factor": 2.5e-5, "quantity": "amplitude"},
    "calibrated_to": {"calibrated_to": "sigma0", "calibration_factor": 2.5e-5, "quantity": "intensity"},
}


def least(name: str) -> Any:
    """The config of a command with nothing but what it must have, of either/or the first."""
    kind = COMMANDS[name].config
    hints = get_type_hints(kind)
    missing = [one for one in dataclasses.fields(kind) if one.default is one.default_factory is dataclasses.MISSING]
    return kind(**{one.name: REQUIRED[str if hints[one.name] is str else tuple] for one in missing}, **EITHER_OR.get(name, {}))


def changed(config: Any, **values: Any) -> Any:
    """The config with settings changed, wherever they are grouped."""
    own = {one.name for one in dataclasses.fields(config)}
    groups = {name: getattr(config, name) for name in own if dataclasses.is_dataclass(getattr(config, name))}
    inner = {name: {key: value for key, value in values.items() if hasattr(group, key)} for name, group in groups.items()}
    direct = {key: value for key, value in values.items() if key in own}
    return dataclasses.replace(config, **direct, **{name: changed(groups[name], **some) for name, some in inner.items() if some})


def settings() -> Iterator[tuple[str, Field[Any]]]:
    for command in COMMANDS:
        yield from ((command, field) for field, _ in flat_fields(least(command)))


def label(value: Any) -> str:
    return value.name if isinstance(value, Field) else str(value)


SETTINGS = list(settings())
BOUNDED = [(command, field) for command, field in SETTINGS if field.metadata["low"] is not None or field.metadata["high"] is not None]
CHOICES = [(command, field) for command, field in SETTINGS if field.metadata["choices"]]


@pytest.mark.parametrize(("command", "field"), BOUNDED, ids=label)
def test_a_value_beyond_its_bound_is_refused_by_flag_and_bound(command: str, field: Field[Any]) -> None:
    for bound, step in ((field.metadata["low"], -1), (field.metadata["high"], 1)):
        if bound is not None:
            value = bound + step if isinstance(bound, int) else bound + step * max(1e-3, abs(bound) * 1e-3)
            with pytest.raises(ConfigError, match=f"{flag_name(field)} must be at (least|most) {re.escape(str(bound))}, got"):
                changed(least(command), **{field.name: value})


@pytest.mark.parametrize(("command", "field"), [one for one in BOUNDED if isinstance(one[1].default, float)], ids=label)
@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_value_that_is_no_number_is_refused(command: str, field: Field[Any], value: float) -> None:
    with pytest.raises(ConfigError, match=f"{flag_name(field)} must be a finite number"):
        changed(least(command), **{field.name: value})


@pytest.mark.parametrize(("command", "field"), CHOICES, ids=label)
def test_a_word_that_is_no_choice_is_refused_with_the_choices(command: str, field: Field[Any]) -> None:
    with pytest.raises(
        ConfigError, match=f"{flag_name(field)} must be one of {re.escape(', '.join(field.metadata['choices']))}, got nonsense"
    ):
        changed(least(command), **{field.name: "nonsense"})


@pytest.mark.parametrize("command", COMMANDS)
def test_no_two_settings_of_a_command_share_a_flag(command: str) -> None:
    flags = [flag_name(field) for field, _ in flat_fields(least(command))]
    assert len(flags) == len(set(flags))


@pytest.mark.parametrize(("command", "field"), SETTINGS, ids=label)
def test_a_setting_says_what_it_is(command: str, field: Field[Any]) -> None:
    assert field.metadata["label"]
    assert field.metadata["help"].endswith(".")


def another(command: str, field: Field[Any]) -> dict[str, Any]:
    """A valid value that is not the default, and what has to go with it."""
    for key in (f"{command} {field.name}", field.name):
        if key in TOGETHER:
            return TOGETHER[key]
    hint = next(hint for kind in kinds(COMMANDS[command].config) for name, hint in get_type_hints(kind).items() if name == field.name)
    inner = [one for one in (get_args(hint) or (hint,)) if one is not type(None)]
    low, high = field.metadata["low"], field.metadata["high"]
    if inner[0] is bool:
        return {field.name: not field.default}
    if field.metadata["choices"]:
        return {field.name: next(one for one in field.metadata["choices"] if one != field.default)}
    if inner == [int, Ellipsis]:
        return {field.name: (3, 7)}
    if inner[0] in (int, float):
        low = 0 if low is None else low
        high = low + 10 if high is None else high
        value = low + (high - low) * 0.3 if inner[0] is float else low + (high - low) // 3
        return {field.name: value if value != field.default else low}
    return {field.name: ("a", "b c") if inner[-1] is Ellipsis or inner[0] is tuple else "an odd; 'name'.tif"}


def kinds(config: type[Any]) -> Iterator[type[Any]]:
    yield config
    yield from (hint for hint in get_type_hints(config).values() if dataclasses.is_dataclass(hint))


@pytest.mark.parametrize(("command", "field"), [one for one in SETTINGS if len(one[1].metadata["choices"]) != 1], ids=label)
def test_a_setting_comes_back_from_its_console_line(command: str, field: Field[Any]) -> None:
    config = changed(least(command), **another(command, field))
    assert config != least(command)
    words = command_arguments(config)
    assert all(isinstance(word, str) for word in words)
    assert parse(command, COMMANDS[command], words) == config


def test_a_console_line_says_only_what_differs_from_the_defaults() -> None:
    config = changed(least("classify"), min_confidence=0.7)
    assert set(changed_settings(config)) == {"scene", "model", "output", "min_confidence"}
    assert command_arguments(config) == ("--model", "a file", "--output", "a file", "--scene", "a file", "--min-confidence", "0.7")
