"""What is drawn over a landscape on demand: exhaustive search, the batch's loss, the samples' arrows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.export.canvas import Canvas, clear
from gdviz.frame import Frame
from gdviz.picture import Picture
from gdviz.scenario import Scenario
from gdviz.scenario_file import dumps, loads
from gdviz.ui.language import plain
from gdviz.ui.player import Player
from gdviz.ui.views import exhaustive
from gdviz.ui.views.batch_landscape import BatchLandscape, batch_of
from gdviz.ui.views.contour import ContourView
from gdviz.ui.views.curve import CurveView
from gdviz.ui.views.exhaustive import SearchDots
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.overlays import part_shown
from gdviz.ui.views.planes import Planes
from gdviz.ui.views.sample_arrows import MOST, SampleArrows
from gdviz.ui.window import MainWindow
from gdviz.values import SpecError
from tests.ui.test_data_view import data_frame, data_scenario
from tests.ui.view_frames import THEME, count, frame, picture, pixels, show


def searched(name: str, points: int = 11, step: int = 3) -> Frame:
    return frame(replace(data_scenario(name), grid_search=points), step)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a search says of its costs."""
    lines: list[str] = []
    monkeypatch.setattr(exhaustive, "paint_remark", lambda p, t, w, text, line, color="": lines.append(text))
    return lines


def painted(paint, width: int = 300, height: int = 200) -> QImage:
    from PySide6.QtGui import QPainter

    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(THEME.color("plot"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


# Exhaustive search


def test_that_the_points_of_a_search_are_seen_with_the_best_of_them_and_both_costs(
    qtbot: QtBot, said: list[str]
) -> None:
    made = library.shipped("three-points")
    view = CurveView(THEME)
    show(qtbot, view, frame(made, 12))
    with_search = count(picture(view), THEME.ink, 40)
    assert said[0] == "grid: 41 losses, 123 samples, f = 0.000"
    assert said[1].startswith("b = full: 12 gradients, 36 samples, f = 0.4")
    view.show_frame(frame(replace(made, grid_search=0), 12))
    assert with_search > count(picture(view), THEME.ink, 40) + 60


def test_that_dots_stand_where_the_grid_is_and_the_best_where_the_loss_is_least(qtbot: QtBot) -> None:
    shown = searched("linear/line")
    result, points, ranks = SearchDots(THEME, plain)._points(shown) or pytest.fail("no search")
    assert points.shape == (121, 2)
    assert shown.grid is not None
    (low, high), (bottom, top) = shown.grid.box
    assert points.min(axis=0).tolist() == [low, bottom]
    assert points.max(axis=0).tolist() == [high, top]
    np.testing.assert_allclose(points[int(np.argmin(ranks))], result.best)
    losses = shown.objective.value(points)
    assert np.array_equal(np.argsort(ranks), np.argsort(losses, kind="stable"))


def test_that_a_walk_has_tried_a_point_for_every_step(said: list[str]) -> None:
    dots, shown, extent = SearchDots(THEME, plain), searched("linear/line"), Extent(0, 4, 0, 4, 300, 200)
    painted(lambda painter: dots.paint_costs(painter, extent, shown, True, 0))
    assert said[0].startswith("grid: 3 losses, 300 samples")
    painted(lambda painter: dots.paint_costs(painter, extent, shown, False, 0))
    assert said[2].startswith("grid: 121 losses, 12100 samples")


def test_that_the_menu_asks_for_a_search_and_for_one_where_one_looks(
    window: MainWindow, player: Player, qapp: QApplication
) -> None:
    page = window.page

    def trigger(name: str) -> Scenario:
        action = page.contour.findChild(QAction, f"action_layer_{name}")
        assert action is not None
        assert action.isVisible()
        action.trigger()
        qapp.processEvents()
        return player.scenario

    assert trigger("search").grid_search == 21
    assert page.contour._frame.grid == player.scenario.grid  # type: ignore[union-attr]
    here = trigger("search_here")
    extent = page.contour.plot.extent
    assert np.allclose(here.grid_search_box, part_shown(extent), atol=0.05)
    assert loads(dumps(here)) == here
    assert trigger("search").grid is None
    player.undo()
    assert page.contour.findChild(QAction, "action_layer_search").isChecked()  # type: ignore[union-attr]
    assert not page.contour.findChild(QAction, "action_layer_batch").isVisible()  # type: ignore[union-attr]


def test_that_a_box_of_another_number_of_parameters_is_left_aside() -> None:
    made = replace(library.shipped("three-points"), grid_search_box=(0.0, 1.0, 2.0, 3.0))
    assert made.grid is not None
    assert made.grid.box == ((-0.0, 4.0),)
    many = library.shipped("logistic")
    assert replace(many, grid_search=5).grid is None
    with pytest.raises(SpecError, match="a low and a higher number"):
        replace(made, grid_search_box=(1.0, 0.0))


# The batch


def test_that_the_loss_of_the_batch_is_that_of_its_samples() -> None:
    shown = data_frame("proportional/three-points", batch=1)
    index = batch_of(shown)
    assert index is not None
    drawn, extent = BatchLandscape(THEME), Extent(0.0, 4.0, 0.0, 20.0, 300, 200)
    painted(lambda painter: drawn.paint(painter, extent, shown, ()))
    (line,) = drawn._lines
    sample = shown.objective.table
    x, y = float(sample.features[index[0], 0]), float(sample.targets[index[0], 0])
    np.testing.assert_allclose(line[:, 1], (line[:, 0] * x - y) ** 2)
    assert batch_of(data_frame("linear/line", chosen=0)) is None
    other = data_frame("linear/line", batch=10)
    index, lane = batch_of(other), other.lanes[1]
    assert index is not None
    gradient = other.objective.batch_gradient(lane.path[3], index)
    np.testing.assert_allclose(lane.path[4] - lane.path[3], -0.005 * gradient, rtol=1e-9)


@pytest.mark.parametrize("name", ["linear/line", "network/spirals"])
def test_that_level_lines_of_the_batch_are_where_its_loss_has_that_value(name: str) -> None:
    shown = Planes(plain).flat(data_frame(name, batch=10))
    index, box = batch_of(shown), shown.objective.box
    assert index is not None
    extent = Extent(*box[0], *box[1], 400, 400)
    somewhere = np.random.default_rng(0).uniform(*np.array(box).T, size=(200, 2))
    level = float(np.median(shown.objective.batch_value(somewhere, index)))
    drawn = BatchLandscape(THEME)
    image = painted(lambda painter: drawn.paint(painter, extent, shown, (level,)), 400, 400)
    (line,) = drawn._lines
    line = line[np.isfinite(line[:, 0])]
    np.testing.assert_allclose(shown.objective.batch_value(line, index), level, rtol=0.01)
    assert len(np.unique(pixels(image).reshape(-1, 3), axis=0)) > 1


def test_that_arrows_of_the_samples_have_the_mean_that_the_run_steps_by() -> None:
    shown = data_frame("linear/line", batch=10)
    each, mean, of = SampleArrows.ways(shown) or pytest.fail("no arrows")
    assert (len(each), of) == (10, 10)
    np.testing.assert_allclose(each.mean(axis=0), mean, atol=1e-12)
    np.testing.assert_allclose(shown.explanation.change, -0.005 * mean, atol=1e-12)
    flat = Planes(plain).flat(data_frame("network/spirals", batch=10))
    each, mean, of = SampleArrows.ways(flat) or pytest.fail("no arrows")
    assert each.shape == (10, 2)
    np.testing.assert_allclose(flat.explanation.change, -0.005 * mean, atol=1e-12)


def test_that_of_very_many_samples_a_drawn_subset_is_shown_and_said(qtbot: QtBot) -> None:
    shown = data_frame("linear/line", batch=400, more=",n=1000")
    each, mean, of = SampleArrows.ways(shown) or pytest.fail("no arrows")
    assert (len(each), of) == (MOST, 400)
    again, _, _ = SampleArrows.ways(shown) or pytest.fail("no arrows")
    assert np.array_equal(each, again)
    assert not np.allclose(each.mean(axis=0), mean)


@pytest.mark.parametrize("name", ["proportional/three-points", "linear/line"])
def test_that_the_layers_are_drawn_when_they_are_switched_on(qtbot: QtBot, name: str) -> None:
    view = CurveView(THEME) if name.startswith("prop") else ContourView(THEME)
    show(qtbot, view, data_frame(name, batch=2))
    before = picture(view)
    for layer, color in (("samples", THEME.gradient), ("batch", None)):
        view._choose_layer(layer, True)
        now = picture(view)
        assert now != before
        if color is not None:
            assert count(now, color) > count(before, color) + 20
        before = now


@pytest.mark.parametrize("ending", [".svg", ".pdf", ".png"])
def test_that_pictures_show_the_search_of_a_scenario(qapp: QApplication, ending: str, tmp_path) -> None:
    from gdviz.export import still

    made = library.shipped("three-points")
    sizes = []
    for points in (41, 0):
        canvas = Canvas(Picture(width=500, height=400, views=("curve",)))
        path = tmp_path / f"made{points}{ending}"
        still.write(canvas, frame(replace(made, grid_search=points), 12), path, ending)
        sizes.append(path.stat().st_size)
        clear(qapp, canvas)
    assert sizes[0] > sizes[1] > 1000
