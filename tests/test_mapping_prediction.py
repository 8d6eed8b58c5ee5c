"""Probabilities of tiles: patch mode, dense mode, validity and memory."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from affine import Affine
from echopatch.core.contract.commands import ClassifyConfig
from echopatch.core.contract.errors import ConfigError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.mapping.body import fold_normalisation, run_by_strips
from echopatch.core.engine.mapping.cells import CellGrid, Tile
from echopatch.core.engine.mapping.plan import choose_precision, stride_of, tile_side
from echopatch.core.engine.mapping.prediction import HALO_PX, Computing, TileInput, trimmed
from echopatch.core.engine.mapping.predictor import Predictor
from echopatch.core.engine.network.door import decibels, grey_levels, standardise
from echopatch.core.engine.network.model_file import Model
from echopatch.core.engine.network.networks import build_network

CPU = torch.device("cpu")


def grid(patch_px: int = 96, stride_px: int = 32, size: int = 320, min_valid: float = 0.5) -> CellGrid:
    return CellGrid(size, size, patch_px, stride_px, min_valid, (1.0, 1.0), Affine(1, 0, 0, 0, -1, 0), None)


def speckled(size: int, seed: int = 0) -> np.ndarray:
    """One band of linear power between -25 and 5 dB in smooth blobs, with four looks of speckle."""
    random = np.random.default_rng(seed)
    db = np.kron(random.uniform(-25, 5, (size // 40 + 1,) * 2), np.ones((40, 40)))[:size, :size]
    return (10 ** (db / 10) * random.gamma(4, 1 / 4, (size, size))).astype(np.float32)


def answer(model: Model, cells: CellGrid, power: np.ndarray, tile: Tile, **how: object) -> torch.Tensor:
    """Probabilities of a tile; the image is continued by reflection."""
    computing = Computing(**{"dense": False, "dtype": torch.float32, "cells_at_once": 1 << 30, **how})
    predictor = Predictor([model], cells, CPU, computing)
    margin = 400
    padded = np.pad(power, margin, mode="reflect")
    window = cells.patches_window(tile)
    first = (window.row - predictor.halo_px + margin, window.column - predictor.halo_px + margin)
    rows, columns = (
        slice(start, start + count + 2 * predictor.halo_px) for start, count in zip(first, (window.rows, window.columns), strict=True)
    )
    given = TileInput(tile, torch.from_numpy(padded[None, rows, columns].copy()), torch.ones(tile.rows, tile.columns, dtype=torch.bool))
    return predictor.answers(given, Silent(), lambda _: None)["probabilities"]


def whole(cells: CellGrid) -> Tile:
    return Tile(0, 0, cells.rows, cells.columns)


@pytest.mark.parametrize(("patch_px", "stride_px"), [(96, 32), (96, 96), (64, 48), (96, 17)])
def test_patch_mode_gives_each_cell_the_answer_of_the_patch_centred_on_it(brightness_model: Model, patch_px: int, stride_px: int) -> None:
    cells, power = grid(patch_px, stride_px), speckled(320)
    result = answer(brightness_model, cells, power, whole(cells))
    padded = np.pad(power, 200, mode="reflect")
    for row, column in ((0, 0), (1, 2), (cells.rows - 1, cells.columns - 1)):
        top, left = (200 + index * stride_px + (stride_px - patch_px) // 2 for index in (row, column))
        patch = torch.from_numpy(padded[None, None, top : top + patch_px, left : left + patch_px].copy())
        x = standardise(grey_levels(decibels(patch), brightness_model.card.radiometry), brightness_model.card.radiometry)
        torch.testing.assert_close(result[row, column], brightness_model.network(x)[0].softmax(0), atol=1e-5, rtol=0)


@pytest.mark.parametrize(("patch_px", "stride_px"), [(96, 32), (64, 32), (96, 64), (64, 96), (96, 96)])
def test_dense_mode_equals_patch_mode_where_no_padding_is_in_the_answer(brightness_model: Model, patch_px: int, stride_px: int) -> None:
    cells, power = grid(patch_px, stride_px), speckled(320)
    densely = answer(brightness_model, cells, power, whole(cells), dense=True)
    by_patch = answer(brightness_model, cells, power, whole(cells))
    torch.testing.assert_close(densely, by_patch, atol=1e-5, rtol=0)


def resnet10(brightness_model: Model) -> Model:
    """Random weights, normalised as training leaves them."""
    torch.manual_seed(0)
    network = build_network("resnet10", (), 1, 3).train()
    patches = torch.from_numpy(np.stack([speckled(96, seed) for seed in range(8)]))[:, None]
    with torch.no_grad():
        for _ in range(20):
            network(standardise(grey_levels(decibels(patches), brightness_model.card.radiometry), brightness_model.card.radiometry))
    return Model(brightness_model.card, network.eval(), "0" * 64)


def test_tile_size_does_not_change_a_dense_answer(brightness_model: Model) -> None:
    model, cells, power = resnet10(brightness_model), grid(size=384), speckled(384)
    at_once = answer(model, cells, power, whole(cells), dense=True)
    for row, column in ((0, 0), (4, 8), (8, 4)):
        part = answer(model, cells, power, Tile(row, column, 4, 4), dense=True)
        difference = (part - at_once[row : row + 4, column : column + 4]).abs().max()
        assert difference < 0.01


def test_without_a_halo_the_size_of_tiles_would_show(brightness_model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("echopatch.core.engine.mapping.prediction.HALO_PX", 0)
    model, cells, power = resnet10(brightness_model), grid(size=384), speckled(384)
    at_once = answer(model, cells, power, whole(cells), dense=True)
    part = answer(model, cells, power, Tile(4, 4, 4, 4), dense=True)
    assert (part - at_once[4:8, 4:8]).abs().max() > 0.02


@pytest.mark.parametrize("dense", [False, True])
def test_less_memory_changes_the_speed_and_not_the_answer(brightness_model: Model, dense: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    cells, power = grid(), speckled(320)
    expected = answer(brightness_model, cells, power, whole(cells), dense=dense)
    warned: list[tuple[str, dict[str, object]]] = []
    run_out_of_memory_above(3000 * 96, monkeypatch)
    monkeypatch.setattr(Silent, "warning", lambda _, code, **values: warned.append((code, values)))
    result = answer(brightness_model, cells, power, whole(cells), dense=dense)
    torch.testing.assert_close(result, expected, atol=1e-5, rtol=0)
    assert {code for code, _ in warned} == {"classify-out-of-memory"}


def run_out_of_memory_above(pixels: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def limited(grey: torch.Tensor, *rest: object) -> torch.Tensor:
        if grey.numel() > pixels:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return standardise(grey, *rest)

    monkeypatch.setattr("echopatch.core.engine.mapping.prediction.standardise", limited)


def test_one_cell_that_does_not_fit_is_an_error(brightness_model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    run_out_of_memory_above(10, monkeypatch)
    with pytest.raises(torch.OutOfMemoryError):
        answer(brightness_model, grid(), speckled(320), whole(grid()))


def test_a_cell_is_left_out_when_its_patch_has_too_little_data(brightness_model: Model) -> None:
    power = speckled(320)
    power[:, 160:] = np.nan
    answered = answer(brightness_model, grid(min_valid=0.5), power, whole(grid())).any(-1)
    # the patch of column 4 spans pixels 96..191, of which 64 of 96 hold data; that of column 5 holds 32 of 96, and its cell none
    assert answered.all(0).tolist() == [True] * 5 + [False] * 5
    strict = answer(brightness_model, grid(min_valid=0.7), power, whole(grid())).any(-1)
    assert strict.all(0).tolist() == [True] * 4 + [False] * 6


def test_a_cell_without_data_of_its_own_is_left_out_whatever_its_patch_holds(brightness_model: Model) -> None:
    power = speckled(320)
    power[64:96, 128:160] = np.nan
    answered = answer(brightness_model, grid(min_valid=0.01), power, whole(grid())).any(-1)
    assert (~answered).nonzero().tolist() == [[2, 4]]


def test_reflected_pixels_do_not_make_a_cell_valid(brightness_model: Model) -> None:
    cells = grid(size=321)  # the last column of cells has one column of pixels
    power = speckled(321)
    power[:, 320] = np.nan
    answered = answer(brightness_model, cells, power, whole(cells)).any(-1)
    assert answered[:10].all(0).tolist() == [True] * 10 + [False]


@pytest.mark.parametrize("dense", [False, True])
def test_nodata_inside_a_patch_is_the_mean_of_the_training_pixels(brightness_model: Model, dense: bool) -> None:
    power = np.full((320, 320), 1.0, np.float32)  # 0 dB: 0.75 of the window
    power[:, ::2] = np.nan
    cells = grid()
    inner = answer(brightness_model, cells, power, whole(cells), dense=dense)[4, 4]
    half_way = torch.full((1, 1, 96, 96), 10 ** (-0.5), dtype=torch.float32)  # -5 dB: between 0 dB and the mean at -10 dB
    radiometry = brightness_model.card.radiometry
    expected = brightness_model.network(standardise(grey_levels(decibels(half_way), radiometry), radiometry))[0].softmax(0)
    torch.testing.assert_close(inner, expected, atol=0.02, rtol=0)


def test_the_temperature_of_the_card_softens_the_answer(brightness_model: Model) -> None:
    cells, power = grid(), speckled(320)
    hot = Model(type(brightness_model.card)(**{**vars(brightness_model.card), "temperature": 4.0}), brightness_model.network, "")
    cool, soft = (answer(model, cells, power, whole(cells)) for model in (brightness_model, hot))
    expected = cool.double().pow(0.25)
    torch.testing.assert_close(soft.double(), expected / expected.sum(-1, keepdim=True), atol=1e-4, rtol=0)


def test_folding_the_normalisation_keeps_the_answer() -> None:
    torch.manual_seed(1)
    for backbone in ("resnet10", "resnet50"):
        network = build_network(backbone, (), 1, 3)
        network(torch.randn(4, 1, 64, 64))  # moves the running statistics off their start
        body, x = network.eval().body, torch.randn(2, 1, 64, 64)
        with torch.no_grad():
            expected = body(x)
            fold_normalisation(body)
            assert not any(isinstance(one, torch.nn.BatchNorm2d) for one in body.modules())
            torch.testing.assert_close(body(x), expected, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize(
    ("settings", "patch_px", "said"),
    [({"stride_px": 40}, 96, "multiple of 32, got 40"), ({}, 100, "the model's have 100")],
)
def test_dense_mode_says_what_it_needs(
    brightness_model: Model, settings: dict[str, int], patch_px: int, said: str, dense_config: Callable[..., ClassifyConfig]
) -> None:
    card = type(brightness_model.card)(**{**vars(brightness_model.card), "patch_px": patch_px})
    with pytest.raises(ConfigError, match=said):
        stride_of(dense_config(**settings), card)


@pytest.fixture
def dense_config() -> Callable[..., ClassifyConfig]:
    return lambda **settings: ClassifyConfig(scene="s.tif", model="m.safetensors", output="o.gpkg", **settings)


def test_the_stride_left_out_is_that_of_the_mode(brightness_model: Model, dense_config: Callable[..., ClassifyConfig]) -> None:
    assert stride_of(dense_config(), brightness_model.card) == 32
    assert stride_of(dense_config(mode="patch"), brightness_model.card) == 96


def test_a_dense_tile_with_its_halo_holds_no_more_pixels_than_asked(dense_config: Callable[..., ClassifyConfig]) -> None:
    cells = grid(patch_px=96, size=4000)
    side = tile_side(dense_config(batch_size=100), cells, CPU, "bf16")
    assert ((side - 1) * 32 + 96 + 2 * HALO_PX) ** 2 <= 100 * 96**2 < (side * 32 + 96 + 2 * HALO_PX) ** 2


def test_precision_is_what_was_asked_for(brightness_model: Model) -> None:
    assert choose_precision("bf16", brightness_model, CPU) == "bf16"
    assert choose_precision("auto", brightness_model, CPU) in ("bf16", "fp32")


@pytest.mark.parametrize("rows", [32, 96, 160])
def test_a_body_by_strips_gives_the_features_of_the_whole_image(rows: int) -> None:
    torch.manual_seed(0)
    body = build_network("resnet10", (), 2, 3).eval().body
    image = torch.randn(1, 2, rows, 96)
    with torch.inference_mode():
        torch.testing.assert_close(run_by_strips(body, image), body(image), rtol=1e-5, atol=1e-5)


def test_a_tile_is_trimmed_to_the_cells_to_answer() -> None:
    answered = torch.zeros(5, 7, dtype=torch.bool)
    assert trimmed(answered) == Tile(0, 0, 0, 0)
    answered[1, 6] = answered[3, 2] = True
    assert trimmed(answered) == Tile(1, 2, 3, 5)


def test_cells_that_are_not_answered_are_settled_all_the_same(brightness_model: Model) -> None:
    cells, power = grid(), speckled(320)
    power[:120] = np.nan
    settled: list[int] = []
    predictor = Predictor([brightness_model], cells, CPU, Computing(dense=True, dtype=torch.float32, cells_at_once=1 << 30))
    margin = predictor.halo_px + 32
    padded = np.pad(power, margin, mode="reflect")[None]
    given = TileInput(whole(cells), torch.from_numpy(padded), torch.ones(cells.rows, cells.columns, dtype=torch.bool))
    predictor.answers(given, Silent(), settled.append)
    assert sum(settled) == cells.rows * cells.columns
