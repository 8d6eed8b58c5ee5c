"""The provider offers every command of the engine, and says of each setting what the contract says."""

from pathlib import Path

import pytest
from echopatch.core.contract.commands import COMMANDS
from echopatch.ui.fields import config_of, fields_of
from echopatch.ui.icons import ICON_FOLDER
from echopatch.ui.processing.provider import ALGORITHMS
from qgis.core import QgsApplication, QgsProcessingParameterDefinition

# scripts and models know these names: a change here breaks them
NAMES = {
    "info": "describescene",
    "simulate": "simulate",
    "calibrate": "calibrate",
    "patches cut": "cutpatches",
    "patches import": "importpatches",
    "patches info": "describepatches",
    "patches merge": "mergepatchsets",
    "patches subset": "takepatches",
    "patches relabel": "relabelpatches",
    "patches folds": "foldpatches",
    "train": "train",
    "distil": "distil",
    "evaluate": "evaluate",
    "compare": "comparemodels",
    "curve": "learningcurve",
    "classify": "classify",
    "embed": "embedscene",
    "relearn": "relearn",
    "model info": "describemodel",
    "export": "exportmodel",
    "sample": "drawsample",
    "areas": "estimateareas",
    "gan train": "traingenerator",
    "gan sample": "makepatches",
    "gan assess": "assesssynthetic",
    "gan trial": "trialsynthetic",
}
LOADS = ("classify", "sample")
SETTINGS = [
    pytest.param(command, name, id=f"{command}-{name}")
    for command in NAMES
    for name in fields_of(COMMANDS[command].config)
    if name not in ("json", "follow")
]


@pytest.fixture(scope="module")
def algorithms():
    from echopatch.ui.processing.provider import EchopatchProvider

    provider = EchopatchProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield {one.COMMAND: one.create() for one in provider.algorithms()}
    QgsApplication.processingRegistry().removeProvider(provider)


def test_every_command_but_doctor_is_an_algorithm():
    assert {one.COMMAND for one in ALGORITHMS} == COMMANDS.keys() - {"doctor"}


def test_the_names_that_scripts_know_stay_what_they_are(algorithms):
    assert {command: one.id() for command, one in algorithms.items()} == {command: f"echopatch:{name}" for command, name in NAMES.items()}


@pytest.mark.parametrize("command", NAMES)
def test_each_algorithm_has_its_own_icon_help_and_group(algorithms, command):
    one = algorithms[command]
    assert (ICON_FOLDER / f"{one.ICON}.svg").is_file()
    assert not one.icon().isNull()
    assert one.displayName()
    assert one.group()
    assert one.groupId() == one.groupId().lower()
    assert COMMANDS[command].summary in one.shortHelpString()


@pytest.mark.parametrize("command", NAMES)
def test_the_parameters_are_the_settings_and_nothing_else(algorithms, command):
    own = {"LOAD"} if command in LOADS else set()
    names = [one.name() for one in algorithms[command].parameterDefinitions()]
    assert set(names) - own == {name.upper() for name in fields_of(COMMANDS[command].config)} - {"JSON", "FOLLOW"}


@pytest.mark.parametrize(("command", "name"), SETTINGS)
def test_a_parameter_has_the_default_bounds_choices_and_help_of_its_setting(algorithms, command, name):
    field = fields_of(COMMANDS[command].config)[name]
    parameter = algorithms[command].parameterDefinition(name.upper())
    optional = bool(parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)
    assert parameter.help() == field.help
    assert parameter.description().startswith(field.label)
    assert optional == field.optional
    if field.kind is tuple and field.choices:
        assert tuple(parameter.defaultValue()) == field.default
    elif field.kind is tuple:
        assert (parameter.defaultValue() or "").split() == [str(one) for one in field.default or ()]
    else:
        assert parameter.defaultValue() == field.default
    if field.low is not None and parameter.type() == "number":
        assert parameter.minimum() == field.low
    if field.high is not None and parameter.type() == "number":
        assert parameter.maximum() == field.high
    if field.choices:
        assert parameter.options() == list(field.choices)
        assert parameter.usesStaticStrings()


@pytest.mark.parametrize("command", NAMES)
def test_what_few_need_is_advanced(algorithms, command):
    fields = fields_of(COMMANDS[command].config)
    for parameter in algorithms[command].parameterDefinitions():
        field = fields.get(parameter.name().lower())
        advanced = bool(parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        if field is not None and field.group:
            assert advanced
        if field is not None and field.required:
            assert not advanced


def test_the_settings_named_as_files_or_advanced_exist():
    for algorithm in ALGORITHMS:
        names = fields_of(COMMANDS[algorithm.COMMAND].config).keys()
        assert set(algorithm.KINDS) <= names
        assert set(algorithm.ADVANCED) <= names


def test_a_config_comes_back_from_flat_values():
    config = config_of(COMMANDS["classify"].config, {"scene": "s", "model": "m", "output": "o.gpkg", "incidence_deg": 30.0})
    assert config.options.incidence_deg == 30.0
    assert config.min_confidence == 0.5


def test_without_an_engine_an_algorithm_says_how_to_get_one(algorithms):
    can, reason = algorithms["classify"].canExecute()
    assert not can
    assert "Options" in reason


def test_with_an_engine_an_algorithm_can_run(algorithms, stand_in):
    stand_in("")
    assert algorithms["classify"].canExecute() == (True, "")


def test_icons_are_plain_drawings():
    for file in Path(ICON_FOLDER).glob("*.svg"):
        text = file.read_text(encoding="utf-8")
        assert text.startswith("<svg")
        assert "<image" not in text
