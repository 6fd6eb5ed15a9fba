"""Where things appear on a surface: projection and back, heights, what covers what, lines laid over hills."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.engine.objectives.himmelblau import Himmelblau
from gdviz.engine.objectives.ravine import Ravine
from gdviz.engine.objectives.rosenbrock import Rosenbrock
from gdviz.spec import declared
from gdviz.ui.views.drape import bent, drape, thinned
from gdviz.ui.views.projection import HIGHEST, LOWEST, TALL, Camera, Projection
from gdviz.ui.views.relief import relief
from gdviz.ui.views.scene import Scene
from gdviz.ui.views.viewpoint import viewpoint

BOX = ((-2.0, 2.0), (-2.0, 2.0))


class _Made(Objective):
    label = about = formula = "made"
    box = BOX
    start = (1.0, 1.0)

    def gradient(self, x: Array) -> Array:
        return np.zeros_like(x)

    def hessian(self, x: Array) -> Array:
        return np.zeros((len(x), 2, 2))


def made(function: Callable[[Array, Array], Array], scale: str = "linear") -> Objective:
    """An objective of a kind of its own."""
    kind = f"made-{id(function)}"
    body = {"value": lambda self, x: function(x[:, 0], x[:, 1]), "scale": scale, "kind": kind}
    objective: Objective = declared(type("_Own", (_Made,), body))()
    return objective


RIDGE = made(lambda x, y: np.exp(-8 * y**2))


def scene_of(objective: Objective, camera: Camera, coarse: bool = False) -> Scene:
    found = relief(objective, *BOX)
    return Scene(found, Projection(camera, 900, 600, *found.halves, 30, 30), coarse)


@given(
    yaw=st.floats(-180, 180), pitch=st.floats(LOWEST, HIGHEST), zoom=st.floats(0.5, 12),
    point=st.tuples(st.floats(-1, 1), st.floats(-1, 1), st.floats(0, TALL)),
)  # fmt: skip
def test_that_a_point_comes_back_from_its_pixel_and_depth(
    yaw: float, pitch: float, zoom: float, point: tuple[float, float, float]
) -> None:
    projection = Projection(Camera(yaw, pitch, zoom, 0.1, -0.1), 900, 600, 1.0, 0.7, 30, 30)
    room = np.array([point])
    back = projection.points(projection.places(room), projection.depths(room))
    np.testing.assert_allclose(back, room, atol=1e-9)


@given(yaw=st.floats(-180, 180), pitch=st.floats(LOWEST, HIGHEST), width=st.floats(200, 2000))
def test_that_the_whole_room_is_in_the_picture(yaw: float, pitch: float, width: float) -> None:
    projection = Projection(Camera(yaw, pitch), width, 600, 1.0, 0.8, 30, 30)
    corners = np.array([(x, y, z) for x in (-1, 1) for y in (-0.8, 0.8) for z in (0, TALL)])
    places = projection.places(corners)
    assert (places >= [29, 29]).all()
    assert (places <= [width - 29, 571]).all()


def test_that_nearer_points_have_less_depth_and_higher_ones_stand_higher() -> None:
    projection = Projection(Camera(0.0, 40.0), 900, 600)
    near, far, high = np.array([[0.0, -1, 0], [0, 1, 0], [0, 1, TALL]])
    assert projection.depths(near) < projection.depths(far)
    assert projection.places(near)[1] > projection.places(far)[1] > projection.places(high)[1]
    np.testing.assert_allclose(np.linalg.norm(projection.eye - [0, 0, TALL / 2]), 7.0)


def test_that_zooming_holds_the_place_under_the_mouse_and_zooming_out_brings_all_back() -> None:
    camera, at = Camera(), np.array([600.0, 200.0])
    before = Projection(camera, 900, 600)
    closer = camera.zoomed(3.0, 600 / 900 - 0.5, 200 / 600 - 0.5)
    point = before.points(at, np.array(0.0))
    np.testing.assert_allclose(Projection(closer, 900, 600).places(point), at, atol=1e-6)
    assert closer.zoomed(1 / 3, -0.5, 0.4).centered() == closer.zoomed(1 / 3, -0.5, 0.4)


def test_that_the_pitch_stays_within_its_limits() -> None:
    assert Camera().turned(0, 500).pitch == HIGHEST
    assert Camera().turned(0, -500).pitch == LOWEST
    assert Camera(yaw=170).turned(20, 0).yaw == -170


def test_that_heights_follow_f_and_its_scale() -> None:
    steep = relief(Rosenbrock(), (-2.0, 2.0), (-1.0, 3.0))
    assert steep.scale.log
    assert np.nanmin(steep.fine) == pytest.approx(0, abs=1e-2)
    assert np.nanmax(steep.fine) == 1
    f = np.array([0.0, 0.1, 1, 10, 100, 1000])
    assert (np.diff(steep.scale.heights(f)) > 0).all()
    near_log = np.diff(steep.scale.heights(np.array([100.0, 200, 400, 800])))
    assert near_log.max() < 1.15 * near_log.min()
    plain = relief(RIDGE, *BOX)
    assert not plain.scale.log
    np.testing.assert_allclose(plain.scale.heights(np.array([0.25, 0.5])), [0.25, 0.5], atol=0.01)


def test_that_ticks_of_f_name_the_values_at_their_heights() -> None:
    scale = relief(Rosenbrock(), (-2.0, 2.0), (-1.0, 3.0)).scale
    ticks = scale.ticks(100, 20)
    assert [tick.text for tick in ticks] == ["1000", "100", "0"]
    np.testing.assert_allclose(
        [tick.value for tick in ticks], scale.heights(np.array([1000.0, 100, 0])), atol=1e-12
    )
    places = [tick.value for tick in ticks]
    assert min(a - b for a, b in pairwise(places)) * 100 >= 20


def test_that_interpolated_heights_are_those_of_f() -> None:
    found = relief(Himmelblau(), (-5.0, 5.0), (-5.0, 5.0))
    points = np.random.default_rng(0).uniform(-5, 5, (200, 2))
    expected = found.scale.heights(Himmelblau().value(points))
    np.testing.assert_allclose(found.heights(points), expected, atol=5e-3)
    outside = np.array([[5.1, 0], [0, -9], [np.nan, 0], [np.inf, 0]])
    assert np.isnan(found.heights(outside)).all()


@pytest.mark.parametrize("coarse", [False, True])
@pytest.mark.parametrize("camera", [Camera(), Camera(100, 20), Camera(-170, 70, 2.0)])
def test_that_a_pixel_tells_the_point_that_is_seen_there(
    qapp: QApplication, camera: Camera, coarse: bool
) -> None:
    scene = scene_of(Ravine(), camera, coarse)
    points = np.random.default_rng(1).uniform(-1.9, 1.9, (300, 2))
    places = scene.places(points)
    seen = ~scene.hidden(points, places) & ((places > 2) & (places < [898, 598])).all(axis=1)
    assert seen.sum() > 60
    found = [scene.at(*place) for place in places[seen]]
    known = np.array([point if point else (np.nan, np.nan) for point in found])
    gaps = np.abs(known - points[seen]).max(axis=1)
    assert np.nanmedian(gaps) < 0.03
    assert (gaps < 0.2).mean() > 0.95
    assert scene.at(-3, 5) is None
    assert scene.at(1, 1) is None


@pytest.mark.parametrize("yaw", [-30.0, 65.0, 150.0, -100.0])
def test_that_hidden_is_what_lies_behind_a_hill_on_the_line_of_sight(qapp: QApplication, yaw: float) -> None:
    hills = made(lambda x, y: np.sin(3 * x) * np.cos(2.5 * y))
    scene = scene_of(hills, Camera(yaw, 15.0))
    points = np.random.default_rng(2).uniform(-1.95, 1.95, (600, 2))
    room = scene.room(points, scene.relief.heights(points))
    sight = room + np.linspace(0.002, 0.5, 600)[:, None, None] * (scene.projection.eye - room)
    plane = sight[..., :2] * 2  # half a side is 2 in the plane and 1 in the room
    heights = scene.relief.heights(plane.reshape(-1, 2)).reshape(plane.shape[:2])
    above = np.nanmax(scene.room(plane, heights)[..., 2] - sight[..., 2], axis=0)
    covered, clear = above > 0.02, above < 0.0
    hidden = scene.hidden(points, scene.places(points))
    assert 60 < covered.sum() < 540
    assert hidden[covered].mean() > 0.97
    assert hidden[clear].mean() < 0.02


def test_that_only_the_far_side_of_a_ridge_is_hidden_and_nothing_from_above(qapp: QApplication) -> None:
    points = np.array([[0.0, -0.6], [0.0, 0.6]])
    for camera, expected in (
        (Camera(0, 12), [False, True]), (Camera(179.9, 12), [True, False]), (Camera(0, 80), [False, False]),
    ):  # fmt: skip
        scene = scene_of(RIDGE, camera)
        assert scene.hidden(points, scene.places(points)).tolist() == expected


def test_that_cells_are_painted_from_the_farthest_to_the_nearest(qapp: QApplication) -> None:
    scene = scene_of(RIDGE, Camera(0, 30))
    rows = scene.order // scene.shape[1]
    assert rows[:60].min() > rows[-60:].max()
    assert len(set(scene.order.tolist())) == scene.shape[0] * scene.shape[1]


def test_that_cells_without_a_value_are_left_out(qapp: QApplication) -> None:
    with np.errstate(invalid="ignore"):
        scene = scene_of(made(lambda x, y: np.sqrt(x)), Camera())
    whole = np.isfinite(scene.relief_heights).all(axis=0).sum() - 1
    assert len(scene.order) == whole * scene.shape[0] < scene.shape[0] * scene.shape[1]
    assert len(scene.polygons) == len(scene.order)


def test_that_a_line_is_bent_over_hills_and_cut_at_the_edges(qapp: QApplication) -> None:
    scene = scene_of(RIDGE, Camera(0, 60))
    points = bent(np.array([[0.0, -1.0], [0.0, 1.0]]), scene)
    assert len(points) > 40
    np.testing.assert_allclose(points[[0, -2]], [[0, -1], [0, 1]], atol=1e-9)
    assert scene.relief.heights(points[:-1]).max() > 0.95
    crossing = bent(np.array([[-1e9, 0.5], [1e9, 0.5], [np.nan, np.nan], [0, 0], [0, 9.0]]), scene)
    assert np.nanmax(np.abs(crossing)) == 2
    assert np.nanmin(crossing[:, 0]) == -2
    assert np.isnan(crossing).any()
    outside = bent(np.array([[5.0, 5], [7, 7]]), scene)
    assert not np.isfinite(outside).any()


def test_that_the_part_of_a_line_behind_a_ridge_is_told_apart(qapp: QApplication) -> None:
    scene = scene_of(RIDGE, Camera(0, 12))
    draped = drape(np.array([[0.0, -1.9], [0.0, 1.9]]), scene)
    assert np.isfinite(draped.seen).any()
    assert np.isfinite(draped.hidden).any()
    whole = drape(np.array([[0.0, -1.9], [0.0, -0.5]]), scene)
    assert not len(whole.hidden)


def test_that_points_on_the_same_pixel_are_left_out_but_not_the_ends(qapp: QApplication) -> None:
    scene = scene_of(RIDGE, Camera())
    path = np.concatenate([np.full((500, 2), 0.5), [[0.5, 0.5000001]]])
    kept = thinned(path, scene)
    assert len(kept) == 2
    np.testing.assert_array_equal(kept[[0, -1]], path[[0, -1]])


def test_that_the_first_look_comes_from_where_the_minimum_is_seen(qapp: QApplication) -> None:
    found = relief(RIDGE, *BOX)
    for point in ([0.9, 0.9], [-0.9, 0.9], [-0.9, -0.9]):
        points = np.array([point])
        camera = viewpoint(found, points)
        scene = Scene(found, Projection(camera, 900, 600, *found.halves))
        assert not scene.hidden(points, scene.places(points)).any()
