"""The command evaluate: a model and one split of a patch set in, a report folder out."""

import json
from pathlib import Path

from ...contract.commands.assessment import EvaluateConfig
from ...contract.errors import OutputError
from ...contract.reporting import Reporter
from ..assessment.assessment import Assessment, assess
from ..assessment.belief import caveats_of_figures
from ..assessment.caveat import Caveat
from ..assessment.document import metrics_document
from ..assessment.report import PICTURES, Subject, write_report
from ..assessment.seen import Judged, caveats_of_training
from ..assessment.showcase import showcase_of
from ..device import choose_device, device_turn
from ..network.model_file import Model, load_model
from ..output import check_output, whole
from ..patches.patch_set import read_patch_set, side_of
from .judge import METRICS_FILE, answers_of, check_fit, split_rows


def evaluate(config: EvaluateConfig, report: Reporter) -> dict[str, object]:
    """Judge a model on a split: write ``metrics.json``, ``report.html`` and its pictures.

    Returns:
        ``report`` (path), ``patches``, ``accuracy``, ``mean_recall``, ``macro_f1``, ``ece``.

    Raises:
        EchopatchError: model or patch set cannot be used, or do not fit each other.
        Cancelled: the user asked to stop.
    """
    output = _output(config)
    model = load_model(config.model)
    patch_set = side_of(read_patch_set(config.patches), model.card.modality)
    check_fit(config.model, model.card, patch_set)
    trained_on = side_of(read_patch_set(config.trained_on), model.card.modality) if config.trained_on else None
    judged = Judged(patch_set, config.split, split_rows(patch_set, config.split))
    device = choose_device(config.device)
    with device_turn(device, report):
        answers = answers_of(model, patch_set, judged.rows, device, report)
    assessment = assess(answers)
    caveats = [*caveats_of_training(model.card, judged, trained_on), *caveats_of_figures(assessment, model.card)]
    _warn(caveats, report)
    with whole(output) as folder:
        folder.mkdir()
        _write(folder, config, (model, judged), (assessment, caveats))
    for name, file in PICTURES.items():
        report.picture(name, str(output / file))
    told = {name: assessment.summary[name] for name in ("patches", "accuracy", "mean_recall", "macro_f1", "ece")}
    return {"report": str(output), **told}


def _output(config: EvaluateConfig) -> Path:
    inputs = [config.model, config.patches, *filter(None, [config.trained_on])]
    output = check_output(config.output, "", config.overwrite, inputs)
    if output.exists() and not (output / METRICS_FILE).is_file():
        raise OutputError("evaluate-not-replaced", path=config.output)
    return output


def _warn(caveats: list[Caveat], report: Reporter) -> None:
    for one in caveats:
        if one.level in ("caution", "alarm"):
            report.warning(one.code, **one.values)


def _write(folder: Path, config: EvaluateConfig, asked: tuple[Model, Judged], found: tuple[Assessment, list[Caveat]]) -> None:
    (model, judged), (assessment, caveats) = asked, found
    patch_set = judged.patch_set
    about = {"model": Path(config.model).name, "model_sha256": model.sha256, "patch_set": patch_set.folder.name,
             "patch_set_sha256": patch_set.sha256, "split": judged.split}  # fmt: skip
    document = {**about, **metrics_document(assessment, caveats)}
    (folder / METRICS_FILE).write_text(json.dumps(document, indent=1, ensure_ascii=False), encoding="utf-8")
    showcase = showcase_of(assessment.answers, patch_set, judged.rows, model.card.radiometry)
    write_report(folder, assessment, Subject(model.card, about), caveats, showcase)
