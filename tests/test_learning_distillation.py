"""What a student learns from a teacher: each loss by hand, at its limits, and by its slope."""

import math
from collections.abc import Callable

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.distil import DIVERSITIES, DistilConfig, DistillationOptions
from echopatch.core.contract.errors import ConfigError
from echopatch.core.contract.model_card import Radiometry
from echopatch.core.engine.learning.batches import Batch
from echopatch.core.engine.learning.distillation import (
    Distillation,
    balanced_answers,
    distributed_entropy,
    diversity_target,
    equal_diversity,
    in_full,
    similarity_loss,
    soft_loss,
    teacher_weights,
)
from echopatch.core.engine.learning.losses import Terms, total
from echopatch.core.engine.network.experts import TextureExpert
from echopatch.core.engine.network.networks import PatchNetwork
from echopatch.core.engine.network.texture import STATISTICS
from echopatch.core.engine.patches.samplers import PhaseDraw
from torch import Tensor, nn
from torch.nn import functional as F

LN2, LN3 = math.log(2), math.log(3)
UNIFORM = torch.full((3,), 1 / 3)
COUNTS = np.array([6, 3, 1])


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


def randn(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def close(found: Tensor, wanted: float | Tensor, atol: float = 1e-6) -> None:
    torch.testing.assert_close(found.double(), torch.as_tensor(wanted).double(), atol=atol, rtol=0)


# the soft answers of a teacher


def test_the_soft_loss_is_worked_out_by_hand() -> None:
    # at T = 2 the logits (2 ln 3, 0) answer 3/4 and 1/4; KL from 1/2, 1/2 is 1/2 ln(2/3) + 1/2 ln 2 = 1/2 ln(4/3)
    student, target = torch.tensor([[2 * LN3, 0.0]]), torch.tensor([[0.5, 0.5]])
    close(soft_loss(student, target, 2.0), 4 * 0.5 * math.log(4 / 3))
    # a teacher without doubt gives cross-entropy: -ln 1/4
    close(soft_loss(student, torch.tensor([[0.0, 1.0]]), 2.0), 4 * math.log(4))
    # the mean over the batch, not its sum
    both = soft_loss(student.repeat(2, 1), torch.tensor([[0.5, 0.5], [0.0, 1.0]]), 2.0)
    close(both, (4 * 0.5 * math.log(4 / 3) + 4 * math.log(4)) / 2)


@pytest.mark.parametrize("temperature", [0.5, 1.0, 4.0])
def test_a_student_equal_to_its_teacher_has_no_soft_loss_and_no_slope(temperature: float) -> None:
    logits = randn(8, 5).requires_grad_()
    loss = soft_loss(logits, F.softmax(logits.detach() / temperature, dim=1), temperature)
    close(loss, 0.0, atol=1e-12)
    loss.backward()
    close(logits.grad, torch.zeros(8, 5), atol=1e-12)


def test_the_square_of_the_temperature_keeps_the_slope() -> None:
    # Hinton et al., equation 4: for a high temperature the slope is (z - v) / (N K), for logits whose mean is nought
    student, teacher = (one - one.mean(dim=1, keepdim=True) for one in (randn(6, 4), randn(6, 4, seed=1)))
    student.requires_grad_()
    soft_loss(student, F.softmax(teacher / 1e4, dim=1), 1e4).backward()
    close(student.grad, (student - teacher).detach() / (6 * 4), atol=1e-4)


def test_a_teacher_of_another_number_of_classes_is_no_broadcast() -> None:
    with pytest.raises(ValueError, match=r"student \(4, 3\) and teacher \(4, 1\)"):
        soft_loss(torch.zeros(4, 3), torch.ones(4, 1), 1.0)


# the balanced teacher


def test_a_balanced_answer_is_worked_out_by_hand() -> None:
    softened = torch.log(torch.tensor([[0.8, 0.15, 0.05]]))
    close(balanced_answers(softened, np.array([1.0, 2.0, 6.0])), torch.tensor([[0.8, 0.3, 0.3]]) / 1.4)
    close(balanced_answers(softened, np.array([1.0, 2.0, 0.0])), torch.tensor([[0.8, 0.3, 0.0]]) / 1.1)


def test_weights_of_the_balanced_teacher_are_those_of_effective_numbers() -> None:
    # (1 - beta) / (1 - beta^n) at beta = 1/2: 1/2 / (1 - 1/2^n), which is 4/7 for 3 patches and 1 for one
    found = teacher_weights(np.array([3, 1]), 0.5)
    assert found[0] / found[1] == pytest.approx(4 / 7)
    nearly_one = teacher_weights(np.array([600, 2]), 0.99999)
    assert nearly_one[1] / nearly_one[0] == pytest.approx(300, rel=0.01)


@pytest.mark.parametrize("counts", [[6, 3, 1], [6, 3, 0]])
def test_without_a_balance_the_teacher_answers_as_it_is(counts: list[int]) -> None:
    softened = randn(5, 3)
    assert torch.equal(balanced_answers(softened, teacher_weights(np.array(counts), 0.0)), F.softmax(softened, dim=1))


def test_a_balanced_teacher_says_nothing_of_a_class_without_patches() -> None:
    answers = balanced_answers(randn(5, 3), teacher_weights(np.array([6, 3, 0]), 0.9))
    assert (answers[:, 2] == 0).all()
    close(answers.sum(dim=1), torch.ones(5))
    assert torch.isfinite(soft_loss(randn(5, 3, seed=1), answers, 1.0))


# compact and diverse


def test_entropy_is_0_for_sure_answers_and_log_k_for_none() -> None:
    close(distributed_entropy(100 * torch.eye(3)), 0.0)
    close(distributed_entropy(torch.full((4, 3), 7.0)), LN3)
    close(distributed_entropy(torch.tensor([[0.0, 0.0], [LN3, 0.0]])), (LN2 + 2 * LN2 - 0.75 * LN3) / 2)
    assert torch.isfinite(distributed_entropy(torch.tensor([[1e4, -1e4]])))


def test_diversity_is_worked_out_by_hand() -> None:
    sure = 100 * torch.eye(3)
    close(equal_diversity(sure, UNIFORM), 0.0)
    close(equal_diversity(sure[[0, 0, 0, 0]], UNIFORM), LN3, atol=1e-3)
    close(equal_diversity(sure[[0, 1, 1, 1]], torch.tensor([0.5, 0.25, 0.25])), 0.25 * math.log(0.5) + 0.75 * LN3, atol=1e-3)
    # but for a constant it is the negative entropy of the mean answer, as published
    logits, other = randn(6, 3), randn(6, 3, seed=1)
    negative_entropy = [(p * p.log()).sum() for p in (F.softmax(one, dim=1).mean(dim=0) for one in (logits, other))]
    found = equal_diversity(logits, UNIFORM) - equal_diversity(other, UNIFORM)
    close(found, negative_entropy[0] - negative_entropy[1], atol=1e-4)


@pytest.mark.parametrize("target", [[1 / 3, 1 / 3, 1 / 3], [0.9, 0.099, 0.001], [0.7, 0.3, 0.0]])
def test_diversity_is_least_where_answers_are_spread_like_the_target(target: list[float]) -> None:
    wanted = torch.tensor(target, dtype=torch.float64)
    logits = wanted.clamp_min(1e-30).log().repeat(4, 1).requires_grad_()
    least = equal_diversity(logits, wanted)
    close(least, 0.0, atol=1e-12)
    least.backward()
    close(logits.grad, torch.zeros(4, 3), atol=1e-12)
    for seed in range(20):
        assert equal_diversity(logits.detach() + 0.3 * randn(1, 3, seed=seed), wanted) > least


def test_diversity_asks_for_a_spread_batch_and_not_for_doubt() -> None:
    sure, doubtful = 100 * torch.eye(3, dtype=torch.float64), torch.zeros(3, 3, dtype=torch.float64)
    close(equal_diversity(sure, UNIFORM), equal_diversity(doubtful, UNIFORM))
    assert distributed_entropy(sure) < distributed_entropy(doubtful)


def test_a_class_that_is_never_answered_keeps_a_slope() -> None:
    logits = torch.tensor([[5.0, 0.0, -12.0]] * 4, requires_grad=True)
    equal_diversity(logits, UNIFORM).backward()
    assert torch.isfinite(logits.grad).all()
    assert (logits.grad[:, 2] < 0).all()


def phase(name: str) -> PhaseDraw:
    return PhaseDraw(name, {"instance": np.array([0.6, 0.3, 0.1]), "balanced": np.full(3, 1 / 3)}[name], [])


@pytest.mark.parametrize(
    ("diversity", "in_instance", "in_balanced"),
    [("prior", [0.6, 0.3, 0.1], [1 / 3] * 3), ("uniform", [1 / 3] * 3, [1 / 3] * 3), ("balanced", None, [1 / 3] * 3)],
)
def test_the_target_of_diversity_follows_the_phase(diversity: str, in_instance: list[float] | None, in_balanced: list[float]) -> None:
    assert diversity in DIVERSITIES
    np.testing.assert_allclose(diversity_target(diversity, phase("balanced")), in_balanced)
    found = diversity_target(diversity, phase("instance"))
    assert (None if found is None else found.tolist()) == in_instance


# alike in features


def test_the_similarity_loss_is_worked_out_by_hand() -> None:
    # the student sees two unlike patches, the teacher two alike: rows of G are (1, 0), (0, 1) against (1, 1) / sqrt 2 twice
    student, teacher = torch.eye(2), torch.tensor([[3.0], [3.0]])
    root = math.sqrt(0.5)
    close(similarity_loss(student, teacher), (2 * (1 - root) ** 2 + 2 * root**2) / 4)


def test_equal_features_are_similar_however_they_are_turned_or_scaled() -> None:
    features = randn(6, 4)
    turn, _ = torch.linalg.qr(randn(4, 4, seed=1))
    close(similarity_loss(features, features), 0.0, atol=1e-14)
    close(similarity_loss(features, 7 * features @ turn), 0.0, atol=1e-14)
    other = randn(6, 9, seed=2)
    close(similarity_loss(features, other), similarity_loss(3 * features @ turn, other), atol=1e-12)
    assert similarity_loss(features, other) > 0.01


def test_similarity_keeps_its_digits_under_autocast() -> None:
    student, teacher = randn(8, 64).float(), randn(8, 64, seed=1).float()
    wanted = similarity_loss(student, teacher)
    with torch.autocast("cpu", torch.bfloat16):
        assert torch.equal(similarity_loss(student, teacher), wanted)


# slopes

LOSSES: dict[str, Callable[[Tensor], Tensor]] = {
    "soft": lambda one: soft_loss(one, F.softmax(randn(4, 3, seed=1), dim=1), 3.0),
    "entropy": distributed_entropy,
    "diversity": lambda one: equal_diversity(one, torch.tensor([0.6, 0.3, 0.1], dtype=torch.float64)),
    "similarity": lambda one: similarity_loss(one, randn(4, 5, seed=1)),
}


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_slopes_are_those_of_finite_differences(loss: Callable[[Tensor], Tensor]) -> None:
    assert torch.autograd.gradcheck(loss, randn(4, 3).requires_grad_())


@pytest.mark.parametrize(("given", "wanted"), [("bfloat16", "float32"), ("float16", "float32"), ("float32", "float32")])
def test_losses_are_computed_in_single_precision_at_least(given: str, wanted: str) -> None:
    assert in_full(torch.zeros(1, dtype=getattr(torch, given))).dtype == getattr(torch, wanted)
    for loss in LOSSES.values():
        assert loss(randn(4, 3).to(getattr(torch, given))).dtype in (torch.float32, torch.float64)


# all of it in a step


def network_of(channels: int, classes: int = 3, seed: int = 0) -> PatchNetwork:
    torch.manual_seed(seed)
    return PatchNetwork(nn.Sequential(nn.Conv2d(channels, 4, 1), nn.ReLU(), nn.AvgPool2d(32)), nn.Sequential(nn.Linear(4, classes)))


BATCH = Batch(randn(6, 1, 32, 32).float(), torch.tensor([0, 0, 0, 1, 1, 2]), np.arange(6), randn(6, 3, 32, 32, seed=1).float())
EVERYTHING = {"teacher_balance": 0.9, "similarity_weight": 2.0, "entropy_weight": 0.1, "diversity_weight": 0.3}


def terms_of(with_labels: bool = True, draw: str = "instance", **options: object) -> tuple[Terms, PatchNetwork, PatchNetwork]:
    student, teacher = network_of(1), network_of(3, seed=1)
    teaching = Distillation(teacher, DistillationOptions(**options), COUNTS, with_labels)
    return teaching(F.cross_entropy, phase(draw))(student, BATCH), student, teacher


def test_a_teacher_of_no_weight_leaves_exactly_the_loss_of_the_labels() -> None:
    terms, student, _ = terms_of(teacher_weight=0.0)
    assert list(terms) == ["labels"]
    assert torch.equal(total(terms), F.cross_entropy(student(BATCH.inputs), BATCH.labels))


def test_teacher_and_labels_share_the_loss() -> None:
    terms, student, teacher = terms_of(teacher_weight=0.3, temperature=4.0)
    logits = student(BATCH.inputs)
    close(terms["labels"], 0.7 * F.cross_entropy(logits, BATCH.labels))
    close(terms["teacher"], 0.3 * soft_loss(logits, F.softmax(teacher(BATCH.companions) / 4, dim=1), 4.0))
    assert set(terms) == {"labels", "teacher"}


def test_without_labels_the_teacher_has_all_the_say() -> None:
    terms, student, teacher = terms_of(with_labels=False, teacher_weight=0.3, temperature=1.0)
    assert list(terms) == ["teacher"]
    close(terms["teacher"], soft_loss(student(BATCH.inputs), F.softmax(teacher(BATCH.companions), dim=1), 1.0))


def test_every_term_has_its_weight_and_reaches_the_student_alone() -> None:
    terms, student, teacher = terms_of(**EVERYTHING)
    logits, seen = student(BATCH.inputs), teacher.features(BATCH.companions).mean(dim=(2, 3))
    close(terms["entropy"], 0.1 * distributed_entropy(logits))
    close(terms["diversity"], 0.3 * equal_diversity(logits, torch.tensor([0.6, 0.3, 0.1])))
    close(terms["similarity"], 2 * similarity_loss(student.features(BATCH.inputs).mean(dim=(2, 3)), seen))
    target = balanced_answers(teacher(BATCH.companions) / 2, teacher_weights(COUNTS, 0.9))
    close(terms["teacher"], 0.5 * soft_loss(logits, target, 2.0))
    total(terms).backward()
    assert all(one.grad is None for one in teacher.parameters())
    assert all(one.grad is not None and torch.isfinite(one.grad).all() for one in student.parameters())


def test_a_phase_without_a_target_has_no_diversity_to_lower_but_keeps_its_column() -> None:
    terms, _, _ = terms_of(diversity="balanced", diversity_weight=0.3, draw="instance")
    assert terms["diversity"] == 0
    terms, _, _ = terms_of(diversity="balanced", diversity_weight=0.3, draw="balanced")
    assert terms["diversity"] > 0


def test_similarity_leaves_the_statistics_of_a_texture_expert_out() -> None:
    teacher, bare = network_of(1, seed=1), network_of(1, seed=1)
    teacher.expert = TextureExpert(1, 3, Radiometry(mean=0.5, std=0.2)).eval()
    pixels = BATCH._replace(companions=randn(6, 1, 32, 32, seed=2).float())
    options = DistillationOptions(similarity_weight=1.0)
    teachings = [Distillation(one, options, COUNTS, True)(F.cross_entropy, phase("instance")) for one in (teacher, bare)]
    found = [teaching(network_of(1), pixels) for teaching in teachings]
    assert teacher.features(pixels.companions).shape[1] == 4 + STATISTICS
    torch.testing.assert_close(found[0]["similarity"], found[1]["similarity"], rtol=1e-4, atol=0)
    assert not torch.equal(found[0]["teacher"], found[1]["teacher"])  # but its answer is heard


def test_a_batch_without_companions_is_a_mistake_of_the_caller() -> None:
    teaching = Distillation(network_of(3), DistillationOptions(), COUNTS, True)
    with pytest.raises(ValueError, match="nothing for the teacher"):
        teaching(F.cross_entropy, phase("instance"))(network_of(1), BATCH._replace(companions=None))


@pytest.mark.parametrize(
    ("name", "value"),
    [("teacher_weight", 1.5), ("temperature", 0.0), ("teacher_balance", 1.0), ("diversity", "even"), ("similarity_weight", -1.0)],
)
def test_options_name_the_bad_value(name: str, value: object) -> None:
    with pytest.raises(ConfigError, match=f"{name.replace('_', '-')}.*{value}"):
        DistillationOptions(**{name: value})


def test_nothing_to_learn_from_is_refused() -> None:
    options = DistillationOptions(teacher_weight=0.0)
    with pytest.raises(ConfigError, match="--labels none with --teacher-weight 0"):
        DistilConfig(teacher="t", patches="p", output="o", labels="none", distillation=options)
