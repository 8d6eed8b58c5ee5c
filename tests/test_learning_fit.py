"""The training loop: its schedule, one step, the average of weights, what it keeps and when it stops."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
import torch
from echopatch.core.contract.reporting import Silent
from echopatch.core.contract.sentences import sentence
from echopatch.core.contract.training_run import FINISH_FILE
from echopatch.core.engine.learning.batches import Batch
from echopatch.core.engine.learning.fit import Lesson, first_state, fit, next_state
from echopatch.core.engine.learning.learner import Learner, WeightAverage
from echopatch.core.engine.learning.losses import training_loss
from echopatch.core.engine.learning.optimiser import adamw, rate_share, set_rate
from echopatch.core.engine.learning.rate_finder import chosen_rate, find_rate
from echopatch.core.engine.learning.schedule import Phase, Schedule
from echopatch.core.engine.network.layers import depth_of, learn_except
from echopatch.core.engine.network.networks import PatchNetwork, build_network
from torch import Tensor, nn


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(0)


@pytest.fixture
def resnet() -> PatchNetwork:
    return build_network("resnet10", (), 1, 3)


def small_network() -> PatchNetwork:
    """A body with batch norm, quick to train; its answers are nearly linear in the pixels."""
    body = nn.Sequential(nn.Conv2d(1, 4, 1), nn.BatchNorm2d(4), nn.ReLU())
    return PatchNetwork(body, nn.Sequential(nn.Linear(4, 2)))


def batch_of(count: int, seed: int = 0, px: int = 4) -> Batch:
    """Patches of two classes, one brighter."""
    generator = torch.Generator().manual_seed(seed)
    labels = torch.arange(count) % 2
    inputs = torch.randn(count, 1, px, px, generator=generator) + 2.0 * labels[:, None, None, None]
    return Batch(inputs, labels, np.arange(count))


def learner_of(network: PatchNetwork, rate: float = 1e-2, decay: float = 0.0) -> Learner:
    optimiser = adamw(network, 0.05)
    set_rate(optimiser, rate)
    return Learner(network, optimiser, WeightAverage(network, decay) if decay else None)


LOSS = training_loss(nn.functional.cross_entropy)


def test_every_parameter_of_a_resnet_belongs_to_its_stage(resnet: PatchNetwork) -> None:
    depths = {name: depth_of(name) for name, _ in resnet.named_parameters()}
    assert depths["body.conv1.weight"] == depths["body.bn1.bias"] == 0
    assert depths["body.layer1.0.conv1.weight"] == depths["body.layer1.0.bn1.weight"] == 1
    assert depths["body.layer4.0.downsample.1.weight"] == 4
    assert depths["head.0.weight"] == depths["head.0.bias"] == 5
    assert set(depths.values()) == set(range(6))


def test_each_stage_gets_its_share_of_the_rate(resnet: PatchNetwork) -> None:
    optimiser = adamw(resnet, 0.05, layer_decay=0.5)
    set_rate(optimiser, 0.8)
    rates = {id(one): (group["lr"], group["weight_decay"]) for group in optimiser.param_groups for one in group["params"]}
    found = {name: rates[id(one)] for name, one in resnet.named_parameters()}
    assert len(rates) == len(found)  # each parameter once
    assert found["head.0.weight"] == (pytest.approx(0.8), 0.05)
    assert found["head.0.bias"] == (pytest.approx(0.8), 0.0)
    assert found["body.layer4.0.conv1.weight"] == (pytest.approx(0.4), 0.05)
    assert found["body.layer1.0.conv2.weight"] == (pytest.approx(0.05), 0.05)
    assert found["body.conv1.weight"] == (pytest.approx(0.025), 0.05)
    assert found["body.bn1.weight"] == (pytest.approx(0.025), 0.0)


@pytest.mark.parametrize(("frozen", "still"), [("none", ()), ("stem", ("body.conv1", "body.bn1")), ("body", ("body.",))])
def test_frozen_layers_do_not_change_nor_do_their_batch_statistics(resnet: PatchNetwork, frozen: str, still: tuple[str, ...]) -> None:
    before = copy.deepcopy(resnet.state_dict())
    learn_except(resnet, frozen)
    learner = learner_of(resnet)
    for seed in range(2):
        learner.step(batch_of(4, seed, px=32), LOSS, "fp32")
    moved = {name for name, tensor in resnet.state_dict().items() if not torch.equal(tensor, before[name])}
    expected = {name for name in before if not name.startswith(still)} if still else set(before)
    assert moved == expected


def test_what_was_frozen_learns_again(resnet: PatchNetwork) -> None:
    learner = learner_of(resnet)
    for frozen in ("body", "none"):
        before = copy.deepcopy(resnet.state_dict())
        learn_except(resnet, frozen)
        learner.step(batch_of(4, px=32), LOSS, "fp32")
    assert not any(torch.equal(tensor, before[name]) for name, tensor in resnet.state_dict().items())


def test_no_other_part_can_be_frozen(resnet: PatchNetwork) -> None:
    with pytest.raises(ValueError, match="cannot freeze 'head'"):
        learn_except(resnet, "head")


def test_the_average_of_weights_and_statistics_follows_the_hand_calculation() -> None:
    network = small_network().train()
    learner = learner_of(network, decay=0.3)
    expected = copy.deepcopy(network.state_dict())
    for step in range(4):
        learner.step(batch_of(6, step), LOSS, "fp32")
        decay = min(0.3, (1 + step) / (10 + step))  # 0.1, 2/11, 0.25, 0.3: the start is soon forgotten
        for name, weight in network.state_dict().items():
            expected[name] = decay * expected[name] + (1 - decay) * weight if weight.is_floating_point() else weight.clone()
    averaged = learner.judged.state_dict()
    assert learner.judged is not network
    for name, weight in expected.items():
        torch.testing.assert_close(averaged[name], weight, rtol=1e-6, atol=1e-7)
        assert name.endswith("tracked") or not torch.equal(averaged[name], network.state_dict()[name])


def test_a_batch_in_parts_gives_the_step_of_the_whole_batch() -> None:
    start, ends, losses = small_network(), [], []
    for parts in (1, 3):
        network = copy.deepcopy(start).train()
        network.body[1].eval()  # statistics of a part are not those of the batch
        learner = learner_of(network)
        losses.append([float(learner.step(batch_of(10, seed), LOSS, "fp32", parts)["labels"]) for seed in range(3)])
        ends.append(network.state_dict())
    assert losses[0] == pytest.approx(losses[1], rel=1e-5)
    for name, weight in ends[0].items():
        torch.testing.assert_close(ends[1][name], weight, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(("patches", "parts", "sizes"), [(10, 3, [4, 3, 3]), (10, 1, [10]), (5, 4, [3, 2]), (3, 3, [3]), (2, 2, [2])])
def test_parts_of_a_batch_are_even_and_never_a_single_patch(patches: int, parts: int, sizes: list[int]) -> None:
    batch = batch_of(patches)
    given = list(batch.parts(parts))
    assert [len(part.indices) for part in given] == sizes
    assert torch.equal(torch.cat([part.inputs for part in given]), batch.inputs)
    assert torch.equal(torch.cat([part.labels for part in given]), batch.labels)


def test_the_rate_rises_and_falls_once_in_each_phase() -> None:
    schedule = Schedule((Phase(2, 1.0, "body", 2), Phase(3, 0.1, "stem", 1)), warmup_share=0.0)
    assert schedule.epochs == 5
    assert [schedule.frozen(epoch) for epoch in range(5)] == ["body", "body", "stem", "none", "none"]
    rates = [schedule.rate(epoch, step, 2) for epoch in range(5) for step in range(2)]
    assert rates[:4] == pytest.approx([rate_share(step, 4, 0.0) for step in range(4)])
    assert rates[4:] == pytest.approx([0.1 * rate_share(step, 6, 0.0) for step in range(6)])
    assert (rates[0], rates[4]) == (1.0, pytest.approx(0.1))
    with pytest.raises(ValueError, match="epoch 5 is beyond the 5"):
        schedule.peak_rate(5)


@pytest.mark.parametrize(
    ("epochs", "best", "over"), [(3, 1, False), (5, 3, True), (5, 4, False), (9, 9, True), (4, 1, False), (1, 1, False)]
)
def test_patience_counts_epochs_of_the_main_phase_without_a_better_one(epochs: int, best: int, over: bool) -> None:
    schedule = Schedule((Phase(2, 1.0, "body", 2), Phase(7, 1.0)), warmup_share=0.0, patience=2 if best != 1 else 3)
    assert schedule.is_over(epochs, best) is over


def test_without_patience_a_run_goes_to_its_end() -> None:
    assert not Schedule((Phase(9, 1.0),), 0.0).is_over(8, 1)


def test_the_best_epoch_is_kept_by_mean_recall_then_by_loss() -> None:
    network = small_network()
    state, bests = first_state({}), []
    for epoch, (recall, loss) in enumerate([(0.5, 1.0), (0.7, 0.9), (0.6, 0.1), (0.7, 0.8), (0.7, 0.85)], start=1):
        with torch.no_grad():
            network.head[0].bias.fill_(epoch)
        state = next_state(state, learner_of(network), {"epoch": epoch, "mean_recall": recall, "loss": loss})
        bests.append((state["best_epoch"], state["best"]["head.0.bias"][0].item()))
    assert bests == [(1, 1), (2, 2), (2, 2), (4, 4), (4, 4)]


def lesson_of(figures: list[float] | None = None, **changes: object) -> Lesson:
    """Two batches an epoch; validation gives the listed mean recalls, one an epoch."""
    given = iter(figures or [])

    def validate(network: PatchNetwork, safe_point: object) -> dict[str, float]:
        return {"mean_recall": next(given), "loss": 1.0, "accuracy": 0.5}

    def batches(epoch: int) -> Iterator[Batch]:
        yield from (batch_of(8, 2 * epoch + index) for index in range(2))

    settings = {"schedule": Schedule((Phase(6, 1e-2),), 0.0, patience=2), "precision": "fp32", **changes}
    return Lesson(batches, 2, lambda *_: LOSS, validate if figures else None, **settings)  # type: ignore[arg-type]


def test_a_run_without_betterment_ends_early_with_its_best_weights(tmp_path: Path) -> None:
    network = small_network()
    state = fit(learner_of(network), lesson_of([0.5, 0.7, 0.6, 0.6, 0.9, 0.9]), tmp_path, first_state({}), Silent())
    assert (state["epoch"], state["best_epoch"]) == (4, 2)
    assert all(torch.equal(tensor, state["best"][name]) for name, tensor in network.state_dict().items())


def test_a_run_asked_to_finish_ends_after_the_epoch_at_hand_with_its_best_weights(tmp_path: Path) -> None:
    class Asking(Silent):
        """Asks in the middle of the third epoch."""

        told: ClassVar[list[str]] = []

        def progress(self, done: int, total: int, code: str) -> None:
            if done == 5:
                (tmp_path / FINISH_FILE).touch()

        def warning(self, code: str, **values: object) -> None:
            self.told.append(sentence(code, values))

    network = small_network()
    state = fit(learner_of(network), lesson_of([0.5, 0.7, 0.6]), tmp_path, first_state({}), Asking())
    assert (state["epoch"], state["best_epoch"]) == (3, 2)
    assert all(torch.equal(tensor, state["best"][name]) for name, tensor in network.state_dict().items())
    assert Asking.told == ["ended after epoch 3 of 6, as asked; epoch 2, the best so far, is kept"]


def test_a_run_asked_to_finish_before_its_first_epoch_does_that_one(tmp_path: Path) -> None:
    (tmp_path / FINISH_FILE).touch()
    assert fit(learner_of(small_network()), lesson_of([0.5]), tmp_path, first_state({}), Silent())["epoch"] == 1


def test_without_validation_all_epochs_run_and_the_averaged_weights_of_the_last_are_kept(tmp_path: Path) -> None:
    network = small_network()
    learner = learner_of(network, decay=0.9)
    state = fit(learner, lesson_of(), tmp_path, first_state({}), Silent())
    assert (state["epoch"], state["best_epoch"]) == (6, 6)
    assert all(torch.equal(tensor, learner.judged.state_dict()[name]) for name, tensor in network.state_dict().items())


class Noisy(nn.Module):
    """Draws from the global generator, as dropout does."""

    def forward(self, features: Tensor) -> Tensor:
        return features + 0.1 * torch.randn_like(features)


def test_layers_that_draw_at_random_draw_alike_after_a_break(tmp_path: Path) -> None:
    ends = []
    for name, stops in (("straight", [6]), ("broken", [1, 3, 6])):
        folder = tmp_path / name
        folder.mkdir()
        torch.manual_seed(0)
        start = small_network()
        start.head.insert(0, Noisy())
        for stop in stops:
            network, state_file = copy.deepcopy(start), folder / "state.pt"
            state = torch.load(state_file, weights_only=True) if state_file.exists() else first_state({})
            schedule = Schedule((Phase(6, 1e-2),), 0.0)
            lesson = lesson_of(schedule=schedule)
            fit(learner_of(network, decay=0.5), lesson if stop == 6 else _until(lesson, stop), folder, state, Silent())
        ends.append(network.state_dict())
    assert all(torch.equal(one, ends[1][name]) for name, one in ends[0].items())


def _until(lesson: Lesson, stop: int) -> Lesson:
    class Cut(Schedule):
        def is_over(self, epochs: int, best_epoch: int) -> bool:
            return epochs >= stop

    schedule = Cut(lesson.schedule.phases, lesson.schedule.warmup_share)
    return Lesson(lesson.batches, lesson.steps_per_epoch, lesson.loss, lesson.validate, schedule, lesson.precision)


def test_the_found_rate_trains_and_rates_far_from_it_do_not(tmp_path: Path) -> None:
    start = small_network()
    lesson = lesson_of()
    found = find_rate(learner_of(copy.deepcopy(start)), lesson, tmp_path, Silent())
    assert found is not None
    assert sorted(one.name for one in tmp_path.iterdir()) == ["rates.csv", "rates.png"]
    final = {}
    for rate in (found, found / 300, 30.0):
        folder = tmp_path / str(rate)
        folder.mkdir()
        learner = learner_of(copy.deepcopy(start))
        schedule = Schedule((Phase(8, rate),), 0.0)
        lesson = lesson_of(schedule=schedule)
        final[rate] = fit(learner, lesson, folder, first_state({}), Silent())["history"][-1]["training_loss"]
    assert final[found] < 0.7 * final[found / 300]
    assert final[found] < final[30.0]


def test_equal_trials_find_the_equal_rate(tmp_path: Path) -> None:
    start = small_network()
    rates = [find_rate(learner_of(copy.deepcopy(start)), lesson_of(), tmp_path, Silent()) for _ in range(2)]
    assert rates[0] == rates[1]


def test_the_chosen_rate_is_a_tenth_of_that_of_the_least_loss() -> None:
    losses = {1e-5: 1.0, 1e-4: 0.9, 1e-3: 0.5, 1e-2: 0.4, 1e-1: 0.8}
    rows = [{"learning_rate": rate, "smoothed_loss": loss} for rate, loss in losses.items()]
    assert chosen_rate(rows) == pytest.approx(1e-3)
    assert chosen_rate([{**row, "smoothed_loss": 1.0 + index} for index, row in enumerate(rows)]) is None
    assert chosen_rate([]) is None
