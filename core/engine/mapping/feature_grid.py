"""The feature grid on disk: a folder ``NAME.features`` with what a model's body sees at every cell of a scene.

``features.npy`` holds the features as float16, ``answered.npy`` which cells have any, ``incidence.npy`` the incidence angle where it
is known, ``model.safetensors`` the model whose body looked, ``grid.json`` what the whole is. Mapping again and learning a new head
need nothing else: neither the scene nor a run of the body.
"""

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ...contract.commands.embed import EmbedConfig
from ...contract.commands.scene_options import SceneOptions
from ...contract.errors import ConfigError, MappingError
from ..scene.info import SceneInfo
from .cells import CellGrid

GRID_VERSION = 1
SUFFIX = ".features"
FEATURES, ANSWERED = "features", "answered"
INCIDENCE_FILE, MODEL_FILE, GRID_FILE = "incidence.npy", "model.safetensors", "grid.json"
NUMBER = np.dtype("<f2")
"""Of a stored feature: its rounding, a relative 0.0005, moves a probability by some 0.001."""
_TEXTURE_SCALE = 1024.0
"""Statistics of texture are stored this much larger: powers of a millionth of the full scale would else be rounded away."""


@dataclass(frozen=True)
class GridFacts:
    """What a feature grid is; the content of ``grid.json``."""

    body_sha256: str
    """Identity of the body that looked, and of how it was fed: see ``network.body_identity``."""
    model_name: str
    model_sha256: str
    """Of the model file whose body looked."""
    precision: str
    """In which the body computed."""
    width: int
    """Features of a cell: the body's, then the statistics of texture."""
    body_width: int
    """How many of them are the body's."""
    cells: CellGrid
    scene: SceneInfo
    scene_files: tuple[tuple[str, int, int], ...]
    """Path, size in bytes and time of change in ns of each file of the scene."""
    histogram: tuple[float, ...] | None
    """Of the scene, in the bins of a model card."""
    config: EmbedConfig
    """The settings of the command that wrote the grid."""
    seconds: float
    """What looking took."""
    version: int = GRID_VERSION


@dataclass(frozen=True)
class FeatureGrid:
    """An opened feature grid; the features stay on disk."""

    folder: Path
    facts: GridFacts
    answered: NDArray[np.bool_]
    """(rows, columns): which cells have enough data."""
    incidence_deg: NDArray[np.float32] | None
    """(rows, columns), at the centre of each cell; None where it is not known."""

    @property
    def stored(self) -> NDArray[np.float16]:
        """(rows, columns, F) of cells, memory-mapped; see ``features``. Mapped anew, for what stays mapped counts as memory in use."""
        mapped: NDArray[np.float16] = np.load(self.folder / f"{FEATURES}.npy", mmap_mode="r", allow_pickle=False)
        return mapped

    def features(self, row: NDArray[np.intp], column: NDArray[np.intp]) -> NDArray[np.float32]:
        """The features of some cells, (n, F), from their rows and columns: the body's, then the statistics of texture."""
        features = self.stored[row, column].astype(np.float32)
        features[:, self.facts.body_width :] /= _TEXTURE_SCALE
        return features

    @property
    def model_path(self) -> str:
        """The model whose body looked, kept with the grid."""
        return str(self.folder / MODEL_FILE)

    @property
    def files(self) -> tuple[tuple[str, int, int], ...]:
        """What answers from the grid depend on: path, size in bytes, time of change in ns."""
        names = (GRID_FILE, f"{FEATURES}.npy", f"{ANSWERED}.npy")
        return tuple((str(file.resolve()), file.stat().st_size, file.stat().st_mtime_ns) for file in (self.folder / name for name in names))


def stored_features(features: NDArray[np.float32], body_width: int) -> NDArray[np.float16]:
    """Features (n, F) as they are stored; infinite where they are too large for it."""
    scale = np.where(np.arange(features.shape[1]) < body_width, np.float32(1), np.float32(_TEXTURE_SCALE))
    with np.errstate(over="ignore"):
        return np.asarray((features * scale).astype(NUMBER))


def write_grid_facts(folder: Path, facts: GridFacts) -> None:
    """Write ``grid.json``, which makes a folder with the arrays a feature grid.

    Raises:
        OSError: cannot be written.
    """
    text = json.dumps(dataclasses.asdict(facts), ensure_ascii=False, indent=1, default=_plain)
    (folder / GRID_FILE).write_text(text, encoding="utf-8")


def _plain(value: Any) -> Any:
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, Affine):
        return list(value)[:6]
    raise TypeError(f"{type(value).__name__} in the description of a feature grid")


def read_feature_grid(path: str) -> FeatureGrid:
    """Open a feature grid without reading its features.

    Raises:
        MappingError: no such grid, a part of it is missing, broken or newer, or the parts do not fit together.
    """
    folder = Path(path)
    facts = _read_facts(folder)
    shape = (facts.cells.rows, facts.cells.columns)
    _read_array(folder, f"{FEATURES}.npy", NUMBER, (*shape, facts.width))  # checked now, mapped whenever it is asked
    answered = np.array(_read_array(folder, f"{ANSWERED}.npy", np.dtype(bool), shape))
    has_incidence = (folder / INCIDENCE_FILE).is_file()
    incidence_deg = np.array(_read_array(folder, INCIDENCE_FILE, np.dtype("<f4"), shape)) if has_incidence else None
    if not (folder / MODEL_FILE).is_file():
        raise MappingError("features-not-a-grid", path=path, part=MODEL_FILE)
    return FeatureGrid(folder, facts, answered, incidence_deg)


def _read_facts(folder: Path) -> GridFacts:
    if not folder.is_dir():
        raise MappingError("features-missing", path=str(folder))
    if not (folder / GRID_FILE).is_file():
        raise MappingError("features-not-a-grid", path=str(folder), part=GRID_FILE)
    try:
        fields = json.loads((folder / GRID_FILE).read_text(encoding="utf-8"))
        if fields["version"] > GRID_VERSION:
            raise MappingError("features-too-new", path=str(folder), theirs=fields["version"], ours=GRID_VERSION)
        fields["config"] = _config(fields["config"])
        fields["cells"] = _cells(fields["cells"])
        fields["scene"] = _scene(fields["scene"])
        fields["scene_files"] = tuple((str(name), int(size), int(changed)) for name, size, changed in fields["scene_files"])
        fields["histogram"] = None if fields["histogram"] is None else tuple(fields["histogram"])
        return GridFacts(**fields)
    except (KeyError, TypeError, ValueError, ConfigError) as error:
        raise MappingError("features-part-broken", path=str(folder), part=GRID_FILE, reason=str(error)) from error


def _config(fields: dict[str, Any]) -> EmbedConfig:
    options = {**fields["options"], "bands": tuple(fields["options"]["bands"])}
    return EmbedConfig(**{**fields, "options": SceneOptions(**options)})


def _cells(fields: dict[str, Any]) -> CellGrid:
    return CellGrid(**{**fields, "spacing_m": tuple(fields["spacing_m"]), "transform": Affine(*fields["transform"][:6])})


def _scene(fields: dict[str, Any]) -> SceneInfo:
    angles, footprint = fields["incidence_deg"], fields["footprint"]
    rebuilt = {
        "bands": tuple(fields["bands"]),
        "transform": Affine(*fields["transform"][:6]),
        "calibration_factors": tuple(fields["calibration_factors"]),
        "incidence_deg": None if angles is None else tuple(angles),
        "footprint": None if footprint is None else tuple(map(tuple, footprint)),
        "warnings": tuple((code, values) for code, values in fields["warnings"]),
    }
    return SceneInfo(**{**fields, **rebuilt})


def _read_array(folder: Path, name: str, dtype: np.dtype[Any], shape: tuple[int, ...]) -> NDArray[Any]:
    if not (folder / name).is_file():
        raise MappingError("features-not-a-grid", path=str(folder), part=name)
    try:
        array: NDArray[Any] = np.load(folder / name, mmap_mode="r", allow_pickle=False)
    except (ValueError, OSError, EOFError) as error:  # a truncated file is shorter than its header says
        raise MappingError("features-part-broken", path=str(folder), part=name, reason=str(error)) from error
    if array.dtype != dtype or array.shape != shape:
        reason = f"it holds {array.dtype} {array.shape}, not {dtype} {shape}"
        raise MappingError("features-part-broken", path=str(folder), part=name, reason=reason)
    return array
