"""The algorithms around learning from parameters to outputs, with stand-in engines: patch sets, heads, reports, samples."""

import json
import shlex
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

WRITES = """
say("result", outputs={"output": given("--output"), "patches": 7})
"""
REPORTS = """
say("result", outputs={
    "report": given("--output"), "patches": 9, "runs": 4, "cells": 90, "verdict": "b is better than a", "accuracy": 0.8, "mean_recall": 0.7,
    "overall_accuracy": 0.9, "standard_error": 0.02,
})
"""


@pytest.fixture
def asked(run, stand_in, ears):
    """Run an algorithm and give the words that the engine was asked with, and the outputs."""

    def ask(code: str, name: str, **parameters: object) -> tuple[list, dict]:
        stand_in(code)
        results = run(name, **parameters)
        return shlex.split(ears.texts("command")[-1])[1:], results

    return ask


@pytest.fixture
def folder(tmp_path):
    """Make a folder with some files in it: ``folder("a.patchset", "index.gpkg")``."""

    def make(name: str, *files: str) -> Path:
        for file in files:
            (tmp_path / name / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / file).touch()
        (tmp_path / name).mkdir(exist_ok=True)
        return tmp_path / name

    return make


def after(words: list, flag: str, count: int = 1) -> list:
    return words[words.index(flag) + 1 :][:count]


def test_patch_sets_to_merge_are_given_by_folder_or_by_the_files_in_them(asked, folder, tmp_path):
    one, two = folder("one.patchset", "index.gpkg", "codes.npy"), folder("two.patchset", "sub/index.gpkg")
    chosen = [str(one / "index.gpkg"), str(one / "codes.npy"), str(two)]
    words, results = asked(WRITES, "mergepatchsets", PATCHES=chosen, OUTPUT=str(tmp_path / "both"))
    assert after(words, "--patches", 3) == [str(one), str(two), "--output"]
    assert results["OUTPUT"] == str(tmp_path / "both.patchset")
    assert results["PATCHES"] == 7


@pytest.mark.parametrize("text", ["Water bodies=Water\nRoads =\n", "Water bodies=Water; Roads ="])
def test_names_of_classes_may_hold_blanks(asked, folder, tmp_path, text):
    patches = str(folder("a.patchset"))
    words, _ = asked(WRITES, "relabelpatches", PATCHES=patches, OUTPUT=str(tmp_path / "b"), MAPPING=text)
    assert after(words, "--mapping", 3) == ["Water bodies=Water", "Roads ="]


def test_patches_are_taken_by_class_split_and_condition(asked, folder, tmp_path):
    words, results = asked(
        WRITES, "takepatches", PATCHES=str(folder("a.patchset")), OUTPUT=str(tmp_path / "b"), CLASSES="Water bodies\nRoads",
        SPLITS="train, test", WHERE="cover > 0.8",
    )  # fmt: skip
    assert after(words, "--classes", 2) == ["Water bodies", "Roads"]
    assert after(words, "--splits", 2) == ["train", "test"]
    assert after(words, "--where") == ["cover > 0.8"]
    assert results["PATCHES"] == 7


def test_folds_go_into_a_folder(asked, folder, tmp_path):
    words, results = asked(WRITES, "foldpatches", PATCHES=str(folder("a.patchset")), OUTPUT=str(tmp_path / "folds"), FOLDS=3)
    assert after(words, "--folds") == ["3"]
    assert results["OUTPUT"] == str(tmp_path / "folds")


def test_contact_sheets_are_drawn_where_they_are_asked_for(asked, folder, tmp_path):
    says = 'say("result", outputs={"text": "9 patches", "info": {}})'
    words, results = asked(says, "describepatches", PATCHES=str(folder("a.patchset")))
    assert "--sheets" not in words
    assert "SHEETS" not in results
    words, results = asked(says, "describepatches", PATCHES=str(folder("a.patchset")), SHEETS=str(tmp_path / "sheets"))
    assert after(words, "--sheets") == [str(tmp_path / "sheets")] == [results["SHEETS"]]


def test_a_head_learns_from_feature_grids_and_a_layer_of_labels(asked, folder, polygons, tmp_path):
    grid, labels = folder("a.features", "grid.json"), polygons("drawn", [(0, 0, 1)])
    says = 'say("result", outputs={"model": "m", "run": "r", "penalty": 1.0})'
    words, results = asked(says, "train", FEATURES=[str(grid)], LABELS=[labels], HEAD_ONLY=True, OUTPUT=str(tmp_path / "m.safetensors"))
    assert after(words, "--features") == [str(grid)]
    assert after(words, "--labels") == [labels]
    assert results["RUN"] == "r"
    assert "BEST_EPOCH" not in results


def test_a_map_is_made_from_a_layer_of_labels_at_once(asked, folder, polygons, tmp_path):
    grid, labels = str(folder("a.features", "grid.json")), polygons("drawn", [(0, 0, 1)])
    says = 'say("result", outputs={"map": "m", "labels": 9, "cells": 90, "seconds": 0.4, "accuracy": 0.8})'
    words, results = asked(says, "relearn", FEATURES=grid, LABELS=labels, OUTPUT=str(tmp_path / "map.tif"))
    assert words == ["relearn", "--features", grid, "--labels", labels, "--output", str(tmp_path / "map.tif")]
    assert (results["OUTPUT"], results["LABEL_COUNT"], results["ACCURACY"]) == (str(tmp_path / "map.tif"), 9, 0.8)


def test_points_are_labels_too(asked, tmp_path, folder):
    points = QgsVectorLayer("Point?crs=EPSG:32632&field=class:string", "points", "memory")
    QgsProject.instance().addMapLayer(points)
    says = 'say("result", outputs={"model": "m", "run": "r"})'
    grid = str(folder("a.features"))
    words, _ = asked(says, "train", FEATURES=[grid], LABELS=[points.id()], HEAD_ONLY=True, OUTPUT=str(tmp_path / "m.safetensors"))
    assert Path(after(words, "--labels")[0].partition("|")[0]).is_file()


def test_patches_or_feature_grids_must_be_given(run, stand_in, tmp_path):
    stand_in(WRITES)
    with pytest.raises(RuntimeError, match="“Patch set”"):
        run("train", OUTPUT=str(tmp_path / "m.safetensors"))


def test_a_student_learns_from_patches_and_a_teacher(asked, folder, tmp_path):
    patches, teacher = str(folder("a.patchset")), str(folder("models", "teacher.safetensors") / "teacher.safetensors")
    says = 'say("result", outputs={"model": "m", "run": "r", "best_epoch": 7, "teacher_mean_recall": 0.9})'
    output = str(tmp_path / "student.safetensors")
    words, results = asked(
        says, "distil", PATCHES=patches, TEACHER=teacher, OUTPUT=output, SAMPLING="alternate", ALTERNATE_LAST="balanced", TEMPERATURE=3.0,
        LABELS="none",
    )  # fmt: skip
    assert (after(words, "--patches"), after(words, "--teacher"), after(words, "--output")) == ([patches], [teacher], [output])
    assert (after(words, "--sampling"), after(words, "--alternate-last")) == (["alternate"], ["balanced"])
    assert (after(words, "--temperature"), after(words, "--labels")) == (["3.0"], ["none"])
    assert (results["RUN"], results["BEST_EPOCH"], results["TEACHER_MEAN_RECALL"]) == ("r", 7, 0.9)


def test_without_labels_nobody_knows_how_good_the_teacher_is(asked, folder, tmp_path):
    says = 'say("result", outputs={"model": "m", "run": "r", "best_epoch": 7})'
    teacher, output = str(folder("t.safetensors")), str(tmp_path / "m.safetensors")
    _, results = asked(says, "distil", PATCHES=str(folder("a.patchset")), TEACHER=teacher, OUTPUT=output, LABELS="none")
    assert "TEACHER_MEAN_RECALL" not in results


def test_a_student_without_labels_and_teacher_is_refused_in_the_words_of_its_form(run, stand_in, folder, tmp_path):
    stand_in(WRITES)
    given = {"PATCHES": str(folder("a.patchset")), "TEACHER": str(folder("t.safetensors")), "OUTPUT": str(tmp_path / "m.safetensors")}
    with pytest.raises(RuntimeError, match="“Labels” none with “Teacher weight” 0"):
        run("distil", LABELS="none", TEACHER_WEIGHT=0.0, **given)


def test_a_teacher_is_trained_on_the_optical_images(asked, folder, tmp_path):
    says = 'say("result", outputs={"model": "m", "run": "r", "best_epoch": 7})'
    words, _ = asked(says, "train", PATCHES=str(folder("a.patchset")), MODALITY="optical", OUTPUT=str(tmp_path / "teacher.safetensors"))
    assert after(words, "--modality") == ["optical"]


def test_a_comparison_gives_report_and_verdict(asked, folder, tmp_path, ears):
    models = [str(folder("models", name) / name) for name in ("b.safetensors", "a.safetensors")]
    words, results = asked(REPORTS, "comparemodels", MODEL=models, PATCHES=str(folder("a.patchset")), OUTPUT=str(tmp_path / "report"))
    assert after(words, "--model", 2) == models
    assert results["REPORT"] == str(tmp_path / "report/report.html")
    assert results["VERDICT"] == "b is better than a"
    assert "b is better than a" in ears.texts("info")


def test_a_curve_takes_its_sizes_as_numbers(asked, folder, tmp_path):
    patches, output = str(folder("a.patchset")), str(tmp_path / "report")
    words, _ = asked(REPORTS, "learningcurve", PATCHES=patches, OUTPUT=output, SIZES="3, 6 12", START="imagenet\n/my models/a.pt")
    assert after(words, "--sizes", 3) == ["3", "6", "12"]
    assert after(words, "--start", 2) == ["imagenet", "/my models/a.pt"]
    words, results = asked(REPORTS, "learningcurve", PATCHES=patches, OUTPUT=output, SIZES="5 10 20 50", START="random\nshipped")
    assert words == ["curve", "--patches", patches, "--output", output]
    assert results["VERDICT"]


def test_a_size_that_is_no_number_is_refused_by_name(run, stand_in, folder, tmp_path):
    stand_in(REPORTS)
    with pytest.raises(RuntimeError, match="“many” is no whole number"):
        run("learningcurve", PATCHES=str(folder("a.patchset")), OUTPUT=str(tmp_path / "report"), SIZES="5 many")


def test_an_evaluation_is_checked_against_what_the_model_was_trained_on(asked, folder, tmp_path):
    model, trained = folder("models", "a.safetensors") / "a.safetensors", str(folder("trained.patchset"))
    words, results = asked(
        REPORTS, "evaluate", MODEL=str(model), PATCHES=str(folder("a.patchset")), TRAINED_ON=trained, OUTPUT=str(tmp_path / "report")
    )
    assert after(words, "--trained-on") == [trained]
    assert results["REPORT"] == str(tmp_path / "report/report.html")


def test_a_feature_grid_is_a_folder_of_its_kind(asked, folder, tmp_path):
    model, scene = folder("models", "a.safetensors") / "a.safetensors", folder("scene")
    says = 'say("result", outputs={"features": given("--output"), "cells": 12})'
    _, results = asked(says, "embedscene", SCENE=str(scene), MODEL=str(model), OUTPUT=str(tmp_path / "town"))
    assert results["OUTPUT"] == str(tmp_path / "town.features")
    assert results["CELL_COUNT"] == 12


def test_a_feature_grid_is_classified_within_an_extent_of_other_coordinates(asked, folder, tmp_path):
    grid, model = folder("a.features"), folder("models", "a.safetensors") / "a.safetensors"
    wkt = QgsCoordinateReferenceSystem("EPSG:32632").toWkt()
    (grid / "grid.json").write_text(json.dumps({"scene": {"crs_wkt": wkt}}), encoding="utf-8")
    says = 'say("result", outputs={"cells": 2, "regions": 1, "seconds": 3.5, "class_areas_m2": {}})'
    words, _ = asked(
        says, "classify", FEATURES=str(grid), MODEL=str(model), OUTPUT=str(tmp_path / "o.gpkg"),
        EXTENT="9.0,9.0001,47.85,47.8501 [EPSG:4326]", SMOOTH=1,
    )  # fmt: skip
    assert after(words, "--features") == [str(grid)]
    assert float(after(words, "--extent")[0]) == pytest.approx(500000, abs=0.1)
    assert after(words, "--smooth") == ["1"]


def test_models_that_answer_together_are_given_in_their_order(asked, folder, tmp_path):
    models = [str(folder("models", name) / name) for name in ("a.safetensors", "c d.safetensors", "b.safetensors")]
    says = 'say("result", outputs={"cells": 2, "regions": 1, "seconds": 3.5, "class_areas_m2": {}})'
    words, _ = asked(says, "classify", SCENE=str(folder("s")), MODEL=models[0], ENSEMBLE=models[1:], OUTPUT=str(tmp_path / "o.gpkg"))
    assert after(words, "--ensemble", 2) == models[1:]


def test_a_model_is_exported_as_asked(asked, folder, tmp_path):
    model = folder("models", "a.safetensors") / "a.safetensors"
    words, results = asked(WRITES, "exportmodel", MODEL=str(model), OUTPUT=str(tmp_path / "a.onnx"), TO="deepness")
    assert after(words, "--to") == ["deepness"]
    assert results["OUTPUT"] == str(tmp_path / "a.onnx")


@pytest.mark.parametrize("load", [True, False])
def test_a_sample_is_opened_to_be_labelled(asked, folder, tmp_path, load):
    result = folder("results", "map.gpkg") / "map.gpkg"
    says = 'say("result", outputs={"sample": given("--output"), "cells": 40, "drawn": {}})'
    _, results = asked(says, "drawsample", RESULT=str(result), OUTPUT=str(tmp_path / "s.gpkg"), LOAD=load)
    assert results["SAMPLE"] == f"{tmp_path / 's.gpkg'}|layername=labels"
    assert results["loaded"] == ([results["SAMPLE"]] if load else [])
    assert results["CELL_COUNT"] == 40


def test_areas_give_their_report_and_figures(asked, folder, tmp_path):
    result, labels = folder("results", "map.gpkg") / "map.gpkg", folder("results", "s.gpkg") / "s.gpkg"
    _, results = asked(REPORTS, "estimateareas", RESULT=str(result), LABELS=str(labels), OUTPUT=str(tmp_path / "report"))
    assert results["REPORT"] == str(tmp_path / "report/report.html")
    assert (results["CELL_COUNT"], results["ACCURACY"], results["STANDARD_ERROR"]) == (90, 0.9, 0.02)
