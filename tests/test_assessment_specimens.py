"""The patches that a report shows."""

import numpy as np
import torch
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import Radiometry
from echopatch.core.engine.assessment.answers import Answers
from echopatch.core.engine.assessment.gallery import Tile, draw_sheet, grey_patch, tile_png
from echopatch.core.engine.assessment.specimens import examples, most_wrong
from echopatch.core.engine.network.door import grey_levels
from echopatch.core.engine.patches.patch_set import codes_to_db, read_patch_set
from PIL import Image

# right, wrong with 0.3 for the truth, wrong with 0.01, wrong with 0.05, right but unsure, wrong with 0.2 of another kind
TRUTH = np.array([0, 0, 0, 0, 1, 1])
PROBABILITIES = np.array([[0.9, 0.05, 0.05], [0.3, 0.6, 0.1], [0.01, 0.98, 0.01], [0.05, 0.9, 0.05], [0.2, 0.5, 0.3], [0.1, 0.2, 0.7]])


def answers() -> Answers:
    names = np.full(6, "a", dtype=object)
    return Answers(TERRASAR_X_LEGEND[:3], TRUTH, np.log(PROBABILITIES).astype(np.float32), 1.0, np.arange(6), names, names)


def test_the_worst_errors_come_first_and_those_of_one_kind_do_not_crowd_out_the_rest() -> None:
    assert most_wrong(answers(), 10, 10).tolist() == [2, 3, 5, 1]
    assert most_wrong(answers(), 10, 2).tolist() == [2, 3, 5]
    assert most_wrong(answers(), 1, 2).tolist() == [2]


def test_examples_are_right_ones_from_sure_to_unsure_and_the_surest_wrong_ones() -> None:
    first, second = examples(answers(), 2)
    assert (first.place, first.right.tolist(), first.wrong.tolist()) == (0, [0], [2, 3])
    assert (second.place, second.right.tolist(), second.wrong.tolist()) == (1, [4], [5])


def test_a_patch_is_shown_in_the_grey_that_its_model_sees(toy_set) -> None:
    patch_set = read_patch_set(str(toy_set("a", {"train": (1, 1), "test": (1, 1)})))
    shown = grey_patch(patch_set, 1, Radiometry())
    seen = grey_levels(codes_to_db(torch.from_numpy(np.array(patch_set.codes[1, 0])), patch_set.settings), Radiometry())
    np.testing.assert_array_equal(shown, seen.numpy())


def test_large_patches_are_shown_smaller(toy_set) -> None:
    patch_set = read_patch_set(str(toy_set("a", {"train": (1, 1)}, patch_px=400)))
    assert grey_patch(patch_set, 0, Radiometry()).shape == (192, 192)


def test_a_tile_keeps_its_pixels(tmp_path) -> None:
    grey = np.arange(256, dtype=np.uint8).reshape(16, 16)
    (tmp_path / "a.png").write_bytes(tile_png(Tile(grey, ("a",), True)))
    with Image.open(tmp_path / "a.png") as picture:
        np.testing.assert_array_equal(np.asarray(picture), grey)


def test_a_contact_sheet_has_a_row_for_every_six_patches(tmp_path) -> None:
    tile = Tile(np.full((16, 16), 128, np.uint8), ("truth $a_1$", "answer <b>"), False)  # no formula, no markup
    for count in (6, 7):
        draw_sheet([tile] * count, "title", tmp_path / f"{count}.png")
    with Image.open(tmp_path / "6.png") as one_row, Image.open(tmp_path / "7.png") as two_rows:
        assert one_row.width == two_rows.width
        assert two_rows.height > 1.6 * one_row.height
