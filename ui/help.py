"""The pages behind the Help buttons."""

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

_PAGES = "https://github.com/echopatch/echopatch/blob/main/docs"


def open_help(page: str) -> None:
    """Open a page of the documentation in the browser.

    Args:
        page: its name, such as ``qgis-models``.
    """
    QDesktopServices.openUrl(QUrl(f"{_PAGES}/{page}.md"))
