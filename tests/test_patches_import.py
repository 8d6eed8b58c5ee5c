"""Importing chips of every kind, each bad input, and what patches info says of a set."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from echopatch.core.contract.commands.patches import PatchesImportConfig, PatchesInfoConfig, SplitOptions
from echopatch.core.contract.errors import PatchSetError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.patches.chips import import_chips
from echopatch.core.engine.patches.describe import describe
from echopatch.core.engine.patches.patch_set import PatchSet, codes_to_db, read_patch_set
from PIL import Image

SIDE = 20
STEP_DB = 100 / 65534


class Listener(Silent):
    def __init__(self) -> None:
        self.said: dict[str, dict[str, Any]] = {}

    def warning(self, code: str, **values: Any) -> None:
        self.said[code] = values


def amplitude(seed: int = 0, shape: tuple[int, ...] = (SIDE, SIDE)) -> np.ndarray:
    return np.random.default_rng(seed).integers(1, 250, shape).astype(np.uint8)


def write_tif(path: Path, array: np.ndarray, nodata: float | None = None) -> None:
    bands = array if array.ndim == 3 else array[None]
    shape = {"count": len(bands), "height": bands.shape[1], "width": bands.shape[2], "dtype": bands.dtype.name, "nodata": nodata}
    with (
        pytest.warns(rasterio.errors.NotGeoreferencedWarning),
        rasterio.open(path, "w", driver="GTiff", **shape) as file,
    ):
        file.write(bands)


def write_table(folder: Path, rows: list[str], header: str = "path,label") -> Path:
    (folder / "chips.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return folder / "chips.csv"


def run_import(table: Path, **settings: Any) -> tuple[PatchSet, dict[str, Any], Listener]:
    listener = Listener()
    output = table.with_name("chips.patchset")
    outputs = import_chips(PatchesImportConfig(table=str(table), output=str(output), **settings), listener)
    return read_patch_set(str(output)), outputs, listener


def in_db(patches: PatchSet) -> np.ndarray:
    return codes_to_db(torch.from_numpy(np.array(patches.codes)), patches.settings).numpy()


def test_a_transparent_pixel_holds_no_data_and_alpha_is_no_channel(tmp_path: Path) -> None:
    chip, opaque = amplitude(), np.full((SIDE, SIDE), 255, np.uint8)
    opaque[:, :4] = 0
    Image.fromarray(np.stack([chip, opaque], axis=-1), "LA").save(tmp_path / "a.png")
    patches, _, _ = run_import(write_table(tmp_path, ["a.png,sea"]))
    db = in_db(patches)
    assert db.shape == (1, 1, SIDE, SIDE)
    assert np.isnan(db[0, 0, :, :4]).all()
    np.testing.assert_allclose(db[0, 0, :, 4:], 20 * np.log10(chip[:, 4:].astype(float)), atol=STEP_DB)


def test_colours_of_a_palette_are_no_levels(tmp_path: Path) -> None:
    Image.fromarray(amplitude(shape=(SIDE, SIDE, 3))).quantize(16).save(tmp_path / "a.png")
    with pytest.raises(PatchSetError, match="colours of a palette"):
        run_import(write_table(tmp_path, ["a.png,sea"]))


def test_every_kind_of_file_gives_the_same_squared_amplitude(tmp_path: Path) -> None:
    chip = amplitude()
    Image.fromarray(chip).save(tmp_path / "a.png")
    Image.fromarray(chip.astype(np.uint16)).save(tmp_path / "b.png")
    write_tif(tmp_path / "c.tif", chip.astype(np.float32))
    np.save(tmp_path / "d.npy", chip)
    np.save(tmp_path / "e.npy", (chip * np.exp(1j * chip)).astype(np.complex64))
    write_tif(tmp_path / "f.tif", (chip * 1j).astype(np.complex64))
    table = write_table(tmp_path, [f"{name},sea" for name in ("a.png", "b.png", "c.tif", "d.npy", "e.npy", "f.tif")])
    patches, outputs, listener = run_import(table)
    expected = 20 * np.log10(chip.astype(float))
    for db in in_db(patches):
        np.testing.assert_allclose(db[0], expected, atol=STEP_DB)
    assert outputs["duplicates"] >= 3
    assert len(set(patches.index["split"])) == 1
    assert "patches-duplicates" in listener.said
    assert (patches.settings.quantity, patches.settings.floor_db, patches.settings.ceiling_db) == ("dn", 0, 100)


def test_a_jpeg_is_near_its_amplitude(tmp_path: Path) -> None:
    smooth = np.add.outer(np.arange(SIDE), np.arange(SIDE)).astype(np.uint8) * 3 + 100
    Image.fromarray(smooth).save(tmp_path / "a.jpg", quality=98)
    patches, _, _ = run_import(write_table(tmp_path, ["a.jpg,sea"]))
    np.testing.assert_allclose(in_db(patches)[0, 0], 20 * np.log10(smooth.astype(float)), atol=0.3)


@pytest.mark.parametrize(("scale", "values"), [("amplitude", 10**0.5), ("power", 10.0), ("db", 10.0)])
def test_the_scale_says_what_a_pixel_means(tmp_path: Path, scale: str, values: float) -> None:
    np.save(tmp_path / "a.npy", np.full((SIDE, SIDE), values, dtype=np.float32))
    patches, _, _ = run_import(write_table(tmp_path, ["a.npy,sea"]), chip_scale=scale, chip_quantity="sigma0", chip_pixel_size_m=2.0)
    np.testing.assert_allclose(in_db(patches), 10.0, atol=STEP_DB)
    assert (patches.settings.floor_db, patches.settings.pixel_size_m) == (-60, 2.0)


def test_nodata_stays_nodata_and_clipped_pixels_are_counted(tmp_path: Path) -> None:
    chip = np.full((SIDE, SIDE), 100.0, dtype=np.float32)
    chip[0, :3] = np.nan
    chip[1, :4] = 1e6  # 120 dB
    chip[2, :5] = 0
    np.save(tmp_path / "a.npy", chip)
    tif = np.full((SIDE, SIDE), 7, dtype=np.uint8)
    tif[0, 0] = 255
    write_tif(tmp_path / "b.tif", tif, nodata=255)
    patches, outputs, listener = run_import(write_table(tmp_path, ["a.npy,sea", "b.tif,sea"]))
    assert (patches.codes[0] == 0).sum() == 3
    assert (patches.codes[1] == 0).sum() == 1
    assert (patches.codes[0] == 65535).sum() == 4
    assert outputs["clipped_pixels"] == 9
    assert listener.said["patches-clipped"]["percent"] == f"{100 * 9 / 800:.2g}"


def test_two_channels_keep_their_order_and_names(tmp_path: Path) -> None:
    pair = np.stack([np.full((SIDE, SIDE), 10.0), np.full((SIDE, SIDE), 100.0)])
    np.save(tmp_path / "a.npy", pair)
    patches, _, _ = run_import(write_table(tmp_path, ["a.npy,sea"]), chip_bands=("HH", "HV"))
    np.testing.assert_allclose(in_db(patches)[0].mean(axis=(1, 2)), [20, 40], atol=STEP_DB)
    assert patches.settings.channels == ("HH", "HV")


def test_larger_chips_are_cropped_at_their_centre(tmp_path: Path) -> None:
    big = np.arange(30 * 26, dtype=np.float32).reshape(30, 26) + 1
    np.save(tmp_path / "a.npy", big)
    patches, _, listener = run_import(write_table(tmp_path, ["a.npy,sea"]), patch_px=SIDE)
    np.testing.assert_allclose(in_db(patches)[0, 0], 20 * np.log10(big[5:25, 3:23]), atol=STEP_DB)
    assert listener.said["patches-chips-cropped"]["count"] == 1


def test_optical_images_are_cropped_and_resampled_with_their_chips(tmp_path: Path) -> None:
    rgb = np.zeros((24, 24, 3), dtype=np.uint8)
    rgb[2:22, 2:22] = (10, 0, 30)
    Image.fromarray(rgb).save(tmp_path / "same.png")
    Image.fromarray(rgb.repeat(4, axis=0).repeat(4, axis=1)).save(tmp_path / "fine.png")
    for name in "ab":
        np.save(tmp_path / f"{name}.npy", amplitude(ord(name), (24, 24)))
    table = write_table(tmp_path, ["a.npy,sea,same.png", "b.npy,sea,fine.png"], "path,label,optical")
    patches, _, _ = run_import(table, patch_px=20)
    assert patches.optical is not None
    for image in patches.optical:
        assert (image[:, 2:-2, 2:-2] == np.array([10, 1, 30])[:, None, None]).all()  # dark, but seen


def many_chips(folder: Path, count: int) -> list[str]:
    for number in range(count):
        np.save(folder / f"{number}.npy", amplitude(number))
    return [f"{number}.npy" for number in range(count)]


def test_groups_are_kept_apart_and_chips_without_group_stand_alone(tmp_path: Path) -> None:
    rows = [
        f"{name},{'sea' if number % 2 else 'land'},{number // 6 if number < 48 else ''}"
        for number, name in enumerate(many_chips(tmp_path, 60))
    ]
    patches, _, listener = run_import(write_table(tmp_path, rows, "path,label,group"))
    assert patches.index.groupby("group")["split"].nunique().max() == 1
    assert patches.index["group"].nunique() == 8 + 12
    assert set(patches.index["split"]) == {"train", "validation", "test"}
    assert listener.said["patches-groups-unknown"] == {"count": 12, "total": 60}


def test_a_given_split_is_kept(tmp_path: Path) -> None:
    names = many_chips(tmp_path, 4)
    rows = [f"{name},sea,{split}" for name, split in zip(names, ("train", "val", "Test", "training"), strict=True)]
    patches, _, _ = run_import(write_table(tmp_path, rows, "path,label,split"))
    assert patches.index["split"].tolist() == ["train", "validation", "test", "train"]


def test_a_given_split_that_tears_a_group_is_refused(tmp_path: Path) -> None:
    names = many_chips(tmp_path, 3)
    rows = [f"{names[0]},sea,a,train", f"{names[1]},sea,a,test", f"{names[2]},sea,b,test"]
    with pytest.raises(PatchSetError, match=r"1 group\(s\) in more than one split"):
        run_import(write_table(tmp_path, rows, "path,label,group,split"))
    assert not list(tmp_path.glob("*.patchset"))


def test_a_given_split_that_tears_equal_chips_is_refused(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", amplitude())
    np.save(tmp_path / "b.npy", amplitude())
    with pytest.raises(PatchSetError, match="both sides of the split"):
        run_import(write_table(tmp_path, ["a.npy,sea,train", "b.npy,sea,test"], "path,label,split"))


def test_default_names_keep_their_codes_and_others_are_numbered(tmp_path: Path) -> None:
    names = many_chips(tmp_path, 2)
    patches, _, _ = run_import(write_table(tmp_path, [f"{names[0]},water bodies", f"{names[1]},Bare ground"]))
    assert patches.index["label"].tolist() == [7, 6]
    patches, _, _ = run_import(write_table(tmp_path, [f"{names[0]},ships", f"{names[1]},quays"]), overwrite=True)
    assert [(one.code, one.name) for one in patches.settings.classes] == [(1, "quays"), (2, "ships")]
    assert len({one.colour for one in patches.settings.classes}) == 2
    patches, _, listener = run_import(write_table(tmp_path, [f"{names[0]},3", f"{names[1]},5"]), overwrite=True)
    assert patches.index["class"].tolist() == ["Public transportations", "Natural vegetation"]
    assert "patches-codes-as-legend" in listener.said


BAD_HEADER = r"no column label \(it has: path, class\)"


@pytest.mark.parametrize(
    ("header", "row", "line"),
    [
        ("path,label", "gone.npy,sea", r"line 3 of .*chips\.csv: .*gone\.npy does not exist"),
        ("path,label", "small.npy,sea", r"line 3 of .*: small\.npy has 8 x 8 pixels, less than a patch of 20"),
        ("path,label", "two.npy,sea", r"line 3 of .*: two\.npy has 2 channel\(s\), the first chip has 1"),
        ("path,label", "nan.npy,sea", r"line 3 of .*: nan\.npy holds no data"),
        ("path,label", "broken.png,sea", r"line 3 of .*: .*broken\.png cannot be read"),
        ("path,label", "short.npy,sea", r"line 3 of .*: .*short\.npy cannot be read"),
        ("path,label", "words.npy,sea", r"line 3 of .*: .*words\.npy cannot be read"),
        ("path,label", "cube.npy,sea", r"line 3 of .*: cube\.npy has the shape 20 x 20 x 2"),
        ("path,label", "good.npy,", r"line 3 of .*: good\.npy has no label"),
        ("path,label", "good.npy,0", r"line 3 of .*: good\.npy has no label"),
        ("path,label", ",sea", r"line 3 of .* names no file"),
        ("path,label,split", "good.npy,sea,exam", r"line 3 of .*: unknown split 'exam'"),
        ("path,label,optical", "good.npy,sea,rgb.png", r"line 2 of .* has no optical but others have"),
        ("path,class", "good.npy,sea", BAD_HEADER),
    ],
)
def test_each_bad_row_is_named_with_its_file_and_leaves_nothing(tmp_path: Path, header: str, row: str, line: str) -> None:
    np.save(tmp_path / "good.npy", amplitude())
    np.save(tmp_path / "first.npy", amplitude(1))
    np.save(tmp_path / "small.npy", amplitude(2, (8, 8)))
    np.save(tmp_path / "two.npy", amplitude(3, (2, SIDE, SIDE)))
    np.save(tmp_path / "cube.npy", amplitude(3, (SIDE, SIDE, 2)))
    np.save(tmp_path / "nan.npy", np.full((SIDE, SIDE), np.nan))
    np.save(tmp_path / "words.npy", np.array([["a", "b"]]))
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    (tmp_path / "short.npy").write_bytes((tmp_path / "good.npy").read_bytes()[:-100])
    first = "first.npy,sea" + (",train" if "split" in header else "")
    with pytest.raises(PatchSetError, match=line) as caught:
        run_import(write_table(tmp_path, [first, row], header))
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.glob("*.patchset"))


def test_complex_chips_are_amplitudes(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.ones((SIDE, SIDE), dtype=np.complex64))
    with pytest.raises(PatchSetError, match="is complex, so --chip-scale must be amplitude, not power"):
        run_import(write_table(tmp_path, ["a.npy,sea"]), chip_scale="power")


@pytest.mark.parametrize(
    ("content", "line"), [("path,label\n", "has no rows"), ("", "no column path, label"), ("path;label\na;b\n", "no column path, label")]
)
def test_a_table_without_rows_or_columns_is_refused(tmp_path: Path, content: str, line: str) -> None:
    (tmp_path / "chips.csv").write_text(content)
    with pytest.raises(PatchSetError, match=line):
        run_import(tmp_path / "chips.csv")


def test_columns_that_are_not_used_are_named(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", amplitude())
    _, _, listener = run_import(write_table(tmp_path, ["a.npy,sea,x"], "path,label,grp"))
    assert listener.said["patches-table-ignored"]["columns"] == "grp"


# --- patches info


def test_info_counts_by_class_and_split_and_adds_up(tmp_path: Path) -> None:
    rows = [f"{name},{'sea' if number % 3 else 'land'},{number // 2}" for number, name in enumerate(many_chips(tmp_path, 60))]
    patches, _, _ = run_import(write_table(tmp_path, rows, "path,label,group"))
    outputs = describe(PatchesInfoConfig(patches=str(patches.folder)), Silent())
    info: Any = outputs["info"]
    sizes = patches.index.groupby(["class", "split"]).size()
    for one in info["classes"]:
        assert [one[split] for split in ("train", "validation", "test")] == [
            sizes[one["name"], split] for split in ("train", "validation", "test")
        ]
    assert info["patches"] == 60
    text = str(outputs["text"])
    assert "land" in text
    assert "60 patches of 20 x 20 px" in text


def test_the_histogram_of_info_is_that_of_the_decibels(tmp_path: Path) -> None:
    patches, _, _ = run_import(write_table(tmp_path, [f"{name},sea" for name in many_chips(tmp_path, 5)]))
    info: Any = describe(PatchesInfoConfig(patches=str(patches.folder)), Silent())["info"]
    db = in_db(patches)
    expected, _ = np.histogram(db, bins=64, range=(0, 100))
    np.testing.assert_allclose(info["histogram"], expected / db.size, atol=1e-9)
    assert sum(info["histogram"]) == pytest.approx(1)
    for name, value in info["percentiles_db"].items():
        assert value == pytest.approx(np.percentile(db, float(name)), abs=0.1)


def test_info_notices_a_changed_array(tmp_path: Path) -> None:
    patches, _, _ = run_import(write_table(tmp_path, [f"{name},sea" for name in many_chips(tmp_path, 2)]))
    array = np.load(patches.folder / "patches.npy")
    array[0, 0, 0, 0] ^= 1
    np.save(patches.folder / "patches.npy", array)
    with pytest.raises(PatchSetError, match=r"patches\.npy in .* has changed since the set was written"):
        describe(PatchesInfoConfig(patches=str(patches.folder)), Silent())


# --- real chips


def import_arrays(folder: Path, arrays: np.ndarray, labels: list[str], groups: list[str], **settings: Any) -> tuple[PatchSet, Listener]:
    rows = []
    for number, (array, label, group) in enumerate(zip(arrays, labels, groups, strict=True)):
        np.save(folder / f"{number}.npy", array)
        rows.append(f"{number}.npy,{label},{group}")
    patches, _, listener = run_import(write_table(folder, rows, "path,label,group"), **settings)
    return patches, listener


def test_real_chips_keep_their_overlap_groups_on_one_side(tmp_path: Path, test_data: Path) -> None:
    chips = np.load(test_data / "tsx_chips" / "tsx_chips.npz")
    slc = chips["re"].astype(np.float32) + 1j * chips["im"].astype(np.float32)
    labels = [str(chips["classes"][one]) for one in chips["y"]]
    patches, listener = import_arrays(tmp_path, slc.astype(np.complex64), labels, [str(one) for one in chips["group"]], chip_bands=("co",))
    assert len(patches.index) == 788
    for group in np.unique(chips["group"]):
        assert patches.index["split"][chips["group"] == group].nunique() == 1
    power = chips["re"].astype(float) ** 2 + chips["im"].astype(float) ** 2
    with np.errstate(divide="ignore"):
        expected = np.clip(10 * np.log10(power), 0, 100)
    np.testing.assert_allclose(in_db(patches)[:, 0], expected, atol=STEP_DB)
    assert patches.index.groupby("class").size().to_dict() == {
        "residential": 179, "storagetank": 202, "industrialfacilities": 139, "railways": 135, "ships": 133
    }  # fmt: skip
    assert "patches-groups-unknown" not in listener.said


def test_real_patches_of_overlapping_places_stay_together(tmp_path: Path, test_data: Path) -> None:
    real = np.load(test_data / "s1_patches" / "s1_stripmap_8class.npz")
    some = np.arange(0, len(real["y"]), 5)
    labels = [str(real["classes"][one]) for one in real["y"][some]]
    patches, _ = import_arrays(tmp_path, real["slc"][some], labels, [str(one) for one in real["scene"][some]], split=SplitOptions(seed=3))
    assert len(patches.index) == len(some)
    assert patches.index.groupby("group")["split"].nunique().max() == 1
