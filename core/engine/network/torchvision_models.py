"""The one place that loads torchvision, of which only the models are used, none of its compiled operators.

A torchvision built for another torch (most often a CUDA build beside a CPU torch) cannot load its operators, and its import
then dies with ``operator torchvision::nms does not exist``: it describes two operators that nothing has declared.
Declaring their signatures is all that the import needs. A torchvision that is whole is left alone.
"""

import importlib
from types import ModuleType
from typing import Any

import torch

_SIGNATURE = "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
_DESCRIBED_AT_IMPORT = ("nms", "qnms")

DECLARED: list[Any] = []
"""The library of declared operators, when there was need; torch forgets the declarations with the object."""


def _load_models() -> ModuleType:
    try:
        return importlib.import_module("torchvision.models")
    except RuntimeError as error:
        if "operator torchvision::" not in str(error):
            raise
    library = torch.library.Library("torchvision", "FRAGMENT")  # type: ignore[no-untyped-call]
    for name in _DESCRIBED_AT_IMPORT:
        library.define(name + _SIGNATURE)  # type: ignore[no-untyped-call]
    DECLARED.append(library)
    return importlib.import_module("torchvision.models")


models = _load_models()
