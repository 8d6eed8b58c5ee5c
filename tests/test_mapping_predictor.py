"""What models answer together: views, ensembles, novelty and evidence."""

import copy
import dataclasses
import itertools

import numpy as np
import pytest
import torch
from affine import Affine
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.mapping.asked import EVIDENCE, NOVELTY, PROBABILITIES
from echopatch.core.engine.mapping.cells import CellGrid, Tile
from echopatch.core.engine.mapping.evidence import sampling, squares_per_side
from echopatch.core.engine.mapping.prediction import Computing, TileInput
from echopatch.core.engine.mapping.predictor import Predictor
from echopatch.core.engine.network.domain import Domain
from echopatch.core.engine.network.door import decibels, grey_levels, standardise
from echopatch.core.engine.network.experts import TextureExpert
from echopatch.core.engine.network.model_file import Model
from echopatch.core.engine.network.networks import PatchNetwork, build_head, build_network
from torch import nn

CPU = torch.device("cpu")
SIZE, MARGIN = 288, 200


def grid(stride_px: int = 32, patch_px: int = 96) -> CellGrid:
    return CellGrid(SIZE, SIZE, patch_px, stride_px, 0.5, (1.0, 1.0), Affine(1, 0, 0, 0, -1, 0), None)


def speckled(seed: int = 0) -> np.ndarray:
    """One band of linear power between -25 and 5 dB in blobs, with four looks of speckle."""
    random = np.random.default_rng(seed)
    db = np.kron(random.uniform(-25, 5, (8, 8)), np.ones((36, 36)))
    return (10 ** (db / 10) * random.gamma(4, 1 / 4, (SIZE, SIZE))).astype(np.float32)


def answers(models: list[Model], cells: CellGrid, power: np.ndarray, **how: object) -> dict[str, torch.Tensor]:
    """What models say of all cells of an image, which is continued by reflection."""
    predictor = Predictor(models, cells, CPU, Computing(**{"dense": True, "dtype": torch.float32, "cells_at_once": 1 << 30, **how}))
    tile = Tile(0, 0, cells.rows, cells.columns)
    window, halo = cells.patches_window(tile), predictor.halo_px
    rows, columns = (
        slice(MARGIN + first - halo, MARGIN + first + count + halo)
        for first, count in ((window.row, window.rows), (window.column, window.columns))
    )
    padded = np.pad(power, MARGIN, mode="reflect")[None, rows, columns].copy()
    looks: list[int] = []
    result = predictor.answers(
        TileInput(tile, torch.from_numpy(padded), torch.ones(tile.rows, tile.columns).bool()), Silent(), looks.append
    )
    assert sum(looks) == predictor.looks * tile.rows * tile.columns
    return result


@pytest.fixture
def resnet(brightness_model: Model) -> Model:
    """A small network with random weights, a hidden layer in its head, and statistics of its own."""
    torch.manual_seed(0)
    network = build_network("resnet10", (16,), 1, 3).train()
    with torch.no_grad():
        for _ in range(5):
            network(torch.randn(8, 1, 96, 96))
    card = dataclasses.replace(brightness_model.card, temperature=1.7)
    return Model(card, network.eval(), "1" * 64)


@pytest.mark.parametrize("mode", ["dense", "patch"])
@pytest.mark.parametrize(("test_time", "turned"), [("flips", False), ("turns", True)])
def test_views_give_the_mean_of_the_answers_to_mirrored_and_turned_images(resnet: Model, mode: str, test_time: str, turned: bool) -> None:
    cells, power = grid(32 if mode == "dense" else 96), speckled()
    how = {"dense": mode == "dense", "cells_at_once": 1 << 30 if mode == "dense" else 4}
    together = answers([resnet], cells, power, test_time=test_time, **how)[PROBABILITIES]
    alone = []
    for exchanged, rows, columns in itertools.product((False, True) if turned else (False,), (1, -1), (1, -1)):
        image = (power.T if exchanged else power)[::rows, ::columns].copy()
        answer = answers([resnet], cells, image, **how)[PROBABILITIES].numpy()[::rows, ::columns]
        alone.append(answer.transpose(1, 0, 2) if exchanged else answer)
    np.testing.assert_allclose(together, np.mean(alone, 0), atol=2e-4)
    assert np.ptp(alone, axis=0).max() > 1e-3


def test_models_together_answer_with_the_mean_of_their_probabilities(resnet: Model, brightness_model: Model) -> None:
    cells, power = grid(), speckled()
    together = answers([resnet, brightness_model], cells, power)[PROBABILITIES]
    alone = [answers([one], cells, power)[PROBABILITIES] for one in (resnet, brightness_model)]
    torch.testing.assert_close(together, (alone[0] + alone[1]) / 2)


def with_expert(model: Model) -> Model:
    network = copy.deepcopy(model.network)
    network.expert = TextureExpert(1, 3, model.card.radiometry)
    with torch.no_grad():
        network.expert.linear.weight.mul_(0.05)
    return dataclasses.replace(model, network=network.eval())


@pytest.mark.parametrize("mode", ["dense", "patch"])
@pytest.mark.parametrize("expert", [False, True])
@pytest.mark.parametrize("test_time", ["none", "flips"])
def test_the_evidence_of_the_squares_of_a_patch_adds_up_to_its_answer(resnet: Model, mode: str, expert: bool, test_time: str) -> None:
    model = with_expert(resnet) if expert else resnet
    result = answers([model], grid(96), speckled(), dense=mode == "dense", asked=(PROBABILITIES, EVIDENCE), test_time=test_time)
    evidence = result[EVIDENCE]
    assert evidence.shape == (3, 3, 3, 3, 3)
    torch.testing.assert_close(evidence.sum(-1), torch.zeros(3, 3, 3, 3), atol=1e-4, rtol=0)
    if test_time == "none":
        torch.testing.assert_close(evidence.mean(dim=(2, 3)).softmax(-1), result[PROBABILITIES], atol=1e-4, rtol=0)


def test_with_one_linear_layer_each_square_says_the_same_to_every_patch_it_lies_in(resnet: Model) -> None:
    linear = dataclasses.replace(resnet, network=PatchNetwork(resnet.network.body, build_head(512, (), 3)).eval())
    result = answers([linear], grid(32), speckled(), asked=(PROBABILITIES, EVIDENCE))
    squares = result[EVIDENCE][:, :, 0, 0]
    for row, column in ((1, 1), (4, 5), (7, 7)):
        around = squares[row - 1 : row + 2, column - 1 : column + 2].mean(dim=(0, 1))
        torch.testing.assert_close(around.softmax(0), result[PROBABILITIES][row, column], atol=1e-4, rtol=0)


@pytest.mark.parametrize("mode", ["dense", "patch"])
@pytest.mark.parametrize("stride_px", [32, 96])
def test_what_is_bright_speaks_for_bright(brightness_model: Model, mode: str, stride_px: int) -> None:
    power = np.full((SIZE, SIZE), 10**-2.0, np.float32)
    power[128:160, 224:256] = 1
    evidence = answers([brightness_model], grid(stride_px), power, dense=mode == "dense", asked=(PROBABILITIES, EVIDENCE))[EVIDENCE]
    bright = evidence[..., 2].permute(0, 2, 1, 3).reshape(9, 9)  # squares of 32 px
    assert np.unravel_index(int(bright.argmax()), (9, 9)) == (4, 7)


@pytest.mark.parametrize(("stride_px", "patch_px", "squares"), [(32, 96, 1), (96, 96, 3), (48, 96, 2), (80, 96, 2), (16, 96, 1)])
def test_squares_have_a_side_near_32_px(stride_px: int, patch_px: int, squares: int) -> None:
    weights = sampling(grid(stride_px, patch_px))
    assert squares_per_side(grid(stride_px, patch_px)) == squares
    torch.testing.assert_close(weights.sum(1), torch.ones(squares))
    torch.testing.assert_close(weights, weights.flip(0, 1))  # a patch is centred on its cell


def test_nothing_is_said_of_squares_that_no_patch_has_seen(brightness_model: Model) -> None:
    result = answers([brightness_model], grid(288), speckled(), dense=False, asked=(PROBABILITIES, EVIDENCE))
    seen = ~result[EVIDENCE][0, 0, :, :, 0].isnan()
    assert seen.shape == (9, 9)
    assert seen.nonzero().amin(0).tolist() == [3, 3]
    assert seen.sum() == 9


def test_novelty_is_measured_on_the_features_that_the_mode_sees(resnet: Model) -> None:
    def domain(scale: float) -> Domain:
        return Domain(torch.zeros(1, 512), torch.ones(512), torch.empty(0, 512), torch.ones(1), torch.tensor([scale]))

    model = with_expert(dataclasses.replace(resnet, domains={"dense": domain(1.0), "patch": domain(2.0)}))
    power = speckled()
    for mode, limit in (("dense", 1.0), ("patch", 2.0)):
        result = answers([model], grid(96), power, dense=mode == "dense", asked=(PROBABILITIES, NOVELTY))[NOVELTY]
        assert result.shape == (3, 3)
        # the distance of rooted features from zero: the root of the sum of the features themselves
        by_hand = seen(model, power, mode).abs().sum(-1).sqrt() / limit
        torch.testing.assert_close(result, by_hand, rtol=1e-3, atol=1e-4)


def seen(model: Model, power: np.ndarray, mode: str) -> torch.Tensor:
    """Mean features of the nine patches of 96 px, through the model's own layers."""
    radiometry = model.card.radiometry
    halo = 96 if mode == "dense" else 0
    image = np.pad(power, halo, mode="reflect") if halo else power
    x = standardise(grey_levels(decibels(torch.from_numpy(image.copy())), radiometry), radiometry)[None, None]
    with torch.no_grad():
        if mode == "dense":
            return nn.functional.avg_pool2d(model.network.body(x)[:, :, 3:-3, 3:-3], 3)[0].permute(1, 2, 0)
        patches = x.unfold(2, 96, 96).unfold(3, 96, 96)[0, 0].reshape(9, 1, 96, 96)
        return model.network.body(patches).mean(dim=(2, 3)).reshape(3, 3, -1)
