"""Where cells and their patches lie, how large they are, and which of them are asked for."""

from pathlib import Path

import geopandas
import numpy as np
import pyproj
import pytest
import shapely
from affine import Affine
from echopatch.core.contract.commands import ClassifyConfig
from echopatch.core.contract.errors import ConfigError
from echopatch.core.engine.mapping.cells import CellGrid, Tile, tiles_of
from echopatch.core.engine.mapping.selection import wanted_cells
from echopatch.core.engine.scene.windows import Window

UTM = pyproj.CRS.from_epsg(32632)


def grid(rows: int = 100, columns: int = 70, patch_px: int = 96, stride_px: int = 32, **fields: object) -> CellGrid:
    place = {"spacing_m": (1.0, 1.0), "transform": Affine(1, 0, 500_000, 0, -1, 5_300_000), "crs_wkt": UTM.to_wkt()}
    return CellGrid(rows, columns, patch_px, stride_px, 0.5, **{**place, **fields})


def config(**settings: object) -> ClassifyConfig:
    return ClassifyConfig(scene="scene.tif", model="m.safetensors", output="out.gpkg", **settings)


def test_cells_cover_the_scene_and_end_with_it() -> None:
    cells = grid()
    x, y = cells.corners
    assert (cells.rows, cells.columns) == (4, 3)
    assert (x.min(), x.max(), y.min(), y.max()) == (500_000, 500_070, 5_299_900, 5_300_000)
    assert cells.areas_m2[-1, -1] == pytest.approx(4 * 6, rel=1e-3)


@pytest.mark.parametrize(("patch_px", "stride_px", "start"), [(96, 32, -32), (64, 32, -16), (96, 96, 0), (32, 96, 32), (97, 32, -33)])
def test_a_patch_is_centred_on_its_cell(patch_px: int, stride_px: int, start: int) -> None:
    cells = grid(patch_px=patch_px, stride_px=stride_px)
    window = cells.patches_window(Tile(0, 0, 1, 1))
    assert window == Window(start, start, patch_px, patch_px)
    centre_of_patch, centre_of_cell = start + patch_px / 2, stride_px / 2
    assert abs(centre_of_patch - centre_of_cell) <= 0.5


def test_the_window_of_a_tile_holds_the_patch_of_each_cell() -> None:
    cells = grid()
    window = cells.patches_window(Tile(1, 0, 2, 3))
    assert window == Window(0, -32, 32 + 96, 64 + 96)


@pytest.mark.parametrize("side", [1, 2, 3, 64])
def test_tiles_hold_every_cell_of_a_block_once_and_no_other(side: int) -> None:
    seen = np.zeros((9, 8), int)
    for tile in tiles_of(Tile(2, 1, 5, 6), side):
        seen[tile.row : tile.row + tile.rows, tile.column : tile.column + tile.columns] += 1
    assert (seen[2:7, 1:7] == 1).all()
    assert seen.sum() == 30


@pytest.mark.parametrize(
    ("crs", "transform"),
    [
        ("EPSG:4326", Affine(4e-4, 0, 10.0, 0, -3e-4, 47.9)),
        ("EPSG:4326", Affine(3e-4, 1e-4, -109.4, 1e-4, -3e-4, -27.1)),
        ("EPSG:3857", Affine(30, 0, 1_100_000, 0, -30, 9_000_000)),
        ("EPSG:32632", Affine(20, 5, 650_000, 5, -20, 5_300_000)),
    ],
)
def test_areas_are_those_on_the_ellipsoid_in_any_system(crs: str, transform: Affine) -> None:
    cells = grid(transform=transform, crs_wkt=pyproj.CRS(crs).to_wkt())
    x, y = cells.corners
    to_degrees = pyproj.Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    longitude, latitude = to_degrees.transform(*([one[0, 0], one[1, 0], one[1, 1], one[0, 1]] for one in (x, y)))
    area, _ = pyproj.Geod(ellps="WGS84").polygon_area_perimeter(longitude, latitude)
    assert cells.areas_m2[0, 0] == pytest.approx(abs(area), rel=1e-5)


def test_without_a_reference_system_areas_follow_from_the_size_of_pixels() -> None:
    cells = grid(crs_wkt=None, spacing_m=(2.0, 3.0), transform=Affine(1, 0, 0, 0, -1, 0))
    assert cells.areas_m2[0, 0] == 32 * 2 * 32 * 3
    assert cells.areas_m2[-1, -1] == 4 * 2 * 6 * 3


def test_a_scene_beyond_180_degrees_east_lies_where_every_gis_shows_it() -> None:
    cells = grid(transform=Affine(1e-3, 0, 250.6, 0, -1e-3, -27.1), crs_wkt=pyproj.CRS(4326).to_wkt())
    assert cells.corners[0].min() == pytest.approx(-109.4)


def test_an_extent_takes_the_cells_whose_centres_it_holds() -> None:
    # centres of columns lie at 16, 48 and 67 m from the left edge
    wanted = wanted_cells(grid(), config(extent=(500_010.0, 5_200_000.0, 500_050.0, 5_400_000.0)))
    assert wanted.tolist() == [[True, True, False]] * 4


@pytest.mark.parametrize("west", [-109.401, 250.599])
def test_an_extent_may_count_degrees_either_way(west: float) -> None:
    cells = grid(transform=Affine(1e-3, 0, 250.6, 0, -1e-3, -27.1), crs_wkt=pyproj.CRS(4326).to_wkt())
    assert wanted_cells(cells, config(extent=(west, -28.0, west + 0.05, -27.0)))[:, 0].all()


def test_an_extent_outside_the_scene_is_refused_with_the_bounds_of_the_scene() -> None:
    with pytest.raises(ConfigError, match="500000 5299900 500070 5300000"):
        wanted_cells(grid(), config(extent=(0.0, 0.0, 1.0, 1.0)))


def write_area(path: Path, crs: str | None) -> str:
    left = shapely.box(499_990, 5_299_000, 500_020, 5_301_000)
    table = geopandas.GeoDataFrame(geometry=[left], crs=UTM)
    table = table.set_crs(None, allow_override=True) if crs is None else table.to_crs(crs)
    table.to_file(path, driver="GeoJSON" if path.suffix == ".geojson" else "ESRI Shapefile")
    return str(path)


def test_an_area_in_another_system_takes_the_cells_whose_centres_it_holds(tmp_path: Path) -> None:
    wanted = wanted_cells(grid(), config(area=write_area(tmp_path / "area.geojson", "EPSG:4326")))
    assert wanted.tolist() == [[True, False, False]] * 4


@pytest.mark.filterwarnings("ignore:'crs' was not provided:UserWarning")
def test_an_area_without_a_reference_system_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"area\.shp has no coordinate system"):
        wanted_cells(grid(), config(area=write_area(tmp_path / "area.shp", None)))


def test_an_area_elsewhere_or_missing_is_refused(tmp_path: Path) -> None:
    elsewhere = grid(transform=Affine(1, 0, 300_000, 0, -1, 5_300_000))
    with pytest.raises(ConfigError, match="no cell of the scene lies in"):
        wanted_cells(elsewhere, config(area=write_area(tmp_path / "area.geojson", "EPSG:4326")))
    with pytest.raises(ConfigError, match=r"missing\.gpkg cannot be read"):
        wanted_cells(elsewhere, config(area=str(tmp_path / "missing.gpkg")))
