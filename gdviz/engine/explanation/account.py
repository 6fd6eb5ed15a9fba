"""An explanation as lines of text, with every digit."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from gdviz.engine.explanation.promise import is_plain
from gdviz.engine.explanation.step import Explanation
from gdviz.engine.expression.rule import Value
from gdviz.engine.expression.text import number_text, written

WRITTEN = 8  # parameters up to which the whole Hessian is written out
Row = tuple[str, str, Value]


def account(e: Explanation) -> str:
    """The rule with its numbers, then a row for each number, then the sentences; a line for each."""
    said = [f"{e.optimizer.label}, step {e.step} → {e.step + 1}"]
    for equation in e.equations:
        indent = " " * equation.text.index("←")
        said += [equation.text, indent + written(equation.worked).partition(" ")[2],
                 f"{indent}= {number_text(equation.value)}"]
    rows = [*_step(e), *_curvature(e), *_memory(e)]
    widths = [max(len(row[i]) for row in rows) for i in (0, 1)]
    said += [f"{name:<{widths[0]}}  {text:<{widths[1]}}  {_number(value)}"
             for name, text, value in rows]
    said += _probes(e)
    shape = e.stability.shape if e.stability else None
    verdict = e.stability.verdict if e.stability else None
    said += [reason.said() for reason in (*e.reasons, verdict, shape) if reason is not None]
    return "\n".join([*said, e.halted] if e.halted else said)


def _number(value: Value) -> str:
    return number_text(value) if np.size(value) else "none"


def _step(e: Explanation) -> Iterator[Row]:
    yield "position", "x", e.x
    yield from ((part.name, part.text, part.value) for part in e.terms)
    yield "step", "Δx", e.change
    yield "next", "x′", e.next_x
    if np.isfinite(e.rate):
        yield "learning rate", "η", e.rate
    yield "loss", "f(x)", e.f
    yield "gradient", "∇f(x)", e.gradient
    yield "next loss", "f(x′)", e.next_f
    yield "first order", "∇f·Δx = −η‖∇f‖²" if is_plain(e) else "∇f·Δx", e.first_order
    if e.hessian is not None:
        yield "second order", "½ Δxᵀ H Δx", e.second_order
        yield "both orders", "∇f·Δx + ½ Δxᵀ H Δx", e.first_order + e.second_order
    yield "change of loss", "f(x′) − f(x)", e.actual


def _curvature(e: Explanation) -> Iterator[Row]:
    if e.hessian is not None and len(e.x) <= WRITTEN:
        yield "Hessian", "H", e.hessian
    if e.stability is not None:
        yield from e.stability.rows()
    if e.conjugacy is not None:
        yield "conjugacy", "p̂ᵀ H p", e.conjugacy[0]
        if np.isfinite(e.conjugacy[1]):
            yield "cosine of it", "p̂ᵀHp / √(p̂ᵀHp̂ · pᵀHp)", e.conjugacy[1]


def _memory(e: Explanation) -> Iterator[Row]:
    for name, before in e.memory.items():
        yield f"{name} before", "", _used(before)
        yield f"{name} after", "", _used(e.next_memory[name])


def _used(value: Value) -> Value:
    """A record without the places at its end that are not used."""
    if np.ndim(value) != 1 or np.size(value) == 1:
        return value
    return value[: int(np.flatnonzero(~np.isnan(value)).max(initial=-1)) + 1]


def _probes(e: Explanation) -> Iterator[str]:
    """The search from f along p, one line for each probe; the corners of a simplex."""
    if e.probes:
        yield f"search from φ(0) = {number_text(e.level)} with slope {number_text(e.slope)}"
    for i, probe in enumerate(e.probes, 1):
        bound = f", Armijo ≤ {number_text(probe.bound)}" if np.isfinite(probe.bound) else ""
        yield (f"probe {i}: α = {number_text(probe.length)}, φ(α) = "
               f"{number_text(probe.value)}{bound}: {probe.verdict.said()}")
    for corner, f in e.vertices:
        yield f"vertex {number_text(corner)}: f = {number_text(f)}"
