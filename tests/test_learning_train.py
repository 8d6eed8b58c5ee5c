"""The command train, from patch set to model file."""

import csv
import dataclasses
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.learning import TrainConfig
from echopatch.core.contract.errors import Cancelled, EchopatchError, LearningError, OutputError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.learning.train import train
from echopatch.core.engine.network.model_file import load_model

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
    settings = {"backbone": "resnet10", "epochs": 3, "batch_size": 4, "precision": "fp32", "device": "cpu", "warmup_share": 0.0}
    return TrainConfig(patches=str(patches), output=str(output), **{**settings, **changes})


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
    assert sorted(path.name for path in (tmp_path / "m.run").iterdir()) == ["confusion.png", "history.csv", "metrics.json", "request.json"]
    assert report.pictures == [str(tmp_path / "m.run" / "confusion.png")]
    assert len(report.rows) == len(history(tmp_path / "m.run")) == 10
    assert json.loads((tmp_path / "m.run" / "metrics.json").read_text())["confusion"] == [[2, 0], [0, 2]]
