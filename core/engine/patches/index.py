"""The index of a patch set: one row per patch, in a GeoPackage that any GIS opens and may correct."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyogrio
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from ...contract.errors import PatchSetError
from ...contract.legend import LandClass
from ..output import GEOPACKAGE_OPTIONS

SPLITS = ("train", "validation", "test")
SOURCES = ("real", "synthetic")
INDEX_FILE, INDEX_LAYER, CONFLICT_LAYER = "index.gpkg", "patches", "conflicts"
INDEX_FIELDS = (
    "patch", "label", "class", "scene", "row", "col", "group", "split",
    "source", "cover", "label_sampling", "inclusion_probability", "file",
)  # fmt: skip
"""Fields of the index. ``patch`` is the row number in the arrays; ``row`` and ``col`` the first pixel on the scene's grid at the
set's pixel size, empty for chips; ``cover`` the share of the patch that its class covers; ``label_sampling`` and
``inclusion_probability`` how the label came about; ``file`` the image that the patch came from."""


def write_index(folder: Path, index: pd.DataFrame, conflicts: pd.DataFrame | None) -> None:
    """Write the index of a set, and what its labels dispute as a layer of its own.

    Args:
        folder: of the set, without an index.
        index: the fields of ``INDEX_FIELDS``; a GeoDataFrame when georeferenced.
        conflicts: one row per disputed place; None or empty for no layer.
    """
    geometry = [name for name in index.columns if name == "geometry"]
    layers = {INDEX_LAYER: index[[*INDEX_FIELDS, *geometry]], CONFLICT_LAYER: conflicts}
    for layer, table in layers.items():
        if table is not None and len(table):
            options = {} if (folder / INDEX_FILE).exists() else GEOPACKAGE_OPTIONS
            pyogrio.write_dataframe(table, folder / INDEX_FILE, layer=layer, driver="GPKG", dataset_options=options)


def read_index(path: Path, classes: Sequence[LandClass], made: NDArray[np.integer[Any]] | None, patches: int) -> pd.DataFrame:
    """The index of a set, by patch, with labels and classes that agree.

    Args:
        path: of the GeoPackage.
        classes: the legend.
        made: label of each patch when the set was made; None where that is not known.
        patches: how many there are.

    Raises:
        PatchSetError: the index is missing, broken, or does not fit the set.
    """
    index = _table(path)
    lacking = sorted(set(INDEX_FIELDS) - set(index.columns))
    if lacking:
        raise broken_part(path, f"it lacks the fields {', '.join(lacking)}")
    index = index.sort_values("patch", ignore_index=True)
    if not np.array_equal(index["patch"].to_numpy(), np.arange(patches)):
        raise broken_part(path, f"its {len(index)} rows do not name each of the {patches} patches once")
    names = {one.code: one.name for one in classes}
    if made is not None and len(made) == patches:
        index = _reconciled(index, names, made)
    allowed: dict[str, set[Any]] = {"label": {one.code for one in classes}, "split": set(SPLITS), "source": set(SOURCES)}
    for name, values in allowed.items():
        strange = set(index[name]) - values
        if strange:
            raise broken_part(path, f"its field {name} holds {sorted(map(str, strange))[0]}")
    # who corrects one of them by hand would else be overruled by the other without a word
    differing = index[index["class"] != index["label"].map(names)]
    if len(differing):
        patch, label, name = differing.iloc[0][["patch", "label", "class"]]
        raise PatchSetError("patches-class-differs", path=str(path), patch=patch, label=label, means=names[label], name=name)
    return index


def broken_part(path: Path, reason: str) -> PatchSetError:
    """The refusal of a set whose part cannot be used."""
    return PatchSetError("patches-part-broken", path=str(path.parent), part=path.name, reason=reason)


def _table(path: Path) -> pd.DataFrame:
    if not path.is_file():
        raise PatchSetError("patches-not-a-set", path=str(path.parent), part=path.name)
    try:
        index: pd.DataFrame = pyogrio.read_dataframe(path, layer=INDEX_LAYER)
    except (DataSourceError, DataLayerError) as error:
        raise broken_part(path, str(error).splitlines()[0]) from error
    return index


def _reconciled(index: pd.DataFrame, names: dict[int, str], made: NDArray[np.integer[Any]]) -> pd.DataFrame:
    """Where only one of label and class was corrected by hand, let the other follow; the rest stays as it is."""
    by_label, by_name = index["label"].map(names), index["class"].map({name: code for code, name in names.items()})
    same_label, same_name = index["label"] == made, index["class"] == pd.Series(made).map(names)
    label = index["label"].mask(same_label & ~same_name & by_name.notna(), by_name)
    name = index["class"].mask(~same_label & same_name & by_label.notna(), by_label)
    return index.assign(**{"label": label.astype(np.int64), "class": name})
