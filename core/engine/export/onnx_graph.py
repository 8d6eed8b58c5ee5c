"""A model as an ONNX graph: grey levels in, class probabilities out."""

import json
import warnings

import onnx
import torch
from torch import Tensor, nn

from .... import __version__
from ...contract.model_card import CARD_KEY
from ..network.door import standardise
from ..network.model_file import Model
from .grey_levels import grey_levels_in_words

OPSET, IR_VERSION = 18, 8
"""Of ONNX 1.13 (2022), which ONNX Runtime reads from 1.14 on; the oldest operators that torch's exporter writes."""
INPUT, OUTPUT = "grey", "probabilities"


class Answering(nn.Module):
    """The model's door behind the grey levels, the network and its temperature, as one module."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.network = model.network
        self.radiometry = model.card.radiometry
        self.temperature = model.card.temperature

    def forward(self, grey: Tensor) -> Tensor:
        """Class probabilities (N, classes) of patches of grey levels 0..255, (N, C, rows, columns)."""
        logits: Tensor = self.network(standardise(grey, self.radiometry))
        return (logits / self.temperature).softmax(1)


def answering_graph(model: Model) -> onnx.ModelProto:
    """The graph for any program that runs ONNX: ``grey``, uint8 (batch, C, P, P), to ``probabilities``, float32 (batch, classes).

    Grey levels are the input because nobody can mistake them: a runtime refuses power or dB where it expects uint8, and
    ``echopatch calibrate --scale model`` writes just these numbers.
    """
    card = model.card
    example = torch.zeros(2, len(card.channels), card.patch_px, card.patch_px, dtype=torch.uint8)
    graph = traced(Answering(model).eval(), example, (INPUT, OUTPUT))
    describe(graph, model, {"class_names": {str(place): one.name for place, one in enumerate(card.classes)}})
    return graph


def traced(network: nn.Module, example: Tensor, names: tuple[str, str]) -> onnx.ModelProto:
    """The ONNX graph of a module, for batches of any size.

    Args:
        network: of one tensor, giving one tensor, both with the batch as their first axis.
        example: two items of what the graph will take; kind and all sizes but the first stay fixed.
        names: of input and output.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # the exporter's, of what it calls in torch itself
        program = torch.onnx.export(
            network, (example,), input_names=names[:1], output_names=names[1:], opset_version=OPSET,
            dynamic_shapes=({0: torch.export.Dim("batch")},), dynamo=True, verbose=False,
        )  # fmt: skip
    if program is None:
        raise ValueError("torch gave no ONNX program")
    graph = program.model_proto
    graph.ir_version = IR_VERSION
    _forget_sources(graph.graph)
    onnx.checker.check_model(graph, full_check=True)
    return graph


def _forget_sources(graph: onnx.GraphProto) -> None:
    """Remove what the exporter notes of the lines of source that each part comes from: folders of this machine among it."""
    for part in (graph, *graph.node, *graph.input, *graph.output, *graph.value_info, *graph.initializer):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")


def describe(graph: onnx.ModelProto, model: Model, metadata: dict[str, object]) -> None:
    """Let a graph say what it is: name, what to feed it, the whole model card, and more metadata as JSON."""
    graph.producer_name, graph.producer_version = "echopatch", __version__
    graph.graph.name = model.card.name
    graph.doc_string = grey_levels_in_words(model.card)
    said = {**metadata, "echopatch_model_sha256": model.sha256}
    texts = {name: json.dumps(value, ensure_ascii=False) for name, value in said.items()}
    onnx.helper.set_model_props(graph, {**texts, CARD_KEY: model.card.to_json()})
