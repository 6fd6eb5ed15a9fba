"""Derivatives of formulas against differences, at kinks, at the ends of domains, and row by row."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gdviz.engine.arrays import Array
from gdviz.engine.expression.jets import Jets
from gdviz.engine.expression.program import CHUNK, Operations, Program
from gdviz.engine.expression.tree import parse
from gdviz.engine.objectives.formula import FORMULAS

SMOOTH = ["sin", "cos", "tan", "atan", "sinh", "cosh", "tanh", "exp", "sigmoid", "softplus"]
BOUNDED = ["log", "log10", "sqrt", "asin", "acos"]
KINKED = ["abs", "sign", "relu", "floor"]


def jets(text: str, names: tuple[str, ...] = ("x", "y")) -> Jets:
    return Jets(parse(text, FORMULAS), names)


def at(*rows: tuple[float, ...]) -> Array:
    return np.array(rows, dtype=np.float64)


@st.composite
def formulas(draw: st.DrawFn, depth: int = 3) -> str:
    """The text of a formula of x and y."""
    if depth == 0:
        return draw(st.sampled_from(["x", "y", "x", "y", "0.5", "3", "pi"]))
    kind = draw(st.sampled_from(["function", "operator", "operator", "power", "pair", "leaf", "where"]))
    a = draw(formulas(depth=0 if kind == "leaf" else depth - 1))
    if kind == "leaf":
        return a
    if kind == "function":
        return f"{draw(st.sampled_from([*SMOOTH, *BOUNDED, *KINKED]))}({a})"
    if kind == "power":
        return f"({a})**{draw(st.sampled_from(['2', '3', '5', '-1', '-2', '0.5', '1.5', '-0.7', '0', '1']))}"
    b = draw(formulas(depth=depth - 1))
    if kind == "operator":
        return f"({a}){draw(st.sampled_from(['+', '-', '*', '/', '**']))}({b})"
    if kind == "where":
        return f"where({a} < {b}, {a}, ({b})*2)"
    return f"{draw(st.sampled_from(['min', 'max']))}({a}, {b})"


def slopes(f: object, x: Array, i: int) -> tuple[Array, Array]:
    """Differences of f along coordinate i, extrapolated to h = 0, and how far they can be trusted."""
    assert callable(f)
    found = []
    for h in (2e-4, 1e-4, 7e-5):
        step = np.zeros_like(x)
        step[0, i] = h
        found.append((f(x + step)[0] - f(x - step)[0]) / (2 * h))
    wide, narrow, other = found
    trust = np.maximum(np.abs(narrow - wide), np.abs(other - narrow)) + 1e-11 * np.abs(f(x)[0])
    return (4 * narrow - wide) / 3, trust


# Away from the whole numbers, where hypothesis would meet every kink that there is.
COORDINATES = st.floats(-2.5, 2.5)


@settings(max_examples=600, deadline=None, derandomize=True)
@given(text=formulas(), x=COORDINATES, y=COORDINATES)
def test_that_gradient_and_hessian_are_those_of_differences(text: str, x: float, y: float) -> None:
    try:
        f = jets(text)
    except ValueError:  # a constant part without a value, like log(-1)
        assume(False)
    point = at((x + 0.0123456789, y - 0.0198765432))
    value, gradient, hessian = f.value(point), f.gradient(point)[0], f.hessian(point)[0]
    if not np.isfinite(value).all():
        return
    compared = 0
    for i in (0, 1):
        for known, of in ((gradient[i], f.value), (hessian[:, i], f.gradient)):
            expected, trust = slopes(of, point, i)
            size = 1 + np.abs(expected)
            sure = np.isfinite(trust) & (trust < 1e-3 * size)
            compared += int(np.sum(sure))
            wrong = np.abs(expected - known) > 3 * trust + 1e-6 * size
            assert not (sure & wrong).any(), (text, i, expected, known, trust)
    assume(compared >= 3)
    np.testing.assert_array_equal(hessian, hessian.T)


@pytest.mark.parametrize("name", [*SMOOTH, *BOUNDED])
def test_that_each_function_has_its_derivatives(name: str) -> None:
    f = jets(f"{name}(x)", ("x",))
    for u in (0.03, 0.31, 0.86) if name in BOUNDED else (-3.1, -0.4, 0.003, 0.9, 2.7):
        point = at((u,))
        for known, of in ((f.gradient(point)[0], f.value), (f.hessian(point)[0], f.gradient)):
            expected, trust = slopes(of, point, 0)
            atol = float(np.max(trust))
            np.testing.assert_allclose(known.ravel(), np.ravel(expected), rtol=1e-8, atol=atol)


def test_that_powers_have_their_derivatives_in_base_and_exponent() -> None:
    x, y, log = 1.7, 2.3, np.log(1.7)
    f, p = jets("x**y"), 1.7**2.3
    np.testing.assert_allclose(f.gradient(at((x, y)))[0], [y * p / x, p * log], rtol=1e-14)
    mixed = p / x * (1 + y * log)
    wanted = [[y * (y - 1) * p / x**2, mixed], [mixed, p * log**2]]
    np.testing.assert_allclose(f.hessian(at((x, y)))[0], wanted, rtol=1e-14)
    np.testing.assert_array_equal(f.gradient(at((0.0, 2.0)))[0], [0.0, 0.0])


@pytest.mark.parametrize(
    ("text", "x", "slope"),
    [
        ("abs(x)", 0.0, 0.0), ("relu(x)", 0.0, 0.0), ("max(x, 3*x)", 0.0, 2.0), ("min(x, 3*x)", 0.0, 2.0),
        ("max(x, 3*x)", 1.0, 3.0), ("min(x, 3*x)", 1.0, 1.0), ("min(x, 3*x)", -1.0, 3.0),
        ("max(x, 0)", 0.0, 0.5), ("sign(x)", 0.0, 0.0), ("floor(x)", 2.0, 0.0),
        ("where(x < 0, x, 5*x)", 0.0, 5.0),
        ("where(x > 0, x*log(x), 0)", -1.0, 0.0), ("max(x, log(x))", 0.0, 1.0), ("relu(log(x))", 0.0, 0.0),
        ("abs(x)**3", 0.0, 0.0), ("x**0", 0.0, 0.0), ("sqrt(x)", 0.0, np.inf), ("log(x)", 0.0, np.inf),
    ],
)  # fmt: skip
def test_that_slopes_at_kinks_follow_the_convention(text: str, x: float, slope: float) -> None:
    assert jets(text, ("x",)).gradient(at((x,)))[0, 0] == slope


@pytest.mark.parametrize(
    "text", ["log(x)", "log10(x)", "sqrt(x)", "asin(x - 1)", "acos(x - 1)", "x**0.3", "relu(log(x))",
             "max(x, sqrt(x))", "log(x)**2"],
)  # fmt: skip
def test_that_value_and_slope_outside_the_domain_are_nan(text: str) -> None:
    f, point = jets(text, ("x",)), at((-1.0,))
    assert np.isnan(f.value(point)).all()
    assert np.isnan(f.gradient(point)).all()


def test_that_far_arguments_overflow_to_a_limit_and_not_to_nan() -> None:
    point = at((1e3,), (-1e3,), (1e150,), (-1e150,))
    right = np.pi / 2
    for text, limits in {"sigmoid(x)": (1, 0), "tanh(x)": (1, -1), "atan(x)": (right, -right)}.items():
        f = jets(text, ("x",))
        np.testing.assert_allclose(f.value(point), [limits[0], limits[1]] * 2, rtol=1e-2)
        assert (np.abs(f.gradient(point)) < 1e-5).all()
        assert (np.abs(f.hessian(point)) < 1e-5).all()
    np.testing.assert_array_equal(jets("softplus(x)", ("x",)).gradient(point)[:, 0], [1, 0, 1, 0])


@pytest.mark.parametrize(
    "text", ["x**2 + 3*sin(x*y)", "exp(-x*x)*cos(y)/(1 + y**2)", "x**y + log(abs(x) + 1)", "7", "y",
             "tanh(x)*sigmoid(y) + softplus(x - y)", "where(x < y, asin(x/9), tan(y))", "floor(x) + relu(y)",
             "max(x, y, x*y)**1.5", "x**-0.5 + y**2.5", "abs(x)**floor(y)", "abs(x)**(floor(y)/2)", "2**y",
             "sinh(x/3)*cosh(y/4) + log10(x**2 + 1)*atan(y)"],
)  # fmt: skip
@pytest.mark.parametrize("batch", [1, 2, 7, 200, CHUNK + 3])
def test_that_rows_of_a_batch_equal_single_rows_bit_for_bit(text: str, batch: int) -> None:
    f = jets(text)
    x = np.random.default_rng(batch).uniform(-4, 4, (batch, 2))
    x.flags.writeable = False
    picked = range(batch) if batch <= 200 else [0, 1, 4095, CHUNK - 1, CHUNK, CHUNK + 2]
    for of in (f.value, f.gradient, f.hessian):
        whole, other = of(x), of(np.asfortranarray(x))
        np.testing.assert_array_equal(whole, other)
        for row in picked:
            np.testing.assert_array_equal(whole[row], of(x[row : row + 1])[0])


def test_that_a_batch_of_none_has_results_of_none() -> None:
    assert jets("x*y").hessian(np.empty((0, 2))).shape == (0, 2, 2)


def test_that_a_program_does_only_what_its_outputs_need_and_each_once() -> None:
    calls: list[str] = []

    def counted(u: Array) -> Array:
        calls.append("counted")
        return np.sin(u)

    operations = Operations(1)
    twice = operations.apply(counted, 0), operations.apply(counted, 0)
    unused = operations.apply(np.exp, twice[0])
    assert twice[0] == twice[1]
    square = operations.multiply(*twice)
    found = Program(operations, (square, None))(at((0.5,)))
    np.testing.assert_array_equal(found, [[np.sin(0.5) ** 2], [0.0]])
    assert calls == ["counted"]
    assert unused not in (0, square)


def test_that_constant_parts_are_worked_out_when_compiled() -> None:
    operations = Operations(1)
    two = operations.apply(np.sqrt, operations.constant(4.0))
    assert operations.constants[two] == 2.0
    assert operations.multiply(operations.constant(1.0), 0) == 0
    assert operations.multiply(0, None) is None
