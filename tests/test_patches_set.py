"""The patch set: its coding, its writer and its reader."""

import json
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely
import torch
from echopatch.core.contract.errors import OutputError, PatchSetError
from echopatch.core.contract.legend import LandClass
from echopatch.core.engine.patches.patch_set import PatchSetSettings, codes_to_db, db_to_codes, read_patch_set
from echopatch.core.engine.patches.writer import check_set_output, file_sha256, new_patch_set

PATCH_PX = 16
SETTINGS = PatchSetSettings(
    quantity="gamma0",
    floor_db=-60.0,
    ceiling_db=40.0,
    pixel_size_m=1.25,
    patch_px=PATCH_PX,
    channels=("HH",),
    classes=(LandClass(1, "Settlements", "#d7301f"), LandClass(7, "Water bodies", "#2b7bba")),
)


def index_of(patches: list[int], geometry: bool = True) -> pd.DataFrame:
    count = len(patches)
    labels = ([1, 7] * count)[:count]
    names = [{1: "Settlements", 7: "Water bodies"}[one] for one in labels]
    frame = pd.DataFrame(
        {
            "patch": patches, "label": labels, "class": names, "scene": "S", "row": range(count),
            "col": 0, "group": [str(one) for one in patches], "split": "train", "source": "real", "cover": 1.0,
            "label_sampling": "polygons", "inclusion_probability": np.nan, "file": "S.tif",
        }
    )  # fmt: skip
    if not geometry:
        return frame
    boxes = shapely.box(np.arange(count) * 20.0, 0, np.arange(count) * 20.0 + 20, 20)
    return geopandas.GeoDataFrame(frame, geometry=boxes, crs="EPSG:32633")


def write_set(output: Path, index: pd.DataFrame, count: int, optical: bool = False) -> np.ndarray:
    codes = np.random.default_rng(0).integers(0, 65536, (count, 1, PATCH_PX, PATCH_PX)).astype(np.uint16)
    with new_patch_set(output, 1, PATCH_PX, optical) as writer:
        for part in np.array_split(np.arange(count), 3):
            rgb = np.repeat((codes[part] % 256).astype(np.uint8), 3, axis=1) if optical else None
            writer.append(codes[part], rgb)
        writer.finish(SETTINGS, index)
    return codes


def test_coding_and_back_is_right_within_half_a_step() -> None:
    db = np.random.default_rng(0).uniform(-60, 40, 10000).astype(np.float32)
    back = codes_to_db(torch.from_numpy(db_to_codes(db, SETTINGS)), SETTINGS).numpy()
    half_step_db = 100 / 65534 / 2
    assert np.abs(back - db).max() <= half_step_db + 1e-5  # float32 has 4e-6 dB at 40 dB


def test_the_ends_of_the_window_have_known_codes() -> None:
    db = np.array([-60, 40, -10, -np.inf, np.inf, -70, 50, np.nan], dtype=np.float32)
    assert db_to_codes(db, SETTINGS).tolist() == [1, 65535, 32768, 1, 65535, 1, 65535, 0]
    back = codes_to_db(torch.tensor([1, 65535, 32768, 0], dtype=torch.uint16), SETTINGS)
    torch.testing.assert_close(back, torch.tensor([-60.0, 40.0, -10.0, float("nan")]), equal_nan=True)


@pytest.mark.parametrize("geometry", [True, False])
@pytest.mark.parametrize("optical", [True, False])
def test_a_set_reads_back_as_written(tmp_path: Path, geometry: bool, optical: bool) -> None:
    codes = write_set(tmp_path / "a.patchset", index_of(list(range(7)), geometry), 7, optical)
    patches = read_patch_set(str(tmp_path / "a.patchset"))
    np.testing.assert_array_equal(patches.codes, codes)
    assert isinstance(patches.codes, np.memmap)
    assert (patches.optical is not None) == optical
    assert patches.settings.classes == SETTINGS.classes
    assert patches.settings.sha256["patches.npy"] == file_sha256(tmp_path / "a.patchset" / "patches.npy")
    assert patches.index["label"].tolist() == [1, 7, 1, 7, 1, 7, 1]
    assert list(tmp_path.iterdir()) == [tmp_path / "a.patchset"]


def test_patches_that_the_index_leaves_out_are_dropped_from_the_arrays(tmp_path: Path) -> None:
    kept = [1, 2, 5, 6]
    codes = write_set(tmp_path / "a.patchset", index_of(kept), 8, optical=True)
    patches = read_patch_set(str(tmp_path / "a.patchset"))
    np.testing.assert_array_equal(patches.codes, codes[kept])
    assert patches.optical is not None
    np.testing.assert_array_equal(patches.optical[:, 1], (codes[kept] % 256)[:, 0])
    assert patches.index["patch"].tolist() == [0, 1, 2, 3]


def test_the_index_opens_as_a_polygon_layer(tmp_path: Path) -> None:
    write_set(tmp_path / "a.patchset", index_of([0, 1]), 2)
    about = pyogrio.read_info(tmp_path / "a.patchset" / "index.gpkg", layer="patches")
    assert (about["crs"], about["geometry_type"], about["features"]) == ("EPSG:32633", "Polygon", 2)


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(PatchSetError, match="no patch is left"):
        write_set(tmp_path / "a.patchset", index_of([]), 0)
    assert list(tmp_path.iterdir()) == []


def test_the_identity_follows_a_corrected_label(tmp_path: Path) -> None:
    write_set(tmp_path / "a.patchset", index_of([0, 1]), 2)
    before = read_patch_set(str(tmp_path / "a.patchset")).sha256
    rewrite_index(tmp_path / "a.patchset", lambda index: index.assign(**{"label": 7, "class": "Water bodies"}))
    assert read_patch_set(str(tmp_path / "a.patchset")).sha256 != before


@pytest.mark.parametrize("column", ["label", "class"])
def test_a_correction_of_label_or_class_alone_is_understood(tmp_path: Path, column: str) -> None:
    write_set(tmp_path / "a.patchset", index_of([0, 1, 2]), 3)
    new = {"label": [7, 1, 1], "class": ["Water bodies", "Settlements", "Settlements"]}
    rewrite_index(tmp_path / "a.patchset", lambda index: index.assign(**{column: new[column]}))
    index = read_patch_set(str(tmp_path / "a.patchset")).index
    assert (index["label"].tolist(), index["class"].tolist()) == (new["label"], new["class"])


def test_without_the_labels_as_made_a_contradiction_stays_refused(tmp_path: Path) -> None:
    write_set(tmp_path / "a.patchset", index_of([0, 1]), 2)
    settings = json.loads((tmp_path / "a.patchset" / "set.json").read_text())
    del settings["sha256"]["labels.npy"]  # as a set of an older Echopatch
    (tmp_path / "a.patchset" / "set.json").write_text(json.dumps(settings))
    rewrite_index(tmp_path / "a.patchset", lambda index: index.assign(label=7))
    with pytest.raises(PatchSetError, match="correct the one that is wrong"):
        read_patch_set(str(tmp_path / "a.patchset"))


def test_a_split_that_tears_a_group_is_refused_on_reading_with_its_name(tmp_path: Path) -> None:
    write_set(tmp_path / "a.patchset", index_of([0, 1, 2]), 3)
    rewrite_index(tmp_path / "a.patchset", lambda index: index.assign(group=["north", "north", "south"], split=["train", "test", "test"]))
    with pytest.raises(PatchSetError, match=r"1 group\(s\) in more than one split; groups north\)"):
        read_patch_set(str(tmp_path / "a.patchset"))


def rewrite_index(folder: Path, change) -> None:
    index = change(pyogrio.read_dataframe(folder / "index.gpkg"))
    (folder / "index.gpkg").unlink()
    pyogrio.write_dataframe(index, folder / "index.gpkg", layer="patches")


def cut_short(folder: Path) -> None:
    raw = (folder / "patches.npy").read_bytes()
    (folder / "patches.npy").write_bytes(raw[:-7])


def newer(folder: Path) -> None:
    settings = json.loads((folder / "set.json").read_text())
    (folder / "set.json").write_text(json.dumps({**settings, "version": 99, "unheard-of": 1}))


def without_quantity(folder: Path) -> None:
    settings = json.loads((folder / "set.json").read_text())
    del settings["quantity"]
    (folder / "set.json").write_text(json.dumps(settings))


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        (lambda folder: (folder / "patches.npy").unlink(), r"not a whole patch set: patches.npy is missing"),
        (lambda folder: (folder / "index.gpkg").unlink(), r"not a whole patch set: index.gpkg is missing"),
        (lambda folder: (folder / "set.json").unlink(), r"not a whole patch set: set.json is missing"),
        (lambda folder: (folder / "set.json").write_text("{"), r"set.json in .* cannot be used"),
        (without_quantity, r"set.json in .*quantity"),
        (newer, r"newer Echopatch \(patch set version 99, this one reads up to 3\)"),
        (cut_short, r"patches.npy in .* cannot be used"),
        (lambda folder: (folder / "patches.npy").write_bytes(b""), r"patches.npy in .* cannot be used"),
        (lambda folder: np.save(folder / "patches.npy", np.zeros((4, 1, 8, 8), "<u2")), r"\(1, 8, 8\), not uint16 \(1, 16, 16\)"),
        (lambda folder: np.save(folder / "patches.npy", np.zeros((4, 1, 16, 16), "<f4")), r"float32"),
        (lambda folder: np.save(folder / "patches.npy", np.zeros((3, 1, 16, 16), "<u2")), r"4 rows do not name each of the 3 patches"),
        (lambda folder: (folder / "index.gpkg").write_bytes(b"no"), r"index.gpkg in .* cannot be used"),
        (lambda folder: rewrite_index(folder, lambda index: index.assign(label=5)), r"field label holds 5"),
        (
            lambda folder: rewrite_index(folder, lambda index: index.assign(label=7, **{"class": "Quays"})),
            r"the patch 0 has the label 7, which is Water bodies, but the class Quays",
        ),
        (lambda folder: rewrite_index(folder, lambda index: index.assign(split="exam")), r"field split holds exam"),
        (lambda folder: rewrite_index(folder, lambda index: index.drop(columns="group")), r"lacks the fields group"),
    ],
)
def test_a_damaged_set_is_refused_with_the_reason(tmp_path: Path, damage, line: str) -> None:
    write_set(tmp_path / "a.patchset", index_of([0, 1, 2, 3]), 4)
    damage(tmp_path / "a.patchset")
    with pytest.raises(PatchSetError, match=line):
        read_patch_set(str(tmp_path / "a.patchset"))


def test_a_missing_set_is_named() -> None:
    with pytest.raises(PatchSetError, match=r"the patch set nowhere\.patchset does not exist"):
        read_patch_set("nowhere.patchset")


def test_a_folder_that_is_no_set_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.patchset").mkdir()
    (tmp_path / "thesis.patchset" / "chapter1.tex").write_text("x")
    with pytest.raises(OutputError, match="exists already"):
        check_set_output(str(tmp_path / "thesis.patchset"), False, [])
    with pytest.raises(PatchSetError, match="is not a patch set, so it is not replaced"):
        check_set_output(str(tmp_path / "thesis.patchset"), True, [])
