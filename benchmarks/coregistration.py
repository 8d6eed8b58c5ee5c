"""How well is it known how far an optical image lies off? Known shifts of simulated and real pairs, and pairs of different places.

Simulated scenes of every mix and season, clear and under clouds and haze, whose optical image is moved by known shifts; and, where
ECHOPATCH_TEST_DATA names them, real pairs of Sentinel-2 and Sentinel-1. Nobody knows how far these lie apart, so they are judged
against their own estimate before they are moved. Images of different places have no offset: every figure about them is wrong. Nothing
is kept.
"""

import itertools
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import numpy as np
import pandas as pd
import tyro
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.commands.simulate import CLASS_MIXES, SEASONS, OpticalOptions, SimulateConfig
from echopatch.core.contract.reporting import Reporter
from echopatch.core.engine.patches.coregistration import OpticalOffset, estimate_offset
from echopatch.core.engine.patches.patch_set import CODED_WINDOWS, db_to_codes
from echopatch.core.engine.reporting import CancelFlag, Terminal
from echopatch.core.engine.scene.scene import open_scene
from echopatch.core.engine.scene.windows import Window
from echopatch.core.engine.simulation.simulate import simulate
from echopatch.core.engine.studies.quiet import Quiet
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import shift

SIZE_PX, PIXEL_SIZE_M = 1024, 2.5
SKIES = {"clear": (0.0, 0.0), "clouds and haze": (0.25, 0.4)}
"""Cloud share and haze."""
LOOKS = (1, 2, 4)
TOLERATED_PX = 2.0
"""Beyond it the commands warn."""
WITHIN = "error within +-"
RIM_PX = 16
"""Left out all around, so that no patch holds what a shift brings in from outside: more than any shift."""


@dataclass(frozen=True)
class Study:
    """How large the study is."""

    sets: tuple[str, ...] = ("simulated", "real")
    mixes: tuple[str, ...] = CLASS_MIXES
    seasons: tuple[str, ...] = SEASONS
    distances_px: tuple[float, ...] = (0.0, 2.0, 4.0, 8.0, 12.0)
    """Lengths of the shifts; their directions are drawn."""
    patch_px: int = 64
    strangers: int = 3
    """With the optical images of how many other places each radar image is compared."""


class Pair(NamedTuple):
    """A radar image and the optical image of the same ground, pixel on pixel."""

    codes: NDArray[np.uint16]
    """(1, rows, columns)."""
    rgb: NDArray[np.uint8]
    """(3, rows, columns)."""
    kinds: dict[str, str]
    """What it shows, by name of the property."""
    place: str
    """Its name; pairs of one place show the same ground."""


def simulated_pairs(study: Study, report: Reporter) -> Iterator[Pair]:
    """Each mix in each season, once under a clear sky and once under clouds and haze; both times with the same radar image."""
    looks = itertools.cycle(LOOKS)
    for seed, (mix, season) in enumerate(itertools.product(study.mixes, study.seasons)):
        scene: dict[str, Any] = {"seed": 6000 + seed, "mix": mix, "looks": next(looks), "size_px": SIZE_PX, "pixel_size_m": PIXEL_SIZE_M}
        for sky, (cloud_share, haze) in SKIES.items():
            companion = OpticalOptions(season=season, cloud_share=cloud_share, haze=haze)
            with tempfile.TemporaryDirectory() as work:
                made = simulate(SimulateConfig(output=f"{work}/scene", companion=companion, **scene), report)
                yield Pair(*images_of(made), {"mix": mix, "season": season, "sky": sky}, str(seed))


def images_of(made: dict[str, Any]) -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
    """Codes of gamma0 (1, rows, columns) and RGB (3, rows, columns) of a simulated scene."""
    with open_scene(made["product"], SceneOptions()) as scene:
        power = scene.read_power(Window(0, 0, scene.info.rows, scene.info.columns), "gamma0")
    with np.errstate(divide="ignore"):
        codes = db_to_codes(10 * np.log10(power), CODED_WINDOWS["gamma0"])
    return codes, rgb_of(Path(made["optical"]))


def rgb_of(path: Path) -> NDArray[np.uint8]:
    """RGB of an image file, (3, rows, columns)."""
    return np.ascontiguousarray(np.asarray(Image.open(path).convert("RGB")).transpose(2, 0, 1))


def real_pairs(folder: Path) -> Iterator[Pair]:
    """The pairs of a folder with ``pairs.csv``, ``optical`` and ``sar``, by tile."""
    for name, tile in pd.read_csv(folder / "pairs.csv")[["name", "tile"]].itertuples(index=False):
        grey = np.asarray(Image.open(folder / "sar" / name).convert("L"), dtype=np.float32)
        # 256 grey levels of unknown meaning, most likely of decibels: spread over the dB that digital numbers are coded in
        codes = db_to_codes(grey[None] * (100 / 255), CODED_WINDOWS["dn"])
        yield Pair(codes, rgb_of(folder / "optical" / name), {"tile": tile}, name)


def estimated(codes: NDArray[np.uint16], rgb: NDArray[np.uint8], patch_px: int) -> OpticalOffset:
    """Estimate from all patches side by side, but for the rim."""
    radar, optical = squares(codes, patch_px), squares(rgb, patch_px)
    return estimate_offset(radar, optical, np.arange(len(radar)))


def squares(image: NDArray[Any], patch_px: int) -> NDArray[Any]:
    """Bands (C, rows, columns) as squares side by side, (N, C, P, P), without the rim and what is left at the end."""
    rows, columns = ((side - 2 * RIM_PX) // patch_px for side in image.shape[1:])
    inner = image[:, RIM_PX : RIM_PX + rows * patch_px, RIM_PX : RIM_PX + columns * patch_px]
    parted = inner.reshape(len(image), rows, patch_px, columns, patch_px)
    return parted.transpose(1, 3, 0, 2, 4).reshape(-1, len(image), patch_px, patch_px)


def shifts(study: Study, number: int) -> NDArray[np.float64]:
    """One shift of each length for one pair, in directions that are its own: down and right, px, (lengths, 2)."""
    angles = np.random.default_rng([5, number]).uniform(0, 2 * np.pi, len(study.distances_px))
    directions = np.stack([np.sin(angles), np.cos(angles)], axis=1)
    return np.asarray(np.round(np.array(study.distances_px)[:, None] * directions, 1))


def moved(rgb: NDArray[np.uint8], by: NDArray[np.float64]) -> NDArray[np.uint8]:
    """The image with its content moved down and right, resampled as patches are."""
    return np.asarray(shift(rgb, (0, *by), order=1, mode="nearest"))


def trials(pairs: Sequence[Pair], before: NDArray[np.float64], study: Study, report: Reporter) -> pd.DataFrame:
    """What is estimated after each known shift: one row each with kinds of the pair, error and uncertainty, NaN where it cannot tell.

    Args:
        pairs: to move.
        before: how far each lies off before it is moved, down and right, px, (pairs, 2).
        study: says how far they are moved.
        report: hears progress.
    """
    rows = []
    for number, pair in enumerate(pairs):
        for by in shifts(study, number):
            found = estimated(pair.codes, moved(pair.rgb, by), study.patch_px)
            rows.append({**pair.kinds, "error_px": error_px(found, before[number] + by), "uncertainty_px": found.uncertainty_px})
        report.progress(number + 1, len(pairs), "progress-coregistration")
    return pd.DataFrame(rows).astype({"uncertainty_px": float})


def error_px(found: OpticalOffset, truth: NDArray[np.float64]) -> float:
    """How far the estimate lies from the truth; NaN if there is none."""
    if found.down_px is None or found.right_px is None:
        return np.nan
    return float(np.hypot(found.down_px - truth[0], found.right_px - truth[1]))


def summary(done: pd.DataFrame) -> dict[str, str]:
    """Figures of some trials; those of errors are of the estimates that were given."""
    told = done.dropna()
    return {
        "trials": str(len(done)),
        "cannot tell": f"{1 - len(told) / len(done):.0%}",
        "median error px": f"{told['error_px'].median():.2f}",
        "95 % px": f"{told['error_px'].quantile(0.95):.2f}",
        "median +- px": f"{told['uncertainty_px'].median():.2f}",
        WITHIN: f"{(told['error_px'] <= told['uncertainty_px']).mean():.0%}",
    }


def table(done: pd.DataFrame, kinds: Sequence[str]) -> pd.DataFrame:
    """The figures of all trials, and of those of each kind."""
    parts = {"all": summary(done)}
    for kind in kinds:
        parts |= {str(name): summary(part) for name, part in done.groupby(kind, sort=False)}
    return pd.DataFrame(parts).T


def strangers_told(pairs: Sequence[Pair], study: Study) -> str:
    """How often radar and optical images of different places are given an offset."""
    found = [
        estimated(pair.codes, other.rgb, study.patch_px).distance_px
        for number, pair in enumerate(pairs)
        for other in strangers(pairs, number, study.strangers)
    ]
    return f"images of different places: {sum(one is not None for one in found)} of {len(found)} are given a figure"


def strangers(pairs: Sequence[Pair], number: int, wanted: int) -> list[Pair]:
    """Some pairs of other places than one of them, drawn for it."""
    others = [one for one in pairs if one.place != pairs[number].place]
    return [others[one] for one in np.random.default_rng([6, number]).permutation(len(others))[:wanted]]


def as_they_are(pairs: Sequence[Pair], study: Study) -> pd.DataFrame:
    """The estimate for each pair before it is moved, NaN where it cannot tell."""
    found = [estimated(pair.codes, pair.rgb, study.patch_px) for pair in pairs]
    told = {"down_px": [one.down_px for one in found], "right_px": [one.right_px for one in found]}
    return pd.DataFrame(told | {"distance_px": [one.distance_px for one in found]}, dtype=float)


def measure_simulated(study: Study, report: Reporter) -> str:
    """Errors by mix, season and sky."""
    pairs = list(simulated_pairs(study, Quiet(report, 1)))
    done = trials(pairs, np.zeros((len(pairs), 2)), study, report)
    return f"simulated, known shifts\n{table(done, ('mix', 'season', 'sky')).to_string()}\n{strangers_told(pairs, study)}"


def measure_real(folder: Path, study: Study, report: Reporter) -> str:
    """How far real pairs lie apart, and errors beside that."""
    pairs = list(real_pairs(folder))
    before = as_they_are(pairs, study)
    judged = before.dropna()
    done = trials([pairs[one] for one in judged.index], judged[["down_px", "right_px"]].to_numpy(), study, report)
    # the same patches err alike before and after, so nothing is learned of the uncertainty
    figures = table(done, ("tile",)).drop(columns=WITHIN)
    return (
        f"real, as they are: of {len(pairs)} pairs {len(judged)} can be judged, {(judged['distance_px'] > TOLERATED_PX).sum()} "
        f"lie more than {TOLERATED_PX} px apart\n{judged.describe().round(2).to_string()}\n\n"
        f"real, known shifts, against the estimate before\n{figures.to_string()}\n{strangers_told(pairs, study)}"
    )


def main(study: Study) -> None:
    """Measure, and print the tables of each set."""
    report, folder = Terminal(CancelFlag()), os.environ.get("ECHOPATCH_TEST_DATA")
    if "real" in study.sets and not folder:
        raise SystemExit("set ECHOPATCH_TEST_DATA to the folder that holds eo_sar_pairs, or leave real pairs out: --sets simulated")
    if "simulated" in study.sets:
        report.result({"text": measure_simulated(study, report)})
    if "real" in study.sets and folder:
        report.result({"text": measure_real(Path(folder) / "eo_sar_pairs", study, report)})


if __name__ == "__main__":
    main(tyro.cli(Annotated[Study, tyro.conf.arg(name="")]))
