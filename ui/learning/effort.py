"""How long a training takes, and the three choices of the simple mode; no widgets here."""

from typing import Any, Dict, Mapping, NamedTuple, Optional

from ...core.contract.training_run import run_length
from ..classify.estimate import measured_rate, relative_cost

HEAD_ONLY, FINE_TUNE, THOROUGH = "head_only", "fine_tune", "thorough"
_STEP_COST = 3.0
"""Of a training step, in passes forward: one forward and, twice as dear, one back; 364 against 121 patches a second were measured."""
_START_S = 10.0
_EPOCH_S = 0.5
"""Between two epochs: state, curves."""
_THOROUGH = 3
"""Times as long as the default."""
_MEASURED_PATCH_PX = 160


class Work(NamedTuple):
    """What a network has to do."""

    backbone: str
    patches: int
    """To train on."""
    patch_px: int


def preset(choice: str, training_patches: int) -> Dict[str, Any]:
    """The settings of ``train`` that a choice of the simple mode stands for; those left out keep their defaults.

    Args:
        choice: ``HEAD_ONLY``, ``FINE_TUNE`` (the default recipe) or ``THOROUGH``: longer, the head first, early layers slower, and
            ended when a third of it has brought nothing.
        training_patches: of the set; 0 where that is not known yet.
    """
    if choice == HEAD_ONLY:
        return {"head_only": True}
    if choice == FINE_TUNE:
        return {}
    usual = run_length(max(1, training_patches))
    longer = {"epochs": _THOROUGH * usual.epochs, "epoch_patches": usual.epoch_patches, "patience": usual.epochs}
    return {**longer, "probe_epochs": max(1, usual.epochs // 4), "layer_decay": 0.8}


def training_seconds(values: Mapping[str, Any], work: Work, details: Mapping[str, Any]) -> Optional[float]:
    """How long a training takes at most; None where the speed of the device is not known.

    Args:
        values: settings that differ from their defaults.
        work: what there is to do.
        details: what ``doctor`` said of the machine.
    """
    rate = measured_rate(details, values.get("device", "auto"), values.get("precision", "auto"))
    cost = relative_cost(values.get("backbone") or work.backbone)
    if not rate or cost is None:
        return None
    pass_s = cost * (work.patch_px / _MEASURED_PATCH_PX) ** 2 / rate
    if values.get("head_only"):
        return _START_S + work.patches * pass_s
    length = run_length(work.patches, values.get("epochs", 0), values.get("epoch_patches"))
    epochs = length.epochs + values.get("probe_epochs", 0)
    return _START_S + epochs * (length.epoch_patches * _STEP_COST * pass_s + _EPOCH_S)
