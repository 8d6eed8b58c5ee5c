"""Work in progress on disk: consistent at any moment, and only ever taken up by the request it belongs to."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from echopatch.core.contract.errors import OutputError
from echopatch.core.engine.mapping.cells import Tile
from echopatch.core.engine.mapping.plan import Plan
from echopatch.core.engine.mapping.state import Kept, State, differences, open_state, state_folder

REQUEST = {"--mode": "dense", "--extent": (1.0, 2.0, 3.0, 4.0), "--area": None}
FIRST, SECOND = Tile(0, 0, 2, 3), Tile(2, 0, 2, 3)
ANSWER = {"probabilities": np.full((2, 3, 4), 0.25, np.float32)}


def opened(folder: Path, request: dict[str, Any] = REQUEST, tile_side: int = 2) -> State:
    arrays = {"probabilities": Kept((4, 3, 4), np.float32)}
    return open_state(state_folder(folder / "map.gpkg"), request, arrays, lambda: Plan(tile_side, "fp32", "2026-01-01T00:00:00Z"))


def test_what_is_stored_is_there_again_with_the_plan_it_was_made_by(tmp_path: Path) -> None:
    state = opened(tmp_path)
    state.store(0, FIRST, ANSWER, 1.5)
    again = opened(tmp_path, tile_side=99)
    assert again.plan.tile_side == 2
    assert again.done == {0: 1.5}
    np.testing.assert_array_equal(again.probabilities[:2], ANSWER["probabilities"])
    assert not again.probabilities[2:].any()


def test_a_run_killed_while_it_tidies_up_leaves_nothing_that_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = opened(tmp_path)
    state.store(0, FIRST, ANSWER, 1.5)
    monkeypatch.setattr("echopatch.core.engine.mapping.state.remove", lambda folder: (folder / "probabilities.npy").unlink())
    state.discard()
    monkeypatch.undo()
    assert opened(tmp_path).done == {}


def test_seconds_of_all_parts_add_up(tmp_path: Path) -> None:
    opened(tmp_path).store(0, FIRST, ANSWER, 1.5)
    again = opened(tmp_path)
    again.store(1, SECOND, ANSWER, 2.0)
    assert again.seconds == 3.5


def test_a_tile_killed_before_its_line_is_whole_counts_as_not_done(tmp_path: Path) -> None:
    opened(tmp_path).store(0, FIRST, ANSWER, 1.5)
    with (state_folder(tmp_path / "map.gpkg") / "journal").open("a") as journal:
        journal.write("1 2.2")  # the rest of the line was never written
    again = opened(tmp_path)
    assert again.done == {0: 1.5}
    again.store(1, SECOND, ANSWER, 2.0)
    assert opened(tmp_path).done == {0: 1.5, 1: 2.0}


def test_a_state_killed_while_it_was_made_is_made_anew(tmp_path: Path) -> None:
    folder = state_folder(tmp_path / "map.gpkg")
    folder.mkdir()
    (folder / "probabilities.npy").write_bytes(b"half")
    (folder / "request.json.new").write_text('{"vers')
    assert opened(tmp_path).done == {}


def test_a_state_of_a_newer_echopatch_is_refused(tmp_path: Path) -> None:
    opened(tmp_path)
    path = state_folder(tmp_path / "map.gpkg") / "request.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "version": 2}))
    with pytest.raises(OutputError, match="format 2, this one continues 1"):
        opened(tmp_path)


def test_another_request_is_refused_and_told_apart(tmp_path: Path) -> None:
    opened(tmp_path)
    with pytest.raises(OutputError, match=r"then --extent 1\.0 2\.0 3\.0 4\.0, --area not given, now --extent not given, --area a\.shp\."):
        opened(tmp_path, {**REQUEST, "--extent": None, "--area": "a.shp"})


def test_equal_requests_differ_in_nothing() -> None:
    assert differences({"a": 1}, {"a": 1}) == ("", "")
