"""The expert's form: every setting of a command, made from the contract, one collapsible box per group."""

from typing import Any, Callable, Collection, Dict, Mapping, Optional, Type

from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from ..core.contract.errors import ConfigError
from . import binding
from .fields import Field, config_of, fields_of
from .processing.parameters import label_of
from .translation import error_text, tr
from .words import group_words


class SettingsForm(QWidget):
    """Shows the settings of a command; those that stand outside a group come first, the groups folded up below."""

    changed = pyqtSignal()
    """A value is another one, by the user's hand or by ``show_values``; once for each call of it."""

    def __init__(
        self,
        config: Type[Any],
        leave_out: Collection[str] = (),
        makers: Optional[Mapping[str, Callable[[], QWidget]]] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        """Show the settings at their defaults.

        Args:
            config: dataclass of the command, such as ``TrainConfig``.
            leave_out: settings, or whole groups of them, that are asked for elsewhere or nowhere.
            makers: widgets for settings that mean more than their type tells, such as a folder (``QgsFileWidget``).
            parent: window that the form belongs to.
        """
        super().__init__(parent)
        self._config = config
        fields = fields_of(config).values()
        self._fields = {one.name: one for one in fields if one.name not in leave_out and one.group not in leave_out}
        self._widgets: Dict[str, QWidget] = {}
        self._boxes: Dict[str, QgsCollapsibleGroupBox] = {}
        self._showing = False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for group in dict.fromkeys(field.group for field in sorted(self._fields.values(), key=lambda one: one.group != "")):
            rows.addWidget(self._box(group, makers or {}))
        rows.addStretch(1)

    def values(self) -> Dict[str, Any]:
        """The settings whose values differ from their defaults."""
        said = {name: binding.said(self._widgets[name], field) for name, field in self._fields.items()}
        return {name: value for name, value in said.items() if value != self._fields[name].default}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show these values, and all others at their defaults.

        Args:
            values: by setting; those that the form leaves out are passed over.
        """
        self._showing = True
        for name, field in self._fields.items():
            binding.show(self._widgets[name], values.get(name, field.default))
        self._showing = False
        self.changed.emit()

    def problem(self, given: Mapping[str, Any]) -> str:
        """Why no run can be started with these values, as the contract says it; empty if one can.

        Args:
            given: what is asked for elsewhere, by setting; all that the command requires.
        """
        try:
            config_of(self._config, {**self.values(), **given})
        except ConfigError as error:
            return error_text(error)
        return ""

    def widget(self, name: str) -> QWidget:
        """The widget of a setting."""
        return self._widgets[name]

    def unfold(self, group: str) -> None:
        """Show the settings of a group."""
        self._boxes[group].setCollapsed(False)

    def _box(self, group: str, makers: Mapping[str, Callable[[], QWidget]]) -> QWidget:
        box: QWidget = QgsCollapsibleGroupBox(group_words(group)) if group else QWidget()
        lines = QFormLayout(box)
        lines.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if isinstance(box, QgsCollapsibleGroupBox):
            self._boxes[group] = box
            box.setCollapsed(True)
            box.setSaveCollapsedState(False)
        else:
            lines.setContentsMargins(0, 0, 0, 0)
        for field in self._fields.values():
            if field.group == group:
                self._add_row(lines, field, makers.get(field.name))
        return box

    def _add_row(self, lines: QFormLayout, field: Field, maker: Optional[Callable[[], QWidget]]) -> None:
        widget = maker() if maker else binding.make_widget(field)
        widget.setObjectName(field.name)
        binding.prepare(widget, field)
        binding.changed_signal(widget).connect(self._on_change)
        self._widgets[field.name] = widget
        if isinstance(widget, QCheckBox):
            lines.addRow(widget)
            return
        label = QLabel(label_of(field))
        label.setToolTip(tr(field.help))
        label.setBuddy(widget)
        lines.addRow(label, widget)

    def _on_change(self, *_: Any) -> None:
        if not self._showing:
            self.changed.emit()


def folder_widget() -> QWidget:
    """A maker for settings that mean a folder."""
    widget = QgsFileWidget()
    widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
    return widget


def parameters_of(values: Mapping[str, Any]) -> Dict[str, Any]:
    """Settings as parameters of their Processing algorithm.

    Args:
        values: by setting; lists go as they are (several layers or files), tuples as words.
    """
    return {name.upper(): _word(value) for name, value in values.items()}


def _word(value: Any) -> Any:
    return " ".join(map(str, value)) if isinstance(value, tuple) else value
