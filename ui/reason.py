"""Says beside a button why it cannot be pressed."""

from typing import Any

from qgis.core import QgsApplication

_ICON_PX = 16


def show_reason(icon: Any, label: Any, reason: str) -> None:
    """Show why something cannot be started; nothing where it can.

    Args:
        icon: label for the sign.
        label: label for the words.
        reason: empty for none.
    """
    icon.setPixmap(QgsApplication.getThemeIcon("/mIconWarning.svg").pixmap(_ICON_PX, _ICON_PX))
    icon.setVisible(bool(reason))
    label.setText(reason)
