"""Formulas as text: what is read, what is refused and where, and how fast."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest

from gdviz.engine.expression.jets import Jets
from gdviz.engine.expression.rule import assignment, evaluate, formula, row_of
from gdviz.engine.expression.text import Token, symbol_text, tokens, written
from gdviz.engine.expression.tree import Language, Name, Negative, Number, Operation, names, parse, walk
from gdviz.engine.objectives.formula import FORMULAS
from gdviz.values import SpecError

X = np.array([[0.7, -0.3], [1.9, 2.2], [-1.4, 0.6]])


def value(text: str) -> np.ndarray:
    return Jets(parse(text, FORMULAS), ("x", "y")).value(X)


def refused(text: str, language: Language = FORMULAS) -> SpecError:
    with pytest.raises(SpecError) as fault:
        parse(text, language)
    assert "\n" not in str(fault.value)
    return fault.value


def test_that_operators_bind_as_in_mathematics() -> None:
    x, y = X.T
    for text, wanted in {
        "x + y*2": x + y * 2, "-x**2": -(x**2), "2**-x": 2.0**-x, "x - y - 1": x - y - 1, "x/y/2": x / y / 2,
        "x**2**2": x**4, "(x + y)*2": (x + y) * 2, "--x": x, "+x": x, "1.5e-1*x": 0.15 * x, ".5*x": 0.5 * x,
    }.items():  # fmt: skip
        np.testing.assert_allclose(value(text), wanted, rtol=1e-15, err_msg=text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("x^2", "x**2"), ("x²+y³", "x**2+y**3"), ("x⁻¹", "x**-1"), ("x¹⁰", "x**10"), ("x − y", "x - y"),
        ("2·x×y", "2*x*y"), ("x÷2", "x/2"), ("π*x", "pi*x"), ("√(x)", "sqrt(x)"), ("ln(x)", "log(x)"),
        ("（x＋１）＊２", "(x+1)*2"), ("max（x，y）", "max(x,y)"), ("where(x≤y,1,2)", "where(x<=y,1,2)"),
        ("\u3000x\n+\ty ", "x+y"), ("arctan(x)", "atan(x)"),
    ],
)  # fmt: skip
def test_that_what_people_type_is_understood(typed: str, meant: str) -> None:
    assert parse(typed, FORMULAS) == parse(meant, FORMULAS)


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("x + sine(y)", 4, "unknown function 'sine'; did you mean 'sin'?"),
        ("x + Y", 4, "did you mean 'y'?"),
        ("x^2 + zz", 6, "unknown name 'zz'"),
        ("x²·π + zz", 7, "unknown name 'zz'"),
        ("  x + zz", 6, "unknown name 'zz'"),
        ("x + sin", 4, "sin needs its argument in brackets"),
        ("2x", 1, "an operator is missing before 'x'"),
        ("2 x", 2, "an operator is missing before 'x'"),
        ("x y", 2, "an operator is missing before 'y'"),
        ("(x)(y)", 3, "an operator is missing before '(y)'"),
        ("x(y)", 0, "an operator is missing after 'x'"),
        ("x² + 2π", 6, "an operator is missing before 'π'"),
        ("0x10", 1, "an operator is missing"),
        ("(x + (y)", 0, "never closed"),
        ("x) + (y", 1, "never opened"),
        ("x +", 3, "ends too early"),
        ("x + * y", 4, "cannot be read: '* y'"),
        ("x $ y", 2, "'$' cannot stand in a formula"),
        ("x + 'y'", 4, "cannot stand in a formula"),
        ("x + é", 4, "'é' cannot stand in a formula"),
        ("sin(x, y)", 0, "sin takes 1 arguments, not 2"),
        ("max(x)", 0, "max takes 2 or more arguments, not 1"),
        ("x < 1", 0, "comparisons stand only in where"),
        ("where(x, 1, 2)", 6, "one comparison"),
        ("where(0 < x < 1, 1, 2)", 6, "one comparison"),
        ("where(x < 1, 2)", 0, "where takes 3 arguments, not 2"),
        ("x = 1", 2, "cannot be read"),
        ("x // y", 0, "cannot be read"),
        ("x if y else 1", 2, "an operator is missing"),
        ("x**65", 3, "at most 64, not 65"),
        ("x**-64.5", 3, "at most 64, not -64.5"),
        ("9**9**9", 3, "at most 64"),
        ("x + 1e10", 4, "1e+10, not within"),
        ("x + " + "9" * 395, 4, "inf, not within"),
        ("x + 1e400", 4, "inf, not within"),
        ("x*(1/0)", 3, "inf, not within"),
        ("x*log(-1)", 2, "nan, not within"),
        ("x + 9**9*9", 4, "3.48678e+09, not within"),
        ("", 0, "empty"),
        (" \n", 0, "empty"),
        ("x" * 401, 400, "longer than 400 characters"),
        ("-" * 50 + "x", 40, "nested more than 40 deep"),
        ("+".join(["x"] * 41), 0, "nested more than 40 deep"),
        ("max(" + ",".join(["x"] * 99) + ")", 202, ""),
        ("x.real", 0, "cannot be read"),
        ("max(*x, y)", 4, "cannot be read"),
        ("max(x, y=1)", 0, "cannot be read"),
        ("x, y", 0, "cannot be read"),
        ("()", 0, "cannot be read"),
        ("True", 0, "cannot be read"),
    ],
)
def test_that_a_fault_is_named_with_its_place(text: str, column: int, said: str) -> None:
    if not said:  # as many arguments as a function may take
        parse(text, FORMULAS)
        return
    fault = refused(text)
    assert fault.values["column"] == column
    assert said in str(fault)
    assert str(fault).startswith("formula: ")


def test_that_more_than_250_nodes_are_refused() -> None:
    pairs = "(" + "+".join(["x"] * 9) + ")"
    assert "more than 250" in str(refused("*".join([pairs] * 15)))


@pytest.mark.parametrize(
    "text", ["__import__('os').system('ls')", "().__class__", "open('f')", "lambda: x", "[x for x in y]",
             "f'{x}'", "x := 1", "yield x", "await x", "x; y", "exec(x)", "1is 2", "x\x00y", "\ud800"],
)  # fmt: skip
def test_that_nothing_but_arithmetic_is_read(text: str) -> None:
    refused(text)


def test_that_every_column_lies_in_the_typed_text() -> None:
    tree = parse(" x² + (π·sin(y ^ 2)) ", FORMULAS)
    found = {part.name: part.column for part in walk(tree) if isinstance(part, Name)}
    assert found == {"x": 1, "pi": 7, "y": 13}


PIECES = [
    *"xyXe+-*/^().,0123456789 <>=!π²³·×−@#%&|~[]{}:;'\"\\\n\t\0é字（）",
    "**", "//", "<=", "sin", "cos(", "max(", "where(", "log", "sqrt(", "pi", "1e9", "1e", "2.5", "0x",
    "lambda ", " if ", " else ", " for ", " in ", " is ", " not ", " and ", "await ", "None", "True",
    "__class__", ":=",
]  # fmt: skip


def at_once(work: Callable[[], object]) -> bool:
    """Whether it takes less than 0.1 s; up to three tries, as the garbage collector may run in one."""
    for _ in range(3):
        begin = time.process_time()
        work()
        if time.process_time() - begin < 0.1:
            return True
    return False


def read_or_refused(text: str) -> bool:
    """Whether it is read; if not, the place of the fault must lie in it."""
    try:
        parse.__wrapped__(text, FORMULAS)
    except SpecError as fault:
        column = fault.values["column"]
    else:
        return True
    assert 0 <= column <= len(text), text
    return False


def test_that_random_strings_are_read_or_refused_at_once() -> None:
    rng = random.Random(1)
    for k in range(20_000):
        length = rng.randint(0, 400) if k % 20 == 0 else rng.randint(0, 24)
        piece = rng.choice(PIECES)
        text = piece * length if k % 50 == 0 else "".join(rng.choices(PIECES, k=length))
        assert at_once(partial(read_or_refused, text)), text


def random_formula(rng: random.Random, depth: int) -> str:
    if depth == 0 or rng.random() < 0.1:
        return rng.choice(["x", "y", "pi", "e", "2", "0.5", "1e-3", "3", "x", "y"])
    inner = [random_formula(rng, depth - 1) for _ in range(2)]
    kind = rng.randrange(4)
    if kind == 0:
        return f"{rng.choice([*FORMULAS.functions.keys() - {'where', 'min', 'max'}, '-'])}({inner[0]})"
    if kind == 1:
        return f"{rng.choice(['min', 'max'])}({inner[0]}, {inner[1]})"
    if kind == 2:
        return f"({inner[0]}){rng.choice(['+', '-', '*', '/', '**', '^'])}({inner[1]})"
    return f"where({inner[0]} < {inner[1]}, {inner[1]}, {inner[0]}*2)"


def test_that_random_formulas_are_compiled_or_refused_at_once() -> None:
    rng = random.Random(2)
    compiled = 0

    def derived(text: str) -> None:
        jets = Jets(parse(text, FORMULAS), ("x", "y"))
        found = jets.value(X), jets.gradient(X), jets.hessian(X)
        assert [part.shape for part in found] == [(3,), (3, 2), (3, 2, 2)]

    for _ in range(5_000):
        text = random_formula(rng, rng.randint(1, 5))
        if read_or_refused(text):
            assert at_once(partial(derived, text)), text
            compiled += 1
    assert compiled > 3_000


def test_that_a_rule_reads_as_name_and_formula() -> None:
    name, right = assignment("v = momentum*v + g")
    assert name == "v"
    assert names(right) == {"momentum", "v", "g"}
    assert assignment("c = where(a == b, 1, -2)").name == "c"
    with pytest.raises(SpecError, match="name = formula"):
        assignment("v == g")
    with pytest.raises(SpecError, match="unknown name 'mu'"):
        evaluate(formula("mu*g"), {"g": np.ones(2)})


def test_that_rules_compute_on_vectors_and_matrices() -> None:
    g, h = np.array([3.0, -4.0]), np.array([[2.0, 1.0], [1.0, -3.0]])
    known = {"g": g, "H": h, "I": np.eye(2), "a": np.float64(2.0)}
    root = np.linalg.eigh(h)
    for text, wanted in {
        "norm(g)": 5.0, "dot(g, g)": 25.0, "outer(g, g)": np.outer(g, g), "H @ g": h @ g,
        "clip(g, -1, 1)": [1, -1], "diag(H)": [2, -3], "g**2": [9, 16], "sign(g)*sqrt(abs(g))": [3**0.5, -2],
        "solve(H, g)": np.linalg.solve(h, g), "solve(H + a*I, g)": np.linalg.solve(h + 2 * np.eye(2), g),
        "abs(g)": [3, 4], "abs(H)": root[1] @ np.diag(np.abs(root[0])) @ root[1].T,
        "where(g < 0, 1, a)": [2, 1], "max(g, 0, a)": [3, 2],
    }.items():  # fmt: skip
        found = evaluate(formula(text), known)
        np.testing.assert_allclose(found, wanted, rtol=1e-14, atol=1e-15, err_msg=text)


def test_that_a_singular_system_gives_nan_and_raises_nothing() -> None:
    g = np.ones(2)
    for h in (np.diag([1.0, 0.0]), np.full((2, 2), np.nan), np.array([[1.0, 2.0], [0.0, 0.0]])):
        assert np.isnan(evaluate(formula("solve(H, g)"), {"H": h, "g": g})).all()


def test_that_symbols_of_a_row_are_numbers_vectors_and_matrices() -> None:
    x, lr = np.arange(6.0).reshape(3, 2), np.array([[1.0], [2.0], [3.0]])
    batch = {"x": x, "lr": lr, "H": np.zeros((3, 2, 2)), "beta": 0.5, "rule": "exact", "on": True, "t": 4}
    known = row_of(batch, 1, 2)
    assert known["lr"] == 2.0
    assert np.ndim(known["lr"]) == 0
    np.testing.assert_array_equal(known["x"], [2, 3])
    assert known["H"].shape == (2, 2)
    assert "rule" not in known
    assert row_of({"x": np.ones((3, 1))}, 0, 1)["x"].shape == (1,)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a - (b + c)", "a − (b + c)"), ("a + -b*c", "a − b · c"), ("-a*b", "−a · b"),
        ("(a + b)*c**2", "(a + b) · c²"), ("a/(b*c)", "a / (b · c)"), ("beta**t", "βᵗ"),
        ("sqrt(v_hat) + eps", "√v̂ + eps"), ("a**(b + c)", "a^(b + c)"),
        ("where(a <= b, 1, 2)", "where(a ≤ b, 1, 2)"),
        ("solve(H + a*I, g)", "(H + a · I)⁻¹ · g"), ("a*solve(H, g)", "a · H⁻¹ · g"), ("dot(a, b)", "aᵀ · b"),
        ("norm(a - b)", "‖a − b‖"), ("max(v_max, v)", "max(v_max, v)"),
    ],
)  # fmt: skip
def test_that_text_has_the_brackets_it_needs_and_no_more(text: str, line: str) -> None:
    assert written(tokens(formula(text), lambda name: Token(symbol_text(name)))) == line


def test_that_the_tree_is_made_of_what_was_typed() -> None:
    assert parse("-x*2", FORMULAS) == Operation("*", Negative(Name("x")), Number(2.0))
