"""The command areas: a result and a labelled sample of it in, areas and accuracy with their uncertainty out."""

import csv
import json
from pathlib import Path
from typing import Any

from ...contract.commands.sampling import AreasConfig
from ...contract.errors import OutputError
from ...contract.reporting import Reporter
from ..output import check_output, whole
from .assess import assess
from .frame import read_frame
from .picture import PICTURE_FILE, draw_areas
from .report import caveats, report_html
from .sample_file import read_sample
from .truth import interpret

AREAS_FILE, TABLE_FILE, REPORT_FILE = "areas.json", "areas.csv", "report.html"


def areas(config: AreasConfig, report: Reporter) -> dict[str, object]:
    """Estimate areas and accuracy, and write ``areas.json``, ``areas.csv``, ``areas.png`` and ``report.html``.

    Returns:
        ``report``, the path; ``cells`` in the sample; ``overall_accuracy`` and its ``standard_error``.

    Raises:
        SceneError: the result or the sample cannot be used, or do not belong together.
        OutputError: the report cannot be written.
        Cancelled: the user stopped the run.
    """
    output = _output(config)
    report.progress(0, 0, "progress-areas")
    frame, labelled = read_frame(config.result), read_sample(config.labels)
    given = interpret(labelled, frame, config.post_stratify, report)
    figures = assess(given, frame.classes, frame.mapped_area_m2)
    about = {
        "result": Path(config.result).name,
        "labels": Path(config.labels).name,
        "scene_id": str(frame.run["scene_id"]),
        "design": labelled.design,
        "strata": len(given.sample.stratum_cells),
        "population": len(frame.row),
    }
    report.progress(0, 0, "progress-areas")
    figures = {**about, **figures}
    doubts = list(caveats(figures))
    figures["caveats"] = [one.told() for one in doubts]
    for one in doubts:
        if one.level == "caution":
            report.warning(one.code, **one.values)
    with whole(output) as folder:
        folder.mkdir()
        _write(folder, figures)
    report.picture("areas", str(output / PICTURE_FILE))
    accuracy = figures["overall_accuracy"]
    told = {"overall_accuracy": accuracy["value"], "standard_error": accuracy["standard_error"]}
    return {"report": str(output), "cells": figures["cells"], **told}


def _output(config: AreasConfig) -> Path:
    output = check_output(config.output, "", config.overwrite, [config.result, config.labels])
    if output.exists() and not (output / AREAS_FILE).is_file():
        raise OutputError("areas-not-replaced", path=config.output)
    return output


def _write(folder: Path, figures: dict[str, Any]) -> None:
    (folder / AREAS_FILE).write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    with (folder / TABLE_FILE).open("w", newline="", encoding="utf-8") as file:
        rows = [_table_row(one) for one in figures["classes"]]
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    draw_areas(figures, f"{figures['scene_id']}\n{figures['cells']} of {figures['population']} cells labelled", folder / PICTURE_FILE)
    (folder / REPORT_FILE).write_text(report_html(folder, figures), encoding="utf-8")


def _table_row(one: dict[str, Any]) -> dict[str, Any]:
    """One class as a row of the table: each estimate in four columns, empty where the sample says nothing."""
    row = {name: one[name] for name in ("code", "name", "sampled", "labelled", "mapped_m2")}
    for name in ("area_m2", "users_accuracy", "producers_accuracy"):
        estimate = one[name] or {"value": "", "standard_error": "", "interval": ("", "")}
        low, high = estimate["interval"]
        row |= {name: estimate["value"], f"{name}_se": estimate["standard_error"], f"{name}_low": low, f"{name}_high": high}
    return row
