"""A run as curves: what the loss, the figures and the learning rate did, epoch by epoch."""

import os
import time
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from ...contract.reporting import Reporter
from ..output import write_errors

CURVES_FILE = "curves.png"
_SECONDS_BETWEEN_PICTURES = 2.0
_TRAINING, _VALIDATION, _QUIET = "#7f8c8d", "#1b6ca8", "#b0b7bc"


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
    """Write a PNG of a run: loss above, figures of the validation patches below.

    Args:
        history: one row an epoch, in order, at least one.
        best_epoch: from 1; marked.
        path: of the PNG, which appears whole.

    Raises:
        OSError: cannot be written.
    """
    validated = "loss" in history[0]
    figure = Figure(figsize=(7.2, 6.0 if validated else 3.4), layout="constrained")  # not pyplot: no window system, no global state
    above, *below = figure.subplots(2 if validated else 1, 1, sharex=True, squeeze=False)[:, 0]
    _lines(above, history, {"training_loss": ("training", _TRAINING), "loss": ("validation", _VALIDATION)})
    above.set_ylabel("loss, nats")
    _rate_behind(above, history)
    for axes in below:
        _lines(axes, history, {"accuracy": ("accuracy", _TRAINING), "mean_recall": ("mean recall", _VALIDATION)})
        axes.set_ylabel("validation patches")
        axes.set_ylim(0, 1.02)
        value = history[best_epoch - 1]["mean_recall"]
        axes.plot([best_epoch], [value], "o", color=_VALIDATION, markersize=7, label=f"kept: epoch {best_epoch}, {value:.3f}")
        axes.legend(loc="lower right", frameon=False, fontsize=9)
    (below or [above])[-1].set_xlabel("epoch")
    above.set_xlim(0.5, max(len(history), 2) + 0.5)
    above.xaxis.set_major_locator(MaxNLocator(integer=True))
    fresh = path.with_name("fresh-" + path.name)
    figure.savefig(fresh, dpi=110)
    os.replace(fresh, path)


def _lines(axes: Axes, history: list[dict[str, float]], kinds: dict[str, tuple[str, str]]) -> None:
    epochs = [row["epoch"] for row in history]
    for name, (label, colour) in kinds.items():
        if name in history[0]:
            axes.plot(epochs, [row[name] for row in history], ".-", color=colour, label=label, linewidth=1.6, markersize=5)
    axes.legend(loc="best", frameon=False, fontsize=9)
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)


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
