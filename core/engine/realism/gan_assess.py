"""The command gan assess: synthetic and real patches in, a report on how near they come to each other out."""

import json
from pathlib import Path

import numpy as np
import torch

from ...contract.commands.generation_quality import GanAssessConfig
from ...contract.errors import OutputError
from ...contract.model_card import Radiometry
from ...contract.reporting import Reporter
from ..device import choose_device, device_turn
from ..network.model_file import Model
from ..output import check_output, whole
from ..patches.patch_set import PatchSet, read_patch_set
from .compared import Drawing, check_comparable, compared_rows
from .document import quality_document
from .feature_extractor import FeatureExtractor, PatchProgress, load_feature_model, radiometry_for
from .findings import caveats_of
from .memorisation import MIRRORED
from .pictures import LEVELS_FILE, TEXTURE_FILE
from .quality import count_copies, judge_all, judge_class
from .report import Judgement, Subject, answer, sheet_file, write_report

METRICS_FILE = "metrics.json"


def gan_assess(config: GanAssessConfig, report: Reporter) -> dict[str, object]:
    """Judge synthetic patches: write ``metrics.json``, ``report.html`` and its pictures.

    Returns:
        ``report`` (path), ``verdict`` (a sentence), ``patches`` (synthetic ones judged), ``copies``.

    Raises:
        EchopatchError: the sets or the model cannot be used, or do not fit each other.
        Cancelled: the user asked to stop.
    """
    output = _output(config)
    synthetic, real = read_patch_set(config.synthetic), read_patch_set(config.patches)
    check_comparable(synthetic, real)
    compared = compared_rows(synthetic, real, Drawing(config.most_patches, config.seed), report)
    path, model = load_feature_model(config.model, real)
    rows = np.array(sorted(row for one in compared for row in one.training.tolist()))
    total = sum(len(one.synthetic) + len(one.held_out) + len(MIRRORED) * len(one.training) for one in compared)
    extractor = _extractor(model, radiometry_for(model, real, rows, report), choose_device(config.device), PatchProgress(report, total))
    with device_turn(extractor.device, report):
        classes = [judge_class(synthetic, real, one, extractor) for one in compared]
    overall = judge_all([one.figures for one in classes], real.settings)
    quantities = (model.card.radiometry.quantity, real.settings.quantity)
    found = Judgement(classes, overall, caveats_of(classes, overall, quantities))
    _warn(found, report)
    with whole(output) as folder:
        folder.mkdir()
        _write(folder, Subject(synthetic, real, extractor.radiometry, _about(synthetic, real, path, model)), found)
    for name in (LEVELS_FILE, TEXTURE_FILE, *(sheet_file(one.land_class.code) for one in compared)):
        report.picture(Path(name).stem, str(output / name))
    return {"report": str(output), "verdict": answer(classes), **count_copies(classes)._asdict()}


def _output(config: GanAssessConfig) -> Path:
    inputs = [config.synthetic, config.patches, *([] if config.model == "shipped" else [config.model])]
    output = check_output(config.output, "", config.overwrite, inputs)
    if output.exists() and not (output / METRICS_FILE).is_file():
        raise OutputError("quality-not-replaced", path=config.output)
    return output


def _extractor(model: Model, radiometry: Radiometry, device: torch.device, progress: PatchProgress) -> FeatureExtractor:
    network = model.network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    return FeatureExtractor(network, radiometry, device, progress)


def _warn(found: Judgement, report: Reporter) -> None:
    for one in found.caveats:
        if one.level in ("caution", "alarm") and one.code != "quality-quantity":  # of which the user was told before
            report.warning(one.code, **one.values)


def _about(synthetic: PatchSet, real: PatchSet, path: str, model: Model) -> dict[str, str]:
    return {
        "synthetic": synthetic.folder.name,
        "synthetic_sha256": synthetic.sha256,
        "patches": real.folder.name,
        "patches_sha256": real.sha256,
        "model": Path(path).name,
        "model_sha256": model.sha256,
    }


def _write(folder: Path, subject: Subject, found: Judgement) -> None:
    document = quality_document(subject.about, *found)
    (folder / METRICS_FILE).write_text(json.dumps(document, indent=1, ensure_ascii=False), encoding="utf-8")
    write_report(folder, subject, found)
