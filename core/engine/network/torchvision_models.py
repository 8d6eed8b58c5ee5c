"""The one place that loads torchvision, of which only the ResNets are used, none of its compiled operators.

A torchvision built for another torch (most often a CUDA build beside a CPU torch) cannot load its operators, and its import
then dies with ``operator torchvision::nms does not exist``. The whole of it also takes a second to load, most of which goes to
torch's compiler. The module of the ResNets needs neither: it is imported while empty packages stand in for the two around it.
"""

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

_NAME = "torchvision"


def _load_resnet() -> ModuleType:
    """``torchvision.models.resnet``; a torchvision that is loaded already, or is loaded later, stays as it is.

    Raises:
        ImportError: torchvision is not installed.
    """
    if f"{_NAME}.models.resnet" in sys.modules:
        return sys.modules[f"{_NAME}.models.resnet"]
    spec = importlib.util.find_spec(_NAME)
    if spec is None or spec.origin is None:
        raise ImportError("torchvision is not installed", name=_NAME)
    root = Path(spec.origin).parent
    sys.modules.update({_NAME: _stand_in(_NAME, root), f"{_NAME}.models": _stand_in(f"{_NAME}.models", root / "models")})
    try:
        return importlib.import_module(f"{_NAME}.models.resnet")
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] == _NAME]:
            del sys.modules[name]


def _stand_in(name: str, folder: Path) -> ModuleType:
    """An empty package that finds the modules of a folder."""
    package = ModuleType(name)
    package.__path__ = [str(folder)]
    return package


resnet = _load_resnet()
