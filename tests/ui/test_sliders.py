"""Sliders: clicks, drags and keys are the user's hand, showing a value is not."""

from __future__ import annotations

from itertools import pairwise, product
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdviz.ui.slider import Slider
from gdviz.ui.sliders import ScaleSlider, TimeSlider
from gdviz.ui.theme import LIGHT, theme

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, slider: Any, width: int = 300) -> Any:
    qtbot.addWidget(slider)
    slider.resize(width, slider.sizeHint().height())
    slider.show()
    return slider


def at(slider: Slider, position: float) -> QPoint:
    return QPoint(round(slider.position_to_x(position)), 14)


def colors(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    places = product(range(image.width()), range(image.height()))
    return {image.pixelColor(x, y).name().upper() for x, y in places}


@pytest.fixture
def rate(qtbot: QtBot) -> tuple[ScaleSlider, list[float], list[bool]]:
    slider = shown(qtbot, ScaleSlider(LIGHT, "lr", "learning rate", 0.001, 1, log=True, color="#C95000"))
    dragged: list[float] = []
    ended: list[bool] = []
    slider.value_dragged.connect(dragged.append)
    slider.drag_ended.connect(lambda: ended.append(True))
    return slider, dragged, ended


def test_that_a_click_on_the_groove_brings_the_handle_there(qtbot: QtBot) -> None:
    slider = shown(qtbot, Slider(LIGHT, "s", "s"))
    moved: list[int] = []
    slider.moved.connect(moved.append)
    slider.setValue(10)
    assert moved == []
    qtbot.mouseClick(slider, LEFT, pos=at(slider, 70))
    assert moved == [slider.value()]
    assert slider.value() == pytest.approx(70, abs=1)


def test_that_grabbing_the_handle_off_its_centre_does_not_move_it(qtbot: QtBot) -> None:
    slider = shown(qtbot, Slider(LIGHT, "s", "s"))
    slider.setValue(50)
    qtbot.mousePress(slider, LEFT, pos=at(slider, 50) + QPoint(5, 0))
    assert slider.value() == 50
    qtbot.mouseMove(slider, at(slider, 60) + QPoint(5, 0))
    qtbot.mouseRelease(slider, LEFT, pos=at(slider, 60) + QPoint(5, 0))
    assert slider.value() == pytest.approx(60, abs=1)
    assert not slider.isSliderDown()


def test_that_the_other_mouse_buttons_do_nothing(qtbot: QtBot) -> None:
    slider = shown(qtbot, Slider(LIGHT, "s", "s"))
    qtbot.mouseClick(slider, Qt.MouseButton.RightButton, pos=at(slider, 70))
    assert slider.value() == 0


def test_that_dragging_gives_round_values_and_one_end(qtbot: QtBot, rate: Any) -> None:
    slider, dragged, ended = rate
    slider.show_value(0.12)
    assert (dragged, ended) == ([], [])
    qtbot.mousePress(slider, LEFT, pos=at(slider, slider.sliderPosition()))
    for position in (700, 750, 800):
        qtbot.mouseMove(slider, at(slider, position))
    assert ended == []
    qtbot.mouseRelease(slider, LEFT, pos=at(slider, 800))
    assert ended == [True]
    assert dragged == sorted(dragged)
    assert dragged[-1] == pytest.approx(0.25, rel=0.05)
    assert all(len(f"{value:g}".lstrip("0.")) <= 2 for value in dragged)


def test_that_an_answer_during_a_drag_leaves_the_handle_under_the_hand(qtbot: QtBot, rate: Any) -> None:
    slider, dragged, _ = rate
    slider.value_dragged.connect(lambda value: slider.show_value(0.5))
    qtbot.mousePress(slider, LEFT, pos=at(slider, 300))
    assert slider.sliderPosition() == pytest.approx(300, abs=4)
    qtbot.mouseRelease(slider, LEFT, pos=at(slider, 300))
    assert slider.sliderPosition() == pytest.approx(900, abs=1)
    assert len(dragged) == 1


@pytest.mark.parametrize(
    ("low", "high", "log"), [(0.01, 1, True), (1e-6, 1, True), (0, 0.999, False), (-3, 3, False)]
)
def test_that_every_press_of_an_arrow_key_is_a_new_value(
    qtbot: QtBot, low: float, high: float, log: bool
) -> None:
    slider = shown(qtbot, ScaleSlider(LIGHT, "s", "s", low, high, log))
    dragged: list[float] = []
    slider.value_dragged.connect(dragged.append)
    slider.value_dragged.connect(slider.show_value)
    slider.show_value(low)
    presses = 0
    while slider.value() < slider.maximum():
        qtbot.keyClick(slider, Key.Key_Right)
        presses += 1
        assert len(dragged) == presses <= 400
    assert dragged[-1] == high
    assert all(one < other for one, other in pairwise([low, *dragged]))
    qtbot.keyClick(slider, Key.Key_Right)
    assert len(dragged) == presses


def test_that_letting_a_key_go_ends_the_drag(qtbot: QtBot, rate: Any) -> None:
    slider, dragged, ended = rate
    qtbot.keyPress(slider, Key.Key_Right)
    assert (len(dragged), ended) == (1, [])
    qtbot.keyRelease(slider, Key.Key_Right)
    qtbot.keyClick(slider, Key.Key_Tab)
    assert ended == [True]


def test_that_a_value_beyond_the_scale_is_shown_at_its_end(rate: Any) -> None:
    slider, dragged, _ = rate
    for value, position in ((5, 1000), (1e-9, 0), (-1, 0), (float("nan"), 0), (float("inf"), 1000)):
        slider.show_value(value)
        assert slider.sliderPosition() == position
    assert dragged == []


@pytest.mark.parametrize(
    ("low", "high", "log"), [(0, 1, True), (1, 1, False), (2, 1, False), (0, float("inf"), False)]
)
def test_that_a_scale_without_extent_is_refused(
    qapp: QApplication, low: float, high: float, log: bool
) -> None:
    with pytest.raises(ValueError, match="scale from"):
        ScaleSlider(LIGHT, "s", "s", low, high, log)


def test_that_the_limit_turns_red_when_it_is_passed(rate: Any) -> None:
    slider, _, _ = rate
    plain = slider.sizeHint().height()
    slider.set_limits([0.5], ["stable < 0.5", "unstable > 0.5"], "2 / λ")
    slider.resize(slider.width(), slider.sizeHint().height())
    assert slider.sizeHint().height() == plain + 12
    assert slider.toolTip() == "2 / λ"
    slider.show_value(0.12)
    assert slider.accessibleDescription() == "0.12 stable < 0.5"
    assert {LIGHT.danger_tint, LIGHT.danger, "#C95000", LIGHT.groove} <= colors(slider)
    below = slider.grab(slider.rect().adjusted(0, 26, 0, 0)).toImage()
    slider.show_value(0.7)
    assert slider.accessibleDescription() == "0.7 unstable > 0.5"
    assert slider.grab(slider.rect().adjusted(0, 26, 0, 0)).toImage() != below
    slider.set_limits([])
    assert slider.sizeHint().height() == plain
    assert LIGHT.danger_tint not in colors(slider)


def test_that_the_limits_text_stays_inside_the_slider(rate: Any) -> None:
    slider, _, _ = rate
    slider.resize(100, 40)
    slider.set_limits([0.99], ["stable < 0.99"])
    image = slider.grab().toImage()
    ground = QColor(image.pixel(0, 35))
    edge = [QColor(image.pixel(x, y)) for x in (0, image.width() - 1) for y in range(26, image.height())]
    text = [QColor(image.pixel(x, y)) for x in range(image.width()) for y in range(26, image.height())]
    assert all(color == ground for color in edge)
    assert any(color != ground for color in text)


def test_that_a_limit_beyond_the_scale_has_a_text_but_no_line(rate: Any) -> None:
    slider, _, _ = rate
    slider.set_limits([7.0], ["stable < 7"])
    slider.resize(300, 40)
    assert LIGHT.danger not in colors(slider)
    assert slider.accessibleDescription().endswith("stable < 7")


def test_that_a_wheel_passing_by_moves_nothing(rate: Any) -> None:
    slider, dragged, _ = rate
    slider.clearFocus()
    wheel = QWheelEvent(
        QPointF(50, 9), QPointF(50, 9), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, wheel)
    assert (dragged, wheel.isAccepted()) == ([], False)


def test_that_the_ring_of_the_focus_comes_with_the_keyboard(qtbot: QtBot, rate: Any) -> None:
    slider, _, _ = rate
    slider.activateWindow()
    slider.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(slider.hasFocus)
    qtbot.mouseClick(slider, LEFT, pos=at(slider, 500))
    assert LIGHT.focus not in colors(slider)
    qtbot.keyClick(slider, Key.Key_Right)
    assert LIGHT.focus in colors(slider)


@pytest.mark.parametrize(
    ("last", "width", "interval"),
    [
        (60, 870, 10), (60, 740, 10), (60, 400, 20), (8, 870, 1), (1000, 870, 100), (100_000, 870, 10_000),
        (0, 870, 1),
    ],
)  # fmt: skip
def test_that_time_is_numbered_in_round_steps(qtbot: QtBot, last: int, width: int, interval: int) -> None:
    slider = shown(qtbot, TimeSlider(LIGHT, "scrub", "step"), width)
    slider.show_step(0, last)
    assert slider.interval() == interval
    slider.grab()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("last", [1, 7, 60, 61, 99, 12345, 10**6])
def test_that_the_numbers_of_time_never_touch(qtbot: QtBot, last: int, scale: float) -> None:
    slider = shown(qtbot, TimeSlider(theme(scale=scale), "scrub", "step"), 500)
    slider.show_step(last // 2, last)
    steps = slider.numbered_steps()
    assert (steps[0], steps[-1]) == (0, last)
    for one, other in pairwise(steps):
        room = slider.position_to_x(other) - slider.position_to_x(one)
        assert room > slider.fontMetrics().horizontalAdvance(str(last))


def test_that_only_the_users_hand_moves_time(qtbot: QtBot) -> None:
    slider = shown(qtbot, TimeSlider(LIGHT, "scrub", "step"))
    moved: list[int] = []
    slider.moved.connect(moved.append)
    slider.show_step(8, 60)
    slider.show_step(3, 5)
    assert (slider.value(), moved) == (3, [])
    qtbot.keyClick(slider, Key.Key_Right)
    qtbot.keyClick(slider, Key.Key_End)
    qtbot.keyClick(slider, Key.Key_Right)
    assert moved == [4, 5]
