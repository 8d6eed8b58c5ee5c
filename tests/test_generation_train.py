"""gan train: ends the same whatever stops it, loses nothing, and says what is wrong."""

import dataclasses
import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.generation import GanTrainConfig, GeneratorOptions
from echopatch.core.contract.errors import Cancelled, ConfigError, EchopatchError, LearningError, OutputError
from echopatch.core.contract.generator_card import read_generator_card
from echopatch.core.contract.generator_size import check_histograms
from echopatch.core.contract.reporting import Silent
from echopatch.core.contract.settings import command_arguments
from echopatch.core.engine.generation import fit, gan_train
from echopatch.core.engine.generation.adversaries import Adversaries, Draw, Rules, StepFigures
from echopatch.core.engine.generation.fit import GanLesson
from echopatch.core.engine.generation.generator_file import load_generator
from echopatch.core.engine.generation.lesson import check_sizes, taught_classes
from echopatch.core.engine.generation.losses import distance_of
from echopatch.core.engine.output import claimed
from echopatch.core.engine.patches.contents import content_hash
from echopatch.core.engine.patches.patch_set import optical_side, read_patch_set

STEPS = 6
KILLED = """
import os, signal, sys, torch
from echopatch.core.contract.commands import COMMANDS
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.command_line import parse
from echopatch.core.engine.generation import fit, gan_train

class Killer(Silent):
    def progress(self, done, total, code):
        if f"{code} {done}" == "progress-gan 2":
            gan_train._SECONDS_BETWEEN_SAVES = 1000  # after the save of the next step
        if f"{code} {done}" == "progress-gan 5":
            os.kill(os.getpid(), signal.SIGKILL)

torch.set_num_threads(1)
fit.CHECK_STEPS = fit.ROW_STEPS = 2
gan_train._SECONDS_BETWEEN_SAVES = 0
gan_train.gan_train(parse("gan train", COMMANDS["gan train"], sys.argv[1:]), Killer())
"""


class Listener(Silent):
    """Notes warnings; stops a run before a step."""

    def __init__(self, stop_before: int | None = None) -> None:
        self.stop_before = stop_before
        self.warned: list[tuple[str, dict[str, Any]]] = []

    def progress(self, done: int, total: int, code: str) -> None:
        if code == "progress-gan" and done == self.stop_before:
            raise Cancelled

    def warning(self, code: str, **values: Any) -> None:
        self.warned.append((code, values))

    def told(self, code: str) -> list[dict[str, Any]]:
        return [values for one, values in self.warned if one == code]


@pytest.fixture(autouse=True)
def _quick_checks(monkeypatch) -> Iterator[None]:
    """Checks and rows every second step, saves after each one, one thread, no pictures but where they are what is tested."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    monkeypatch.setattr(fit, "CHECK_STEPS", 2)
    monkeypatch.setattr(fit, "ROW_STEPS", 2)
    monkeypatch.setattr(gan_train, "_SECONDS_BETWEEN_SAVES", 0.0)
    monkeypatch.setattr(gan_train, "write_preview", lambda *_: None)
    monkeypatch.setattr(gan_train, "draw_curves", lambda *_: None)
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def request_of(toy_set: Callable[..., Path], tmp_path: Path) -> Callable[..., GanTrainConfig]:
    """Requests of one tiny set; each output lies in a folder of its own, so that equal runs give equal files."""
    patches = str(toy_set("a", {"train": (4, 3), "validation": (1, 1)}, patch_px=16))

    def request(folder: str, classes: tuple[str, ...] = (), **options: Any) -> GanTrainConfig:
        (tmp_path / folder).mkdir(exist_ok=True)
        tiny = {
            "width": 4,
            "code_length": 4,
            "steps": STEPS,
            "batch_size": 2,
            "learning_rate": 1e-3,
            "least_rate": 1e-6,
            "ema_decay": 0.9,
            **options,
        }
        output = str(tmp_path / folder / "made.safetensors")
        generator = GeneratorOptions(**tiny)
        return GanTrainConfig(patches=patches, output=output, classes=classes, generator=generator, precision="fp32", device="cpu")

    return request


def assert_same_result(first: GanTrainConfig, second: GanTrainConfig) -> None:
    """Generator file and history, byte by byte, and nothing left of a broken run."""
    files = [Path(one.output) for one in (first, second)]
    assert files[0].read_bytes() == files[1].read_bytes()
    histories = [(one.with_suffix(".run") / "history.csv").read_text(encoding="utf-8") for one in files]
    assert histories[0] == histories[1]
    assert len(histories[0].splitlines()) == 1 + STEPS // 2
    for one in files:
        assert {file.name for file in one.parent.iterdir()} == {"made.safetensors", "made.run"}


def state_of(config: GanTrainConfig) -> dict[str, Any]:
    return torch.load(Path(config.output).with_suffix(".partial.run") / "state.pt", weights_only=True)


def test_a_run_stopped_before_every_step_ends_as_the_straight_one(request_of) -> None:
    straight, broken = request_of("straight"), request_of("broken")
    gan_train.gan_train(straight, Silent())
    for step in range(STEPS):
        with pytest.raises(Cancelled):
            gan_train.gan_train(broken, Listener(stop_before=step))
        assert state_of(broken)["state"]["step"] == step
        assert not Path(broken.output).exists()
    listener = Listener()
    gan_train.gan_train(broken, listener)
    assert [one["step"] for one in listener.told("gan-resumed")] == [STEPS - 1]
    assert_same_result(straight, broken)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_run_killed_outright_ends_as_the_straight_one(request_of) -> None:
    straight, broken = request_of("straight"), request_of("broken")
    gan_train.gan_train(straight, Silent())
    run = subprocess.run([sys.executable, "-c", KILLED, *command_arguments(broken)], check=False, capture_output=True)
    assert run.returncode == -signal.SIGKILL, run.stderr.decode()
    assert state_of(broken)["state"]["step"] == 3
    gan_train.gan_train(broken, Silent())
    assert_same_result(straight, broken)


def test_a_cancelled_run_stops_before_its_next_step_and_keeps_the_last_one(request_of, monkeypatch) -> None:
    asked, done = [], []
    step = Adversaries.step

    def counted(self: Adversaries, draw: Draw, rules: Rules) -> StepFigures:
        done.append(len(done))
        if len(done) == 3:
            asked.append(True)  # while the third step computes
        return step(self, draw, rules)

    class Impatient(Silent):
        def progress(self, done: int, total: int, code: str) -> None:
            if asked:
                raise Cancelled

    monkeypatch.setattr(Adversaries, "step", counted)
    monkeypatch.setattr(gan_train, "_SECONDS_BETWEEN_SAVES", 1000.0)
    config = request_of("a")
    with pytest.raises(Cancelled):
        gan_train.gan_train(config, Impatient())
    assert len(done) == 3
    assert state_of(config)["state"]["step"] == 3


def test_a_full_disk_is_one_clear_line_and_the_run_can_go_on(request_of, monkeypatch) -> None:
    straight, broken = request_of("straight"), request_of("broken")
    gan_train.gan_train(straight, Silent())
    save, saves = torch.save, []

    def full(state: Any, path: Path) -> None:
        saves.append(path)
        if len(saves) == 4:
            path.write_bytes(b"a part")
            raise OSError(28, "No space left on device")
        save(state, path)

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(OutputError, match=r"^the disk of .* is full") as caught:
        gan_train.gan_train(broken, Silent())
    assert caught.value.code == "disk-full"
    assert state_of(broken)["state"]["step"] == 2
    gan_train.gan_train(broken, Silent())
    assert_same_result(straight, broken)


def spreads(monkeypatch, *made: float) -> None:
    """What is measured of diversity: 1 of real images, then these of made ones."""
    values = iter((1.0, *made))
    monkeypatch.setattr(fit, "spread", lambda *_: next(values))


def poison(monkeypatch, at: int, times: int) -> None:
    """Make the images of a step no numbers, as often as ``times`` says."""
    draw, left = GanLesson.draw, [times]

    def poisoned(self: GanLesson, step: int) -> Draw:
        drawn = draw(self, step)
        if step == at and left[0]:
            left[0] -= 1
            return drawn._replace(images=torch.full_like(drawn.images, torch.nan))
        return drawn

    monkeypatch.setattr(GanLesson, "draw", poisoned)


def test_a_run_that_loses_its_way_once_goes_back_to_the_last_check_with_half_the_rate(request_of, monkeypatch) -> None:
    config = request_of("a")
    poison(monkeypatch, at=3, times=1)
    spreads(monkeypatch, 0.5, 0.5, 0.5)
    listener = Listener()
    assert gan_train.gan_train(config, listener)["ended"] == "whole"
    assert listener.told("gan-diverged-once") == [{"step": 4, "kept": 2, "rate": "0.0005"}]
    history = np.genfromtxt(Path(config.output).with_suffix(".run") / "history.csv", delimiter=",", names=True)
    assert history["step"].tolist() == [2, 4, 6]
    assert history["learning_rate"].tolist() == [0.001, 0.0005, 0.0005]


@pytest.mark.parametrize("loss", ["histogram", "l1"])
def test_a_run_that_loses_its_way_again_and_again_ends_with_its_last_sound_state(request_of, monkeypatch, loss: str) -> None:
    config, straight = request_of("a", reconstruction=loss), request_of("straight", reconstruction=loss)
    gan_train.gan_train(straight, Silent())
    listener = Listener(stop_before=3)
    with pytest.raises(Cancelled):
        gan_train.gan_train(config, listener)
    with monkeypatch.context() as patched:
        poison(patched, at=3, times=1000)
        patched.setattr(gan_train, "_SECONDS_BETWEEN_SAVES", 1000.0)
        listener = Listener()
        with pytest.raises(LearningError) as caught:
            gan_train.gan_train(config, listener)
    assert str(caught.value) == "the loss became no finite number 4 times, last in step 4: use a --learning-rate below 6.25e-05"
    assert [one["rate"] for one in listener.told("gan-diverged-once")] == ["0.0005", "0.00025", "0.000125"]
    assert state_of(config)["state"]["step"] == 3
    gan_train.gan_train(config, Silent())
    assert_same_result(straight, config)


def test_a_run_stopped_between_its_last_check_and_the_loss_of_its_way_goes_back_as_the_straight_one(request_of, monkeypatch) -> None:
    straight, broken = request_of("straight"), request_of("broken")
    for config, stops in ((straight, ()), (broken, (3,))):
        for step in stops:
            with pytest.raises(Cancelled):
                gan_train.gan_train(config, Listener(stop_before=step))
        with monkeypatch.context() as patched:
            poison(patched, at=3, times=1)
            gan_train.gan_train(config, Silent())
    assert_same_result(straight, broken)


def test_three_bad_checks_end_a_run_with_the_weights_of_its_last_sound_one(request_of, monkeypatch) -> None:
    config, short, listener = request_of("a", steps=40), request_of("short", steps=2), Listener()
    spreads(monkeypatch, 0.5, 0.1, 0.1, 0.1)
    outputs = gan_train.gan_train(config, listener)
    assert (outputs["ended"], outputs["steps"]) == ("collapsed", 8)
    assert listener.told("gan-collapsed") == [{"step": 8, "diversity": "0.10", "kept": 2}]
    assert read_generator_card(config.output).training["kept_step"] == 2
    spreads(monkeypatch, 0.5)
    gan_train.gan_train(short, Silent())
    ours, theirs = (load_generator(one.output).network.state_dict() for one in (config, short))
    assert all(torch.equal(weight, theirs[name]) for name, weight in ours.items())


def test_a_single_bad_check_ends_nothing(request_of, monkeypatch) -> None:
    spreads(monkeypatch, 0.5, 0.1, 0.1, 0.5, 0.1, 0.1)
    config = request_of("a", steps=12)
    assert gan_train.gan_train(config, Silent())["ended"] == "whole"
    assert read_generator_card(config.output).training["kept_step"] == 8


def test_a_generator_whose_patches_never_differed_says_so(request_of, monkeypatch) -> None:
    listener = Listener()
    spreads(monkeypatch, 0.2, 0.2, 0.2)
    assert gan_train.gan_train(request_of("a"), listener)["ended"] == "collapsed"
    assert listener.told("gan-collapsed-at-once") == [{"step": 6, "diversity": "0.20"}]


def test_a_run_of_another_request_is_not_gone_on_with(request_of) -> None:
    config = request_of("a")
    with pytest.raises(Cancelled):
        gan_train.gan_train(config, Listener(stop_before=1))
    with pytest.raises(OutputError) as caught:
        gan_train.gan_train(dataclasses.replace(config, seed=1), Silent())
    assert caught.value.code == "partial-of-another-request"
    assert (caught.value.values["theirs"], caught.value.values["ours"]) == ("seed 0", "seed 1")


def test_how_often_previews_are_drawn_is_no_other_request(request_of) -> None:
    config = request_of("a")
    with pytest.raises(Cancelled):
        gan_train.gan_train(config, Listener(stop_before=1))
    gan_train.gan_train(dataclasses.replace(config, preview_every_s=7), Silent())


def test_an_output_that_another_run_writes_is_refused(request_of) -> None:
    config = request_of("a")
    with claimed(Path(config.output)), pytest.raises(OutputError) as caught:
        gan_train.gan_train(config, Silent())
    assert caught.value.code == "output-in-use"


def test_the_card_says_what_the_generator_learned_from(request_of) -> None:
    config = request_of("a")
    gan_train.gan_train(config, Silent())
    card, patch_set = read_generator_card(config.output), read_patch_set(config.patches)
    assert [one.name for one in card.classes] == [one.name for one in patch_set.settings.classes]
    assert (card.size_px, card.patch_px, card.scenario, card.floor_db, card.ceiling_db) == (16, 16, "full", -30, 10)
    assert list(card.training["patches_by_class"].values()) == [4, 3]
    rows = np.flatnonzero(patch_set.index["split"] == "train")
    assert card.training["learned_from"] == [content_hash(patch_set.codes[row]) for row in rows]
    assert card.training["patch_set_sha256"] == patch_set.sha256
    assert card.training["steps"] == STEPS


def test_previews_and_curves_are_drawn(request_of, monkeypatch) -> None:
    monkeypatch.undo()
    config = request_of("a")
    gan_train.gan_train(config, Silent())
    run = Path(config.output).with_suffix(".run")
    assert {one.name for one in run.iterdir()} == {"request.json", "history.csv", "preview.png", "curves.png"}


def test_only_real_training_patches_are_learned_from(toy_set) -> None:
    patch_set = read_patch_set(str(toy_set("a", {"train": (5, 2), "validation": (3, 3), "test": (2, 2)}, patch_px=16)))
    patch_set.index.loc[[0, 1], "source"] = "synthetic"
    listener = Listener()
    taught = taught_classes(patch_set, (), listener)
    assert [rows.tolist() for rows in taught.rows] == [[2, 3, 4], [5, 6]]
    assert taught.all_rows.tolist() == [2, 3, 4, 5, 6]
    assert [one["patches"] for one in listener.told("gan-few")] == [3, 2]


def test_a_generator_in_memory_is_that_of_the_command(request_of) -> None:
    config = request_of("a")
    gan_train.gan_train(config, Silent())
    written = load_generator(config.output)
    made = gan_train.learn_generator(read_patch_set(config.patches), config, Silent())
    assert made.card == written.card
    weights = written.network.state_dict()
    assert all(torch.equal(weight, weights[name]) for name, weight in made.network.state_dict().items())


@pytest.mark.parametrize(
    ("options", "classes", "counts", "said"),
    [
        (
            {}, ("Bare ground",), (3, 1), "has no class 'Bare ground': its classes are Settlements, Industrial areas",
        ),
        (
            {}, (), (3, 1),
            "has 1 training patch(es) of Industrial areas, a generator needs at least 2: label more, or choose other classes",
        ),
        (
            {"scenario": "crop"}, (), (2, 2),
            "make patches of 34 px: their side must halve down to 8..15 px; cut patches of 64, 80, 96, 128 or 160 px",
        ),
    ],
)  # fmt: skip
def test_what_a_generator_cannot_learn_is_one_clear_line(toy_set, tmp_path: Path, options, classes, counts, said: str) -> None:  # noqa: PLR0917
    patches = str(toy_set("b", {"train": counts}, patch_px=34 if options else 16))
    config = GanTrainConfig(patches=patches, output=str(tmp_path / "b.safetensors"), classes=classes, generator=GeneratorOptions(**options))
    with pytest.raises(LearningError) as caught:
        gan_train.gan_train(config, Silent())
    assert str(caught.value).endswith(said)
    assert [one.name for one in tmp_path.iterdir()] == ["b.patchset"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            {"histogram_cells": 3, "histogram_scales": 1},
            "images of 16 px cannot be parted into 3 x 3 cells: choose --histogram-cells among 1, 2, 4, 8, 16",
        ),
        ({"histogram_scales": 6}, "images of 16 px cannot be compared at 6 scales: choose --histogram-scales up to 5"),
    ],
)
def test_cells_and_scales_that_an_image_does_not_have_are_named_with_those_that_it_has(toy_set, options: dict[str, int], said: str) -> None:
    patch_set = read_patch_set(str(toy_set("a", {"train": (2,)}, patch_px=16)))
    with pytest.raises(ConfigError) as caught:
        check_sizes(patch_set, GeneratorOptions(**options))
    assert str(caught.value) == said
    check_sizes(patch_set, GeneratorOptions(**options, reconstruction="l1"))


@pytest.mark.parametrize("size_px", [8, 12, 20, 40, 56, 80])
def test_whatever_cells_and_scales_are_accepted_can_be_computed(size_px: int) -> None:
    image = torch.zeros(1, 1, size_px, size_px)
    accepted = 0
    for scales, cells in itertools.product(range(1, 7), range(1, 11)):
        with suppress(ConfigError):
            check_histograms(size_px, scales, cells)
            distance_of(GeneratorOptions(histogram_scales=scales, histogram_cells=cells))(image, image)
            accepted += 1
    assert accepted > 3


def test_synthetic_patches_are_not_learned_from(toy_set) -> None:
    real = read_patch_set(str(toy_set("a", {"train": (4, 4)})))
    with pytest.raises(LearningError, match="holds synthetic patches alone: a generator learns from real ones"):
        taught_classes(dataclasses.replace(real, index=real.index.assign(source="synthetic")), (), Silent())


def test_optical_images_are_refused(toy_set) -> None:
    patch_set = optical_side(read_patch_set(str(toy_set("a", {"train": (2,)}, patch_px=16, optical=True))))
    with pytest.raises(EchopatchError, match=r"a\.patchset holds rgb: a generator learns from radar patches"):
        check_sizes(patch_set, GeneratorOptions())


def test_a_least_rate_above_the_rate_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"the least learning rate 0\.01 lies above the learning rate 0\.001"):
        GeneratorOptions(learning_rate=0.001, least_rate=0.01)
