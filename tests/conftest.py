"""Fixtures that several test files share."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import rasterio
import torch
from affine import Affine
from echopatch.core.contract.legend import TERRASAR_X_LEGEND, LandClass
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.core.engine.network.model_file import Model
from echopatch.core.engine.network.networks import PatchNetwork
from echopatch.core.engine.patches.patch_set import PatchSetSettings, db_to_codes
from echopatch.core.engine.patches.writer import new_patch_set
from rasterio.warp import transform as transform_points
from torch import nn

PRODUCT_PLACE = Affine(1, 0, 649000, 0, -1, 5317000)


@pytest.fixture(scope="session")
def test_data() -> Path:
    """The folder of real data that ECHOPATCH_TEST_DATA names."""
    folder = os.environ.get("ECHOPATCH_TEST_DATA")
    if not folder:
        pytest.skip("real data: ECHOPATCH_TEST_DATA names no folder")
    return Path(folder)


@pytest.fixture
def tiny_product(tmp_path: Path) -> Callable[..., Path]:
    """Writes geocoded products around 11 E 48 N with pixels of 1 m and ks = 1e-5, and gives their folder.

    ``tiny_product({"HH": dn}, gim=..., grid=True, edit={old: new})``: one image per polarisation, optionally a GIM, a GEOREF whose
    incidence rises from 30 to 40 deg and whose range time rises from 4.3 to 4.4 ms over the columns, and changes to the main XML.
    """

    def write(images: dict[str, np.ndarray], gim: np.ndarray | None = None, grid: bool = False, edit: dict[str, str] | None = None) -> Path:
        rows, columns = next(iter(images.values())).shape
        folder = tmp_path / "TSX1_SAR__EEC_SE___HS_S_SRA_20200101T000000_20200101T000001"
        files = {f"IMAGEDATA/IMAGE_{pol}_SRA_spot_050.tif": dn for pol, dn in images.items()}
        for name, pixels in {**files, **({} if gim is None else {"AUXRASTER/GIM.tif": gim})}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            kind = {"driver": "GTiff", "count": 1, "dtype": "uint16", "height": rows, "width": columns}
            with rasterio.open(folder / name, "w", crs="EPSG:32632", transform=PRODUCT_PLACE, **kind) as file:
                file.write(pixels, 1)
        text = _main_xml(rows, columns, list(images))
        for old, new in (edit or {}).items():
            assert old in text
            text = text.replace(old, new)
        (folder / f"{folder.name}.xml").write_text(text, encoding="utf-8")
        if grid:
            (folder / "ANNOTATION").mkdir()
            (folder / "ANNOTATION" / "GEOREF.xml").write_text(_georef_xml(rows, columns), encoding="utf-8")
        return folder

    return write


def _main_xml(rows: int, columns: int, polarisations: list[str]) -> str:
    images = "".join(
        f"<imageData layerIndex='{n}'><polLayer>{pol}</polLayer><file><location><host>.</host><path>IMAGEDATA</path>"
        f"<filename>IMAGE_{pol}_SRA_spot_050.tif</filename></location><size>-1</size></file></imageData>"
        for n, pol in enumerate(polarisations, 1)
    )
    factors = "".join(
        f"<calibrationConstant layerIndex='{n}'><polLayer>{pol}</polLayer><calFactor>1.0E-05</calFactor></calibrationConstant>"
        for n, pol in enumerate(polarisations, 1)
    )
    noise = "".join(
        f"<noise layerIndex='{n}'><polLayer>{pol}</polLayer><imageNoise><timeUTC>2020-01-01T00:00:00.500000Z</timeUTC><noiseEstimate>"
        "<validityRangeMin>4.2E-03</validityRangeMin><validityRangeMax>4.5E-03</validityRangeMax><referencePoint>4.3E-03</referencePoint>"
        "<coefficient exponent='0'>300</coefficient><coefficient exponent='1'>-6E4</coefficient><coefficient exponent='2'>2.5E11"
        "</coefficient><coefficient exponent='3'>3E14</coefficient></noiseEstimate></imageNoise></noise>"
        for n, pol in enumerate(polarisations, 1)
    )
    return f"""<level1Product>
<productComponents>{images}</productComponents>
<productInfo><missionInfo><mission>TSX-1</mission><orbitDirection>DESCENDING</orbitDirection></missionInfo>
<acquisitionInfo><imagingMode>HS</imagingMode><lookDirection>RIGHT</lookDirection></acquisitionInfo>
<productVariantInfo><productVariant>EEC</productVariant><resolutionVariant>SE</resolutionVariant>
<radiometricCorrection>CALIBRATED</radiometricCorrection></productVariantInfo>
<imageDataInfo><imageRaster><numberOfRows>{rows}</numberOfRows><numberOfColumns>{columns}</numberOfColumns>
<rowSpacing units="m">1.0</rowSpacing><columnSpacing units="m">1.0</columnSpacing>
<azimuthLooks>1.5</azimuthLooks><rangeLooks>2.0</rangeLooks></imageRaster></imageDataInfo>
<sceneInfo><start><timeUTC>2020-01-01T00:00:00.000000Z</timeUTC></start>
<sceneCenterCoord><lat>48</lat><lon>11</lon><incidenceAngle>35</incidenceAngle></sceneCenterCoord>{_corners_xml(rows, columns)}</sceneInfo>
</productInfo>
<processing><processingFlags><noiseCorrectedFlag>false</noiseCorrectedFlag></processingFlags></processing>
<calibration>{factors}</calibration>{noise}</level1Product>"""


def _lonlat(x: float, y: float) -> tuple[float, float]:
    east, north = PRODUCT_PLACE @ (x, y)
    longitudes, latitudes = transform_points("EPSG:32632", "EPSG:4326", [east], [north])
    return longitudes[0], latitudes[0]


def _corners_xml(rows: int, columns: int) -> str:
    text = ""
    for x, y in ((0, 0), (columns, 0), (0, rows), (columns, rows)):
        longitude, latitude = _lonlat(x, y)
        angle = 30 + 10 * x / columns
        text += f"<sceneCornerCoord><lat>{latitude}</lat><lon>{longitude}</lon><incidenceAngle>{angle}</incidenceAngle></sceneCornerCoord>"
    return text


def _georef_xml(rows: int, columns: int) -> str:
    text, shares = "", (-0.25, 0.25, 0.75, 1.25)
    for iaz, down in enumerate(shares, 1):
        for irg, across in enumerate(shares, 1):
            longitude, latitude = _lonlat(across * columns, down * rows)
            text += (
                f"<gridPoint iaz='{iaz}' irg='{irg}'><t>{down}</t><tau>{1e-4 * across}</tau>"
                f"<lat>{latitude}</lat><lon>{longitude + 360}</lon>"
                f"<inc>{30 + 10 * across}</inc><height>100</height></gridPoint>"
            )
    return (
        "<geoReference><geolocationGrid><numberOfGridPoints><azimuth>4</azimuth><range>4</range></numberOfGridPoints>"
        "<gridReferenceTime><tReferenceTimeUTC>2020-01-01T00:00:00</tReferenceTimeUTC><tauReferenceTime>4.3E-03</tauReferenceTime>"
        f"</gridReferenceTime>{text}</geolocationGrid></geoReference>"
    )


@pytest.fixture
def toy_set(tmp_path: Path) -> Callable[..., Path]:
    """Writes a patch set ``toy_set(name, {split: (patches of class 0, of class 1, ...)})`` of speckle, each class 10 dB brighter.

    With ``optical=True`` each patch has an optical image, whose colour tells its class.
    """
    return partial(write_toy_set, tmp_path)


@pytest.fixture(scope="session")
def toy_set_in() -> Callable[..., Path]:
    """The same for what several tests share: ``toy_set_in(folder, name, ...)``."""
    return write_toy_set


def write_toy_set(
    folder: Path,
    name: str,
    counts: dict[str, tuple[int, ...]],
    patch_px: int = 32,
    level_db: float = 0.0,
    *,
    step_db: float = 10.0,
    optical: bool = False,
    **settings: object,
) -> Path:
    """See ``toy_set``."""
    classes = TERRASAR_X_LEGEND[: max(map(len, counts.values()))]
    rows = [(split, place) for split, ns in counts.items() for place, n in enumerate(ns) for _ in range(n)]
    places = np.array([place for _, place in rows])[:, None, None, None]
    random = np.random.default_rng(0)
    speckle = random.exponential(size=(len(rows), 1, patch_px, patch_px))
    db = step_db * places - 15 + level_db + 10 * np.log10(speckle)
    red_green_blue = np.array([60, 120, 200])[:, None, None] + np.array([30, 0, -20])[:, None, None] * places
    images = red_green_blue + random.integers(-9, 10, (len(rows), 3, patch_px, patch_px))
    given = {"quantity": "gamma0", "floor_db": -60.0, "ceiling_db": 40.0, "pixel_size_m": 1.25, "channels": ("HH",), "classes": classes}
    described = PatchSetSettings(**{**given, "patch_px": patch_px, **settings})
    index = pd.DataFrame(
        {
            "patch": range(len(rows)), "label": [classes[place].code for _, place in rows],
            "class": [described.classes[place].name for _, place in rows], "scene": "toy",
            "row": np.arange(len(rows)) * patch_px, "col": 0, "group": [str(one) for one in range(len(rows))],
            "split": [split for split, _ in rows], "source": "real", "cover": 1.0, "label_sampling": "polygons",
            "inclusion_probability": np.nan, "file": "toy.tif",
        }
    )  # fmt: skip
    with new_patch_set(folder / f"{name}.patchset", 1, patch_px, optical) as writer:
        writer.append(db_to_codes(db.astype(np.float32), described), images.astype(np.uint8) if optical else None)
        writer.finish(described, index)
    return folder / f"{name}.patchset"


@pytest.fixture
def brightness_model() -> Model:
    """A model whose answer is known by hand: mean grey level of the patch, nearest to -20 dB (dark), -10 dB (middle) or 0 dB (bright).

    Its body averages squares of 32 px, so that nothing of a convolution's padding is in its answers.
    """
    levels = torch.tensor([-20.0, -10.0, 0.0])
    centres = ((levels + 30) / 40 - 0.5) / 0.25  # as the door scales the default window of -30..10 dB
    head = nn.Linear(1, 3)
    # softmax of -4 (x - c)^2, less the part that all classes share
    head.weight = nn.Parameter((8 * centres)[:, None])
    head.bias = nn.Parameter(-4 * centres**2)
    stem = (nn.Identity(), nn.Identity(), nn.Identity(), nn.AvgPool2d(4))
    network = PatchNetwork(nn.Sequential(*stem, nn.AvgPool2d(8, ceil_mode=True, count_include_pad=False)), nn.Sequential(head)).eval()
    classes = (LandClass(1, "dark", "#2b7bba"), LandClass(4, "middle", "#e6c84f"), LandClass(7, "bright", "#d7301f"))
    card = ModelCard(
        "brightness", "resnet10", (), ("HH",), classes, 96, 1.0, Radiometry(), (1, 4), (20, 50),
        tuple(1 / 3 if one in (16, 32, 48) else 0.0 for one in range(64)),
    )  # fmt: skip
    return Model(card, network, "0" * 64)


@pytest.fixture
def write_raster(tmp_path: Path) -> Callable[..., str]:
    """Writes linear power (rows, columns) as a float32 GeoTIFF, pixels of 1 m in UTM: ``write_raster(power, name="a.tif", crs=...)``."""

    def write(power: np.ndarray, name: str = "scene.tif", **profile: object) -> str:
        place = {"crs": "EPSG:32632", "transform": Affine(1, 0, 500_000, 0, -1, 5_300_000)}
        size = {"height": power.shape[0], "width": power.shape[1], "count": 1, "dtype": "float32", "nodata": np.nan}
        with rasterio.open(tmp_path / name, "w", driver="GTiff", **{**place, **size, **profile}) as raster:
            raster.write(power.astype(np.float32), 1)
        return str(tmp_path / name)

    return write
