"""Fixtures that several test files share."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.engine.patches.patch_set import PatchSetSettings, db_to_codes
from echopatch.core.engine.patches.writer import new_patch_set


@pytest.fixture
def toy_set(tmp_path: Path) -> Callable[..., Path]:
    """Writes patch sets of speckled patches, one level of power per class: ``toy_set(name, {split: (n of class 0, n of class 1)})``."""

    def write(name: str, counts: dict[str, tuple[int, ...]], patch_px: int = 32, **settings: object) -> Path:
        classes = TERRASAR_X_LEGEND[: max(map(len, counts.values()))]
        rows = [(split, place) for split, ns in counts.items() for place, n in enumerate(ns) for _ in range(n)]
        random = np.random.default_rng(0)
        power = (
            random.exponential(size=(len(rows), 1, patch_px, patch_px))
            * 10 ** np.array([place - 1.5 for _, place in rows])[:, None, None, None]
        )
        given = {"quantity": "gamma0", "floor_db": -60.0, "ceiling_db": 40.0, "pixel_size_m": 1.25, "channels": ("HH",), "classes": classes}
        described = PatchSetSettings(**{**given, "patch_px": patch_px, **settings})
        index = pd.DataFrame(
            {
                "patch": range(len(rows)), "label": [classes[place].code for _, place in rows], "class": "", "scene": "toy",
                "row": np.arange(len(rows)) * patch_px, "col": 0, "group": [str(one) for one in range(len(rows))],
                "split": [split for split, _ in rows], "source": "real", "cover": 1.0, "label_sampling": "polygons",
                "inclusion_probability": np.nan, "file": "toy.tif",
            }
        )  # fmt: skip
        with new_patch_set(tmp_path / f"{name}.patchset", 1, patch_px, False) as writer:
            writer.append(db_to_codes(10 * np.log10(power).astype(np.float32), described))
            writer.finish(described, index)
        return tmp_path / f"{name}.patchset"

    return write
