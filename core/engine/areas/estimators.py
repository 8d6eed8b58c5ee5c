"""Estimators of totals and ratios over a population of cells, from a stratified random sample of them.

Stehman, Estimating area and map accuracy for stratified random sampling when the strata are different from the map classes,
International Journal of Remote Sensing 35(13), 2014; with strata that are the map classes they are those of Olofsson et al., Good practices
for estimating area and assessing accuracy of land change, Remote Sensing of Environment 148, 2014. Two things are more general here: cells
may differ in area, so the known area of each stratum calibrates the weights, and the population is finite, so a census has no error.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Z_95 = 1.959964
"""Half width of a 95 % interval of a normal distribution, in standard deviations."""


class Estimate(NamedTuple):
    """Values and how far they may be off, arrays of one shape."""

    value: Floats
    """NaN where the sample says nothing."""
    standard_error: Floats
    cells: Floats
    """Sampled cells that it rests on; infinite where every cell of the population was sampled."""


@dataclass(frozen=True)
class StratifiedSample:
    """A simple random sample of cells in each of H strata; a single stratum is a simple random sample of all."""

    stratum: NDArray[np.int64]
    """Stratum of each sampled cell, (n,), 0..H-1; each stratum has two cells or all that it holds."""
    area_m2: Floats
    """Of each sampled cell, (n,)."""
    stratum_cells: NDArray[np.int64]
    """Cells in each stratum of the population, (H,), at least 1."""
    stratum_area_m2: Floats
    """Area of each stratum of the population, (H,)."""

    @property
    def stands_for_m2(self) -> Floats:
        """Ground that each sampled cell stands for, (n,); it sums up to the area of each stratum."""
        return self.area_m2 * (self.stratum_area_m2 / self._sums(self.area_m2))[self.stratum]

    def total(self, shares: Floats) -> Estimate:
        """Estimate the area of which the cells have a share.

        Args:
            shares: of the area of each sampled cell, (n, m), such as 1 where it is of a class and 0 elsewhere.

        Returns:
            Area of each column, m2, (m,).
        """
        return Estimate(self.stands_for_m2 @ shares, self._error_of_total(shares), self._cells(np.ones_like(shares)))

    def ratio(self, part: Floats, whole: Floats) -> Estimate:
        """Estimate which share of one area another one is.

        Args:
            part: shares of the area of each sampled cell, (n, m), as in ``total``.
            whole: likewise; never below ``part``.

        Returns:
            Share of each column, 0..1, (m,); NaN where the sample holds nothing of the whole.
        """
        areas = self.stands_for_m2 @ whole
        known = areas > 0
        ratio = np.where(known, (self.stands_for_m2 @ part) / np.where(known, areas, 1), np.nan)
        # a ratio is off by the total of its residuals over the whole (Taylor's first term)
        error = self._error_of_total(part - np.nan_to_num(ratio) * whole) / np.where(known, areas, np.nan)
        return Estimate(ratio, error, self._cells(whole))

    def _cells(self, shares: Floats) -> Floats:
        """How many sampled cells have a share, (m,)."""
        is_census = len(self.stratum) == self.stratum_cells.sum()
        return np.full(shares.shape[1], np.inf) if is_census else np.count_nonzero(shares, axis=0).astype(np.float64)

    def _error_of_total(self, shares: Floats) -> Floats:
        """Standard error of ``total``, (m,): Stehman 2014, equations 25 and 28; the residuals are those of the stratum's ratio to area."""
        weights = self.stands_for_m2[:, None]
        means = self._sums(weights * shares) / self.stratum_area_m2[:, None]
        squares = self._sums((weights * (shares - means[self.stratum])) ** 2)
        sampled = self._sums(np.ones(len(self.stratum)))
        unseen = 1 - sampled / self.stratum_cells
        # a stratum of one cell has unseen = 0 and no squares
        spread = unseen * sampled / np.maximum(sampled - 1, 1)
        return np.asarray(np.sqrt(spread @ squares))

    def _sums(self, values: Floats) -> Floats:
        """Sums of the values of the sampled cells by stratum, (H, ...)."""
        sums = np.zeros((len(self.stratum_cells), *values.shape[1:]))
        np.add.at(sums, self.stratum, values)
        return sums


def area_interval(areas: Estimate, whole_m2: float) -> Floats:
    """Ends of the 95 % intervals of areas, (2, m), m2: 1.96 standard errors to either side, as in Olofsson et al. 2014.

    Of a class that was labelled nowhere or everywhere, the standard error is 0 though the sample is silent on the rest: there the
    ends are those of a share.

    Args:
        areas: of ``StratifiedSample.total``.
        whole_m2: the largest possible area.
    """
    half = Z_95 * areas.standard_error
    ends = np.clip(np.stack([areas.value - half, areas.value + half]), 0, whole_m2)
    share = Estimate(areas.value / whole_m2, areas.standard_error / whole_m2, areas.cells)
    return np.where(areas.standard_error > 0, ends, share_interval(share) * whole_m2)


def share_interval(shares: Estimate) -> Floats:
    """Ends of the 95 % intervals of shares, (2, m), by Wilson's formula with the effective number of cells.

    1.96 standard errors to either side would be no interval at all where not one error was found: on simulated maps such intervals
    held producer's accuracies near 1 in 54 of 100 samples, these in 93 to 98.

    Args:
        shares: of ``StratifiedSample.ratio``.

    Source: Wilson, JASA 22(158), 1927; effective numbers: Franco et al., Journal of Survey Statistics and Methodology 7(3), 2019.
    """
    value, error, cells = shares
    is_spread = (error > 0) & (value > 0) & (value < 1)
    effective = np.where(is_spread, value * (1 - value) / np.where(is_spread, error, 1) ** 2, cells)
    shrink = 1 / (1 + Z_95**2 / effective)
    centre = shrink * (value + Z_95**2 / (2 * effective))
    half = shrink * Z_95 * np.sqrt(value * (1 - value) / effective + (Z_95 / (2 * effective)) ** 2)
    return np.clip(np.stack([centre - half, centre + half]), 0, 1)
