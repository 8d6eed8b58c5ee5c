"""The regression gate: parent and child side by side, and whether chance can explain the difference."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.assessment.answers import Answers
from echopatch.core.engine.learning.gate import can_compare, comparison_text, regression_gate, write_comparison
from echopatch.core.engine.network.model_file import Model
from echopatch.core.engine.network.networks import build_network

CLASSES = TERRASAR_X_LEGEND[:2]
CARD = ModelCard("parent", "resnet10", (), ("HH",), CLASSES, 64, 1.25, Radiometry(), None, None, (1 / 64,) * 64)
PARENT = Model(CARD, build_network("resnet10", (), 1, 2), "ab" * 32)


class Listener(Silent):
    def __init__(self) -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []

    def warning(self, code: str, **values: Any) -> None:
        self.heard.append((code, values))


def answers(hits: np.ndarray, groups: np.ndarray) -> Answers:
    """Answers that are right where ``hits`` says so, to patches of two classes by turns."""
    truth = np.arange(len(hits)) % 2
    answer = np.where(hits, truth, 1 - truth)
    nothing = np.full(len(hits), "", dtype=object)
    return Answers(CLASSES, truth, np.eye(2, dtype=np.float32)[answer] * 4, 1.0, groups, nothing, nothing)


def judged(parent_right: int, child_right: int, patches: int = 200, per_group: int = 4) -> tuple[dict[str, Any], list[tuple[str, Any]]]:
    """A gate where so many of the first patches are right, and what it warned of."""
    groups, report = np.arange(patches) // per_group, Listener()
    given = [
        answers(np.random.default_rng(seed).permutation(patches) < right, groups) for seed, right in ((1, parent_right), (2, child_right))
    ]
    return regression_gate(PARENT, *given, report), report.heard


def test_a_child_that_is_clearly_worse_is_marked_and_said_so() -> None:
    gate, heard = judged(180, 100)
    assert (gate["worse"], gate["verdict"]) == (True, "worse")
    assert gate["difference"] == pytest.approx(-0.4, abs=0.03)
    assert gate["interval"][0] < gate["difference"] < gate["interval"][1] < 0
    assert [code for code, _ in heard] == ["training-child-worse"]
    assert (gate["parent"], gate["parent_sha256"], gate["patches"], gate["groups"]) == ("parent", "ab" * 32, 200, 50)


def test_a_child_that_is_worse_by_chance_is_told_as_such() -> None:
    gate, heard = judged(162, 158)
    assert (gate["worse"], gate["verdict"]) == (True, "undecided")
    assert gate["interval"][0] < 0 < gate["interval"][1]
    assert [code for code, _ in heard] == ["training-child-maybe-worse"]


def test_a_better_child_passes_without_a_word() -> None:
    gate, heard = judged(100, 190)
    assert (gate["worse"], gate["verdict"], heard) == (False, "better", [])


def test_patches_of_few_places_leave_more_to_chance() -> None:
    narrow, wide = (judged(170, 150, per_group=size)[0]["interval"] for size in (1, 40))
    assert wide[1] - wide[0] > 1.2 * (narrow[1] - narrow[0])


def test_patches_of_one_place_give_no_interval_and_no_verdict() -> None:
    gate, heard = judged(180, 100, per_group=200)
    assert (gate["interval"], gate["verdict"], gate["worse"]) == ([None, None], "undecided", True)
    assert "unknown" in comparison_text(gate)
    assert heard[0][1]["interval"] == "unknown"


def test_the_figures_stand_side_by_side(tmp_path: Path) -> None:
    gate, _ = judged(100, 190)
    write_comparison(tmp_path, gate)
    assert json.loads((tmp_path / "comparison.json").read_text(encoding="utf-8")) == gate
    text = (tmp_path / "comparison.txt").read_text(encoding="utf-8")
    assert re.search(r"^accuracy +0\.500 +0\.950 +\+0\.450$", text, re.MULTILINE)
    assert f"recall of {CLASSES[0].name}" in text
    assert "The child is better." in text


@pytest.mark.parametrize(
    ("change", "comparable"),
    [
        ({}, True),
        ({"backbone": "resnet50", "patch_px": 128, "pixel_size_m": None}, True),
        ({"classes": TERRASAR_X_LEGEND[:3]}, False),
        ({"radiometry": Radiometry(quantity="dn")}, False),
        ({"channels": ("HH", "VV")}, False),
    ],
)
def test_only_models_of_one_legend_and_quantity_are_compared(change: dict[str, Any], comparable: bool) -> None:
    assert can_compare(CARD, ModelCard(**{**CARD.__dict__, **change})) is comparable
