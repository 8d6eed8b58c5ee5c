"""How good a classifier do few labels allow? Real patches, groups held out, Echopatch's ways beside a random forest.

For each set of real chips in the folder that ECHOPATCH_TEST_DATA names: 5, 10, 20, 50 and all labels per class, several repetitions,
five folds of overlap groups. The default recipe from the shipped model and from random weights, a head alone on the shipped body, the
network without the texture expert, a plain ResNet-18 without any of it, and a forest of 500 trees on fifty features. Every training
that is done is kept, and the same command goes on where it was stopped.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import pandas as pd
import torch
import tyro
from echopatch.core.contract.commands.learning import RunOptions, TrainConfig, TransferOptions
from echopatch.core.contract.commands.patches import PatchesImportConfig
from echopatch.core.contract.commands.training_options import AugmentationOptions, SamplingOptions
from echopatch.core.contract.model_card import read_card
from echopatch.core.contract.reporting import Reporter
from echopatch.core.engine.assessment.figures import confusion_figures, count_confusion
from echopatch.core.engine.learning.splits import splits_of
from echopatch.core.engine.learning.train import train_on
from echopatch.core.engine.patches.chips import import_chips
from echopatch.core.engine.patches.folds import folds_of
from echopatch.core.engine.patches.patch_set import PatchSet, codes_to_db, read_patch_set
from echopatch.core.engine.reporting import CancelFlag, Terminal
from echopatch.core.engine.studies.curve_plan import WHOLE, Run, subset_of
from echopatch.core.engine.studies.curve_points import Outcome, kept
from echopatch.core.engine.studies.journal import note
from echopatch.core.engine.studies.quiet import Quiet
from forest import fit_forest, simple_features
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

ROOT = Path(__file__).resolve().parents[1]
FOLDS = 5
RECIPE, RANDOM, HEAD, ALONE, PLAIN, FOREST = ARMS = (
    "default recipe", "default recipe, random start", "head only", "network alone", "plain ResNet-18", "random forest",
)  # fmt: skip
Confusion = list[list[int]]


@dataclass(frozen=True)
class Study:
    """How large the study is."""

    sets: tuple[str, ...] = ("tsx_chips", "s1_patches")
    sizes: tuple[int, ...] = (5, 10, 20, 50, WHOLE)
    """Labels per class; 0 for all."""
    seeds: int = 5
    arms: tuple[str, ...] = ARMS
    only_tell: bool = False
    """Train nothing, only print the table of what is done."""
    work: Path = ROOT / "build" / "few-labels"


def chips_of(name: str, folder: Path) -> tuple[NDArray[np.float32], pd.DataFrame]:
    """Amplitudes (N, P, P) of a set of real chips, and label and overlap group of each."""
    if name == "tsx_chips":
        found = np.load(folder / name / f"{name}.npz")
        amplitude = np.hypot(found["re"].astype(np.float32), found["im"].astype(np.float32))
        group = found["group"]
    else:
        found = np.load(folder / name / "s1_stripmap_8class.npz")
        amplitude = np.abs(found["slc"]).astype(np.float32)
        group = overlap_groups(found["scene"], found["rowcol"], amplitude.shape[1])
    return amplitude, pd.DataFrame({"label": found["classes"][found["y"]], "group": group})


def overlap_groups(scene: NDArray[np.str_], corner: NDArray[np.int64], side_px: int) -> NDArray[np.int32]:
    """Number of the connected component of overlapping patches that each belongs to, (N,).

    Args:
        scene: name of each patch's scene, (N,).
        corner: row and column of its first pixel, (N, 2).
        side_px: of the patches.
    """
    apart = np.abs(corner[:, None].astype(np.int64) - corner[None]).max(axis=2)
    first, second = np.nonzero((apart < side_px) & (scene[:, None] == scene[None]))
    links = coo_matrix((np.ones(len(first)), (first, second)), (len(scene), len(scene)))
    return np.asarray(connected_components(links)[1])


def patch_set_of(name: str, folder: Path, work: Path, report: Reporter) -> PatchSet:
    """The chips as a patch set, imported when it is not there yet."""
    output = work / f"{name}.patchset"
    if not output.exists():
        amplitude, table = chips_of(name, folder)
        chips = work / f"{name}-chips"
        chips.mkdir(parents=True, exist_ok=True)
        table["path"] = [f"{number}.npy" for number in range(len(table))]
        for path, chip in zip(table["path"], amplitude, strict=True):
            np.save(chips / path, chip)
        table.to_csv(chips / "table.csv", index=False)
        import_chips(PatchesImportConfig(table=str(chips / "table.csv"), output=str(output)), report)
        shutil.rmtree(chips)
    return read_patch_set(str(output))


def arm_config(arm: str, run: Run, patches: PatchSet, output: Path) -> TrainConfig:
    """The settings of one training: those of an arm are the defaults of ``train`` but for what its name says."""
    start = "random" if arm in (RANDOM, PLAIN) else "shipped"
    changes: dict[str, Any] = {
        HEAD: {"head_only": True},
        ALONE: {"texture_expert": False},
        PLAIN: {
            "backbone": "resnet18", "texture_expert": False, "drawing": SamplingOptions(sampling="instance"),
            "augmentation": AugmentationOptions(augment=False), "run": RunOptions(ema_decay=0.0),
        },
        RANDOM: {"backbone": "resnet10"},
    }.get(arm, {})  # fmt: skip
    return TrainConfig(
        patches=str(patches.folder),
        output=str(output),
        start=start,
        transfer=TransferOptions(allow_other_quantity=True),
        precision="bf16",
        seed=run.seed,
        overwrite=True,
        **changes,
    )


def trained(run: Run, subset: PatchSet, folder: Path, report: Reporter) -> Confusion:
    """Train one arm on a subset, and count its answers for the test patches of the fold."""
    model = folder / "model.safetensors"
    train_on(subset, arm_config(ARMS[run.arm], run, subset, model), Quiet(report, 1))
    return list(read_card(str(model)).metrics["confusion"])


def grown(run: Run, subset: PatchSet, features: NDArray[np.float32]) -> Confusion:
    """The same by the forest."""
    labels, split = splits_of(subset).labels, subset.index["split"].to_numpy()
    known, asked = np.flatnonzero(split == "train"), np.flatnonzero(split == "test")
    answer = fit_forest(features[known], labels[known], run.seed).predict(features[asked])
    return list(count_confusion(labels[asked], answer, int(labels.max()) + 1).tolist())


def measure(name: str, folder: Path, study: Study, report: Reporter) -> dict[Run, Outcome]:
    """The outcome of every run of the study on a set; those that an earlier start finished are not done again."""
    patches, work = patch_set_of(name, folder, study.work, report), study.work / name
    work.mkdir(exist_ok=True)
    done, folds = kept(work), folds_of(patches, FOLDS, 0)
    db = decibels_of(patches)
    features = simple_features(db, *np.nanpercentile(db, (0.5, 99.5)))
    for run in runs_of(study):
        if run in done:
            continue
        subset = subset_of(patches, run, folds[run.fold])
        confusion = grown(run, subset, features) if ARMS[run.arm] == FOREST else trained(run, subset, work, report)
        done[run] = Outcome(run, int((subset.index["split"] == "train").sum()), confusion)
        note(work, done[run])
    return done


def decibels_of(patches: PatchSet) -> NDArray[np.float32]:
    """All chips of a set in dB, (N, P, P)."""
    return codes_to_db(torch.from_numpy(patches.codes[:, 0].astype(np.int32)), patches.settings).numpy()


def runs_of(study: Study) -> list[Run]:
    """All trainings; the first repetition of everything comes first, so that an unfinished study says something already."""
    arms = [ARMS.index(one) for one in study.arms]
    return [Run(arm, size, seed, fold) for seed in range(study.seeds) for size in study.sizes for arm in arms for fold in range(FOLDS)]


def recalls_of(outcomes: dict[Run, Outcome]) -> pd.Series:
    """Mean recall of each whole repetition, by arm, labels per class and seed."""
    recalls = {}
    for key in dict.fromkeys((run.arm, run.size, run.seed) for run in outcomes):
        parts = [outcomes[run].confusion for run in outcomes if (run.arm, run.size, run.seed) == key]
        if len(parts) == FOLDS:
            recalls[key] = float(confusion_figures(np.sum(parts, axis=0))["mean_recall"])
    return pd.Series(recalls).rename_axis(["arm", "size", "seed"])


def table_of(recalls: pd.Series, sign: str = "") -> pd.DataFrame:
    """Mean and standard deviation over repetitions, and their number in brackets, by arm and labels per class.

    Args:
        recalls: or differences of them, as ``recalls_of`` gives them.
        sign: ``+`` to write that of differences.
    """
    told = {}
    for (arm, size), each in recalls.groupby(level=["arm", "size"], sort=False):
        spread = f" ± {each.std():.3f}" if len(each) > 1 else ""
        told[ARMS[arm], size or np.inf] = f"{each.mean():{sign}.3f}{spread} ({len(each)})"
    table = pd.Series(told).unstack().sort_index(axis=1)
    return table.reindex([arm for arm in ARMS if arm in table.index]).rename(columns=lambda size: "all" if size == np.inf else int(size))


def gains_of(recalls: pd.Series) -> pd.Series:
    """How much higher the default recipe comes than each other arm, where both had the same labels and seed."""
    recipe = recalls[recalls.index.get_level_values("arm") == ARMS.index(RECIPE)].droplevel("arm")
    others = recalls[recalls.index.get_level_values("arm") != ARMS.index(RECIPE)]
    return (recipe.reindex(others.index.droplevel("arm")).to_numpy() - others).dropna()


def main(study: Study) -> None:
    """Measure, and print the tables of each set."""
    folder = os.environ.get("ECHOPATCH_TEST_DATA")
    if not folder and not study.only_tell:
        raise SystemExit("set ECHOPATCH_TEST_DATA to the folder that holds tsx_chips and s1_patches")
    report = Terminal(CancelFlag())
    study.work.mkdir(parents=True, exist_ok=True)
    for name in study.sets:
        outcomes = kept(study.work / name) if study.only_tell else measure(name, Path(folder or ""), study, report)
        recalls = recalls_of(outcomes)
        told = {"mean recall": table_of(recalls), "gain of the default recipe": table_of(gains_of(recalls), "+")}
        report.result({"text": "\n".join(f"{name}: {what}\n{table.fillna('').to_string()}" for what, table in told.items())})


if __name__ == "__main__":
    main(tyro.cli(Annotated[Study, tyro.conf.arg(name="")]))
