"""A map with equal scales, or with the box filling the plot."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QAction
from view_frames import THEME, frame, picture, running, scenario, show, spot, wheel

import gdviz.ui.views.terrain as terrain
from gdviz.ui.views.contour import ContourView
from gdviz.ui.views.terrain import Layers


def test_that_scales_may_differ_and_the_field_stays_downhill(qtbot):
    view = ContourView(THEME)
    show(qtbot, view, frame(scenario("ravine", "adam"), 5))
    equal = view.plot.extent
    view.findChild(QAction, "action_layer_equal").trigger()
    extent = view.plot.extent
    assert extent.pixel[0] != pytest.approx(extent.pixel[1], rel=0.05)
    view.resize(500, 640)
    qtbot.waitUntil(lambda: view.plot.width() == 500)
    assert (view.plot.extent.left, view.plot.extent.top) == pytest.approx((extent.left, extent.top))
    before = view.plot.extent.pixel
    wheel(view, spot(view, 0.0, 0.0))
    closer = view.plot.extent
    assert np.divide(before, closer.pixel) == pytest.approx([1.2, 1.2])
    qtbot.waitUntil(lambda: running(view) == [])
    assert view._terrain.fits(closer)
    view.resize(700, 500)
    qtbot.waitUntil(lambda: view.plot.width() == 700)
    view.findChild(QAction, "action_layer_equal").trigger()
    assert view.plot.extent == equal


def test_that_the_arrows_of_the_field_point_downhill_on_unequal_scales(qtbot, monkeypatch):
    view = ContourView(THEME)
    show(qtbot, view, frame(scenario("ravine"), 0))
    view.show_layers(Layers(equal=False))
    ways = []
    monkeypatch.setattr(terrain, "paint_arrow", lambda p, t, a, b, *rest, **more: ways.append((a, b)))
    view.show_layers(Layers(equal=False, field=True))
    picture(view)
    assert len(ways) > 50
    for a, b in ways[::7]:
        x, y = view.plot.extent.value((a.x() + b.x()) / 2, (a.y() + b.y()) / 2)
        dx, dy = np.subtract(view.plot.extent.value(b.x(), b.y()), view.plot.extent.value(a.x(), a.y()))
        gx, gy = view._frame.objective.gradient(np.array([[x, y]]))[0]
        assert dx * gy == pytest.approx(dy * gx, abs=1e-6)
        assert dx * gx + dy * gy < 0
