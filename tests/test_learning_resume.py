"""A run that is killed outright, again and again, and taken up each time, ends as the straight run does, bit for bit."""

import csv
import dataclasses
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from echopatch.core.contract.commands.learning import RunOptions, TrainConfig, TransferOptions
from echopatch.core.contract.commands.training_options import AugmentationOptions, LossOptions, SamplingOptions
from echopatch.core.contract.model_card import read_card
from echopatch.core.contract.reporting import Silent
from echopatch.core.contract.settings import command_arguments
from echopatch.core.engine.learning.train import train
from echopatch.core.engine.network.model_file import load_model

KILLED = """
import os, signal, sys, torch
from echopatch.core.contract.commands import COMMANDS
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.command_line import parse
from echopatch.core.engine.learning.train import train

class Killer(Silent):
    def progress(self, done, total, code):
        if f"{code} {done}" == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGKILL)

    def metric(self, step, values):
        if f"metric {step}" == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGKILL)

torch.set_num_threads(1)
train(parse("train", COMMANDS["train"], sys.argv[2:]), Killer())
"""

EVERYTHING = {
    "transfer": TransferOptions(probe_epochs=1, freeze="stem", freeze_epochs=1, layer_decay=0.7),
    "run": RunOptions(find_rate=True, ema_decay=0.9, patience=5, batch_parts=2, deterministic=True),
    "objective": LossOptions(loss="balanced-softmax"),
    "drawing": SamplingOptions(sampling="alternate"),
    "augmentation": AugmentationOptions(mixup=0.3, speckle_share=0.5, zoom_share=0.1),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_run_killed_in_every_epoch_with_everything_switched_on_ends_as_the_straight_one(
    toy_set: Callable[..., Path], tmp_path: Path
) -> None:
    torch.set_num_threads(1)
    patches = toy_set("a", {"train": (5, 3), "validation": (2, 2), "test": (2, 2)})
    parent = str(tmp_path / "parent.safetensors")
    common = {"batch_size": 4, "precision": "fp32", "device": "cpu"}
    train(TrainConfig(patches=str(patches), output=parent, start="random", backbone="resnet10", epochs=1, **common), Silent())
    straight = TrainConfig(
        patches=str(patches), output=str(tmp_path / "straight.safetensors"), start=parent, epochs=2, **common, **EVERYTHING
    )
    train(straight, Silent())
    broken = dataclasses.replace(straight, output=str(tmp_path / "broken.safetensors"))
    # in the trial of rates; in each of the three epochs, at a step and before its state is kept; after the last one
    for moment in ("progress-finding-rate 9", "progress-training 1", "metric 2", "progress-training 5", "progress-judging 0"):
        run = subprocess.run([sys.executable, "-c", KILLED, moment, *command_arguments(broken)], check=False, capture_output=True)
        assert run.returncode == -signal.SIGKILL, run.stderr.decode()
        assert not Path(broken.output).exists()
    train(broken, Silent())
    assert_same_result(Path(straight.output), Path(broken.output))
    assert not list(tmp_path.glob("*.partial*"))


def assert_same_result(first: Path, second: Path) -> None:
    """Weights, card but for the name, history, the trial of rates and the comparison with the parent."""
    ours, theirs = (load_model(str(one)).network.state_dict() for one in (first, second))
    assert [name for name, weight in ours.items() if not torch.equal(weight, theirs[name])] == []
    cards = [dataclasses.replace(read_card(str(one)), name="") for one in (first, second)]
    assert cards[0] == cards[1]
    runs = [one.with_suffix(".run") for one in (first, second)]
    assert history(runs[0]) == history(runs[1])
    assert len(history(runs[0])) == 3
    for name in ("rates.csv", "comparison.json", "metrics.json"):
        assert (runs[0] / name).read_bytes() == (runs[1] / name).read_bytes()


def history(run: Path) -> list[dict[str, str]]:
    with (run / "history.csv").open(newline="", encoding="utf-8") as file:
        return [{name: value for name, value in row.items() if name != "seconds"} for row in csv.DictReader(file)]
