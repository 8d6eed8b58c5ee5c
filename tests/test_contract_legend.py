"""The default legend, and what a class may be."""

import re

import pytest
from echopatch.core.contract.errors import ConfigError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND, LandClass


def test_the_default_legend_is_that_of_the_terrasar_x_scheme() -> None:
    assert {one.code: one.name for one in TERRASAR_X_LEGEND} == {
        1: "Settlements",
        2: "Industrial areas",
        3: "Public transportations",
        4: "Agricultural land",
        5: "Natural vegetation",
        6: "Bare ground",
        7: "Water bodies",
    }


def test_each_class_of_the_default_legend_has_a_colour_of_its_own() -> None:
    colours = {one.colour for one in TERRASAR_X_LEGEND}
    assert len(colours) == len(TERRASAR_X_LEGEND)
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours)


def test_code_0_stays_free_for_no_data() -> None:
    with pytest.raises(ConfigError, match="code of class 'Sea' must be at least 1, got 0"):
        LandClass(0, "Sea", "#0000ff")
