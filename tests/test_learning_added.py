"""Synthetic patches beside the real ones: drawn, weighed, kept away from what a model is judged by."""

import csv
import dataclasses
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import torch
from echopatch.core.contract.commands.assessment import EvaluateConfig
from echopatch.core.contract.commands.distil import DistilConfig
from echopatch.core.contract.commands.learning import LearningConfig, RunOptions, TrainConfig
from echopatch.core.contract.commands.patches import PatchesMergeConfig
from echopatch.core.contract.commands.training_options import AddedOptions, AugmentationOptions, LossOptions, SamplingOptions
from echopatch.core.contract.errors import Cancelled, ConfigError, LearningError, OutputError, PatchSetError
from echopatch.core.contract.legend import LandClass
from echopatch.core.contract.model_card import Radiometry, read_card
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.learning.batches import Batch, PatchReader
from echopatch.core.engine.learning.distil import distil
from echopatch.core.engine.learning.distillation import soft_loss
from echopatch.core.engine.learning.evaluate import evaluate
from echopatch.core.engine.learning.lesson import patch_weights, training_lesson
from echopatch.core.engine.learning.losses import label_loss
from echopatch.core.engine.learning.splits import splits_of
from echopatch.core.engine.learning.train import Schooling, train, train_on
from echopatch.core.engine.network.model_file import load_model
from echopatch.core.engine.patches.added import check_added, with_added
from echopatch.core.engine.patches.contents import content_hash, content_hashes
from echopatch.core.engine.patches.index import INDEX_FILE, INDEX_LAYER
from echopatch.core.engine.patches.merge import merge
from echopatch.core.engine.patches.patch_set import GeneratedFrom, PatchSet, read_patch_set
from echopatch.core.engine.patches.pools import pool_of
from echopatch.core.engine.patches.rows import JoinedRows
from echopatch.core.engine.patches.samplers import Drawing, draw_figures
from torch.nn import functional as F

ToySet = Callable[..., Path]
REAL = {"train": (8, 4), "validation": (3, 3), "test": (3, 3)}
EVERY_PATCH = AddedOptions(add_share=0.9, real_last_share=0.0)


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


class Listener(Silent):
    """Keeps the warnings it hears, and cancels after so many epochs."""

    def __init__(self, cancel_after: int | None = None) -> None:
        self.warnings: list[str] = []
        self._epochs, self._cancel_after = 0, cancel_after

    def progress(self, done: int, total: int, code: str) -> None:
        if code == "progress-training" and self._epochs == self._cancel_after:
            raise Cancelled

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        self._epochs = step

    def warning(self, code: str, **values: Any) -> None:
        self.warnings.append(code)


@pytest.fixture
def real(toy_set: ToySet) -> Path:
    return toy_set("real", REAL)


@pytest.fixture
def made(toy_set: ToySet, real: Path) -> Callable[..., Path]:
    """Writes synthetic sets: ``made(name, (patches of class 0, of class 1), learned_from=split)``."""

    def write(name: str = "made", counts: tuple[int, ...] = (6, 6), learned_from: str | None = "train", **settings: Any) -> Path:
        folder = toy_set(name, {"train": counts}, **{"level_db": 1.0, **settings})
        frame = pyogrio.read_dataframe(folder / INDEX_FILE).assign(source="synthetic", scene="")
        pyogrio.write_dataframe(frame, folder / INDEX_FILE, layer=INDEX_LAYER)
        if learned_from is not None:
            origin = origin_of(read_patch_set(str(real)), learned_from)
            described = json.loads((folder / "set.json").read_text()) | {"generated_from": dataclasses.asdict(origin)}
            (folder / "set.json").write_text(json.dumps(described))
        return folder

    return write


def origin_of(patch_set: PatchSet, split: str) -> GeneratedFrom:
    """A generator that learned from a split."""
    rows = np.flatnonzero(patch_set.index["split"] == split)
    return GeneratedFrom("f" * 64, patch_set.sha256, tuple(content_hashes(patch_set, rows, Silent())))


def config_for(patches: Path, name: str, *added: Path, **changes: Any) -> TrainConfig:
    options = changes.pop("added", AddedOptions())
    settings: dict[str, Any] = {
        "epochs": 2, "batch_size": 8, "precision": "fp32", "device": "cpu", "texture_expert": False, "start": "random",
        "backbone": "resnet10", "run": RunOptions(ema_decay=0.0), "added": dataclasses.replace(options, add=tuple(map(str, added))),
    }  # fmt: skip
    return TrainConfig(patches=str(patches), output=str(patches.with_name(f"{name}.safetensors")), **{**settings, **changes})


def history(config: TrainConfig) -> list[dict[str, str]]:
    with Path(config.output).with_suffix(".run").joinpath("history.csv").open(newline="", encoding="utf-8") as file:
        return [{name: value for name, value in row.items() if name != "seconds"} for row in csv.DictReader(file)]


def weights(config: TrainConfig) -> dict[str, torch.Tensor]:
    return dict(load_model(config.output).network.state_dict())


# rows of several arrays as one


def test_joined_rows_are_those_of_the_arrays_under_each_other_and_nothing_else_is_read(tmp_path: Path) -> None:
    whole = np.arange(60, dtype=np.uint16).reshape(10, 3, 2)
    for number, part in enumerate(np.split(whole, [4, 4, 7])):
        np.save(tmp_path / f"{number}.npy", part)
    parts = [np.load(tmp_path / f"{number}.npy", mmap_mode="r" if number != 1 else None) for number in range(4)]
    rows = JoinedRows(parts)
    assert len(rows) == 10
    assert rows[[]].shape == (0, 3, 2)
    for wanted in (np.array([9, 0, 4, 4, 3]), slice(2, 8), slice(None, None, 3), -1, 5, np.arange(10) % 3 == 0):
        np.testing.assert_array_equal(rows[wanted], whole[wanted])
    np.testing.assert_array_equal(np.stack(list(rows)), whole)
    assert rows[np.array([1])].dtype == np.uint16
    with pytest.raises(IndexError):
        rows[np.array([10])]


# what is drawn

LABELS = np.repeat([0, 1, 2, 0, 1, 2], [60, 8, 2, 10, 40, 0])
SYNTHETIC = np.arange(len(LABELS)) >= 70


def drawing(sampling: str = "balanced", classes: int = 3, **options: Any) -> Drawing:
    added = AddedOptions(**{"real_last_share": 0.0, **options})
    return Drawing(SamplingOptions(sampling=sampling, epoch_patches=120), LABELS, classes, 12, 10, 1, SYNTHETIC, added)


def tally(draw: Drawing, epoch: int = 0) -> list[list[int]]:
    """Real and synthetic patches by class that an epoch draws."""
    rows = np.concatenate(draw.epoch(epoch).batches)
    return [np.bincount(LABELS[rows[which]], minlength=3).tolist() for which in (~SYNTHETIC[rows], SYNTHETIC[rows])]


def test_synthetic_patches_take_their_share_of_a_class_and_no_more() -> None:
    # 40 draws of each class; class 0 has 10 synthetic of 70, less than a half; class 1 is cut to a half; class 2 has none
    real, made = tally(drawing())
    assert [sum(both) for both in zip(real, made, strict=True)] == [40, 40, 40]
    assert made[0] == pytest.approx(40 * 10 / 70, abs=1)
    assert (made[1], made[2]) == (20, 0)
    assert tally(drawing(add_share=0.25))[1][1] == 10
    assert draw_figures(drawing().epoch(0), [1, 2, 3])["drawn_synthetic"] == sum(made)


def test_patches_as_they_are_count_the_synthetic_ones_up_to_their_share() -> None:
    # 60 + 10, 8 + 8 of 40, and 2: 88 patches
    drawn = np.add(*tally(drawing("instance")))
    np.testing.assert_allclose(drawn, np.array([70, 16, 2]) * 120 / 88, atol=1)


def test_every_synthetic_patch_has_its_turn() -> None:
    rows = np.concatenate([np.concatenate(drawing().epoch(epoch).batches) for epoch in range(10)])
    assert set(np.flatnonzero(SYNTHETIC)) <= set(rows.tolist())


def test_the_last_epochs_draw_real_patches_alone() -> None:
    ending = drawing(real_last_share=0.3)
    assert [sum(tally(ending, epoch)[1]) > 0 for epoch in range(10)] == [True] * 7 + [False] * 3


@pytest.mark.parametrize("nothing", [{"add_weight": 0.0}, {"add_share": 0.0}, {"real_last_share": 1.0}])
def test_without_weight_or_share_an_epoch_is_that_of_the_real_patches(nothing: dict[str, float]) -> None:
    options = SamplingOptions(sampling="balanced", epoch_patches=120)
    alone = Drawing(options, LABELS[~SYNTHETIC], 3, 12, 10, 1)
    for epoch in (0, 9):
        ours, theirs = drawing(**nothing).epoch(epoch), alone.epoch(epoch)
        np.testing.assert_array_equal(np.concatenate(ours.batches), np.concatenate(theirs.batches))
        np.testing.assert_array_equal(ours.phases[0].shares, theirs.phases[0].shares)


def test_a_class_without_real_patches_draws_no_synthetic_ones() -> None:
    pool = pool_of(np.array([0, 0, 1, 1, 1]), np.array([False, False, True, True, True]), 2, EVERY_PATCH)
    assert pool.sizes.tolist() == [2, 0]
    assert pool.prior(np.array([1.0, 0.0])).tolist() == [1, 0]


def test_the_prior_of_an_adjusted_loss_is_that_of_what_is_drawn_as_it_weighs() -> None:
    pool = drawing("instance", add_weight=0.25).pool(0)
    np.testing.assert_allclose(pool.weighed, [60 + 2.5, 8 + 2, 2])
    np.testing.assert_allclose(pool.prior(pool.sizes / pool.sizes.sum()), np.array([62.5, 10, 2]) / 74.5)
    np.testing.assert_allclose(pool.prior(np.full(3, 1 / 3)), np.array([62.5 / 70, 10 / 16, 1]) / (62.5 / 70 + 10 / 16 + 1))


# what it weighs


def test_losses_weigh_patches_as_worked_out_by_hand() -> None:
    logits, labels = torch.tensor([[2.0, 0.0], [0.0, 1.0], [1.0, 0.0]]), torch.tensor([0, 0, 1])
    shares = torch.tensor([1.5, 1.0, 0.5])  # mean 1
    each = F.cross_entropy(logits, labels, reduction="none")
    wanted = (1.5 * each[0] + each[1] + 0.5 * each[2]) / 3
    counts, drawn = np.array([2.0, 1.0]), np.array([2 / 3, 1 / 3])
    for options in (LossOptions(label_smoothing=0.0), LossOptions(loss="focal", focal_gamma=0.0, label_smoothing=0.0)):
        torch.testing.assert_close(label_loss(options, counts, drawn, 0.0)(logits, labels, shares), wanted)
    target = F.one_hot(labels, 2).float()
    torch.testing.assert_close(soft_loss(logits, target, 1.0, shares), wanted)


def reader_of(patch_set: PatchSet, add_weight: float = 0.5) -> PatchReader:
    splits = splits_of(patch_set)
    return PatchReader(patch_set, splits.labels, Radiometry(), torch.device("cpu"), weights=patch_weights(splits, add_weight))


def joined(real: Path, *made: Path) -> PatchSet:
    return with_added(read_patch_set(str(real)), [read_patch_set(str(one)) for one in made])


def test_a_batch_holds_the_patches_and_weights_of_both_sets(real: Path, made: Callable[..., Path]) -> None:
    both, first, second = joined(real, made()), read_patch_set(str(real)), read_patch_set(str(made("again")))
    start = len(first.codes)
    (batch,) = reader_of(both).batches(np.array([0, 2, start, start + 11]), 4)
    (ours,) = reader_of(first).batches(np.array([0, 2]), 2)
    (theirs,) = PatchReader(second, np.zeros(12, np.int64), Radiometry(), torch.device("cpu")).batches(np.array([0, 11]), 2)
    assert torch.equal(batch.inputs, torch.cat([ours.inputs, theirs.inputs]))
    assert batch.labels.tolist() == [0, 0, 0, 1]
    assert batch.weights is not None
    torch.testing.assert_close(batch.weights, torch.tensor([4 / 3, 4 / 3, 2 / 3, 2 / 3]))
    assert ours.weights is None


def test_the_parts_of_a_batch_keep_the_weights_of_their_patches() -> None:
    batch = Batch(torch.zeros(5, 1, 2, 2), torch.arange(5), np.arange(5), None, torch.tensor([0.5, 1.5, 1.0, 1.0, 1.0]))
    parts = list(batch.parts(2))
    assert [part.weights.tolist() for part in parts if part.weights is not None] == [[0.5, 1.5, 1.0], [1.0, 1.0]]


def test_in_a_mixture_a_synthetic_patch_says_as_little_as_it_weighs(real: Path, made: Callable[..., Path]) -> None:
    both = joined(real, made())
    options = AugmentationOptions(flips=False, shift_share=0.0, gain_db=0.0, edge_share=0.0, mixup=1.0, mixed_share=1.0)
    reader, start = reader_of(both, 0.25), len(read_patch_set(str(real)).codes)
    rows = np.array([0, start + 11])  # class 0, real; class 1, synthetic
    for seed in range(20):
        (batch,) = reader.batches_of([rows], options, seed)
        assert batch.weights is not None
        said = batch.labels * batch.weights[:, None]
        torch.testing.assert_close(batch.labels.sum(dim=1), torch.ones(2))
        torch.testing.assert_close(batch.weights.mean(), torch.tensor(1.0))
        if len(set(batch.labels[:, 0].tolist())) > 1:  # mixed with each other, not each with itself
            # a share t of the real patch, at weight 1, and 1 - t of the synthetic one, at a quarter
            odds = said[:, 1] / said[:, 0] / 0.25
            shares = 1 / (1 + odds)
            (plain,) = dataclasses.replace(reader, weights=None).batches_of([rows], options, seed)
            torch.testing.assert_close(plain.labels[:, 0], shares)


def test_a_lesson_corrects_for_what_it_draws(real: Path, made: Callable[..., Path]) -> None:
    both, config = joined(real, made(counts=(0, 40))), config_for(real, "m", drawing=SamplingOptions(sampling="instance"))
    config = dataclasses.replace(config, objective=LossOptions(loss="balanced-softmax", label_smoothing=0.0), epochs=10)
    heard = []
    training_lesson(config, reader_of(both), splits_of(both), "fp32", lambda of_labels, _: heard.append(of_labels)).loss(0, 0)
    # 8 of class 0; of class 1 4 real ones, and as many synthetic ones at half the weight
    logits = torch.tensor([[0.3, -0.2]])
    wanted = F.cross_entropy(logits + torch.log(torch.tensor([8.0, 6.0])), torch.tensor([0]))
    torch.testing.assert_close(heard[0](logits, torch.tensor([0]), None), wanted)


# the whole way


def test_training_with_synthetic_patches_says_so_and_judges_by_real_ones(real: Path, made: Callable[..., Path]) -> None:
    report, synthetic = Listener(), made(counts=(2, 9))
    config = config_for(real, "with", synthetic, epochs=5)
    train(config, report)
    card, added = read_card(config.output), read_patch_set(str(synthetic))
    patches = {"Settlements": 2, "Industrial areas": 9}
    assert card.training["added"] == [{"name": "made.patchset", "sha256": added.sha256, "generator_sha256": "f" * 64, "patches": patches}]
    assert card.training["config"]["add"] == ["made.patchset"]
    assert card.training["config"]["add_weight"] == 0.5
    assert card.training["patch_set_sha256"] == read_patch_set(str(real)).sha256
    assert report.warnings == []
    assert np.array(card.metrics["confusion"]).sum(axis=1).tolist() == [3, 3]
    # the dB window's mean, the histogram and the number of patches drawn are those of the real patches
    alone = config_for(real, "alone", epochs=1)
    train(alone, Silent())
    theirs = read_card(alone.output)
    assert (card.radiometry, card.histogram) == (theirs.radiometry, theirs.histogram)
    told = history(config)
    assert [float(row["drawn_synthetic"]) > 0 for row in told] == [True] * 4 + [False]
    assert [float(row["drawn_1"]) + float(row["drawn_2"]) for row in told] == [12.0] * 5
    assert "added" not in theirs.training
    assert "drawn_synthetic" not in history(alone)[0]


def test_without_weight_the_model_is_that_of_the_real_patches(real: Path, made: Callable[..., Path]) -> None:
    added, alone = config_for(real, "a", made(), added=AddedOptions(add_weight=0.0)), config_for(real, "b")
    train(added, Silent())
    train(alone, Silent())
    ours, theirs = weights(added), weights(alone)
    assert all(torch.equal(ours[name], theirs[name]) for name in theirs)
    assert read_card(added.output).metrics == read_card(alone.output).metrics


def test_synthetic_patches_teach(toy_set: ToySet, made: Callable[..., Path]) -> None:
    """Of real patches that tell nothing, the classes are learned from synthetic ones that do."""
    blank = toy_set("blank", REAL, step_db=0.0)
    synthetic = made(counts=(20, 20), learned_from=None)
    options = AddedOptions(add_weight=1.0, add_share=0.9, real_last_share=0.0)
    config = config_for(blank, "m", synthetic, added=options, epochs=4, drawing=SamplingOptions(epoch_patches=64), learning_rate=2e-3)
    train(config, Silent())
    test = toy_set("plain", {"test": (10, 10)})
    found = evaluate(EvaluateConfig(config.output, str(test), str(test.with_name("report"))), Silent())
    assert found["accuracy"] > 0.9


def test_a_stopped_run_goes_on_with_the_same_synthetic_patches_and_no_others(
    real: Path, made: Callable[..., Path], toy_set: ToySet
) -> None:
    synthetic = made()
    whole, broken = (config_for(real, name, synthetic, epochs=3) for name in ("whole", "broken"))
    train(whole, Silent())
    with pytest.raises(Cancelled):
        train(broken, Listener(cancel_after=2))
    frame = pyogrio.read_dataframe(synthetic / INDEX_FILE)
    changed = frame.assign(label=[2, *frame["label"][1:]], **{"class": ["Industrial areas", *frame["class"][1:]]})
    pyogrio.write_dataframe(changed, synthetic / INDEX_FILE, layer=INDEX_LAYER)
    with pytest.raises(OutputError, match="added"):
        train(broken, Silent())
    pyogrio.write_dataframe(frame, synthetic / INDEX_FILE, layer=INDEX_LAYER)
    train(broken, Silent())
    ours, theirs = weights(whole), weights(broken)
    assert all(torch.equal(ours[name], theirs[name]) for name in ours)


def test_a_trial_adds_patches_that_no_file_holds(real: Path, made: Callable[..., Path]) -> None:
    patch_set, on_disk = read_patch_set(str(real)), read_patch_set(str(made()))
    in_memory = dataclasses.replace(on_disk, folder=Path("gan"), codes=np.array(on_disk.codes[:]))
    by_file, by_hand = config_for(real, "a", on_disk.folder), config_for(real, "b")
    train(by_file, Silent())
    train_on(patch_set, by_hand, Silent(), Schooling(added=(in_memory,)))
    ours, theirs = weights(by_file), weights(by_hand)
    assert all(torch.equal(ours[name], theirs[name]) for name in ours)
    assert read_card(by_hand.output).training["added"][0]["name"] == "gan"


def test_a_model_of_synthetic_patches_alone_is_judged_by_real_ones(real: Path, made: Callable[..., Path]) -> None:
    report, synthetic = Listener(), made(counts=(12, 12))
    config = config_for(synthetic, "m", epochs=6, learning_rate=2e-3)
    train(config, report)
    assert report.warnings == ["training-all-synthetic", "training-no-validation", "training-no-test"]
    found = evaluate(EvaluateConfig(config.output, str(real), str(real.with_name("report"))), Silent())
    assert (found["patches"], found["accuracy"]) == (6, 1.0)


def test_a_radar_teacher_is_asked_about_synthetic_patches_too(real: Path, made: Callable[..., Path]) -> None:
    teacher = config_for(real, "teacher", epochs=1)
    train(teacher, Silent())
    learning = {one.name: getattr(config_for(real, "student", made(), epochs=1), one.name) for one in dataclasses.fields(LearningConfig)}
    config = DistilConfig(**learning, teacher=teacher.output)
    distil(config, Silent())
    assert read_card(config.output).training["added"][0]["name"] == "made.patchset"


# what is refused


def refusal(real: Path, *added: Path) -> str:
    report = Listener()
    with pytest.raises(PatchSetError) as caught:
        check_added(read_patch_set(str(real)), [read_patch_set(str(one)) for one in added], report)
    return caught.value.code


@pytest.mark.parametrize("split", ["validation", "test"])
def test_a_generator_that_learned_from_patches_to_judge_by_is_refused(real: Path, made: Callable[..., Path], split: str) -> None:
    synthetic = made(learned_from=split)
    config = config_for(real, "m", made("good"), synthetic)
    with pytest.raises(PatchSetError, match=r"made\.patchset learned from 6 validation or test patch\(es\) of .*real\.patchset"):
        train(config, Silent())
    assert not Path(config.output).exists()


def test_where_a_generator_comes_from_is_asked(real: Path, made: Callable[..., Path]) -> None:
    patch_set, report = read_patch_set(str(real)), Listener()
    good, unknown = read_patch_set(str(made("good"))), read_patch_set(str(made("unknown", learned_from=None)))
    origin = dataclasses.replace(origin_of(patch_set, "train"), patches=("0" * 16,))
    elsewhere = dataclasses.replace(good, settings=dataclasses.replace(good.settings, generated_from=origin))
    check_added(patch_set, [good, unknown, elsewhere], report)
    assert report.warnings == ["added-origin-unknown", "added-origin-elsewhere"]


def test_what_is_not_like_the_real_patches_is_refused(real: Path, made: Callable[..., Path], toy_set: ToySet) -> None:
    assert refusal(real, toy_set("true", {"train": (1, 1)})) == "added-real"
    assert refusal(real, made("far", pixel_size_m=2.5)) == "added-differ"
    assert refusal(real, made("small", patch_px=16)) == "added-differ"
    assert (
        refusal(real, made("strange", classes=(LandClass(1, "Settlements", "#000000"), LandClass(9, "Moon", "#ffffff")))) == "added-legend"
    )


@pytest.mark.parametrize("split", ["validation", "test"])
def test_a_synthetic_patch_to_judge_by_is_refused_by_every_reader(made: Callable[..., Path], split: str) -> None:
    folder = made()
    frame = pyogrio.read_dataframe(folder / INDEX_FILE)
    pyogrio.write_dataframe(frame.assign(split=["train"] * 11 + [split]), folder / INDEX_FILE, layer=INDEX_LAYER)
    with pytest.raises(PatchSetError, match=r"1 synthetic patch\(es\) are for validation or test"):
        read_patch_set(str(folder))


def test_synthetic_patches_are_not_joined_with_others_nor_judged_by(real: Path, made: Callable[..., Path]) -> None:
    synthetic, output = made(), real.with_name("both.patchset")
    with pytest.raises(PatchSetError, match="--add"):
        merge(PatchesMergeConfig(patches=(str(real), str(synthetic)), output=str(output)), Silent())
    config = config_for(real, "m", epochs=1)
    train(config, Silent())
    with pytest.raises(LearningError, match=r"12 train patch\(es\) of .* are synthetic"):
        evaluate(EvaluateConfig(config.output, str(synthetic), str(output), split="train"), Silent())


def test_a_class_of_synthetic_patches_alone_is_named(toy_set: ToySet, made: Callable[..., Path]) -> None:
    patches, report = toy_set("three", {"train": (4, 4, 0), "validation": (1, 1, 0), "test": (1, 1, 1)}), Listener()
    train(config_for(patches, "m", made(counts=(0, 0, 5), learned_from=None), epochs=1), report)
    assert "training-class-synthetic" in report.warnings
    assert "training-class-empty" not in report.warnings


@pytest.mark.parametrize("changes", [{"modality": "optical"}, {"head_only": True, "start": "shipped", "backbone": None}])
def test_what_cannot_take_synthetic_patches_says_so(real: Path, made: Callable[..., Path], changes: dict[str, Any]) -> None:
    with pytest.raises(ConfigError, match="--add"):
        train(config_for(real, "m", made(), **changes), Silent())


def test_an_optical_teacher_cannot_look_at_synthetic_patches(toy_set: ToySet, made: Callable[..., Path]) -> None:
    pairs = toy_set("pairs", REAL, optical=True)
    teacher = config_for(pairs, "teacher", epochs=1, modality="optical")
    train(teacher, Silent())
    config = DistilConfig(patches=str(pairs), output=str(pairs.with_name("s.safetensors")), teacher=teacher.output,
                          added=AddedOptions(add=(str(made()),)), device="cpu")  # fmt: skip
    with pytest.raises(LearningError, match="no optical image"):
        distil(config, Silent())
    with pytest.raises(ConfigError, match="--labels none"):
        dataclasses.replace(config, labels="none")


def test_a_content_hash_is_of_the_pixels_alone(real: Path) -> None:
    codes = read_patch_set(str(real)).codes
    assert content_hash(codes[0]) == content_hash(np.array(codes[0])) != content_hash(codes[1])
    assert len(content_hash(codes[0])) == 16
