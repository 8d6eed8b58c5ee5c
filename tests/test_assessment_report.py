"""The report of evaluate: names of classes, files and scenes are the user's own and may hold anything."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from echopatch.core.contract.legend import LandClass
from echopatch.core.engine.assessment.answers import Answers
from echopatch.core.engine.assessment.assessment import assess
from echopatch.core.engine.assessment.caveat import Caveat
from echopatch.core.engine.assessment.gallery import Tile
from echopatch.core.engine.assessment.report import Subject, write_report
from echopatch.core.engine.assessment.showcase import Showcase
from echopatch.core.engine.network.model_file import Model

NASTY = "<img src=http://evil.example/x> $a_{1}$ & Wälder"


@pytest.fixture
def answers() -> Answers:
    truth = np.arange(60) % 2
    scenes = np.where(np.arange(60) % 4 < 2, NASTY, "b").astype(object)
    classes = (LandClass(1, NASTY, "#000000"), LandClass(2, "空港", "#ffffff"), LandClass(3, "empty", "#888888"))
    logits = np.eye(3, dtype=np.float32)[np.where(np.arange(60) % 5 == 0, 1 - truth, truth)]
    return Answers(classes, truth, logits, 0.5, np.arange(60) // 3, scenes, np.full(60, "real", dtype=object))


@pytest.mark.filterwarnings("ignore:Glyph .* missing from font")  # characters that matplotlib's own font lacks are drawn as boxes
@pytest.mark.parametrize("level", ["note", "alarm"])
def test_a_report_is_written_whatever_the_names_and_whatever_speaks_against_it(
    answers: Answers, brightness_model: Model, tmp_path: Path, level: str
) -> None:
    about = {"model": NASTY, "patch_set": NASTY, "model_sha256": "0" * 64, "patch_set_sha256": "1" * 64, "split": "test"}
    card = dataclasses.replace(brightness_model.card, name=NASTY, provenance=NASTY)
    tile = Tile(np.zeros((8, 8), np.uint8), (NASTY,), False)
    caveats = [Caveat(level, "seen-nothing", {"name": NASTY})]
    write_report(tmp_path, assess(answers), Subject(card, about), caveats, Showcase("-30 to 10 dB", [tile], [(NASTY, [tile])]))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "evil.example/x>" not in page
    assert "How good is &lt;img src=http://evil.example/x&gt;" in page
    assert page.count("空港") > 3
    assert {"report.html", "wrong.png", "examples.png", "confusion.png"} <= {one.name for one in tmp_path.iterdir()}
