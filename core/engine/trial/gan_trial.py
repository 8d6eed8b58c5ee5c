"""The command gan trial: a patch set in, a report out that says whether synthetic patches help."""

import json
from pathlib import Path
from typing import Any

from .... import __version__
from ...contract.commands.generation_trial import GAN_ARMS, GanTrialConfig
from ...contract.errors import OutputError
from ...contract.reporting import Reporter
from ...contract.settings import flat_fields
from ..device import choose_device
from ..generation.lesson import check_sizes
from ..learning.run_folder import REQUEST_FILE
from ..network.start_weights import start_path
from ..output import check_output, claimed, partial_path, publish, remove, write_errors
from ..patches.patch_set import PatchSet, read_patch_set
from ..patches.writer import file_sha256
from ..studies.journal import JOURNAL_FILE, open_journal
from ..studies.quiet import Quiet
from .figures import patches_tested, trial_figures
from .pace import Pace, expected_seconds, measured_pace
from .picture import CURVES_FILE, GAINS_FILE, draw_gains, draw_recalls
from .plan import ALONE, Plan, plan_of
from .report import REPORT_FILE, trial_html, verdict
from .runs import Study, done_runs, run_all

FIGURES_FILE, PACE_FILE = "trial.json", "pace.json"
_NO_PART_OF_THE_RESULT = ("output", "overwrite", "device", "margin")


def gan_trial(config: GanTrialConfig, report: Reporter) -> dict[str, object]:
    """Compare training with and without synthetic patches; the same command goes on with a trial that was stopped.

    Returns:
        ``report``, the path; ``runs``, how many; ``verdict`` in one sentence.

    Raises:
        EchopatchError: the patch set or a start cannot be used, or a training failed.
        Cancelled: the user asked to stop; the finished runs are kept.
    """
    output = _output(config)
    patch_set = read_patch_set(config.patches)
    plan = plan_of(config, patch_set, report)
    if set(plan.arms) & set(GAN_ARMS):
        check_sizes(patch_set, config.generator)
    with claimed(output):
        folder = open_journal(partial_path(output, ".trial"), _request(config, patch_set))
        figures = _figures(config, patch_set, plan, folder, report)
        with write_errors(output):
            _write(folder, figures)
            publish(folder, output)
            # only now: a run that is killed here has lost nothing
            for name in (REQUEST_FILE, JOURNAL_FILE, PACE_FILE):
                remove(output / name)
    for name, file in (("recalls", CURVES_FILE), ("gains", GAINS_FILE)):
        if (output / file).is_file():
            report.picture(name, str(output / file))
    return {"report": str(output), "runs": len(plan.runs), "verdict": verdict(figures)}


def _output(config: GanTrialConfig) -> Path:
    start = config.classifier.start
    is_file = start_path(start) is not None and start != "shipped"
    output = check_output(config.output, "", config.overwrite, [config.patches, *([start] if is_file else [])])
    if output.exists() and not (output / FIGURES_FILE).is_file():
        raise OutputError("gan-trial-not-replaced", path=config.output)
    return output


def _request(config: GanTrialConfig, patch_set: PatchSet) -> dict[str, Any]:
    """What decides the runs of a trial, JSON-native."""
    settings = {field.name: value for field, value in flat_fields(config) if field.name not in _NO_PART_OF_THE_RESULT}
    start = start_path(config.classifier.start)
    start_sha256 = None if start is None else file_sha256(start)
    request: dict[str, Any] = json.loads(
        json.dumps({"echopatch": __version__, **settings, "patch_set_sha256": patch_set.sha256, "start_sha256": start_sha256})
    )
    return request


def _figures(config: GanTrialConfig, patch_set: PatchSet, plan: Plan, folder: Path, report: Reporter) -> dict[str, Any]:
    """Do what is left to do, and work out what it says."""
    pace = _pace(config, patch_set, plan, folder, report)
    seconds, done = expected_seconds(config, plan, patch_set, pace), done_runs(folder)
    if done:
        report.warning("gan-trial-resumed", done=len(done), total=len(plan.runs), folder=str(folder))
    left_s = sum(one for run, one in seconds.items() if run not in done)
    report.metric(0, {"seconds_per_gan_step": pace.gan_step_s, "seconds_per_step": pace.training_step_s, "expected_minutes": left_s / 60})
    quiet = Quiet(report, max(1, round(sum(seconds.values()))), "progress-trial")
    study = Study(config, plan, patch_set, pace, choose_device(config.device), folder, quiet)
    outcomes = run_all(study, seconds)
    return {
        "patch_set": patch_set.folder.name,
        "patch_set_sha256": patch_set.sha256,
        **trial_figures(plan, patches_tested(patch_set), outcomes, config.margin),
        "pace": pace._asdict(),
        "settings": {field.name: value for field, value in flat_fields(config) if field.name not in ("output", "overwrite")},
    }


def _pace(config: GanTrialConfig, patch_set: PatchSet, plan: Plan, folder: Path, report: Reporter) -> Pace:
    """What was measured when the trial began: no clock may choose another precision half way through."""
    file = folder / PACE_FILE
    if file.is_file():
        return Pace(**json.loads(file.read_text(encoding="utf-8")))
    pace = measured_pace(config, plan, patch_set, folder, report)
    fresh = file.with_name("fresh-" + file.name)
    with write_errors(file):
        fresh.write_text(json.dumps(pace._asdict()), encoding="utf-8")
        fresh.replace(file)
    return pace


def _write(folder: Path, figures: dict[str, Any]) -> None:
    """Write the figures, their pictures and the page."""
    (folder / FIGURES_FILE).write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    draw_recalls(figures, folder / CURVES_FILE)
    if any(one["kind"] == ALONE for one in figures["comparisons"]):
        draw_gains(figures, folder / GAINS_FILE)
    (folder / REPORT_FILE).write_text(trial_html(folder, figures), encoding="utf-8")
