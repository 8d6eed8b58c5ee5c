"""The command export: a model file in, the same model as another program takes it out."""

from pathlib import Path

from ...contract.commands.export import ExportConfig
from ...contract.errors import ModelError
from ...contract.reporting import Reporter
from ..network.model_file import load_model
from ..output import check_output, whole
from .deepness import deepness_graph
from .onnx_graph import answering_graph
from .stac_item import stac_item

_SUFFIXES = {"onnx": ".onnx", "deepness": ".onnx", "stac-mlm": ".json"}


def export(config: ExportConfig, report: Reporter) -> dict[str, object]:
    """Write a model for other programs.

    Returns:
        ``output`` (path).

    Raises:
        ModelError: the model file is missing or broken, looks at optical images, or does not say what the other program must know.
        OutputError: the output exists or cannot be written.
        Cancelled: the user asked to stop.
    """
    output = check_output(config.output, _SUFFIXES[config.to], config.overwrite, [config.model])
    report.progress(0, 1, "progress-export")
    content = _content(config, output)
    report.progress(1, 1, "progress-export")
    with whole(output) as partial:
        partial.write_bytes(content)
    return {"output": str(output)}


def _content(config: ExportConfig, output: Path) -> bytes:
    model = load_model(config.model)
    if model.card.modality != "sar":  # its grey levels are no decibels, and what every format says of them would be wrong
        raise ModelError("model-not-for-radar", path=config.model, modality=model.card.modality)
    if config.to == "stac-mlm":
        return stac_item(model, Path(config.model).absolute(), output)
    graph = deepness_graph(model, config.model) if config.to == "deepness" else answering_graph(model)
    return bytes(graph.SerializeToString(deterministic=True))
