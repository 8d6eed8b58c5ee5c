"""How good are synthetic patches of the three scenarios? A BEGAN on simulated Settlements, as in the paper, and on real patches.

For each set: a generator of whole patches, of patches at twice the ground spacing and of crops, a hundred patches of each class, and
what ``gan assess`` says of them. Draws the previews and the state of M and of diversity. What is done is kept, and the same command
goes on where it was stopped. The real set is read from the folder that ECHOPATCH_TEST_DATA names.
"""

import csv
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import matplotlib.image
import numpy as np
import torch
import tyro
from echopatch.core.contract.commands.generation import SCENARIOS, GanSampleConfig, GanTrainConfig, GeneratorOptions
from echopatch.core.contract.commands.generation_quality import GanAssessConfig
from echopatch.core.contract.commands.patches import PatchesCutConfig
from echopatch.core.contract.commands.simulate import OpticalOptions, SimulateConfig
from echopatch.core.contract.reporting import Reporter
from echopatch.core.engine.generation.fit import fixed_latent
from echopatch.core.engine.generation.gan_sample import gan_sample
from echopatch.core.engine.generation.gan_train import gan_train
from echopatch.core.engine.generation.generator_file import load_generator
from echopatch.core.engine.generation.previews import PREVIEW_COLUMNS, write_preview
from echopatch.core.engine.patches.cut import cut
from echopatch.core.engine.realism.gan_assess import gan_assess
from echopatch.core.engine.reporting import CancelFlag, Terminal
from echopatch.core.engine.simulation.simulate import simulate
from few_labels import patch_set_of
from matplotlib.figure import Figure
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
STEPS = {"simulated": (400, 800, 800), "s1_patches": (800, 1500, 1500)}
"""Of full, coarse and crop: what two cores do in an hour, at 160 and at 64 px."""
SEEDS = (901, 902, 903, 904, 905, 906)
LEAST_ROWS, GAP_PX = 3, 24
"""Of the sheets: rows of eight in each, and between two of them."""
COLOURS = {"full": "#0072b2", "coarse": "#d55e00", "crop": "#009e73"}
"""That the colour-blind can tell apart too (Okabe and Ito)."""
FIGURES = ("levels_db", "texture", "frechet", "kernel")
PROPERTIES = ("looks", "rows_px", "columns_px", "similarity")


@dataclass(frozen=True)
class Study:
    """How large the study is."""

    sets: tuple[str, ...] = ("simulated", "s1_patches")
    count: int = 100
    """Synthetic patches of each class."""
    precision: str = "bf16"
    pictures: bool = False
    """Draw the pictures of the docs anew."""
    work: Path = ROOT / "build" / "gan-scenarios"


def set_of(name: str, study: Study, report: Reporter) -> tuple[Path, tuple[str, ...]]:
    """A patch set, made when it is not there yet, and the classes to learn of it."""
    if name == "simulated":
        return simulated_set(study.work, report), ("Settlements",)
    folder = os.environ.get("ECHOPATCH_TEST_DATA")
    if not folder:
        raise SystemExit("set ECHOPATCH_TEST_DATA to the folder that holds s1_patches")
    return patch_set_of(name, Path(folder), study.work, report).folder, ()


def simulated_set(work: Path, report: Reporter) -> Path:
    """Patches of six urban scenes, cut at every half patch, split by scenes."""
    output = work / "simulated.patchset"
    if output.exists():
        return output
    scenes = [work / f"scene-{seed}" for seed in SEEDS]
    for number, (seed, scene) in enumerate(zip(SEEDS, scenes, strict=True), 1):
        if not scene.exists():
            angle = 25.0 + 3 * number
            simulate(SimulateConfig(str(scene), seed, mix="urban", incidence_deg=angle, companion=OpticalOptions(optical=False)), report)
    products = tuple(str(next(scene.glob("TSX1_SAR__*"))) for scene in scenes)
    labels = tuple(str(scene / "labels.gpkg") for scene in scenes)
    cut(PatchesCutConfig(scene=products, labels=labels, output=str(output), stride_px=80, split_by="scenes"), report)
    for scene in scenes:
        shutil.rmtree(scene)
    return output


def learn(name: str, scenario: str, study: Study, report: Reporter) -> Path:
    """Train, sample and assess one scenario, but for what is done already; the generator."""
    patches, classes = set_of(name, study, report)
    generator = study.work / f"{name}-{scenario}.safetensors"
    synthetic, judged = generator.with_suffix(".patchset"), generator.with_suffix("")
    steps = STEPS[name][SCENARIOS.index(scenario)]
    options = GeneratorOptions(scenario=scenario, steps=steps)
    if not generator.exists():
        gan_train(GanTrainConfig(str(patches), str(generator), classes, options, precision=study.precision), report)
    if not synthetic.exists():
        gan_sample(GanSampleConfig(str(generator), str(synthetic), study.count), report)
    if not judged.exists():
        gan_assess(GanAssessConfig(str(synthetic), str(patches), str(judged)), report)
    return generator


def row_of(name: str, scenario: str, generator: Path) -> list[str]:
    """A line of the table: the figures of synthetic patches, and those of real ones in brackets."""
    overall = json.loads((generator.with_suffix("") / "metrics.json").read_text(encoding="utf-8"))["overall"]
    distances = [_pair(overall["distances"], figure) for figure in FIGURES]
    properties = [_pair(overall["properties"], figure) for figure in PROPERTIES]
    history = history_of(generator)
    return [name, scenario, f"{history[-1]['step']:,.0f}", *distances, *properties, str(overall["copies"])]


def _pair(figures: dict[str, Any], name: str) -> str:
    return f"{figures['synthetic'][name]:.2f} ({figures['real'][name]:.2f})"


def history_of(generator: Path) -> list[dict[str, float]]:
    """The rows of a run's history."""
    with (generator.with_suffix(".run") / "history.csv").open(encoding="utf-8") as file:
        return [{key: float(value) for key, value in row.items()} for row in csv.DictReader(file)]


def draw_courses(generators: dict[tuple[str, str], Path], path: Path) -> None:
    """Write a PNG: M and the diversity of each run, a column for each set."""
    names = list(dict.fromkeys(name for name, _ in generators))
    figure = Figure(figsize=(4.6 * len(names), 5.0), layout="constrained")
    axes = figure.subplots(2, len(names), sharex="col", squeeze=False)
    for (name, scenario), generator in generators.items():
        history, column = history_of(generator), names.index(name)
        steps = [row["step"] for row in history]
        for panel, key in zip(axes[:, column], ("convergence", "diversity"), strict=True):
            panel.plot(steps, [row[key] for row in history], color=COLOURS[scenario], label=scenario, linewidth=1.5)
    for column, name in enumerate(names):
        measure, diversity = axes[:, column]
        measure.set_title(name.replace("_", " "))
        measure.set_yscale("log")
        diversity.axhline(1, color="#333333", linewidth=0.8, linestyle="--")
        diversity.set_ylim(bottom=0)
        diversity.set_xlabel("step")
        for panel in (measure, diversity):
            panel.grid(alpha=0.25)
            panel.spines[["top", "right"]].set_visible(False)
    axes[0, 0].set_ylabel("convergence M")
    axes[1, 0].set_ylabel("diversity, made / real")
    axes[0, -1].legend(frameon=False, fontsize=9)
    figure.savefig(path, dpi=110)


def preview_of(generator: Path) -> NDArray[np.float32]:
    """A sheet of what a generator makes, in 0..1, (rows, columns, 3)."""
    made_by = load_generator(str(generator))
    names = [one.name for one in made_by.card.classes]
    rows = max(1, LEAST_ROWS // len(names))
    classes = torch.arange(len(names)).repeat_interleave(rows * PREVIEW_COLUMNS)
    with torch.inference_mode():
        images = made_by.network(fixed_latent(made_by.network.plan, classes, torch.device("cpu")))
    path = generator.with_suffix(".png")
    title = f"{made_by.card.scenario}: {made_by.card.size_px} px, {made_by.card.training['steps']:,} steps"
    write_preview(images, names, title, path)
    return np.asarray(matplotlib.image.imread(path))[..., :3]


def stack_previews(generators: list[Path], path: Path) -> None:
    """Write a PNG: what some generators make, side by side."""
    sheets = [preview_of(generator) for generator in generators]
    padded = [np.pad(one, ((0, 0), (0, GAP_PX), (0, 0)), constant_values=1.0) for one in sheets]
    matplotlib.image.imsave(path, np.concatenate(padded, axis=1))


def main(study: Study) -> None:
    """Train, judge, draw, and print the table."""
    report = Terminal(CancelFlag())
    study.work.mkdir(parents=True, exist_ok=True)
    generators = {(name, scenario): learn(name, scenario, study, report) for name in study.sets for scenario in SCENARIOS}
    head = ["set", "scenario", "steps", *FIGURES, *PROPERTIES, "copies"]
    rows = [head, ["---"] * len(head), *(row_of(*key, generator) for key, generator in generators.items())]
    report.result({"text": "\n".join(f"| {' | '.join(row)} |" for row in rows)})
    folder = ROOT / "docs" / "images" if study.pictures else study.work
    draw_courses(generators, folder / "gan-courses.png")
    for name in study.sets:
        stack_previews([generators[name, scenario] for scenario in SCENARIOS], folder / f"gan-{name.replace('_', '-')}.png")


if __name__ == "__main__":
    main(tyro.cli(Annotated[Study, tyro.conf.arg(name="")]))
