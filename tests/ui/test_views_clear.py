"""Names and numbers on plots stay clear of lines, marks and each other."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from view_frames import frame, scenario

from gdviz import library
from gdviz.engine.landscape import surface
from gdviz.engine.level_labels import REACH, SMALLEST_RING, Taken, level_labels
from gdviz.engine.objective import Objective
from gdviz.ui.docks.run_card import _folded_away
from gdviz.ui.language import plain
from gdviz.ui.numbers import typed
from gdviz.ui.theme import LIGHT
from gdviz.ui.views.captions import room_above
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace, dense, text_rect
from gdviz.ui.views.home import home
from gdviz.ui.views.planes import Planes

LEFT = Qt.AlignmentFlag.AlignLeft


def test_that_a_name_goes_where_no_line_and_no_other_name_is(qapp: QGuiApplication) -> None:
    free, font = FreePlace(400, 200), LIGHT.font(12, 500)
    free.add_line(np.array([[0.0, 100.0], [400.0, 100.0]]))
    spots = [(QPointF(50, down), LEFT) for down in (100, 60, 30)]
    assert free.best(spots, "start", font) == spots[1]
    assert free.best(spots, "start", font) == spots[2]
    free.add_marks([(60.0, 30.0)], 16)
    assert free.cost(text_rect(spots[2], "start", font)) > 0


def test_that_a_name_does_not_leave_the_area_for_room(qapp: QGuiApplication) -> None:
    free, font = FreePlace(100, 50), LIGHT.font(12, 500)
    free.add_line(np.array([[0.0, 25.0], [100.0, 25.0]]))
    spots = [(QPointF(10, 25), LEFT), (QPointF(90, 10), LEFT)]
    assert free.best(spots, "minimum", font) == spots[0]


@pytest.mark.parametrize("odd", [np.nan, np.inf, 1e300])
def test_that_what_is_not_finite_counts_for_nothing(odd: float) -> None:
    line = np.array([[0.0, 0.0], [30.0, 0.0], [odd, 5.0], [60.0, 0.0], [90.0, 0.0]])
    found = dense(line)
    assert (np.abs(found) < 100).all()
    assert len(found) == 21  # ten points of each part, and the end


def test_that_level_numbers_step_aside_for_paths_and_leave_small_rings_alone() -> None:
    objective = Objective.parse("ravine")
    x, y, size = (-5.6, 1.2), (-2.6, 1.6), (776, 481)
    levels = surface(objective, x, y, *size).levels
    plain = level_labels(levels, objective, x, y, *size)
    down = np.array([[(label.x - x[0]) / 6.8 * 776, (y[1] - label.y) / 4.2 * 481] for label in plain])
    path = np.concatenate([down + np.array([dx, 0]) for dx in range(-30, 31, 2)])
    moved = level_labels(levels, objective, x, y, *size, path)
    assert [label.value for label in moved] == [label.value for label in plain]
    places = np.array([[(label.x - x[0]) / 6.8 * 776, (y[1] - label.y) / 4.2 * 481] for label in moved])
    assert (Taken(path, *size).near(places, np.array(REACH)) == 0).all()
    rings = {level.value: np.ptp(level.points / [6.8, 4.2] * size, axis=0).max() for level in levels}
    assert min(rings[label.value] for label in plain) >= SMALLEST_RING


@pytest.mark.parametrize("magnified", [1.0, 1.5])
def test_that_no_level_number_is_cut_by_the_edge_of_a_small_map(magnified: float) -> None:
    objective = Objective.parse("ravine")
    for width in range(150, 420, 30):
        levels = surface(objective, (-5.6, 1.2), (-2.6, 1.6), width, 200).levels
        for label in level_labels(levels, objective, (-5.6, 1.2), (-2.6, 1.6), width, 200, None, magnified):
            across = (label.x + 5.6) / 6.8 * width
            assert magnified * REACH[0] <= across <= width - magnified * REACH[0]


def test_that_a_remark_ends_before_the_curve_rises_beside_it() -> None:
    line = np.array([[0.0, 0.0], [50.0, 300.0], [380.0, 60.0], [390.0, 20.0], [400.0, 0.0]])
    assert room_above(line, 400, 46) == 382.0
    assert room_above(line[:3], 400, 46) == 400.0


def test_that_a_minimum_does_not_stand_at_the_edge_of_the_map(qtbot: object) -> None:
    low, high = home(frame(scenario("sphere", starts=((4.0, 3.0),)), 0))
    assert max(low) <= -0.2
    assert Extent(0, 1, 0, 1, 800, 600).fitted(low, high, 0.08).left < -0.5


def test_that_the_first_view_of_a_plane_has_the_ends_of_the_other_runs() -> None:
    flat = Planes(plain).flat(frame(library.shipped("network-losses"), 400))
    low, high = home(flat)
    for lane in flat.lanes:
        assert (np.array(low) <= lane.path[-1, 0]).all()
        assert (lane.path[-1, 0] <= np.array(high)).all()


def test_that_numbers_are_written_as_powers_of_ten_where_they_are_long() -> None:
    found = [typed(value) for value in (0.43, 1e-10, 2.5e-5, -1e-8, 1000.0, -2.0, 1e14)]
    assert found == ["0.43", "10⁻¹⁰", "2.5·10⁻⁵", "−10⁻⁸", "1000", "−2", "10¹⁴"]


def test_that_a_card_names_what_no_row_of_it_shows() -> None:
    from gdviz.engine.optimizer import Optimizer

    made = Optimizer.parse("gradient-descent:lr=0.1,clip_norm=1")
    assert _folded_away(made, "η = 0.1, clip_norm = 1") == "clip_norm = 1"
    assert _folded_away(made, "η = 0.1") == ""
