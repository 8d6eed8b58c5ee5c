"""The command compare: models and one split of a patch set in, a report on which is better out."""

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.commands.assessment import EvaluateConfig
from ...contract.commands.comparison import CompareConfig
from ...contract.errors import LearningError, OutputError
from ...contract.reporting import Reporter
from ..assessment.answers import Answers
from ..assessment.paired import Resampling
from ..device import choose_device, device_turn
from ..learning.batches import PatchReader
from ..learning.evaluate import check_fit
from ..learning.judge import answers
from ..learning.splits import splits_of
from ..network.model_file import Model, load_model
from ..output import check_output, whole
from ..patches.patch_set import PatchSet, read_patch_set
from .comparison import Judged, compare_pair, figures_of
from .comparison_picture import draw_comparison

FIGURES_FILE, TABLE_FILE, PICTURE_FILE = "comparison.json", "comparison.csv", "comparison.png"
_RISK = 0.05
"""Of calling models different that are not."""
_FEW_GROUPS = 10
"""Below so many, intervals of a bootstrap over groups come out too narrow."""


def compare(config: CompareConfig, report: Reporter) -> dict[str, object]:
    """Compare models, and write ``comparison.json``, ``comparison.csv``, ``comparison.png`` and ``report.html``.

    Returns:
        ``report``, the path; ``patches``; ``verdict``, a sentence for each model but the first.

    Raises:
        EchopatchError: a model or the patch set cannot be used, or do not fit each other.
        Cancelled: the user stopped the run.
    """
    output = _output(config)
    judged = _judged(config, report)
    patches, groups = len(judged[0].answers.truth), int(judged[0].answers.groups.max()) + 1
    if groups < _FEW_GROUPS:
        report.warning("compare-few-groups", groups=groups, least=_FEW_GROUPS)
    # with several comparisons one of them would come out by chance too often (Bonferroni)
    resampling = Resampling(config.resamples, config.seed, 1 - _RISK / (len(judged) - 1))
    figures: dict[str, Any] = {
        "patch_set": Path(config.patches).name,
        "split": config.split,
        "patches": patches,
        "groups": groups,
        "models": [figures_of(one) for one in judged],
        "comparisons": [compare_pair(judged[0], one, resampling) for one in judged[1:]],
    }
    with whole(output) as folder:
        folder.mkdir()
        _write(folder, figures)
    report.picture("comparison", str(output / PICTURE_FILE))
    return {"report": str(output), "patches": patches, "verdict": " ".join(one["verdict"] for one in figures["comparisons"])}


def _output(config: CompareConfig) -> Path:
    output = check_output(config.output, "", config.overwrite, [*config.model, config.patches])
    if output.exists() and not (output / FIGURES_FILE).is_file():
        raise OutputError("compare-not-replaced", path=config.output)
    return output


def _judged(config: CompareConfig, report: Reporter) -> list[Judged]:
    """Each model with its answers to the patches of the split."""
    models, patch_set = [load_model(one) for one in config.model], read_patch_set(config.patches)
    for path, model in zip(config.model, models, strict=True):
        check_fit(EvaluateConfig(path, config.patches, config.output), model.card, patch_set.settings)
    splits, device = splits_of(patch_set), choose_device(config.device)
    rows = {"train": splits.train, "validation": splits.validation, "test": splits.test}[config.split]
    if len(rows) == 0:
        raise LearningError("evaluate-empty", path=config.patches, split=config.split)
    with device_turn(device, report):
        answers = [_answers(model, patch_set, rows, device, report) for model in models]
    return [Judged(name, one) for name, one in zip(_names(config.model), answers, strict=True)]


def _answers(model: Model, patch_set: PatchSet, rows: NDArray[np.int64], device: torch.device, report: Reporter) -> Answers:
    network = model.network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    labels, table = splits_of(patch_set).labels, patch_set.index.iloc[rows]
    logits = answers(network, PatchReader(patch_set, labels, model.card.radiometry, device), rows, report)
    model.network.cpu()  # room for the next one
    return Answers(
        classes=patch_set.settings.classes,
        truth=labels[rows],
        logits=logits,
        temperature=model.card.temperature,
        groups=np.unique(table["group"], return_inverse=True)[1].reshape(-1),
        scenes=table["scene"].to_numpy(),
        sources=table["source"].to_numpy(),
    )


def _names(paths: tuple[str, ...]) -> list[str]:
    """File names; where they repeat, with as many folders as tell them apart."""
    parts = [Path(one).absolute().parts for one in paths]
    for depth in range(1, max(map(len, parts)) + 1):
        names = ["/".join(one[-depth:]) for one in parts]
        if len(set(names)) == len(names):
            return names
    return [f"{number}: {name}" for number, name in enumerate(names, 1)]


def _write(folder: Path, figures: dict[str, Any]) -> None:
    (folder / FIGURES_FILE).write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    with (folder / TABLE_FILE).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["first", "second", "figure", "difference", "low", "high"])
        for one in figures["comparisons"]:
            told = {"accuracy": one["accuracy"], "mean recall": one["mean_recall"]}
            told |= {f"recall of {name}": value for name, value in one["recall"].items()}
            for name, value in told.items():
                writer.writerow([one["first"], one["second"], name, value["value"], value["low"], value["high"]])
    draw_comparison(figures, folder / PICTURE_FILE)
