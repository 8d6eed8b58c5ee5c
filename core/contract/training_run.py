"""What both processes must know of a training run: how long it is, where it lies meanwhile, how it is asked to end early."""

from pathlib import Path
from typing import NamedTuple, Optional

FINISH_FILE = "finish"
"""In the folder of a run that goes on: asks it to end after the epoch at hand, and to keep the best one so far."""
_PATCHES_SEEN = 4000
"""In all epochs together."""
_LEAST_EPOCHS = 8
_LEAST_PATCHES = 320
"""That an epoch draws, for what comes between epochs takes its time too: smaller sets are drawn from again and again."""


class RunLength(NamedTuple):
    """How much a run learns from."""

    epochs: int
    epoch_patches: int
    """Drawn in each epoch."""


def run_length(training_patches: int, epochs: int = 0, epoch_patches: Optional[int] = None) -> RunLength:
    """How long a run is, with what the user leaves open chosen by the number of patches; the figures are in docs/few-labels.md.

    Args:
        training_patches: of the set.
        epochs: asked for; 0 leaves them open.
        epoch_patches: asked for; None leaves them open.
    """
    drawn = epoch_patches or (training_patches if epochs else max(training_patches, _LEAST_PATCHES))
    return RunLength(epochs or max(-(-_PATCHES_SEEN // drawn), _LEAST_EPOCHS), drawn)


def run_in_progress(model: str) -> Path:
    """The folder of a training run while it goes on: NAME.partial.run beside NAME.safetensors."""
    path = Path(model)
    return path.with_name(f"{path.stem}.partial.run")


def ask_to_finish(model: str) -> bool:
    """Ask a run to end after the epoch at hand; whether there is one that can.

    Args:
        model: the file that the run will write.

    Raises:
        OSError: its folder cannot be written.
    """
    folder = run_in_progress(model)
    if not folder.is_dir():
        return False
    (folder / FINISH_FILE).touch()
    return True
