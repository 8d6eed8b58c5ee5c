"""How good a classifier do few labels allow? Real patches, groups held out, Echopatch's ways beside a random forest.

For each set of real chips in the folder that ECHOPATCH_TEST_DATA names: 5, 10, 20, 50 and all labels per class, several repetitions,
five folds of overlap groups. The default recipe from the shipped model and from random weights, a head alone on the shipped body, a
plain ResNet-18 without any of it, and a forest of 500 trees on fifty features. An interrupted run is taken up again.
"""

import dataclasses
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import pandas as pd
import torch
import tyro
from echopatch.core.contract.commands.comparison import CurveConfig
from echopatch.core.contract.commands.patches import PatchesImportConfig
from echopatch.core.contract.commands.training_options import AugmentationOptions, SamplingOptions
from echopatch.core.contract.reporting import Reporter
from echopatch.core.engine.assessment.figures import confusion_figures, count_confusion
from echopatch.core.engine.learning.splits import splits_of
from echopatch.core.engine.patches.chips import import_chips
from echopatch.core.engine.patches.patch_set import PatchSet, codes_to_db, read_patch_set
from echopatch.core.engine.reporting import CancelFlag, Terminal
from echopatch.core.engine.studies.curve import FIGURES_FILE, curve
from echopatch.core.engine.studies.curve_plan import WHOLE, Run, plan_of, subset_of
from forest import fit_forest, simple_features
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

ROOT = Path(__file__).resolve().parents[1]
FOLDS = 5
RECIPE, HEAD, PLAIN = "default recipe", "head only", "plain ResNet-18"


@dataclass(frozen=True)
class Study:
    """How large the study is; the defaults make the table in docs/few-labels.md."""

    sets: tuple[str, ...] = ("tsx_chips", "s1_patches")
    sizes: tuple[int, ...] = (5, 10, 20, 50)
    seeds: int = 5
    rival_sizes: tuple[int, ...] = (10,)
    """Of what takes longest: a random start, a plain ResNet-18, and all of them with all labels. None leaves it out."""
    rival_seeds: int = 2
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


def curve_config(patches: PatchSet, study: Study, arms: dict[str, Any]) -> CurveConfig:
    """Settings of one learning curve of the study."""
    return CurveConfig(patches=str(patches.folder), sizes=study.sizes, seeds=study.seeds, folds=FOLDS, precision="bf16", **arms)


def measured(name: str, config: CurveConfig, report: Reporter) -> dict[str, Any]:
    """Figures of a curve, trained when they are not there yet."""
    output = Path(config.output)
    if not output.exists():
        report.result({"text": f"{name}: {output.stem}"})
        curve(config, report)
    figures: dict[str, Any] = json.loads((output / FIGURES_FILE).read_text(encoding="utf-8"))
    return figures


def forest_rows(patches: PatchSet, config: CurveConfig, report: Reporter) -> list[dict[str, Any]]:
    """The forest on the very subsets and folds of a curve."""
    labels = splits_of(patches).labels
    db = codes_to_db(torch.from_numpy(patches.codes[:, 0].astype(np.int32)), patches.settings).numpy()
    features = simple_features(db, *np.nanpercentile(db, (0.5, 99.5)))
    plan, rows = plan_of(config, patches, report), []
    for size in dict.fromkeys(run.size for run in plan.runs):
        recalls = []
        for seed in range(config.seeds):
            confusion = np.zeros((labels.max() + 1,) * 2, dtype=np.int64)
            for number, fold in enumerate(plan.folds):
                split = subset_of(patches, Run(0, size, seed, number), fold).index["split"].to_numpy()
                known, asked = np.flatnonzero(split == "train"), np.flatnonzero(split == "test")
                answer = fit_forest(features[known], labels[known], seed).predict(features[asked])
                confusion += count_confusion(labels[asked], answer, len(confusion))
            recalls.append(float(confusion_figures(confusion)["mean_recall"]))
        rows.append({"curve": "random forest", "size": size, "each": recalls})
    return rows


def curve_rows(figures: dict[str, Any], names: list[str]) -> list[dict[str, Any]]:
    """Mean recall of each repetition, by curve and size."""
    return [{"curve": names[one["arm"]], "size": one["size"], "each": one["mean_recall"]["each"]} for one in figures["points"]]


def parts_of(study: Study) -> list[tuple[str, dict[str, Any], list[str], Study]]:
    """The curves of the study: a name, what is trained, the names of its arms, and how much of it."""
    fewer = dataclasses.replace(study, sizes=study.rival_sizes, seeds=study.rival_seeds)
    few = {"start": ("shipped",), "head_only": ("shipped",), "whole": False}
    rivals = {"start": ("random",), "whole": True}
    plain = {
        **rivals, "backbone": "resnet18", "texture_expert": False, "drawing": SamplingOptions(sampling="instance"),
        "augmentation": AugmentationOptions(augment=False),
    }  # fmt: skip
    ends = {"start": (), "head_only": ("shipped",), "whole": True}
    return [
        ("few", few, [RECIPE, HEAD], study),
        ("heads", ends, [HEAD], dataclasses.replace(study, sizes=study.rival_sizes)),
        ("random", {**rivals, "backbone": "resnet10"}, [f"{RECIPE}, random start"], fewer),
        ("whole", {"start": ("shipped",), "whole": True}, [RECIPE], fewer),
        ("plain", plain, [PLAIN], fewer),
    ][: None if study.rival_sizes else 1]


def study_of(name: str, folder: Path, study: Study, report: Reporter) -> pd.DataFrame:
    """Mean recall (mean and standard deviation over repetitions) by curve and labels per class."""
    patches = patch_set_of(name, folder, study.work, report)
    config = curve_config(patches, study, {"output": "", "whole": True})
    kept = study.work / f"{name}-forest.json"
    if not kept.exists():
        kept.write_text(json.dumps(forest_rows(patches, config, report)), encoding="utf-8")
    rows: list[dict[str, Any]] = json.loads(kept.read_text(encoding="utf-8"))
    for part, arms, names, size in parts_of(study):
        config = curve_config(patches, size, {"output": str(study.work / f"{name}-{part}"), "allow_other_quantity": True, **arms})
        rows += curve_rows(measured(name, config, report), names)
    table = pd.DataFrame(rows).drop_duplicates(["curve", "size"])
    table["told"] = [f"{np.mean(each):.3f} ± {np.std(each, ddof=1):.3f}" for each in table["each"]]
    table["labels"] = ["all" if size == WHOLE else str(size) for size in table["size"]]
    return table.pivot(index="curve", columns="labels", values="told")[[*map(str, study.sizes), "all"]].fillna("")


def main(study: Study) -> None:
    """Measure, and print a table for each set."""
    folder = os.environ.get("ECHOPATCH_TEST_DATA")
    if not folder:
        raise SystemExit("set ECHOPATCH_TEST_DATA to the folder that holds tsx_chips and s1_patches")
    report = Terminal(CancelFlag())
    study.work.mkdir(parents=True, exist_ok=True)
    for name in study.sets:
        report.result({"text": f"{name}: mean recall\n{study_of(name, Path(folder), study, report).to_string()}"})


if __name__ == "__main__":
    main(tyro.cli(Annotated[Study, tyro.conf.arg(name="")]))
