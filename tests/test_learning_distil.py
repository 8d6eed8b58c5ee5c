"""The command distil: a student learns from a teacher that looks at other images of the same ground."""

import csv
import dataclasses
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyogrio
import pytest
import torch
from echopatch.core.contract.commands.assessment import EvaluateConfig
from echopatch.core.contract.commands.classify import ClassifyConfig
from echopatch.core.contract.commands.comparison import CompareConfig
from echopatch.core.contract.commands.distil import DistilConfig, DistillationOptions
from echopatch.core.contract.commands.embed import EmbedConfig
from echopatch.core.contract.commands.learning import LearningConfig, RunOptions, TrainConfig, TransferOptions
from echopatch.core.contract.commands.training_options import AugmentationOptions, LossOptions, SamplingOptions
from echopatch.core.contract.errors import Cancelled, ConfigError, EchopatchError, LearningError, ModelError, OutputError, PatchSetError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND, LandClass
from echopatch.core.contract.model_card import ModelCard, Radiometry, read_card
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.learning.batches import Companion, PatchReader
from echopatch.core.engine.learning.distil import distil
from echopatch.core.engine.learning.evaluate import evaluate
from echopatch.core.engine.learning.train import train
from echopatch.core.engine.mapping.classify import classify
from echopatch.core.engine.mapping.embed import embed
from echopatch.core.engine.network.model_file import Model, load_model, save_model
from echopatch.core.engine.network.networks import build_network
from echopatch.core.engine.patches.index import INDEX_FILE, INDEX_LAYER
from echopatch.core.engine.patches.patch_set import db_to_codes, optical_side, read_patch_set
from echopatch.core.engine.patches.writer import file_sha256
from echopatch.core.engine.studies.compare import compare

ToySet = Callable[..., Path]
COUNTS = {"train": (8, 4), "validation": (3, 3), "test": (4, 4)}
EVERYTHING = DistillationOptions(teacher_balance=0.9, similarity_weight=1.0, entropy_weight=0.1, diversity_weight=0.1)
TERMS = ("labels", "teacher", "similarity", "entropy", "diversity")


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


class Listener(Silent):
    """Keeps the warnings it hears, and cancels after so many epochs."""

    def __init__(self, cancel_after: int | None = None) -> None:
        self.warnings: list[str] = []
        self._epochs, self._cancel_after = 0, cancel_after

    def progress(self, done: int, total: int, code: str) -> None:
        if self._epochs == self._cancel_after:
            raise Cancelled

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        self._epochs = step

    def warning(self, code: str, **values: Any) -> None:
        self.warnings.append(code)


COMMON: dict[str, Any] = {
    "epochs": 2, "batch_size": 4, "learning_rate": 1e-3, "precision": "fp32", "device": "cpu", "warmup_share": 0.0,
    "texture_expert": False, "start": "random", "backbone": "resnet10", "run": RunOptions(ema_decay=0.0),
}  # fmt: skip


def teach(patches: Path, name: str = "teacher", **changes: Any) -> Path:
    """A teacher beside the patch set."""
    output = patches.with_name(f"{name}.safetensors")
    train(TrainConfig(patches=str(patches), output=str(output), **{**COMMON, "modality": "optical", **changes}), Silent())
    return output


def config_for(patches: Path, teacher: Path, name: str = "student", **changes: Any) -> DistilConfig:
    paths = {"patches": str(patches), "teacher": str(teacher), "output": str(patches.with_name(f"{name}.safetensors"))}
    return DistilConfig(**{**COMMON, **paths, **changes})


@pytest.fixture
def pairs(toy_set: ToySet) -> Path:
    """Two classes that the radar tells badly and the optical images plainly."""
    return toy_set("pairs", COUNTS, step_db=1.0, optical=True)


@pytest.fixture
def untaught(tmp_path: Path) -> Path:
    """A teacher with random weights, of the form that the pairs ask for."""
    torch.manual_seed(0)
    card = ModelCard(
        "untaught", "resnet10", (), ("red", "green", "blue"), TERRASAR_X_LEGEND[:2], 32, 1.25, Radiometry("rgb", 0, 255), None, None,
        (1 / 64,) * 64, modality="optical",
    )  # fmt: skip
    save_model(tmp_path / "teacher.safetensors", build_network("resnet10", (), 3, 2), card)
    return tmp_path / "teacher.safetensors"


def history(model: str | Path) -> list[dict[str, str]]:
    with (Path(model).with_suffix(".run") / "history.csv").open(newline="", encoding="utf-8") as file:
        return [{name: value for name, value in row.items() if name != "seconds"} for row in csv.DictReader(file)]


def weights(model: str | Path) -> dict[str, torch.Tensor]:
    return dict(load_model(str(model)).network.state_dict())


# the whole way


class Taught(NamedTuple):
    """A teacher, its student, and what the command said."""

    patches: Path
    teacher: Path
    student: Path
    outputs: dict[str, object]


@pytest.fixture(scope="module")
def taught(toy_set_in: ToySet, tmp_path_factory: pytest.TempPathFactory) -> Taught:
    """By the whole way, with every term of the loss and both phases."""
    torch.set_num_threads(1)
    patches = toy_set_in(tmp_path_factory.mktemp("taught"), "pairs", COUNTS, step_db=1.0, optical=True)
    # long enough to be sure of its answers: a student follows soft ones, and halves would decide nothing
    teacher = teach(patches, epochs=4, drawing=SamplingOptions(epoch_patches=96))
    config = config_for(patches, teacher, distillation=EVERYTHING, drawing=SamplingOptions(sampling="alternate"))
    outputs = distil(config, Silent())
    return Taught(patches, teacher, Path(config.output), outputs)


def test_a_teacher_learns_from_the_optical_images(taught: Taught) -> None:
    card = read_card(str(taught.teacher))
    assert card.metrics["mean_recall"] == taught.outputs["teacher_mean_recall"] == 1.0
    assert (card.modality, card.channels, card.radiometry.quantity) == ("optical", ("red", "green", "blue"), "rgb")
    assert not card.texture_expert


def test_the_history_tells_every_term_and_what_was_drawn(taught: Taught) -> None:
    rows = history(taught.student)
    assert [row["sampling_power"] for row in rows] == ["1.0", "0.0"]
    assert [(row["drawn_1"], row["drawn_2"]) for row in rows] == [("8.0", "4.0"), ("6.0", "6.0")]
    for row in rows:
        assert sum(float(row[f"{name}_loss"]) for name in TERMS) == pytest.approx(float(row["training_loss"]))
        assert all(float(row[f"{name}_loss"]) > 0 for name in TERMS)


def test_the_card_says_who_taught(taught: Taught) -> None:
    card = read_card(str(taught.student))
    assert (card.modality, card.channels) == ("sar", ("HH",))
    assert card.training["teacher_sha256"] == file_sha256(taught.teacher)
    assert card.training["teacher_mean_recall"] == 1.0
    assert card.training["config"]["teacher"] == "teacher.safetensors"  # not the user's folders


def test_teacher_and_student_are_judged_on_one_set(taught: Taught, tmp_path: Path) -> None:
    ours, theirs = (read_card(str(one)).metrics["mean_recall"] for one in (taught.student, taught.teacher))
    asked = {"patches": str(taught.patches), "device": "cpu"}
    evaluate(EvaluateConfig(model=str(taught.teacher), output=str(tmp_path / "report"), **asked), Silent())
    assert json.loads((tmp_path / "report" / "metrics.json").read_text(encoding="utf-8"))["mean_recall"] == theirs
    both = str(taught.teacher), str(taught.student)
    compare(CompareConfig(model=both, output=str(tmp_path / "both"), **asked), Silent())
    text = (tmp_path / "both" / "comparison.json").read_text(encoding="utf-8")
    assert all(f'"mean_recall": {one}' in text for one in (ours, theirs))


def test_a_weight_of_nought_is_training_without_a_teacher(pairs: Path, untaught: Path) -> None:
    alone = teach(pairs, "alone", modality="sar", epochs=1)
    distil(config := config_for(pairs, untaught, epochs=1, distillation=DistillationOptions(teacher_weight=0.0)), Silent())
    assert history(config.output) == history(alone)
    torch.testing.assert_close(weights(config.output), weights(alone))


def test_a_run_that_was_stopped_ends_as_the_straight_one(pairs: Path, untaught: Path) -> None:
    changes = {
        "distillation": EVERYTHING,
        "drawing": SamplingOptions(sampling="alternate", alternate_unit="steps"),
        "augmentation": AugmentationOptions(cutmix=1.0),
        "run": RunOptions(ema_decay=0.9),
    }
    straight, broken = (config_for(pairs, untaught, name, **changes) for name in ("straight", "broken"))
    distil(straight, Silent())
    with pytest.raises(Cancelled):
        distil(broken, Listener(cancel_after=1))
    assert not Path(broken.output).exists()
    distil(broken, report := Listener())
    assert "training-resumed" in report.warnings
    ours, theirs = weights(straight.output), weights(broken.output)
    assert [name for name in ours if not torch.equal(ours[name], theirs[name])] == []
    assert history(straight.output) == history(broken.output)
    assert dataclasses.replace(read_card(straight.output), name="") == dataclasses.replace(read_card(broken.output), name="")


def test_a_stopped_run_does_not_go_on_under_another_teacher(pairs: Path, untaught: Path) -> None:
    config = config_for(pairs, untaught)
    with pytest.raises(Cancelled):
        distil(config, Listener(cancel_after=1))
    changed(untaught, lambda card: dataclasses.replace(card, licence="another")).replace(untaught)
    with pytest.raises(OutputError, match="teacher_sha256"):
        distil(config, Silent())


def test_a_radar_teacher_hands_on_to_a_smaller_student(toy_set: ToySet) -> None:
    patches = toy_set("a", COUNTS)  # without optical images
    teacher = teach(patches, modality="sar", backbone="resnet18", epochs=1, texture_expert=True)
    assert load_model(str(teacher)).network.expert is not None
    asked = {"epochs": 4, "drawing": SamplingOptions(epoch_patches=24), "distillation": EVERYTHING}
    outputs = distil(config := config_for(patches, teacher, **asked), Silent())
    assert outputs["mean_recall"] == outputs["teacher_mean_recall"] == 1.0
    assert read_card(config.output).backbone == "resnet10"


# without labels


def test_without_labels_a_student_learns_what_its_teacher_knows(taught: Taught, toy_set: ToySet) -> None:
    others = LandClass(9, "unlabelled", "#888888"), LandClass(8, "nothing", "#000000")
    patches = toy_set("pairs", {"train": (8, 8), "validation": (4, 4), "test": (4, 4)}, optical=True, classes=others)
    true = read_patch_set(str(patches)).index["label"].map({9: 1, 8: 2}).tolist()
    forget_labels(patches)
    before = {one.name: one.read_bytes() for one in patches.iterdir()}
    report = Listener()
    asked = {"start": "shipped", "transfer": TransferOptions(freeze="body"), "learning_rate": 1e-2, "epochs": 4}
    distil(config := config_for(patches, taught.teacher, labels="none", drawing=SamplingOptions(epoch_patches=96), **asked), report)
    assert {one.name: one.read_bytes() for one in patches.iterdir()} == before
    assert "distil-judged-by-teacher" in report.warnings
    student = load_model(config.output)
    assert student.card.classes == read_card(str(taught.teacher)).classes
    assert "labels_loss" not in history(config.output)[0]
    assert answers_of(student, patches) == true


def test_agreement_with_a_teacher_is_no_figure_of_the_student(taught: Taught) -> None:
    # the start has the same legend, and would be compared with a student that learns from labels
    asked = {"labels": "none", "start": str(taught.student), "epochs": 1}
    outputs = distil(config := config_for(taught.patches, taught.teacher, "unlabelled", **asked), Silent())
    card, run = read_card(config.output), Path(config.output).with_suffix(".run")
    assert set(outputs) == {"model", "run", "best_epoch"}
    assert (card.metrics, card.gate) == ({}, {})
    assert json.loads((run / "metrics.json").read_text(encoding="utf-8"))["patches"] == 8  # how well they agree


def forget_labels(patches: Path) -> None:
    """Every patch becomes one of the first class, as a polygon around the whole scene would make it."""
    index = pyogrio.read_dataframe(patches / INDEX_FILE, layer=INDEX_LAYER)
    pyogrio.write_dataframe(index.assign(label=9, **{"class": "unlabelled"}), patches / INDEX_FILE, layer=INDEX_LAYER)
    assert set(read_patch_set(str(patches)).index["label"]) == {9}


def answers_of(model: Model, patches: Path) -> list[int]:
    """Codes of the classes that a model answers."""
    patch_set = read_patch_set(str(patches))
    reader = PatchReader(patch_set, np.zeros(len(patch_set.index), np.int64), model.card.radiometry, torch.device("cpu"))
    with torch.inference_mode():
        (batch,) = reader.batches(np.arange(len(patch_set.index)), 1000)
        return [model.card.classes[int(one)].code for one in model.network(batch.inputs).argmax(dim=1)]


# pairs stay pairs

LEVELS = (Radiometry("gamma0", -60, 40, mean=0.5, std=0.25), Radiometry("rgb", 0, 255, mean=0.5, std=0.25))
STILL = {"gain_db": 0.0, "edge_share": 0.0, "shift_share": 0.0, "flips": False, "mixed_share": 1.0}


@pytest.mark.parametrize(
    "changes",
    [{"flips": True}, {"quarter_turns": True}, {"shift_share": 0.3}, {"zoom_share": 0.3}, {"mixup": 0.5}, {"cutmix": 1.0},
     {"flips": True, "quarter_turns": True, "shift_share": 0.2, "zoom_share": 0.2, "cutmix": 1.0, "mixup": 0.5}],
    ids="-".join,
)  # fmt: skip
def test_pairs_stay_pairs(toy_set: ToySet, changes: dict[str, Any]) -> None:
    patch_set = read_patch_set(str(toy_set("a", {"train": (6, 6)}, optical=True)))
    # a slope of its own along rows and columns, and a level of each patch: every move shows, and so does every partner
    row, column = np.mgrid[:32, :32]
    db = (-45 + 0.4 * row + 0.9 * column + 2 * np.arange(12)[:, None, None])[:, None].astype(np.float32)
    red = np.rint((db + 60) / 100 * 255).astype(np.uint8)
    patch_set = dataclasses.replace(patch_set, codes=db_to_codes(db, patch_set.settings), optical=np.repeat(red, 3, axis=1))
    labels, cpu = np.repeat([0, 1], 6), torch.device("cpu")
    reader = PatchReader(patch_set, labels, LEVELS[0], cpu, Companion(optical_side(patch_set), LEVELS[1]))
    rows = [np.arange(12)] * 3
    moved = list(reader.batches_of(rows, AugmentationOptions(**{**STILL, **changes}), 7))
    still = list(reader.batches_of(rows, AugmentationOptions(**{**STILL, "mixed_share": 0.0}), 7))
    for before, after in zip(still, moved, strict=True):
        differs = (after.inputs - before.inputs).abs().amax(dim=(1, 2, 3)) > 0.05
        assert differs.float().mean() > 0.3
        # two roundings to 255 levels on either side; a zoom's means of powers lie up to 0.02 dB above those of decibels
        torch.testing.assert_close(after.companions[:, :1], after.inputs, atol=1.6 / 255 / 0.25, rtol=0)


def test_what_the_radar_alone_undergoes_leaves_the_teachers_images_alone(toy_set: ToySet) -> None:
    patch_set = read_patch_set(str(toy_set("a", {"train": (6, 6)}, optical=True)))
    reader = PatchReader(patch_set, np.zeros(12, np.int64), LEVELS[0], torch.device("cpu"), Companion(optical_side(patch_set), LEVELS[1]))
    changed = AugmentationOptions(**{**STILL, "gain_db": 10.0, "edge_share": 1.0, "speckle_share": 1.0})
    (before,), (after,) = (list(reader.batches_of([np.arange(12)], one, 7)) for one in (AugmentationOptions(**STILL), changed))
    assert torch.equal(after.companions, before.companions)
    assert not torch.isclose(after.inputs, before.inputs).any(dim=0).all()


def test_a_radar_companion_is_zoomed_in_linear_power_like_the_students_patches(toy_set: ToySet) -> None:
    patch_set = read_patch_set(str(toy_set("a", {"train": (6, 6)})))
    reader = PatchReader(patch_set, np.zeros(12, np.int64), LEVELS[0], torch.device("cpu"), Companion(patch_set, LEVELS[0]))
    (batch,) = reader.batches_of([np.arange(12)], AugmentationOptions(**{**STILL, "zoom_share": 0.3}), 7)
    assert torch.equal(batch.companions, batch.inputs)


# what cannot be


def changed(model: Path, card: Callable[[ModelCard], ModelCard] = lambda card: card, bias: float = 0.0) -> Path:
    """The same model with another card, or with another weight."""
    loaded = load_model(str(model))
    loaded.network.head[0].bias.data[0] = bias
    save_model(model.with_name("changed.safetensors"), loaded.network, card(loaded.card))
    return model.with_name("changed.safetensors")


def refused(config: DistilConfig, kind: type[EchopatchError], line: str) -> None:
    """One line, and nothing left behind."""
    folder = Path(config.output).parent
    before = sorted(folder.rglob("*"))
    with pytest.raises(kind, match=line) as caught:
        distil(config, Silent())
    assert "\n" not in str(caught.value)
    assert sorted(folder.rglob("*")) == before


def test_a_teacher_of_another_legend_is_refused(pairs: Path, untaught: Path) -> None:
    others = LandClass(3, "Roads", "#111111"), LandClass(5, "Forest", "#222222")
    teacher = changed(untaught, lambda card: dataclasses.replace(card, classes=others))
    refused(config_for(pairs, teacher), LearningError, "has the classes 3 Roads, 5 Forest.*--legend-of")


def test_a_teacher_that_tells_nothing_apart_is_refused_without_labels(pairs: Path, untaught: Path) -> None:
    refused(config_for(pairs, changed(untaught, bias=1e6), labels="none"), LearningError, "takes all training patches for")


def test_the_figure_of_a_teacher_of_another_set_is_doubted(pairs: Path, untaught: Path, taught: Taught) -> None:
    for patches, teacher, told in ((pairs, untaught, True), (taught.patches, taught.teacher, False)):
        report = Listener(cancel_after=0)
        with pytest.raises(Cancelled):
            distil(config_for(patches, teacher, name="doubted"), report)
        assert ("distil-teacher-of-another-set" in report.warnings) == told


@pytest.mark.parametrize("loss", ["balanced-softmax", "logit-adjusted"])
def test_diversity_is_refused_beside_a_loss_that_takes_the_prior_out(loss: str) -> None:
    asked = {"teacher": "t.safetensors", "output": "s.safetensors", "patches": "a.patchset", "objective": LossOptions(loss=loss)}
    drawing = SamplingOptions(sampling="instance")
    with pytest.raises(ConfigError, match=f"--diversity-weight 0.1.*--loss {loss}"):
        DistilConfig(**asked, drawing=drawing, distillation=DistillationOptions(diversity_weight=0.1))
    DistilConfig(**asked, drawing=drawing)


def test_optical_images_have_no_window_of_decibels() -> None:
    with pytest.raises(ConfigError, match="--floor-db and --ceiling-db are of radar"):
        TrainConfig(output="t.safetensors", patches="a.patchset", modality="optical", floor_db=-20.0)


def test_a_teacher_of_other_patches_is_refused(pairs: Path, untaught: Path) -> None:
    refused(config_for(pairs, changed(untaught, lambda card: dataclasses.replace(card, patch_px=64))), ModelError, "patch size.*64 px")
    refused(config_for(pairs, changed(untaught, lambda card: dataclasses.replace(card, pixel_size_m=3.0))), ModelError, r"pixel size.*3 m")


def test_a_set_without_optical_images_is_refused(untaught: Path, toy_set: ToySet) -> None:
    refused(config_for(toy_set("blind", COUNTS), untaught), PatchSetError, "has no optical images")


def test_a_teacher_without_numbers_is_refused(pairs: Path, untaught: Path) -> None:
    refused(config_for(pairs, changed(untaught, bias=float("nan"))), ModelError, "head.0.bias holds values that are not numbers")
    huge = load_model(str(untaught))
    huge.network.head[0].weight.data.fill_(3e38)
    save_model(untaught, huge.network, huge.card)
    refused(config_for(pairs, untaught), LearningError, "no numbers")


def test_a_teacher_that_is_no_model_or_is_not_there_is_refused(pairs: Path) -> None:
    (pairs.parent / "notes.safetensors").write_text("not a model", encoding="utf-8")
    refused(config_for(pairs, pairs.parent / "notes.safetensors"), ModelError, "notes.safetensors")
    refused(config_for(pairs, pairs.parent / "missing.safetensors"), ModelError, "missing.safetensors does not exist")


def test_a_student_never_replaces_its_teacher(pairs: Path, untaught: Path) -> None:
    refused(config_for(pairs, untaught, name="teacher", overwrite=True), OutputError, "teacher.safetensors")
    assert read_card(str(untaught)).modality == "optical"


def test_an_output_that_exists_is_refused_before_the_teacher_is_asked(pairs: Path, untaught: Path) -> None:
    pairs.with_name("student.safetensors").touch()
    refused(config_for(pairs, changed(untaught, bias=float("nan"))), OutputError, "exists")


def test_an_optical_model_maps_no_scene(pairs: Path, untaught: Path, write_raster: Callable[..., str]) -> None:
    asked = {"scene": write_raster(np.ones((64, 64))), "model": str(untaught), "device": "cpu"}
    with pytest.raises(ModelError, match="looks at optical images and cannot map a radar scene"):
        classify(ClassifyConfig(output=str(pairs.with_name("map.gpkg")), **asked), Silent())
    with pytest.raises(ModelError, match="looks at optical images and cannot map a radar scene"):
        embed(EmbedConfig(output=str(pairs.with_name("seen.features")), **asked), Silent())


@pytest.mark.parametrize(
    ("changes", "line"),
    [({"head_only": True}, "--head-only works on radar"), ({"augmentation": AugmentationOptions(speckle_share=0.3)}, "speckle-share 0.3")],
)
def test_what_only_radar_knows_is_refused_of_a_teacher(changes: dict[str, Any], line: str) -> None:
    with pytest.raises(ConfigError, match=line):
        TrainConfig(patches="p", output="o", modality="optical", **changes)


def test_a_run_reads_its_patches_its_start_and_its_teacher() -> None:
    def read(start: str) -> tuple[str, ...]:
        return DistilConfig(patches="p", output="o", teacher="t", start=start).files_read()

    assert isinstance(DistilConfig(patches="p", output="o", teacher="t"), LearningConfig)
    assert read("auto") == read("random") == ("p", "t")
    assert read("m.safetensors") == ("p", "m.safetensors", "t")
