"""Messages of the engine become sentences of the user's language, in the words of the forms."""

import pytest
from echopatch.core.contract.client import EngineFailed, Failure
from echopatch.core.contract.errors import ConfigError
from echopatch.ui import translation
from echopatch.ui.translation import Told, any_error_text, error_text, failure_text, message_text
from qgis.PyQt.QtCore import QCoreApplication, QTranslator


class German(QTranslator):
    """Knows two texts."""

    def translate(self, context, source, disambiguation=None, n=-1):
        known = {
            "{path} does not exist: check the path": "{path} gibt es nicht: Pfad prüfen",
            "Overwrite": "Überschreiben",
        }
        return known.get(source) if context == "Echopatch" else None

    def isEmpty(self):
        return False


@pytest.fixture
def german():
    translator = German()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_a_message_is_translated_by_its_code_and_values(german):
    message = {"type": "warning", "code": "file-missing", "values": {"path": "a.tif"}, "message": "a.tif does not exist: check the path"}
    assert message_text(message) == "a.tif gibt es nicht: Pfad prüfen"


def test_flags_become_the_labels_that_the_form_shows(german):
    failed = EngineFailed(Failure("output-exists", "...", {"path": "/a.gpkg"}))
    assert failure_text(failed) == "/a.gpkg exists already: choose another name, or add “Überschreiben” to replace it"


@pytest.mark.parametrize(("command", "label"), [("distil", "Labels"), ("areas", "Labelled sample")])
def test_a_flag_has_the_label_of_the_form_that_was_filled_in(command, label):
    assert translation.sentence_text("no-such-code", {}, "give --labels", command) == f"Give “{label}”"


def test_a_flag_that_no_form_shows_stays():
    assert translation.sentence_text("no-such-code", {}, "use --no-such-flag") == "Use --no-such-flag"


def test_a_code_of_a_newer_engine_falls_back_to_its_english():
    assert message_text({"type": "warning", "code": "of-tomorrow", "values": {}, "message": "new words"}) == "New words"


def test_missing_values_fall_back_to_the_english_of_the_engine():
    assert message_text({"code": "file-missing", "values": {}, "message": "it is not there"}) == "It is not there"


def test_progress_has_a_text():
    assert message_text({"type": "progress", "done": 0, "total": 1, "code": "progress-classify", "text": "Classifying"}) == "Classifying"


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ConfigError("below-bound", name="--epochs", bound=1, value=0), "“Epochs” must be at least 1, got 0"),
        (Told("Do this."), "Do this."),
        (RuntimeError("x"), "Echopatch failed in a way it should not: RuntimeError: x. Please report it with the log"),
    ],
)
def test_every_error_becomes_one_sentence(error, text):
    assert any_error_text(error) == text


def test_an_error_of_the_contract_has_its_sentence():
    assert error_text(ConfigError("scene-incidence-twice")) == "Give “Incidence angle” or “Incidence from product”, not both"
