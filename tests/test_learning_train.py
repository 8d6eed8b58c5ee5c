"""The command train, from patch set to model file."""

import csv
import dataclasses
import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.assessment import EvaluateConfig
from echopatch.core.contract.commands.learning import RunOptions, TrainConfig, TransferOptions
from echopatch.core.contract.errors import Cancelled, ConfigError, EchopatchError, LearningError, OutputError
from echopatch.core.contract.model_card import read_card
from echopatch.core.contract.reporting import Silent
from echopatch.core.contract.training_run import FINISH_FILE, ask_to_finish
from echopatch.core.engine.learning import lesson
from echopatch.core.engine.learning.evaluate import evaluate
from echopatch.core.engine.learning.train import train, train_on
from echopatch.core.engine.network.model_file import load_model
from echopatch.core.engine.patches.patch_set import codes_to_db, read_patch_set

ToySet = Callable[..., Path]


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


class Listener(Silent):
    """Keeps what it hears, and cancels after so many epochs."""

    def __init__(self, cancel_after: int | None = None) -> None:
        self.rows: list[Mapping[str, float]] = []
        self.warnings: list[str] = []
        self.pictures: list[str] = []
        self._cancel_after = cancel_after

    def progress(self, done: int, total: int, code: str) -> None:
        if self._cancel_after is not None and len(self.rows) >= self._cancel_after:
            raise Cancelled

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        self.rows.append(values)

    def picture(self, name: str, path: str) -> None:
        self.pictures.append(path)

    def warning(self, code: str, **values: Any) -> None:
        self.warnings.append(code)


def config_for(patches: Path, output: Path, **changes: Any) -> TrainConfig:
    settings = {
        "epochs": 3, "batch_size": 4, "learning_rate": 1e-3, "precision": "fp32", "device": "cpu", "warmup_share": 0.0,
        "texture_expert": False, "run": RunOptions(ema_decay=0.0),
    }  # fmt: skip
    start = {} if "start" in changes else {"start": "random", "backbone": "resnet10"}
    return TrainConfig(patches=str(patches), output=str(output), **{**settings, **start, **changes})


def history(run: Path) -> list[dict[str, str]]:
    with (run / "history.csv").open(newline="", encoding="utf-8") as file:
        return [{name: value for name, value in row.items() if name != "seconds"} for row in csv.DictReader(file)]


def test_eight_patches_are_learned_without_an_error(toy_set: ToySet, tmp_path: Path) -> None:
    patches = toy_set("a", {"train": (4, 4), "validation": (2, 2), "test": (2, 2)})
    report = Listener()
    outputs = train(config_for(patches, tmp_path / "m.safetensors", epochs=10), report)
    assert outputs["accuracy"] == outputs["mean_recall"] == 1.0
    assert report.warnings == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.patchset", "m.run", "m.safetensors"]
    written = ["confusion.png", "curves.png", "history.csv", "metrics.json", "request.json"]
    assert sorted(path.name for path in (tmp_path / "m.run").iterdir()) == written
    live, *last = report.pictures[0], *report.pictures[-2:]
    assert live == str(tmp_path / "m.partial.run" / "curves.png")
    assert last == [str(tmp_path / "m.run" / name) for name in ("curves.png", "confusion.png")]
    assert len(report.rows) == len(history(tmp_path / "m.run")) == 10
    assert json.loads((tmp_path / "m.run" / "metrics.json").read_text())["confusion"] == [[2, 0], [0, 2]]


@pytest.fixture
def small(toy_set: ToySet) -> Path:
    return toy_set("a", {"train": (6, 3), "validation": (2, 2), "test": (2, 1)})


def weights_of(model: Path) -> dict[str, torch.Tensor]:
    return load_model(str(model)).network.state_dict()


def same_result(first: Path, second: Path) -> bool:
    """Weights, card but for the name, history and figures, bit for bit."""
    ours, theirs = weights_of(first), weights_of(second)
    cards = [dataclasses.replace(read_card(str(one)), name="") for one in (first, second)]
    runs = [one.with_suffix(".run") for one in (first, second)]
    same_weights = all(torch.equal(ours[name], theirs[name]) for name in ours)
    return same_weights and cards[0] == cards[1] and history(runs[0]) == history(runs[1])


def test_equal_seeds_give_equal_models_and_others_do_not(small: Path, tmp_path: Path) -> None:
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        train(config_for(small, tmp_path / f"{name}.safetensors", seed=seed), Silent())
    assert same_result(tmp_path / "a.safetensors", tmp_path / "b.safetensors")
    assert not torch.equal(weights_of(tmp_path / "a.safetensors")["head.0.weight"], weights_of(tmp_path / "c.safetensors")["head.0.weight"])


def test_training_leaves_the_callers_random_numbers_alone(small: Path, tmp_path: Path) -> None:
    torch.manual_seed(0)
    wanted = torch.rand(3)
    torch.manual_seed(0)
    train(config_for(small, tmp_path / "a.safetensors", epochs=1), Silent())
    assert torch.equal(torch.rand(3), wanted)


@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_cancelled_run_goes_on_to_the_same_end(small: Path, tmp_path: Path, after: int) -> None:
    train(config_for(small, tmp_path / "whole.safetensors"), Silent())
    broken = config_for(small, tmp_path / "broken.safetensors")
    with pytest.raises(Cancelled):
        train(broken, Listener(cancel_after=after))
    assert not (tmp_path / "broken.safetensors").exists()
    assert len(history(tmp_path / "broken.partial.run")) == after
    report = Listener()
    train(broken, report)
    assert report.warnings == ["training-resumed"]
    assert len(report.rows) == 3 - after
    assert same_result(tmp_path / "whole.safetensors", tmp_path / "broken.safetensors")
    assert not list(tmp_path.glob("*.partial*"))


def test_a_run_asked_to_finish_leaves_a_whole_model_and_no_wish(small: Path, tmp_path: Path) -> None:
    config = config_for(small, tmp_path / "a.safetensors", epochs=50)

    class Asking(Silent):
        def metric(self, step: int, values: Mapping[str, float]) -> None:
            assert ask_to_finish(config.output)

    train(config, Asking())
    assert read_card(config.output).training["epochs"] == 1
    assert not (tmp_path / "a.run" / FINISH_FILE).exists()
    assert not ask_to_finish(config.output)


def test_a_run_cancelled_before_its_first_epoch_begins_anew(small: Path, tmp_path: Path) -> None:
    config = config_for(small, tmp_path / "a.safetensors", epochs=1)
    with pytest.raises(Cancelled):
        train(config, Listener(cancel_after=0))
    train(dataclasses.replace(config, seed=3), Silent())
    assert read_card(config.output).training["seed"] == 3


def test_the_work_of_another_request_is_not_continued(small: Path, tmp_path: Path) -> None:
    config = config_for(small, tmp_path / "a.safetensors")
    with pytest.raises(Cancelled):
        train(config, Listener(cancel_after=1))
    with pytest.raises(OutputError, match=r"then epochs 3, seed 0, now epochs 5, seed 1") as caught:
        train(dataclasses.replace(config, epochs=5, seed=1), Silent())
    assert caught.value.code == "partial-of-another-request"


def test_the_work_on_changed_patches_is_not_continued(toy_set: ToySet, tmp_path: Path) -> None:
    config = config_for(toy_set("a", {"train": (2, 2)}), tmp_path / "a.safetensors")
    with pytest.raises(Cancelled):
        train(config, Listener(cancel_after=1))
    shutil.rmtree(tmp_path / "a.patchset")
    toy_set("a", {"train": (3, 2)})
    with pytest.raises(OutputError, match="patch_set_sha256"):
        train(config, Silent())


def test_a_broken_state_is_named(small: Path, tmp_path: Path) -> None:
    config = config_for(small, tmp_path / "a.safetensors")
    with pytest.raises(Cancelled):
        train(config, Listener(cancel_after=1))
    state = tmp_path / "a.partial.run" / "state.pt"
    state.write_bytes(state.read_bytes()[:1000])
    with pytest.raises(LearningError, match=r"a\.partial\.run"):
        train(config, Silent())


def test_the_card_tells_what_the_model_is_and_what_it_saw(small: Path, tmp_path: Path) -> None:
    config = config_for(small, tmp_path / "name.safetensors", licence="CC0-1.0", provenance="toy speckle", epochs=1)
    train(config, Silent())
    card = read_card(config.output)
    patch_set = read_patch_set(str(small))
    assert (card.name, card.backbone, card.head, card.channels) == ("name", "resnet10", (), ("HH",))
    assert (card.patch_px, card.pixel_size_m, card.licence, card.provenance) == (32, 1.25, "CC0-1.0", "toy speckle")
    assert card.training["patch_set_sha256"] == patch_set.sha256
    assert card.training["config"]["patches"] == "a.patchset"  # the user's folders stay the user's
    assert card.training["parent_sha256"] is None
    assert card.training["precision"] == "fp32"
    assert set(card.training["versions"]) == {"echopatch", "torch", "torchvision", "python"}
    assert (card.radiometry.quantity, card.radiometry.floor_db, card.radiometry.ceiling_db) == ("gamma0", -30.0, 10.0)
    rows = patch_set.index["split"].to_numpy() == "train"
    db = codes_to_db(torch.from_numpy(patch_set.codes[rows]), patch_set.settings).numpy()
    scaled = (np.clip(db, -30, 10) + 30) / 40
    assert card.radiometry.mean == pytest.approx(scaled.mean(), abs=1e-3)
    assert card.radiometry.std == pytest.approx(scaled.std(), abs=1e-3)
    assert sum(card.histogram) == pytest.approx(1)


def test_a_start_from_a_model_is_recorded(small: Path, tmp_path: Path) -> None:
    train(config_for(small, tmp_path / "parent.safetensors", epochs=1), Silent())
    train(config_for(small, tmp_path / "child.safetensors", epochs=1, start=str(tmp_path / "parent.safetensors")), Silent())
    training = read_card(str(tmp_path / "child.safetensors")).training
    assert training["parent_sha256"] == hashlib.sha256((tmp_path / "parent.safetensors").read_bytes()).hexdigest()
    assert training["config"]["start"] == "parent.safetensors"


def test_bfloat16_trains_too_and_half_a_file_holds_the_figures_of_its_card(small: Path, tmp_path: Path) -> None:
    config = config_for(small, tmp_path / "a.safetensors", precision="bf16", half_file=True, epochs=4)
    train(config, Silent())
    assert read_card(config.output).training["precision"] == "bf16"
    assert Path(config.output).stat().st_size < 10.5e6
    evaluate(EvaluateConfig(config.output, str(small), str(tmp_path / "report")), Silent())
    measured = json.loads((tmp_path / "report" / "metrics.json").read_text())
    for name, value in read_card(config.output).metrics.items():
        assert measured[name] == pytest.approx(value, abs=1e-5) if isinstance(value, float) else measured[name] == value


def test_the_faster_precision_is_chosen_where_it_is_left_to_the_machine(small: Path, tmp_path: Path) -> None:
    config = config_for(small, tmp_path / "a.safetensors", precision="auto", epochs=1)
    train(config, Silent())
    assert read_card(config.output).training["precision"] in ("fp32", "bf16")


def test_chips_without_calibration_get_a_window_of_their_own(toy_set: ToySet, tmp_path: Path) -> None:
    # toy patches lie about -15 and -5 dB; as digital numbers they are coded from 0 dB upwards
    patches = toy_set(
        "chips", {"train": (4, 4), "validation": (1, 1)}, quantity="dn", pixel_size_m=None, level_db=60.0, ceiling_db=100.0, floor_db=0.0
    )
    config = config_for(patches, tmp_path / "a.safetensors", epochs=1)
    report = Listener()
    train(config, report)
    radiometry = read_card(config.output).radiometry
    # exponential speckle: half a percent of its power lies below -23 dB and above 7.2 dB of its mean, here of each class's half
    assert radiometry.floor_db == pytest.approx(45 - 20, abs=2)
    assert radiometry.ceiling_db == pytest.approx(55 + 6.6, abs=1)
    assert report.warnings == ["training-no-test"]


@pytest.mark.parametrize(
    ("counts", "code", "words"),
    [
        ({"train": (1, 0)}, "training-too-few", "1 training patch"),
        ({"train": (4, 0), "test": (1, 1)}, "training-one-class", "Settlements"),
    ],
)
def test_splits_that_cannot_be_learned_from_are_refused(
    toy_set: ToySet, tmp_path: Path, counts: dict[str, tuple[int, int]], code: str, words: str
) -> None:
    with pytest.raises(LearningError, match=words) as caught:
        train(config_for(toy_set("a", counts), tmp_path / "m.safetensors"), Silent())
    assert caught.value.code == code
    assert not list(tmp_path.glob("m.*"))


def test_gaps_in_the_splits_are_warned_of(toy_set: ToySet, tmp_path: Path) -> None:
    report = Listener()
    patches = toy_set("a", {"train": (2, 2, 0), "validation": (1, 0, 1)})
    train(config_for(patches, tmp_path / "m.safetensors", epochs=1), report)
    assert report.warnings == ["training-class-empty", "training-validation-lacks", "training-no-test"]


def test_without_validation_the_last_epoch_is_kept_and_the_user_told(toy_set: ToySet, tmp_path: Path) -> None:
    report = Listener()
    outputs = train(config_for(toy_set("a", {"train": (2, 2)}), tmp_path / "m.safetensors"), report)
    assert report.warnings == ["training-no-validation", "training-no-test"]
    assert outputs["best_epoch"] == 3
    card = read_card(str(tmp_path / "m.safetensors"))
    assert (card.temperature, card.metrics) == (1.0, {})


def test_a_loss_that_is_no_number_stops_the_run_with_the_rate_named(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lesson, "training_loss", lambda *_: lambda network, batch: {"labels": network(batch.inputs).sum() * float("nan")})
    with pytest.raises(LearningError, match=r"epoch 1.*below 0.5") as caught:
        train(config_for(small, tmp_path / "m.safetensors", learning_rate=0.5), Silent())
    assert caught.value.code == "training-diverged"
    assert not list(tmp_path.glob("m.*"))  # the same run would end there again


def test_a_gpu_without_enough_memory_is_named(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(network: object, batch: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(lesson, "training_loss", lambda *_: full)
    with pytest.raises(LearningError, match=r"batches of 4 patches in 1 part.*--batch-parts"):
        train(config_for(small, tmp_path / "m.safetensors"), Silent())


def test_one_patch_of_each_class_and_a_batch_larger_than_the_set_do(toy_set: ToySet, tmp_path: Path) -> None:
    report = Listener()
    patches = toy_set("a", {"train": (1, 1), "validation": (1, 1), "test": (1, 1)})
    outputs = train(config_for(patches, tmp_path / "m.safetensors", batch_size=64, epochs=2), report)
    assert report.warnings == ["training-class-of-one"]
    assert outputs["best_epoch"] in (1, 2)


@pytest.fixture
def parent(small: Path, tmp_path: Path) -> str:
    train(config_for(small, tmp_path / "parent.safetensors", epochs=2), Silent())
    return str(tmp_path / "parent.safetensors")


def test_a_child_is_set_beside_its_parent_on_the_same_test_patches(small: Path, tmp_path: Path, parent: str) -> None:
    outputs = train(config_for(small, tmp_path / "child.safetensors", epochs=1, learning_rate=1e-6, start=parent), Silent())
    card, theirs = read_card(str(tmp_path / "child.safetensors")), read_card(parent)
    assert card.backbone == "resnet10"  # that of the start
    assert card.gate["parent_sha256"] == hashlib.sha256(Path(parent).read_bytes()).hexdigest()
    assert card.gate["figures"]["parent"]["mean_recall"] == theirs.metrics["mean_recall"] == outputs["parent_mean_recall"]
    assert card.gate["figures"]["parent"]["loss"] == pytest.approx(theirs.metrics["loss"], rel=1e-5)
    assert card.gate["figures"]["child"]["mean_recall"] == card.metrics["mean_recall"]
    assert outputs["verdict"] == card.gate["verdict"]
    assert json.loads((tmp_path / "child.run" / "comparison.json").read_text(encoding="utf-8")) == card.gate
    assert (tmp_path / "child.run" / "comparison.txt").is_file()


def test_a_child_that_forgot_is_marked_in_its_card(toy_set: ToySet, small: Path, tmp_path: Path, parent: str) -> None:
    # what the parent knows is unlearned from patches whose labels are the wrong way round
    lying = toy_set("lie", {"train": (6, 6), "test": (12, 12)})
    swapped = read_patch_set(str(lying))
    index = swapped.index.assign(label=swapped.index["label"].where(swapped.index["split"] == "test", 3 - swapped.index["label"]))
    report = Listener()
    train_on(dataclasses.replace(swapped, index=index), config_for(lying, tmp_path / "child.safetensors", epochs=6, start=parent), report)
    card = read_card(str(tmp_path / "child.safetensors"))
    assert card.gate["figures"]["parent"]["mean_recall"] > card.gate["figures"]["child"]["mean_recall"]
    assert (card.gate["worse"], card.gate["verdict"]) == (True, "worse")
    assert "training-child-worse" in report.warnings


def test_chips_start_from_a_calibrated_model_on_the_users_word_alone(toy_set: ToySet, tmp_path: Path, parent: str) -> None:
    known = {"quantity": "dn", "pixel_size_m": None, "level_db": 60.0, "ceiling_db": 100.0, "floor_db": 0.0}
    chips = toy_set("chips", {"train": (2, 2), "validation": (1, 1), "test": (1, 1)}, **known)
    config = config_for(chips, tmp_path / "m.safetensors", epochs=1, start=parent)
    with pytest.raises(LearningError, match="--allow-other-quantity"):
        train(config, Silent())
    assert not list(tmp_path.glob("m.*"))
    report = Listener()
    train(dataclasses.replace(config, transfer=TransferOptions(allow_other_quantity=True)), report)
    assert report.warnings == ["start-differs"]
    card = read_card(config.output)
    assert card.radiometry.quantity == "dn"
    assert card.gate == {}  # the parent cannot be asked about digital numbers


def test_a_rate_is_kept_where_no_rate_of_the_trial_helps(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lesson, "training_loss", lambda *_: lambda network, batch: {"labels": network(batch.inputs).sum() * 0 + 1})
    report = Listener()
    train(config_for(small, tmp_path / "m.safetensors", epochs=1, learning_rate=3e-4, run=RunOptions(find_rate=True)), report)
    assert report.warnings == ["training-rate-not-found"]
    assert read_card(str(tmp_path / "m.safetensors")).training["learning_rate"] == 3e-4


@pytest.mark.parametrize("changes", [{"transfer": TransferOptions(probe_epochs=1)}, {"transfer": TransferOptions(freeze="body")}])
def test_what_builds_on_a_start_is_refused_without_one(small: Path, tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(ConfigError, match="--start"):
        config_for(small, tmp_path / "m.safetensors", **changes)


def test_the_equal_run_needs_no_clock(small: Path, tmp_path: Path) -> None:
    before = torch.are_deterministic_algorithms_enabled()
    train(config_for(small, tmp_path / "m.safetensors", epochs=1, precision="auto", run=RunOptions(deterministic=True)), Silent())
    assert read_card(str(tmp_path / "m.safetensors")).training["precision"] == "fp32"
    assert torch.are_deterministic_algorithms_enabled() is before


def test_a_changed_start_is_another_request(small: Path, tmp_path: Path) -> None:
    parent = tmp_path / "parent.safetensors"
    train(config_for(small, parent, epochs=1), Silent())
    config = config_for(small, tmp_path / "child.safetensors", start=str(parent))
    with pytest.raises(Cancelled):
        train(config, Listener(cancel_after=1))
    train(config_for(small, parent, epochs=1, seed=9, overwrite=True), Silent())
    with pytest.raises(OutputError, match="parent_sha256"):
        train(config, Silent())


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"floor_db": 5.0, "ceiling_db": 5.0}, "training-window-order"),
        ({"start": "missing.safetensors"}, "model-missing"),
        ({"device": "cuda:99"}, "device-missing"),
        ({"patches": "missing.patchset"}, "patches-missing"),
    ],
)
def test_a_request_that_cannot_be_met_leaves_no_model(small: Path, tmp_path: Path, changes: dict[str, Any], code: str) -> None:
    config = config_for(small, tmp_path / "m.safetensors")
    with pytest.raises(EchopatchError) as caught:
        train(dataclasses.replace(config, **changes), Silent())
    assert caught.value.code == code
    assert not list(tmp_path.glob("m.*"))


def test_a_window_that_clips_much_is_warned_of(small: Path, tmp_path: Path) -> None:
    report = Listener()
    train(config_for(small, tmp_path / "m.safetensors", floor_db=-6.0, ceiling_db=-4.0, epochs=1), report)
    assert report.warnings == ["training-window-clips"]


def test_existing_outputs_are_kept_unless_told_otherwise(small: Path, tmp_path: Path) -> None:
    config = config_for(small, tmp_path / "m.safetensors", epochs=1)
    train(config, Silent())
    with pytest.raises(OutputError, match="--overwrite"):
        train(config, Silent())
    train(dataclasses.replace(config, overwrite=True, seed=2), Silent())
    assert read_card(config.output).training["seed"] == 2
    (tmp_path / "m.safetensors").unlink()
    shutil.rmtree(tmp_path / "m.run")
    (tmp_path / "m.run").mkdir()
    (tmp_path / "m.run" / "thesis.doc").write_text("precious")
    with pytest.raises(OutputError, match="no run folder"):
        train(dataclasses.replace(config, overwrite=True), Silent())
    assert (tmp_path / "m.run" / "thesis.doc").exists()
