"""The panel that sums up a result: area per class, warnings, facts of the run."""

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from .bar_chart import BarChart
from .result_summary import Summary
from .result_words import run_html
from .translation import tr


class ResultPanel(QgsDockWidget):
    """Shows one result at a time."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Echopatch Result"), parent)
        self.setObjectName("EchopatchResult")
        self._title, self._subtitle, self._legend = QLabel(), QLabel(), QLabel(tr("Hatched: unsure."))
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._title.setWordWrap(True)
        # a long name must not widen the panel
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.chart, self.facts = BarChart(), QTextBrowser()
        self._copy = QPushButton(tr("Copy Command"))
        self._copy.clicked.connect(self._copy_command)
        self.summary: Optional[Summary] = None
        """What is shown."""
        self.setWidget(self._content())
        self._copy.setEnabled(False)

    def show_summary(self, summary: Summary) -> None:
        """Show a result."""
        self.summary = summary
        self._title.setText(Path(summary.path).name)
        self._title.setToolTip(summary.path)
        self._subtitle.setText(tr("Area per class, by regions"))
        self._legend.setVisible(summary.unsure_cells > 0)
        self.chart.show_classes(summary.classes)
        self.facts.setHtml(run_html(summary))
        self._copy.setEnabled(True)

    def _content(self) -> QWidget:
        content = QWidget()
        row = QHBoxLayout()
        row.addWidget(self._legend, 1)
        row.addWidget(self._copy)
        layout = QVBoxLayout(content)
        for widget in (self._title, self._subtitle, self.chart):
            layout.addWidget(widget)
        layout.addLayout(row)
        layout.addWidget(self.facts, 1)
        return content

    def _copy_command(self) -> None:
        if self.summary is not None:
            QgsApplication.clipboard().setText(self.summary.run["command"] or "")
