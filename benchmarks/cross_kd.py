"""Does an optical teacher help a radar student of a long tail? Every component on and off, beside cheap rivals, over seeds.

The table of the Balanced Cross-KD paper for data that can be had: simulated scenes with an optical companion under clouds and haze and
of every season, and, where ECHOPATCH_TEST_DATA names them, real pairs of Sentinel-2 and Sentinel-1 whose labels are clusters of the
optical patches. Every outcome is kept, and the same command goes on where it was stopped.
"""

import dataclasses
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import pandas as pd
import torch
import tyro
from echopatch.core.contract.commands.distil import DistilConfig, DistillationOptions
from echopatch.core.contract.commands.learning import TrainConfig, TransferOptions
from echopatch.core.contract.commands.training_options import LossOptions, SamplingOptions
from echopatch.core.contract.reporting import Reporter
from echopatch.core.engine.assessment.figures import count_confusion
from echopatch.core.engine.learning.distil import distil_on
from echopatch.core.engine.learning.judge import answers_of
from echopatch.core.engine.learning.train import train_on
from echopatch.core.engine.network.model_file import load_model
from echopatch.core.engine.patches.patch_set import PatchSet, side_of
from echopatch.core.engine.reporting import CancelFlag, Terminal
from echopatch.core.engine.studies.quiet import Quiet
from long_tail import LongTail, misplaced, real_pairs, simulated
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
OUTCOMES = "outcomes.jsonl"
TEACHER = "teacher (optical)"
ADJUSTED = " + logits adjusted afterwards"
INSTANCE, BALANCED, ALTERNATE = "instance", "balanced", "alternate"


@dataclass(frozen=True)
class Arm:
    """One way to train the student."""

    name: str
    sampling: str = INSTANCE
    phases: dict[str, str] = field(default_factory=dict)
    """Of the alternation, where they are not the defaults."""
    loss: str = "ce"
    teaching: DistillationOptions | None = None
    start: str = "random"
    unlabelled: bool = False
    """From the teacher alone, on all training pairs instead of the few that are labelled."""
    right_px: int = 0
    """How far the optical images lie off while the student learns."""
    adjusted: bool = False
    """Also with its logits less the logarithm of the class shares, afterwards."""


ALONE = DistillationOptions()
"""The teacher and the labels, without further terms."""
BOTH = DistillationOptions(entropy_weight=0.1, diversity_weight=0.1)
ARMS = (
    Arm("plain student", adjusted=True),
    Arm("balanced sampling", BALANCED),
    Arm("alternating sampling", ALTERNATE),
    Arm("balanced softmax", loss="balanced-softmax"),
    Arm("teacher", teaching=ALONE, adjusted=True),
    Arm("teacher, balanced sampling", BALANCED, teaching=ALONE),
    Arm("teacher, alternating", ALTERNATE, teaching=ALONE),
    Arm("teacher, alternating, entropy", ALTERNATE, teaching=DistillationOptions(entropy_weight=0.1)),
    Arm("teacher, alternating, diversity", ALTERNATE, teaching=DistillationOptions(diversity_weight=0.1)),
    Arm("teacher, alternating, both", ALTERNATE, teaching=BOTH),
    Arm("teacher, balanced softmax", loss="balanced-softmax", teaching=ALONE),
    Arm("balanced teacher", teaching=DistillationOptions(teacher_balance=0.999)),
    Arm("teacher and similarity, alternating", ALTERNATE, teaching=DistillationOptions(similarity_weight=100.0)),
    Arm("teacher alone, all pairs", BALANCED, teaching=ALONE, unlabelled=True),
    *(Arm(f"teacher alone, all pairs, {px} px off", BALANCED, teaching=ALONE, unlabelled=True, right_px=px) for px in (2, 4, 8, 16)),
    Arm("teacher alone, all pairs, pretrained", BALANCED, teaching=ALONE, unlabelled=True, start="shipped"),
    Arm("plain student, pretrained", start="shipped"),
    Arm("balanced sampling, pretrained", BALANCED, start="shipped"),
    Arm("alternating sampling, pretrained", ALTERNATE, start="shipped"),
    Arm("teacher, balanced sampling, pretrained", BALANCED, teaching=ALONE, start="shipped"),
    Arm("teacher, alternating, pretrained", ALTERNATE, teaching=ALONE, start="shipped"),
    Arm("teacher, alternating, both, pretrained", ALTERNATE, teaching=BOTH, start="shipped"),
    Arm(
        "teacher, alternating, both, pretrained, ending in instance",
        ALTERNATE,
        {"alternate_last": "instance"},
        teaching=BOTH,
        start="shipped",
    ),
    Arm(
        "teacher, instance and square root, both, pretrained",
        ALTERNATE,
        {"alternate_second": "sqrt"},
        teaching=BOTH,
        start="shipped",
    ),
)


@dataclass(frozen=True)
class Study:
    """How large the study is."""

    sets: tuple[str, ...] = ("simulated", "pairs")
    """Also ``even``: the simulated set with 3,200 patches of each class."""
    arms: tuple[str, ...] = field(default_factory=lambda: tuple(arm.name for arm in ARMS))
    seeds: tuple[int, ...] = (0, 1, 2)
    epochs: int = 12
    epoch_patches: int = 2000
    only_tell: bool = False
    """Train nothing, only print the table of what is done."""
    work: Path = ROOT / "build" / "cross-kd"


def common(study: Study, seed: int, output: Path) -> dict[str, Any]:
    """The settings that all trainings share."""
    return {
        "output": str(output), "backbone": "resnet10", "epochs": study.epochs, "texture_expert": False, "precision": "bf16",
        "drawing": SamplingOptions(epoch_patches=study.epoch_patches), "transfer": TransferOptions(allow_other_quantity=True),
        "seed": seed, "overwrite": True,
    }  # fmt: skip


def trained(arm: Arm, drawn: PatchSet, teacher: Path, settings: dict[str, Any], report: Reporter) -> None:
    """Train one student."""
    drawing = dataclasses.replace(settings["drawing"], sampling=arm.sampling, **arm.phases)
    asked = {**settings, "patches": str(drawn.folder), "start": arm.start, "drawing": drawing, "objective": LossOptions(loss=arm.loss)}
    if arm.teaching is None:
        train_on(drawn, TrainConfig(**asked), report)
    else:
        labels = "none" if arm.unlabelled else "given"
        distil_on(drawn, DistilConfig(teacher=str(teacher), distillation=arm.teaching, labels=labels, **asked), report)


def teach(drawn: PatchSet, settings: dict[str, Any], report: Reporter) -> None:
    """Train the teacher of a long tail on its optical images, classes drawn equally often."""
    side = side_of(drawn, "optical")
    train_on(side, TrainConfig(patches=str(drawn.folder), modality="optical", start="random", **settings), report)


def judged(model: Path, tail: LongTail, prior: NDArray[np.float64] | None, report: Reporter) -> dict[str, list[list[int]]]:
    """Confusion on each test, rows truth.

    Args:
        model: to judge.
        tail: what it has learned from.
        prior: class shares that its logits are adjusted by, (K,), if they are.
        report: hears progress.
    """
    loaded = load_model(str(model))
    side, found = side_of(tail.patch_set, loaded.card.modality), {}
    for name, rows in tail.tests.items():
        answers = answers_of(loaded, side, rows, torch.device("cpu"), report)
        logits = answers.logits - (0 if prior is None else np.log(prior))
        found[name] = count_confusion(answers.truth, logits.argmax(axis=1), logits.shape[1]).tolist()
    return found


def measure(tail: LongTail, study: Study, folder: Path, report: Reporter) -> None:
    """Every outcome of the study that is not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    asked = [arm for arm in ARMS if arm.name in study.arms]
    done = {(one["arm"], one["seed"]) for one in kept(folder)}
    quiet = Quiet(report, 1)
    for seed in study.seeds:
        drawn, teacher = tail.draw(seed), folder / f"teacher-{seed}.safetensors"
        codes = drawn.index["label"][drawn.index["split"] == "train"]
        prior = np.array([(codes == one.code).mean() for one in drawn.settings.classes])
        if not teacher.exists():
            teach(drawn, common(study, seed, teacher), quiet)
        if (TEACHER, seed) not in done:
            keep(folder, TEACHER, seed, judged(teacher, tail, None, quiet))
        for arm in asked:
            if (arm.name, seed) in done:
                continue
            model = folder / f"student-{arm.name.replace(',', '').replace(' ', '-')}-{seed}.safetensors"
            lesson = misplaced(tail.everything() if arm.unlabelled else drawn, arm.right_px)
            trained(arm, lesson, teacher, common(study, seed, model), quiet)
            if arm.adjusted:
                keep(folder, arm.name + ADJUSTED, seed, judged(model, tail, prior, quiet))
            keep(folder, arm.name, seed, judged(model, tail, None, quiet))


def keep(folder: Path, arm: str, seed: int, found: dict[str, list[list[int]]]) -> None:
    """Add an outcome to those that are kept."""
    with (folder / OUTCOMES).open("a", encoding="utf-8") as file:
        file.write(json.dumps({"arm": arm, "seed": seed, "found": found}) + "\n")


def kept(folder: Path) -> list[dict[str, Any]]:
    """The outcomes so far."""
    path = folder / OUTCOMES
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def figures(confusion: NDArray[np.int64], tail: LongTail, seed: int) -> dict[str, float]:
    """Percent: accuracy if classes were as frequent as in training, mean recall, and that of head, middle and tail.

    Classes without test patches are left out.
    """
    totals, groups = confusion.sum(axis=1), tail.groups(seed)
    recall = 100 * np.where(totals > 0, np.diag(confusion) / np.maximum(totals, 1), np.nan)
    shares = np.where(totals > 0, tail.counts(seed), 0) / tail.counts(seed)[totals > 0].sum()
    parts = {name: float(np.nanmean(recall[groups == name])) for name in ("head", "middle", "tail")}
    return {"accuracy": float(np.nansum(recall * shares)), "mean recall": float(np.nanmean(recall)), **parts}


def table(outcomes: list[dict[str, Any]], test: str, tail: LongTail) -> pd.DataFrame:
    """By arm the mean of each figure over seeds, and its gain over the plain student of the same seed with the standard deviation."""
    rows = [{"arm": one["arm"], "seed": one["seed"], **figures(np.array(one["found"][test]), tail, one["seed"])} for one in outcomes]
    each = pd.DataFrame(rows).set_index(["arm", "seed"])
    plain = each[each.index.get_level_values("arm") == ARMS[0].name].droplevel("arm")
    gains = each - plain.reindex(each.index.get_level_values("seed")).to_numpy()
    told = {}
    for arm in dict.fromkeys(each.index.get_level_values("arm")):
        means, gain = each.loc[arm].mean(), gains.loc[arm]
        told[arm] = {name: f"{means[name]:.1f}" for name in each}
        told[arm] |= {f"{name}, gain": _spread(gain[name]) for name in ("mean recall", "head", "tail")}
        told[arm]["seeds"] = str(len(gain))
    order = [TEACHER, *(name for arm in ARMS for name in (arm.name, arm.name + ADJUSTED))]
    return pd.DataFrame(told).T.reindex([name for name in order if name in told])


def _spread(gain: "pd.Series[float]") -> str:
    """Mean and, of several seeds, the standard deviation."""
    return f"{gain.mean():+.1f}" + (f" ± {gain.std(ddof=1):.1f}" if len(gain) > 1 else "")


def sets_of(study: Study, report: Reporter) -> Iterator[tuple[str, LongTail]]:
    """The long tails that are asked for."""
    study.work.mkdir(parents=True, exist_ok=True)
    if "simulated" in study.sets:
        yield "simulated", simulated(study.work, report)
    if "even" in study.sets:
        yield "even", dataclasses.replace(simulated(study.work, report), most=3200, ratio=1)
    if "pairs" in study.sets:
        folder = os.environ.get("ECHOPATCH_TEST_DATA")
        if not folder:
            raise SystemExit("set ECHOPATCH_TEST_DATA to the folder that holds eo_sar_pairs, or leave pairs out: --sets simulated")
        yield "pairs", real_pairs(Path(folder) / "eo_sar_pairs", study.work, report)


def main(study: Study) -> None:
    """Measure, and print a table for each test."""
    report = Terminal(CancelFlag())
    for name, tail in sets_of(study, report):
        if not study.only_tell:
            measure(tail, study, study.work / name, report)
        for test in tail.tests:
            told = table([one for one in kept(study.work / name) if one["seed"] in study.seeds], test, tail)
            report.result({"text": f"{name}, {test}, recall in percent\n{told.to_string()}"})


if __name__ == "__main__":
    main(tyro.cli(Annotated[Study, tyro.conf.arg(name="")]))
