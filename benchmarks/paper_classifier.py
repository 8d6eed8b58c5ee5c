"""The classifier of the TerraSAR-X patch paper, from random and from ImageNet weights, over the size of the training set.

A ResNet-50 with the head 256-256-classes on 160 px patches (Marmanis et al. 2017, arXiv 1711.02010, who trained on more than
60,000 patches that are not published). It runs on simulated scenes, or with --patches on a set of one's own. Every run that is
done is kept in the work folder, and the same command goes on where it was stopped. Settings that are not named here are the
defaults of the command train; there is no validation set, so the weights of the last epoch are judged.
"""

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import pandas as pd
import tyro
from echopatch.core.contract.commands import COMMANDS
from echopatch.core.contract.commands.assessment import EvaluateConfig
from echopatch.core.contract.commands.learning import TrainConfig
from echopatch.core.contract.commands.patches import SplitOptions
from echopatch.core.contract.commands.training_options import SamplingOptions
from echopatch.core.contract.reporting import Reporter
from echopatch.core.engine.command_line import load
from echopatch.core.engine.output import remove
from echopatch.core.engine.patches.patch_set import PatchSet, read_patch_set
from echopatch.core.engine.patches.writer import new_patch_set
from echopatch.core.engine.reporting import CancelFlag, Terminal
from matplotlib.figure import Figure
from numpy.typing import NDArray
from shipped_model import Recipe, patch_set, training_scene

ROOT = Path(__file__).resolve().parents[1]
ALL = 0
"""As a size: all training patches there are."""
_COLOURS = {"random": "#d7301f", "ImageNet": "#2b7bba"}
_FIGURES = {"accuracy": "Accuracy", "mean_recall": "Mean recall"}
_COPIED_AT_ONCE = 256


@dataclass(frozen=True)
class Study:
    """What to run; the defaults take a GPU, or a CPU some days."""

    patches: Path | None = None
    """Patch set with training and test patches; scenes are simulated when left out."""
    test: Path | None = None
    """Patch set whose test split is judged; that of --patches when left out."""
    imagenet: Path | None = None
    """File of torchvision's ImageNet weights of a ResNet-50; without it that start is skipped."""
    sizes: tuple[int, ...] = (10, 20, 50, 100, ALL)
    """Training patches per class; 0 for all."""
    seeds: int = 3
    """Runs of each size and start: other draws of patches, other random weights."""
    epochs: int = 30
    epoch_patches: int = 448
    """An epoch draws each training patch once, and of smaller sets patches again until it has so many."""
    scenes: int = 24
    """Simulated scenes, three in ten of them for testing."""
    quick: bool = False
    """Sizes 10 and 50, one seed, 6 epochs of 640 patches, 12 scenes of 1024 px: minutes on two CPU cores, and too short to learn much."""
    device: str = "auto"
    work: Path = ROOT / "build" / "paper"
    """Where runs are kept, and table and picture written."""


_QUICK: dict[str, Any] = {"sizes": (10, 50), "seeds": 1, "epochs": 6, "epoch_patches": 640, "scenes": 12}


@dataclass(frozen=True)
class Run:
    """One training and its judgement."""

    start: str
    """``random`` or ``ImageNet``."""
    size: int
    seed: int
    weights: str = ""
    """What tells the file of start weights from others."""

    @property
    def name(self) -> str:
        """Of its files."""
        return f"{self.start.lower()}{self.weights}-{self.size or 'all'}-{self.seed}"


def simulated_set(study: Study, report: Reporter) -> PatchSet:
    """Patches of simulated scenes, of which whole ones are for testing."""
    size_px = 1024 if study.quick else 2048
    recipe = Recipe(training_scenes=study.scenes, size_px=size_px, work=study.work / f"scenes-{study.scenes}-{size_px}")
    recipe.work.mkdir(parents=True, exist_ok=True)
    scenes = [training_scene(index, recipe) for index in range(study.scenes)]
    split = SplitOptions(validation_share=0.0, test_share=0.3, split_by="scenes")
    return patch_set(scenes, recipe.work / "simulated.patchset", split, recipe, report)


def drawn_rows(patches: PatchSet, size: int, seed: int) -> NDArray[np.int64]:
    """Training patches, as many of each class or all of a rare one; the draw of a larger size holds that of a smaller one."""
    index = patches.index[patches.index["split"] == "train"]
    shuffled = index.sample(frac=1, random_state=seed)
    drawn = shuffled if size == ALL else shuffled.groupby("label").head(size)
    return np.sort(drawn["patch"].to_numpy(np.int64))


def write_subset(patches: PatchSet, rows: NDArray[np.int64], output: Path) -> None:
    """A patch set of some patches, all for training."""
    remove(output)
    with new_patch_set(output, len(patches.settings.channels), patches.settings.patch_px, optical=False) as writer:
        for first in range(0, len(rows), _COPIED_AT_ONCE):
            writer.append(patches.codes[rows[first : first + _COPIED_AT_ONCE]])
        index = patches.index.iloc[rows].reset_index(drop=True).assign(patch=np.arange(len(rows)))
        writer.finish(dataclasses.replace(patches.settings, sha256={}), index)


def train_config(study: Study, run: Run, subset: Path, patches: int) -> TrainConfig:
    """The settings of one run; ``patches`` is the size of its set."""
    return TrainConfig(
        patches=str(subset),
        output=str(subset.with_suffix(".safetensors")),
        backbone="resnet50",
        paper_head=True,
        texture_expert=False,
        start="random" if run.start == "random" else str(study.imagenet),
        epochs=study.epochs,
        drawing=SamplingOptions(epoch_patches=max(patches, study.epoch_patches)),
        device=study.device,
        seed=run.seed,
    )


def figures_of(study: Study, run: Run, patches: PatchSet, folder: Path, report: Reporter) -> dict[str, Any]:
    """Train and judge, unless that was done before; only the figures are kept."""
    kept = folder / f"{run.name}.json"
    if kept.exists():
        return dict(json.loads(kept.read_text(encoding="utf-8")))
    subset, rows = folder / f"{run.name}.patchset", drawn_rows(patches, run.size, run.seed)
    if not subset.exists():
        write_subset(patches, rows, subset)
    config = train_config(study, run, subset, len(rows))
    if not Path(config.output).exists():
        load(COMMANDS["train"])(config, report)
    judged_on, judgement = study.test or patches.folder, folder / f"{run.name}.report"
    evaluation = EvaluateConfig(config.output, str(judged_on), str(judgement), device=study.device, overwrite=True)
    reached = load(COMMANDS["evaluate"])(evaluation, report)
    figures = {**dataclasses.asdict(run), "patches": len(rows), **{name: reached[name] for name in _FIGURES}}
    kept.write_text(json.dumps(figures), encoding="utf-8")
    for done in (subset, judgement, Path(config.output), Path(config.output).with_suffix(".run")):
        remove(done)
    return figures


def runs_of(study: Study) -> Iterator[Run]:
    """Every run, small sets first."""
    starts = {"random": ""}
    if study.imagenet:
        starts["ImageNet"] = hashlib.sha256(study.imagenet.read_bytes()).hexdigest()[:8]
    for size in sorted(study.sizes, key=lambda size: size or np.inf):
        yield from (Run(start, size, seed, weights) for start, weights in starts.items() for seed in range(study.seeds))


def run_folder(study: Study, patches: PatchSet) -> Path:
    """The folder of runs that may be compared: of one patch set, one test set and one length of training."""
    tested = read_patch_set(str(study.test)).sha256 if study.test else ""
    settings = [patches.sha256, tested, study.epochs, study.epoch_patches]
    folder = study.work / f"runs-{hashlib.sha256(json.dumps(settings).encode()).hexdigest()[:8]}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def table(figures: pd.DataFrame) -> str:
    """Mean and spread over the seeds, as a table in Markdown."""
    lines = ["| training patches per class | start | accuracy | mean recall | runs |", "|---|---|---|---|---|"]
    for (size, start), rows in figures.sort_values("patches").groupby(["size", "start"], sort=False):
        told = [_with_spread(rows[name]) for name in _FIGURES]
        patches = f"all ({rows['patches'].iloc[0]} in sum)" if size == ALL else str(size)
        lines.append(f"| {patches} | {start} | {told[0]} | {told[1]} | {len(rows)} |")
    return "\n".join(lines)


def _with_spread(values: "pd.Series[float]") -> str:
    spread = f" ± {values.std(ddof=1):.3f}" if len(values) > 1 else ""
    return f"{values.mean():.3f}{spread}"


def draw(figures: pd.DataFrame, classes: int, path: Path) -> None:
    """Draw both figures over the number of training patches: a line through the means, a dot for each run."""
    picture = Figure(figsize=(10, 4.2), layout="constrained")
    for axes, (name, title) in zip(picture.subplots(1, 2, sharey=True), _FIGURES.items(), strict=True):
        for start, rows in figures.groupby("start"):
            per_class = rows["patches"] / classes
            means = rows.groupby("size")[[name, "patches"]].mean().sort_values("patches")
            axes.plot(per_class, rows[name], "o", color=_COLOURS[str(start)], alpha=0.45, markersize=5, markeredgewidth=0)
            axes.plot(means["patches"] / classes, means[name], "-", color=_COLOURS[str(start)], linewidth=2, label=f"{start} start")
        axes.set_xscale("log")
        ticks = sorted({float(one) / classes for one in figures["patches"]})
        axes.set_xticks(ticks, [f"{one:.0f}" for one in ticks])
        axes.minorticks_off()
        axes.axhline(1 / classes, color="#8a949b", linewidth=1, linestyle=":", label="guessing")
        axes.set(xlabel="training patches per class", title=title, ylim=(0, 1))
        axes.grid(alpha=0.25)
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(frameon=False, loc="lower right", bbox_to_anchor=(1, 0.16))
    picture.savefig(path, dpi=150)


def main(study: Study) -> None:
    """Run what is missing; write table and picture."""
    report = Terminal(CancelFlag())
    study = dataclasses.replace(study, **_QUICK) if study.quick else study
    if study.imagenet is None:
        print("ImageNet start: skipped, for --imagenet names no file of torchvision's ResNet-50 weights")
    patches = simulated_set(study, report) if study.patches is None else read_patch_set(str(study.patches))
    folder, found = run_folder(study, patches), []
    for run in runs_of(study):
        found.append(figures_of(study, run, patches, folder, report))
        print(f"{run.name}: accuracy {found[-1]['accuracy']:.3f}, mean recall {found[-1]['mean_recall']:.3f}")
    figures = pd.DataFrame(found)
    figures.to_csv(study.work / "paper_classifier.csv", index=False)
    text = table(figures)
    (study.work / "paper_classifier.md").write_text(text + "\n", encoding="utf-8")
    draw(figures, len(patches.settings.classes), study.work / "paper_classifier.png")
    print(f"{text}\n{study.work / 'paper_classifier.png'}")


if __name__ == "__main__":
    main(tyro.cli(Annotated[Study, tyro.conf.arg(name="")]))
