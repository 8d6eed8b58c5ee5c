"""What a scene is warned of before it is classified."""

import dataclasses
from types import SimpleNamespace

import numpy as np
import pytest
from affine import Affine
from echopatch.core.contract.model_card import ModelCard
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.mapping.likeness import histogram_distance_db, sample_histogram, warn_of_unlikeness
from echopatch.core.engine.scene.info import SceneInfo
from echopatch.core.engine.scene.windows import Window

LIKE = SceneInfo(
    "scene", "/scene", "EEC", "TSX-1", "HS", "SE", ("HH",), 500, 500, 1.0, 1.0, None, Affine.identity(), "beta0", (1.0,), 2.0,
    (30.0, 32.0), "mask", "", None, {}, (),
)  # fmt: skip


def level_grid(db: float) -> SimpleNamespace:
    def read_power(window: Window) -> np.ndarray:
        return np.full((1, window.rows, window.columns), 10 ** (db / 10), np.float32)

    return SimpleNamespace(rows=500, columns=400, read_power=read_power)


@pytest.fixture
def card(brightness_model) -> ModelCard:
    return dataclasses.replace(brightness_model.card, histogram=tuple(1.0 if one == 32 else 0.0 for one in range(64)))


def warned(info: SceneInfo, card: ModelCard, db: float = -9.8) -> list[str]:
    codes: list[str] = []
    listener = Silent()
    listener.warning = lambda code, **_: codes.append(code)  # type: ignore[method-assign]
    warn_of_unlikeness(info, sample_histogram(level_grid(db), card), card, listener)
    return codes


def test_a_scene_like_the_training_data_brings_no_warning(card: ModelCard) -> None:
    assert warned(LIKE, card) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"incidence_deg": (15.0, 16.0)}, "classify-unlike-incidence"),
        ({"incidence_deg": (48.0, 53.0)}, "classify-unlike-incidence"),
        ({"looks": 6.0}, "classify-unlike-looks"),
        ({"row_spacing_m": 1.5}, "classify-coarser-scene"),
        ({"bands": ("VV",)}, "classify-unlike-polarisation"),
    ],
)
def test_each_way_of_being_unlike_has_its_own_warning(card: ModelCard, change: dict[str, object], code: str) -> None:
    assert warned(dataclasses.replace(LIKE, **change), card) == [code]


def test_what_is_not_known_is_not_warned_of(card: ModelCard) -> None:
    assert warned(dataclasses.replace(LIKE, incidence_deg=None, looks=None, bands=("1",)), card) == []
    unlike = dataclasses.replace(LIKE, incidence_deg=(70.0, 71.0), looks=40.0)
    assert warned(unlike, dataclasses.replace(card, incidence_deg=None, looks=None)) == []


@pytest.mark.parametrize(("band", "codes"), [("HH", []), ("VV", []), ("HV", ["classify-unlike-polarisation"])])
def test_a_model_for_either_co_polarisation_takes_both(card: ModelCard, band: str, codes: list[str]) -> None:
    assert warned(dataclasses.replace(LIKE, bands=(band,)), dataclasses.replace(card, channels=("co",))) == codes


@pytest.mark.parametrize(
    ("db", "codes"), [(-7.0, []), (-13.0, []), (-4.0, ["classify-unlike-brightness"]), (-16.0, ["classify-unlike-brightness"])]
)
def test_a_scene_some_db_off_is_warned_of(card: ModelCard, db: float, codes: list[str]) -> None:
    assert warned(LIKE, card, db) == codes


def test_the_distance_of_histograms_is_how_far_the_average_pixel_has_to_move(card: ModelCard) -> None:
    # all of the training pixels lie in bin 32, half of the scene's 16 bins of 0.625 dB above it
    histogram = np.zeros(64)
    histogram[[32, 48]] = 0.5
    assert histogram_distance_db(histogram, card) == pytest.approx(0.5 * 16 * 0.625)


def test_a_scene_without_data_has_no_histogram(card: ModelCard) -> None:
    assert sample_histogram(level_grid(np.nan), card) is None
