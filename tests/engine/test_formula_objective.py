"""The objective that the user types: its parameters, its derivatives, its figure as LaTeX."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz import scenario_file
from gdviz.engine.objective import Objective
from gdviz.engine.objectives.formula import Formula
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task
from gdviz.values import SpecError, typed

BEALE = "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2"


def test_that_the_command_line_reads_a_formula_with_its_box() -> None:
    made = Objective.parse("formula:f=x**2+3*sin(x*y),box=-5|5|-4|4")
    assert made == Formula(f="x**2+3*sin(x*y)", box=((-5.0, 5.0), (-4.0, 4.0)))
    assert Objective.parse(made.typed()) == made
    np.testing.assert_allclose(made.value(np.array([[1.0, 2.0]])), [1 + 3 * np.sin(2)])
    assert Objective.parse("formula:f=max(x,y)").dimension == 2
    assert Objective.parse("formula:f=max(x, 2*x),box=-1|2,start_at=1.5").start == (1.5,)
    assert Objective.parse("formula:f=where(x<=1, x, 1)").dimension == 1


@pytest.mark.parametrize(
    ("parameters", "dimension", "box"),
    [
        ({"f": "x**2"}, 1, ((-5, 5),)),
        ({"f": "x**2 + y"}, 2, ((-5, 5), (-5, 5))),
        ({"f": "y"}, 2, ((-5, 5), (-5, 5))),
        ({"f": "3"}, 1, ((-5, 5),)),
        ({"f": "x**2", "box": (-5, 5, -5, 5)}, 2, ((-5, 5), (-5, 5))),
        ({"f": "x*y", "box": (0, 1)}, 2, ((0, 1), (0, 1))),
        ({"f": "x*y", "box": [[0, 1], [2, 3]]}, 2, ((0, 1), (2, 3))),
    ],
)
def test_that_names_and_box_decide_the_dimension(parameters: dict[str, object], dimension: int,
                                                 box: tuple[tuple[float, float], ...]) -> None:
    made = Formula(**parameters)
    assert (made.dimension, made.box) == (dimension, box)
    assert made.axes == ("x", "y")[:dimension]
    assert made.hessian(np.ones((3, dimension))).shape == (3, dimension, dimension)
    for part, (low, high) in zip(made.start, box, strict=True):
        assert low < part < high


def test_that_another_formula_in_the_default_box_has_its_own_dimension() -> None:
    both = Formula(f="x*y")
    assert replace(both, f="x**2").dimension == 1
    assert replace(replace(both, f="x**2"), f="x + y").dimension == 2
    assert replace(Formula(f="x*y", box=((0.0, 1.0), (0.0, 1.0))), f="x**2").dimension == 2
    assert Objective.from_dict(both.to_dict()) == both
    assert replace(Objective.from_dict(both.to_dict()), f="x**2").dimension == 1


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"f": "x**2 + z"}, "unknown name 'z'"),
        ({"f": "x", "box": (1, 1)}, "low < high, not 1.0|1.0"),
        ({"f": "x", "box": (0, 1, 2)}, "pairs of numbers low|high"),
        ({"f": "x", "box": ()}, "not 0 pairs"),
        ({"f": "x", "box": (0, 1, 0, 1, 0, 1)}, "not 3 pairs"),
        ({"f": "x", "box": ((0, 1), (2,))}, "pairs of numbers low|high"),
        ({"f": "x", "box": (0, np.inf)}, "box must be in [-1e9, 1e9]"),
        ({"f": "x", "box": "0|1"}, "pairs of numbers low|high"),
        ({"f": "x*y", "start_at": (1,)}, "start_at must be 2 numbers, not 1"),
    ],
)
def test_that_what_makes_no_sense_is_refused(parameters: dict[str, object], said: str) -> None:
    with pytest.raises(SpecError) as fault:
        Formula(**parameters)
    assert said in str(fault.value)
    assert str(fault.value).startswith("formula: ")


def test_that_pairs_are_typed_as_they_are_read() -> None:
    assert typed(((-5.0, 5.0), (0.5, 1.0))) == "-5.0|5.0|0.5|1.0"


def test_that_a_scenario_keeps_the_formula() -> None:
    text = """
        format = 1
        [objective]
        kind = "formula"
        f = "x² + 3·sin(x·y)"
        [[runs]]
        kind = "momentum"
    """
    made = scenario_file.loads(text)
    assert scenario_file.loads(scenario_file.dumps(made)) == made
    assert made.starts == (made.objective.start,)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("(1 - x)**2 + 100*(y - x**2)**2", "rosenbrock"),
        ("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "himmelblau"),
        ("x*cos(0.15*pi*x)", "x-cos"),
        ("x**2 - y**2", "saddle"),
        ("cosh(x/2)", "cosh"),
    ],
)
def test_that_the_catalogue_is_reproduced(text: str, kind: str) -> None:
    known = Objective.named(kind)()
    made = Formula(f=text)
    low, high = np.array(known.box).T
    x = np.random.default_rng(3).uniform(low, high, (500, known.dimension))
    for of in ("value", "gradient", "hessian"):
        wanted = getattr(known, of)(x)
        scale = np.abs(wanted).max()
        np.testing.assert_allclose(getattr(made, of)(x), wanted, rtol=1e-13, atol=1e-13 * scale, err_msg=of)


def test_that_beales_derivatives_are_those_by_hand() -> None:
    made = Formula(f=BEALE)
    x, y = np.random.default_rng(4).uniform(-4.5, 4.5, (2, 500))
    terms = [(c - x + x * y**n, y**n - 1, n * x * y ** (n - 1), n * y ** (n - 1),
              n * (n - 1) * x * y ** (n - 2.0)) for n, c in ((1, 1.5), (2, 2.25), (3, 2.625))]
    gradient = np.array([sum(2 * r * a for r, a, *_ in terms), sum(2 * r * b for r, _, b, *_ in terms)]).T
    xx = sum(2 * a * a for _, a, *_ in terms)
    xy = sum(2 * (a * b + r * c) for r, a, b, c, _ in terms)
    yy = sum(2 * (b * b + r * c) for r, _, b, _, c in terms)
    points = np.array([x, y]).T
    scale = np.abs(yy).max()
    np.testing.assert_allclose(made.gradient(points), gradient, rtol=1e-12, atol=1e-12 * scale)
    hessian = np.array([[xx, xy], [xy, yy]]).transpose(2, 0, 1)
    np.testing.assert_allclose(made.hessian(points), hessian, rtol=1e-12, atol=1e-12 * scale)
    np.testing.assert_allclose(made.gradient(np.array([[3.0, 0.5]])), [[0.0, 0.0]], atol=1e-13)


def test_that_newtons_method_finds_the_minimum_of_a_formula() -> None:
    made = Formula(f="(1 - x)**2 + 100*(y - x**2)**2 + exp(x*y)/50")
    task = Task(made, Optimizer.parse("newton:hessian=absolute"), ((-1.2, 1.0),))
    run = Run(task)
    run.extend_to(60)
    status = run.status(60, 1e-9)
    assert status.kind == "converged"
    assert "at a minimum" in status.sentence


def test_that_leaving_the_domain_is_an_outcome() -> None:
    run = Run(Task(Formula(f="log(x) + x"), Optimizer.parse("gradient-descent:lr=0.5"), ((1.0,), (-1.0,))))
    run.extend_to(20)
    assert [run.status(20, 1e-6, row).kind for row in (0, 1)] == ["diverged", "diverged"]


def test_that_a_run_that_rests_on_a_kink_has_a_status() -> None:
    run = Run(Task(Formula(f="abs(x)**1.5"), Optimizer.parse("gradient-descent:lr=0.1"), ((0.0,),)))
    run.extend_to(20)
    assert np.isnan(run.task.objective.curvature((0.0,))).all()
    assert np.isnan(Formula(f="abs(x)**1.5 + y**2").curvature((0.0, 1.0))).all()
    assert run.status(20, 1e-6).sentence


def test_that_the_start_is_where_the_formula_has_a_slope() -> None:
    made = Formula(f="log(1 - x) + 0*y")
    assert made.start[0] < 1
    assert np.isfinite(made.gradient(np.array([made.start]))).all()
    assert len(Formula(f="log(-abs(x))").start) == 1
    assert Formula(f="3*x", start_at=(2.0,)).start == (2.0,)


def test_that_no_minimum_is_claimed() -> None:
    assert Formula().minima == ()
    assert Formula().lowest() is None
