"""A PNG of the engine in a widget: whole, as large as there is room, read anew when it changes."""

from pathlib import Path
from typing import Optional, Tuple

from qgis.PyQt.QtCore import QRectF, QSize, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QMouseEvent, QPainter, QPaintEvent, QPixmap
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..translation import tr

_HINT = QSize(420, 300)


class Picture(QWidget):
    """Shows a PNG; a double click opens it in the viewer of the system."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._version: Tuple[str, int, int] = ("", 0, 0)
        self._pixmap = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)

    @property
    def is_empty(self) -> bool:
        """There is nothing to show."""
        return self._pixmap.isNull()

    def show_file(self, path: str) -> None:
        """Show a PNG as it is at this moment; one that cannot be read leaves the last picture in place."""
        version = _version(path)
        if version is None or version == self._version:
            return
        pixmap = QPixmap()
        if pixmap.loadFromData(_content(path)):
            self._path, self._version, self._pixmap = path, version, pixmap
            self.setToolTip(tr("Double click to open {name}").format(name=Path(path).name))
            self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._path, self._version, self._pixmap = "", ("", 0, 0), QPixmap()
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for curves."""
        return _HINT

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture in the middle, never larger than it is."""
        if self._pixmap.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self.devicePixelRatioF()
        size = self._pixmap.size() / ratio
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        # scaled beforehand: a painter leaves out rows and columns, and thin lines with them
        fine = self._pixmap.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        painter.drawPixmap(QRectF(left, top, size.width(), size.height()), fine, QRectF(fine.rect()))
        painter.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the file."""
        if self._path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._path))


def _version(path: str) -> Optional[Tuple[str, int, int]]:
    """Tells one state of a file from another; None where it is gone."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return path, found.st_mtime_ns, found.st_size


def _content(path: str) -> bytes:
    """Empty where the file is gone: a run moves its folder when it ends."""
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""
