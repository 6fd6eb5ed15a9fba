"""The published figures of the objectives, as printed: each must be reached to its last digit."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gdviz.engine import catalogue
from gdviz.engine.objective import Objective

# name: point; value; eigenvalues of the Hessian there; the largest stable step 2/λ. "" where none is printed.
MINIMA = """
parabola            0; 0; 2; 1.0
x-cos               7.269388146; -6.9781408311; 1.8137; 1.10271
x-cos               -1.825684579; -1.1906834103; 0.9789; 2.04318
cosh                0; 1; 0.25; 8
double-well         1; -1; 8; 0.25
double-well         -1; -1; 8; 0.25
tilted-double-well  -1.035578714; -1.3054284837; 8.87; .2255
tilted-double-well  0.960149556; -0.7058535190; 7.06; .2832
quartic             2.25; -6.54296875; 20.25; .0988
ripple              -1.306440008; -7.9458233756; 11.65; .1716
ripple              3.837467106; 8.3155855795; 8.41; .2378
forrester           0.757248758; -6.0207400558; 1068; .00187
forrester           0.142589189; -0.9863254063; ;
gramacy-lee         0.548563445; -0.8690111350; 900; .0022
rastrigin-1d        0; 0; 396.78; .00504
absolute            0; 0; ;
plateau             0; 0.001; 1.001; 1.998
cliff               -0.3214936127; 0.0067779675; .74092; 2.6994
elliptic-bowl       0, 0; 0; 2, 4; 0.5
ravine              0, 0; 0; 0.2, 4; 0.5
sphere              0, 0; 0; 2, 2; 1
booth               1, 3; 0; 2, 18; .1111
matyas              0, 0; 0; .04, 1; 2
trid                2, 2; -2; 1, 3; .6667
zakharov            0, 0; 0; 2, 4.5; .4444
dixon-price         1, 0.707106781; 0; 1.766, 36.234; .0552
dixon-price         1, -0.707106781; 0; 1.766, 36.234; .0552
rosenbrock          1, 1; 0; .39936, 1001.60; .001997
beale               3, 0.5; 0; .30146, 48.980; .0408
freudenstein-roth   5, 4; 0; 2.900, 3729.1; .000536
freudenstein-roth   11.412778987, -0.896805253; 48.98425368; ;
himmelblau          3, 2; 0; 25.72, 82.28; .0243
himmelblau          -2.805118087, 3.131312518; 0; 64.84, 80.55; .0248
himmelblau          -3.779310253, -3.283185991; 0; 70.71, 133.79; .01495
himmelblau          3.584428340, -1.848126527; 0; 28.69, 105.42; .0190
goldstein-price     0, -1; 3; 402.8, 965.2; .00207
goldstein-price     -.6, -.4; 30; ;
goldstein-price     1.8, .2; 84; ;
goldstein-price     1.2, .8; 840; ;
three-hump-camel    0, 0; 0; 1.586, 4.414; .453
three-hump-camel    1.747552346, -0.873776173; .2986384422; ;
three-hump-camel    -1.747552346, 0.873776173; .2986384422; ;
six-hump-camel      .089842013, -.712656403; -1.0316284535; 7.682, 16.493; .1213
six-hump-camel      -.089842013, .712656403; -1.0316284535; 7.682, 16.493; .1213
six-hump-camel      1.703606715, -.796083569; -.2154638244; ;
six-hump-camel      -1.703606715, .796083569; -.2154638244; ;
six-hump-camel      1.607104753, .568651455; 2.1042503103; ;
six-hump-camel      -1.607104753, -.568651455; 2.1042503103; ;
branin              -3.141592654, 12.275; .3978873577; .86, 22.3; .0897
branin              3.141592654, 2.275; .3978873577; 1.73, 11.1;
branin              9.424777961, 2.475; .3978873577; 1.69, 11.3;
styblinski-tang     -2.903534028, -2.903534028; -78.3323314075; 34.583, 34.583; .0578
styblinski-tang     -2.903534028, 2.746802771; -64.1956123591; ;
styblinski-tang     2.746802771, -2.903534028; -64.1956123591; ;
styblinski-tang     2.746802771, 2.746802771; -50.0588933106; ;
mccormick           -.547197551, -1.547197551; -1.9132229550; 1.732, 4; .5
mccormick           2.594395102, 1.594395102; 1.2283696986; ;
peaks               .228278921, -1.625534957; -6.5511333328; 17.92, 30.18; .0663
peaks               -1.347396244, .204518866; -3.0498494028; ;
peaks               .296445554, .320196248; -.0649358683; ;
easom               3.141592654, 3.141592654; -1; 3, 3; .667
rastrigin           0, 0; 0; 396.784, 396.784; .00504
rastrigin           .994958638, 0; .9949590571; ;
rastrigin           -.994958638, 0; .9949590571; ;
ackley              0, 0; 0; ;
ackley              .952166546, 0; 2.579927557; ;
ackley              -.952166546, 0; 2.579927557; ;
griewank            0, 0; 0; .5005, 1.0005; 2.0
griewank            3.140022634, 4.438444481; .0073960403; ;
griewank            -3.140022634, 4.438444481; .0073960403; ;
levy                1, 1; 0; .125, 2.244; .891
levy                1, -2.890649608; .9737115956; ;
levy-13             1, 1; 0; 2, 179.65; .01113
levy-13             1.329619475, 1; .1098736584; ;
levy-13             .670380525, 1; .1098736584; ;
drop-wave           0, 0; -1; ;
bohachevsky         0, 0; 0; 28.65, 67.17; .0298
bohachevsky         .618612068, 0; .4129268303; ;
bohachevsky         0, -.469527546; .4698824149; ;
michalewicz         2.20290552, 1.570796327; -1.8013034101; 32.5, 81; .0247
michalewicz         2.20290552, 2.711571484; -1.2140595156; ;
bird                -3.130246803, -1.582142177; -106.7645367493; 272.8, 276.7; .00723
bird                3.152938504, 4.701043130; -106.7645367493; 272.8, 276.7; .00723
flower              0, 0; 0; 0, 4; .5
bounded-saddle      -1.570796327, 0; -1; 1, 2; 1
cliff-2d            -0.3214936127, 0; 0.0067779675; .74092, 1; 2
"""
# name: point; value ("" where none is printed).
SADDLES = """
beale               0, 1; 14.203125
himmelblau          3.3851542, .0738519;
himmelblau          .0866775, 2.8842547;
himmelblau          -3.0730258, -.0813530;
himmelblau          -.1279613, -1.9537150;
saddle              0, 0; 0
monkey-saddle       0, 0; 0
bounded-saddle      1.570796327, 0; 1
"""
MAXIMA = """
x-cos               -7.269388146; 6.9781408311
x-cos               1.825684579; 1.1906834103
himmelblau          -0.2708446, -0.9230386; 181.616522
"""


def rows(table: str) -> list[list[str]]:
    return [
        [name, *(part.strip() for part in rest.split(";"))]
        for name, rest in (line.split(None, 1) for line in table.strip().splitlines())
    ]


def agrees(printed: str, number: float) -> bool:
    """Whether a number is what was printed, to half a unit of the last digit; a bare 0 is float64's 0."""
    digits = len(printed.partition(".")[2])
    if float(printed) == 0.0:
        return abs(number) < 1e-12
    room = 0.5 * 10.0**-digits if "." in printed or abs(float(printed)) > 100.0 else 1e-9
    return abs(float(printed) - number) <= room * (1.0 + 1e-6)


def agree(printed: str, numbers: tuple[float, ...] | np.ndarray) -> bool:
    parts = [part.strip() for part in printed.split(",")]
    if len(parts) != len(numbers):
        return False
    return all(agrees(part, float(number)) for part, number in zip(parts, numbers, strict=True))


def known(name: str) -> Objective:
    objective: Objective = catalogue.FAMILIES["objectives"].catalogue[name]()
    return objective


def found(printed: str, declared: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    """The declared point that was printed."""
    matching = [point for point in declared if agree(printed, point)]
    assert len(matching) == 1, f"{printed}: {matching}"
    return matching[0]


@pytest.mark.parametrize(("name", "point", "value", "bends", "step"), rows(MINIMA))
def test_that_minima_have_the_published_figures(
    name: str, point: str, value: str, bends: str, step: str
) -> None:
    objective = known(name)
    at = found(point, objective.minima)
    assert agrees(value, float(objective.value(np.array([at]))[0]))
    curvature = objective.curvature(at)
    assert not bends or agree(bends, curvature)
    assert not step or agrees(step, 2.0 / float(curvature[-1]))


@pytest.mark.parametrize(("name", "point", "value"), rows(SADDLES))
def test_that_saddles_have_the_published_figures(name: str, point: str, value: str) -> None:
    objective = known(name)
    at = found(point, objective.saddles)
    assert not value or agrees(value, float(objective.value(np.array([at]))[0]))


@pytest.mark.parametrize(("name", "point", "value"), rows(MAXIMA))
def test_that_maxima_have_the_published_figures(name: str, point: str, value: str) -> None:
    objective = known(name)
    at = found(point, objective.maxima)
    assert agrees(value, float(objective.value(np.array([at]))[0]))


@pytest.mark.parametrize(
    ("name", "count"),
    [("gramacy-lee", 9), ("rastrigin-1d", 11), ("rastrigin", 121), ("easom", 5), ("shubert", 18)],
)
def test_that_all_the_minima_that_are_spoken_of_are_declared(name: str, count: int) -> None:
    assert len(known(name).minima) == count


def test_that_mccormick_reaches_its_exact_minimum_and_not_the_misprinted_one() -> None:
    lowest = known("mccormick").lowest()
    assert lowest == pytest.approx(-math.sqrt(3.0) / 2.0 - math.pi / 3.0, abs=1e-15)


def test_that_schwefel_and_bukin_reach_zero() -> None:
    assert known("schwefel").lowest() == pytest.approx(0.0, abs=1e-12)
    assert known("bukin-6").lowest() == 0.0


@pytest.mark.parametrize(
    ("name", "point", "slope"),
    [("easom", (0.0, 0.0), "2.4e-8"), ("plateau", (12.0,), "1.0e-3"), ("cliff", (0.0,), "5.0e0"),
     ("cliff", (1.0,), "1.0e-1")],
)  # fmt: skip
def test_that_slopes_are_those_spoken_of(name: str, point: tuple[float, ...], slope: str) -> None:
    length = float(np.linalg.norm(known(name).gradient(np.array([point]))))
    assert f"{length:.1e}" == f"{float(slope):.1e}"


def test_that_the_first_ring_of_the_drop_wave_is_flat_along_its_circle() -> None:
    objective = known("drop-wave")
    ring = np.array([[0.5202155588, 0.0]])
    assert agrees("-.9362453278", float(objective.value(ring)[0]))
    assert np.abs(objective.gradient(ring)).max() < 1e-8
    bends = objective.curvature((0.5202155588, 0.0))
    assert abs(bends[0]) < 1e-8 < bends[1]


@pytest.mark.parametrize(("name", "condition"), [("rosenbrock", 2508), ("booth", 9), ("levy-13", 90)])
def test_that_condition_numbers_are_those_spoken_of(name: str, condition: int) -> None:
    objective = known(name)
    bends = objective.curvature(objective.minima[0])
    assert round(bends[-1] / bends[0]) == condition


def test_that_the_monkey_saddle_has_no_curvature_at_its_centre() -> None:
    assert not known("monkey-saddle").hessian(np.zeros((1, 2))).any()
