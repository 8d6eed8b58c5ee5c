"""A report in a widget: the verdict, what speaks for and against it, the figures of each class, matrices and pictures."""

from html import escape
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from ..confusion_view import Confusion, ConfusionView
from ..figure_table import FigureTable
from ..jobs.picture import Picture
from ..translation import tr
from .findings import Findings

_SIGNS = {"good": "✓", "note": "•", "caution": "⚠", "alarm": "✗"}


class ReportView(QWidget):
    """Shows one report at a time; the page itself opens in the browser."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        """Show nothing at first."""
        super().__init__(parent)
        self.findings: Optional[Findings] = None
        """What is shown."""
        self.headline, self.remarks = QLabel(), QLabel()
        self.figures, self.tabs = FigureTable(), QTabWidget()
        self.open_button, self.folder_button = QPushButton(tr("Open Report")), QPushButton(tr("Open Folder"))
        self._lay_out()
        self.open_button.clicked.connect(lambda _: self._open(whole_folder=False))
        self.folder_button.clicked.connect(lambda _: self._open(whole_folder=True))

    def show_findings(self, findings: Findings) -> None:
        """Show a report."""
        self.findings = findings
        self.headline.setText(findings.headline)
        self.remarks.setText("".join(f"<p>{_SIGNS[one.level]} {escape(one.text)}</p>" for one in findings.remarks))
        self.figures.show_rows(findings.columns, findings.rows, tr("Class"))
        for place in reversed(range(1, self.tabs.count())):
            page = self.tabs.widget(place)
            self.tabs.removeTab(place)
            page.deleteLater()
        for title, matrix in findings.confusions:
            self.tabs.addTab(_matrix_page(matrix), title)
        for title, path in findings.pictures:
            picture = Picture()
            picture.show_file(path)
            self.tabs.addTab(picture, title)
        self.tabs.setCurrentIndex(0)

    def _lay_out(self) -> None:
        font = self.headline.font()
        font.setBold(True)
        self.headline.setFont(font)
        for label in (self.headline, self.remarks):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        classes = QWidget()
        page = QVBoxLayout(classes)
        page.addWidget(self.figures)
        page.addWidget(self.remarks)
        page.addStretch(1)
        self.tabs.addTab(_scrolled(classes), tr("Classes"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.open_button, self.folder_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.headline)
        rows.addWidget(self.tabs, 1)
        rows.addLayout(buttons)

    def _open(self, whole_folder: bool) -> None:
        if self.findings is not None:
            page = Path(self.findings.report)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(page.parent if whole_folder else page)))


def _matrix_page(matrix: Confusion) -> QWidget:
    page, view = QWidget(), ConfusionView()
    view.show_matrix(matrix)
    rows = QVBoxLayout(page)
    rows.addWidget(view)
    rows.addStretch(1)
    return _scrolled(page)


def _scrolled(page: QWidget) -> QWidget:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
