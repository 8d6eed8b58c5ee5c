"""From labels to classes: the default legend by name or code, any other by what the labels say."""

import math
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.engine.patches.legends import clean_label, legend_of


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (" Water bodies ", "Water bodies"), ("", None), ("  ", None), (None, None), (math.nan, None), (0, None), ("0", None), (0.0, None),
        (7, 7), (7.0, 7), ("7", 7), (" 07 ", 7), (2.5, "2.5"), ("-3", "-3"), ("3a", "3a"),
        (True, "True"), (np.bool_(False), "False"), (np.int64(3), 3), (pd.NA, None), (pd.NaT, None), (date(2020, 1, 2), "2020-01-02"),
    ],
)  # fmt: skip
def test_a_label_is_text_or_a_whole_number_or_nothing(value: Any, label: Any) -> None:
    assert clean_label(value) == label


def test_default_names_in_any_case_mean_the_default_legend() -> None:
    legend = legend_of(["water bodies", "SETTLEMENTS"], {})
    assert legend.classes == TERRASAR_X_LEGEND
    assert legend.code_of == {"water bodies": 7, "SETTLEMENTS": 1}
    assert not legend.taken_from_codes


def test_bare_default_codes_are_taken_with_a_mark() -> None:
    legend = legend_of([3, 1], {})
    assert legend.classes == TERRASAR_X_LEGEND
    assert legend.taken_from_codes


def test_one_foreign_name_makes_another_legend_with_codes_from_one() -> None:
    legend = legend_of(["Water bodies", "Ice", 12, 9], {})
    assert [(one.code, one.name) for one in legend.classes] == [(1, "9"), (2, "12"), (3, "Ice"), (4, "Water bodies")]
    assert legend.code_of == {9: 1, 12: 2, "Ice": 3, "Water bodies": 4}


def test_colours_of_the_labels_are_kept_and_others_differ() -> None:
    legend = legend_of([f"class {number:02}" for number in range(20)], {"class 03": "#A1B2C3", "class 04": "red"})
    colours = [one.colour for one in legend.classes]
    assert colours[3] == "#a1b2c3"
    assert len(set(colours)) == 20
    assert all(len(one) == 7 and one.startswith("#") for one in colours)
