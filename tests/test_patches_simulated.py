"""From a simulated product to a patch set: covers against exact overlay, pixels against the scene, one place on one side."""

from collections.abc import Iterator
from pathlib import Path

import geopandas
import numpy as np
import pytest
import rasterio
import shapely
import torch
from echopatch.core.contract.commands.patches import PatchesCutConfig, PatchesInfoConfig, SplitOptions
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.commands.simulate import SimulateConfig
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.patches.cut import cut
from echopatch.core.engine.patches.describe import describe
from echopatch.core.engine.patches.overlaps import leaks
from echopatch.core.engine.patches.patch_set import PatchSet, codes_to_db, read_patch_set
from echopatch.core.engine.scene.scene import Scene, open_scene
from echopatch.core.engine.scene.windows import Window
from echopatch.core.engine.simulation.simulate import simulate

PATCH_PX = 32


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("simulated")
    outputs = simulate(SimulateConfig(output=str(folder / "scene"), size_px=512, seed=3), Silent())
    config = PatchesCutConfig(
        scene=(str(outputs["product"]),), labels=(str(outputs["labels"]),), optical=(str(outputs["optical"]),),
        output=str(folder / "cut.patchset"), patch_px=PATCH_PX, stride_px=24, min_cover=0.7, split=SplitOptions(block_m=150.0),
    )  # fmt: skip
    cut(config, Silent())
    return folder


@pytest.fixture
def patches(folder: Path) -> PatchSet:
    return read_patch_set(str(folder / "cut.patchset"))


@pytest.fixture
def scene(folder: Path) -> Iterator[Scene]:
    with open_scene(str(next((folder / "scene").glob("TSX1*"))), SceneOptions()) as opened:
        yield opened


def test_covers_are_those_of_an_exact_overlay(folder: Path, patches: PatchSet) -> None:
    labels = geopandas.read_file(folder / "scene" / "labels.gpkg", layer="labels").to_crs(patches.index.crs)
    for one in patches.index.itertuples():
        of_class = labels.geometry[labels["class_code"] == one.label]
        exact = shapely.area(shapely.intersection(shapely.union_all(of_class.to_numpy()), one.geometry)) / one.geometry.area
        # a pixel goes by its centre, so a border through the patch may be off by a fraction of a pixel row
        assert one.cover == pytest.approx(exact, abs=0.02)
        assert exact > 0.68


def test_patches_hold_the_gamma_nought_of_the_product(patches: PatchSet, scene: Scene) -> None:
    db = codes_to_db(torch.from_numpy(np.array(patches.codes)), patches.settings).numpy()
    for one in patches.index.itertuples():
        with np.errstate(divide="ignore"):
            expected = 10 * np.log10(scene.read_power(Window(one.row, one.col, PATCH_PX, PATCH_PX), "gamma0"))
        np.testing.assert_allclose(db[one.patch], np.clip(expected, -60, 40), atol=2e-3)


def test_optical_patches_are_the_image_over_their_outline(folder: Path, patches: PatchSet) -> None:
    assert patches.optical is not None
    with rasterio.open(folder / "scene" / "optical.tif") as image:
        for one in patches.index.itertuples():
            west, _, _, north = one.geometry.bounds
            row, column = image.index(west + 0.5, north - 0.5)
            direct = image.read([1, 2, 3], window=((row, row + PATCH_PX), (column, column + PATCH_PX)))
            np.testing.assert_allclose(patches.optical[one.patch].astype(int), direct, atol=1)


def test_the_split_of_overlapping_windows_does_not_leak(patches: PatchSet) -> None:
    found = leaks(patches.index, patches.settings.patch_px, patches.settings.pixel_size_m)
    assert found.named == ()
    assert set(patches.index["split"]) == {"train", "validation", "test"}


def test_the_set_remembers_its_scene(patches: PatchSet, scene: Scene) -> None:
    [facts] = patches.settings.scenes
    assert (facts.scene_id, facts.looks, facts.bands) == (scene.info.scene_id, scene.info.looks, scene.info.bands)
    assert facts.incidence_deg == scene.info.incidence_deg
    assert facts.calibration_factors == scene.info.calibration_factors
    assert len(facts.fingerprint) == 64


def test_info_describes_it(folder: Path) -> None:
    outputs = describe(PatchesInfoConfig(patches=str(folder / "cut.patchset")), Silent())
    assert "no leak between the splits (checked by outline and group)" in str(outputs["text"])
