"""The command curve: a patch set in, accuracy over the number of labels out."""

import csv
import dataclasses
import json
from pathlib import Path
from typing import Any

import numpy as np

from .... import __version__
from ...contract.commands.comparison import CurveConfig
from ...contract.commands.learning import TrainConfig, TransferOptions
from ...contract.errors import OutputError
from ...contract.model_card import read_card
from ...contract.reporting import Reporter
from ...contract.settings import flat_fields
from ..learning.run_folder import REQUEST_FILE
from ..learning.train import train_on
from ..network.start_weights import start_path
from ..output import check_output, claimed, partial_path, publish, remove, write_errors
from ..patches.patch_set import PatchSet, read_patch_set
from ..patches.writer import file_sha256
from .curve_picture import PICTURE_FILE, draw_curve
from .curve_plan import WHOLE, Plan, Run, plan_of, subset_of
from .curve_points import FIGURES, Outcome, gains_of, kept, points_of
from .curve_report import REPORT_FILE, curve_html, verdict
from .journal import JOURNAL_FILE, note, open_journal
from .quiet import Quiet

FIGURES_FILE, TABLE_FILE = "curve.json", "curve.csv"
_NO_PART_OF_THE_RESULT = ("output", "overwrite", "device")


def curve(config: CurveConfig, report: Reporter) -> dict[str, object]:
    """Train on more and more labels; the same command goes on with a curve that was stopped.

    Returns:
        ``report``, the path; ``runs``, how many; ``verdict`` in one sentence.

    Raises:
        EchopatchError: the patch set or a start cannot be used, or a training failed.
        Cancelled: the user asked to stop; the finished runs are kept.
    """
    output = _output(config)
    patch_set = read_patch_set(config.patches)
    plan = plan_of(config, patch_set, report)
    with claimed(output):
        folder = open_journal(partial_path(output), _request(config, patch_set))
        outcomes = _outcomes(config, patch_set, plan, folder, report)
        points = points_of(plan, outcomes)
        figures: dict[str, Any] = {
            "patch_set": patch_set.folder.name,
            "patch_set_sha256": patch_set.sha256,
            "classes": len(patch_set.settings.classes),
            "seeds": config.seeds,
            "folds": config.folds,
            "test_patches": sum(len(test) for _, test in plan.folds),
            "arms": _arm_names(plan),
            "points": points,
            "gains": gains_of(points),
        }
        with write_errors(output):
            _write(folder, figures)
            publish(folder, output)
    report.picture("curve", str(output / PICTURE_FILE))
    return {"report": str(output), "runs": len(plan.runs), "verdict": verdict(figures)[0]}


def _output(config: CurveConfig) -> Path:
    starts = [one for one in (*config.start, *config.head_only) if start_path(one) is not None and one != "shipped"]
    output = check_output(config.output, "", config.overwrite, [config.patches, *starts])
    if output.exists() and not (output / FIGURES_FILE).is_file():
        raise OutputError("curve-not-replaced", path=config.output)
    return output


def _request(config: CurveConfig, patch_set: PatchSet) -> dict[str, Any]:
    """What decides the curve, JSON-native."""
    settings = {field.name: value for field, value in flat_fields(config) if field.name not in _NO_PART_OF_THE_RESULT}
    starts = {one: start_path(one) for one in (*config.start, *config.head_only)}
    hashes = {one: file_sha256(path) for one, path in starts.items() if path is not None}
    request: dict[str, Any] = json.loads(
        json.dumps({"echopatch": __version__, **settings, "patch_set_sha256": patch_set.sha256, "start_sha256": hashes})
    )
    return request


def _outcomes(config: CurveConfig, patch_set: PatchSet, plan: Plan, folder: Path, report: Reporter) -> dict[Run, Outcome]:
    """The outcome of every run: those of an earlier start, and the others trained now."""
    done = kept(folder)
    if done:
        report.warning("curve-resumed", done=len(done), total=len(plan.runs), folder=str(folder))
    quiet = Quiet(report, len(plan.runs))
    for run in plan.runs:
        quiet.advance(len(done))
        if run not in done:
            done[run] = _train(config, patch_set, plan, run, (folder, quiet))
            note(folder, done[run])
    quiet.advance(len(done))
    return done


def _train(config: CurveConfig, patch_set: PatchSet, plan: Plan, run: Run, place: tuple[Path, Quiet]) -> Outcome:
    """One run, from its subset to its confusion matrix."""
    folder, quiet = place
    subset = subset_of(patch_set, run, plan.folds[run.fold])
    count = int((subset.index["split"] == "train").sum())
    model = folder / f"{run.name}.safetensors"
    train_on(subset, _train_config(config, plan, run, model), quiet)
    confusion = read_card(str(model)).metrics["confusion"]
    remove(model)
    remove(model.with_suffix(".run"))
    return Outcome(run, count, confusion)


def _train_config(config: CurveConfig, plan: Plan, run: Run, model: Path) -> TrainConfig:
    arm = plan.arms[run.arm]
    common = TrainConfig(
        patches=config.patches,
        output=str(model),
        start=arm.start,
        head_only=arm.head_only,
        transfer=TransferOptions(allow_other_quantity=config.allow_other_quantity),
        precision=config.precision,
        device=config.device,
        seed=run.seed,
        overwrite=True,
    )
    return common if arm.head_only else _fine_tuning(config, common)


def _fine_tuning(config: CurveConfig, common: TrainConfig) -> TrainConfig:
    """With the settings that a head alone would not heed."""
    return dataclasses.replace(
        common,
        backbone=config.backbone,
        texture_expert=config.texture_expert,
        epochs=config.epochs,
        batch_size=config.batch_size,
        learning_rate=config.learning_rate,
        objective=config.objective,
        drawing=config.drawing,
        augmentation=config.augmentation,
    )


def _arm_names(plan: Plan) -> list[str]:
    return [f"{'head on' if arm.head_only else 'from'} {Path(arm.start).stem}" for arm in plan.arms]


def _write(folder: Path, figures: dict[str, Any]) -> None:
    """Write the figures, and remove what only the work needed."""
    (folder / FIGURES_FILE).write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    with (folder / TABLE_FILE).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        columns = [f"{name}{end}" for name in FIGURES for end in ("", "_low", "_high", "_sd")]
        writer.writerow(["curve", "per_class", "patches", *columns])
        for one in figures["points"]:
            size = "all" if one["size"] == WHOLE else one["size"]
            writer.writerow([figures["arms"][one["arm"]], size, one["patches"], *_cells(one)])
    draw_curve(figures, folder / PICTURE_FILE)
    (folder / REPORT_FILE).write_text(curve_html(folder, figures), encoding="utf-8")
    for name in (REQUEST_FILE, JOURNAL_FILE):
        remove(folder / name)


def _cells(point: dict[str, Any]) -> list[float]:
    return [
        value
        for name in FIGURES
        for value in (*(point[name][end] for end in ("value", "low", "high")), float(np.std(point[name]["each"], ddof=1)))
    ]
