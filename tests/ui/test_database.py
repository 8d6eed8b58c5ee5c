"""Files that are read and never written to, wherever they lie."""

import sqlite3
from contextlib import closing
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from echopatch.ui.database import open_to_read, read_only_address


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/a b/c%d.gpkg"), "file:///a%20b/c%25d.gpkg?mode=ro"),
        (PureWindowsPath("C:/a b/c.gpkg"), "file:///C:/a%20b/c.gpkg?mode=ro"),
        (PureWindowsPath(r"\\server\share\a b.gpkg"), "file:////server/share/a%20b.gpkg?mode=ro"),
    ],
)
def test_a_path_with_blanks_and_a_shared_folder_are_addresses_without_a_host(path, address):
    assert read_only_address(path) == address


def test_what_is_open_to_be_read_cannot_be_written_to(tmp_path):
    path = tmp_path / "ä b#1?.gpkg"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE a (b)")
    with closing(open_to_read(str(path))) as database:
        assert database.execute("SELECT COUNT(*) FROM a").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            database.execute("INSERT INTO a VALUES (1)")


def test_a_file_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(sqlite3.OperationalError):
        open_to_read(str(tmp_path / "none.gpkg"))
    assert list(tmp_path.iterdir()) == []
