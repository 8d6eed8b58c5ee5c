"""The patch set on disk: a folder ``NAME.patchset`` with coded patches, an index and a description; its coding and its reader.

``patches.npy`` holds log power as uint16, ``optical.npy`` RGB where there is an optical image, ``index.gpkg`` one row per patch,
``labels.npy`` the label that each patch was made with, ``set.json`` what the whole set is. Labels and splits may be corrected in
``index.gpkg`` with any GIS: the reader checks them anew, and refuses a split that leaks.
"""

import dataclasses
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from torch import Tensor

from ...contract.errors import PatchSetError
from ...contract.legend import LandClass
from ...contract.settings import changed_settings
from .coregistration import OpticalOffset
from .index import INDEX_FILE, broken_part, read_index
from .overlaps import refuse_leaks
from .rows import Rows

SET_VERSION = 3  # 2: optical_offsets; 3: generated_from
PATCHES_FILE, OPTICAL_FILE, LABELS_FILE, SETTINGS_FILE = "patches.npy", "optical.npy", "labels.npy", "set.json"
_STEPS = 65534  # code 1 is the floor, code 65535 the ceiling


class CodedWindow(NamedTuple):
    """The dB window of the codes."""

    floor_db: float
    ceiling_db: float


CODED_WINDOWS = {"dn": CodedWindow(0, 100), **dict.fromkeys(("gamma0", "sigma0", "beta0"), CodedWindow(-60, 40))}
"""By quantity; ``dn`` is squared amplitude in digital numbers."""
LEVELS = CodedWindow(1, _STEPS + 1)
"""Under which a code stands for itself: optical images hold plain levels, of which 0 is nodata."""
OPTICAL_CHANNELS = ("red", "green", "blue")


class DbWindow(Protocol):
    """Anything with the two ends of the coded dB window."""

    @property
    def floor_db(self) -> float:
        """Lower end, code 1."""

    @property
    def ceiling_db(self) -> float:
        """Upper end, code 65535."""


@dataclass(frozen=True)
class SceneFacts:
    """What the set remembers of a scene that patches were cut from."""

    scene_id: str
    file: str
    mission: str
    mode: str
    bands: tuple[str, ...]
    looks: float | None
    incidence_deg: tuple[float, float] | None
    """Least and largest incidence angle, deg."""
    row_spacing_m: float
    column_spacing_m: float
    """Before resampling to the set's pixel size."""
    calibration_factors: tuple[float, ...]
    acquired: str
    """UTC; empty where unknown."""
    asserted: dict[str, Any]
    """What the user said where the file did not."""
    fingerprint: str
    """SHA-256 over name, size and beginning of each file of the scene."""


@dataclass(frozen=True)
class GeneratedFrom:
    """Where the patches of a synthetic set come from."""

    generator_sha256: str
    """Of the generator's file; empty where it was never written."""
    patch_set_sha256: str
    """Identity of the set that the generator learned from."""
    patches: tuple[str, ...]
    """Content hash of each patch that it learned from, see ``contents.content_hash``."""


@dataclass(frozen=True)
class PatchSetSettings:
    """What a whole patch set is; the content of ``set.json``."""

    quantity: str
    """``gamma0``, ``sigma0``, ``beta0`` or ``dn``; ``rgb`` of an ``optical_side``, whose window is in levels."""
    floor_db: float
    ceiling_db: float
    pixel_size_m: float | None
    """None for chips of unknown spacing."""
    patch_px: int
    channels: tuple[str, ...]
    """Polarisation of each channel; ``co`` for either co-polarisation."""
    classes: tuple[LandClass, ...]
    """The whole legend; a class may have no patches."""
    scenes: tuple[SceneFacts, ...] = ()
    """Empty for imported chips."""
    optical_offsets: tuple[OpticalOffset, ...] = ()
    """How far each optical image lies off its scene; empty without optical images, and in sets older than version 2."""
    generated_from: GeneratedFrom | None = None
    """Of a synthetic set; None where nothing was generated, or nobody says from what."""
    request: dict[str, Any] = field(default_factory=dict)
    """The settings of the command that wrote the set."""
    counts: dict[str, int] = field(default_factory=dict)
    """Patches kept and, by reason, left out."""
    sha256: dict[str, str] = field(default_factory=dict)
    """Hash of each array file."""
    version: int = SET_VERSION


@dataclass(frozen=True)
class PatchSet:
    """An opened patch set; the arrays stay on disk."""

    folder: Path
    settings: PatchSetSettings
    index: pd.DataFrame
    """One row per patch, in the order of the arrays; a GeoDataFrame when the patches are georeferenced."""
    codes: Rows
    """Log power, (N, C, P, P), uint16, memory-mapped; see ``codes_to_db``. Of an ``optical_side`` plain levels, uint8."""
    optical: NDArray[np.uint8] | None
    """RGB, (N, 3, P, P), memory-mapped."""
    sha256: str
    """Identity of arrays, description, labels and splits together."""


def db_to_codes(db: NDArray[np.floating[Any]], settings: DbWindow) -> NDArray[np.uint16]:
    """Code dB as uint16: 0 for NaN (nodata), 1..65535 evenly over the window; values beyond it are clipped to its ends.

    Args:
        db: any shape, dB.
        settings: the coded window.
    """
    steps_per_db = _STEPS / (settings.ceiling_db - settings.floor_db)
    steps = np.rint((db - np.float32(settings.floor_db)) * np.float32(steps_per_db))
    # code 0 is nodata, so -1 stands for NaN before the one is added
    return np.asarray(np.nan_to_num(np.clip(steps, 0, _STEPS), nan=-1.0) + 1).astype(np.uint16)


def codes_to_db(codes: Tensor, settings: DbWindow) -> Tensor:
    """dB of codes, float32, same shape and device; NaN where there is no data (code 0).

    Args:
        codes: any integer type, any shape.
        settings: the coded window.
    """
    steps = codes.float() - 1
    db = steps * ((settings.ceiling_db - settings.floor_db) / _STEPS) + settings.floor_db
    return db.masked_fill(steps < 0, float("nan"))


def read_patch_set(path: str) -> PatchSet:
    """Open a patch set without reading its patches.

    Raises:
        PatchSetError: no such set, a part of it is missing, broken or newer, the parts do not fit together, or its split leaks.
    """
    folder = Path(path)
    settings, text = _read_settings(folder)
    codes = _open_array(folder / PATCHES_FILE, np.dtype("<u2"), (len(settings.channels), settings.patch_px, settings.patch_px))
    has_optical = OPTICAL_FILE in settings.sha256
    optical = _open_array(folder / OPTICAL_FILE, np.dtype("u1"), (3, settings.patch_px, settings.patch_px)) if has_optical else None
    if optical is not None and len(optical) != len(codes):
        raise broken_part(folder / OPTICAL_FILE, f"{len(optical)} images for {len(codes)} patches")
    made = _open_array(folder / LABELS_FILE, np.dtype("<i4"), ()) if LABELS_FILE in settings.sha256 else None
    index = read_index(folder / INDEX_FILE, settings.classes, made, len(codes))
    refuse_leaks(index, settings.patch_px, settings.pixel_size_m)
    return PatchSet(folder, settings, index, codes, optical, _identity(text, index))


def with_split(patch_set: PatchSet, split: NDArray[np.str_]) -> PatchSet:
    """The same patches under another split, in memory alone.

    Args:
        patch_set: stays as it is.
        split: of each patch, (N,), one of ``SPLITS``, or empty for a patch to leave out.

    Raises:
        PatchSetError: the split leaks.
    """
    index = patch_set.index.assign(split=split.astype(object))
    refuse_leaks(index[split != ""], patch_set.settings.patch_px, patch_set.settings.pixel_size_m)
    return dataclasses.replace(patch_set, index=index, sha256=_identity(settings_json(patch_set.settings), index))


def with_labels(patch_set: PatchSet, classes: tuple[LandClass, ...], numbers: NDArray[np.int64]) -> PatchSet:
    """The same patches under another legend and other labels, in memory alone.

    Args:
        patch_set: stays as it is.
        classes: the legend.
        numbers: place in it of each patch's class, (N,).
    """
    named = {"label": [classes[one].code for one in numbers], "class": [classes[one].name for one in numbers]}
    index, settings = patch_set.index.assign(**named), dataclasses.replace(patch_set.settings, classes=classes)
    return dataclasses.replace(patch_set, settings=settings, index=index, sha256=_identity(settings_json(settings), index))


def optical_side(patch_set: PatchSet) -> PatchSet:
    """The optical images of a set, as a patch set of their own: same patches, three channels, quantity ``rgb``.

    Raises:
        PatchSetError: the set has no optical images.
    """
    if patch_set.optical is None:
        raise PatchSetError("patches-no-optical", path=str(patch_set.folder))
    levels: dict[str, Any] = {**LEVELS._asdict(), "quantity": "rgb", "channels": OPTICAL_CHANNELS}
    settings = dataclasses.replace(patch_set.settings, **levels)
    return dataclasses.replace(patch_set, settings=settings, codes=patch_set.optical)


def side_of(patch_set: PatchSet, modality: str) -> PatchSet:
    """What a model of a modality looks at: the radar patches (``sar``), or their optical images (``optical``).

    Raises:
        PatchSetError: the set has no optical images.
    """
    return optical_side(patch_set) if modality == "optical" else patch_set


def derived_request(command: str, config: Any, sources: Sequence[PatchSet]) -> dict[str, Any]:
    """What a set that is made of others says of its making: the command, its settings, and which sets they were."""
    return {"command": command, **changed_settings(config), "sources": {str(one.folder): one.sha256 for one in sources}}


def settings_json(settings: PatchSetSettings) -> str:
    """The text of ``set.json``."""
    return json.dumps(dataclasses.asdict(settings), ensure_ascii=False, indent=1)


def _read_settings(folder: Path) -> tuple[PatchSetSettings, str]:
    if not folder.is_dir():
        raise PatchSetError("patches-missing", path=str(folder))
    if not (folder / SETTINGS_FILE).is_file():
        raise PatchSetError("patches-not-a-set", path=str(folder), part=SETTINGS_FILE)
    text = (folder / SETTINGS_FILE).read_text(encoding="utf-8")
    try:
        fields = json.loads(text)
        if fields["version"] > SET_VERSION:
            raise PatchSetError("patches-too-new", path=str(folder), theirs=fields["version"], ours=SET_VERSION)
        fields["classes"] = tuple(LandClass(**one) for one in fields["classes"])
        fields["scenes"] = tuple(_scene_facts(one) for one in fields["scenes"])
        fields["channels"] = tuple(fields["channels"])
        fields["optical_offsets"] = tuple(OpticalOffset(**one) for one in fields.get("optical_offsets", ()))
        fields["generated_from"] = _generated_from(fields.get("generated_from"))
        fields["version"] = SET_VERSION  # what is made of an older set is written anew
        return PatchSetSettings(**fields), text
    except (KeyError, TypeError, ValueError) as error:
        raise broken_part(folder / SETTINGS_FILE, str(error)) from error


def _generated_from(fields: dict[str, Any] | None) -> GeneratedFrom | None:
    return None if fields is None else GeneratedFrom(**{**fields, "patches": tuple(fields["patches"])})


def _scene_facts(fields: dict[str, Any]) -> SceneFacts:
    angles = fields["incidence_deg"]
    tuples = {
        "bands": tuple(fields["bands"]),
        "calibration_factors": tuple(fields["calibration_factors"]),
        "incidence_deg": None if angles is None else tuple(angles),
    }
    return SceneFacts(**{**fields, **tuples})


def _open_array(path: Path, dtype: np.dtype[Any], one_shape: tuple[int, ...]) -> NDArray[Any]:
    if not path.is_file():
        raise PatchSetError("patches-not-a-set", path=str(path.parent), part=path.name)
    try:
        array: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    except (ValueError, OSError, EOFError) as error:  # a truncated file is shorter than its header says
        raise broken_part(path, str(error)) from error
    if array.dtype != dtype or array.shape[1:] != one_shape:
        raise broken_part(path, f"it holds {array.dtype} {array.shape[1:]}, not {dtype} {one_shape}")
    return array


def _identity(text: str, index: pd.DataFrame) -> str:
    table = index[["patch", "label", "split", "group", "source"]].to_csv(index=False)
    return hashlib.sha256((text + table).encode()).hexdigest()
