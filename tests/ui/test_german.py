"""In a German QGIS, Echopatch speaks German: toolbox, forms, and what the engine says."""

import shutil
import subprocess

import pytest
from conftest import ROOT
from echopatch.core.contract.client import EngineFailed, Failure
from echopatch.ui import result, scene_facts, translation
from echopatch.ui.classify.dialog import ClassifyDialog
from echopatch.ui.layers import add_result
from echopatch.ui.setup.form import EngineForm
from qgis.core import QgsApplication, QgsRuleBasedRenderer, QgsSettings
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QGroupBox, QLabel

LRELEASE = shutil.which("lrelease") or shutil.which("lrelease-qt5") or shutil.which("lrelease-qt6")
pytestmark = pytest.mark.skipif(LRELEASE is None, reason="lrelease is not installed (on Debian: qttools5-dev-tools)")


@pytest.fixture
def language(tmp_path, monkeypatch):
    """QGIS in a language: ``language("de")``."""
    compiled = tmp_path / "i18n"
    compiled.mkdir()
    source, target = ROOT / "resources/i18n/echopatch_de.ts", compiled / "echopatch_de.qm"
    subprocess.run([LRELEASE, "-silent", str(source), "-qm", str(target)], check=True)
    monkeypatch.setattr(translation, "_FOLDER", compiled)
    installed = []

    def speak(locale, override=True):
        QgsSettings().setValue("locale/overrideFlag", override)
        QgsSettings().setValue("locale/userLocale", locale)
        installed.append(translation.install_translator())
        return installed[-1]

    yield speak
    for translator in installed:
        translation.remove_translator(translator)
    QgsSettings().remove("locale")


@pytest.fixture
def german(language):
    return language("de")


def names() -> dict:
    return {one.name(): one.displayName() for one in QgsApplication.processingRegistry().providerById("echopatch").algorithms()}


def test_the_toolbox_names_its_algorithms_and_their_settings_in_german(german, provider):
    assert names()["classify"] == "Szene klassifizieren"
    assert names()["cutpatches"] == "Patches ausschneiden"
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("echopatch:classify")
    assert algorithm.parameterDefinition("MIN_CONFIDENCE").description() == "Mindestkonfidenz"
    assert algorithm.parameterDefinition("MIN_CONFIDENCE").help() == "Zellen darunter werden als unsicher markiert."
    assert algorithm.shortDescription() == "Eine Szene in ein GeoPackage aus Zellen und Regionen klassifizieren."


def test_the_form_of_the_dialog_is_german_from_its_file_and_from_the_contract(german, qtbot, qgis_canvas, home):
    dialog = ClassifyDialog(lambda run, parameters: None, qgis_canvas)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Szene klassifizieren"
    assert {"Was", "Wo", "Wie", "Ergebnis"} <= {box.title() for box in dialog.findChildren(QGroupBox)}
    assert dialog.form.min_area_m2_label.text() == "Kleinste Region [m²]"
    assert dialog.run_button.text() == "Klassifizieren"


def test_the_set_up_page_is_german(german, qtbot):
    form = EngineForm()
    qtbot.addWidget(form)
    assert "Umgebung" in {box.title() for box in form.findChildren(QGroupBox)}
    assert any("noch nicht eingerichtet" in label.text() for label in form.findChildren(QLabel))


def test_a_failure_of_the_engine_is_german_with_the_labels_of_the_form(german):
    failed = EngineFailed(Failure("output-exists", "/a.gpkg exists already", {"path": "/a.gpkg"}))
    text = "/a.gpkg gibt es bereits: einen anderen Namen wählen oder zum Ersetzen „Überschreiben“ angeben"
    assert translation.failure_text(failed) == text


def test_the_classes_of_a_result_are_german_and_its_data_stay(german, result_gpkg):
    regions, cells, _ = (node.layer() for node in add_result(str(result_gpkg), "r").findLayers())
    assert cells.attributeAlias(cells.fields().indexOf("p_1")) == "Siedlungen"
    assert regions.editorWidgetSetup(regions.fields().indexOf("class_code")).config()["map"] == [{"Siedlungen": "1"}]
    assert next(regions.getFeatures())["class"] == "Settlements"


def test_the_legend_is_german_and_names_of_other_legends_stay(german):
    root = QgsRuleBasedRenderer.Rule(None)
    for label in ("Settlements", "unsure", "Water bodies, unsure", "Vineyards, terraced"):
        root.appendChild(QgsRuleBasedRenderer.Rule(None, label=label))
    renderer = QgsRuleBasedRenderer(root)
    result._translate_legend(renderer)
    assert [rule.label() for rule in root.children()] == ["Siedlungen", "unsicher", "Gewässer, unsicher", "Vineyards, terraced"]


def test_figures_have_german_commas_so_that_metres_are_no_thousands(german):
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert scene_facts._spacing({"row_spacing_m": 2.5, "column_spacing_m": 2.5}) == "2,500 m"
    finally:
        QLocale.setDefault(before)


def test_english_comes_back_when_the_plugin_goes(german, provider):
    translation.remove_translator(german)
    assert translation.tr("Regions") == "Regions"


@pytest.mark.parametrize(("locale", "override", "text"), [
    ("de_AT", True, "Regionen"), ("xx", True, "Regions"), ("de", False, "Regions"),
])  # fmt: skip
def test_the_language_is_the_one_that_qgis_is_set_to(language, monkeypatch, locale, override, text):
    if not override and QgsApplication.locale().startswith("de"):
        pytest.skip("the system itself is German")
    language(locale, override)
    assert translation.tr("Regions") == text
