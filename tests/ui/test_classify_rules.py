"""What stands in the way of a classification, what makes it doubtful, and what it costs: rules without widgets."""

import dataclasses
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import BARE, PRODUCT
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.ui import binding
from echopatch.ui.classify import checks, radiometry
from echopatch.ui.classify.bands_box import _ways
from echopatch.ui.classify.card_facts import card_facts, card_html
from echopatch.ui.classify.checks import FIELDS
from echopatch.ui.classify.estimate import LOOKS, Cost, cost_of, measured_rate, seconds_of
from echopatch.ui.figures import area_text, duration_text, share_text
from qgis.PyQt.QtCore import QLocale

CARD = ModelCard(
    "tiny", "resnet18", (), ("co",), TERRASAR_X_LEGEND, 160, 1.25, Radiometry(), (1.0, 6.0), (25.0, 45.0), (), licence="GPL",
    provenance="simulated scenes", metrics={"accuracy": 0.91, "mean_recall": 0.88, "patches": 1234},
)  # fmt: skip
FORM = Path(checks.__file__).parents[1] / "forms" / "classify.ui"
NOTHING = {name: FIELDS[name].default for name in radiometry.SETTINGS}


def wish(info=None, card=CARD, bands=(), **values) -> checks.Wish:
    plain = {name: field.default for name, field in FIELDS.items() if not field.required and field.kind is not tuple}
    return checks.Wish("scene.tif", {**PRODUCT, **(info or {})}, "m.safetensors", card, {**plain, "output": "r.gpkg", **values}, bands)


def test_a_product_and_a_model_made_for_it_can_start_without_a_doubt():
    assert list(checks.problems(wish())) == []
    assert checks.doubts(wish()) == []


@pytest.mark.parametrize(
    ("change", "values", "card", "said"),
    [
        ({"bands": ["HH", "VV"]}, {}, {}, "1 channel"),
        ({"row_spacing_m": 3.0, "column_spacing_m": 3.0}, {}, {}, "“Allow upsampling”"),
        ({}, {"stride_px": 48}, {}, "multiple of 32"),
        ({}, {}, {"patch_px": 100}, "patches of a multiple of 32"),
        ({}, {}, {"pixel_size_m": None}, "unknown pixel size"),
        ({"quantity": "sigma0", "calibration_factors": []}, {}, {"radiometry": Radiometry("dn")}, "holds sigma0"),
        ({}, {"incidence_from": "nowhere"}, {}, "nowhere does not exist"),
        ({}, {"min_confidence": 1.5}, {}, "“Least confidence” must be at most 1"),
        (BARE, {}, {}, "What the Pixels Mean"),
        (BARE, {"quantity": "amplitude"}, {}, "What the Pixels Mean"),
        (BARE, {"quantity": "amplitude", "calibration_factor": float("nan"), "incidence_deg": 30.0}, {}, "finite number"),
        (BARE, {"quantity": "gamma0", "incidence_deg": 2.0}, {}, "“Incidence angle” must be at least 5"),
        (
            {"warnings": [{"code": "scene-variant-later", "path": "p", "variant": "SSC", "text": "t"}], "kind": "SSC"},
            {}, {}, "order it as EEC or GEC",
        ),
    ],
)  # fmt: skip
def test_each_bad_combination_is_named(change, values, card, said):
    assert said in next(checks.problems(wish(change, dataclasses.replace(CARD, **card), **values)))


def test_what_was_said_in_a_setting_that_is_closed_now_reaches_nobody():
    said = {**NOTHING, "quantity": "gamma0", "calibration_factor": 1e-5, "calibrated_to": "sigma0"}
    assert radiometry.given(BARE, said) == {"quantity": "gamma0"}
    assert radiometry.given(PRODUCT, said) == {}


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({}, ["What the pixels hold"]),
        ({"quantity": "gamma0"}, []),
        ({"quantity": "sigma0"}, ["The incidence angle"]),
        ({"quantity": "sigma0", "incidence_deg": 35.0}, []),
        ({"quantity": "sigma0", "incidence_from": "product"}, []),
        ({"quantity": "amplitude"}, ["The calibration"]),
        ({"quantity": "amplitude", "calibration_factor": 1e-5}, ["The incidence angle"]),
        ({"quantity": "amplitude", "calibration_factor": 1e-5, "calibrated_to": "gamma0"}, []),
    ],
)
def test_what_is_missing_follows_from_what_was_said(said, missing):
    found = radiometry.missing(BARE, {**NOTHING, **said}, "gamma0")
    assert [text.split(":")[0].split(",")[0] for text in found] == missing


def test_a_raster_without_a_place_needs_its_pixel_size():
    unplaced = {**BARE, "row_spacing_m": None, "column_spacing_m": None}
    said = {**NOTHING, "quantity": "gamma0"}
    assert "“Pixel size”" in radiometry.missing(unplaced, said, "gamma0")[0]
    assert radiometry.open_settings(unplaced, said)["pixel_size_m"]
    assert radiometry.completed(unplaced, {**said, "pixel_size_m": 2.0})["row_spacing_m"] == 2.0


def test_an_uncalibrated_model_takes_digital_numbers_as_they_are():
    assert radiometry.missing(BARE, {**NOTHING, "quantity": "amplitude"}, "dn") == []


@pytest.mark.parametrize(
    ("quantity", "is_open"),
    [(None, []), ("gamma0", []), ("amplitude", ["calibration_factor"])],
)
def test_the_factor_is_asked_for_digital_numbers_only(quantity, is_open):
    states = radiometry.open_settings(BARE, {**NOTHING, "quantity": quantity})
    assert [name for name in ("calibration_factor", "calibrated_to") if states[name]] == is_open


def test_what_a_file_says_itself_is_not_asked_for():
    tagged = {**BARE, "quantity": "gamma0", "incidence_source": "tags", "unknown": [{"code": "info-unknown-incidence", "text": ""}]}
    states = radiometry.open_settings(tagged, NOTHING)
    assert {name for name, is_open in states.items() if is_open} == {"incidence_deg", "incidence_from"}


@pytest.mark.parametrize("info", [PRODUCT, {**PRODUCT, "kind": "raster"}])
def test_who_knows_everything_is_asked_nothing(info):
    assert not radiometry.is_needed(info)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"incidence_deg": [20.0, 21.0]}, "incidence angle of 20..21 deg"),
        ({"looks": 9.0}, "9.0 looks"),
        ({"row_spacing_m": 2.0, "column_spacing_m": 2.0}, "coarser"),
        ({"bands": ["HV"]}, "band is HV"),
        ({"warnings": [{"code": "scene-left-looking", "text": "t"}]}, "looks to the left"),
    ],
)
def test_each_way_of_being_unlike_the_model_is_named_before_the_start(change, said):
    (doubt,) = checks.doubts(wish(change))
    assert said in doubt


def test_an_asserted_incidence_angle_is_compared_as_well():
    (doubt,) = checks.doubts(wish(BARE, quantity="gamma0", incidence_deg=60.0))
    assert "60" in doubt


def test_a_scene_with_more_bands_offers_the_fitting_ones_first():
    assert _ways(["HV", "VV"], CARD) == [("VV",), ("HV",)]
    assert _ways(["HH"], CARD) == []


# dense: 1024 x 2048 px in cells of 32 px; patch: in cells of 160 px, those at the edges counted
@pytest.mark.parametrize(
    ("mode", "stride_px", "share", "cells"),
    [("dense", None, 1.0, 32 * 64), ("dense", 64, 1.0, 16 * 32), ("patch", None, 1.0, 7 * 13), ("dense", None, 0.25, 512)],
)
def test_cells_are_counted_as_the_engine_lays_them(mode, stride_px, share, cells):
    assert cost_of(PRODUCT, CARD, mode, stride_px, share).cells == cells


def test_a_coarser_scene_is_counted_at_the_models_pixel_size():
    assert cost_of({**PRODUCT, "row_spacing_m": 2.5, "column_spacing_m": 2.5}, CARD, "dense", None, 1.0).cells == 64 * 128


def test_without_a_pixel_size_nothing_is_counted():
    assert cost_of({**PRODUCT, "row_spacing_m": None}, CARD, "dense", None, 1.0) is None


def test_the_time_follows_from_the_measured_rate_and_the_size_of_the_network():
    cost = Cost(100, 100 * 160**2)
    assert seconds_of(cost, CARD, 50.0) == pytest.approx(5 + 2)
    assert seconds_of(cost, dataclasses.replace(CARD, backbone="resnet101"), 50.0) == pytest.approx(5 + 2 * 7.80 / 1.81)
    assert seconds_of(cost, CARD, None) is None


def test_each_choice_of_views_has_its_number_of_looks():
    assert tuple(LOOKS) == FIELDS["test_time"].choices


@pytest.mark.parametrize(
    ("device", "precision", "rate"), [("auto", "auto", 40.0), ("cuda", "fp32", 10.0), ("cuda:1", "bf16", 40.0), ("cpu", "auto", None)]
)
def test_only_a_rate_of_the_same_device_counts(device, precision, rate):
    details = {"patches_per_s": {"fp32": 10.0, "bf16": 40.0}, "device": "cuda:0"}
    assert measured_rate(details, device, precision) == rate
    assert measured_rate({}, device, precision) is None


def test_a_card_is_shown_with_colours_figures_provenance_and_licence():
    facts = dict(card_facts(CARD))
    assert facts["Patch"] == "160 px (200 m)"
    assert facts["Tested"].startswith("accuracy 0.91, mean recall 0.88")
    html = card_html(dataclasses.replace(CARD, provenance="<b>bold</b>"))
    assert all(one.colour in html and one.name in html for one in TERRASAR_X_LEGEND)
    assert "&lt;b&gt;" in html


def test_a_card_names_the_teacher_of_a_student_alone():
    assert "Teacher" not in card_html(CARD)
    student = dataclasses.replace(CARD, training={"config": {"teacher": "optical.safetensors"}})
    assert dict(card_facts(student))["Teacher"] == "optical.safetensors"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (area_text(2_340_000), "2.34 km²"),
        (area_text(52_000), "5.2 ha"),
        (area_text(320), "320 m²"),
        (share_text(0.456), "45.6 %"),
        (share_text(0.0001), "< 0.1 %"),
        (share_text(0), "0.0 %"),
        (duration_text(42), "42 s"),
        (duration_text(600), "10 min"),
        (duration_text(7200), "2.0 h"),
    ],
)
def test_figures_are_readable(text, expected):
    assert text == expected


@pytest.mark.parametrize("binding", ["PyQt5", "PyQt6"])
def test_the_form_is_understood_by_qt_5_and_qt_6(binding):
    if importlib.util.find_spec(binding) is None:
        pytest.skip(f"{binding} is not installed")
    program = f"import io, sys; from {binding} import uic; uic.compileUi(sys.argv[1], io.StringIO())"
    assert subprocess.run([sys.executable, "-c", program, str(FORM)], check=False).returncode == 0


def test_the_form_has_no_connections_and_the_one_translation_context():
    text = FORM.read_text(encoding="utf-8")
    assert "<connections" in text
    assert "<connection>" not in text
    assert "<class>Echopatch</class>" in text


@pytest.mark.parametrize(("written", "number"), [("1.123e-05", 1.123e-05), ("1,04e-5", 1.04e-5), ("1.234", 1.234), ("", None)])
def test_a_factor_is_read_as_in_a_file_and_as_it_is_written_here(written, number):
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert binding._number(written) == number
    finally:
        QLocale.setDefault(before)
