"""Formulas and rules as LaTeX: how they are set, and that all of them can be drawn."""

from __future__ import annotations

import warnings

import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine.explanation.notation import Notation, rule_latex
from gdviz.engine.expression.latex import symbol
from gdviz.engine.expression.rule import assignment, formula
from gdviz.engine.objectives.formula import FORMULAS, Formula
from gdviz.engine.optimizer import Optimizer

with warnings.catch_warnings():  # it opens its own files in a way that Python 3.11 and 3.12 warn of
    warnings.simplefilter("ignore", DeprecationWarning)
    import ziamath

COLOURS = {"gradient": "#B3126B", "memory": "#5B6472", "step": "#1877D6"}


@pytest.fixture(autouse=True)
def plain_svg(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw as the window does, whose SVG renderer knows no shared symbols."""
    monkeypatch.setattr(ziamath.config, "svg2", False)


def latex(equation: str, optimizer: Optimizer) -> str:
    return Notation(optimizer).equation_latex(*assignment(equation))


def inline(expression: str, optimizer: Optimizer) -> str:
    return Notation(optimizer).latex(formula(expression), inline=True)


def drawn(line: str) -> bool:
    return "<path" in ziamath.Latex(line).svg()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("x**2 + 3*sin(x*y)", r"x^{2} + 3\,\sin(x\,y)"),
        ("-x^2*y/2", r"-\frac{x^{2}\,y}{2}"),
        ("2*3*x*1e-8", r"2 \cdot 3\,x \cdot 10^{-8}"),
        ("(x + y)**2/x/y", r"\frac{(x + y)^{2}}{x\,y}"),
        ("sin(x)**2 + sqrt(x)**2", r"\sin^{2}(x) + \left(\sqrt{x}\right)^{2}"),
        ("sin(x)**-1", r"(\sin(x))^{-1}"),
        ("x + -2*y", r"x - 2\,y"),
        ("exp(-x/2)", "e^{-x / 2}"),
        ("(x/y)**2", r"\left(\frac{x}{y}\right)^{2}"),
        ("x - (y - 1)*(-2)", r"x - (y - 1)\,({-}2)"),
        ("abs(x) + floor(y) + log10(x)", r"\left|x\right| + \left\lfloor y\right\rfloor + \log_{10}(x)"),
        ("where(x < 0, -x, 2)", r"\begin{cases} -x & x < 0 \\ 2 & x \geq 0 \end{cases}"),
        ("max(x, y) + relu(x)*pi", r"\max(x, y) + \operatorname{relu}(x)\,\pi"),
        ("x/y*2/(x + 1)", r"\frac{x \cdot 2}{y\,(x + 1)}"),
        ("1/2*x/y", r"\frac{x}{2\,y}"),
        ("x/y*sin(x)", r"\frac{x}{y}\,\sin(x)"),
        ("exp(x/y*2*(x/3))", r"e^{x \cdot 2\,(x / 3) / y}"),
        ("x*2", r"x \cdot 2"),
        ("(-x)**2", "({-}x)^{2}"),
    ],
)
def test_that_a_formula_is_set_as_people_write_it(text: str, line: str) -> None:
    assert Formula(f=text).formula == line


def test_that_every_function_can_be_drawn() -> None:
    for name, function in FORMULAS.functions.items():
        arguments = ["x < y" if name == "where" else "x", "y", "2"][: function.fewest]
        assert drawn(Formula(f=f"({name}({', '.join(arguments)}) + 1)**2/x").formula)


@pytest.mark.parametrize("kind", sorted(Optimizer.catalogue))
def test_that_every_rule_can_be_drawn(kind: str) -> None:
    optimizer = Optimizer.named(kind)()
    lines = [*rule_latex(optimizer, 1, COLOURS), *rule_latex(optimizer, 2, COLOURS)]
    notation = Notation(optimizer, COLOURS)
    lines += [notation.latex(formula(term.expression), inline=True) for term in optimizer.terms()]
    for line in lines:
        assert drawn(line), line


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("gradient-descent", [r"x \leftarrow x - \eta\,{\color{#B3126B}g}"]),
        (
            "momentum",
            [
                r"{\color{#1877D6}v} \leftarrow \mu\,{\color{#5B6472}v} + {\color{#B3126B}g}",
                r"x \leftarrow x - \eta\,{\color{#1877D6}v}",
            ],
        ),
        ("newton:hessian=absolute", [r"x \leftarrow x - \eta\,\left|H\right|^{-1}\,{\color{#B3126B}g}"]),
    ],
)
def test_that_formulas_carry_the_colours_of_roles(typed: str, lines: list[str]) -> None:
    assert list(rule_latex(Optimizer.parse(typed), 2, COLOURS)) == lines


def test_that_symbols_are_those_of_the_parameters_and_of_convention() -> None:
    adam = Optimizer.parse("adam:amsgrad=true")
    assert latex("v = beta2*v + (1 - beta2)*g**2", adam) == (
        r"v \leftarrow \beta_{2}\,v + (1 - \beta_{2})\,g^{2}"
    )
    assert latex("v_hat = v_max/(1 - beta2**t)", adam) == (
        r"\hat{v} \leftarrow \frac{v^{\max}}{1 - \beta_{2}^{t}}"
    )
    assert inline("v_max/(1 - beta2**t)", adam) == (
        r"v^{\max} / \left(1 - \beta_{2}^{t}\right)"
    )
    assert inline("-g/a*s", adam) == r"-g\,s / a"
    assert latex("p = -g*s", adam) == r"p \leftarrow {-}g\,s"
    assert symbol("H_inv") == "H^{-1}"
    assert symbol("f*") == "f^{*}"
    assert symbol("rho_inf") == r"\rho_{\infty}"
    assert latex("rho_t = g_prev", adam) == r"\rho_{t} \leftarrow g_{\mathrm{prev}}"
