"""Figures of synthetic patches against values worked out otherwise, what they say of patches spoilt on purpose, and the command."""

import dataclasses
import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.generation_quality import GanAssessConfig
from echopatch.core.contract.errors import EchopatchError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.network.model_file import save_model
from echopatch.core.engine.network.networks import build_network
from echopatch.core.engine.patches.contents import content_hash
from echopatch.core.engine.patches.patch_set import CodedWindow, GeneratedFrom, codes_to_db, db_to_codes, read_patch_set
from echopatch.core.engine.patches.writer import new_patch_set
from echopatch.core.engine.realism.copies import Space, copies_of
from echopatch.core.engine.realism.diversity import ms_ssim, scales_of, similarities
from echopatch.core.engine.realism.feature_distances import frechet_distance, kernel_distance
from echopatch.core.engine.realism.gan_assess import gan_assess
from echopatch.core.engine.realism.memorisation import MIRRORED, low_pass, memorisation, nearest
from echopatch.core.engine.realism.pixel_figures import (
    CODES,
    along_columns,
    along_rows,
    autocorrelation,
    by_radius,
    level_distance_db,
    summed_covariance,
    texture_distance,
    typical_looks,
    width_px,
    window_looks,
)
from numpy.typing import NDArray
from scipy.linalg import sqrtm
from scipy.ndimage import gaussian_filter

ToySet = Callable[..., Path]
WINDOW = CodedWindow(-60, 40)


@pytest.fixture
def random() -> np.random.Generator:
    return np.random.default_rng(0)


def speckle(count: int, looks: float, side: int = 64) -> NDArray[np.float32]:
    power = np.random.default_rng(1).gamma(looks, 1 / looks, (count, side, side))
    return np.asarray(10 * np.log10(power), dtype=np.float32)


def counts_of(db: NDArray[np.float32]) -> NDArray[np.int64]:
    return np.bincount(db_to_codes(db, WINDOW).ravel(), minlength=CODES)


def test_levels_lie_as_far_apart_as_they_were_shifted() -> None:
    db = speckle(4, 2)
    assert level_distance_db(counts_of(db), counts_of(db + np.float32(1.5)), WINDOW) == pytest.approx(1.5, abs=0.002)
    assert level_distance_db(counts_of(db), counts_of(db), WINDOW) == 0


def test_nodata_has_no_level() -> None:
    db = speckle(2, 2)
    torn = np.concatenate([db, np.full_like(db, np.nan)])
    assert level_distance_db(counts_of(db), counts_of(torn), WINDOW) == 0
    with pytest.raises(ValueError, match="without valid pixels"):
        level_distance_db(counts_of(db), np.zeros(CODES, np.int64), WINDOW)


@pytest.mark.parametrize("looks", [1, 4, 12])
def test_looks_are_those_of_the_speckle_wherever_the_ground_is_even(looks: int) -> None:
    even = speckle(60, looks)
    assert typical_looks(window_looks(even)) == pytest.approx(looks, rel=0.12)
    # a third of the windows with a bright target in them changes nothing
    targets = even.copy()
    targets[:20, 3::8, 3::8] += 25
    assert typical_looks(window_looks(targets)) == pytest.approx(looks, rel=0.15)


def test_looks_do_not_depend_on_the_level_and_leave_gaps_out() -> None:
    db = speckle(2, 3)
    np.testing.assert_allclose(window_looks(db - 50), window_looks(db), rtol=1e-4)
    db[0, 0, 0] = np.nan
    assert len(window_looks(db)) == 2 * 64 - 1
    assert window_looks(np.zeros((1, 8, 8), np.float32)) == 1000
    assert math.isnan(typical_looks(window_looks(np.full((1, 8, 8), np.nan, np.float32))))


def test_the_autocovariance_is_the_mean_product_of_shifted_pixels() -> None:
    db = speckle(3, 2, side=12)
    centred = db - db.mean(axis=(1, 2), keepdims=True)
    found = summed_covariance(db)
    for down, right in ((0, 0), (2, 1), (3, -2)):
        first = centred[:, : 12 - down, max(0, -right) : 12 - max(0, right)]
        second = centred[:, down:, max(0, right) : 12 - max(0, -right)]
        assert found[3 + down, 3 + right] == pytest.approx((first * second).mean(axis=(1, 2)).sum(), rel=1e-4)


def test_a_gaussian_texture_is_as_wide_as_its_kernel(random: np.random.Generator) -> None:
    noise = random.normal(size=(40, 96, 96))
    smooth = gaussian_filter(noise, (0, 3, 1.5), mode="wrap").astype(np.float32)
    correlation = autocorrelation(summed_covariance(smooth))
    # noise after a Gaussian of sigma s correlates as exp(-lag^2 / 4 s^2), which is 1/e at 2 s
    assert width_px(along_rows(correlation)) == pytest.approx(6, rel=0.06)
    assert width_px(along_columns(correlation)) == pytest.approx(3, rel=0.06)


def test_an_image_without_contrast_correlates_everywhere() -> None:
    correlation = autocorrelation(summed_covariance(np.zeros((2, 32, 32), np.float32)))
    assert width_px(along_rows(correlation)) == 8
    assert (by_radius(correlation) == 1).all()


def test_blurring_raises_the_looks_and_widens_the_texture() -> None:
    db = speckle(20, 1)
    blurred = np.asarray(10 * np.log10(gaussian_filter(10 ** (db / 10), (0, 1, 1))), dtype=np.float32)
    assert typical_looks(window_looks(blurred)) > 4 * typical_looks(window_looks(db))
    sharp, soft = (autocorrelation(summed_covariance(one)) for one in (db, blurred))
    assert width_px(along_rows(soft)) > 2 * width_px(along_rows(sharp))
    assert texture_distance(soft, sharp) > 0.02
    assert texture_distance(sharp, sharp) == 0


@pytest.mark.parametrize("count", [40, 4000])  # fewer and more than features
def test_the_frechet_distance_is_that_of_the_matrix_formula(count: int, random: np.random.Generator) -> None:
    mixing = random.normal(size=(60, 60))
    first, second = (random.normal(size=(count, 60)) for _ in range(2))
    second = second @ mixing / 8 + 0.3
    covariances = [np.cov(one, rowvar=False) for one in (first, second)]
    shift = ((first.mean(0) - second.mean(0)) ** 2).sum()
    expected = shift + np.trace(covariances[0] + covariances[1] - 2 * np.real(sqrtm(covariances[0] @ covariances[1])))
    found = frechet_distance(first.astype(np.float32), second.astype(np.float32))
    assert found == pytest.approx(expected, rel=1e-3)


def test_the_frechet_distance_of_two_gaussians_is_the_closed_form(random: np.random.Generator) -> None:
    deviations, shift = np.array([1.0, 2.0, 0.5]), np.array([3.0, 0.0, 1.0])
    first = random.normal(size=(200_000, 3)).astype(np.float32)
    second = (random.normal(size=(200_000, 3)) * deviations + shift).astype(np.float32)
    assert frechet_distance(first, second) == pytest.approx((shift**2).sum() + ((deviations - 1) ** 2).sum(), rel=0.01)
    assert frechet_distance(first, first) == pytest.approx(0, abs=1e-6)


def test_the_kernel_distance_of_equal_distributions_is_zero_on_average_however_few(random: np.random.Generator) -> None:
    found = [kernel_distance(*random.normal(size=(2, 12, 8)).astype(np.float32), seed=seed).value for seed in range(200)]
    assert abs(np.mean(found)) < 3 * np.std(found) / math.sqrt(len(found))
    # the Frechet distance of samples as small is far from zero
    assert np.mean([frechet_distance(*random.normal(size=(2, 12, 8)).astype(np.float32)) for _ in range(20)]) > 1


def test_the_kernel_distance_is_the_difference_of_mean_kernels() -> None:
    # all points of a sample alike: k(a, a) + k(b, b) - 2 k(a, b) with k = (x y / 1 + 1)^3
    first, second = np.full((8, 1), 1, np.float32), np.full((8, 1), 2, np.float32)
    assert kernel_distance(first, second) == (pytest.approx(2**3 + 5**3 - 2 * 3**3), 0)


def test_similarity_is_one_for_equal_images_and_the_luminance_term_for_flat_ones() -> None:
    images = torch.rand(3, 2, 64, 64, generator=torch.Generator().manual_seed(0))
    torch.testing.assert_close(ms_ssim(images, images), torch.ones(3))
    flat = [torch.full((1, 1, 32, 32), level) for level in (0.2, 0.6)]
    luminance = (2 * 0.2 * 0.6 + 1e-4) / (0.2**2 + 0.6**2 + 1e-4)
    # 32 px have two scales; contrast and structure of flat images are 1, luminance counts at the coarser one
    expected = luminance ** (0.2856 / (0.0448 + 0.2856))
    assert ms_ssim(*flat).item() == pytest.approx(expected, rel=1e-4)


def test_similarity_at_one_scale_is_the_weighted_formula_of_a_single_window(random: np.random.Generator) -> None:
    x, y = random.random((2, 11, 11))
    line = np.exp(-((np.arange(11) - 5) ** 2) / (2 * 1.5**2))
    weights = np.outer(line, line) / line.sum() ** 2
    mx, my = (weights * x).sum(), (weights * y).sum()
    vx, vy, vxy = (weights * (x - mx) ** 2).sum(), (weights * (y - my) ** 2).sum(), (weights * (x - mx) * (y - my)).sum()
    luminance = (2 * mx * my + 1e-4) / (mx**2 + my**2 + 1e-4)
    expected = max(0, luminance * (2 * vxy + 9e-4) / (vx + vy + 9e-4))
    found = ms_ssim(*(torch.from_numpy(one)[None, None].float() for one in (x, y)))
    assert found.item() == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize(("side", "scales"), [(11, 1), (22, 2), (32, 2), (64, 3), (160, 4), (176, 5), (512, 5)])
def test_the_window_fits_the_coarsest_scale(side: int, scales: int) -> None:
    assert scales_of(side) == scales


def test_a_generator_of_one_patch_has_pairs_of_similarity_one() -> None:
    one = torch.rand(1, 1, 32, 32, generator=torch.Generator().manual_seed(0))
    assert similarities(one.expand(9, -1, -1, -1), 20) == pytest.approx(np.ones(20))
    assert len(similarities(one, 20)) == 0
    with pytest.raises(ValueError, match="11 px"):
        ms_ssim(one[..., :10, :10], one[..., :10, :10])


def test_the_nearest_patch_is_found_in_whichever_view() -> None:
    db = torch.from_numpy(speckle(6, 1, 32))[:, None]
    known = [low_pass(view.of(db)) for view in MIRRORED]
    found = nearest(low_pass(db[[4, 2]].flip(-1)), known)
    assert found.place.tolist() == [4, 2]
    assert [MIRRORED[one].columns_mirrored for one in found.view] == [True, True]
    assert found.distance == pytest.approx(0, abs=1e-4)
    none = nearest(known[0], known, apart=~np.eye(6, dtype=bool))
    assert (none.place != np.arange(6)).all()


def test_distances_without_speckle_are_in_db() -> None:
    db = torch.from_numpy(speckle(1, 1, 64))[:, None].repeat(1, 2, 1, 1)
    assert np.linalg.norm(low_pass(db + 2) - low_pass(db)) == pytest.approx(2, rel=1e-4)
    db[:, :, :5] = torch.nan
    assert np.isfinite(low_pass(db)).all()


def test_a_smoothed_copy_is_nearer_without_speckle_than_other_speckle_is() -> None:
    db = speckle(2, 1, 160)[:, None]
    smooth = np.asarray(10 * np.log10(gaussian_filter(10 ** (db[:1] / 10), (0, 0, 1, 1))), dtype=np.float32)
    original, other, copy = (low_pass(torch.from_numpy(one)) for one in (db[:1], db[1:], smooth))
    assert np.linalg.norm(copy - original) < 0.5 * np.linalg.norm(other - original)


def test_new_patches_are_as_near_as_new_patches(random: np.random.Generator) -> None:
    known, new, made = (random.normal(size=(400, 6)).astype(np.float32) for _ in range(3))
    judged = memorisation(nearest(made, [known]).distance, nearest(new, [known]).distance)
    assert judged.low < 0.05 < judged.high


def spaces_of(copied: list[int], held_out: int) -> dict[str, Space]:
    """20 points beside 80 known ones in two spaces, the first of them on some of these."""
    spaces = {}
    for seed, name in enumerate(("features", "pixels")):
        random = np.random.default_rng(seed)
        known, new, made = (random.normal(size=(size, 6)).astype(np.float32) for size in (80, held_out, 20))
        made[: len(copied)] = known[copied] + 0.01
        spaces[name] = Space(made, [known], new)
    return spaces


@pytest.mark.parametrize("held_out", [0, 30])
def test_copies_are_found_with_and_without_held_out_patches(held_out: int) -> None:
    found = copies_of(spaces_of(list(range(10, 17)), held_out), np.arange(80).astype(object))
    assert found.copied.tolist() == [True] * 7 + [False] * 13
    assert found.nearest["features"].place[:7].tolist() == list(range(10, 17))
    assert found.reference == ("held_out" if held_out else "training")


def test_where_real_patches_equal_each_other_only_what_equals_them_is_a_copy() -> None:
    known = np.random.default_rng(0).normal(size=(80, 6)).astype(np.float32)
    space = Space(np.concatenate([known[:1], known[1:2] + np.float32(0.01)]), [known], known[:30])
    assert copies_of({"features": space, "pixels": space}, np.arange(80).astype(object)).copied.tolist() == [True, False]


def test_what_is_near_in_features_alone_is_no_copy() -> None:
    spaces = {"features": spaces_of([3, 4], 30)["features"], "pixels": spaces_of([], 30)["pixels"]}
    found = copies_of(spaces, np.arange(80).astype(object))
    assert (found.closeness["features"][:2] < 0.1).all()
    assert not found.copied.any()


def test_overlapping_training_patches_do_not_pass_for_new_ones(random: np.random.Generator) -> None:
    places = random.normal(size=(20, 6)).repeat(4, axis=0)
    known = (places + 0.01 * random.normal(size=places.shape)).astype(np.float32)  # four patches of each place, nearly equal
    space = Space(known[::8] + np.float32(0.02), [known], known[:0])
    assert copies_of({"features": space, "pixels": space}, np.arange(20).repeat(4).astype(object)).copied.all()


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory, toy_set_in: ToySet) -> tuple[Path, str]:
    """A real set of two classes, and a network of random weights."""
    folder = tmp_path_factory.mktemp("quality")
    real = toy_set_in(folder, "real", {"train": (24, 24), "validation": (12, 12)})
    card = ModelCard("m", "resnet10", (), ("HH",), TERRASAR_X_LEGEND[:2], 32, 1.25, Radiometry(), None, None, tuple([1 / 64] * 64))
    torch.manual_seed(0)
    save_model(folder / "m.safetensors", build_network("resnet10", (), 1, 2), card)
    return real, str(folder / "m.safetensors")


Change = Callable[[NDArray[np.float32]], NDArray[np.float32]]


def synthetic_of(real: Path, path: Path, change: Change, origin: GeneratedFrom | None = None, rows: slice = slice(0, 48)) -> str:
    """A synthetic set of changed patches of a real one."""
    source = read_patch_set(str(real))
    db = change(codes_to_db(torch.from_numpy(np.array(source.codes[rows])), source.settings).numpy())
    index = source.index.iloc[rows].assign(patch=range(len(db)), source="synthetic", row=np.nan, col=np.nan, split="train")
    index["group"] = [f"made {one}" for one in range(len(db))]
    settings = dataclasses.replace(source.settings, sha256={}, generated_from=origin)
    with new_patch_set(path, 1, 32, False) as writer:
        writer.append(db_to_codes(db.astype(np.float32), settings), None)
        writer.finish(settings, index)
    return str(path)


def fresh(db: NDArray[np.float32]) -> NDArray[np.float32]:
    """Other speckle at the level of each patch, as the toy set was made."""
    levels = db.mean(axis=(1, 2, 3), keepdims=True) + 2.507
    return np.asarray(levels + 10 * np.log10(np.random.default_rng(5).exponential(size=db.shape)), dtype=np.float32)


def mirrored(db: NDArray[np.float32]) -> NDArray[np.float32]:
    made = fresh(db)
    made[::2] = db[::2, :, :, ::-1]
    return made


def blurred(db: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(10 * np.log10(gaussian_filter(10 ** (fresh(db) / 10), (0, 0, 1, 1))), dtype=np.float32)


def repeated(db: NDArray[np.float32]) -> NDArray[np.float32]:
    made = fresh(db)
    return np.concatenate([made[:1].repeat(24, 0), made[24:25].repeat(24, 0)])


def brighter(db: NDArray[np.float32]) -> NDArray[np.float32]:
    return fresh(db) + np.float32(4)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (fresh, set()),
        (blurred, {"quality-smooth", "quality-coarse", "quality-levels"}),
        (repeated, {"quality-alike"}),
        (brighter, {"quality-levels"}),
    ],
)
def test_the_report_finds_what_was_spoilt(
    change: Change, expected: set[str], material: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch.set_num_threads(1)
    real, model = material
    made = synthetic_of(real, tmp_path / "made.patchset", change)
    monkeypatch.setattr("echopatch.core.engine.realism.gan_assess.write_report", lambda *_: None)  # pictures have a test of their own
    told = gan_assess(GanAssessConfig(made, str(real), str(tmp_path / "report"), model, device="cpu"), Silent())
    metrics = json.loads((tmp_path / "report" / "metrics.json").read_text(encoding="utf-8"))
    found = {one["code"] for land_class in metrics["classes"] for one in land_class["findings"]} - {"quality-told-apart", "quality-near"}
    assert expected <= found if expected else found == set()
    assert told["copies"] == 0
    assert [one["compared"] for one in metrics["classes"]] == [12, 12]
    assert metrics["overall"]["compared"] == 24


def test_the_page_shows_copies_beside_what_they_repeat(material: tuple[Path, str], tmp_path: Path) -> None:
    torch.set_num_threads(1)
    real, model = material
    made = synthetic_of(real, tmp_path / "made.patchset", mirrored)
    told = gan_assess(GanAssessConfig(made, str(real), str(tmp_path / "report"), model, device="cpu"), Silent())
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert told["verdict"] == "Do not use them as they are: 24 of 48 synthetic patches are copies, which add nothing."
    assert "0 and 0 mirrored" in page
    assert {one.name for one in (tmp_path / "report").glob("*.png")} == {"levels.png", "texture.png", "class-1.png", "class-2.png"}


def test_the_patches_learned_from_are_those_that_the_generator_names(
    material: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch.set_num_threads(1)
    monkeypatch.setattr("echopatch.core.engine.realism.gan_assess.write_report", lambda *_: None)
    real, model = material
    codes = read_patch_set(str(real)).codes
    seen = tuple(content_hash(codes[row]) for row in [*range(12), *range(24, 36)])
    made = synthetic_of(real, tmp_path / "made.patchset", fresh, GeneratedFrom("", "", seen))
    config = GanAssessConfig(made, str(real), str(tmp_path / "report"), model, device="cpu")
    gan_assess(config, Silent())
    metrics = json.loads((tmp_path / "report" / "metrics.json").read_text(encoding="utf-8"))
    assert [one["patches"] for one in metrics["classes"]] == [{"synthetic": 24, "training": 12, "held_out": 12}] * 2
    told = []
    partly = synthetic_of(real, tmp_path / "partly.patchset", fresh, GeneratedFrom("", "", (*seen, "0" * 16)))
    monkeypatch.setattr(Silent, "warning", lambda _, code, **values: told.append((code, values)))
    gan_assess(dataclasses.replace(config, synthetic=partly, overwrite=True), Silent())
    assert dict(told)["quality-origin-partly"] == {"patches": str(real), "missing": 1, "total": 25}
    strange = synthetic_of(real, tmp_path / "strange.patchset", fresh, GeneratedFrom("", "", ("0" * 16,)))
    with pytest.raises(EchopatchError, match="learned from no patch"):
        gan_assess(dataclasses.replace(config, synthetic=strange, overwrite=True), Silent())


def test_what_cannot_be_judged_is_refused(material: tuple[Path, str], toy_set: ToySet, tmp_path: Path) -> None:
    real, model = material
    few = synthetic_of(real, tmp_path / "few.patchset", fresh, rows=slice(0, 4))
    coarse = toy_set("coarse", {"train": (12,)}, pixel_size_m=2.5)
    cases = {"no synthetic patches": str(real), "no class of .* can be judged": few}
    config = GanAssessConfig(few, str(real), str(tmp_path / "report"), model, device="cpu")
    for line, synthetic in cases.items():
        with pytest.raises(EchopatchError, match=line):
            gan_assess(dataclasses.replace(config, synthetic=synthetic), Silent())
    with pytest.raises(EchopatchError, match=r"differ in pixel size, 1\.25 m against 2\.5 m"):
        gan_assess(dataclasses.replace(config, patches=str(coarse)), Silent())
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "thesis.txt").touch()
    with pytest.raises(EchopatchError, match="no report of 'gan assess'"):
        gan_assess(dataclasses.replace(config, overwrite=True), Silent())
    assert not list(tmp_path.glob("*.partial*"))
