"""Patches that a model has seen in training are found, whichever patch set they come from."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely
from echopatch.core.contract.model_card import ModelCard
from echopatch.core.engine.assessment.seen import Judged, caveats_of_training
from echopatch.core.engine.network.model_file import Model
from echopatch.core.engine.patches.patch_set import PatchSet, read_patch_set

ToySet = Callable[..., Path]
UTM, NEXT_UTM = "EPSG:32632", "EPSG:32633"


@pytest.fixture
def judged_set(toy_set: ToySet) -> PatchSet:
    """Rows 0..3 train, 4..5 validation, 6..9 test, one below the other in a scene without coordinates."""
    return read_patch_set(str(toy_set("judged", {"train": (2, 2), "validation": (1, 1), "test": (2, 2)})))


@pytest.fixture
def card(brightness_model: Model, judged_set: PatchSet) -> ModelCard:
    return dataclasses.replace(brightness_model.card, training={"patch_set_sha256": judged_set.sha256})


def judged(patch_set: PatchSet, split: str = "test") -> Judged:
    return Judged(patch_set, split, np.flatnonzero(patch_set.index["split"] == split))


def codes_and_levels(card: ModelCard, patches: Judged, trained_on: PatchSet | None = None) -> list[tuple[str, str]]:
    return [(one.code, one.level) for one in caveats_of_training(card, patches, trained_on)]


@pytest.mark.parametrize(
    ("split", "code", "level"),
    [("train", "seen-training-split", "alarm"), ("validation", "seen-validation-split", "caution"), ("test", "seen-held-out", "good")],
)
def test_the_patch_set_of_the_card_tells_which_patches_were_seen(
    card: ModelCard, judged_set: PatchSet, split: str, code: str, level: str
) -> None:
    assert codes_and_levels(card, judged(judged_set, split)) == [(code, level)]


def test_what_cannot_be_checked_is_said(card: ModelCard, judged_set: PatchSet) -> None:
    other = dataclasses.replace(judged_set, sha256="1" * 64)
    assert codes_and_levels(card, judged(other)) == [("seen-unchecked", "note")]
    assert codes_and_levels(dataclasses.replace(card, training={}), judged(other)) == [("seen-no-record", "caution")]


def test_ground_of_the_training_patches_is_found_by_place(card: ModelCard, judged_set: PatchSet) -> None:
    trained_on = judged_set
    index = judged_set.index.assign(row=judged_set.index["row"] - 4 * 32 - 16)  # test patches of other pixels, half on training ground
    other = dataclasses.replace(judged_set, index=index, sha256="1" * 64)
    found = caveats_of_training(card, judged(other), trained_on)
    assert [(one.code, one.level) for one in found] == [("seen-train-overlap", "alarm"), ("seen-validation-overlap", "caution")]
    # 32 px a patch: test patches lie from row 48 to 175, training patches from 0 to 127, validation patches from 128 to 191
    assert [one.values["count"] for one in found] == [3, 2]
    assert found[0].text.startswith("3 of the 4 patches show ground that the model was trained on")


def test_patches_that_only_touch_training_ground_were_not_seen(card: ModelCard, judged_set: PatchSet) -> None:
    other = dataclasses.replace(judged_set, index=judged_set.index.assign(row=judged_set.index["row"] + 32), sha256="1" * 64)
    assert codes_and_levels(card, judged(other), judged_set) == [("seen-nothing", "good")]


def test_the_same_ground_in_another_coordinate_system_is_found(card: ModelCard, judged_set: PatchSet) -> None:
    boxes = shapely.box(700_000 + 40 * np.arange(10), 5_300_000, 700_040 + 40 * np.arange(10), 5_300_040)
    trained_on = dataclasses.replace(judged_set, index=geopandas.GeoDataFrame(judged_set.index, geometry=boxes, crs=UTM))
    theirs = geopandas.GeoDataFrame(judged_set.index.assign(scene="another"), geometry=np.roll(boxes, 6), crs=UTM).to_crs(NEXT_UTM)
    found = caveats_of_training(card, judged(dataclasses.replace(judged_set, index=theirs, sha256="1" * 64)), trained_on)
    assert (found[0].code, found[0].values["count"]) == ("seen-train-overlap", 4)


def test_chips_are_compared_pixel_by_pixel_where_their_place_is_unknown(card: ModelCard, judged_set: PatchSet) -> None:
    index = judged_set.index.assign(row=np.nan, col=np.nan)
    trained_on = dataclasses.replace(judged_set, index=index)
    codes = np.array(judged_set.codes)
    codes[7] = codes[2]  # a training chip among the test chips
    chips = dataclasses.replace(judged_set, index=index, codes=codes, sha256="1" * 64)
    found = caveats_of_training(card, judged(chips), trained_on)
    assert [(one.code, one.values["count"]) for one in found] == [("seen-train-overlap", 1)]
    clean = dataclasses.replace(trained_on, sha256="1" * 64)
    assert codes_and_levels(card, judged(clean), trained_on) == [("seen-nothing-equal", "good")]


def test_a_training_set_other_than_the_cards_is_pointed_out(card: ModelCard, judged_set: PatchSet) -> None:
    stranger = dataclasses.replace(judged_set, sha256="2" * 64)
    other = dataclasses.replace(judged_set, index=judged_set.index.assign(row=judged_set.index["row"] + 10_000), sha256="1" * 64)
    assert codes_and_levels(card, judged(other), stranger) == [("seen-other-set", "caution"), ("seen-nothing", "good")]
