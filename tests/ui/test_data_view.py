"""The data view, and the window where a data problem is shown."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gdviz.frame import Frame
from gdviz.scenario import Scenario
from gdviz.scenario_file import loads
from gdviz.ui.fields import Choice
from gdviz.ui.language import plain
from gdviz.ui.page import Page
from gdviz.ui.player import Player
from gdviz.ui.views import data
from gdviz.ui.views.data import DataView
from gdviz.ui.views.data_plane import DataPlane
from gdviz.ui.views.line_names import NamedLine
from gdviz.ui.views.samples import apart
from gdviz.ui.window import MainWindow
from tests.ui.view_frames import THEME, count, frame, heard, picture, scenario, show

PROBLEMS = {
    "proportional/three-points": 1,
    "linear/line": 2,
    "linear/two-targets": 4,
    "polynomial/line": 3,
    "logistic/moons": 3,
    "softmax/blobs": 9,
    "network/spirals": 51,
    "network/line": 25,
    "multi-label/multi-label": 9,
}


def data_scenario(name: str, batch: int = 4, more: str = "") -> Scenario:
    """Two runs, one on all samples and one on batches."""
    model, data = name.split("/")
    return loads(
        f'format=1\nsteps=20\nbatch_size={batch}\nmodel={{kind="{model}"}}\ndata={{kind="{data}"{more}}}\n'
        '[[runs]]\nkind="gradient-descent"\nlr=0.01\nbatch_size="full"\n'
        '[[runs]]\nkind="gradient-descent"\nlr=0.005\nlabel="SGD"\n'
    )


def data_frame(name: str, step: int = 3, batch: int = 4, more: str = "", chosen: int = 1) -> Frame:
    return frame(data_scenario(name, batch, more), step, chosen)


@pytest.mark.parametrize("name", PROBLEMS)
def test_that_the_window_shows_data_problems_of_any_dimension(
    window: MainWindow, player: Player, qapp: QApplication, name: str
) -> None:
    made = data_scenario(name)
    player.open(made)
    player.finish()
    player.seek(3)
    qapp.processEvents()
    page, d = window.page, made.objective.dimension
    assert page.data.isVisible()
    assert page.loss.isVisible()
    assert page.landscape.isVisible()
    assert page.shown is (page.curve if d == 1 else page.contour)
    assert page.contour.plane_button.isVisible() == (d > 2)
    line = window.findChild(QLabel, "many_parameters")
    assert line is not None
    assert line.isVisible() == (d > 2)
    origin = "drawn from the seed" if name.startswith("network") else "all 0"
    assert line.text() == (f"{d} parameters, {origin}" if d > 2 else "")
    assert not window.grab().isNull()


def test_that_an_objective_without_samples_has_no_data_view(qtbot: QtBot) -> None:
    page = Page(THEME, plain)
    show(qtbot, page, data_frame("linear/line"))
    assert page.data.isVisible()
    page.show_frame(frame(scenario("ravine")))
    assert not page.data.isVisible()
    assert page.landscape.isVisible()


def test_that_the_lines_are_what_the_runs_predict(qtbot: QtBot) -> None:
    view, shown = DataView(THEME), data_frame("linear/line")
    show(qtbot, view, shown)
    extent = view.plot.extent
    for lane in shown.lanes:
        w, b = lane.path[3, 0]
        (line,) = view.lines(lane, extent)
        x, y = extent.value(line[:, 0], line[:, 1])
        assert np.allclose(y, w * x + b)


def test_that_the_head_tells_how_large_the_batch_is(qtbot: QtBot) -> None:
    view, shown = DataView(THEME), data_frame("linear/line", batch=4)
    show(qtbot, view, shown)
    assert view.note == "● batch of 4"
    view.show_frame(data_frame("linear/line", chosen=0))
    assert view.note == "all 100 samples"


def test_that_the_batch_is_the_one_the_chosen_run_steps_with(qtbot: QtBot) -> None:
    view, shown = DataView(THEME), data_frame("linear/line", step=7)
    show(qtbot, view, shown)
    lane, problem = shown.lanes[1], shown.objective
    gradient = problem.batch_gradient(lane.path[7], view.batch())[0]
    assert np.allclose(lane.path[8, 0] - lane.path[7, 0], -0.005 * gradient)


def test_that_residuals_end_on_the_line_of_the_chosen_run() -> None:
    shown = data_frame("linear/two-targets")
    plane = DataPlane.of(shown.objective)
    theta = shown.lanes[1].path[3, 0]
    points = np.array([2, 62])  # the same sample, its first and second target
    x = plane.points[points, 0]
    wanted = plane.heights(theta, x)
    assert np.allclose(plane.predicted(theta, points), [wanted[0, 0], wanted[1, 1]])


@pytest.mark.parametrize(("name", "hidden", "called"), [
    ("linear/line", None, [["GD"], ["SGD"]]),
    ("linear/two-targets", None, [["GD"], ["SGD · y1", "SGD · y2"]]),
    ("linear/two-targets", 1, [["GD · y1", "GD · y2"]]),
])  # fmt: skip
def test_that_the_lines_of_one_run_are_named_by_their_targets(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str, hidden: int | None, called: list[list[str]]
) -> None:
    told: list[NamedLine] = []
    monkeypatch.setattr(data, "paint_line_names", lambda *given: told.extend(given[3]))
    view, shown = DataView(THEME), data_frame(name)
    lanes = tuple(replace(lane, shown=i != hidden) for i, lane in enumerate(shown.lanes))
    show(qtbot, view, replace(shown, lanes=lanes))
    told.clear()
    picture(view)
    colors = dict.fromkeys(each.color for each in told)
    assert [[each.name for each in told if each.color == color] for color in colors] == called
    for lane, names in zip((lane for lane in lanes if lane.shown), called, strict=True):
        lines = view.lines(lane, view.plot.extent)[: len(names)]
        drawn = [each.line for each in told if each.name in names]
        assert all(np.array_equal(*pair) for pair in zip(drawn, lines, strict=True))


def test_that_a_batch_is_painted_in_ink_and_a_line_in_its_colour(qtbot: QtBot) -> None:
    view, shown = DataView(THEME), data_frame("linear/line")
    show(qtbot, view, shown)
    batched = count(picture(view), THEME.ink)
    view.show_frame(data_frame("linear/line", chosen=0))
    assert batched > count(picture(view), THEME.ink) + 150
    assert all(count(picture(view), THEME.run(slot).color) > 300 for slot in (0, 1))


def test_that_regions_agree_with_what_the_model_classifies() -> None:
    shown = data_frame("network/spirals", step=20)
    plane, theta = DataPlane.of(shown.objective), shown.lanes[1].path[20, 0]
    _, kinds = plane.decided(theta, plane.points)
    assert np.array_equal(kinds, shown.objective.classify(theta, plane.points))


def test_that_100_000_samples_are_thinned_to_pixels(qtbot: QtBot) -> None:
    view, shown = DataView(THEME), data_frame("linear/line", more=",n=100000")
    show(qtbot, view, shown)
    extent = view.plot.extent
    places = extent.places(DataPlane.of(shown.objective).points)
    kept = apart(places, extent)
    assert 1000 < len(kept) < 60_000
    cells = np.floor((places[kept] + 7.0) / 1.5)
    assert len(np.unique(cells, axis=0)) == len(kept)


def test_that_a_click_on_a_line_chooses_its_run(qtbot: QtBot) -> None:
    view, shown = DataView(THEME), data_frame("linear/line", step=5)
    show(qtbot, view, shown)
    chosen = heard(view.run_chosen)
    (line,) = view.lines(shown.lanes[0], view.plot.extent)
    view.click(QPointF(*line[-10]))
    assert chosen == [0]


def test_that_a_diverged_run_leaves_the_other_lines_in_place(qtbot: QtBot) -> None:
    made = loads('format=1\nsteps=60\nmodel={kind="linear"}\ndata={kind="line"}\n'
                 '[[runs]]\nkind="gradient-descent"\nlr=1e5\n[[runs]]\nkind="gradient-descent"\nlr=0.01\n')
    view = DataView(THEME)
    show(qtbot, view, frame(made, 60))
    assert count(picture(view), THEME.run(1).color) > 300


def test_that_every_data_set_can_be_chosen_and_gets_a_model_that_fits(
    window: MainWindow, player: Player, qapp: QApplication
) -> None:
    choice = window.findChild(Choice, "choice_objective")
    assert choice is not None
    keys = [key for key in choice.choices() if key.startswith("data:")]
    assert len(keys) > 8
    for key in keys:
        choice.take(key)
        qapp.processEvents()
        problem = player.session.scenario.objective
        assert problem.data.kind == key.removeprefix("data:")
        assert choice.choice() == key
        assert window.page.data.isVisible()


def test_that_another_model_is_fitted_to_the_same_data(window: MainWindow, player: Player) -> None:
    player.open(data_scenario("linear/line"))
    choice = window.findChild(Choice, "choice_model")
    assert choice is not None
    assert sorted(choice.choices()) == ["linear", "network", "polynomial", "proportional"]
    choice.take("polynomial")
    problem = player.session.scenario.objective
    assert (problem.model.kind, problem.data.kind) == ("polynomial", "line")


def test_that_buttons_draw_new_noise_and_a_new_start(window: MainWindow, player: Player) -> None:
    made = data_scenario("linear/line")
    player.open(made)
    for name in ("noise", "start"):
        button = window.findChild(QPushButton, f"button_new_{name}")
        assert button is not None
        button.click()
    now = player.session.scenario
    assert (now.objective.data.seed, now.seed) == (1, 1)
    assert now.starts == (now.objective.new_start(1),)
    assert now.starts != made.starts


def test_that_the_batch_size_can_be_typed(window: MainWindow, player: Player, qtbot: QtBot) -> None:
    player.open(data_scenario("linear/line"))
    field = window.findChild(QLineEdit, "field_batch_size")
    assert field is not None
    assert field.text() == "4"
    field.selectAll()
    qtbot.keyClicks(field, "10")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert player.session.scenario.batch_size == 10
    assert window.page.data.note == "all 100 samples"
    player.choose(1)
    assert window.page.data.note == "● batch of 10"
