"""A run as curves: what the loss, the figures and the learning rate did, epoch by epoch."""

import os
import time
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from ...contract.reporting import Reporter
from ..output import write_errors
from ..patches.samplers import SAMPLING_POWERS

CURVES_FILE = "curves.png"
_SECONDS_BETWEEN_PICTURES = 2.0
_TRAINING, _VALIDATION, _QUIET, _BAND = "#7f8c8d", "#1b6ca8", "#b0b7bc", "#e8b04a"
_BAND_ALPHA = 0.2
_SAMPLINGS = {power: name for name, power in SAMPLING_POWERS.items()}
_TERMS = {
    "labels_loss": "#333333",
    "teacher_loss": "#d55e00",
    "similarity_loss": "#cc79a7",
    "entropy_loss": "#0072b2",
    "diversity_loss": "#009e73",
}
"""Colours that the colour-blind can tell apart too (Okabe and Ito)."""


class LiveCurves:
    """Draws the curves of a run while it goes on, not so often that a quick run waits for its picture.

    Args:
        folder: of the run.
        report: hears where the picture is.
    """

    def __init__(self, folder: Path, report: Reporter) -> None:
        self._folder = folder
        self._report = report
        self._next = 0.0

    def draw(self, history: list[dict[str, float]], best_epoch: int) -> None:
        """Draw the epochs so far, unless the last picture is fresh."""
        if time.monotonic() >= self._next:
            self.finish(history, best_epoch)
            self._report.picture("curves", str(self._folder / CURVES_FILE))
            self._next = time.monotonic() + _SECONDS_BETWEEN_PICTURES

    def finish(self, history: list[dict[str, float]], best_epoch: int) -> None:
        """Draw the whole run."""
        with write_errors(self._folder):
            draw_history(history, best_epoch, self._folder / CURVES_FILE)


def draw_history(history: list[dict[str, float]], best_epoch: int, path: Path) -> None:
    """Write a PNG of a run: loss above, its terms where it has several, figures of the validation patches below.

    Args:
        history: one row an epoch, in order, at least one.
        best_epoch: from 1; marked.
        path: of the PNG, which appears whole.

    Raises:
        OSError: cannot be written.
    """
    terms, validated = [name for name in _TERMS if name in history[0]], "loss" in history[0]
    panels = 1 + bool(terms) + validated
    figure = Figure(figsize=(7.2, 0.8 + 2.6 * panels), layout="constrained")  # not pyplot: no window system, no global state
    above, *below = figure.subplots(panels, 1, sharex=True, squeeze=False)[:, 0]
    for axes in (above, *below):
        _shade_phases(axes, history)
    _draw_loss(above, history)
    if terms:
        _draw_terms(below[0], history, terms)
    if validated:
        _draw_figures(below[-1], history, best_epoch)
    (below or [above])[-1].set_xlabel("epoch")
    above.set_xlim(0.5, max(len(history), 2) + 0.5)
    above.xaxis.set_major_locator(MaxNLocator(integer=True))
    fresh = path.with_name("fresh-" + path.name)
    figure.savefig(fresh, dpi=110)
    os.replace(fresh, path)


def _draw_loss(axes: Axes, history: list[dict[str, float]]) -> None:
    _lines(axes, history, {"training_loss": ("training", _TRAINING), "loss": ("validation", _VALIDATION)})
    axes.legend(loc="best", frameon=False, fontsize=9)
    axes.set_ylabel("loss, nats")
    _rate_behind(axes, history)


def _draw_terms(axes: Axes, history: list[dict[str, float]], terms: list[str]) -> None:
    """What the training loss is the sum of, each with its weight, on a scale that shows small terms beside large ones."""
    lines = _lines(axes, history, {name: (name.removesuffix("_loss"), _TERMS[name]) for name in terms})
    axes.set_yscale("log", nonpositive="mask")  # a term may rest in some phases
    axes.set_ylabel("terms of the loss, nats")
    axes.legend(handles=lines, loc="lower left", bbox_to_anchor=(0, 1), ncols=len(terms), frameon=False, fontsize=9, borderaxespad=0.2)


def _draw_figures(axes: Axes, history: list[dict[str, float]], best_epoch: int) -> None:
    lines = _lines(axes, history, {"accuracy": ("accuracy", _TRAINING), "mean_recall": ("mean recall", _VALIDATION)})
    axes.set_ylabel("validation patches")
    axes.set_ylim(0, 1.02)
    value = history[best_epoch - 1]["mean_recall"]
    lines += axes.plot([best_epoch], [value], "o", color=_VALIDATION, markersize=7, label=f"kept: epoch {best_epoch}, {value:.3f}")
    axes.legend(handles=lines, loc="lower right", frameon=False, fontsize=9)


def _lines(axes: Axes, history: list[dict[str, float]], kinds: dict[str, tuple[str, str]]) -> list[Line2D]:
    epochs, lines = [row["epoch"] for row in history], []
    for name, (label, colour) in kinds.items():
        if name in history[0]:
            lines += axes.plot(epochs, [row[name] for row in history], ".-", color=colour, label=label, linewidth=1.6, markersize=5)
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    return lines


def _shade_phases(axes: Axes, history: list[dict[str, float]]) -> None:
    """A band behind the epochs that draw rare classes more often than the others do, where the sampling alternates."""
    powers = [row.get("sampling_power", 1.0) for row in history]
    most, shaded = max(powers), [(row["epoch"], power) for row, power in zip(history, powers, strict=True) if power < max(powers)]
    for place, (epoch, power) in enumerate(shaded):
        label = f"{_SAMPLINGS.get(min(powers), 'more balanced')} sampling" if place == 0 else None
        strength = _BAND_ALPHA * (1 - power / most)
        axes.axvspan(epoch - 0.5, epoch + 0.5, color=_BAND, alpha=strength, linewidth=0, zorder=0, label=label)


def _rate_behind(axes: Axes, history: list[dict[str, float]]) -> None:
    """The learning rate, on a scale of its own, where it explains the loss and does not hide it."""
    behind = axes.twinx()
    rates = [row["learning_rate"] for row in history]
    behind.fill_between([row["epoch"] for row in history], rates, color=_QUIET, alpha=0.25, linewidth=0)
    behind.set_ylim(0, max(rates) * 1.6 or 1.0)
    behind.set_ylabel("learning rate", color=_TRAINING)
    behind.ticklabel_format(axis="y", style="sci", scilimits=(-2, 3))
    behind.tick_params(axis="y", colors=_TRAINING, labelsize=8)
    behind.spines[["top"]].set_visible(False)
    axes.set_zorder(behind.get_zorder() + 1)
    axes.patch.set_visible(False)


def draw_rates(rows: list[dict[str, float]], chosen: float | None, path: Path) -> None:
    """Write a PNG of a trial of rising rates, the chosen one marked.

    Args:
        rows: ``learning_rate``, ``loss`` and ``smoothed_loss`` of each step.
        chosen: rate; None for none.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    figure = Figure(figsize=(6.4, 3.8), layout="constrained")
    axes = figure.add_subplot()
    rates = [row["learning_rate"] for row in rows]
    smoothed = [row["smoothed_loss"] for row in rows]
    axes.plot(rates, [row["loss"] for row in rows], color=_QUIET, linewidth=1, label="each step")
    axes.plot(rates, smoothed, color=_VALIDATION, linewidth=1.8, label="smoothed")
    if chosen is not None:
        axes.axvline(chosen, color="#c0392b", linestyle="--", linewidth=1.2, label=f"chosen: {chosen:.2g}")
    axes.set_xscale("log")
    low, high = min(smoothed), smoothed[0]
    margin = max(high - low, 0.1)
    axes.set_ylim(low - 0.6 * margin, high + margin)  # single steps that jump higher or lower would flatten the curve
    axes.set_xlabel("learning rate")
    axes.set_ylabel("training loss, nats")
    axes.legend(frameon=False, fontsize=9)
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=110)
