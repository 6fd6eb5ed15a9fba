"""The layer of basins: right places, right tints, nothing computed that is not looked at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.command import render
from gdviz.engine.objective import Objective
from gdviz.engine.run import Run, Task
from gdviz.engine.tinting import borders
from gdviz.export.canvas import Canvas, clear
from gdviz.frame import Frame
from gdviz.picture import Picture
from gdviz.question import Prediction, Question
from gdviz.session import Session
from gdviz.ui.color_vision import unlike
from gdviz.ui.theme import LIGHT, theme
from gdviz.ui.views import basin_tints
from gdviz.ui.views.basin_ends import FLAT
from gdviz.ui.views.contour import ContourView
from gdviz.ui.views.curve import CurveLayers, CurveView
from gdviz.ui.views.planes import Planes
from gdviz.ui.views.terrain import Layers
from gdviz.ui.window import MainWindow
from gdviz.values import SpecError
from tests.ui.view_frames import THEME, frame, picture, scenario, show

ONLY = Layers(lines=False, numbers=False, future=False, insight=False, arrows=False, basins=True)
METHOD = "gradient-descent:lr=0.01"


def himmelblau(method: str = METHOD, steps: int = 40) -> Frame:
    return frame(scenario("himmelblau", method, METHOD, starts=((0.3, -0.5),), steps=steps))


@pytest.fixture
def view(qtbot: QtBot) -> ContourView:
    """A map with nothing but basins on it, complete."""
    made = ContourView(THEME)
    show(qtbot, made, himmelblau(), (300, 240))
    made.show_layers(ONLY)
    made.finish()
    return made


def tint(image: QImage, view: ContourView, x: float, y: float) -> QColor:
    """The colour at a point of the map."""
    corner = view.plot.getPlotItem().getViewBox().sceneBoundingRect().topLeft()
    across, down = view.plot.extent.place(x, y)
    return QColor(image.pixel(int(corner.x() + across), int(corner.y() + down)))


@pytest.mark.parametrize("dark", [False, True])
def test_that_each_place_has_the_hue_of_the_minimum_where_a_run_from_there_ends(
    qtbot: QtBot, dark: bool
) -> None:
    view = ContourView(theme(dark))
    show(qtbot, view, himmelblau(), (300, 240))
    view.show_layers(ONLY)
    view.finish()
    image, objective = picture(view), Objective.parse("himmelblau")
    minima, names = np.array(objective.minima), basin_tints.DARK if dark else basin_tints.LIGHT
    found = []
    starts = [(1.5, 3.0), (1.5, 1.0), (-1.0, 2.0), (-4.0, 1.0)]
    for x, y in [*starts, (-1.5, -3.0), (-4.0, -1.5), (2.0, -3.0), (4.0, -1.0)]:
        run = Run(Task(objective, view._frame.lanes[0].optimizer, ((x, y),)))
        run.extend_to(40)
        end = run.trajectory.x[40][0]
        number = int(np.argmin(np.hypot(*(minima - end).T)))
        assert view.basins.ending((x, y)) == [("→", f"({end[0]:.2f}, {end[1]:.2f})".replace("-", "−"))]
        assert nearest(tint(image, view, x, y), names) == number, (x, y)
        found.append(number)
    assert sorted(set(found)) == [0, 1, 2, 3]


def test_that_what_diverges_is_striped_and_what_has_not_arrived_is_grey(qtbot: QtBot) -> None:
    view = ContourView(THEME)
    show(qtbot, view, frame(scenario("freudenstein-roth", "gradient-descent:lr=0.001", steps=20)), (300, 240))
    view.show_layers(ONLY)
    view.finish()
    image, extent = picture(view), view.plot.extent
    assert tint(image, view, 5.0, 0.0).name().upper() == basin_tints.ASTRAY_LIGHT
    assert view.basins.ending((5.0, 0.0))[0][1].endswith(", not arrived")
    top = extent.top - 3 * extent.pixel[1]
    assert view.basins.ending((1.0, top)) == [("→", "diverges")]
    row = {tint(image, view, x, top).name() for x in np.linspace(0.5, 5.0, 60)}
    assert len(row) == 2
    assert LIGHT.danger_tint.lower() in row


def nearest(color: QColor, names: tuple[str, ...]) -> int:
    """Which of these hues a colour is, or is a shade of that is mixed with the paper."""
    hues = [QColor(name) for name in names]
    return int(np.argmin([abs((hue.hue() - color.hue() + 180) % 360 - 180) for hue in hues]))


def test_that_nothing_is_computed_of_what_nobody_sees(view: ContourView, qtbot: QtBot) -> None:
    assert not view.basins._timer.isActive()
    view.show_layers(replace(ONLY, basins=False))
    picture(view)
    assert view.basins._survey is None
    assert not view.basins._timer.isActive()
    view.show_layers(ONLY)
    picture(view)
    assert view.basins._timer.isActive()
    view.hide()
    assert not view.basins._timer.isActive()
    view.show()
    asked = Prediction(Question.named("where")(text="Where?"))
    view.show_frame(replace(view._frame, prediction=asked))
    picture(view)
    assert not view.basins.shown
    assert not view.basins._timer.isActive()
    view.show_frame(replace(view._frame, prediction=replace(asked, guess=(0.0, 0.0), truth=(3.0, 2.0))))
    assert view.basins.shown


def test_that_a_survey_goes_on_in_slices_and_leaves_no_timer(qtbot: QtBot) -> None:
    view = ContourView(THEME)
    show(qtbot, view, himmelblau(steps=60), (300, 240))
    bands = picture(view)
    view.show_layers(Layers(basins=True))
    picture(view)
    surveys = [view.basins._survey]
    for _ in range(2000):
        QApplication.processEvents()
        surveys.append(view.basins._survey)
        if surveys[-1] is not None and surveys[-1].done:
            break
    assert surveys[-1].done
    assert len(surveys) > 5
    assert not view.basins._timer.isActive()
    assert picture(view) != bands


def test_that_other_settings_or_another_part_are_surveyed_anew(view: ContourView) -> None:
    first = view.basins._survey
    view.show_frame(replace(himmelblau(), step=7))
    view.finish()
    assert view.basins._survey is first  # time does not matter, nor where the run starts
    moved = scenario("himmelblau", METHOD, METHOD, starts=((2.0, 2.0),), steps=40)
    view.show_frame(frame(moved))
    view.basins.finish(view.plot.extent)
    assert view.basins._surveyed[0] == first.question
    found = [view.basins._survey]
    slower = himmelblau("gradient-descent:lr=0.005")
    for other in (slower, himmelblau(steps=41), replace(slower, chosen=1)):
        view.show_frame(other)
        view.basins.finish(view.plot.extent)
        found.append(view.basins._survey)
    assert found[1] is not found[0]
    assert found[2] is not found[1]
    assert found[3].question == first.question
    view.plot.show_extent(view.plot.extent.zoomed(1.5, 50, 50))
    picture(view)
    view.basins.finish(view.plot.extent)
    assert view.basins._surveyed[1] == view.plot.extent
    assert view.basins._survey.x[0] > found[3].x[0]


def test_that_a_plane_of_many_parameters_says_why_there_are_none(qtbot: QtBot) -> None:
    session = Session(library.shipped("network-wave"))
    session.compute_to(3)
    view = ContourView(THEME)
    show(qtbot, view, Planes(str).flat(session.frame()))
    action = view.findChild(QAction, "action_layer_basins")
    assert not action.isEnabled()
    assert action.text() == "Basins (of one or two parameters only)"
    view.show_layers(ONLY)
    assert not view.basins.shown
    canvas = Canvas(Picture(width=300, height=200, basins=True))
    with pytest.raises(SpecError, match="basins are of one or two parameters only, not of"):
        canvas.show(session.frame())
    clear(QApplication.instance(), canvas)
    view.show_frame(himmelblau())
    assert action.isEnabled()
    assert action.text() == "Basins"


def test_that_a_curve_has_a_band_of_two_hues_along_its_axis(qtbot: QtBot) -> None:
    view = CurveView(THEME)
    show(qtbot, view, frame(scenario("tilted-double-well", "gradient-descent:lr=0.05", steps=60)), (400, 300))
    view.show_layers(CurveLayers(rows=False, basins=True))
    view.finish()
    image, extent = picture(view), view.plot.extent
    low = extent.top - (extent.height - 3) * extent.pixel[1]
    hues = [nearest(tint(image, view, x, low), basin_tints.LIGHT) for x in (-1.5, -0.4, 0.4, 1.5)]
    assert hues == [0, 0, 1, 1]
    assert [view.basins.ending((x, 0.0))[0][1] for x in (-0.4, 0.4)] == ["−1.04", "0.96"]
    middle = extent.top - (extent.height - FLAT - 1) * extent.pixel[1]
    for end in view.basins._made.ends:
        assert tint(image, view, end.point[0], middle) == end.tint


def test_that_the_menu_and_the_window_s_export_know_the_layer(window: MainWindow) -> None:
    window.page.contour.findChild(QAction, "action_layer_basins").trigger()
    assert window.page.contour.layers.basins
    assert window.tools.exporting._shown().basins
    window.page.show_basins(False)
    assert not window.page.contour.findChild(QAction, "action_layer_basins").isChecked()
    assert not window.tools.exporting._shown().basins


def test_that_a_rendered_picture_has_complete_basins(qapp: QApplication, tmp_path: Path) -> None:
    images = []
    for more in ([], ["--basins"]):
        path = tmp_path / f"{len(more)}.png"
        words = ["basins", "--view", "contour", "--size", "300x220", "--out", str(path)]
        assert render.execute([*words, *more]) == 0
        images.append(QImage(str(path)))
    assert images[0] != images[1]
    for at, hue in (((200, 60), 0), ((90, 60), 1), ((90, 170), 2), ((205, 170), 3)):
        assert nearest(QColor(images[1].pixel(*at)), basin_tints.LIGHT) == hue


@pytest.mark.parametrize("dark", [False, True])
def test_that_nine_ends_look_different_where_their_basins_meet(qtbot: QtBot, dark: bool) -> None:
    view = ContourView(theme(dark))
    show(qtbot, view, frame(scenario("himmelblau", "newton", starts=((-0.5, -4.0),), steps=40)), (400, 320))
    view.show_layers(ONLY)
    view.finish()
    survey, made = view.basins._survey, view.basins._made
    touching = borders(survey.kinds, len(survey.attractors.points))
    looks = [(end.tint.name(), end.dots) for end in made.ends]
    assert len(looks) == 9
    for i, j in zip(*np.nonzero(touching > 0.1 * touching.sum(axis=1)), strict=True):
        assert looks[i] != looks[j], (i, j)
    image = picture(view)
    for end in made.ends:  # a disc in the tint, and its ring
        x, y = end.point
        ways = np.array([(np.cos(a), np.sin(a)) for a in np.arange(16)])
        around = [tint(image, view, x + r * c, y + r * s) for r in np.arange(0.1, 0.9, 0.03) for c, s in ways]
        assert end.tint in around
        ink = QColor(theme(dark).ink)
        assert min(abs(color.lightness() - ink.lightness()) for color in around) < 70


def test_that_known_minima_are_not_called_places_that_have_not_arrived(qtbot: QtBot) -> None:
    view = ContourView(THEME)
    show(qtbot, view, frame(scenario("rastrigin", "gradient-descent:lr=0.002", steps=60)), (300, 240))
    view.show_layers(ONLY)
    view.finish()
    ends = [view.basins.ending((float(x), float(y)))[0][1] for x in range(-5, 6) for y in range(-5, 6)]
    assert not [text for text in ends if "not arrived" in text]


@pytest.mark.parametrize("names", [basin_tints.LIGHT, basin_tints.DARK])
def test_that_hues_differ_for_every_eye_the_first_four_most(names: tuple[str, ...]) -> None:
    apart = unlike(255 * np.array([QColor(name).getRgbF()[:3] for name in names]))
    assert apart[np.triu_indices(8, 1)].min() > 4.2
    assert apart[np.triu_indices(4, 1)].min() > 7.5
    np.testing.assert_allclose(unlike(np.array([[0, 0, 0], [255, 255, 255]]))[0], [0, 100], atol=0.01)
