"""The Help buttons."""

import pytest
from conftest import ROOT
from echopatch.ui import help as pages
from echopatch.ui.assess.dialog import AssessDialog
from echopatch.ui.augment.dialog import AugmentDialog
from echopatch.ui.classify.dialog import ClassifyDialog
from echopatch.ui.labels.new_dialog import NewLabelsDialog
from echopatch.ui.learning.distil_dialog import DistilDialog
from echopatch.ui.learning.fine_tune_dialog import FineTuneDialog
from echopatch.ui.models.dialog import ModelsDialog
from echopatch.ui.review.dock import ReviewDock
from qgis.PyQt.QtGui import QDesktopServices

DIALOGS = {
    "assess": lambda canvas: AssessDialog(),
    "augment": lambda canvas: AugmentDialog(lambda *_: None),
    "classify": lambda canvas: ClassifyDialog(lambda *_: None, canvas),
    "distil": lambda canvas: DistilDialog(lambda *_: None),
    "fine-tune": lambda canvas: FineTuneDialog(lambda *_: None),
    "label": lambda canvas: NewLabelsDialog(),
    "models": lambda canvas: ModelsDialog(lambda *_: None),
}


@pytest.fixture
def opened(monkeypatch):
    """Files of the documentation whose pages were opened."""
    found = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(ROOT / "docs" / url.fileName()))
    return found


@pytest.mark.parametrize("name", DIALOGS)
def test_help_of_each_dialog_opens_a_page_that_is_there(name, opened, qgis_canvas):
    dialog = DIALOGS[name](qgis_canvas)
    dialog.form.buttons.helpRequested.emit()
    assert [page.is_file() for page in opened] == [True]
    getattr(dialog, "close_for_good", dialog.close)()


def test_help_of_the_review_opens_a_page_that_is_there(opened, qtbot, qgis_canvas):
    dock = ReviewDock(qgis_canvas)
    qtbot.addWidget(dock)
    dock.form.start_help.click()
    dock.form.work_help.click()
    assert [page.is_file() for page in opened] == [True, True]


def test_pages_are_those_of_the_documentation(opened):
    pages.open_help("qgis")
    assert opened == [ROOT / "docs" / "qgis.md"]
