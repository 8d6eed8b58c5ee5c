"""What makes a map better, and what it costs: modes, mirrored looks, an ensemble and smoothing, on scenes the model never saw.

Every way answers the same cells of 32 px. Figures are means over the scenes. Cost is the time that the answers to the first scene take,
in units of the plain dense way: the least of some runs, for which all ways take turns.

usage: python benchmarks/map_quality.py [--second MODEL] [--scenes 6] [--size-px 1280]
"""

import dataclasses
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import geopandas as gpd
import numpy as np
import tyro
from demo import compare
from echopatch.core.contract.commands.classify import ClassifyConfig
from echopatch.core.contract.commands.simulate import SimulateConfig
from echopatch.core.contract.model_card import read_card
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.mapping.classify import classify
from echopatch.core.engine.simulation.simulate import simulate

SHIPPED = Path(__file__).resolve().parents[1] / "resources" / "models" / "echopatch-sim-resnet10.safetensors"
STRIDE_PX = 32


@dataclass(frozen=True)
class Trial:
    """What is mapped with what."""

    model: Path = SHIPPED
    second: Path | None = None
    """A further model of the same legend, for the ensemble; without it the ensemble is left out."""
    scenes: int = 6
    size_px: int = 1280
    seed: int = 7100
    """Of the first scene; the others follow."""
    rounds: int = 3
    """How often each way is timed."""
    device: str = "auto"


@dataclass(frozen=True)
class Figures:
    """Of one way to map one scene."""

    accuracy: float
    mean_recall: float
    unknown: float
    """Share of cells marked unknown."""
    cells_per_s: float


def ways(trial: Trial) -> dict[str, dict[str, object]]:
    """Settings of each way, by its name; the first is what the others are compared with."""
    together = {} if trial.second is None else {"ensemble": (str(trial.second),)}
    found: dict[str, dict[str, object]] = {
        "dense": {},
        "dense, flips": {"test_time": "flips"},
        "dense, smooth 1": {"smooth": 1},
        "dense, smooth 2": {"smooth": 2},
        "dense, flips, smooth 2": {"test_time": "flips", "smooth": 2},
        "patch": {"mode": "patch"},
        "patch, flips": {"mode": "patch", "test_time": "flips"},
        "patch, smooth 2": {"mode": "patch", "smooth": 2},
    }
    if together:
        found["dense, two models"] = together
        found["dense, two models, smooth 2"] = {**together, "smooth": 2}
    return found


def simulated(trial: Trial, folder: Path) -> list[Path]:
    """Folders of scenes of unlike incidence angle, looks and mix."""
    kinds = [(35.0, 1, "balanced"), (27.0, 4, "urban"), (43.0, 2, "rural")]
    scenes = []
    for index in range(trial.scenes):
        incidence_deg, looks, mix = kinds[index % len(kinds)]
        scene = SimulateConfig(
            str(folder / f"scene-{index}"),
            trial.seed + index,
            trial.size_px,
            incidence_deg=incidence_deg,
            looks=looks,
            mix=mix,
            optical=False,
        )
        simulate(scene, Silent())
        scenes.append(Path(scene.output))
    return scenes


def measured(trial: Trial, scenes: list[Path], folder: Path) -> dict[str, list[Figures]]:
    """The figures of each way, scene by scene; behind them those of the first scene again, for the time alone."""
    found: dict[str, list[Figures]] = {name: [] for name in ways(trial)}
    for scene in [*scenes, *[scenes[0]] * (trial.rounds - 1)]:
        for name, settings in ways(trial).items():
            found[name].append(_one(trial, scene, folder / "map.gpkg", settings))
    return found


def _one(trial: Trial, scene: Path, output: Path, settings: dict[str, object]) -> Figures:
    product = next(scene.glob("TSX1_*"))
    config = ClassifyConfig(
        model=str(trial.model), output=str(output), scene=str(product), stride_px=STRIDE_PX, device=trial.device, overwrite=True
    )
    answer = classify(dataclasses.replace(config, **settings), Silent())  # type: ignore[arg-type]
    unknown = float((gpd.read_file(output, layer="cells")["status"] == "unknown").mean())
    comparison = compare(scene / "labels.gpkg", output)
    recall = float(np.mean(list(comparison.recalls.values())))
    return Figures(comparison.accuracy, recall, unknown, float(str(answer["cells_per_s"])))


def table(found: dict[str, list[Figures]], scenes: int) -> str:
    """As Markdown; the first way is what the others are compared with."""
    plain: tuple[float, float, float] | None = None
    lines = ["| way | accuracy | mean recall | unknown | cost | cells/s |", "|---|--:|--:|--:|--:|--:|"]
    for name, some in found.items():
        accuracy, recall, unknown = (statistics.fmean(values) for values in zip(*map(_quality, some[:scenes]), strict=True))
        speed = max(one.cells_per_s for one in (some[0], *some[scenes:]))
        plain = plain or (accuracy, recall, speed)
        gains = [f" ({value - first:+.3f})" if lines[2:] else "" for value, first in zip((accuracy, recall), plain, strict=False)]
        lines.append(
            f"| {name} | {accuracy:.3f}{gains[0]} | {recall:.3f}{gains[1]} | {unknown:.1%} | {plain[2] / speed:.1f} | {speed:,.0f} |"
        )
    return "\n".join(lines)


def _quality(one: Figures) -> tuple[float, float, float]:
    return one.accuracy, one.mean_recall, one.unknown


def main(trial: Trial) -> None:
    """Simulate, map in every way, compare with the truth, print the table."""
    with tempfile.TemporaryDirectory(prefix="echopatch-map-quality-") as name:
        folder = Path(name)
        scenes = simulated(trial, folder)
        print(f"{read_card(str(trial.model)).name}, {trial.scenes} simulated scenes of {trial.size_px} px, cells of {STRIDE_PX} px\n")
        print(table(measured(trial, scenes, folder), trial.scenes))


if __name__ == "__main__":
    main(tyro.cli(Annotated[Trial, tyro.conf.arg(name="")]))
