"""SQLite files, GeoPackages among them, opened to be read."""

import sqlite3
from pathlib import Path, PurePath


def open_to_read(path: str) -> sqlite3.Connection:
    """A file that is not written to, whoever else has it open.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    return sqlite3.connect(read_only_address(Path(path).absolute()), uri=True)


def read_only_address(path: PurePath) -> str:
    """The address of a file as SQLite takes it: it knows no hosts, so shared folders of Windows stand in the path."""
    address = path.as_uri()
    if not address.startswith("file:///"):
        address = "file:////" + address[len("file://") :]
    return f"{address}?mode=ro"
