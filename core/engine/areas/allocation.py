"""How many cells to draw, and how many of them in each stratum."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from ...contract.commands.sampling import SampleConfig
from ...contract.errors import ConfigError

LEAST_PER_STRATUM = 2
"""Without a second cell nothing is known of the spread within a stratum."""


def planned_count(cells: NDArray[np.int64], accuracy: NDArray[np.float64], standard_error: float) -> int:
    """Cells to draw so that the overall accuracy has a standard error, if each stratum is as accurate as guessed.

    Args:
        cells: in each stratum, (H,).
        accuracy: share of each stratum that is guessed to be right, (H,), 0..1.
        standard_error: wanted, above 0.

    Source: Olofsson et al. 2014, Remote Sensing of Environment 148, equation 13 (Cochran 1977, equation 5.25).
    """
    share = cells / cells.sum()
    spread = np.sqrt(accuracy * (1 - accuracy))
    return int(np.ceil((share @ spread) ** 2 / (standard_error**2 + share @ spread**2 / cells.sum())))


def allocate(config: SampleConfig, cells: NDArray[np.int64], accuracy: NDArray[np.float64]) -> NDArray[np.int64]:
    """How many cells to draw in each stratum, (H,).

    Args:
        config: allocation, and the number of cells or the wanted standard error.
        cells: in each stratum, (H,), at least 1.
        accuracy: share of each stratum that is guessed to be right, (H,); counts where no number of cells is given.

    Raises:
        ConfigError: more cells than there are, or too few for the least that each stratum needs.
    """
    least = config.min_per_class if config.design == "stratified" and config.allocation == "floor" else LEAST_PER_STRATUM
    floors = np.minimum(cells, least)
    wanted = config.count
    if wanted is None:
        wanted = min(max(planned_count(cells, accuracy, config.standard_error), int(floors.sum())), int(cells.sum()))
    if wanted > cells.sum():
        raise ConfigError("sample-too-many", count=wanted, cells=int(cells.sum()))
    if wanted < floors.sum():
        raise ConfigError("sample-too-few", count=wanted, least=int(floors.sum()), each=least)
    weights = np.ones(len(cells)) if config.allocation == "equal" else cells.astype(np.float64)
    return _shared_out(wanted, weights, floors, cells)


def _shared_out(count: int, weights: NDArray[np.float64], floors: NDArray[np.int64], caps: NDArray[np.int64]) -> NDArray[np.int64]:
    """Whole numbers in proportion to weights, but none below its floor or above its cap; their sum is the count."""

    def shares(scale: float) -> NDArray[np.float64]:
        return np.clip(scale * weights, floors, caps)

    # at this scale each stratum has reached its cap
    scale = brentq(lambda one: shares(one).sum() - count, 0, float((caps / weights).max()))
    exact = np.round(shares(scale), 6)
    whole = np.floor(exact).astype(np.int64)
    missing = count - int(whole.sum())
    whole[np.argsort(whole - exact, kind="stable")[:missing]] += 1
    return whole
