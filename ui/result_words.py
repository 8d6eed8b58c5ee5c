"""What is said of a result: one line for the message bar, a table of facts for the panel."""

import json
from html import escape
from pathlib import Path
from typing import List, Tuple

from .figures import area_text, count_text, duration_text, share_text
from .result_summary import Summary
from .translation import tr

_MOST_NAMED = 2


def one_line(summary: Summary) -> str:
    """The result in one line: cells, the largest classes, what is unsure, how long it took."""
    total = summary.area_m2 or 1.0
    named = [f"{one.name} {share_text(one.area_m2 / total)}" for one in summary.largest[:_MOST_NAMED]]
    parts = [tr("{count} cells").format(count=count_text(summary.cells)), *named]
    if summary.unsure_cells:
        parts.append(tr("{share} unsure").format(share=share_text(summary.unsure_cells / summary.cells)))
    text = tr("{figures} in {time}: {result}")
    return text.format(figures=", ".join(parts), time=duration_text(summary.run["seconds"] or 0), result=Path(summary.path).stem)


def facts_of_run(summary: Summary) -> List[Tuple[str, str]]:
    """Label and value of what is known of a run."""
    run = summary.run
    versions = json.loads(run["versions"] or "{}")
    asserted = json.loads(run["asserted"] or "{}")
    unsure = share_text(summary.unsure_cells / summary.cells) if summary.cells else ""
    return [
        (tr("Total area"), area_text(summary.area_m2)),
        (tr("Cells"), tr("{count}, {share} of them unsure").format(count=count_text(summary.cells), share=unsure)),
        (tr("Regions"), count_text(summary.regions)),
        (tr("Scene"), run["scene_id"] or ""),
        (tr("Model"), tr("{name} (SHA-256 {start}…)").format(name=run["model_name"], start=(run["model_sha256"] or "")[:12])),
        (tr("Your word"), ", ".join(f"{name} = {value}" for name, value in asserted.items())),
        (tr("Device"), " · ".join(filter(None, (run["device"], run["precision"])))),
        (tr("Computed"), f"{_time(run['finished'])}, {duration_text(run['seconds'] or 0)}"),
        (tr("Versions"), ", ".join(f"{name} {versions[name]}" for name in ("echopatch", "torch") if name in versions)),
        (tr("File"), summary.path),
    ]


def run_html(summary: Summary) -> str:
    """Warnings, facts and the console line."""
    cell = '<td width="100"><b>{}</b></td><td>{}</td>'
    rows = "".join(f"<tr>{cell.format(escape(label), escape(value))}</tr>" for label, value in facts_of_run(summary) if value)
    incomplete = [] if summary.complete else [tr("The run was stopped: this result is incomplete.")]
    remarks = "".join(f"<p>⚠ {escape(one)}</p>" for one in (*incomplete, *summary.warnings))
    command = f"<p><b>{escape(tr('The same run on the command line'))}</b></p>{_console(summary)}"
    return f'{remarks}<table cellspacing="0" cellpadding="2">{rows}</table>{command}'


def _console(summary: Summary) -> str:
    return f'<p style="font-family: monospace; white-space: pre-wrap">{escape(summary.run["command"] or "")}</p>'


def _time(stamp: str) -> str:
    return f"{stamp[:16].replace('T', ' ')} UTC" if stamp else ""
