"""What the chosen run's method goes by is drawn where it belongs, for that run alone, and can be left out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer
from view_frames import THEME, count, frame, lanes_changed, picture, pixels, scenario, show

import gdviz.ui.views.directions as directions
from gdviz.ui.views.contour import ContourView
from gdviz.ui.views.curve import CurveView
from gdviz.ui.views.insight import Insight
from gdviz.ui.views.model import Model
from gdviz.ui.views.terrain import Layers

BLUE = THEME.run(0).color


def seen(objective, *runs, step=0, starts=(), chosen=0):
    made = Insight(THEME, str)
    made.show(frame(scenario(objective, *runs, starts=starts), step, chosen))
    return made


@pytest.mark.parametrize("kind", ["newton", "newton:hessian=absolute", "newton:hessian=damped"])
def test_that_the_models_vertex_is_the_next_iterate_of_newtons_method(kind):
    shown = frame(scenario("x-cos", kind, starts=((3.0,),)), 1)
    found = seen("x-cos", kind, step=1, starts=((3.0,),)).model
    here, then = shown.lanes[0].path[1:3, 0]
    np.testing.assert_allclose(found.vertex, then, rtol=1e-9)
    slope = np.diff(found.values(np.array([here[0] - 1e-5, here[0] + 1e-5]))) / 2e-5
    np.testing.assert_allclose(slope, shown.objective.gradient(here[None])[0], rtol=1e-6)


@pytest.mark.parametrize("curvatures", [(2.0, 0.5), (-2.0, -0.5), (2.0, -0.5), (-0.5, 2.0)])
@pytest.mark.parametrize("part", [1.0, 0.25])
def test_that_a_level_of_the_model_has_its_value_all_along(curvatures, part):
    turn = np.array([[0.8, -0.6], [0.6, 0.8]])
    made = Model(np.array([1.0, 2.0]), 3.0, np.array([0.7, -0.4]), turn @ np.diag(curvatures) @ turn.T)
    lines = made.level(part, 4.0)
    assert len(lines) == (1 if curvatures[0] * curvatures[1] > 0 else 2)
    for line in lines:
        away = line - made.vertex
        heights = np.einsum("ni,ij,nj->n", away, made.matrix, away) / 2
        np.testing.assert_allclose(heights, part * made.height, rtol=1e-9, atol=1e-9)


def test_that_a_step_by_a_batch_or_with_noise_has_no_model_of_the_full_loss():
    made, quiet = Insight(THEME, str), scenario("ravine", "newton")
    made.show(frame(replace(quiet, noise=0.5)))
    assert made.model is None
    made.show(frame(quiet))
    assert made.model is not None


def test_that_the_probes_of_a_search_lie_on_its_ray_and_the_last_is_the_next_iterate():
    run = "line-search:search=armijo"
    path = frame(scenario("rosenbrock", run)).lanes[0].path[:2, 0]
    found = seen("rosenbrock", run).probes
    assert found.accepted.tolist() == [False] * (len(found.points) - 1) + [True]
    assert len(found.points) > 3
    np.testing.assert_allclose(found.points[-1], path[1], rtol=1e-12)
    way = found.points - path[0]
    np.testing.assert_allclose(way[:, 0] * way[-1, 1], way[:, 1] * way[-1, 0], atol=1e-9)


def test_that_exact_conjugate_directions_have_no_product(monkeypatch, qtbot):
    said = []
    monkeypatch.setattr(directions, "paint_text", lambda *values: said.append(values[2]))
    view = ContourView(THEME)
    show(qtbot, view, frame(scenario("booth", "conjugate-gradient", starts=((7.6, -2.4),)), 1))
    picture(view)
    assert said[-1] == "dᵀH d′ = 0"
    assert seen("booth", "conjugate-gradient", step=0).directions is None
    assert abs(seen("rosenbrock", "conjugate-gradient:search=wolfe", step=1).directions.product) > 0


def test_that_the_simplex_goes_to_one_of_the_places_that_are_shown():
    for step in range(1, 12):
        found = seen("himmelblau", "nelder-mead", step=step).simplex
        assert found.done == 4 or np.isclose(found.places, found.taken).all(axis=1).any()
        vertices = frame(scenario("himmelblau", "nelder-mead"), step).lanes[0].memory["simplex"]
        np.testing.assert_array_equal(found.before, vertices[step, 0])
        np.testing.assert_array_equal(found.after, vertices[step + 1, 0])


@pytest.mark.parametrize(("kind", "objective", "runs"), [
    (ContourView, "himmelblau", ("newton", "adam")), (ContourView, "rosenbrock", ("bfgs", "adam")),
    (ContourView, "booth", ("conjugate-gradient", "adam")), (ContourView, "peaks", ("nelder-mead", "adam")),
    (CurveView, "x-cos", ("newton", "adam")),
    (CurveView, "double-well", ("line-search:search=armijo,first_step=8", "adam")),
])  # fmt: skip
def test_that_it_is_drawn_for_the_chosen_run_alone_and_can_be_left_out(qtbot, kind, objective, runs):
    view, shown = kind(THEME), frame(scenario(objective, *runs), 1)
    show(qtbot, view, shown)
    drawn = picture(view)
    view.show_frame(lanes_changed(shown, 0, shown=False))
    assert count(picture(view), BLUE) == 0
    view.show_frame(shown)
    view.findChild(QAction, "action_layer_insight").trigger()
    assert (np.abs(pixels(picture(view)) - pixels(drawn)).max(axis=2) > 30).sum() > 20
    view.findChild(QAction, "action_layer_insight").trigger()
    assert picture(view) == drawn


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e300, 1e-300])
def test_that_odd_numbers_are_never_drawn_and_never_raise(qtbot, value):
    view = ContourView(THEME)
    made = frame(scenario("himmelblau", "newton"), 1)
    show(qtbot, view, made)
    for field in ("gradient", "hessian", "f"):
        odd = np.full_like(getattr(made.explanation, field), value) if field != "f" else value
        view.show_frame(replace(made, explanation=replace(made.explanation, **{field: odd})))
        picture(view)


def test_that_the_map_of_a_method_without_curvature_is_as_before(qtbot):
    view = ContourView(THEME)
    show(qtbot, view, frame(scenario("ravine", "adam"), 5))
    before = picture(view)
    view.show_layers(Layers(insight=False))
    assert picture(view) == before


@pytest.mark.parametrize(("objective", "run", "start", "step"), [
    ("himmelblau", "newton", (-1.0, 1.5), 0), ("rosenbrock", "line-search:search=armijo", (-1.2, 1.0), 1),
    ("himmelblau", "nelder-mead:initial_size=9", (4.0, 4.0), 1),
    ("booth", "conjugate-gradient", (7.6, -2.4), 1),
])  # fmt: skip
def test_that_nothing_leaves_the_area_where_a_format_can_not_clip(
    qtbot, tmp_path, objective, run, start, step
):
    view = ContourView(THEME)
    show(qtbot, view, frame(scenario(objective, run, starts=(start,)), step))
    view.show_layers(Layers(bands="none", lines=False, future=False))
    made = QSvgGenerator()
    made.setFileName(str(tmp_path / "map.svg"))
    made.setSize(view.plot.size())
    made.setViewBox(view.plot.rect())
    made.setResolution(96)
    painter = QPainter(made)
    for paint in (view._insight.paint_map, lambda *at: view._runs.paint_heads(*at, True)):
        painter.setClipRect(0, 0, int(view.plot.extent.width), int(view.plot.extent.height))
        paint(painter, view.plot.extent)
    painter.end()
    extent = view.plot.extent
    drawn = QSvgRenderer(str(tmp_path / "map.svg"))
    picture = QImage(view.plot.size(), QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    drawn.render(painter, QRectF(picture.rect()))
    painter.end()
    ink = pixels(picture).max(axis=2) > 0
    assert ink.sum() > 200
    assert not ink[int(extent.height) + 12 :].any()
    assert not ink[:, int(extent.width) + 12 :].any()
