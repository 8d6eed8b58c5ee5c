"""Write a patch set as a stream: patches are appended as they come, the index and the description close the set."""

import dataclasses
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...contract.errors import PatchSetError
from ..output import check_output, whole
from .index import write_index
from .overlaps import refuse_leaks
from .patch_set import LABELS_FILE, OPTICAL_FILE, PATCHES_FILE, SETTINGS_FILE, PatchSetSettings, settings_json

SUFFIX = ".patchset"
_CHUNK_BYTES = 2**24


class ArrayFile:
    """A ``.npy`` file that grows along its first axis."""

    def __init__(self, path: Path, dtype: str, one_shape: tuple[int, ...]) -> None:
        """Start an empty file.

        Args:
            path: the file to write.
            dtype: such as ``<u2``.
            one_shape: shape of one element of the first axis.
        """
        self._path, self._dtype, self._one_shape, self._count = path, np.dtype(dtype), one_shape, 0
        self._file: BinaryIO = path.open("w+b")
        self._write_header()
        self._start = self._file.tell()

    def append(self, arrays: NDArray[Any]) -> None:
        """Add elements, (n, *one_shape)."""
        if arrays.shape[1:] != self._one_shape or arrays.dtype != self._dtype:
            raise ValueError(f"got {arrays.dtype} {arrays.shape[1:]}, want {self._dtype} {self._one_shape}")
        self._file.write(np.ascontiguousarray(arrays).data)
        self._count += len(arrays)

    def keep(self, kept: NDArray[np.intp]) -> None:
        """Drop every element but the numbers in ``kept``, ascending."""
        if len(kept) == self._count:
            return
        elements = self._elements("r+")
        step = max(1, _CHUNK_BYTES // max(1, elements[0].nbytes))
        for first in range(0, len(kept), step):
            moved = kept[first : first + step]
            # moved[i] >= first + i: nothing is overwritten before it has been read
            elements[first : first + len(moved)] = elements[moved]
        elements.flush()
        self._count = len(kept)

    def so_far(self) -> NDArray[Any]:
        """What has been appended, (n, *one_shape), memory-mapped; to be let go of before anything else is done with the file."""
        return self._elements("r")

    def finish(self) -> str:
        """Close the file.

        Returns:
            Its SHA-256.
        """
        self._file.truncate(self._start + self._count * self._dtype.itemsize * int(np.prod(self._one_shape)))
        self._file.seek(0)
        self._write_header()
        if self._file.tell() != self._start:
            raise ValueError("the header of the array file changed its length")
        self.close()
        return file_sha256(self._path)

    def close(self) -> None:
        """Let go of the file, whatever its state."""
        self._file.close()

    def _elements(self, mode: Literal["r", "r+"]) -> "np.memmap[Any, np.dtype[Any]]":
        self._file.flush()
        return np.memmap(self._path, self._dtype, mode, self._start, (self._count, *self._one_shape))

    def _write_header(self) -> None:
        # numpy pads the header for any length of the first axis, so it can be written again in place
        header = {"descr": self._dtype.str, "fortran_order": False, "shape": (self._count, *self._one_shape)}
        np.lib.format.write_array_header_1_0(self._file, header)


class PatchSetWriter:
    """A patch set in the making; see ``new_patch_set``."""

    def __init__(self, folder: Path, channels: int, patch_px: int, optical: bool) -> None:
        """Start the array files in a folder that exists.

        Args:
            folder: where the set is made.
            channels: of each patch.
            patch_px: rows and columns of each patch.
            optical: each patch has an optical image.
        """
        self._folder = folder
        self._arrays = {PATCHES_FILE: ArrayFile(folder / PATCHES_FILE, "<u2", (channels, patch_px, patch_px))}
        if optical:
            self._arrays[OPTICAL_FILE] = ArrayFile(folder / OPTICAL_FILE, "|u1", (3, patch_px, patch_px))

    def append(self, codes: NDArray[np.uint16], optical: NDArray[np.uint8] | None = None) -> None:
        """Add patches: codes (n, C, P, P), and RGB (n, 3, P, P) if the set has optical images."""
        if (optical is not None) != (OPTICAL_FILE in self._arrays):
            raise ValueError("either every patch has an optical image or none")
        self._arrays[PATCHES_FILE].append(codes)
        if optical is not None:
            self._arrays[OPTICAL_FILE].append(optical)

    def pairs(self) -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
        """Codes (n, C, P, P) and optical images (n, 3, P, P) that have been appended, memory-mapped."""
        return self._arrays[PATCHES_FILE].so_far(), self._arrays[OPTICAL_FILE].so_far()

    def finish(self, settings: PatchSetSettings, index: pd.DataFrame, conflicts: pd.DataFrame | None = None) -> None:
        """Close the set.

        Args:
            settings: all but the hashes.
            index: the fields of ``INDEX_FIELDS``, one row per patch to keep; ``patch`` is its number in the order of appending,
                ascending. A GeoDataFrame when georeferenced.
            conflicts: places that labels dispute, for a layer of their own.

        Raises:
            PatchSetError: no patches are left, or patches of one place sit on both sides of the split.
        """
        if index.empty:
            raise PatchSetError("patches-none")
        refuse_leaks(index, settings.patch_px, settings.pixel_size_m)
        kept = index["patch"].to_numpy(dtype=np.intp)
        for array in self._arrays.values():
            array.keep(kept)
        sha256 = {name: array.finish() for name, array in self._arrays.items()}
        describe_set(self._folder, dataclasses.replace(settings, sha256=sha256), index, conflicts)

    def close(self) -> None:
        """Let go of the files, whatever their state."""
        for array in self._arrays.values():
            array.close()


def check_set_output(path: str, overwrite: bool, inputs: Sequence[str]) -> Path:
    """Refuse an output that could not be written in the end; a folder that is no patch set is never replaced.

    Raises:
        OutputError: see ``output.check_output``.
        PatchSetError: something else than a patch set is in the way.
    """
    output = check_output(path, SUFFIX, overwrite, inputs)
    if output.exists() and not (output / SETTINGS_FILE).is_file():
        raise PatchSetError("patches-not-replaced", path=path)
    return output


@contextmanager
def new_patch_set(output: Path, channels: int, patch_px: int, optical: bool) -> Iterator[PatchSetWriter]:
    """A writer whose set becomes the output when the block ends well, and vanishes else.

    Raises:
        OutputError: another run writes it, or the write failed.
    """
    with whole(output) as folder:
        folder.mkdir()
        writer = PatchSetWriter(folder, channels, patch_px, optical)
        try:
            yield writer
        finally:
            writer.close()


def describe_set(folder: Path, settings: PatchSetSettings, index: pd.DataFrame, conflicts: pd.DataFrame | None = None) -> None:
    """Write index, labels and description beside the arrays of a set.

    Args:
        folder: of the set.
        settings: with the hashes of the arrays.
        index: see ``PatchSetWriter.finish``; its rows are numbered anew.
        conflicts: places that labels dispute.
    """
    write_index(folder, index.assign(patch=np.arange(len(index))), conflicts)
    np.save(folder / LABELS_FILE, index["label"].to_numpy(dtype="<i4"))
    sha256 = {**settings.sha256, LABELS_FILE: file_sha256(folder / LABELS_FILE)}
    # written last: a folder with a description is a whole set
    (folder / SETTINGS_FILE).write_text(settings_json(dataclasses.replace(settings, sha256=sha256)), encoding="utf-8")


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK_BYTES):
            digest.update(piece)
    return digest.hexdigest()
