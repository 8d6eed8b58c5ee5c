"""Widgets that show settings of the contract: label, tooltip, bounds, choices and default come from there."""

from typing import Any, Callable, Iterable

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox

from ...core.contract.commands.classify import ClassifyConfig
from ..fields import Field, fields_of
from ..processing.parameters import label_of
from ..translation import tr
from .words import choice_words

FIELDS = fields_of(ClassifyConfig)
_MOST_WHOLE = 2**31 - 1
_MOST = 1e12


def bind(form: Any, names: Iterable[str], on_change: Callable[[], None]) -> None:
    """Prepare the widgets that are called like settings.

    Args:
        form: has them, and their labels under the same name with ``_label``.
        names: of the settings.
        on_change: called when the user changes one of them.
    """
    for name in names:
        field, widget = FIELDS[name], getattr(form, name)
        label = getattr(form, f"{name}_label", None)
        if label is not None:
            label.setText(label_of(field))
            label.setToolTip(tr(field.help))
        widget.setToolTip(tr(field.help))
        _prepare(widget, field)
        _signal(widget).connect(lambda *_: on_change())


def value_of(form: Any, name: str) -> Any:
    """What a widget says; None where it says nothing."""
    field, widget = FIELDS[name], getattr(form, name)
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    if isinstance(widget, QComboBox):
        return widget.currentData()
    if isinstance(widget, QgsFileWidget):
        return widget.filePath().strip() or None
    if isinstance(widget, QLineEdit):
        return _number(widget.text())
    return None if field.optional and widget.value() == widget.minimum() else widget.value()


def show_value(form: Any, name: str, value: Any) -> None:
    """Put a value into a widget; None empties it."""
    widget = getattr(form, name)
    if isinstance(widget, QCheckBox):
        widget.setChecked(bool(value))
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(value)))
    elif isinstance(widget, QgsFileWidget):
        widget.setFilePath(value or "")
    elif isinstance(widget, QLineEdit):
        widget.setText("" if value is None else f"{value:g}")
    else:
        widget.setValue(widget.minimum() if value is None else value)


def _prepare(widget: Any, field: Field) -> None:
    if isinstance(widget, QCheckBox):
        widget.setText(label_of(field))
        widget.setChecked(field.default)
    elif isinstance(widget, QComboBox) and field.choices:
        _fill(widget, field)
    elif isinstance(widget, (QSpinBox, QDoubleSpinBox)):
        _bound(widget, field)


def _fill(widget: QComboBox, field: Field) -> None:
    if field.optional:
        widget.addItem(tr("not stated"), None)
    for choice in field.choices:
        widget.addItem(choice_words(choice), choice)
    widget.setCurrentIndex(widget.findData(field.default))


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
    else:
        widget.setClearValue(field.default)
    widget.setValue(low if field.default is None else field.default)


def _decimals(field: Field) -> int:
    return {"m2": 0, "m": 3}.get(field.unit, 2)


def _signal(widget: Any) -> Any:
    if isinstance(widget, QCheckBox):
        return widget.toggled
    if isinstance(widget, QComboBox):
        return widget.currentIndexChanged
    if isinstance(widget, QgsFileWidget):
        return widget.fileChanged
    return widget.textChanged if isinstance(widget, QLineEdit) else widget.valueChanged


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
