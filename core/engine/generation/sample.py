"""Synthetic patches of a generator, coded as a patch set codes them."""

import dataclasses
from pathlib import Path

import numpy as np
import pandas as pd
import torch
from numpy.typing import NDArray

from ...contract.generator_card import GeneratorCard
from ..patches.index import INDEX_FIELDS
from ..patches.patch_set import CODED_WINDOWS, GeneratedFrom, PatchSet, PatchSetSettings, db_to_codes
from .generator_file import GeneratorFile
from .images import Window, db_of, enlarged
from .networks import draw_latent, latent_to
from .patch_filter import PatchFilter

BATCH_SIZE = 64
SCENE = "generated"


@torch.inference_mode()
def made_codes(made_by: GeneratorFile, classes: NDArray[np.int64], seed: int, device: torch.device) -> NDArray[np.uint16]:
    """Codes of fresh patches, (N, C, P, P).

    Args:
        made_by: its network lies on the device.
        classes: place of each patch's class among those of the generator, (N,); a generator of mixtures does not look at it.
        seed: equal seeds make equal patches on a CPU.
        device: where it computes.
    """
    card, plan = made_by.card, made_by.network.plan
    told = torch.from_numpy(classes) if plan.classes > 1 else torch.zeros(len(classes), dtype=torch.int64)
    random, parts = torch.Generator().manual_seed(seed), []
    for some in torch.split(told, BATCH_SIZE):
        images = made_by.network(latent_to(draw_latent(plan, some, random), device)).float().cpu()
        db = enlarged(db_of(images, Window(card.floor_db, card.ceiling_db)), card.patch_px)
        parts.append(db_to_codes(db.numpy(), CODED_WINDOWS[card.quantity]))
    return np.concatenate(parts)


def synthetic_settings(made_by: GeneratorFile, patch_filter: PatchFilter | None = None) -> PatchSetSettings:
    """What a set of a generator's patches is, but for counts and hashes; what its filter has seen counts as learned from, too."""
    card = made_by.card
    window, record = CODED_WINDOWS[card.quantity], card.training
    seen = sorted({*record["learned_from"], *(() if patch_filter is None else patch_filter.learned_from)})
    return PatchSetSettings(
        quantity=card.quantity,
        floor_db=window.floor_db,
        ceiling_db=window.ceiling_db,
        pixel_size_m=card.pixel_size_m,
        patch_px=card.patch_px,
        channels=card.channels,
        classes=card.classes,
        generated_from=GeneratedFrom(made_by.sha256, record["patch_set_sha256"], tuple(seen)),
    )


def synthetic_index(card: GeneratorCard, classes: NDArray[np.int64]) -> pd.DataFrame:
    """The index of a generator's patches: each a group of its own, for training alone.

    Args:
        card: of the generator.
        classes: place of each patch's class among those of the card, (N,).
    """
    count = len(classes)
    nowhere = pd.array([pd.NA] * count, dtype="Int64")
    known = {
        "patch": np.arange(count),
        "label": [card.classes[one].code for one in classes],
        "class": [card.classes[one].name for one in classes],
        "scene": SCENE,
        "row": nowhere,
        "col": nowhere,
        "group": np.arange(count),
        "split": "train",
        "source": "synthetic",
        "cover": np.nan,
        "label_sampling": SCENE,
        "inclusion_probability": np.nan,
        "file": card.name,
    }
    return pd.DataFrame(known, index=range(count))[list(INDEX_FIELDS)]


def made_set(made_by: GeneratorFile, classes: NDArray[np.int64], seed: int, device: torch.device) -> PatchSet:
    """Fresh patches as a set in memory; see ``made_codes``."""
    codes = made_codes(made_by, classes, seed, device)
    folder = Path(f"{made_by.card.name}.patchset")
    return PatchSet(folder, synthetic_settings(made_by), synthetic_index(made_by.card, classes), codes, None, made_by.sha256)


def some_of(patch_set: PatchSet, chosen: NDArray[np.bool_]) -> PatchSet:
    """Some patches of a set in memory, numbered anew.

    Args:
        patch_set: in memory.
        chosen: which, (N,).
    """
    index = patch_set.index[chosen].reset_index(drop=True)
    return dataclasses.replace(patch_set, index=index.assign(patch=np.arange(len(index))), codes=patch_set.codes[chosen])
