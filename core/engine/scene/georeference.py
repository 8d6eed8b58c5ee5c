"""The geolocation grid of a product (GEOREF.xml): times, places and incidence angles on a coarse grid."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import LinearNDInterpolator, NearestNDInterpolator

from ...contract.errors import SceneError
from .annotation import utc_seconds
from .ground import Placement, pixels_at
from .lattice import Lattice, node_positions
from .xml_node import read_xml

_FIELDS = ("t", "tau", "lat", "lon", "inc")
_MIN_INSIDE = 0.5

Grid = NDArray[np.float64]


@dataclass(frozen=True)
class GeolocationGrid:
    """Values at the nodes, each (azimuth, range)."""

    path: Path
    time_s: Grid
    """Azimuth time, seconds since the epoch, UTC."""
    range_s: Grid
    """Two-way slant-range time."""
    latitude: Grid
    longitude: Grid
    """-180..180."""
    incidence_deg: Grid


def read_geolocation_grid(path: Path) -> GeolocationGrid:
    """Read a GEOREF.xml.

    Raises:
        SceneError: not XML, not a geolocation grid, or an incomplete one.
    """
    root = read_xml(path, "geoReference")
    grid = "geolocationGrid/"
    azimuth, across = int(root.number(grid + "numberOfGridPoints/azimuth")), int(root.number(grid + "numberOfGridPoints/range"))
    points = root.nodes(grid + "gridPoint")
    if len(points) != azimuth * across or azimuth < 2 or across < 2:
        raise root.wrong_value(grid + "gridPoint", len(points))
    values = np.full((len(_FIELDS), azimuth, across), np.nan)
    for point in points:
        iaz, irg = point.attribute(".", "iaz"), point.attribute(".", "irg")
        row, column = (int(one) - 1 if one.isdecimal() else -1 for one in (iaz, irg))
        # a place that is taken already means that another one stays empty
        if not (0 <= row < azimuth and 0 <= column < across and np.isnan(values[0, row, column])):
            raise root.wrong_value(grid + "gridPoint", f"iaz {iaz} irg {irg}")
        values[:, row, column] = [point.number(name) for name in _FIELDS]
    t, tau, latitude, longitude, incidence = values
    return GeolocationGrid(
        path=path,
        time_s=utc_seconds(root, grid + "gridReferenceTime/tReferenceTimeUTC") + t,
        range_s=root.number(grid + "gridReferenceTime/tauReferenceTime") + tau,
        latitude=latitude,
        longitude=(longitude + 180) % 360 - 180,
        incidence_deg=incidence,
    )


def lattices_on_image(grid: GeolocationGrid, values: Sequence[Grid], placed: Placement) -> tuple[Lattice, ...]:
    """Values at the grid's nodes, carried to a lattice over a map image by linear interpolation on the ground.

    Args:
        grid: where the nodes lie.
        values: one or more fields, each of the grid's shape.
        placed: the image.

    Raises:
        SceneError: less than half of the image lies within the grid.
    """
    x, y = pixels_at(grid.longitude, grid.latitude, placed)
    places = np.column_stack([x.ravel(), y.ravel()])
    known = np.column_stack([one.ravel() for one in values])
    node_y, node_x = node_positions(placed.rows, placed.columns)
    found = LinearNDInterpolator(places, known)(node_x, node_y)
    outside = np.isnan(found[..., 0])
    if outside.mean() > 1 - _MIN_INSIDE:
        raise SceneError("scene-grid-elsewhere", path=str(grid.path), share=round(100 * float(1 - outside.mean())))
    if outside.any():
        found[outside] = NearestNDInterpolator(places, known)(node_x[outside], node_y[outside])
    return tuple(Lattice(found[..., index].astype(np.float32), placed.rows, placed.columns) for index in range(len(values)))
