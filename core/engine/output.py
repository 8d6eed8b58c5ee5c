"""Outputs appear whole or not at all: written under a partial name, renamed when complete."""

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from pyogrio.errors import DataSourceError
from rasterio.errors import RasterioError

from ..contract.errors import OutputError

GEOPACKAGE_OPTIONS = {"VERSION": "1.2"}
"""For pyogrio's ``dataset_options``: newer GeoPackages make the GDAL of QGIS 3.22 warn at every opening."""

_FULL_BELOW_BYTES = 16 * 2**20
"""Writers of GDAL do not name a full disk; a failed write with less room than this is taken for one."""

_BESIDE = ("-wal", "-shm", "-journal", ".aux.xml", ".msk", ".ovr")
"""What SQLite, GDAL and QGIS write beside a file that they have open, after its name."""


def check_output(path: str, suffix: str, overwrite: bool, inputs: Sequence[str] = ()) -> Path:
    """Refuse an output that could not be written in the end, before any work is done.

    Args:
        path: what the user asked for.
        suffix: such as ``.gpkg``; empty for a folder of any name.
        overwrite: an existing output may be replaced.
        inputs: what the run reads, which must never be overwritten.

    Raises:
        OutputError: exists already, is an input, has another suffix, or its folder is missing or not writable.
    """
    output = Path(path).absolute()
    if suffix and output.suffix.lower() != suffix:
        raise OutputError("output-suffix", path=path, suffix=suffix)
    put_back(output)
    refuse_input(output, inputs)
    if output.exists() and not overwrite:
        raise OutputError("output-exists", path=path)
    if not output.parent.is_dir():
        raise OutputError("output-folder-missing", folder=str(output.parent))
    _try_to_write(output.parent)
    return output


def refuse_input(output: Path, inputs: Iterable[str]) -> None:
    """Keep what a run reads from being overwritten.

    Raises:
        OutputError: the output is an input, or a folder around one.
    """
    resolved = output.resolve()
    if any(Path(one).resolve() == resolved or Path(one).resolve().is_relative_to(resolved) for one in inputs):
        raise OutputError("output-is-input", path=str(output))


def _try_to_write(folder: Path) -> None:
    # os.access lies for network drives and for root on a read-only disk: only a real file tells
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".echopatch-"):
            pass
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise OutputError("disk-full", folder=str(folder), free_mb=_free_mb(folder)) from error
        raise OutputError("output-not-writable", folder=str(folder)) from error


def partial_path(output: Path, tail: str = "") -> Path:
    """The name that work in progress has: ``map.gpkg`` is ``map.partial.gpkg``, with a tail ``map.partial.tail``."""
    return output.with_name(f"{output.stem}.partial{tail or output.suffix}")


@contextmanager
def claimed(output: Path) -> Iterator[None]:
    """Keep every other run on this machine from writing the same output meanwhile.

    Raises:
        OutputError: another run writes it.
    """
    name = hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:32]
    lock = FileLock(lock_folder() / f"output-{name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise OutputError("output-in-use", path=str(output)) from error
    try:
        yield
    finally:
        lock.release()


def lock_folder() -> Path:
    """The folder of lock files of this user."""
    user = os.environ.get("USER") or os.environ.get("USERNAME") or "user"
    folder = Path(tempfile.gettempdir()) / f"echopatch-{user}"
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def write_errors(path: Path) -> Iterator[None]:
    """Turn a failed write inside the block into one clear line.

    Raises:
        OutputError: the disk is full, or the write failed for the reason given.
    """
    try:
        yield
    except (OSError, RasterioError, DataSourceError) as error:
        free_mb = _free_mb(path.parent)
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
        if full or free_mb * 2**20 < _FULL_BELOW_BYTES:
            raise OutputError("disk-full", folder=str(path.parent), free_mb=free_mb) from error
        raise OutputError("write-failed", path=str(path), reason=(str(error).splitlines() or [type(error).__name__])[0]) from error


def _free_mb(folder: Path) -> int:
    return int(shutil.disk_usage(folder).free / 2**20)


@contextmanager
def whole(output: Path) -> Iterator[Path]:
    """A partial name to write a file or folder under; it becomes the output when the block ends well, and vanishes else.

    Raises:
        OutputError: another run writes it, or the write failed.
    """
    partial = partial_path(output)
    with claimed(output):
        remove(partial)
        try:
            with write_errors(output):
                yield partial
                publish(partial, output)
        finally:
            remove(partial)


def publish(partial: Path, output: Path) -> None:
    """Give a complete partial its final name, replacing what is there, which stays whole until then.

    Raises:
        OSError: what is there cannot be replaced, and is left as it was.
    """
    if partial.is_dir():
        _publish_folder(partial, output)
        return
    # of the old file: SQLite would read the old database out of its log, GDAL the old mask, overviews and statistics
    for tail in _BESIDE:
        remove(output.with_name(output.name + tail))
    os.replace(partial, output)


def _publish_folder(partial: Path, output: Path) -> None:
    # no system replaces a folder that is not empty: the old one steps aside
    aside = _aside(output)
    if output.is_dir():
        remove(aside)
        os.replace(output, aside)
    try:
        os.replace(partial, output)
    except OSError:
        put_back(output)
        raise
    with suppress(OSError):  # what is in use by another program goes next time
        remove(aside)


def put_back(output: Path) -> None:
    """Give a folder its name again that stepped aside for another one, which never came because its run was killed."""
    if _aside(output).is_dir() and not output.exists():
        os.replace(_aside(output), output)


def _aside(output: Path) -> Path:
    return partial_path(output, ".replaced")


def remove(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
