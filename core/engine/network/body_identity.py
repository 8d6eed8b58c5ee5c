"""Which networks see the same: the identity of a body together with how it is fed."""

import dataclasses
import hashlib
import json

from torch import Tensor

from ...contract.model_card import ModelCard
from .model_file import Model


def body_sha256(model: Model) -> str:
    """SHA-256 of all that decides the features of a patch; equal for models that differ in their heads only."""
    return sha256_of_body(model.network.body.state_dict(), model.card)


def sha256_of_body(body: dict[str, Tensor], card: ModelCard) -> str:
    """As ``body_sha256``, of the weights of a body and the card that says how it is fed.

    Args:
        body: by name; those that are no floating-point numbers, the counters of batch norms, decide nothing.
        card: its radiometry, pixel size and patch size count.
    """
    fed = {"radiometry": dataclasses.asdict(card.radiometry), "pixel_size_m": card.pixel_size_m, "patch_px": card.patch_px}
    digest = hashlib.sha256(json.dumps([card.backbone, fed], sort_keys=True).encode())
    for name, tensor in sorted(body.items()):
        if tensor.is_floating_point():
            digest.update(f"{name} {tuple(tensor.shape)}\n".encode())
            digest.update(tensor.detach().float().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()
