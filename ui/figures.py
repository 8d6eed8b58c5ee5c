"""Numbers as people read them, in the notation of their language."""

from qgis.PyQt.QtCore import QLocale

from .translation import tr

_HECTARE_M2, _KM2_M2 = 1e4, 1e6


def count_text(count: int) -> str:
    """A count with separators, such as ``12,345``."""
    return QLocale().toString(int(count))


def number_text(value: float, decimals: int) -> str:
    """A number with so many decimals."""
    return QLocale().toString(float(value), "f", decimals)


def share_text(share: float) -> str:
    """A share of 1 in percent; a small one is not called nothing."""
    if 0 < share < 0.001:
        return f"< {number_text(0.1, 1)} %"
    return f"{number_text(100 * share, 1)} %"


def area_text(area_m2: float) -> str:
    """An area in the unit that suits it: km², ha or m²."""
    if area_m2 >= _KM2_M2:
        return f"{number_text(area_m2 / _KM2_M2, 2)} km²"
    if area_m2 >= _HECTARE_M2:
        return f"{number_text(area_m2 / _HECTARE_M2, 1)} ha"
    return f"{number_text(area_m2, 0)} m²"


def duration_text(seconds: float) -> str:
    """A duration to two figures or so: seconds, minutes, or hours."""
    if seconds < 90:
        return tr("{seconds} s").format(seconds=number_text(seconds, 0))
    if seconds < 90 * 60:
        return tr("{minutes} min").format(minutes=number_text(seconds / 60, 0))
    return tr("{hours} h").format(hours=number_text(seconds / 3600, 1))
