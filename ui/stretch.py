"""Shades of grey in which a radar image is readable."""

from typing import NamedTuple, Optional

from qgis.core import QgsBilinearRasterResampler, QgsContrastEnhancement, QgsRasterLayer, QgsRasterRange, QgsSingleBandGrayRenderer

_DARK_SHARE, _BRIGHT_SHARE = 0.01, 0.98
_SAMPLE_PX = 250_000
_GAMMA = 1.6
"""Amplitudes crowd at the dark end; this lifts them about as decibels would, and the limits stay readable amplitudes."""


class GreyRange(NamedTuple):
    """Pixel values that are shown black and white."""

    black: float
    white: float


def leave_out_zeros(layer: QgsRasterLayer) -> None:
    """Take zeros for no data: TerraSAR-X marks by them what it did not see."""
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(0, 0)])


def measure_grey(layer: QgsRasterLayer) -> GreyRange:
    """The range that leaves out the darkest hundredth and the brightest fiftieth, from a sample of the pixels."""
    black, white = layer.dataProvider().cumulativeCut(1, _DARK_SHARE, _BRIGHT_SHARE, layer.extent(), _SAMPLE_PX)
    return GreyRange(black, white)


def apply_grey(layer: QgsRasterLayer, grey: Optional[GreyRange] = None) -> None:
    """Show a layer in shades of grey.

    Args:
        layer: its first band is shown.
        grey: measured where it is left out.
    """
    black, white = grey or measure_grey(layer)
    enhancement = QgsContrastEnhancement(layer.dataProvider().dataType(1))
    enhancement.setMinimumValue(black)
    enhancement.setMaximumValue(white)
    enhancement.setContrastEnhancementAlgorithm(QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum)
    renderer = QgsSingleBandGrayRenderer(layer.dataProvider(), 1)
    renderer.setContrastEnhancement(enhancement)
    layer.setRenderer(renderer)
    layer.brightnessFilter().setGamma(_GAMMA)
    layer.resampleFilter().setZoomedOutResampler(QgsBilinearRasterResampler())  # picking single pixels would show speckle alone
