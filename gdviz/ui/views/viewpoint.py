"""From which side a surface is looked at first: that from which its minima and the starts are seen."""

from __future__ import annotations

from gdviz.engine.arrays import Array
from gdviz.ui.views.projection import Camera, Projection
from gdviz.ui.views.relief import Relief
from gdviz.ui.views.scene import Scene

YAWS = (-30.0, 30.0, -15.0, 15.0, -60.0, 60.0)  # the earlier, the more customary
WIDTH, HEIGHT = 360, 240  # pixels that suffice to see what is hidden


def viewpoint(relief: Relief, points: Array) -> Camera:
    """The first camera that hides the fewest of points (k, 2) of the plane."""
    best, fewest = Camera(yaw=YAWS[0]), len(points) + 1
    for yaw in YAWS:
        camera = Camera(yaw=yaw)
        scene = Scene(relief, Projection(camera, WIDTH, HEIGHT, *relief.halves))
        shown = points[scene.inside(points)]
        hidden = int(scene.hidden(shown, scene.places(shown)).sum())
        if hidden < fewest:
            best, fewest = camera, hidden
        if not fewest:
            break
    return best
