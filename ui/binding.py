"""Widgets that show settings of the contract: label, tooltip, bounds, choices and default come from there."""

from typing import Any, Callable, Iterable

from qgis.gui import QgsCheckableComboBox, QgsDoubleSpinBox, QgsFileWidget, QgsSpinBox
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from .fields import Field
from .processing.parameters import label_of
from .translation import tr
from .words import choice_words

_MOST_WHOLE = 2**31 - 1
_MOST = 1e12
_CHARACTERS = 16
"""That a choice shows at least."""
_SMALL = 1e-3
"""Numbers that may be smaller are written, for a box of so many decimals would be unreadable."""


def bind(form: Any, fields: Iterable[Field], on_change: Callable[[], None]) -> None:
    """Prepare the widgets that are called like settings.

    Args:
        form: has them, and their labels under the same name with ``_label``.
        fields: the settings.
        on_change: called when the user changes one of them.
    """
    for field in fields:
        widget, label = getattr(form, field.name), getattr(form, f"{field.name}_label", None)
        if label is not None:
            label.setText(label_of(field))
            label.setToolTip(tr(field.help))
        prepare(widget, field)
        changed_signal(widget).connect(lambda *_: on_change())


def make_widget(field: Field) -> QWidget:
    """A widget that suits a setting, not prepared yet."""
    if field.kind is bool:
        return QCheckBox()
    if field.choices:
        combo = QgsCheckableComboBox() if field.kind is tuple else QComboBox()
        # as wide as its row, not as its longest word: else a narrow form has to be scrolled
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(_CHARACTERS)
        return combo
    if field.kind is int:
        return QgsSpinBox()
    # a number that may be left out is left out by an empty line: each value of a box may have a meaning
    if field.kind is float and not field.optional and not 0 < (field.low or 0.0) < _SMALL:
        return QgsDoubleSpinBox()
    return QLineEdit()


def prepare(widget: QWidget, field: Field) -> None:
    """Give a widget tooltip, bounds, choices and default of its setting."""
    widget.setToolTip(tr(field.help))
    if isinstance(widget, QCheckBox):
        widget.setText(label_of(field))
    elif isinstance(widget, QComboBox) and field.choices:
        _fill(widget, field)
    elif isinstance(widget, (QSpinBox, QDoubleSpinBox)):
        _bound(widget, field)
    elif isinstance(widget, QLineEdit) and field.optional and not widget.placeholderText():
        widget.setPlaceholderText(tr("automatic") if field.kind is float else "")
    if not isinstance(widget, QgsFileWidget):
        show(widget, field.default)


def value_of(form: Any, field: Field) -> Any:
    """What the widget of a setting says; None where it says nothing."""
    return said(getattr(form, field.name), field)


def show_value(form: Any, field: Field, value: Any) -> None:
    """Put a value into the widget of a setting; None empties it."""
    show(getattr(form, field.name), value)


def said(widget: Any, field: Field) -> Any:
    """What a widget says of a setting; None where it says nothing."""
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    if isinstance(widget, QgsCheckableComboBox):
        return tuple(one for one in field.choices if one in widget.checkedItemsData())
    if isinstance(widget, QComboBox):
        return widget.currentData()
    if isinstance(widget, QgsFileWidget):
        path = widget.filePath().strip()
        return tuple(QgsFileWidget.splitFilePaths(path)) if field.kind is tuple else path or None
    if isinstance(widget, QLineEdit):
        return _read(widget.text().strip(), field)
    return None if field.optional and widget.value() == widget.minimum() else widget.value()


def show(widget: Any, value: Any) -> None:
    """Put a value into a widget; None empties it."""
    if isinstance(widget, QCheckBox):
        widget.setChecked(bool(value))
    elif isinstance(widget, QgsCheckableComboBox):
        for place in range(widget.count()):
            state = Qt.CheckState.Checked if widget.itemData(place) in value else Qt.CheckState.Unchecked
            widget.setItemCheckState(place, state)
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(value)))
    elif isinstance(widget, QgsFileWidget):
        widget.setFilePath(" ".join(f'"{one}"' for one in value) if isinstance(value, tuple) else value or "")
    elif isinstance(widget, QLineEdit):
        widget.setText(_written(value))
    else:
        widget.setValue(widget.minimum() if value is None else value)


def changed_signal(widget: Any) -> Any:
    """The signal of a widget that says something else."""
    if isinstance(widget, QCheckBox):
        return widget.toggled
    if isinstance(widget, QgsCheckableComboBox):
        return widget.checkedItemsChanged
    if isinstance(widget, QComboBox):
        return widget.currentIndexChanged
    if isinstance(widget, QgsFileWidget):
        return widget.fileChanged
    return widget.textChanged if isinstance(widget, QLineEdit) else widget.valueChanged


def _fill(widget: QComboBox, field: Field) -> None:
    if field.optional:
        # what a file does not say may stay unsaid; what a run needs is then chosen by it
        widget.addItem(tr("not stated") if field.group == "options" else tr("automatic"), None)
    for choice in field.choices:
        widget.addItem(choice_words(choice), choice)


def _bound(widget: Any, field: Field) -> None:
    whole = isinstance(widget, QSpinBox)
    most = _MOST_WHOLE if whole else _MOST
    if not whole:
        widget.setDecimals(_decimals(field))
        widget.setSingleStep(0.05 if field.high == 1.0 else 1.0)
    # a number that may be left out is left out at 0, where the widget shows a word
    low = 0 if field.optional or field.low is None else field.low
    widget.setRange(low, most if field.high is None else field.high)
    if field.optional:
        widget.setClearValue(low, tr("automatic") if whole else tr("not stated"))
    elif field.default is not None:
        widget.setClearValue(field.default)


def _decimals(field: Field) -> int:
    """As many as default and bounds have, two at least."""
    fixed = {"m2": 0, "m": 3}.get(field.unit)
    written = [str(one).partition(".")[2] for one in (field.default, field.low, field.high) if isinstance(one, float)]
    return max([2, *map(len, written)]) if fixed is None else fixed


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _read(text: str, field: Field) -> Any:
    """A text as a value of a setting."""
    if field.kind is tuple:
        words = text.replace(",", " ").split()
        values = words if field.element is str else [int(one) if one.isdecimal() else float("nan") for one in words]
        return tuple(values) or field.default
    if field.kind is str:
        return text or field.default
    return _number(text)


def _number(text: str) -> Any:
    """A number as it is written in a file or here; None for an empty text.

    What is no number becomes NaN, which the contract refuses by name.
    """
    if not text.strip():
        return None
    try:
        # first as in a file: elsewhere the point parts thousands, and 1.123e-05 would be 0.01123 in silence
        return float(text)
    except ValueError:
        here, right = QLocale().toDouble(text.strip())
        return here if right else float("nan")
