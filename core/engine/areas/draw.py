"""Draw cells of a population by chance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.sampling import SampleConfig
from .allocation import allocate
from .frame import Frame


@dataclass(frozen=True)
class Drawn:
    """A sample of n cells out of H strata."""

    cell: NDArray[np.int64]
    """Place of each drawn cell in the population, (n,), in random order: who labels them one by one does not go class by class."""
    stratum: NDArray[np.int64]
    """Stratum of each drawn cell, (n,), 0..H-1."""
    stratum_class: NDArray[np.int64]
    """Place in the legend of the class that each stratum was mapped as, (H,); -1 for the one stratum of a simple sample."""
    stratum_cells: NDArray[np.int64]
    """Cells in each stratum, (H,)."""
    stratum_area_m2: NDArray[np.float64]
    """Area of each stratum, (H,)."""

    @property
    def stratum_drawn(self) -> NDArray[np.int64]:
        """Cells drawn in each stratum, (H,)."""
        return np.bincount(self.stratum, minlength=len(self.stratum_cells))

    @property
    def inclusion_probability(self) -> NDArray[np.float64]:
        """Of each drawn cell, (n,)."""
        return (self.stratum_drawn / self.stratum_cells)[self.stratum]


def draw(config: SampleConfig, frame: Frame) -> Drawn:
    """Draw without replacement, within each stratum each cell as likely as any other.

    The strata have random numbers, so that a number does not give the class away.

    Raises:
        ConfigError: the wanted number of cells cannot be drawn.
    """
    random = np.random.default_rng(config.seed)
    found = np.flatnonzero(frame.mapped_cells)
    stratum_class = random.permutation(found) if config.design == "stratified" else np.array([-1])
    members = [np.flatnonzero(frame.mapped == one) if one >= 0 else np.arange(len(frame.mapped)) for one in stratum_class]
    cells = np.array([len(one) for one in members], dtype=np.int64)
    # the calibrated confidence of a model is its own guess of how often it is right
    accuracy = np.array([frame.confidence[one].mean() for one in members])
    counts = allocate(config, cells, np.clip(accuracy, 0, 1))
    chosen = [random.choice(one, count, replace=False) for one, count in zip(members, counts, strict=True)]  # nosec B311: a NumPy generator
    order = random.permutation(int(counts.sum()))
    return Drawn(
        cell=np.concatenate(chosen)[order],
        stratum=np.repeat(np.arange(len(members)), counts)[order],
        stratum_class=stratum_class.astype(np.int64),
        stratum_cells=cells,
        stratum_area_m2=np.array([frame.area_m2[one].sum() for one in members]),
    )
