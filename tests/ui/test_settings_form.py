"""The expert's form: everything a command can be told, with label, help, bounds and defaults of the contract."""

import pytest
from echopatch.core.contract.commands.distil import DistilConfig
from echopatch.core.contract.commands.learning import TrainConfig
from echopatch.core.contract.commands.patches import PatchesCutConfig
from echopatch.ui import binding
from echopatch.ui.fields import config_of, fields_of
from echopatch.ui.processing.parameters import label_of
from echopatch.ui.settings_form import SettingsForm, parameters_of
from qgis.PyQt.QtWidgets import QCheckBox, QLabel

GIVEN = {"patches": "a.patchset", "output": "b.safetensors"}
CASES = [
    (config, name)
    for config in (TrainConfig, DistilConfig, PatchesCutConfig)
    for name, field in fields_of(config).items()
    if not field.required
]


@pytest.fixture(scope="module")
def forms(qgis_app):
    return {config: SettingsForm(config) for config in (TrainConfig, DistilConfig, PatchesCutConfig)}


@pytest.fixture
def form(qtbot):
    one = SettingsForm(TrainConfig, leave_out=("patches", "output"))
    qtbot.addWidget(one)
    return one


@pytest.mark.parametrize(("config", "name"), CASES)
def test_a_setting_has_label_help_and_default_of_the_contract(forms, config, name):
    field, widget = fields_of(config)[name], forms[config].widget(name)
    assert widget.toolTip() == field.help
    assert binding.said(widget, field) == field.default
    if isinstance(widget, QCheckBox):
        assert widget.text() == label_of(field)
    else:
        assert next(one for one in forms[config].findChildren(QLabel) if one.buddy() is widget).text() == label_of(field)


@pytest.mark.parametrize(("config", "name"), CASES)
def test_a_box_of_numbers_keeps_to_the_bounds(forms, config, name):
    field, widget = fields_of(config)[name], forms[config].widget(name)
    if hasattr(widget, "maximum"):
        assert field.high is None or widget.maximum() == field.high
        assert field.optional or field.low is None or widget.minimum() == field.low


def test_untouched_it_gives_no_values(forms):
    assert all(form.values() == {} for form in forms.values())


def test_it_gives_what_was_changed_and_nothing_else(form):
    form.widget("epochs").setValue(12)
    form.widget("learning_rate").setText("1e-4")
    form.widget("sampling").setCurrentIndex(form.widget("sampling").findData("instance"))
    assert form.values() == {"epochs": 12, "learning_rate": 1e-4, "sampling": "instance"}
    assert config_of(TrainConfig, {**GIVEN, **form.values()}).drawing.sampling == "instance"


def test_shown_values_take_the_place_of_all_others(form):
    form.show_values({"epochs": 3, "augment": False})
    form.show_values({"head_only": True})
    assert form.values() == {"head_only": True}


def test_a_level_below_zero_is_no_missing_value(form):
    form.widget("floor_db").setText("-25")
    assert form.values() == {"floor_db": -25.0}
    form.widget("floor_db").setText("")
    assert form.values() == {}


def test_zero_of_a_number_that_may_be_left_out_is_a_value(form):
    form.widget("ema_decay").setText("0")
    assert form.values() == {"ema_decay": 0.0}


def test_what_is_no_number_is_refused_by_name(form):
    form.widget("learning_rate").setText("fast")
    assert "Learning rate" in form.problem(GIVEN)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"loss": "balanced-softmax"}, "Sampling"),
        ({"start": "random", "freeze": "body"}, "Freeze"),
        ({"learning_rate": 5.0}, "Learning rate"),
        ({"keep_look_direction": True, "quarter_turns": True}, "Quarter turns"),
    ],
)
def test_a_combination_that_the_contract_refuses_is_said_in_its_words(form, values, words):
    form.show_values(values)
    assert words in form.problem(GIVEN)
    form.show_values({})
    assert form.problem(GIVEN) == ""


def test_what_is_left_out_is_not_asked(qtbot):
    form = SettingsForm(TrainConfig, leave_out=("output", "head"))
    qtbot.addWidget(form)
    names = {one.objectName() for one in form.findChildren(object)}
    assert not names & {"output", "most_cells", "features"}


def test_a_change_is_told_once_for_all_values_shown_together(form, qtbot):
    told = []
    form.changed.connect(lambda: told.append(1))
    form.show_values({"epochs": 3, "augment": False, "loss": "focal"})
    assert told == [1]


def test_words_and_lists_become_parameters():
    assert parameters_of({"bands": ("HH", "VV"), "scene": ["a", "b"], "epochs": 3}) == {"BANDS": "HH VV", "SCENE": ["a", "b"], "EPOCHS": 3}
