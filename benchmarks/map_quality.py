"""What makes a map better, and what it costs: modes, mirrored looks, an ensemble and smoothing, on scenes the model never saw.

Every way answers the same cells of 32 px. Figures are means over the scenes; cost is the time of the plain dense way's answers to the
same cells, taken in turns.

usage: python benchmarks/map_quality.py [--second MODEL] [--scenes 3] [--size-px 1536]
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
from echopatch.core.contract.commands.classify import ClassifyConfig
from echopatch.core.contract.commands.simulate import SimulateConfig
from echopatch.core.contract.model_card import read_card
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.mapping.classify import classify
from echopatch.core.engine.simulation.simulate import simulate

from demo import compare

SHIPPED = Path(__file__).resolve().parents[1] / "resources" / "models" / "echopatch-sim-resnet10.safetensors"
STRIDE_PX = 32


@dataclass(frozen=True)
class Trial:
    """What is mapped with what."""

    model: Path = SHIPPED
    second: Path | None = None
    """A further model of the same legend, for the ensemble; without it the ensemble is left out."""
    scenes: int = 3
    size_px: int = 1536
    seed: int = 7100
    """Of the first scene; the others follow."""
    device: str = "auto"


@dataclass(frozen=True)
class Figures:
    """Of one way to map, as means over the scenes."""

    accuracy: float
    mean_recall: float
    unknown: float
    """Share of cells marked unknown."""
    seconds: float
    """For the answers to all cells of all scenes."""
    cells: int


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


def measured(trial: Trial, scenes: list[Path], folder: Path) -> dict[str, Figures]:
    """The figures of each way: scene by scene, all ways in turns."""
    found: dict[str, list[Figures]] = {name: [] for name in ways(trial)}
    for scene in scenes:
        for name, settings in ways(trial).items():
            found[name].append(_one(trial, scene, folder / "map.gpkg", settings))
    return {name: _mean(some) for name, some in found.items()}


def _one(trial: Trial, scene: Path, output: Path, settings: dict[str, object]) -> Figures:
    product = next(scene.glob("TSX1_*"))
    config = ClassifyConfig(
        model=str(trial.model), output=str(output), scene=str(product), stride_px=STRIDE_PX, device=trial.device, overwrite=True
    )
    answer = classify(dataclasses.replace(config, **settings), Silent())  # type: ignore[arg-type]
    cells = int(str(answer["cells"]))
    unknown = float((gpd.read_file(output, layer="cells")["status"] == "unknown").mean())
    comparison = compare(scene / "labels.gpkg", output)
    recall = float(np.mean(list(comparison.recalls.values())))
    return Figures(comparison.accuracy, recall, unknown, cells / float(str(answer["cells_per_s"])), cells)


def _mean(some: list[Figures]) -> Figures:
    accuracy, mean_recall, unknown = (
        statistics.fmean(getattr(one, name) for one in some) for name in ("accuracy", "mean_recall", "unknown")
    )
    return Figures(accuracy, mean_recall, unknown, sum(one.seconds for one in some), sum(one.cells for one in some))


def table(figures: dict[str, Figures]) -> str:
    """As Markdown; cost is time over that of the first row."""
    plain = next(iter(figures.values()))
    lines = ["| way | accuracy | mean recall | unknown | cost | cells/s |", "|---|--:|--:|--:|--:|--:|"]
    for name, one in figures.items():
        gain = "" if one is plain else f" ({one.accuracy - plain.accuracy:+.3f})"
        recall = "" if one is plain else f" ({one.mean_recall - plain.mean_recall:+.3f})"
        lines.append(
            f"| {name} | {one.accuracy:.3f}{gain} | {one.mean_recall:.3f}{recall} | {one.unknown:.1%} |"
            f" {one.seconds / plain.seconds:.1f} | {one.cells / one.seconds:,.0f} |"
        )
    return "\n".join(lines)


def main(trial: Trial) -> None:
    """Simulate, map in every way, compare with the truth, print the table."""
    with tempfile.TemporaryDirectory(prefix="echopatch-map-quality-") as name:
        folder = Path(name)
        scenes = simulated(trial, folder)
        print(f"{read_card(str(trial.model)).name}, {trial.scenes} simulated scenes of {trial.size_px} px, cells of {STRIDE_PX} px\n")
        print(table(measured(trial, scenes, folder)))


if __name__ == "__main__":
    main(tyro.cli(Annotated[Trial, tyro.conf.arg(name="")]))
