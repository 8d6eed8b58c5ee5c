"""The command info: facts for people and programs, also of what cannot be classified yet."""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from echopatch.core.contract.commands.scene import InfoConfig
from echopatch.core.contract.errors import SceneError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.scene.describe import describe

Product = Callable[..., Path]
DN = np.full((20, 30), 109, np.uint16)


def facts(path: Path) -> tuple[str, dict[str, Any]]:
    outputs = describe(InfoConfig(scene=str(path)), Silent())
    info = json.loads(json.dumps(outputs["info"], allow_nan=False))
    return str(outputs["text"]), info


def test_a_product_is_described_for_people_and_programs(tiny_product: Product) -> None:
    text, info = facts(tiny_product({"HH": DN}, gim=np.full_like(DN, 3900)))
    assert (info["kind"], info["rows"], info["columns"], info["crs"]) == ("EEC", 20, 30, "EPSG:32632")
    assert info["calibration_factors"] == [1e-5]
    assert info["incidence_deg"] == pytest.approx([39, 39])
    assert info["transform"] == [1, 0, 649000, 0, -1, 5317000]
    assert info["unknown"] == []
    assert "beta0 = DN^2 x 1.0000e-05" in text
    assert "39.00 to 39.00 deg (incidence-angle mask of the product)" in text


@pytest.mark.parametrize("variant", ["SSC", "MGD"])
def test_variants_in_radar_geometry_are_described_from_their_annotation(tiny_product: Product, variant: str) -> None:
    edit = {"<productVariant>EEC": f"<productVariant>{variant}", "_spot_050.tif": "_spot_051.cos"}
    text, info = facts(tiny_product({"HH": DN}, grid=True, edit=edit))
    assert info["kind"] == variant
    assert info["incidence_source"] == "grid"
    assert info["incidence_deg"] == pytest.approx([27.5, 42.5])
    assert {one["code"] for one in info["warnings"]} == {"scene-image-missing", "scene-variant-later"}
    assert "IMAGE_HH_SRA_spot_051.cos is missing" in text


def test_an_uncalibrated_raster_is_described_with_the_flags_that_would_say_more(tmp_path: Path) -> None:
    path = tmp_path / "plain.tif"
    kind = {"driver": "GTiff", "count": 1, "height": 4, "width": 5, "dtype": "uint16", "transform": Affine(2, 0, 0, 0, -2, 0)}
    with rasterio.open(path, "w", **kind) as file:
        file.write(np.ones((1, 4, 5), np.uint16))
    text, info = facts(path)
    assert info["row_spacing_m"] is None
    assert [one["code"] for one in info["unknown"]] == ["info-unknown-quantity", "info-unknown-pixel-size", "info-unknown-incidence"]
    for flag in ("--quantity", "--calibration-factor", "--pixel-size-m", "--incidence-deg"):
        assert flag in text


def test_an_empty_product_is_described_with_a_warning(tiny_product: Product) -> None:
    _, info = facts(tiny_product({"HH": np.zeros_like(DN)}))
    assert [one["code"] for one in info["warnings"]] == ["scene-empty"]


def test_a_complex_raster_is_described_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "complex.tif"
    kind = {"driver": "GTiff", "count": 1, "height": 4, "width": 5, "dtype": "complex64", "transform": Affine(2, 0, 0, 0, -2, 0)}
    with rasterio.open(path, "w", **kind) as file:
        file.write(np.ones((1, 4, 5), np.complex64))
    _, info = facts(path)
    assert "scene-complex" in [one["code"] for one in info["warnings"]]


def test_a_missing_scene_is_named() -> None:
    with pytest.raises(SceneError, match="/nowhere/scene does not exist"):
        describe(InfoConfig(scene="/nowhere/scene"), Silent())


def test_the_real_staring_spotlight_product_says_what_its_annotation_holds(test_data: Path) -> None:
    folder = next((test_data / "tsx_products").glob("TDX1_SAR__SSC*"))
    text, info = facts(folder)
    assert (info["mission"], info["mode"], info["kind"], info["bands"]) == ("TDX-1", "ST", "SSC", ["HH"])
    assert (info["rows"], info["columns"]) == (17230, 7322)
    assert info["calibration_factors"] == [pytest.approx(1.66614338e-05)]
    assert info["noise"] == "in"
    assert info["incidence_deg"] == pytest.approx([28.525, 29.138], abs=1e-3)
    assert all(-109.36 < longitude < -109.27 and -27.11 < latitude < -27.06 for longitude, latitude in info["footprint"])
    assert "IMAGE_HH_SRA_spot_026.cos is missing" in text
    assert not any(math.isnan(value) for value in (info["row_spacing_m"], info["column_spacing_m"]))


def test_the_real_stripmap_product_says_what_its_annotation_holds(test_data: Path) -> None:
    _, info = facts(next((test_data / "tsx_products").glob("TSX1_SAR__SSC*")))
    assert (info["mission"], info["mode"], info["rows"], info["columns"]) == ("TSX-1", "SM", 32710, 15328)
    assert info["calibration_factors"] == [pytest.approx(1.0434469e-05)]
    assert info["noise"] == "corrected"
    assert 37.8 < info["incidence_deg"][0] < info["incidence_deg"][1] < 40.7
