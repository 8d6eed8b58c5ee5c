"""The dialog that opens a TerraSAR-X product: shows what it is before it adds anything."""

from pathlib import Path
from typing import Callable, List, Optional

from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from . import settings, tasks
from .icons import icon
from .product import MAP_VARIANTS, Product, add_product, look_at
from .scene_facts import facts_html
from .translation import Told, tr


class ProductDialog(QDialog):
    """Asks for a product, looks at it in the background, shows what was found, and adds it on the user's word."""

    def __init__(self, on_added: Callable[[List[QgsMapLayer]], None], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._on_added = on_added
        self._task: Optional[tasks.SmallTask] = None
        self._product: Optional[Product] = None
        self._opened = ""
        self.setWindowTitle(tr("Open TerraSAR-X Product"))
        self.setWindowIcon(icon("open_product"))
        self.path = QLineEdit()
        self.path.setPlaceholderText(tr("Product folder, its XML, or the zip it came in"))
        self.path.editingFinished.connect(self._on_typed)
        self.folder = QPushButton(tr("Folder…"))
        self.folder.clicked.connect(self._choose_folder)
        self.file = QPushButton(tr("XML or zip…"))
        self.file.clicked.connect(self._choose_file)
        self.facts = QTextBrowser()
        self.facts.setPlaceholderText(tr("What the product says of itself appears here."))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        for button in (self.folder, self.file):
            button.setAutoDefault(False)  # Enter in the path looks at it, and chooses no other
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.add = self.buttons.addButton(tr("Add to Project"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._show_idle()

    def sizeHint(self) -> QSize:
        """Wide enough for the name of a product."""
        return QSize(680, 440)

    def open_path(self, path: str) -> None:
        """Look at a product; what is shown of another one goes away."""
        self._cancel()
        self._opened = path
        self._product = None
        self.path.setText(path)
        self.facts.clear()
        self.add.setEnabled(False)
        self.progress.show()
        settings.set_last_folder("product", str(Path(path).parent))
        self._task = tasks.run_small(tr("Look at {path}").format(path=Path(path).name), lambda task: look_at(path, task), self._on_looked)

    def accept(self) -> None:
        """Add the product to the project."""
        if self._product is None:
            return
        try:
            layers = add_product(self._product)
        except Told as broken:
            self._show_error(str(broken))
            return
        super().accept()
        self._on_added(layers)

    def reject(self) -> None:
        """Stop looking."""
        self._cancel()
        super().reject()

    def _lay_out(self) -> None:
        chooser = QHBoxLayout()
        chooser.addWidget(self.path, 1)
        chooser.addWidget(self.folder)
        chooser.addWidget(self.file)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(tr("Choose a TerraSAR-X, TanDEM-X or PAZ product:")))
        layout.addLayout(chooser)
        layout.addWidget(self.progress)
        layout.addWidget(self.facts, 1)
        layout.addWidget(self.buttons)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Product Folder"), settings.last_folder("product"))
        if path:
            self.open_path(path)

    def _choose_file(self) -> None:
        kinds = tr("Products") + " (*.xml *.zip)"
        path, _ = QFileDialog.getOpenFileName(self, tr("XML or Zip of a Product"), settings.last_folder("product"), kinds)
        if path:
            self.open_path(path)

    def _on_typed(self) -> None:
        typed = self.path.text().strip()
        if typed and typed != self._opened:  # leaving the field without a change is no wish
            self.open_path(typed)

    def _on_looked(self, task: tasks.SmallTask) -> None:
        if task is not self._task:
            return  # another product has been chosen meanwhile
        self._task = None
        self._show_idle()
        self._product = task.outcome
        if self._product is None:
            self._show_error(task.error)
            return
        info = self._product.info
        self.facts.setHtml(facts_html(info, [*self._product.notes, *self._what_is_added()]))
        self.add.setEnabled(True)
        self.add.setDefault(True)

    def _what_is_added(self) -> List[str]:
        if self._product is None or self._product.info["kind"] in MAP_VARIANTS:
            return []
        return [tr("Its footprint is added instead of its image.")]

    def _show_idle(self) -> None:
        self.progress.hide()
        self.add.setEnabled(self._product is not None)

    def _show_error(self, text: str) -> None:
        self.facts.setPlainText(text)
        self.add.setEnabled(False)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
