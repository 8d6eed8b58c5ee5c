"""A model as Deepness takes it: a segmentor that gives every pixel of a tile the answer for the whole tile.

Source: Deepness 0.6.5, processing of tiles and metadata. It reads tiles as large as the graph's input, divides the pixels by
255, and takes the class of the largest value of each pixel; it knows no classification of tiles.
"""

import onnx
import torch
from torch import Tensor, nn

from ...contract.errors import ModelError
from ..network.model_file import Model
from .onnx_graph import Answering, describe, traced

_INPUT, _OUTPUT = "image", "probabilities"


class _Segmenting(nn.Module):
    """The answer for a patch, repeated over its pixels: a smaller map would be taken for the middle of the tile."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.answering = Answering(model)

    def forward(self, image: Tensor) -> Tensor:
        """Probabilities (N, classes, P, P) of tiles (N, C, P, P) of grey levels over 255."""
        probabilities = self.answering(image * 255)
        return torch.as_tensor(probabilities[:, :, None, None].expand(-1, -1, *image.shape[2:]))


def deepness_graph(model: Model, path: str) -> onnx.ModelProto:
    """The graph for Deepness: ``image``, float32 (batch, C, P, P) in 0..1, to ``probabilities``, float32 (batch, classes, P, P).

    Args:
        model: to export.
        path: of its file, for the message.

    Raises:
        ModelError: the model's pixel size is not known.
    """
    card = model.card
    if card.pixel_size_m is None:
        raise ModelError("export-deepness-size", path=path)
    example = torch.zeros(2, len(card.channels), card.patch_px, card.patch_px)
    graph = traced(_Segmenting(model).eval(), example, (_INPUT, _OUTPUT))
    describe(graph, model, _metadata(model, card.pixel_size_m))
    return graph


def _metadata(model: Model, pixel_size_m: float) -> dict[str, object]:
    patch_px = model.card.patch_px
    return {
        "model_type": "Segmentor",
        "class_names": {str(place): one.name for place, one in enumerate(model.card.classes)},
        "resolution": round(pixel_size_m * 100, 6),  # cm
        "tile_size": patch_px,  # what its code reads
        "tiles_size": patch_px,  # what its manual says
        "tiles_overlap": 0,
        # values below the threshold become 0 before the largest is sought: any threshold makes class 0 of unsure patches
        "seg_thresh": 0.0,
        "seg_small_segment": 0,
    }
