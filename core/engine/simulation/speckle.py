"""Coherent imaging: from mean power to a speckled image of the sensor's resolution."""

from functools import cache

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from .random_fields import Strip, white_noise

RESOLUTION_PX = 2.4
"""Resolution over pixel spacing: real products have 2.2 (1.1 m at 0.5 m, spotlight) to 2.6 (3.3 m at 1.25 m, stripmap)."""
HAMMING = 0.6
"""Coefficient of the spectral window of the processor, as annotated in real products."""
_WIDTH_3DB = 1.17
"""3 dB width of the response times the bandwidth, for this window."""
HALO_PX = 24
"""Beyond it the response of a point is below -60 dB."""


def speckled(power: NDArray[np.float32], points: NDArray[np.complex64], seed: int, plane: int, strip: Strip) -> NDArray[np.float32]:
    """One look: power of the band-limited coherent sum of distributed and point scatterers, shape of ``power``.

    Args:
        power: mean power by pixel, (rows, columns) of ``strip``, which holds a halo of ``HALO_PX`` rows.
        points: complex amplitude of point scatterers by pixel, same shape.
        seed: of the scene.
        plane: number of the random plane; this one and the next are used.
        strip: where the rows lie.
    """
    root = np.sqrt(power * np.float32(0.5))
    field = np.empty(power.shape, np.complex64)
    np.multiply(root, white_noise(seed, plane, strip), out=field.real)
    np.multiply(root, white_noise(seed, plane + 1, strip), out=field.imag)
    field += points
    rows, columns = (scipy.fft.next_fast_len(size) for size in (power.shape[0], power.shape[1] + HALO_PX))
    spectrum = scipy.fft.fft2(field, (rows, columns), overwrite_x=True)
    spectrum *= response_spectrum(rows)[:, None]
    spectrum *= response_spectrum(columns)[None]
    image = scipy.fft.ifft2(spectrum, overwrite_x=True)[: power.shape[0], : power.shape[1]]
    return np.asarray(image.real**2 + image.imag**2)


@cache
def response_spectrum(size: int) -> NDArray[np.float32]:
    """Hamming-weighted band of the sensor along one axis, (size,); scaled so that white noise keeps its mean power."""
    frequency = np.fft.fftfreq(size)
    band = _WIDTH_3DB / RESOLUTION_PX
    window = HAMMING + (1 - HAMMING) * np.cos(2 * np.pi * frequency / band)
    window[np.abs(frequency) > band / 2] = 0
    return np.asarray(window / np.sqrt(np.mean(window**2)), np.float32)
