"""The dialog that makes synthetic patches for rare classes: patches, a generator, what it makes, and whether that helps."""

from functools import partial
from typing import Optional

from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ..environment import PLUGIN_ROOT
from ..help import open_help
from ..icons import icon
from ..learning.patches_page import Start
from .generator_page import GeneratorPage
from .make_page import MakePage
from .patches_page import PatchesPage
from .trial_page import TrialPage

_FORM = PLUGIN_ROOT / "ui" / "forms" / "augment.ui"


class AugmentDialog(QDialog):
    """Four pages, one after the other; closing the dialog stops nothing, and it comes back as it was left."""

    wants_to_train = pyqtSignal(str, str)
    """With the patch set and its synthetic companion of these paths."""

    def __init__(self, start: Start, parent: Optional[QWidget] = None) -> None:
        """Show the first page.

        Args:
            start: starts a run.
            parent: window that the dialog belongs to.
        """
        super().__init__(parent)
        self.form = uic.loadUiType(str(_FORM))[0]()
        self.form.setupUi(self)
        self.setWindowIcon(icon("augment"))
        self.patches = PatchesPage()
        self.generator = GeneratorPage(start, self.patches)
        self.make = MakePage(start, self.patches)
        self.trial = TrialPage(start, self.patches, self.generator)
        places = (self.form.patches_place, self.form.generator_place, self.form.make_place, self.form.trial_place)
        for place, page in zip(places, (self.patches, self.generator, self.make, self.trial)):
            place.addWidget(page)
        self.generator.trained.connect(self.make.form.generator.setFilePath)
        self.make.wants_to_train.connect(self.wants_to_train)
        self.form.buttons.rejected.connect(self.reject)
        self.form.buttons.helpRequested.connect(partial(open_help, "qgis-augment"))

    def close_for_good(self) -> None:
        """Go; what runs is for others to stop."""
        self.close()
        self.deleteLater()
