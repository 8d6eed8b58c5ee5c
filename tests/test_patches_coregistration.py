"""How far optical images lie off: known offsets of made, simulated and real pairs, what cannot be told, and how a set carries it."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from echopatch.core.contract.commands.patches import (
    PatchesCutConfig,
    PatchesImportConfig,
    PatchesInfoConfig,
    PatchesMergeConfig,
    PatchesSubsetConfig,
    SplitOptions,
)
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.commands.simulate import SimulateConfig
from echopatch.core.contract.errors import PatchSetError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.patches.chips import import_chips
from echopatch.core.engine.patches.coregistration import OpticalOffset, estimate_offset, reach_px
from echopatch.core.engine.patches.cut import cut
from echopatch.core.engine.patches.describe import describe
from echopatch.core.engine.patches.merge import merge
from echopatch.core.engine.patches.patch_set import SET_VERSION, read_patch_set
from echopatch.core.engine.patches.subset import subset
from echopatch.core.engine.simulation.simulate import simulate
from PIL import Image
from scipy.spatial import cKDTree

PATCH_PX, SIDE, RIM = 48, 480, 16
PLACE = Affine(1.25, 0, 500_000, 0, -1.25, 5_300_000)
NO_TEST = SplitOptions(validation_share=0.0, test_share=0.0)
Pairs = tuple[np.ndarray, np.ndarray]


class Listener(Silent):
    def __init__(self) -> None:
        self.said: dict[str, list[dict[str, Any]]] = {}

    def warning(self, code: str, **values: Any) -> None:
        self.said.setdefault(code, []).append(values)


@pytest.fixture(scope="module")
def fields() -> Pairs:
    """Power with single-look speckle (rows, columns) and RGB (3, rows, columns) of flat fields, with a rim around them."""
    rng = np.random.default_rng(0)
    size = SIDE + 2 * RIM
    seeds = rng.uniform(0, size, (300, 2))
    field = cKDTree(seeds).query(np.stack(np.mgrid[:size, :size], axis=-1))[1]
    power = 10 ** (rng.uniform(-2, 0, len(seeds))[field]) * rng.exponential(size=field.shape)
    colours = rng.uniform(20, 230, (len(seeds), 3))[field] + rng.normal(0, 4, (*field.shape, 3))
    return power.astype(np.float32), colours.clip(1, 255).astype(np.uint8).transpose(2, 0, 1)


def inner(image: np.ndarray, down_px: int = 0, right_px: int = 0) -> np.ndarray:
    """The image without its rim, its content moved."""
    return image[..., RIM - down_px : RIM - down_px + SIDE, RIM - right_px : RIM - right_px + SIDE]


def squares(image: np.ndarray, patch_px: int = PATCH_PX) -> np.ndarray:
    """Bands (C, rows, columns) as squares side by side, (N, C, P, P)."""
    bands, rows, columns = image.shape
    parted = image.reshape(bands, rows // patch_px, patch_px, columns // patch_px, patch_px)
    return parted.transpose(1, 3, 0, 2, 4).reshape(-1, bands, patch_px, patch_px)


def codes_of(power: np.ndarray) -> np.ndarray:
    return np.rint((10 * np.log10(power) + 60).clip(0, 100) * 655).astype(np.uint16) + 1


def estimate(codes: np.ndarray, optical: np.ndarray) -> OpticalOffset:
    return estimate_offset(codes, optical, np.arange(len(codes)))


# --- the estimate


@pytest.mark.parametrize(("down_px", "right_px"), [(0, 0), (3, 0), (0, -5), (-10, 0), (8, 9), (-2, 11)])
def test_a_known_offset_is_found_with_its_sign(fields: Pairs, down_px: int, right_px: int) -> None:
    power, rgb = fields
    found = estimate(codes_of(squares(inner(power)[None])), squares(inner(rgb, down_px, right_px)))
    assert (found.down_px, found.right_px) == (pytest.approx(down_px, abs=0.5), pytest.approx(right_px, abs=0.5))
    assert found.uncertainty_px is not None
    assert found.uncertainty_px < 1
    assert found.pairs == 100


def test_half_a_pixel_is_told_from_a_whole_one(fields: Pairs) -> None:
    power, rgb = fields
    halfway = (inner(rgb, 2).astype(float) + inner(rgb, 3)) / 2
    found = estimate(codes_of(squares(inner(power)[None])), squares(halfway.astype(np.uint8)))
    assert found.down_px == pytest.approx(2.5, abs=0.3)


def test_a_grey_image_is_compared_by_its_brightness(fields: Pairs) -> None:
    power, rgb = fields
    grey = inner(rgb, 4).astype(float).mean(axis=0, keepdims=True).repeat(3, axis=0).astype(np.uint8)
    found = estimate(codes_of(squares(inner(power)[None])), squares(grey))
    assert (found.down_px, found.right_px) == (pytest.approx(4, abs=0.5), pytest.approx(0, abs=0.5))


def test_contrast_may_be_the_other_way_round(fields: Pairs) -> None:
    power, rgb = fields
    found = estimate(codes_of(squares(1 / inner(power)[None])), squares(255 - inner(rgb, 0, 6)))
    assert found.right_px == pytest.approx(6, abs=0.5)


def flat_optical(codes: np.ndarray, optical: np.ndarray) -> Pairs:
    return codes, np.full_like(optical, 90)


def flat_radar(codes: np.ndarray, optical: np.ndarray) -> Pairs:
    speckle = np.random.default_rng(1).exponential(0.1, codes.shape)
    return codes_of(speckle), optical


def no_radar_contrast_at_all(codes: np.ndarray, optical: np.ndarray) -> Pairs:
    return np.full_like(codes, 20_000), optical


def other_ground(codes: np.ndarray, optical: np.ndarray) -> Pairs:
    return codes, np.roll(optical, 37, axis=0)


def too_few(codes: np.ndarray, optical: np.ndarray) -> Pairs:
    return codes[:7], optical[:7]


def nodata_everywhere(codes: np.ndarray, optical: np.ndarray) -> Pairs:
    codes[:, :, 0, 0] = 0
    return codes, optical


@pytest.mark.parametrize(
    "spoil", [flat_optical, flat_radar, no_radar_contrast_at_all, other_ground, too_few, nodata_everywhere], ids=lambda one: one.__name__
)
def test_what_cannot_be_told_is_not_told(fields: Pairs, spoil: Callable[..., Pairs]) -> None:
    power, rgb = fields
    found = estimate(*spoil(codes_of(squares(inner(power)[None])), squares(inner(rgb))))
    assert (found.down_px, found.right_px, found.uncertainty_px) == (None, None, None)


def test_an_offset_beyond_reach_is_not_told(fields: Pairs) -> None:
    power, rgb = fields
    assert reach_px(32) == 8
    found = estimate(codes_of(squares(inner(power)[None], 32)), squares(inner(rgb, 13), 32))
    assert found.down_px is None


def test_pairs_with_nodata_do_not_count(fields: Pairs) -> None:
    power, rgb = fields
    codes = codes_of(squares(inner(power)[None]))
    codes[::2, :, 20:30, 20:30] = 0
    found = estimate(codes, squares(inner(rgb, 3, 3)))
    assert found.pairs == 50
    assert (found.down_px, found.right_px) == (pytest.approx(3, abs=0.5), pytest.approx(3, abs=0.5))


def test_known_offsets_of_real_pairs_are_found(test_data: Path) -> None:
    folder = test_data / "eo_sar_pairs"
    with (folder / "pairs.csv").open(newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)][24:30:3]
    for name in names:
        amplitude, rgb = np.asarray(Image.open(folder / "sar" / name)), np.asarray(Image.open(folder / "optical" / name))
        codes = codes_of(squares((amplitude[None, 32:-32, 32:-32] / 255.0).clip(1e-3) ** 2, 64))
        whole = np.moveaxis(rgb[..., :3], 2, 0)
        as_given = estimate(codes, squares(whole[:, 32:-32, 32:-32], 64))
        moved = estimate(codes, squares(whole[:, 27:-37, 40:-24], 64))
        assert as_given.uncertainty_px is not None
        assert moved.down_px == pytest.approx(as_given.down_px + 5, abs=0.5)
        assert moved.right_px == pytest.approx(as_given.right_px - 8, abs=0.5)


# --- sets


def write_raster(path: Path, bands: np.ndarray, transform: Affine, crs: str = "EPSG:32633") -> str:
    shape = {"count": len(bands), "height": bands.shape[1], "width": bands.shape[2], "dtype": bands.dtype.name}
    with rasterio.open(path, "w", driver="GTiff", crs=crs, transform=transform, **shape) as file:
        file.write(bands)
    return str(path)


def cut_fields(folder: Path, fields: Pairs, down_px: float, right_px: float, **changes: Any) -> tuple[Path, dict[str, Any], Listener]:
    """Cut a scene whose optical image is placed off by so many pixels."""
    power, rgb = fields
    scene = write_raster(folder / "scene.tif", inner(power)[None], PLACE)
    misplaced = PLACE @ Affine.translation(right_px - RIM, down_px - RIM)
    optical = write_raster(folder / "optical.tif", rgb, misplaced)
    corners = [PLACE @ corner for corner in ((0, 0), (SIDE, SIDE))]
    west, north, east, south = *corners[0], *corners[1]
    geopandas.GeoDataFrame({"class": ["fields"]}, geometry=[shapely.box(west, south, east, north)], crs="EPSG:32633").to_file(
        folder / "labels.gpkg", layer="labels"
    )
    settings = {"patch_px": PATCH_PX, "options": SceneOptions(quantity="gamma0"), "split": NO_TEST, "optical": (optical,), **changes}
    listener, output = Listener(), folder / "fields.patchset"
    config = PatchesCutConfig(scene=(scene,), labels=(str(folder / "labels.gpkg"),), output=str(output), **settings)
    return output, cut(config, listener), listener


def test_a_cut_set_keeps_tells_and_warns_of_its_offset(tmp_path: Path, fields: Pairs) -> None:
    output, outputs, listener = cut_fields(tmp_path, fields, 4, -3)
    [offset] = read_patch_set(str(output)).settings.optical_offsets
    assert (offset.down_px, offset.right_px) == (pytest.approx(4, abs=0.5), pytest.approx(-3, abs=0.5))
    assert (offset.scene, offset.image) == ("scene", str(tmp_path / "optical.tif"))
    told = outputs["optical_offsets"]["scene"]
    assert told["down_px"] == offset.down_px
    assert told["distance_m"] == pytest.approx(5 * 1.25, abs=0.6)
    [warning] = listener.said["patches-optical-offset"]
    assert (warning["scene"], warning["right_px"]) == ("scene", offset.right_px)
    described = describe(PatchesInfoConfig(patches=str(output)), Silent())
    assert described["info"]["optical_offsets"][0]["down_px"] == offset.down_px
    line = next(line for line in described["text"].splitlines() if line.startswith("optical image of scene"))
    assert f"{offset.down_px:.1f} px down, {-offset.right_px:.1f} px left" in line


def test_up_to_two_pixels_there_is_no_warning(tmp_path: Path, fields: Pairs) -> None:
    output, _, listener = cut_fields(tmp_path, fields, 1, -1)
    assert not [code for code in listener.said if "optical" in code]
    assert read_patch_set(str(output)).settings.optical_offsets[0].down_px == pytest.approx(1, abs=0.5)


def test_flat_ground_is_said_to_tell_nothing(tmp_path: Path, fields: Pairs) -> None:
    power, rgb = fields
    output, outputs, listener = cut_fields(tmp_path, (power, np.full_like(rgb, 60)), 5, 5)
    assert listener.said["patches-optical-offset-unknown"] == [{"scene": "scene", "pairs": 100, "reach_px": 12}]
    assert outputs["optical_offsets"]["scene"]["down_px"] is None
    assert "could not be estimated" in describe(PatchesInfoConfig(patches=str(output)), Silent())["text"]


def test_an_optical_image_of_another_place_is_refused_in_one_line(tmp_path: Path, fields: Pairs) -> None:
    with pytest.raises(PatchSetError, match=r"optical\.tif shows another place than its scene") as caught:
        cut_fields(tmp_path, fields, 0, 100_000)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.glob("*.patchset"))


def test_a_set_without_optical_images_says_nothing_of_them(tmp_path: Path, fields: Pairs) -> None:
    output, outputs, listener = cut_fields(tmp_path, fields, 9, 9, optical=())
    assert "optical_offsets" not in outputs
    assert not [code for code in listener.said if "optical" in code]
    assert read_patch_set(str(output)).settings.optical_offsets == ()


def test_chips_are_compared_all_together(tmp_path: Path, fields: Pairs) -> None:
    power, rgb = fields
    radar, optical = squares(np.sqrt(inner(power)[None])), squares(inner(rgb, -3, 4))
    for number, (chip, image) in enumerate(zip(radar, optical, strict=True)):
        np.save(tmp_path / f"{number}.npy", chip)
        Image.fromarray(image.transpose(1, 2, 0)).save(tmp_path / f"{number}.png")
    rows = "\n".join(f"{number}.npy,fields,{number},{number}.png" for number in range(len(radar)))
    (tmp_path / "chips.csv").write_text(f"path,label,group,optical\n{rows}\n", encoding="utf-8")
    output, listener = tmp_path / "chips.patchset", Listener()
    config = PatchesImportConfig(table=str(tmp_path / "chips.csv"), output=str(output), chip_quantity="sigma0", split=NO_TEST)
    outputs = import_chips(config, listener)
    told = outputs["optical_offsets"]["chips"]
    assert (told["down_px"], told["right_px"]) == (pytest.approx(-3, abs=0.5), pytest.approx(4, abs=0.5))
    assert told["distance_m"] is None
    assert listener.said["patches-optical-offset"][0]["scene"] == "chips"
    assert read_patch_set(str(output)).settings.optical_offsets[0].scene is None


def test_offsets_go_along_with_their_patches(tmp_path: Path, fields: Pairs) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, _, _ = cut_fields(tmp_path / "one", fields, 5, 0)
    two, _, _ = cut_fields(tmp_path / "two", (fields[0][::-1].copy(), fields[1][:, ::-1].copy()), 0, 5)
    both = tmp_path / "both.patchset"
    merge(PatchesMergeConfig(patches=(str(one), str(two)), output=str(both)), Silent())
    joined = read_patch_set(str(both))
    names = [about.scene_id for about in joined.settings.scenes]
    assert [offset.scene for offset in joined.settings.optical_offsets] == names == ["scene", "scene (2)"]
    part = tmp_path / "part.patchset"
    subset(PatchesSubsetConfig(patches=str(both), output=str(part), scenes=("scene (2)",)), Silent())
    assert read_patch_set(str(part)).settings.optical_offsets == joined.settings.optical_offsets[1:]


def test_a_merge_that_loses_its_optical_images_loses_their_offsets(tmp_path: Path, fields: Pairs) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, _, _ = cut_fields(tmp_path / "one", fields, 5, 0)
    two, _, _ = cut_fields(tmp_path / "two", fields, 0, 0, optical=())
    both = tmp_path / "both.patchset"
    merge(PatchesMergeConfig(patches=(str(one), str(two)), output=str(both)), Silent())
    assert read_patch_set(str(both)).settings.optical_offsets == ()


def test_a_set_of_the_first_version_is_read_and_what_comes_of_it_is_of_this_one(tmp_path: Path, fields: Pairs) -> None:
    output, _, _ = cut_fields(tmp_path, fields, 0, 0)
    settings = json.loads((output / "set.json").read_text(encoding="utf-8"))
    del settings["optical_offsets"]
    (output / "set.json").write_text(json.dumps({**settings, "version": 1}), encoding="utf-8")
    old = read_patch_set(str(output))
    assert old.optical is not None
    assert old.settings.optical_offsets == ()
    described = describe(PatchesInfoConfig(patches=str(output)), Silent())
    assert "not estimated when the set was made" in described["text"]
    part = tmp_path / "part.patchset"
    subset(PatchesSubsetConfig(patches=str(output), output=str(part)), Silent())
    assert json.loads((part / "set.json").read_text(encoding="utf-8"))["version"] == SET_VERSION


def test_a_shift_of_a_simulated_image_with_houses_and_trees_is_found(tmp_path: Path) -> None:
    made = simulate(SimulateConfig(output=str(tmp_path / "made"), size_px=768, seed=2, mix="urban"), Silent())

    def cut_with(optical: str, name: str) -> OpticalOffset:
        config = PatchesCutConfig(
            scene=(str(made["product"]),), labels=(str(made["labels"]),), optical=(optical,), patch_px=48, min_cover=0.3,
            output=str(tmp_path / f"{name}.patchset"), split=NO_TEST,
        )  # fmt: skip
        cut(config, Silent())
        return read_patch_set(config.output).settings.optical_offsets[0]

    with rasterio.open(str(made["optical"])) as image:
        moved = write_raster(tmp_path / "moved.tif", image.read(), image.transform @ Affine.translation(-4, 6), str(image.crs))
    in_place, beside = cut_with(str(made["optical"]), "in-place"), cut_with(moved, "beside")
    # the radar sees walls before their roofs, so a town seems to lie a pixel or two off even where it does not
    assert in_place.distance_px == pytest.approx(0, abs=2.5)
    assert beside.down_px == pytest.approx(in_place.down_px + 6, abs=0.5)
    assert beside.right_px == pytest.approx(in_place.right_px - 4, abs=0.5)
