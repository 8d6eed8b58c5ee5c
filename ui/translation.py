"""The language of the user: one translation context for the whole plugin."""

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "Echopatch"


def tr(text: str) -> str:
    """The text in the user's language; English where there is no translation."""
    return QCoreApplication.translate(CONTEXT, text)
