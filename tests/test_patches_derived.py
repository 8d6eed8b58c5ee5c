"""Sets made of sets: merged, taken in part, relabelled, folded."""

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pyogrio
import pytest
import shapely
from echopatch.core.contract.commands.patches import (
    PatchesFoldsConfig,
    PatchesMergeConfig,
    PatchesRelabelConfig,
    PatchesSubsetConfig,
    SplitOptions,
)
from echopatch.core.contract.errors import ConfigError, PatchSetError
from echopatch.core.contract.legend import LandClass
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.patches.fold_sets import write_folds
from echopatch.core.engine.patches.merge import merge
from echopatch.core.engine.patches.patch_set import PatchSet, PatchSetSettings, SceneFacts, read_patch_set
from echopatch.core.engine.patches.relabel import relabel
from echopatch.core.engine.patches.subset import subset
from echopatch.core.engine.patches.writer import new_patch_set

SIDE = 16
QUAYS, SHIPS, SHEDS = LandClass(1, "quays", "#111111"), LandClass(2, "ships", "#222222"), LandClass(3, "sheds", "#333333")


class Listener(Silent):
    def __init__(self) -> None:
        self.said: dict[str, dict[str, Any]] = {}

    def warning(self, code: str, **values: Any) -> None:
        self.said[code] = values


def scene_facts(name: str, fingerprint: str) -> SceneFacts:
    return SceneFacts(name, f"{name}.tif", "TSX-1", "SM", ("HH",), None, None, 1.0, 1.0, (), "", {}, fingerprint)


def write_set(path: Path, rows: list[tuple[LandClass, str, str, float]], seed: int = 0, **changes: Any) -> Path:
    """``rows``: class, split, group and easting of each patch; pixels of 1 m, so that patches nearer than 16 m overlap."""
    given = {
        "quantity": "gamma0", "floor_db": -60.0, "ceiling_db": 40.0, "pixel_size_m": 1.0, "patch_px": SIDE, "channels": ("HH",),
        "classes": (QUAYS, SHIPS, SHEDS), "scenes": (scene_facts("S", "fingerprint"),), **changes,
    }  # fmt: skip
    settings = PatchSetSettings(**given)
    east = np.array([one[3] for one in rows])
    codes = np.random.default_rng(seed).integers(1, 65536, (len(rows), len(settings.channels), settings.patch_px, settings.patch_px))
    index = geopandas.GeoDataFrame(
        {
            "patch": range(len(rows)), "label": [one[0].code for one in rows], "class": [one[0].name for one in rows],
            "scene": settings.scenes[0].scene_id, "row": 0, "col": east.astype(int), "group": [one[2] for one in rows],
            "split": [one[1] for one in rows], "source": "real", "cover": np.linspace(0.5, 1, len(rows)), "label_sampling": "points",
            "inclusion_probability": np.nan, "file": "S.tif",
        },
        geometry=shapely.box(east, 0, east + SIDE, SIDE), crs="EPSG:32633",
    )  # fmt: skip
    with new_patch_set(path, len(settings.channels), settings.patch_px, False) as writer:
        writer.append(codes.astype(np.uint16))
        writer.finish(settings, index)
    return path


def run_merge(folder: Path, *sets: Path, **changes: Any) -> tuple[PatchSet, dict[str, Any], Listener]:
    listener, output = Listener(), folder / "merged.patchset"
    outputs = merge(PatchesMergeConfig(patches=tuple(map(str, sets)), output=str(output), **changes), listener)
    return read_patch_set(str(output)), outputs, listener


# --- merge


def test_a_merged_set_holds_the_patches_of_all_with_their_splits(tmp_path: Path) -> None:
    one = write_set(tmp_path / "one.patchset", [(QUAYS, "train", "1", 0), (SHIPS, "test", "2", 100)])
    two = write_set(tmp_path / "two.patchset", [(SHEDS, "train", "1", 200), (SHIPS, "validation", "2", 300)], seed=1)
    merged, outputs, _ = run_merge(tmp_path, one, two)
    np.testing.assert_array_equal(merged.codes, np.concatenate([read_patch_set(str(path)).codes for path in (one, two)]))
    assert merged.index["class"].tolist() == ["quays", "ships", "sheds", "ships"]
    assert merged.index["split"].tolist() == ["train", "test", "train", "validation"]
    assert merged.index["group"].nunique() == 4
    assert merged.index.geometry.iloc[2].bounds == (200, 0, 216, 16)
    assert len(merged.settings.scenes) == 1
    assert outputs["patches"] == 4
    assert set(merged.settings.request["sources"]) == {str(one), str(two)}


def test_groups_that_overlap_across_sets_are_joined(tmp_path: Path) -> None:
    one = write_set(tmp_path / "one.patchset", [(QUAYS, "train", "1", 0), (SHIPS, "train", "2", 100)])
    two = write_set(tmp_path / "two.patchset", [(SHIPS, "train", "a", 8), (SHIPS, "train", "a", 95), (QUAYS, "train", "b", 300)], seed=1)
    merged, _, _ = run_merge(tmp_path, one, two)
    groups = merged.index["group"].tolist()
    assert groups[0] == groups[1] == groups[2] == groups[3] != groups[4]


def test_of_overlapping_patches_the_higher_side_stays_and_nothing_leaks(tmp_path: Path) -> None:
    one = write_set(tmp_path / "one.patchset", [(QUAYS, "train", "1", 0), (SHIPS, "train", "1", 500), (SHIPS, "test", "2", 1000)])
    two = write_set(tmp_path / "two.patchset", [(SHIPS, "test", "1", 8), (QUAYS, "train", "2", 1008), (QUAYS, "train", "3", 2000)], seed=1)
    merged, outputs, listener = run_merge(tmp_path, one, two)
    assert sorted(zip(merged.index["col"], merged.index["split"], strict=True)) == [
        (8, "test"), (500, "train"), (1000, "test"), (2000, "train"),
    ]  # fmt: skip
    assert outputs["at_split_border"] == 2
    assert listener.said["patches-merge-border"] == {"count": 2, "total": 6}


def test_equal_patches_are_taken_once_and_of_two_classes_not_at_all(tmp_path: Path) -> None:
    rows = [(QUAYS, "train", "1", 0), (SHIPS, "train", "2", 100), (SHEDS, "test", "3", 200)]
    one = write_set(tmp_path / "one.patchset", rows)
    changed = [(QUAYS, "train", "1", 0), (SHEDS, "train", "2", 100), (SHEDS, "test", "3", 200)]
    two = write_set(tmp_path / "two.patchset", changed)
    merged, outputs, listener = run_merge(tmp_path, one, two)
    assert merged.index["class"].tolist() == ["quays", "sheds"]
    assert (outputs["duplicates"], outputs["conflict"]) == (2, 2)
    assert listener.said["patches-merge-conflicts"] == {"count": 2}
    conflicts = geopandas.read_file(merged.folder / "index.gpkg", layer="conflicts")
    assert conflicts[["class", "other_class"]].to_numpy().tolist() == [["ships", "sheds"], ["sheds", "ships"]]
    assert conflicts["labels"].tolist() == [str(one), str(two)]


def test_splitting_anew_parts_all_places_without_a_leak(tmp_path: Path) -> None:
    one = write_set(tmp_path / "one.patchset", [(QUAYS, "train", str(n), 20.0 * n) for n in range(60)])
    two = write_set(tmp_path / "two.patchset", [(SHIPS, "train", str(n), 20.0 * n + 5) for n in range(60)], seed=1)
    merged, _, _ = run_merge(tmp_path, one, two, resplit=True, split=SplitOptions(split_by="groups", block_m=0.0, test_share=0.3))
    assert set(merged.index["split"]) == {"train", "validation", "test"} or merged.index["group"].nunique() == 1
    with pytest.raises(ConfigError, match="only used with --resplit"):
        run_merge(tmp_path, one, split=SplitOptions(seed=1))


def test_scenes_of_one_name_but_other_pixels_get_names_of_their_own(tmp_path: Path) -> None:
    one = write_set(tmp_path / "one.patchset", [(QUAYS, "train", "1", 0)])
    two = write_set(tmp_path / "two.patchset", [(SHIPS, "train", "1", 100)], seed=1, scenes=(scene_facts("S", "another"),))
    merged, _, _ = run_merge(tmp_path, one, two)
    assert merged.index["scene"].tolist() == ["S", "S (2)"]
    assert [one.scene_id for one in merged.settings.scenes] == ["S", "S (2)"]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"quantity": "sigma0"}, r"differ in quantity, gamma0 in -60..40 dB against sigma0"),
        ({"pixel_size_m": 2.0}, "differ in pixel size, 1 m against 2 m"),
        ({"patch_px": 32}, "differ in patch size, 16 px against 32 px"),
        ({"channels": ("HV",)}, "differ in channels, HH against HV"),
        ({"channels": ("HH", "HV")}, "differ in channels, HH against HH HV"),
        ({"classes": (QUAYS, LandClass(2, "boats", "#222222"), SHEDS)}, r"has the class 2 ships, .* has 2 boats: .*relabel"),
        ({"classes": (QUAYS, SHEDS, LandClass(4, "ships", "#222222"))}, r"has the class 2 ships, .* has 4 ships: .*relabel"),
    ],
)
def test_sets_of_two_kinds_are_not_merged(tmp_path: Path, changes: dict[str, Any], line: str) -> None:
    one = write_set(tmp_path / "one.patchset", [(QUAYS, "train", "1", 0)])
    two = write_set(tmp_path / "two.patchset", [(QUAYS, "train", "1", 100)], seed=1, **changes)
    with pytest.raises(PatchSetError, match=line):
        run_merge(tmp_path, one, two)
    assert not (tmp_path / "merged.patchset").exists()


def test_hh_and_vv_make_co(tmp_path: Path) -> None:
    paths = [
        write_set(tmp_path / f"{name}.patchset", [(QUAYS, "train", "1", 100.0 * seed)], seed=seed, channels=(name,))
        for seed, name in enumerate(("HH", "VV", "co"))
    ]
    merged, _, listener = run_merge(tmp_path, *paths)
    assert merged.settings.channels == ("co",)
    assert "patches-mixed-polarisation" in listener.said


def test_legends_are_united(tmp_path: Path) -> None:
    one = write_set(tmp_path / "one.patchset", [(QUAYS, "train", "1", 0)], classes=(QUAYS, SHEDS))
    two = write_set(tmp_path / "two.patchset", [(SHIPS, "train", "1", 100)], seed=1, classes=(SHIPS,))
    assert run_merge(tmp_path, one, two)[0].settings.classes == (QUAYS, SHIPS, SHEDS)


# --- subset


@pytest.fixture
def many(tmp_path: Path) -> Path:
    splits = ("train", "train", "validation", "test")
    rows = [((QUAYS, SHIPS)[n % 2], splits[n // 2 % 4], str(n), 20.0 * n) for n in range(40)]
    return write_set(tmp_path / "many.patchset", rows)


def run_subset(many: Path, **changes: Any) -> PatchSet:
    output = many.with_name("some.patchset")
    subset(PatchesSubsetConfig(patches=str(many), output=str(output), overwrite=True, **changes), Silent())
    return read_patch_set(str(output))


def test_a_subset_takes_what_is_asked_for_and_its_pixels(many: Path) -> None:
    whole = read_patch_set(str(many))
    some = run_subset(many, classes=("Ships",), splits=("train", "test"))
    assert (set(some.index["class"]), set(some.index["split"])) == ({"ships"}, {"train", "test"})
    assert some.settings.classes == (SHIPS,)
    rows = np.flatnonzero((whole.index["label"] == 2) & (whole.index["split"] != "validation"))
    np.testing.assert_array_equal(some.codes, whole.codes[rows])
    assert some.index["group"].tolist() == whole.index["group"].iloc[rows].tolist()


def test_at_most_so_many_of_each_class_are_drawn_by_the_seed(many: Path) -> None:
    some, same, other = (run_subset(many, most_per_class=3, seed=seed).index["col"].tolist() for seed in (1, 1, 2))
    assert some == same != other
    assert run_subset(many, most_per_class=3).index["class"].value_counts().to_dict() == {"quays": 3, "ships": 3}


def test_a_condition_is_that_of_a_filter_in_qgis(many: Path) -> None:
    some = run_subset(many, where="cover > 0.9 AND \"group\" <> '39' AND class = 'ships'")
    assert (some.index["cover"] > 0.9).all()
    assert set(some.index["class"]) == {"ships"}
    assert "39" not in set(some.index["group"])


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"classes": ("boats",)}, r"has no class 'boats': it has 1 quays, 2 ships, 3 sheds"),
        ({"scenes": ("T",)}, r"no patch of the scene 'T': it has S"),
        ({"classes": ("sheds",)}, "is of that kind"),
        ({"splits": ("exam",)}, "--splits must be one of train, validation, test, got exam"),
        ({"where": "cover >"}, "the condition 'cover >' cannot be used"),
        ({"where": "colour = 3"}, "the condition 'colour = 3' cannot be used"),
    ],
)
def test_what_cannot_be_taken_is_refused(many: Path, changes: dict[str, Any], line: str) -> None:
    with pytest.raises((PatchSetError, ConfigError), match=line) as caught:
        run_subset(many, **changes)
    assert "\n" not in str(caught.value)
    assert not many.with_name("some.patchset").exists()


# --- relabel


def run_relabel(many: Path, *mapping: str, **changes: Any) -> tuple[PatchSet, dict[str, Any]]:
    output = many.with_name("new.patchset")
    outputs = relabel(PatchesRelabelConfig(patches=str(many), output=str(output), mapping=mapping, overwrite=True, **changes), Silent())
    return read_patch_set(str(output)), outputs


def legend(patches: PatchSet) -> list[tuple[int, str, str]]:
    return [(one.code, one.name, one.colour) for one in patches.settings.classes]


def test_a_renamed_class_keeps_code_and_colour(many: Path) -> None:
    new, _ = run_relabel(many, "quays=Quays and piers")
    assert legend(new) == [(1, "Quays and piers", "#111111"), (2, "ships", "#222222"), (3, "sheds", "#333333")]
    assert new.index["class"].value_counts().to_dict() == {"Quays and piers": 20, "ships": 20}


def test_classes_are_merged_and_dropped_and_the_rest_stays(many: Path) -> None:
    merged, _ = run_relabel(many, "1=harbour", "ships=harbour")
    assert legend(merged) == [(1, "harbour", "#111111"), (3, "sheds", "#333333")]
    assert set(merged.index["label"]) == {1}
    into, outputs = run_relabel(many, "quays=ships", "sheds=")
    assert legend(into) == [(2, "ships", "#222222")]
    assert (len(into.index), outputs["dropped"]) == (40, 0)
    dropped, outputs = run_relabel(many, "quays=")
    assert (len(dropped.index), outputs["dropped"]) == (20, 20)
    np.testing.assert_array_equal(dropped.codes, read_patch_set(str(many)).codes[1::2])


def test_a_table_gives_codes_and_colours(many: Path) -> None:
    table = many.with_name("map.csv")
    table.write_text("old,new,code,colour\nquays,Kais,12,#abcdef\nships,Schiffe,,\n3,,,\n", encoding="utf-8")
    new, _ = run_relabel(many, table=str(table))
    assert legend(new) == [(2, "Schiffe", "#222222"), (12, "Kais", "#abcdef")]


def test_the_legend_of_another_set_makes_two_sets_mergeable(tmp_path: Path, many: Path) -> None:
    boats = (LandClass(1, "ships", "#000000"), LandClass(2, "cranes", "#999999"))
    other = write_set(tmp_path / "other.patchset", [(boats[0], "train", "1", 5000.0), (boats[1], "train", "2", 5100.0)], 1, classes=boats)
    table = tmp_path / "map.csv"
    table.write_text("old,new,code\ncranes,cranes,9\n")
    fitted, _ = run_relabel(other, table=str(table), legend_of=str(many))
    assert legend(fitted)[:3] == legend(read_patch_set(str(many)))
    assert legend(fitted)[3] == (9, "cranes", "#999999")
    merged, _, _ = run_merge(tmp_path, many, fitted.folder)
    assert (merged.index["class"] == "ships").sum() == 21


@pytest.mark.parametrize(
    ("mapping", "line"),
    [
        (("quays",), "'quays' is not OLD=NEW"),
        (("boats=ships",), "has no class 'boats'"),
        (("quays=a", "1=b"), "the class '1' is given two new names"),
        (("quays=", "ships=", "sheds="), "no patch is left"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(many: Path, mapping: tuple[str, ...], line: str) -> None:
    with pytest.raises(PatchSetError, match=line):
        run_relabel(many, *mapping)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("old;new\n", "has no column old, new"),
        ("old,new,code\nquays,a,0\n", r"line 2 of .*: the code '0' is no whole number"),
        ("old,new,code\nquays,a,2\n", "the classes a and ships would both have the code 2"),
    ],
)
def test_a_bad_table_is_refused(many: Path, text: str, line: str) -> None:
    many.with_name("map.csv").write_text(text)
    with pytest.raises(PatchSetError, match=line):
        run_relabel(many, table=str(many.with_name("map.csv")))


def test_a_relabelling_without_a_wish_is_refused() -> None:
    with pytest.raises(ConfigError, match="say which classes to change"):
        relabel(PatchesRelabelConfig(patches="a", output="b"), Silent())
    with pytest.raises(ConfigError, match="use one of them"):
        PatchesRelabelConfig(patches="a", output="b", mapping=("a=b",), table="c")


# --- folds


def test_folds_are_sets_whose_test_parts_cover_every_patch_once(many: Path) -> None:
    output = many.with_name("folds")
    outputs = write_folds(PatchesFoldsConfig(patches=str(many), output=str(output), folds=4), Silent())
    sets = [read_patch_set(str(output / f"fold-{number}.patchset")) for number in range(1, 5)]
    tested = [one.index["col"][one.index["split"] == "test"].tolist() for one in sets]
    assert sorted(itertools.chain(*tested)) == sorted(read_patch_set(str(many)).index["col"])
    assert outputs["tested"] == [len(one) for one in tested]
    assert len({one.sha256 for one in sets}) == 4
    assert all((one.folder / "patches.npy").samefile(many / "patches.npy") for one in sets)
    assert sets[0].settings.request["command"] == "patches folds"


def test_folds_refuse_synthetic_patches_and_foreign_folders(many: Path) -> None:
    output = many.with_name("folds")
    (output / "thesis").mkdir(parents=True)
    config = PatchesFoldsConfig(patches=str(many), output=str(output), overwrite=True)
    with pytest.raises(PatchSetError, match="holds other files"):
        write_folds(config, Silent())
    (output / "thesis").rmdir()
    frame = pyogrio.read_dataframe(many / "index.gpkg").assign(source="synthetic", split="train")
    pyogrio.write_dataframe(frame, many / "index.gpkg", layer="patches")
    with pytest.raises(PatchSetError, match="40 synthetic"):
        write_folds(config, Silent())


def test_a_derived_set_knows_where_it_is_from(many: Path) -> None:
    some = run_subset(many, splits=("train",))
    request = json.loads((some.folder / "set.json").read_text())["request"]
    assert (request["command"], request["splits"]) == ("patches subset", ["train"])
    assert request["sources"] == {str(many): read_patch_set(str(many)).sha256}


def test_chips_of_equal_group_names_come_together_and_equal_line_numbers_do_not(toy_set: Callable[..., Path], tmp_path: Path) -> None:
    def chips(name: str, groups: list[str], splits: list[str], level_db: float) -> Path:
        path = toy_set(name, {"train": (2, 2)}, level_db=level_db, pixel_size_m=None)
        index = pyogrio.read_dataframe(path / "index.gpkg").assign(row=None, col=None, group=groups, split=splits)
        pyogrio.write_dataframe(index, path / "index.gpkg", layer="patches")
        return path

    one = chips("one", ["A", "A", "chip 3", "chip 4"], ["test", "test", "train", "train"], 0)
    two = chips("two", ["A", "B", "chip 3", "chip 4"], ["train", "train", "test", "train"], 3)
    merged, outputs, _ = run_merge(tmp_path, one, two)
    assert merged.index["group"].tolist() == ["A", "A", "chip 3", "chip 4", "B", "chip 3 of set 2", "chip 4 of set 2"]
    assert merged.index["split"].tolist() == ["test", "test", "train", "train", "train", "test", "train"]
    assert outputs["at_split_border"] == 1  # the training chip of the tested group A
