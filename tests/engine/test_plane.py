"""Planes in the space of many parameters, and the sampling of what costs much."""

from __future__ import annotations

import numpy as np
import pytest

from gdviz import library
from gdviz.engine.landscape import prepare, surface
from gdviz.engine.objective import Objective
from gdviz.engine.plane import Plane, main_directions, of_parameters
from gdviz.engine.sampling import CHEAP, Sampling, sampled
from gdviz.session import Session

NAMES = ("direction 1", "direction 2")


@pytest.fixture(scope="module")
def moons() -> Session:
    made = Session(library.shipped("network-moons"))
    made.compute_to(40)
    return made


def test_that_the_main_directions_are_those_of_the_singular_value_decomposition(moons: Session) -> None:
    x = moons.frame().lanes[0].path[:, 0]
    plane = main_directions(moons.scenario.objective, x, NAMES)
    _, singular, vectors = np.linalg.svd(x - x.mean(axis=0), full_matrices=False)
    np.testing.assert_allclose(np.abs(plane.basis @ vectors[:2].T), np.eye(2), atol=1e-6)
    np.testing.assert_allclose(plane.variance, singular[:2] ** 2 / (singular**2).sum(), atol=1e-9)
    assert plane.variance[0] > 0.5
    np.testing.assert_allclose(plane.basis @ plane.basis.T, np.eye(2), atol=1e-12)


def test_that_the_path_ends_on_the_plane_where_it_has_its_own_loss(moons: Session) -> None:
    frame = moons.frame()
    x, loss = frame.lanes[0].path[:, 0], frame.lanes[0].losses[-1, 0]
    for plane in (main_directions(frame.objective, x, NAMES), of_parameters(frame.objective, x, 3, 17)):
        end = plane.projected(x[-1:])
        np.testing.assert_allclose(plane.point(end), x[-1:], atol=1e-12)
        assert plane.value(end)[0] == pytest.approx(loss, rel=1e-12)
        assert plane.lowest() == pytest.approx(loss, rel=1e-12)
        low, high = np.array(plane.box).T
        inside = plane.projected(x)
        assert ((inside > low) & (inside < high)).all()
    assert plane.projected(x[-1]).tolist() == [x[-1, 3], x[-1, 17]]
    assert plane.axes == (frame.objective.axes[3], frame.objective.axes[17])


def test_that_gradient_and_hessian_are_those_in_the_plane(moons: Session) -> None:
    x = moons.frame().lanes[2].path[:, 0]
    plane = main_directions(moons.scenario.objective, x, NAMES)
    u, h = np.array([[0.3, -0.2]]), 1e-6
    steps = h * np.eye(2)
    slope = [(plane.value(u + e) - plane.value(u - e))[0] / (2 * h) for e in steps]
    np.testing.assert_allclose(plane.gradient(u)[0], slope, atol=1e-8)
    bend = [(plane.gradient(u + e) - plane.gradient(u - e))[0] / (2 * h) for e in steps]
    np.testing.assert_allclose(plane.hessian(u)[0], bend, atol=1e-7)


def test_that_paths_that_hardly_move_have_a_plane_too() -> None:
    objective = library.shipped("network-wave").objective
    start = np.array(objective.start)
    for x in (start[None], np.stack([start, start]), start + np.outer(np.arange(4.0), np.eye(25)[2])):
        plane = main_directions(objective, x, NAMES)
        np.testing.assert_allclose(plane.basis @ plane.basis.T, np.eye(2), atol=1e-12)
        assert plane.variance[1] == 0.0
        sides = np.diff(plane.box, axis=1)
        assert sides.min() > 1.0, "a start alone has room round it"
    assert plane.variance[0] == pytest.approx(1.0)
    assert plane.basis[0].tolist() == np.eye(25)[2].tolist()


def test_that_a_start_is_moved_in_the_plane_only() -> None:
    objective = library.shipped("logistic").objective
    x = np.random.default_rng(0).normal(size=(30, 3))
    assert of_parameters(objective, x, 2, 0).moved((1.0, 2.0, 3.0), (8.0, 9.0)) == (9.0, 2.0, 8.0)
    plane = main_directions(objective, x, NAMES)
    moved = np.array(plane.moved((1.0, 2.0, 3.0), (8.0, 9.0)))
    np.testing.assert_allclose(plane.projected(moved), [8.0, 9.0], atol=1e-12)
    normal = np.cross(*plane.basis)
    assert (moved - [1.0, 2.0, 3.0]) @ normal == pytest.approx(0.0, abs=1e-12)


def test_that_costly_ground_is_sampled_in_slices_and_then_is_near_the_truth(moons: Session) -> None:
    plane = main_directions(moons.scenario.objective, moons.frame().lanes[2].path[:, 0], NAMES)
    (left, right), (bottom, top) = plane.box
    seen = [prepare(plane, *plane.box, 400, 400)]
    while not seen[-1][1]:
        seen.append(prepare(plane, *plane.box, 400, 400))
    assert 10 < len(seen) < 200
    assert seen[0] == (True, False)  # a coarse picture after the first slice
    x, y = np.linspace(left, right, 400), np.linspace(bottom, top, 400)
    assert plane.cost * len(x) * len(y) > CHEAP
    chosen = np.random.default_rng(0).integers(400, size=(60, 2))
    points = np.array([x[chosen[:, 0]], y[chosen[:, 1]]]).T
    truth, span = plane.value(points), np.ptp(plane.value(points))
    for coarse, most in ((False, 2e-3), (True, 0.1)):
        near = sampled(plane, x, y, coarse)[chosen[:, 1], chosen[:, 0]]
        assert np.abs(near - truth).max() < most * span
    assert surface(plane, *plane.box, 400, 400).levels


def test_that_cubics_through_a_grid_are_exact_for_parabolas() -> None:
    grid = Sampling(Objective.parse("elliptic-bowl"), (-1.0, 2.0), (0.0, 3.0))
    while not grid.done:
        grid.advance()
    inner = np.linspace(-0.9, 1.9, 37), np.linspace(0.1, 2.9, 31)
    points = np.array([np.tile(inner[0], 31), np.repeat(inner[1], 37)]).T
    wanted = Objective.parse("elliptic-bowl").value(points).reshape(31, 37)
    np.testing.assert_allclose(grid.between(*inner), wanted, atol=1e-9)


def test_that_equal_planes_are_equal_and_others_are_not() -> None:
    objective = library.shipped("logistic").objective
    x = np.random.default_rng(0).normal(size=(30, 3))
    one, same, other = (of_parameters(objective, x, *pair) for pair in ((0, 1), (0, 1), (0, 2)))
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert isinstance(one, Plane)
