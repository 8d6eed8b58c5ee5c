"""The file of a sample: cells to label in one layer, what was drawn from where in tables beside it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pyogrio
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from ...contract.errors import SceneError
from ..mapping.geopackage import write_layer, write_styles, write_table
from .draw import Drawn
from .form import form_style
from .frame import Frame

LABELS_LAYER, STRATA_TABLE, MAPPED_TABLE, RECORD_TABLE = "labels", "strata", "mapped", "sampling"
SAMPLE_VERSION = 1
_TABLES = {
    LABELS_LAYER: ("sample", "class", "row", "col", "stratum", "inclusion_probability", "label_sampling"),
    STRATA_TABLE: ("stratum", "cells", "area_m2", "drawn"),
    RECORD_TABLE: ("format_version", "design", "cells"),
}
_PROBABILITY_TOLERANCE = 1e-9


@dataclass(frozen=True)
class LabelledSample:
    """A sample as it came back."""

    path: str
    cells: geopandas.GeoDataFrame
    """One row per sampled cell: ``sample``, ``class``, ``row``, ``col``, ``stratum`` (0..H-1) and the outline."""
    stratum_cells: NDArray[np.int64]
    """Cells in each stratum, (H,)."""
    stratum_area_m2: NDArray[np.float64]
    """Area of each stratum, (H,)."""
    design: str
    """``stratified`` or ``simple``."""


def write_sample(path: Path, frame: Frame, drawn: Drawn, record: dict[str, Any]) -> None:
    """Write a sample to label.

    Args:
        path: a new GeoPackage.
        frame: the population.
        drawn: what was drawn from it.
        record: the row of the table ``sampling``; ``design`` among it.

    Raises:
        OSError: cannot be written; pyogrio's DataSourceError likewise.
    """
    count = len(drawn.cell)
    number = np.arange(1, count + 1, dtype=np.int32)
    nothing = np.full(count, None, dtype=object)
    columns: dict[str, NDArray[Any]] = {
        "sample": number,
        "class": nothing,
        "note": nothing,
        "row": frame.row[drawn.cell].astype(np.int32),
        "col": frame.column[drawn.cell].astype(np.int32),
        "stratum": (drawn.stratum + 1).astype(np.int32),
        "inclusion_probability": drawn.inclusion_probability,
        "label_sampling": np.full(count, f"{record['design']} random", dtype=object),
    }
    crs = frame.polygons.crs
    polygons = np.asarray(frame.polygons.to_numpy()[drawn.cell], dtype=object)
    write_layer(path, LABELS_LAYER, polygons, columns, None if crs is None else crs.to_wkt())
    write_table(path, STRATA_TABLE, _strata_rows(frame, drawn))
    write_table(path, MAPPED_TABLE, _mapped_rows(frame, drawn, number))
    write_table(path, RECORD_TABLE, [{"format_version": SAMPLE_VERSION, **record, "cells": len(frame.row)}])
    write_styles(path, {LABELS_LAYER: [("to label", form_style(frame.classes))]})


def _strata_rows(frame: Frame, drawn: Drawn) -> list[dict[str, Any]]:
    given = zip(drawn.stratum_class, drawn.stratum_cells, drawn.stratum_area_m2, drawn.stratum_drawn, strict=True)
    return [
        {
            "stratum": number,
            "class": frame.classes[place].name if place >= 0 else "all",
            "cells": int(cells),
            "area_m2": float(area_m2),
            "drawn": int(count),
        }
        for number, (place, cells, area_m2, count) in enumerate(given, 1)
    ]


def _mapped_rows(frame: Frame, drawn: Drawn, number: NDArray[np.int32]) -> list[dict[str, Any]]:
    """What the map says of each sampled cell, apart from the layer: who labels must not see it."""
    given = zip(number, frame.mapped[drawn.cell], frame.confidence[drawn.cell], strict=True)
    return [{"sample": int(one), "class": frame.classes[place].name, "confidence": float(sure)} for one, place, sure in given]


def read_sample(path: str) -> LabelledSample:
    """Read a sample, and check that it still is the one that was drawn.

    Raises:
        SceneError: no such file, no sample, a newer one, or cells were added, removed or moved to another stratum.
    """
    if not Path(path).exists():
        raise SceneError("file-missing", path=path)
    cells, strata, record = (_read(path, layer) for layer in _TABLES)
    version = int(record["format_version"].iloc[0])
    if version > SAMPLE_VERSION:
        raise SceneError("sample-too-new", path=path, theirs=version, ours=SAMPLE_VERSION)
    strata = strata.sort_values("stratum", ignore_index=True)
    _check_drawn(path, cells, strata)
    cells = cells.sort_values("sample", ignore_index=True)
    return LabelledSample(
        path=path,
        cells=cells.assign(stratum=cells["stratum"].astype(np.int64) - 1),
        stratum_cells=strata["cells"].to_numpy(dtype=np.int64),
        stratum_area_m2=strata["area_m2"].to_numpy(dtype=np.float64),
        design=str(record["design"].iloc[0]),
    )


def _read(path: str, layer: str) -> Any:
    try:
        table: pd.DataFrame = pyogrio.read_dataframe(path, layer=layer)
    except (DataSourceError, DataLayerError) as error:
        raise SceneError("areas-no-probability-sample", path=path, lacking=f"the table {layer}") from error
    lacking = [name for name in _TABLES[layer] if name not in table.columns]
    if lacking or not len(table):
        what = f"the field {lacking[0]}" if lacking else f"anything in the table {layer}"
        raise SceneError("areas-no-probability-sample", path=path, lacking=what)
    return table


def _check_drawn(path: str, cells: pd.DataFrame, strata: pd.DataFrame) -> None:
    """Refuse a sample whose rows are not the ones that were drawn: the chance of each would be unknown."""
    drawn, total = strata["drawn"].to_numpy(dtype=np.int64), int(strata["drawn"].sum())
    if cells["sample"].nunique() != len(cells) or len(cells) != total:
        raise SceneError("areas-rows-changed", path=path, rows=len(cells), drawn=total)
    found = cells["stratum"].value_counts().reindex(strata["stratum"], fill_value=0).to_numpy()
    expected = cells["stratum"].map(dict(zip(strata["stratum"], drawn / strata["cells"], strict=True)))
    off = (cells["inclusion_probability"] - expected).abs()
    if not np.array_equal(found, drawn) or not bool((off < _PROBABILITY_TOLERANCE).all()):
        raise SceneError("areas-strata-changed", path=path)
