"""Make the shipped model: simulate scenes, cut patches, train a ResNet-10, test it on scenes of kinds it never saw.

Everything is simulated, so the model knows simulated data only; its card says so. Work in progress stays in
``build/model`` and is taken up again, so an interrupted run costs only what was under way.
"""

import dataclasses
import json
import shutil
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import torch
import tyro
from echopatch.core.contract.commands.assessment import EvaluateConfig
from echopatch.core.contract.commands.learning import RunOptions, TrainConfig
from echopatch.core.contract.commands.patches import PatchesCutConfig, SplitOptions
from echopatch.core.contract.commands.simulate import CLASS_MIXES, SimulateConfig
from echopatch.core.contract.reporting import Reporter
from echopatch.core.engine.learning.evaluate import evaluate
from echopatch.core.engine.learning.train import train
from echopatch.core.engine.network.model_file import load_model, save_model
from echopatch.core.engine.output import whole
from echopatch.core.engine.patches.cut import cut
from echopatch.core.engine.patches.patch_set import PatchSet, codes_to_db, read_patch_set
from echopatch.core.engine.reporting import CancelFlag, Terminal
from echopatch.core.engine.simulation.simulate import simulate
from forest import fit_forest, simple_features
from numpy.typing import NDArray
from sklearn.metrics import accuracy_score, recall_score

ROOT = Path(__file__).resolve().parents[1]
NAME = "echopatch-sim-resnet10"
SEEN_INCIDENCE_DEG = (24.0, 46.0)
SEEN_LOOKS = (1, 1, 2, 4, 6)
SEEN_FACTOR = (0.6e-5, 2.0e-5)
PROVENANCE = (
    "Trained on simulated TerraSAR-X scenes only ({scenes} scenes of {size} px, {patches} patches): it has never seen a real one, "
    "and its figures hold for simulated scenes. Made by benchmarks/shipped_model.py."
)


@dataclass(frozen=True)
class Recipe:
    """How large the run is; the defaults make the shipped file."""

    training_scenes: int = 40
    test_scenes: int = 3
    """Scenes of each kind of test."""
    size_px: int = 2048
    stride_px: int = 80
    epochs: int = 12
    work: Path = ROOT / "build" / "model"
    output: Path = ROOT / "resources" / "models" / f"{NAME}.safetensors"


def training_scene(index: int, recipe: Recipe) -> SimulateConfig:
    """Scene after scene with another seed, incidence, number of looks, calibration factor, mix and polarisation."""
    draw = np.random.default_rng([2026, index])
    low, high = np.log(SEEN_FACTOR)
    return SimulateConfig(
        output=str(recipe.work / f"train-{index:03d}"),
        seed=1000 + index,
        size_px=recipe.size_px,
        incidence_deg=float(draw.uniform(*SEEN_INCIDENCE_DEG)),
        looks=SEEN_LOOKS[index % len(SEEN_LOOKS)],
        calibration_factor=float(np.exp(draw.uniform(low, high))),
        mix=CLASS_MIXES[index % len(CLASS_MIXES)] if index % 2 else "balanced",
        polarisation="HH" if draw.random() < 0.7 else "VV",
        optical=False,
    )


def test_scenes(recipe: Recipe) -> dict[str, list[SimulateConfig]]:
    """For each kind of test, scenes of seeds never trained on; all but the first also of a condition never trained on."""
    unseen: dict[str, dict[str, Any]] = {
        "new seeds": {},
        "new calibration factor": {"calibration_factor": 6.0e-5},
        "new incidence (52 deg)": {"incidence_deg": 52.0},
        "new looks (3)": {"looks": 3},
        "new looks (8)": {"looks": 8},
    }
    scenes: dict[str, list[SimulateConfig]] = {}
    for kind, (name, changes) in enumerate(unseen.items()):
        seen = [training_scene(500 + 100 * kind + index, recipe) for index in range(recipe.test_scenes)]
        scenes[name] = [
            dataclasses.replace(
                scene, seed=9000 + 100 * kind + index, mix="balanced", output=str(recipe.work / f"test-{kind}-{index}"), **changes
            )
            for index, scene in enumerate(seen)
        ]
    return scenes


def simulate_missing(scenes: Iterable[SimulateConfig], report: Reporter) -> None:
    """Simulate the scenes that are not there yet, two at a time."""
    missing = [scene for scene in scenes if not Path(scene.output).exists()]
    with ProcessPoolExecutor(2, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        for done, _ in enumerate(pool.map(_simulate_one, missing), 1):
            report.progress(done, len(missing), "progress-simulate")


def _simulate_one(scene: SimulateConfig) -> None:
    simulate(scene, Terminal(CancelFlag()))


def patch_set(scenes: list[SimulateConfig], output: Path, split: SplitOptions, recipe: Recipe, report: Reporter) -> PatchSet:
    """The labelled patches of some scenes, cut when they are not there yet."""
    if not output.exists():
        simulate_missing(scenes, report)
        products = tuple(str(next(Path(scene.output).glob("TSX1_*"))) for scene in scenes)
        labels = tuple(str(Path(scene.output) / "labels.gpkg") for scene in scenes)
        cut(PatchesCutConfig(scene=products, labels=labels, output=str(output), stride_px=recipe.stride_px, split=split), report)
        for scene in scenes:
            shutil.rmtree(scene.output)
    return read_patch_set(str(output))


def decibels_of(patches: PatchSet, split: str) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Patches of one split in dB, (N, P, P), and their class codes."""
    rows = np.flatnonzero(patches.index["split"] == split)
    db = codes_to_db(torch.from_numpy(patches.codes[rows, 0].astype(np.int32)), patches.settings).numpy()
    return db, patches.index["label"].to_numpy()[rows].astype(np.int64)


def figures(truth: NDArray[np.int64], answer: NDArray[np.int64]) -> dict[str, float]:
    """Accuracy and mean recall."""
    return {"accuracy": float(accuracy_score(truth, answer)), "mean_recall": float(recall_score(truth, answer, average="macro"))}


def main(recipe: Recipe) -> None:
    """Simulate, cut, train, test, and write the model with what it reached in its card."""
    report = Terminal(CancelFlag())
    recipe.work.mkdir(parents=True, exist_ok=True)
    scenes = [training_scene(index, recipe) for index in range(recipe.training_scenes)]
    trained_on = patch_set(scenes, recipe.work / "train.patchset", SplitOptions(validation_share=0.12, test_share=0.0), recipe, report)
    draft = recipe.work / f"{NAME}.safetensors"
    if not draft.exists():
        train(train_config(recipe, len(trained_on.index), draft), report)
    tests = {
        name: patch_set(scenes, recipe.work / f"test-{kind}.patchset", SplitOptions(validation_share=0.0, test_share=0.9), recipe, report)
        for kind, (name, scenes) in enumerate(test_scenes(recipe).items())
    }
    reached = judge(draft, trained_on, tests, recipe, report)
    model = load_model(str(draft))
    new_seeds = next(iter(reached.values()))
    metrics = {"patches": new_seeds["patches"], **new_seeds["network"], "simulated scenes": reached}
    card = dataclasses.replace(model.card, name=NAME, metrics=metrics)
    with whole(recipe.output) as partial:
        save_model(partial, model.network, card, half=True, domains=model.domains)
    report.result({"text": table(reached)})


def train_config(recipe: Recipe, patches: int, output: Path) -> TrainConfig:
    """The settings of the one training run."""
    return TrainConfig(
        patches=str(recipe.work / "train.patchset"),
        output=str(output),
        start="random",
        backbone="resnet10",
        epochs=recipe.epochs,
        batch_size=64,
        learning_rate=1e-3,
        run=RunOptions(ema_decay=0.0),
        half_file=True,
        licence="GPL-2.0-or-later",
        provenance=PROVENANCE.format(scenes=recipe.training_scenes, size=recipe.size_px, patches=patches),
    )


def judge(model: Path, trained_on: PatchSet, tests: dict[str, PatchSet], recipe: Recipe, report: Reporter) -> dict[str, Any]:
    """Accuracy and mean recall of the model, and of a random forest on the same patches, for each kind of test."""
    radiometry = load_model(str(model)).card.radiometry
    window = radiometry.floor_db, radiometry.ceiling_db
    db, labels = decibels_of(trained_on, "train")
    forest = fit_forest(simple_features(db, *window), labels)
    reached = {}
    for kind, (name, patches) in enumerate(tests.items()):
        config = EvaluateConfig(str(model), str(patches.folder), str(recipe.work / f"report-{kind}"), overwrite=True)
        network = evaluate(config, report)
        db, truth = decibels_of(patches, "test")
        reached[name] = {
            "patches": len(truth),
            "network": {key: float(network[key]) for key in ("accuracy", "mean_recall")},
            "forest": figures(truth, forest.predict(simple_features(db, *window))),
        }
    return reached


def table(reached: dict[str, Any]) -> str:
    """The figures as lines of text, and as JSON for the docs."""
    lines = [f"{'test scenes':26} patches  network acc / recall   forest acc / recall"]
    for name, row in reached.items():
        network, forest = row["network"], row["forest"]
        lines.append(
            f"{name:26} {row['patches']:7d}      {network['accuracy']:.3f} / {network['mean_recall']:.3f}"
            f"        {forest['accuracy']:.3f} / {forest['mean_recall']:.3f}"
        )
    return "\n".join([*lines, json.dumps(reached)])


if __name__ == "__main__":
    main(tyro.cli(Annotated[Recipe, tyro.conf.arg(name="")]))
