"""The command compare: models and one split of a patch set in, a report on which is better out."""

import csv
import dataclasses
import json
from pathlib import Path
from typing import Any

from ...contract.commands.comparison import CompareConfig
from ...contract.errors import OutputError
from ...contract.reporting import Reporter
from ..assessment.paired import Resampling
from ..device import choose_device, device_turn
from ..learning.judge import answers_of, check_fit, split_rows
from ..network.model_file import load_model
from ..output import check_output, whole
from ..patches.patch_set import read_patch_set, side_of
from .comparison import Judged, compare_pair, figures_of
from .comparison_picture import PICTURE_FILE, draw_comparison
from .comparison_report import caveats, comparison_html

FIGURES_FILE, TABLE_FILE, REPORT_FILE = "comparison.json", "comparison.csv", "report.html"
_RISK = 0.05
"""Of calling models different that are not."""


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
    # with several comparisons one of them would come out by chance too often (Bonferroni)
    resampling = Resampling(config.resamples, config.seed, 1 - _RISK / (len(judged) - 1))
    figures: dict[str, Any] = {
        "patch_set": Path(config.patches).name,
        "split": config.split,
        "patches": patches,
        "groups": groups,
        "classes": [dataclasses.asdict(one) for one in judged[0].answers.classes],
        "models": [figures_of(one) for one in judged],
        "comparisons": [compare_pair(judged[0], one, resampling) for one in judged[1:]],
    }
    doubts = list(caveats(figures))
    figures["caveats"] = [one.told() for one in doubts]
    for one in doubts:
        if one.level in ("caution", "alarm"):
            report.warning(one.code, **one.values)
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
    sides = [side_of(patch_set, model.card.modality) for model in models]  # a teacher sees the same ground in optical images
    for path, model, side in zip(config.model, models, sides, strict=True):
        check_fit(path, model.card, side)
    rows, device = split_rows(patch_set, config.split), choose_device(config.device)
    with device_turn(device, report):
        found = [answers_of(model, side, rows, device, report) for model, side in zip(models, sides, strict=True)]
    return [Judged(name, one) for name, one in zip(_names(config.model), found, strict=True)]


def _names(paths: tuple[str, ...]) -> list[str]:
    """Names of model files; where they repeat, with as many folders as tell them apart."""
    parts = [Path(one).absolute().with_suffix("").parts for one in paths]
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
    (folder / REPORT_FILE).write_text(comparison_html(folder, figures), encoding="utf-8")
