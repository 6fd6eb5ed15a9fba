"""The computational graph in the window: its place, its numbers, the sample that is chosen, the check."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from view_frames import THEME, count, frame

from gdviz import library
from gdviz.engine.learning.gradient_check import Check
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.optimizer import Optimizer
from gdviz.frame import Frame
from gdviz.ui.language import plain
from gdviz.ui.numbers import significant
from gdviz.ui.player import Player
from gdviz.ui.theme import DARK, Theme
from gdviz.ui.views import graph as graph_view
from gdviz.ui.views.graph import GraphView
from gdviz.ui.views.graph_cards import written
from gdviz.ui.window import MainWindow

DATA = [n for n in library.names() if isinstance(library.shipped(n).objective, DataProblem)]


@pytest.fixture
def view(qtbot: QtBot) -> GraphView:
    """The graph of mini-batches of 20, shown and painted."""
    made = GraphView(THEME)
    qtbot.addWidget(made)
    made.resize(500, 440)
    made.show()
    made.show_frame(of("batches", 8, 1))
    made.grab()
    return made


def of(name: str, step: int = 0, chosen: int = 0) -> Frame:
    shown = library.shipped(name)
    return frame(replace(shown, steps=max(step, 1)), step, chosen)


def place(view: GraphView, name: str) -> QPointF:
    """The middle of a node's card on the canvas."""
    placed = view.canvas.plan(QRectF(view.canvas.rect()))
    assert placed is not None
    chosen, scale, corner = placed
    (box,) = [card.box for card in chosen.cards if card.node.name == name]
    return corner + box.center() * scale


def test_that_the_key_shows_the_graph_of_a_data_problem_in_the_landscapes_place(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    page, action = window.page, window.commands["graph"]
    assert not action.isEnabled()
    window.document.show_shipped("batches")
    assert action.isEnabled()
    for key, shown in ((Qt.Key.Key_C, "graph"), (Qt.Key.Key_S, "surface"), (Qt.Key.Key_C, "graph"),
                       (Qt.Key.Key_C, "surface"), (Qt.Key.Key_S, "contour"), (Qt.Key.Key_C, "graph")):
        qtbot.keyClick(page, key)
        assert [view.objectName() for view in page.views()] == ["view_data", f"view_{shown}", "view_loss"]
    window._look.switch_theme()
    assert window.page.shown.objectName() == "view_graph"
    window.document.show_shipped("network-moons")
    assert window.page.shown.objectName() == "view_graph"
    window.document.show_shipped("ravine")
    assert window.page.shown.objectName() == "view_contour"


@pytest.mark.parametrize("theme", [THEME, DARK], ids=["light", "dark"])
def test_that_every_data_problem_has_a_graph_that_moves_with_time(qtbot: QtBot, theme: Theme) -> None:
    view = GraphView(theme)
    qtbot.addWidget(view)
    view.resize(360, 400)
    for name in DATA:
        pictures = []
        for step in (0, 3):
            view.show_frame(of(name, step))
            pictures.append(view.canvas.grab().toImage())
        assert pictures[0] != pictures[1], name
        assert count(pictures[1], theme.gradient, 40) > 100


def test_that_the_numbers_are_those_of_the_chosen_runs_step_and_batch(view: GraphView) -> None:
    shown = of("batches", 8, 1)
    lane, problem = shown.lanes[1], shown.objective
    assert isinstance(problem, DataProblem)
    index = lane.task.batches.samples(8, problem.terms, lane.task.seed)
    theta = lane.path[8, 0]
    loss, gradient = (ask(theta[None], index)[0] for ask in (problem.batch_value, problem.batch_gradient))
    assert f"= {significant(loss)}" in view.canvas.tip(place(view, "L"))
    for name, value, slope in zip(("w", "b"), theta, gradient, strict=True):
        said = view.canvas.tip(place(view, name))
        assert f"= {significant(value)}" in said
        assert f"∂L/∂{name} = {significant(slope)}" in said
        assert "share" not in said
    view.show_frame(of("batches", 9, 0))
    assert "all 100 samples" in view._which.text()


def test_that_a_sample_of_the_batch_can_be_chosen(view: GraphView, qtbot: QtBot) -> None:
    shown = of("batches", 8, 1)
    lane, problem = shown.lanes[1], shown.objective
    assert isinstance(problem, DataProblem)
    index = lane.task.batches.samples(8, problem.terms, lane.task.seed)
    assert view._which.text() == "batch of 20"
    assert not view._before.isEnabled()
    qtbot.mouseClick(view._next, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Down)
    assert (view.sample, view._which.text()) == (2, "sample 2 of 20")
    said = view.canvas.tip(place(view, "y"))
    assert f"= {significant(problem.table.targets[index[1], 0])}" in said
    share = problem.sample_gradients(lane.path[8, 0], index[1:2])[0] / 20
    assert f"share of this sample: {significant(share[0])}" in view.canvas.tip(place(view, "w"))
    assert f"no. {index[1] + 1} " in view.canvas.accessibleDescription()
    view.show_sample(500)
    assert view.sample == 20
    assert not view._next.isEnabled()
    view.show_frame(of("batches", 8, 2))
    assert view._which.text() == "sample 1 of 1"
    qtbot.keyClick(view.canvas, Qt.Key.Key_Up)
    assert view._which.text() == "batch of 1"


def test_that_the_chosen_sample_is_ringed_among_the_data(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    window.document.show_shipped("network-moons")
    player.skip()  # its question would hold the play-head
    player.session.compute_to(2)
    player.choose(1)
    data = window.page.data
    window.commands["graph"].trigger()
    QApplication.processEvents()
    assert data._marked is None
    plain = data.plot.grab().toImage()
    qtbot.mouseClick(window.page.graph()._next, Qt.MouseButton.LeftButton)
    task = player.session.frame().lanes[1].task
    for step in (0, 1):
        player.seek(step)
        assert data._marked == task.batches.samples(step, task.objective.terms, task.seed)[0]
    player.seek(0)
    assert data.plot.grab().toImage() != plain
    qtbot.mouseClick(window.page.graph()._before, Qt.MouseButton.LeftButton)
    assert data._marked is None
    assert data.plot.grab().toImage() == plain


@pytest.mark.parametrize("size", [(360, 460), (500, 400), (1200, 300), (1000, 700)])
def test_that_cards_do_not_overlap_and_lie_in_their_place(view: GraphView, size: tuple[int, int]) -> None:
    view.resize(*size)
    for name in DATA:
        view.show_frame(of(name))
        rect = QRectF(0, 0, *size)
        placed = view.canvas.plan(rect)
        assert placed is not None
        chosen, scale, corner = placed
        assert scale > 0.65
        assert rect.contains(QRectF(corner, chosen.size * scale))
        boxes = [card.box for card in chosen.cards]
        graph = view.canvas._shown.graph
        assert len(boxes) == len(graph.nodes)
        assert len(chosen.links) == sum(len(node.inputs) for node in graph.nodes)
        for i, box in enumerate(boxes):
            assert QRectF(QPointF(), chosen.size).adjusted(-1, -1, 1, 1).contains(box)
            assert not any(box.intersects(other) for other in boxes[:i])
        for link in chosen.links:
            for end in (link.start, link.end):
                assert sum(box.adjusted(-1, -1, 1, 1).contains(end) for box in boxes) == 1
        assert chosen.cards[0].upright == (size == (1200, 300))


def test_that_the_wheel_zooms_about_the_mouse_and_show_all_brings_it_back(
    view: GraphView, qtbot: QtBot
) -> None:
    before, canvas = place(view, "q"), view.canvas
    canvas._zoom_by(2.0, before)
    assert (place(view, "q") - before).manhattanLength() < 1e-6
    assert canvas.plan(QRectF(canvas.rect()))[1] > 1.5
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(canvas, QPoint(130, 80))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(130, 80))
    assert place(view, "q") - before == QPointF(30, -20)
    view.fit()
    assert place(view, "q") == before


def test_that_the_badge_says_how_the_gradients_compare(
    view: GraphView, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = view.canvas
    corner = QPointF(view.width() - 60, canvas._footer._badge_place(QRectF(canvas.rect())).center().y())
    right = canvas.grab().toImage()
    assert canvas._footer.badge().startswith("gradient check ✓ ")
    assert "largest relative error" in canvas.tip(corner)
    assert count(right, THEME.danger) == 0
    monkeypatch.setattr(graph_view, "gradient_check", lambda *given: Check(0.02, 1, 1.02, 1.0, 1))
    view.show_frame(of("batches", 7, 1))
    assert canvas._footer.badge() == "gradient check ✗ 0.02"
    assert "at b: 1.02 against 1" in canvas.tip(corner)
    assert "1 of 2 parameters" in canvas.tip(corner)
    assert count(canvas.grab().toImage(), THEME.danger) > 50
    monkeypatch.setattr(graph_view, "gradient_check", lambda *g: Check(float("nan"), 0, 1.0, 1.0, 2))
    view.show_frame(of("batches", 6, 1))
    assert canvas._footer.badge() == "gradient check ?"


def test_that_large_networks_and_diverging_runs_are_painted_too(qtbot: QtBot) -> None:
    view = GraphView(DARK)
    qtbot.addWidget(view)
    view.resize(400, 300)
    shown = library.shipped("network-moons")
    wide = replace(shown.objective, model=Model.parse("network:hidden=40"))
    view.show_frame(frame(replace(shown, objective=wide, starts=(wide.start,), steps=1)))
    view.canvas.grab()
    assert "40 × 2" in view.canvas.tip(place(view, "W₁"))
    fast = library.shipped("batches")
    runs = (replace(fast.runs[0], optimizer=Optimizer.parse("gradient-descent:lr=1e6")),)
    view.show_frame(frame(replace(fast, runs=runs, steps=3), 3))
    view.canvas.grab()


def test_that_every_number_can_be_heard(view: GraphView) -> None:
    QAccessible.setActive(True)
    try:
        view.show_frame(of("batches", 5, 1))
    finally:
        QAccessible.setActive(False)
    said = view.canvas.accessibleDescription()
    assert "step 5" in said
    assert all(f"{name} = " in said for name in ("ŷ", "∂L/∂ŷ", "∂L/∂w", "L"))


def test_that_numbers_become_shorter_by_steps() -> None:
    assert written([-0.00012, 0.0004], plain) == ["(−1.20, 4.00)·10⁻⁴", "(−1.2, 4.0)·10⁻⁴", "(−1, 4)·10⁻⁴"]
    assert written([0.5, -0.001], plain)[:2] == ["(0.50, 0.00)", "(0.5, 0.0)"]
    assert written([2.0, float("inf")], plain)[0] == "(2.00, ∞)"
