"""A small model for a machine without network and file: simulated scenes, patches, a short training."""

import shutil
import tempfile
from pathlib import Path
from typing import Any, Dict, Iterator, List, Mapping, Tuple

from ...core.contract.client import EngineFailed
from ...core.contract.commands.learning import TrainConfig
from ...core.contract.commands.patches import PatchesCutConfig, SplitOptions
from ...core.contract.commands.simulate import CLASS_MIXES, SimulateConfig
from ...core.contract.errors import Cancelled
from .. import engine
from ..environment import EngineMissing, engine_home
from ..translation import failure_text, message_text, tr
from .build import SetupFailed, Watch
from .models import model_folder

NAME = "practice-model.safetensors"
_SCENES = 8
_SIZE_PX = 2048
_EPOCHS = 8
_BATCH_SIZE = 16
"""Small, so that the few patches still make for many steps."""
_BLOCK_M = 400.0
_PROVENANCE = "Trained in minutes on a few simulated scenes, to try Echopatch with: not for use on real ones."


def practice_commands(folder: Path, output: Path) -> Iterator[Tuple[str, Any]]:
    """The engine commands that make the model, one after the other.

    Args:
        folder: takes scenes and patches.
        output: the model file.
    """
    scenes = [folder / f"scene-{index}" for index in range(_SCENES)]
    for index, scene in enumerate(scenes):
        mix = CLASS_MIXES[index % len(CLASS_MIXES)]
        yield "simulate", SimulateConfig(str(scene), seed=index, size_px=_SIZE_PX, mix=mix, incidence_deg=26.0 + 2.0 * index, optical=False)
    patches = folder / "practice.patchset"
    # known only now: the product's name tells when it was made
    products = tuple(str(next(scene.glob("T*_SAR__*"))) for scene in scenes)
    labels = tuple(str(scene / "labels.gpkg") for scene in scenes)
    split = SplitOptions(block_m=_BLOCK_M)
    yield "patches cut", PatchesCutConfig(products, labels, str(patches), split=split)
    yield (
        "train",
        TrainConfig(
            patches=str(patches),
            output=str(output),
            start="random",
            backbone="resnet10",
            epochs=_EPOCHS,
            batch_size=_BATCH_SIZE,
            learning_rate=1e-3,
            provenance=_PROVENANCE,
            overwrite=True,
        ),
    )


def train_practice_model(watch: Watch) -> str:
    """Train the small model into the model folder; the path of the file.

    Raises:
        SetupFailed: a command failed.
        Cancelled: the user asked to stop.
    """
    home = engine_home()
    home.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="practice-", dir=home))
    output = model_folder() / NAME
    try:
        for done, (command, config) in enumerate(practice_commands(folder, folder / NAME)):
            _run(command, config, done, watch)
        shutil.move(str(folder / NAME), str(output))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return str(output)


def _run(command: str, config: Any, done: int, watch: Watch) -> Dict[str, Any]:
    shares = _shares()

    def listen(message: Mapping[str, Any]) -> None:
        if message["type"] == "progress":
            inside = message["done"] / max(message["total"], 1)
            watch.progress(sum(shares[:done]) + shares[done] * inside, message_text(message))

    try:
        return engine.run(command, config, listen, watch.is_cancelled)
    except EngineMissing as error:
        raise SetupFailed(str(error)) from error
    except EngineFailed as error:
        if error.cancelled:
            raise Cancelled from error
        text = tr("The small model could not be trained. {reason}").format(reason=failure_text(error))
        raise SetupFailed(text, error.failure.detail) from error


def _shares() -> List[float]:
    """How the time parts among the commands, measured on two cores."""
    return [*[0.05] * _SCENES, 0.05, 0.55]
