"""Contact sheets: one picture a class, grey levels of one fixed window, and nothing else is ever replaced."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from echopatch.core.contract.commands.patches import PatchesInfoConfig
from echopatch.core.contract.errors import OutputError, PatchSetError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.patches.describe import describe
from PIL import Image

TOP, LEFT, TILE = 92, 16, 160


@pytest.fixture
def sheets(toy_set: Callable[..., Path], tmp_path: Path) -> Path:
    patches = toy_set("toy", {"train": (70, 3), "test": (5, 2)}, patch_px=32)
    outputs = describe(PatchesInfoConfig(patches=str(patches), sheets=str(tmp_path / "sheets")), Silent())
    assert outputs["sheets"] == str(tmp_path / "sheets")
    return tmp_path / "sheets"


def grey(path: Path) -> np.ndarray:
    return np.asarray(Image.open(path).convert("L"), dtype=float)


def test_each_class_has_a_sheet_of_at_most_64_patches(sheets: Path) -> None:
    assert sorted(one.name for one in sheets.iterdir()) == ["class-1.png", "class-2.png"]
    heights = [grey(sheets / f"class-{code}.png").shape[0] for code in (1, 2)]
    assert heights == [TOP + 8 * 186 + 16, TOP + 186 + 16]


def test_a_class_that_is_10_db_brighter_is_64_levels_brighter(sheets: Path) -> None:
    """The window of calibrated power is 40 dB wide, for 255 levels; speckle of one kind lies on both."""
    means = [grey(sheets / f"class-{code}.png")[TOP : TOP + TILE, LEFT : LEFT + TILE].mean() for code in (1, 2)]
    assert means[1] - means[0] == pytest.approx(255 / 4, abs=6)


def test_other_files_are_never_replaced(sheets: Path, tmp_path: Path) -> None:
    config = PatchesInfoConfig(patches=str(tmp_path / "toy.patchset"), sheets=str(sheets))
    with pytest.raises(OutputError, match="exists already"):
        describe(config, Silent())
    (sheets / "notes.txt").write_text("x")
    with pytest.raises(PatchSetError, match="holds other files"):
        describe(PatchesInfoConfig(patches=str(tmp_path / "toy.patchset"), sheets=str(sheets), overwrite=True), Silent())
    assert (sheets / "notes.txt").exists()
