"""The picture of a run."""

from pathlib import Path

import numpy as np
import pytest
from echopatch.core.engine.learning.curves import draw_history
from PIL import Image

TERMS = {"labels_loss": 0.4, "teacher_loss": 0.3, "entropy_loss": 0.02}
BAND = (250, 239, 219)  # a fifth of #e8b04a on white


def picture(folder: Path, powers: list[float], **figures: float) -> np.ndarray:
    """Pixels (rows, columns, 3) of a run with an epoch for each power of its sampling."""
    rows = [{"epoch": epoch, "learning_rate": 1e-3, "training_loss": 0.72, "sampling_power": power, **figures}
            for epoch, power in enumerate(powers, 1)]  # fmt: skip
    draw_history(rows, 1, folder / "curves.png")
    with Image.open(folder / "curves.png") as image:
        return np.asarray(image.convert("RGB")).astype(int)


def banded(pixels: np.ndarray) -> float:
    """Share of the picture that is shaded, below what the learning rate covers."""
    return float((np.abs(pixels - BAND).max(axis=2) <= 3).mean())


def test_several_terms_have_a_panel_of_their_own(tmp_path: Path) -> None:
    alone, both = picture(tmp_path, [1.0, 1.0]), picture(tmp_path, [1.0, 1.0], **TERMS)
    judged = picture(tmp_path, [1.0, 1.0], **TERMS, loss=0.5, accuracy=0.8, mean_recall=0.7)
    panel = both.shape[0] - alone.shape[0]
    assert panel > 200
    assert judged.shape[0] == both.shape[0] + panel
    reddish = np.abs(both - (0xD5, 0x5E, 0x00)).max(axis=2) < 30  # the teacher's line, in the panel below
    assert reddish[alone.shape[0] // 2 :].sum() > 100


def test_a_band_marks_the_balanced_epochs_where_sampling_alternates(tmp_path: Path) -> None:
    for steady in (0.0, 0.5, 1.0):
        assert banded(picture(tmp_path, [steady] * 4, **TERMS)) < 0.001
    half, quarter = (banded(picture(tmp_path, powers, **TERMS)) for powers in ([1.0, 0.0, 1.0, 0.0], [1.0, 1.0, 1.0, 0.0]))
    assert half > 0.1
    assert half / quarter == pytest.approx(2, rel=0.15)


@pytest.mark.parametrize("resting", [0.0, 1e-9])
def test_a_term_that_rests_is_no_error(tmp_path: Path, resting: float) -> None:
    assert picture(tmp_path, [1.0], **{**TERMS, "diversity_loss": resting}).shape[0] > 500
