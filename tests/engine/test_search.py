"""Line searches: what they accept, what they record, and that they always end."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gdviz.engine.catalogue import Objective
from gdviz.engine.line_search.ray import ACCEPTED, ARMIJO, CURVATURE, ROUNDING, Ray
from gdviz.engine.line_search.searches import LEVEL, armijo, exact, wolfe
from gdviz.engine.oracle import GRADIENT, HESSIAN, VALUE, Oracle
from gdviz.engine.rows import dot
from gdviz.spec import declared

SMOOTH = ("parabola", "x-cos", "cosh", "elliptic-bowl", "ravine", "rosenbrock", "himmelblau")
SEARCHES = ("exact", "armijo", "wolfe")
C1, C2, PROBES = 1e-4, 0.1, 40


@declared
class Local(Objective):
    """A function of one parameter that a test needs: x (B, 1)."""

    kind = label = about = formula = "local"
    box = ((-5.0, 5.0),)
    start = (1.0,)

    def value(self, x):
        return np.array([self.at(u)[0] for u in x[:, 0]])

    def gradient(self, x):
        return np.array([[self.at(u)[1]] for u in x[:, 0]])

    def hessian(self, x):
        return np.array([[[self.at(u)[2]]] for u in x[:, 0]])


def local(at):
    """The objective whose value, slope and curvature at a number are the three that `at` returns."""
    made = Local()
    object.__setattr__(made, "at", at)
    return made


def searched(objective, x, search, p=None, first=1.0, c1=C1, c2=C2, probes=PROBES, noise=0.0):
    """The ray after a search from each row of x, downhill unless p is given, and the oracle."""
    x = np.asfortranarray(x)
    oracle = Oracle(objective, len(x), seed=5, noise=noise)
    with np.errstate(all="ignore"):
        g = oracle.gradient(x)
        p = -g if p is None else p
        oracle.counts[:] = 0
        ray = Ray(oracle, x, p, objective.value(x), dot(p, g), probes)
        rows, lengths = np.flatnonzero(ray.slope < 0), np.full(len(x), first)
        ones = np.ones(len(x))
        if search == "exact":
            exact(ray, rows, lengths)
        elif search == "armijo":
            armijo(ray, rows, lengths, c1 * ones, 0.5 * ones)
        else:
            wolfe(ray, rows, lengths, c1 * ones, c2 * ones)
    return ray, oracle


@st.composite
def problems(draw):
    objective = Objective.parse(draw(st.sampled_from(SMOOTH)))
    return objective, np.array([[draw(st.floats(low, high)) for low, high in objective.box]])


@settings(deadline=None, max_examples=200)
@given(problems(), st.sampled_from(SEARCHES), st.floats(0.01, 3.0),
       st.sampled_from([(1e-4, 0.1), (1e-4, 0.9), (0.3, 0.4), (0.45, 0.5)]))
def test_that_an_accepted_length_satisfies_its_conditions(problem, search, first, constants):
    objective, x = problem
    g = objective.gradient(x)
    assume(np.abs(g).max() > 1e-6)
    c1, c2 = constants
    ray, _ = searched(objective, x, search, first=first, c1=c1, c2=c2)
    alpha = ray.alpha[0]
    assume(ACCEPTED in ray.failed[0])
    reached = x - alpha * g
    slope, rounding = -float((g * g).sum()), ROUNDING * abs(objective.value(x)[0])
    demanded = {"exact": 0.0, "armijo": c1, "wolfe": c1}[search]
    assert alpha > 0
    assert objective.value(reached)[0] <= objective.value(x)[0] + demanded * alpha * slope + rounding
    if search == "armijo":
        assert objective.value(reached)[0] < objective.value(x)[0]
    if search == "wolfe":
        assert abs((-g * objective.gradient(reached)).sum()) <= c2 * abs(slope) * (1 + 1e-12)
    if search == "exact":  # the slope vanishes, or changes its sign within a few floating-point steps
        around = [(-g * objective.gradient(x - a * g)).sum()
                  for a in (alpha - 1e-9 * alpha, alpha, alpha + 1e-9 * alpha)]
        assert abs(around[1]) <= LEVEL * abs(slope) * (1 + 1e-12) or around[0] < 0 < around[2]


@pytest.mark.parametrize("search", SEARCHES)
def test_that_almost_every_search_on_a_smooth_function_ends_with_an_accepted_length(search):
    rng = np.random.default_rng(1)
    for name in SMOOTH:
        objective = Objective.parse(name)
        low, high = np.array(objective.box).T
        ray, _ = searched(objective, rng.uniform(low, high, (200, len(low))), search)
        accepted = (ray.failed == ACCEPTED).any(axis=1)
        assert accepted.mean() >= 0.99, name
        assert (ray.alpha[accepted] > 0).all()


@pytest.mark.parametrize("search", SEARCHES)
def test_that_the_probes_are_recorded_in_their_order_with_losses_and_verdicts(search):
    objective = Objective.parse("rosenbrock")
    x = np.array([[-1.2, 1.0], [0.3, 2.0], [1.0, 1.0]])
    g = objective.gradient(x)
    ray, oracle = searched(objective, x, search)
    used = np.isfinite(ray.lengths)
    assert (np.diff(used.astype(int), axis=1) <= 0).all(), "unused places come last"
    assert (used == np.isfinite(ray.values)).all()
    assert (used == np.isfinite(ray.failed)).all()
    assert not used[2].any(), "at a minimum nothing is asked"
    for row in range(2):
        lengths = ray.lengths[row][used[row]]
        assert np.array_equal(ray.values[row][used[row]], objective.value(x[row] - lengths[:, None] * g[row]))
        assert (ray.failed[row] == ACCEPTED).sum() == 1
        assert ray.alpha[row] == lengths[ray.failed[row][used[row]] == ACCEPTED][0]
        assert ray.f_reached[row] == objective.value(x[row : row + 1] - ray.alpha[row] * g[row])[0]
        too_high = ray.values[row] > objective.value(x)[row]
        assert np.isin(ray.failed[row][too_high], [ARMIJO]).all()
    assert np.array_equal(oracle.counts[VALUE], used.sum(axis=1))


def test_that_armijo_takes_the_first_length_of_its_sequence_that_lowers_the_loss_enough():
    ray, oracle = searched(Objective.parse("parabola"), [[3.0]], "armijo", first=8.0, c1=0.5)
    assert ray.lengths[0, :6].tolist()[:5] == [8.0, 4.0, 2.0, 1.0, 0.5]
    assert ray.failed[0, :5].tolist() == [1.0, 1.0, 1.0, 1.0, 0.0]
    assert np.isnan(ray.lengths[0, 5:]).all()
    assert ray.alpha[0] == 0.5
    assert oracle.counts[:, 0].tolist() == [5, 0, 0, 0]


def test_that_armijo_takes_no_length_that_lowers_the_loss_by_rounding_alone():
    ray, _ = searched(local(lambda u: (7.0, 1.0, 0.0)), [[1.0]], "armijo", probes=60)
    assert ray.alpha[0] == 0
    assert ray.stuck[0] == 0, "what cannot be told from no change is no failure"


def test_that_wolfe_asks_for_slopes_only_where_the_loss_is_low_enough():
    objective, x = Objective.parse("rosenbrock"), np.array([[-1.2, 1.0]])
    ray, oracle = searched(objective, x, "wolfe")
    assert (ray.failed == ARMIJO).any()
    assert oracle.counts[GRADIENT, 0] == (ray.failed[0] != ARMIJO).sum() - np.isnan(ray.failed[0]).sum()
    assert np.array_equal(ray.g_reached, objective.gradient(x - ray.alpha[0] * objective.gradient(x)))


def test_that_wolfe_refuses_a_decrease_that_is_too_small_for_its_length():
    # from 3 to -2.7 the parabola falls by 1.71 of the 34.2 that are promised; 0.9 of the slope is left
    strict, _ = searched(Objective.parse("parabola"), [[3.0]], "wolfe", first=0.95, c1=0.3, c2=0.95)
    loose, _ = searched(Objective.parse("parabola"), [[3.0]], "wolfe", first=0.95, c1=0.04, c2=0.95)
    assert strict.failed[0, 0] == ARMIJO
    assert strict.alpha[0] < 0.7
    assert loose.alpha[0] == 0.95


def test_that_wolfe_lengthens_until_it_has_a_bracket():
    ray, _ = searched(Objective.parse("ravine"), [[-5.0, 0.0]], "wolfe", first=0.01)
    assert ray.lengths[0, :3].tolist() == [0.01, 0.02, 0.04]
    assert abs(ray.alpha[0] - 5.0) <= 0.5


@given(st.floats(0.01, 100.0), st.floats(-50, 50), st.floats(1e-3, 1e3))
@settings(deadline=None)
def test_that_exact_meets_the_minimum_of_a_quadratic_with_its_first_length(start, middle, curvature):
    assume(abs(start - middle) > 1e-6)
    objective = local(lambda u: (curvature * (u - middle) ** 2 / 2, curvature * (u - middle), curvature))
    ray, oracle = searched(objective, [[start]], "exact")
    assert ray.alpha[0] == pytest.approx(1 / curvature, rel=1e-12)
    assert oracle.counts[VALUE, 0] <= 3
    assert oracle.counts[HESSIAN, 0] <= 3


def test_that_exact_is_content_with_one_of_the_two_points_next_to_a_minimum():
    left = 1e8 + 0.3
    right = np.nextafter(left, np.inf)  # the minimum lies between these neighbours
    objective = local(lambda u: ((u - left) ** 2 + (u - right) ** 2, 2 * (u - left) + 2 * (u - right), 4.0))
    ray, _ = searched(objective, [[1e8 + 1.0]], "exact")
    assert (ray.failed[0] == ACCEPTED).sum() == 1
    assert 1e8 + 1.0 - ray.alpha[0] * objective.gradient(np.array([[1e8 + 1.0]]))[0, 0] in (left, right)


def test_that_exact_counts_one_question_of_each_kind_on_a_quadratic():
    _, oracle = searched(Objective.parse("elliptic-bowl"), [[-5.0, -2.0]], "exact")
    assert oracle.counts[:3, 0].tolist() == [1, 1, 1]


def test_that_exact_does_not_leap_where_the_curvature_all_but_vanishes():
    objective = Objective.parse("x-cos")
    ray, _ = searched(objective, [[-1e-40]], "exact", first=0.5)  # Newton's length is 1e40
    assert ray.lengths[0, 0] == 50.0
    assert abs(objective.gradient(np.array([[-1e-40 - ray.alpha[0]]]))).item() < 1e-10


def test_that_exact_starts_from_negative_curvature_and_ends_at_a_minimum():
    objective = local(lambda u: (np.cos(u), -np.sin(u), -np.cos(u)))
    ray, _ = searched(objective, [[0.4]], "exact")
    assert 0.4 + ray.alpha[0] * np.sin(0.4) == pytest.approx(np.pi, rel=1e-14)


NOWHERE = {
    "nan": lambda u: (0.0 if u == 1.0 else np.nan, 1.0, np.nan),
    "inf": lambda u: (0.0 if u == 1.0 else np.inf, 1.0, 1.0),
    "minus infinity": lambda u: (0.0 if u == 1.0 else -np.inf, 1.0, 1.0),
    "uphill": lambda u: (abs(u - 1.0), 1.0, 0.0),
    "flat with a slope": lambda u: (7.0, 1.0, 0.0),
    "nan slope": lambda u: (u, 1.0 if u == 1.0 else np.nan, 0.0),
}


@pytest.mark.parametrize("search", SEARCHES)
@pytest.mark.parametrize("name", NOWHERE)
def test_that_a_search_where_nothing_can_be_won_ends_within_its_probes(search, name):
    ray, oracle = searched(local(NOWHERE[name]), [[1.0]], search, probes=25)
    assert oracle.counts[VALUE, 0] <= 25
    assert oracle.counts[GRADIENT, 0] <= 25
    assert oracle.counts[HESSIAN, 0] <= 26
    if name in ("nan", "inf", "minus infinity", "uphill") or (name, search) in (
            ("nan slope", "exact"), ("nan slope", "wolfe")):
        assert ray.alpha[0] == 0
        assert ray.stuck[0] == 1
        assert ray.unbounded[0] == 0


@pytest.mark.parametrize("search", ["exact", "wolfe"])
def test_that_a_loss_that_falls_for_ever_is_said_to_be_unbounded(search):
    ray, oracle = searched(local(lambda u: (u, 1.0, 0.0)), [[1.0]], search, probes=25)
    assert ray.unbounded[0] == 1
    assert ray.stuck[0] == 0
    assert ray.alpha[0] == 0
    assert oracle.counts[VALUE, 0] == 25


@pytest.mark.parametrize("search", ["exact", "wolfe"])
def test_that_a_slope_whose_fall_rounding_hides_is_not_called_unbounded(search):
    ray, _ = searched(local(lambda u: (7.0 + 1e-30 * u, 1e-15, 1.0)), [[1.0]], search, probes=25)
    assert ray.unbounded[0] == 0
    assert ray.stuck[0] == 0


def test_that_a_kink_without_a_wolfe_point_is_approached_and_marked_as_too_steep():
    ray, _ = searched(local(lambda u: (abs(u), 1.0 if u >= 0 else -1.0, 0.0)), [[1.3]], "wolfe", c2=0.5)
    assert ACCEPTED not in ray.failed[0]
    assert abs(1.3 - ray.alpha[0]) < 1e-6
    assert ray.failed[0][ray.lengths[0] == ray.alpha[0]].tolist() == [CURVATURE]
    assert np.isnan(ray.g_reached).all(), "the gradient there is asked for again"


@pytest.mark.parametrize("search", SEARCHES)
def test_that_a_hole_in_the_domain_is_stepped_back_from(search):
    def root(u):
        with np.errstate(all="ignore"):
            return -np.sqrt(u) + u**2, -0.5 / np.sqrt(u) + 2 * u, 0.25 * u**-1.5 + 2

    ray, _ = searched(local(root), [[2.0]], search, first=100.0)
    assert ACCEPTED in ray.failed[0]
    assert 0 < 2.0 - ray.alpha[0] * root(2.0)[1] < 2.0


@pytest.mark.parametrize("search", SEARCHES)
def test_that_noise_tilts_losses_and_slopes_alike(search):
    objective = Objective.parse("rosenbrock")
    x = np.array([[-1.2, 1.0], [0.5, -0.5]])
    noise = Oracle(objective, 2, seed=5, noise=0.7).disturbance(2)

    @declared
    class Tilted(type(objective)):
        kind = "tilted"

        def value(self, x):
            return super().value(x) + x @ noise

        def gradient(self, x):
            return super().gradient(x) + noise

    noisy, _ = searched(objective, x, search, noise=0.7)
    tilted, _ = searched(Tilted(), x, search)
    assert noisy.alpha == pytest.approx(tilted.alpha, rel=1e-9)
    assert (noisy.alpha > 0).all()
