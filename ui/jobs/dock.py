"""The list of runs, those of this window and past ones: what each said, what it has written, and the line to run it elsewhere."""

from typing import Any, Dict, List, Optional

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..translation import tr
from . import history, job
from .job import Job
from .outputs import Outputs
from .record import CANCELLED, DONE, FAILED, RUNNING, WAITING, JobRecord
from .run_view import RunView
from .words import state_words, time_words, took_words

_LIST_PX, _BESIDE_PX = 480, 600
_KEY = Qt.ItemDataRole.UserRole
_ICONS = {
    WAITING: "/mIconDelete.svg", RUNNING: "/mActionPlay.svg", DONE: "/mIconSuccess.svg", FAILED: "/mIconCritical.svg",
    CANCELLED: "/mTaskCancel.svg",
}  # fmt: skip


class JobsDock(QgsDockWidget):
    """Lists runs, the newest first; the chosen one stands beside the list."""

    refused = pyqtSignal(str)
    """Why an output could not be added to the project."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Echopatch Jobs"), parent)
        self.setObjectName("EchopatchJobs")
        self._records: Dict[str, JobRecord] = {}
        self._jobs: Dict[str, Job] = {}
        self.list, self.view, self.outputs = QTreeWidget(), RunView(), Outputs()
        self.log, self.line, self.tabs = QPlainTextEdit(), QLineEdit(), QTabWidget()
        self.copy_button, self.remove_button = QPushButton(tr("Copy Command")), QPushButton(tr("Remove from List"))
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_chosen)
        self.copy_button.clicked.connect(self._copy)
        self.remove_button.clicked.connect(self._remove)
        self.outputs.refused.connect(self.refused)
        job.board.started.connect(self._add_job)
        for record in reversed(history.past_records()):
            self._add(record)
        for one in job.jobs():
            self._add_job(one)
        self._on_chosen()

    def choose(self, one: Job) -> None:
        """Show a run."""
        self.list.setCurrentItem(self._item(one.record.key))

    def close_for_good(self) -> None:
        """Hear of no further runs."""
        job.board.started.disconnect(self._add_job)
        for one in self._jobs.values():
            one.changed.disconnect(self._on_change)

    def _lay_out(self) -> None:
        self.list.setHeaderLabels([tr("Run"), tr("State"), tr("Asked For"), tr("Took")])
        self.list.setRootIsDecorated(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        for column in (1, 2, 3):
            self.list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for text in (self.log, self.line):
            text.setReadOnly(True)
            text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        for widget, title in ((self.view, tr("Run")), (self.outputs, tr("Outputs")), (self.log, tr("Log"))):
            self.tabs.addTab(widget, title)
        line = QHBoxLayout()
        for widget in (self.line, self.copy_button, self.remove_button):
            line.addWidget(widget)
        beside = QWidget()
        rows = QVBoxLayout(beside)
        rows.addWidget(self.tabs, 1)
        rows.addLayout(line)
        splitter = QSplitter()
        splitter.addWidget(self.list)
        splitter.addWidget(beside)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_PX, _BESIDE_PX])
        self.setWidget(splitter)

    def _add_job(self, one: Job) -> None:
        self._jobs[one.record.key] = one
        one.changed.connect(self._on_change)
        self._add(one.record)
        self.choose(one)

    def _add(self, record: JobRecord) -> None:
        """A line for a record, in place of one that was read from disk."""
        if record.key not in self._records:
            item = QTreeWidgetItem()
            item.setData(0, _KEY, record.key)
            self.list.insertTopLevelItem(0, item)
        self._records[record.key] = record
        self._fill(self._item(record.key), record)

    def _items(self) -> List[QTreeWidgetItem]:
        return [self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount())]

    def _item(self, key: str) -> QTreeWidgetItem:
        return next(item for item in self._items() if item.data(0, _KEY) == key)

    def _fill(self, item: QTreeWidgetItem, record: JobRecord) -> None:
        texts = (record.title, state_words(record.state), time_words(record.asked_s), took_words(record))
        for column, text in enumerate(texts):
            item.setText(column, text)
        item.setToolTip(0, record.error or record.title)
        item.setIcon(1, QgsApplication.getThemeIcon(_ICONS[record.state]))

    def _chosen(self) -> Optional[JobRecord]:
        item = self.list.currentItem()
        return self._records.get(item.data(0, _KEY)) if item is not None else None

    def _on_chosen(self, *_: Any) -> None:
        record = self._chosen()
        self.tabs.setEnabled(record is not None)
        if record is not None and record.key in self._jobs:
            self.view.show_job(self._jobs[record.key])
        elif record is not None:
            self.view.show_record(record)
        self._show_rest(record)

    def _on_change(self) -> None:
        """One of the runs of this window has something new to say."""
        for key, one in self._jobs.items():
            self._fill(self._item(key), one.record)
        record = self._chosen()
        if record is not None and record.has_ended and record.key in self._jobs and self.log.toPlainText() != record.log:
            self._show_rest(record)
        elif record is not None and self.line.text() != record.console_line:
            self._show_line(record.console_line)

    def _show_rest(self, record: Optional[JobRecord]) -> None:
        """Everything but the live view, which looks after itself."""
        self.outputs.show_record(record)
        self.log.setPlainText(record.log if record is not None else "")
        self._show_line(record.console_line if record is not None else "")
        self.copy_button.setEnabled(bool(self.line.text()))
        self.remove_button.setEnabled(record is not None and record.has_ended)

    def _show_line(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)  # its beginning says more than its end

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.line.text())

    def _remove(self) -> None:
        record = self._chosen()
        if record is None:
            return
        if record.key in self._jobs:
            one = self._jobs.pop(record.key)
            one.changed.disconnect(self._on_change)
            job.forget(one)
        else:
            history.forget(record)
        del self._records[record.key]
        self.list.takeTopLevelItem(self.list.indexOfTopLevelItem(self._item(record.key)))
        self._on_chosen()
