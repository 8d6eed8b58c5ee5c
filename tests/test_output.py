"""Outputs: complete or not at all, and never a mix of old and new."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import rasterio
from echopatch.core.contract.errors import OutputError
from echopatch.core.engine.output import check_output, partial_path, publish, whole, write_errors


class Killed(BaseException):
    """Stands for the end of the process."""


def make_folder(path: Path, content: str) -> Path:
    path.mkdir()
    (path / "content").write_text(content)
    return path


def fail_at(monkeypatch: pytest.MonkeyPatch, target: Path, error: BaseException) -> None:
    real = os.replace

    def replace(source: Path, destination: Path) -> None:
        if Path(destination) == target and Path(source) == partial_path(target):
            raise error
        real(source, destination)

    monkeypatch.setattr(os, "replace", replace)


def test_a_folder_replaces_another(tmp_path: Path) -> None:
    output = make_folder(tmp_path / "a.set", "old")
    publish(make_folder(partial_path(output), "new"), output)
    assert (output / "content").read_text() == "new"
    assert [one.name for one in tmp_path.iterdir()] == ["a.set"]


def test_a_run_killed_while_replacing_a_folder_keeps_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = make_folder(tmp_path / "a.set", "old")
    fail_at(monkeypatch, output, Killed())
    with pytest.raises(Killed):
        publish(make_folder(partial_path(output), "new"), output)
    with pytest.raises(OutputError) as refused:
        check_output(str(output), ".set", overwrite=False)
    assert refused.value.code == "output-exists"
    assert (output / "content").read_text() == "old"


def test_a_folder_that_cannot_be_replaced_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = make_folder(tmp_path / "a.set", "old")
    fail_at(monkeypatch, output, PermissionError(13, "in use"))
    with pytest.raises(OutputError), whole(output) as partial:
        make_folder(partial, "new")
    assert (output / "content").read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.set"]


def test_a_file_never_replaces_a_folder(tmp_path: Path) -> None:
    output = make_folder(tmp_path / "a.tif", "old")
    with pytest.raises(OutputError), whole(output) as partial:
        partial.write_text("new")
    assert (output / "content").read_text() == "old"


def test_a_new_database_is_not_read_through_the_log_of_the_old_one(tmp_path: Path) -> None:
    output = tmp_path / "a.gpkg"
    with closing(sqlite3.connect(output)) as viewer:  # as QGIS has a result open while another run replaces it
        viewer.execute("PRAGMA journal_mode=WAL")
        viewer.execute("CREATE TABLE old (x)")
        viewer.commit()
        with closing(sqlite3.connect(partial_path(output))) as fresh:
            fresh.execute("CREATE TABLE new (x)")
            fresh.commit()
        publish(partial_path(output), output)
        with closing(sqlite3.connect(output)) as reader:
            assert reader.execute("SELECT name FROM sqlite_master").fetchall() == [("new",)]


def test_a_new_raster_is_not_read_through_the_mask_of_the_old_one(tmp_path: Path) -> None:
    output, profile = tmp_path / "a.tif", {"driver": "GTiff", "count": 1, "height": 8, "width": 8, "dtype": "uint8"}
    place = {"crs": "EPSG:32632", "transform": rasterio.Affine(2, 0, 0, 0, -2, 0)}
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False), rasterio.open(output, "w", **profile, **place) as old:
        old.write_mask(False)
    with rasterio.open(partial_path(output), "w", **profile, **place) as new:
        new.write(np.ones((1, 8, 8), np.uint8))
    publish(partial_path(output), output)
    with rasterio.open(output) as read:
        assert read.dataset_mask().all()
    assert [one.name for one in tmp_path.iterdir()] == ["a.tif"]


def test_a_failed_write_without_words_is_named_by_its_kind(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="OSError"), write_errors(tmp_path / "a.tif"):
        raise OSError
