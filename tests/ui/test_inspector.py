"""The inspector: what curvature says is seen, and nothing is wider than its dock."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.engine.explanation.stability import holds
from gdviz.engine.expression.text import Token, written
from gdviz.engine.measures.regimes import remedy
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.frame import Frame
from gdviz.scenario import Entry
from gdviz.session import Session
from gdviz.ui.docks.gauge import Gauge
from gdviz.ui.docks.inspector import Inspector
from gdviz.ui.docks.limits import limit_marks
from gdviz.ui.docks.matrix import Matrix
from gdviz.ui.docks.number_rows import NumberLabel
from gdviz.ui.docks.outcome import Outcome
from gdviz.ui.docks.rule_card import bracketed, number
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.language import plain
from gdviz.ui.numbers import factored, significant
from gdviz.ui.player import Player
from gdviz.ui.sliders import ScaleSlider
from gdviz.ui.theme import LIGHT
from gdviz.ui.window import MainWindow

GD = "gradient-descent"


def frame(name: str, step: int, typed: str = "") -> Frame:
    shown = library.shipped(name)
    session = Session(replace(shown, runs=(Entry(Optimizer.parse(typed), 0),)) if typed else shown)
    session.compute_to(step + 1)
    session.seek(step)
    return session.frame()


def inspector(qtbot: QtBot, page: int, width: int = 304) -> Inspector:
    made = Inspector(LIGHT, plain)
    qtbot.addWidget(made)
    made.resize(width, 700)
    made.show_page(page)
    made.show()
    return made


def seen(widget: QWidget) -> list[str]:
    """The texts that are shown."""
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_that_the_page_about_curvature_shows_the_numbers_of_the_step(qtbot: QtBot) -> None:
    made = inspector(qtbot, 1)
    made.show_frame(frame("ravine", 8))
    texts = seen(made)
    for text in ("below its limit", "1.72", "0.200, 4.00", "20.0", "0.476", "0.500", "−0.246", "−0.118",
                 "stable < 0.5", "η = 0.430"):
        assert text in texts
    assert "Along the steepest direction each step overshoots and leaves 72.0\u00a0% of the error, on the " \
        "other side." in texts
    made.show_frame(frame("newton-maximum", 0))
    texts = seen(made)
    assert "condition number" not in texts
    assert any("bends like a maximum" in text for text in texts)
    assert not made.findChild(Gauge).isVisible()
    made.show_frame(frame("line-search", 2))
    assert any("α = " in text for text in seen(made))
    made.show_frame(frame("nelder-mead", 2))
    assert "(−3.00, −1.88)" in seen(made)
    for step in (0, 8):
        made.show_frame(frame("ravine", step))
        assert {"ravine", remedy("ravine")} <= set(seen(made))


def test_that_the_gauge_shows_danger_beyond_the_limit_alone(qtbot: QtBot) -> None:
    gauge = Gauge(LIGHT, "gauge")
    qtbot.addWidget(gauge)
    gauge.resize(272, 40)
    limit = 6 + 260 / 1.5
    for reach, danger in ((1.0, False), (1.99, False), (2.5, True), (50.0, True)):
        gauge.show_value(reach, 2.0, "#1877D6")
        image = gauge.grab().toImage()
        found = [image.pixelColor(x, 16).name().upper() for x in range(round(limit) + 3, 266)]
        assert (LIGHT.danger in found) is danger
        assert image.pixelColor(QPoint(10, 16)).name().upper() == "#1877D6"
        assert gauge.accessibleDescription().endswith("/ 2.00")


def test_that_the_slider_says_which_minimum_holds_a_rate_of_two(qtbot: QtBot) -> None:
    limits, texts, tip = limit_marks(holds(Optimizer.named(GD)(), Objective.named("x-cos")()), plain)
    assert limits == [1.103, 2.043]
    assert "minimum 7.27, f = −6.98: stable &lt; 1.1027<br>local minimum −1.83, f = −1.19" in tip
    assert "stable &lt; 2.0432" in tip
    slider = ScaleSlider(LIGHT, "lr", "learning rate", 0.001, 10, log=True)
    qtbot.addWidget(slider)
    slider.set_limits(limits, texts, tip)
    for rate, text in ((1.0, "stable < 1.1"), (2.0, "stable at 1 of 2"), (2.1, "unstable > 2.04")):
        slider.show_value(rate)
        assert slider.accessibleDescription().endswith(text)
    slider.resize(300, 40)
    image = slider.grab().toImage()
    for limit in limits:
        x = round(slider.position_to_x(slider._position(limit)))
        assert image.pixelColor(x, 21).red() > 170 > 60 > image.pixelColor(x, 21).green()


def test_that_known_minima_are_told_lost_or_held(qtbot: QtBot) -> None:
    made = inspector(qtbot, 1)
    made.show_frame(frame("local-minimum", 0, f"{GD}:lr=2"))
    texts = seen(made)
    assert texts.index("minimum x = 7.27") < texts.index("unstable > 1.1") < texts.index("stable < 2.04")


@pytest.mark.parametrize("name", ["network-moons", "ravine"])
def test_that_nothing_makes_the_inspector_wider_than_its_dock(name: str, qtbot: QtBot) -> None:
    made = inspector(qtbot, 0)
    for typed in (GD, "momentum", "adam", "bfgs", "lbfgs"):
        shown = frame(name, 3, typed)
        for page in (0, 1):
            made.show_page(page)
            made.show_frame(shown)
            QApplication.processEvents()
            assert made.minimumSizeHint().width() <= 304, (typed, page)


def test_that_vectors_elide_to_fit_and_points_of_the_plane_never_do(qtbot: QtBot) -> None:
    label = NumberLabel(LIGHT, LIGHT.text)
    qtbot.addWidget(label)
    label.show()
    label.show_value(np.array([0.5, -1.25, 3.0, 4.0, 5.0]))
    texts = []
    for width in (300, 130, 90):
        label.resize(width, 20)
        texts.append(label.text())
    assert texts[0] == "(0.50, −1.25, 3.00, 4.00, …)"
    assert texts[-1] == "(0.50, …)"
    assert label.minimumSizeHint().width() <= 90
    assert label.toolTip() == "(0.50, −1.25, 3.00, 4.00, 5.00)"
    label.show_value(np.array([0.00045, -0.00123]))
    for width, text in ((300, "(4.50·10⁻⁴, −1.23·10⁻³)"), (60, "(0.45, −1.23)·10⁻³")):
        label.resize(width, 20)
        assert label.text() == text


def test_that_the_page_is_chosen_by_hand_and_kept_when_the_theme_changes(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    player.seek(8)
    before = window.desk.inspector
    bar = before.findChild(QWidget, "page_tabs_tabs")
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())  # type: ignore[attr-defined]
    assert "Stability" in seen(before)
    assert "Update rule" not in seen(before)
    window._look.switch_theme()
    assert window.desk.inspector is not before
    assert "Stability" in seen(window.desk.inspector)


def test_that_marks_of_the_race_are_written_as_at_the_axis(qtbot: QtBot) -> None:
    made = inspector(qtbot, 0)
    made.show_frame(frame("ravine", 59))
    assert any("first falls below 10⁻⁴ at step 44" in text for text in seen(made))


def test_that_the_card_of_a_short_rule_is_no_higher_after_a_long_one(qtbot: QtBot) -> None:
    made, heights = inspector(qtbot, 0), []
    for typed in (GD, "adam", GD):
        made.show_frame(frame("ravine", 3, typed))
        QApplication.processEvents()
        heights.append(made.findChild(QWidget, "rule_card").sizeHint().height())
    assert heights[0] == heights[2] < heights[1]


def test_that_each_field_of_the_memory_is_shown_before_and_after_the_step(qtbot: QtBot) -> None:
    made = inspector(qtbot, 0)
    for name, typed, fields in (("ravine", "adam:lr=0.3", ("m", "v")), ("ravine", "qhm", ("m",)),
                                ("basins", "bfgs", ("H_inv", "x_last")), ("ravine", GD, ())):
        shown = frame(name, 8, typed)
        made.show_frame(shown)
        e, table = shown.explanation, made.findChild(QWidget, "before_after")
        texts = seen(table)
        assert texts[:2] == ["before → after", f"{significant(e.f)} → {significant(e.next_f)}"]
        matrices = [matrix.accessibleDescription() for matrix in table.findChildren(Matrix)]
        for field in fields:
            for value in (e.memory[field], e.next_memory[field]):
                if value.ndim == 2:
                    assert "; ".join(", ".join(map(significant, row)) for row in value) in matrices
                else:
                    assert {number(value), factored(value)} & set(texts)
        assert ("0.30" in texts) is (typed == "adam:lr=0.3")


def test_that_the_outcome_names_the_slope_as_the_problem_has_it(qtbot: QtBot) -> None:
    made = inspector(qtbot, 0)
    for name, spoken in (("ravine", "‖∇f‖"), ("learning-rate", "|f ′|")):
        made.show_frame(frame(name, 8, GD))  # runs of the same names
        QApplication.processEvents()
        heads = made.findChild(Outcome).findChildren(FormulaLabel)
        assert [head.accessibleName() for head in heads if head.isVisibleTo(made)] == [spoken]


def test_that_the_run_whose_rate_is_changed_is_the_one_that_is_explained(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    player.edit(replace(player.scenario, runs=tuple(replace(run, hidden=i == 2) for i, run in
                                                    enumerate(player.scenario.runs))))  # fmt: skip
    assert player.session.chosen == 0
    slider = window.findChild(ScaleSlider, "run1_lr_slider")
    assert slider is not None
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert player.session.chosen == 1
    assert window.desk.runs._chosen == 1


def test_that_a_power_of_ten_is_in_brackets_where_something_binds_tighter() -> None:
    small, vector = Token("g", "gradient", 4.29e-11), Token("g", "gradient", np.array([2.0, -3.0]))
    line = (Token("0.1 · "), small, Token("² + "), small, Token(" / "), small, Token(" − √"), small)
    assert "".join(bracketed(line)) == (
        "0.1 · (4.29·10⁻¹¹)² + 4.29·10⁻¹¹ / (4.29·10⁻¹¹) − √(4.29·10⁻¹¹)"
    )
    assert written(line[:3]) == "0.1 · (4.29e-11)² + "
    assert "".join(bracketed((vector, Token("²")))) == "(2.00, −3.00)²"
