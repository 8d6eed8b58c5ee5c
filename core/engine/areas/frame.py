"""The population that a sample is drawn from: every cell of a result."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pyogrio
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from ...contract.errors import SceneError
from ...contract.legend import LandClass
from ..mapping.cells import to_equal_area

_NEEDED = {"cells": ("row", "col", "class_code", "confidence"), "classes": ("code", "name", "colour"), "runs": ("complete", "scene_id")}


@dataclass(frozen=True)
class Frame:
    """All N cells of a result."""

    path: str
    row: NDArray[np.int64]
    """Of each cell in the grid of the result, (N,)."""
    column: NDArray[np.int64]
    mapped: NDArray[np.int64]
    """Place in the legend of the class that each cell was given, whatever its status, (N,)."""
    confidence: NDArray[np.float64]
    """Probability of that class, (N,)."""
    polygons: geopandas.GeoSeries
    area_m2: NDArray[np.float64]
    """On the ellipsoid where the result has a reference system, (N,)."""
    classes: tuple[LandClass, ...]
    run: dict[str, Any]
    """The row of the table ``runs``."""

    @property
    def mapped_cells(self) -> NDArray[np.int64]:
        """Cells of each class, (K,)."""
        return np.bincount(self.mapped, minlength=len(self.classes))

    @property
    def mapped_area_m2(self) -> NDArray[np.float64]:
        """Area of each class as mapped, (K,)."""
        return np.asarray(np.bincount(self.mapped, weights=self.area_m2, minlength=len(self.classes)), dtype=np.float64)


def read_frame(path: str) -> Frame:
    """Read the cells of a whole result.

    Raises:
        SceneError: no such file, no result of ``classify``, or an incomplete one.
    """
    if not Path(path).exists():
        raise SceneError("file-missing", path=path)
    cells, classes, runs = (_read(path, layer) for layer in _NEEDED)
    run = {str(name): value for name, value in runs.iloc[-1].items()} if len(runs) else {}
    if not run.get("complete") or not len(cells):
        raise SceneError("areas-incomplete", path=path)
    legend = tuple(LandClass(int(one.code), str(one.name), str(one.colour)) for one in classes[list(_NEEDED["classes"])].itertuples(False))
    place = {one.code: index for index, one in enumerate(legend)}
    return Frame(
        path=path,
        row=cells["row"].to_numpy(dtype=np.int64),
        column=cells["col"].to_numpy(dtype=np.int64),
        mapped=cells["class_code"].map(place).to_numpy(dtype=np.int64),
        confidence=cells["confidence"].to_numpy(dtype=np.float64),
        polygons=cells.geometry,
        area_m2=_areas_m2(path, cells.geometry),
        classes=legend,
        run=run,
    )


def _read(path: str, layer: str) -> Any:
    try:
        table: pd.DataFrame = pyogrio.read_dataframe(path, layer=layer, columns=list(_NEEDED[layer]), read_geometry=layer == "cells")
    except (DataSourceError, DataLayerError) as error:
        raise SceneError("areas-not-a-result", path=path, reason=str(error).splitlines()[0]) from error
    lacking = [name for name in _NEEDED[layer] if name not in table.columns]
    if lacking:
        raise SceneError("areas-not-a-result", path=path, reason=f"{layer} lacks {', '.join(lacking)}")
    return table


def _areas_m2(path: str, polygons: geopandas.GeoSeries) -> NDArray[np.float64]:
    outlines = polygons.to_numpy()
    if polygons.crs is not None and (polygons.crs.is_geographic or polygons.crs.is_projected):
        x, y = shapely.get_coordinates(outlines).T
        flat = shapely.set_coordinates(outlines.copy(), np.column_stack(to_equal_area(polygons.crs, x, y)))
        return np.asarray(shapely.area(flat))
    # cells in pixels: the regions tile the same ground, and know its size
    square_px = np.asarray(shapely.area(outlines))
    regions = pyogrio.read_dataframe(path, layer="regions", columns=["area_m2"], read_geometry=False)
    return square_px * (float(regions["area_m2"].sum()) / float(square_px.sum()))
