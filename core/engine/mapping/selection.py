"""Which cells a request asks for: all of them, those within an extent, those within polygons."""

import geopandas
import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataSourceError
from shapely.geometry.base import BaseGeometry

from ...contract.commands.classify import ClassifyConfig
from ...contract.errors import ConfigError
from .cells import CellGrid


def wanted_cells(cells: CellGrid, config: ClassifyConfig) -> NDArray[np.bool_]:
    """Whether each cell is asked for, by its centre: (rows, columns).

    Raises:
        ConfigError: nothing of the scene is left, or the area cannot be read or placed.
    """
    wanted = np.ones((cells.rows, cells.columns), dtype=bool)
    if config.extent is not None:
        wanted &= _within(cells, shapely.box(*config.extent))
        if not wanted.any():
            extent = " ".join(f"{value:.12g}" for value in config.extent)
            raise ConfigError("classify-extent-outside", extent=extent, bounds=_bounds(cells))
    if config.area is not None:
        wanted &= _within(cells, _area(config.area, cells))
        if not wanted.any():
            raise ConfigError("classify-area-outside", area=config.area, bounds=_bounds(cells))
    return wanted


def _within(cells: CellGrid, shape: BaseGeometry) -> NDArray[np.bool_]:
    x, y = cells.centres
    shapely.prepare(shape)
    inside = shapely.contains_xy(shape, x, y)
    if cells.crs is not None and cells.crs.is_geographic:
        # 250 and -110 degrees east are one place
        inside |= shapely.contains_xy(shape, x - 360, y) | shapely.contains_xy(shape, x + 360, y)
    return np.asarray(inside, dtype=bool)


def _area(path: str, cells: CellGrid) -> BaseGeometry:
    """The polygons of a vector file as one shape in scene coordinates."""
    try:
        table = geopandas.read_file(path)
    except (DataSourceError, FileNotFoundError) as error:
        raise ConfigError("classify-area-unreadable", area=path, reason=str(error).splitlines()[0]) from error
    if not isinstance(table, geopandas.GeoDataFrame) or not table.geom_type.isin(["Polygon", "MultiPolygon"]).any():
        raise ConfigError("classify-area-no-polygons", area=path)
    if (table.crs is None) != (cells.crs is None):
        raise ConfigError("classify-area-unplaced", area=path, without=path if table.crs is None else "the scene")
    if cells.crs is not None:
        table = table.to_crs(pyproj.CRS.from_wkt(cells.crs.to_wkt()))
    shape: BaseGeometry = shapely.make_valid(table[table.geom_type.isin(["Polygon", "MultiPolygon"])].geometry.union_all())
    return shape


def _bounds(cells: CellGrid) -> str:
    x, y = cells.corners
    return f"{x.min():.12g} {y.min():.12g} {x.max():.12g} {y.max():.12g}"
