"""Layover, shadow and double bounce of single buildings against trigonometry by hand."""

import numpy as np
import pytest
from echopatch.core.engine.simulation.objects import HALL, HOUSE, boxes, trihedral_rcs_m2
from echopatch.core.engine.simulation.optical import sun_shadow
from echopatch.core.engine.simulation.relief import Gain, double_bounce_m2, facade_echo, is_lit, laid_over, look
from echopatch.core.engine.simulation.walls import facades

ROWS, COLUMNS, PIXEL_M = 40, 200, 1.0


def block_of_height(height_m: float) -> np.ndarray:
    """Flat ground with a block over columns 100..119, all rows."""
    ground = np.zeros((ROWS, COLUMNS), np.float32)
    ground[:, 100:120] = height_m
    return ground


@pytest.mark.parametrize("incidence_deg", [25.0, 35.0, 50.0])
def test_the_shadow_of_a_block_is_its_height_times_the_tangent_of_the_incidence(incidence_deg: float) -> None:
    ground = block_of_height(14.0)
    lit = is_lit(look(ground, np.full(COLUMNS, incidence_deg), PIXEL_M), ground)
    assert lit[:, :120].all()
    shadow_m = (~lit[0]).sum() * PIXEL_M
    assert shadow_m == pytest.approx(14.0 * np.tan(np.radians(incidence_deg)), abs=1)
    assert not lit[0, 120]


@pytest.mark.parametrize("incidence_deg", [25.0, 35.0, 50.0])
def test_the_roof_of_a_block_moves_towards_the_radar_by_its_height_over_the_tangent(incidence_deg: float) -> None:
    ground = block_of_height(14.0)
    roof_only = np.where(ground > 0, np.float32(1), np.float32(0))
    image = laid_over(roof_only, ground, look(ground, np.full(COLUMNS, incidence_deg), PIXEL_M))
    middle = (image[0] * (np.arange(COLUMNS) + 0.5)).sum() / image[0].sum()
    assert middle == pytest.approx(110 - 14.0 / np.tan(np.radians(incidence_deg)), abs=0.01)
    assert image.sum() == pytest.approx(roof_only.sum(), rel=1e-5)


def test_a_roof_laid_over_the_ground_adds_to_it() -> None:
    ground = block_of_height(14.0)
    view = look(ground, np.full(COLUMNS, 45.0), PIXEL_M)
    image = laid_over(np.ones_like(ground), ground, view)
    assert image[0, 90] == pytest.approx(2)  # roof columns 100..119 lie on 86..105
    assert image[0, 80] == pytest.approx(1)
    assert image[0, 110] == pytest.approx(0)  # the block's own place holds no echo at all


def wall_echo(angle_deg: float, kind: int = HALL) -> np.ndarray:
    house = boxes(np.array([[100.0, 20.0, 10.0, 20.0, np.radians(angle_deg)]]), 10.0, kind)
    ground = np.zeros((ROWS, COLUMNS), np.float32)
    return facade_echo(facades(house), look(ground, np.full(COLUMNS, 45.0), PIXEL_M), 0, Gain(0, 0))


def test_a_wall_facing_the_radar_shines_between_its_foot_and_its_height_over_the_tangent_in_front() -> None:
    image = wall_echo(0)
    columns = np.flatnonzero(image.sum(axis=0) > 0)
    assert columns.min() == pytest.approx(85, abs=1)
    assert columns.max() == pytest.approx(95, abs=1)
    assert np.flatnonzero(image.sum(axis=1) > 0).tolist() == list(range(10, 30))


def test_the_double_bounce_is_a_line_at_the_foot_of_the_wall() -> None:
    image = wall_echo(0)
    assert abs(int(image[20].argmax()) - 95) <= 1
    # 11 dBsm by metre on 20 m for a hall of usual height, most of it in the two columns at the foot
    assert image[:, 94:96].sum() == pytest.approx(20 * 10**1.1, rel=0.15)


def test_the_double_bounce_falls_with_the_square_of_the_aspect_angle() -> None:
    ten_m, kind = np.full(3, 10.0), np.full(3, HALL, np.uint8)
    level_db = 10 * np.log10(double_bounce_m2(ten_m, np.radians([0.0, 10.0, 40.0]), kind, 0.0))
    assert level_db == pytest.approx([11, 11 - 12, 11 - 25])


def test_walls_turned_away_from_the_radar_are_not_seen() -> None:
    walls = facades(boxes(np.array([[0.0, 0.0, 30.0, 10.0, 0.0]]), 8.0, HOUSE))
    assert len(walls.height_m) == 1
    assert np.all(walls.start_m[:, 0] == -15)
    assert walls.aspect_rad == pytest.approx([0])


def test_a_trihedral_of_one_metre_has_36_4_dbsm() -> None:
    assert 10 * np.log10(trihedral_rcs_m2(1.0)) == pytest.approx(36.4, abs=0.05)
    assert 10 * np.log10(trihedral_rcs_m2(0.5)) == pytest.approx(24.3, abs=0.05)


def test_sun_shadows_are_as_long_as_things_are_tall_and_lie_away_from_the_sun() -> None:
    height = np.zeros((60, 60), np.float32)
    height[30, 30] = 12
    shadow = sun_shadow(height, (1.0, 0.0), PIXEL_M)
    columns = np.flatnonzero(shadow[30])
    assert columns.min() in (18, 19)
    assert columns.max() == 29
    assert shadow[:30].sum() == 0
