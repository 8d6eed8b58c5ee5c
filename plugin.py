"""The plugin as QGIS loads it: a thin shell that shows what the rest offers, and takes it away again."""

from functools import partial
from typing import Any, Callable, List

from qgis.core import QgsApplication, QgsMapLayer
from qgis.PyQt.QtWidgets import QDialog, QToolBar

from .ui import tasks
from .ui.assess.desk import AssessDesk
from .ui.classify.desk import ClassifyDesk
from .ui.compat import RASTER_LAYER, QAction
from .ui.icons import icon
from .ui.jobs.desk import JobsDesk
from .ui.labels.desk import LabelDesk
from .ui.learning.desk import LearningDesk
from .ui.processing.provider import EchopatchProvider
from .ui.product_dialog import ProductDialog
from .ui.review.desk import ReviewDesk
from .ui.setup import task as setup_task
from .ui.setup.pages import PAGE_KEY, EnginePageFactory, ensure_engine
from .ui.translation import install_translator, remove_translator, tr

MENU = "Echopatch"


class EchopatchPlugin:
    """Toolbar, Raster menu, layer menu, Processing provider and options page of Echopatch."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._undo: List[Callable[[], Any]] = []
        """How to take away what was added, in the order in which it was."""
        self._dialogs: List[QDialog] = []
        translator = install_translator()
        self._undo.append(partial(remove_translator, translator))

    def initProcessing(self) -> None:
        """Add the algorithms; all that ``qgis_process`` asks for."""
        provider = EchopatchProvider()
        QgsApplication.processingRegistry().addProvider(provider)
        self._undo.append(partial(QgsApplication.processingRegistry().removeProvider, provider))

    def initGui(self) -> None:
        """Show what Echopatch offers; starts no process and asks nothing."""
        self.initProcessing()
        options = EnginePageFactory()
        self._iface.registerOptionsWidgetFactory(options)
        self._undo.append(partial(self._iface.unregisterOptionsWidgetFactory, options))
        self._desk = ClassifyDesk(self._iface)
        self._undo.append(self._desk.close)
        self._labels = LabelDesk(self._iface)
        self._undo.append(self._labels.close)
        self._review = ReviewDesk(self._iface)
        self._undo.append(self._review.close)
        self._learning = LearningDesk(self._iface, self._desk.open_with)
        self._undo.append(self._learning.close)
        self._assess = AssessDesk(self._iface)
        self._undo.append(self._assess.close)
        self._jobs = JobsDesk(self._iface)
        self._undo.append(self._jobs.close)
        toolbar = self._iface.addToolBar("Echopatch")
        toolbar.setObjectName("EchopatchToolbar")
        self._undo.append(partial(self._remove_toolbar, toolbar))
        self._add_action(toolbar, "open_product", tr("Open TerraSAR-X Product…"), self.open_product)
        classify = self._add_action(toolbar, "classify", tr("Classify…"), self.classify)
        self._add_action(toolbar, "label", tr("Label Patches…"), self.label)
        self._add_action(toolbar, "review", tr("Review Uncertain Cells…"), self.review)
        self._add_action(toolbar, "fine_tune", tr("Fine-Tune…"), self._learning.fine_tune)
        self._add_action(toolbar, "distil", tr("Distil…"), self._learning.distil)
        self._add_action(toolbar, "augment", tr("Augment…"), self._learning.augment)
        self._add_action(toolbar, "assess", tr("Assess…"), self.assess)
        self._add_action(toolbar, "models", tr("Models…"), self._assess.open_models)
        self._add_action(toolbar, "result", tr("Result Summary"), self.sum_up)
        self._add_action(toolbar, "jobs", tr("Jobs"), self._jobs.open)
        self._add_action(toolbar, "set_up", tr("Set Up the Engine…"), self.set_up)
        self._iface.addCustomActionForLayerType(classify, "", RASTER_LAYER, True)
        self._undo.append(partial(self._iface.removeCustomActionForLayerType, classify))

    def unload(self) -> None:
        """Stop what runs, and undo ``initGui`` line by line."""
        for dialog in tuple(self._dialogs):
            dialog.reject()
        tasks.stop_all()
        setup_task.stop_all()
        while self._undo:
            self._undo.pop()()

    def open_product(self) -> None:
        """Show the dialog that opens a product."""
        if ensure_engine(self._iface.mainWindow()):
            self._keep(ProductDialog(self._show, self._iface.mainWindow())).show()

    def classify(self) -> None:
        """Show the dialog that classifies, with the current layer."""
        self._desk.open(self._iface.activeLayer())

    def label(self) -> None:
        """Show the dock in which patches are labelled, with the current layer if it holds labels."""
        self._labels.open(self._iface.activeLayer())

    def review(self) -> None:
        """Show the dock in which the cells of a map are reviewed, with the result that the current layer belongs to."""
        self._review.open(self._iface.activeLayer())

    def assess(self) -> None:
        """Show the dialog that judges models and results, with the current layer if it is one of those."""
        self._assess.open(self._iface.activeLayer())

    def sum_up(self) -> None:
        """Show the figures of the result that the current layer belongs to."""
        self._desk.show_result_of(self._iface.activeLayer())

    def set_up(self) -> None:
        """Show the page that sets the engine up."""
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE_KEY)

    def _add_action(self, toolbar: QToolBar, name: str, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(icon(name), text, self._iface.mainWindow())
        action.setObjectName(f"Echopatch_{name}")
        action.triggered.connect(lambda checked=False: slot())
        toolbar.addAction(action)
        self._iface.addPluginToRasterMenu(MENU, action)
        self._undo.append(partial(self._remove_action, action))
        return action

    def _remove_action(self, action: QAction) -> None:
        self._iface.removePluginRasterMenu(MENU, action)
        action.deleteLater()

    def _remove_toolbar(self, toolbar: QToolBar) -> None:
        self._iface.mainWindow().removeToolBar(toolbar)
        toolbar.deleteLater()

    def _keep(self, dialog: QDialog) -> QDialog:
        """Hold a dialog until it is closed: its parent in C++ keeps the window, but not its Python half with the slots."""
        self._dialogs.append(dialog)
        dialog.finished.connect(partial(self._forget, dialog))
        return dialog

    def _forget(self, dialog: QDialog, result: int = 0) -> None:
        if dialog in self._dialogs:
            self._dialogs.remove(dialog)
            dialog.deleteLater()

    def _show(self, layers: List[QgsMapLayer]) -> None:
        """Make the first new layer the current one, and the canvas show it."""
        self._iface.setActiveLayer(layers[0])
        self._iface.zoomToActiveLayer()
