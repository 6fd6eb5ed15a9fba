"""What the plot of the loss shows outlives a change of theme, and is what the window exports."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

from gdviz.command.render import execute
from gdviz.export.canvas import Canvas, clear
from gdviz.picture import Chart, Picture
from gdviz.ui.player import Player
from gdviz.ui.window import MainWindow
from gdviz.values import SpecError


def test_that_quantity_axis_and_scale_outlive_a_change_of_theme(window: MainWindow) -> None:
    chosen = Chart(x="evaluations", y="distance", scale="linear", smoothing=0.6)
    window.page.loss.show_chart(chosen)
    window.rebuild()
    assert window.page.loss.chart == chosen
    assert not window.page.loss.log
    assert not window.commands["log_loss"].isChecked()


def test_that_the_menu_and_the_button_tell_the_same_of_the_scale(window: MainWindow) -> None:
    action = window.commands["log_loss"]
    assert action.isChecked()
    action.trigger()
    assert not window.page.loss.log
    window.page.loss.findChild(QToolButton, "button_log").click()
    assert action.isChecked()


def test_that_the_exports_show_what_the_window_shows(window: MainWindow, player: Player) -> None:
    window.page.loss.show_chart(Chart(y="error", x="seconds"))
    window.commands["export_picture"].trigger()
    dialog = window.findChild(QApplication.activeModalWidget().__class__)
    assert dialog._picture.chart == Chart(y="error", x="seconds")
    shown, written = (each.frame().lanes[0] for each in (player.session, dialog._session))
    assert shown.seconds[-1] > 0
    assert written.seconds.tolist() == shown.seconds.tolist()
    dialog.reject()


def test_that_a_picture_of_what_there_is_not_is_refused(qapp: QApplication, player: Player) -> None:
    canvas = Canvas(Picture(chart=Chart(x="epochs")))
    with pytest.raises(SpecError, match="can't show 'epochs' of ravine; possible: updates evaluations "):
        canvas.show(player.session.frame())
    clear(qapp, canvas)


def test_that_render_takes_quantity_and_axis(qapp: QApplication, tmp_path: Path) -> None:
    pictures = []
    for words in ((), ("--loss-y", "error", "--loss-x", "evaluations", "--loss-scale", "linear")):
        path = tmp_path / f"{len(words)}.svg"
        execute(["ravine", "--view", "loss", "--out", str(path), "--steps", "9", *words])
        pictures.append(path.read_text())
    assert pictures[0] != pictures[1]
    with pytest.raises(SpecError, match="loss: y must be one of"):
        execute(["ravine", "--out", str(tmp_path / "no.png"), "--loss-y", "height"])
