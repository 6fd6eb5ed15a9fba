"""A place that is picked in the data, and what is predicted there."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot
from test_data_view import data_frame

from gdviz.ui.numbers import shown as number
from gdviz.ui.views.data import DataView
from tests.ui.view_frames import THEME, picture, show


def test_that_a_click_tells_what_is_predicted_there_before_and_now(qtbot: QtBot) -> None:
    view, shown = DataView(THEME), data_frame("linear/line", step=20)
    show(qtbot, view, shown)
    extent, path = view.plot.extent, shown.lanes[1].path
    view.click(QPointF(extent.x(np.array(4.0)), 12.0))
    where, steps, told = view.picked
    x = float(where.removeprefix("x = "))
    assert x == pytest.approx(4.0, abs=extent.pixel[0])
    before, now = (float(theta[0] * x + theta[1]) for theta in (path[0, 0], path[20, 0]))
    assert (steps, told) == ("step 0 → 20", f"ŷ: {number(before)} → {number(now)}")
    plain = picture(view)
    view.show_frame(data_frame("linear/line", step=0))
    assert view.picked[1:] == ["step 0 → 0", f"ŷ: {number(before)} → {number(before)}"]
    view.show_frame(shown)
    place = QPointF(extent.x(np.array(4.0)), 300.0)
    assert view.press(place)
    view.drag(QPointF(extent.x(np.array(7.0)), 300.0))
    view.drop()
    assert float(view.picked[0].removeprefix("x = ")) == pytest.approx(7.0, abs=extent.pixel[0])
    assert picture(view) != plain
    assert view.press(QPointF(extent.x(np.array(7.0)), 20.0))
    view.drop()
    assert view.picked == []


@pytest.mark.parametrize(("name", "lines"), [
    ("softmax/blobs", ["p(0)", "p(1)", "p(2)"]), ("logistic/moons", ["p(1)"]),
    ("multi-label/multi-label", ["p(label 1)", "p(label 2)", "p(label 3)"]),
    ("linear/two-targets", ["y1", "y2"]),
    ("polynomial/line", ["ŷ"]),
])  # fmt: skip
def test_that_each_output_is_told_at_the_picked_place(qtbot: QtBot, name: str, lines: list[str]) -> None:
    view, shown = DataView(THEME), data_frame(name, step=20)
    show(qtbot, view, shown)
    view.click(QPointF(40.0, 30.0))
    told = view.picked[2:]
    assert [line.partition(":")[0] for line in told] == lines
    picture(view)
    if name == "softmax/blobs":
        now = [float(line.split(" → ")[1]) for line in told]
        assert sum(now) == pytest.approx(1.0, abs=0.02)


def test_that_the_picked_place_is_forgotten_with_its_data(qtbot: QtBot) -> None:
    view = DataView(THEME)
    show(qtbot, view, data_frame("softmax/blobs"))
    view.click(QPointF(40.0, 30.0))
    assert view.picked
    view.show_frame(data_frame("logistic/moons"))
    assert not view.picked
