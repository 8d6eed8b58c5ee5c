"""The command sample: a result in, a probability sample of its cells out, for an analyst to label."""

import shlex

from ...contract.commands.sampling import SampleConfig
from ...contract.reporting import Reporter
from ...contract.settings import command_arguments
from ..mapping.record import utc_now
from ..output import check_output, whole
from .draw import draw
from .frame import read_frame
from .sample_file import write_sample


def sample(config: SampleConfig, report: Reporter) -> dict[str, object]:
    """Draw cells of a result by chance and write them with an empty class.

    Returns:
        ``sample``, the path; ``cells``, how many; ``drawn``, how many of each mapped class.

    Raises:
        SceneError: the result cannot be used.
        ConfigError: the wanted number of cells cannot be drawn.
        OutputError: the sample cannot be written.
        Cancelled: the user stopped the run.
    """
    output = check_output(config.output, ".gpkg", config.overwrite, [config.result])
    report.progress(0, 0, "progress-sampling")
    frame = read_frame(config.result)
    drawn = draw(config, frame)
    record = {
        "design": config.design,
        "allocation": config.allocation if config.design == "stratified" else "",
        "seed": config.seed,
        "command": shlex.join(["echopatch", "sample", *command_arguments(config)]),
        "scene_id": str(frame.run["scene_id"]),
        "drawn_at": utc_now(),
    }
    report.progress(0, 0, "progress-sampling")
    with whole(output) as partial:
        write_sample(partial, frame, drawn, record)
    mapped = frame.mapped[drawn.cell]
    counts = {one.name: int((mapped == place).sum()) for place, one in enumerate(frame.classes)}
    return {"sample": str(output), "cells": len(drawn.cell), "drawn": counts}
