"""Why a run took a step: its rule with symbols and with numbers, what the step promised and what it gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar, cast

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.explanation.notation import Notation
from gdviz.engine.explanation.probes import Probe, conjugacy, probes, vertices
from gdviz.engine.explanation.promise import is_plain, reasons
from gdviz.engine.explanation.reason import Reason
from gdviz.engine.explanation.stability import Stability, stability
from gdviz.engine.expression.rule import Value, assignment, evaluate, formula, row_of
from gdviz.engine.expression.text import Token, tokens
from gdviz.engine.optimizer import FirstOrder, Optimizer, Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.run import Run, Task
from gdviz.engine.trajectory import Trajectory
from gdviz.spec import Spec
from gdviz.values import SpecError

CURVED = 50  # parameters up to which the Hessian is worth its price at every step shown


@dataclass(frozen=True, eq=False)
class Equation:
    """One equation of the rule at one step, name ← formula.

    latex, text: with symbols; worked: with numbers for the names on its right side; value: what it gives.
    """

    name: str
    role: str
    latex: str
    text: str
    worked: tuple[Token, ...]
    value: Value


@dataclass(frozen=True, eq=False)
class Part:
    """A part of the step Δx: its formula (latex without fractions, text), its value (d,)."""

    name: str
    role: str
    latex: str
    text: str
    value: Array


@dataclass(frozen=True, eq=False)
class Explanation:
    """The step of `optimizer` from x_k to x_{k+1}, k = step.

    x, next_x, change: x_k, x_{k+1}, Δx (d,); f, next_f, gradient (d,): of the full, noise-free objective at
    x_k and x_{k+1}; rate: the effective learning rate, nan where there is none; memory, next_memory: the
    fields before and after; equations: the rule; terms: what Δx is the sum of, empty if the method names
    none; first_order: ∇f·Δx, for gradient descent -η‖∇f‖²; second_order: ½ Δxᵀ H Δx; actual: the change of
    f; hessian: H (d, d) of the full objective at x_k, None (and second_order nan) for more than 50
    parameters; halted: why the method cannot go on, or empty; disturbed: "batch", "noise" or "sum" where the
    step followed another gradient, or empty; level, slope: φ(0) and φ′(0) of a line search, else nan.
    What curvature says is computed when it is first asked for.
    """

    optimizer: Optimizer
    step: int
    x: Array
    next_x: Array
    change: Array
    f: float
    next_f: float
    gradient: Array
    rate: float
    memory: Mapping[str, np.ndarray]
    next_memory: Mapping[str, np.ndarray]
    equations: tuple[Equation, ...]
    terms: tuple[Part, ...]
    first_order: float
    second_order: float
    actual: float
    hessian: Array | None
    halted: str
    disturbed: str = ""
    level: float = np.nan
    slope: float = np.nan

    @cached_property
    def stability(self) -> Stability | None:
        """The eigenvalues of H and what they allow; None where H is not known."""
        plain = is_plain(self) or not (self.disturbed or self.gradient.any())
        return stability(self.hessian, self.optimizer, self.rate, plain, self.disturbed == "sum")

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the change of f is what it is, beside what was promised."""
        return reasons(self)

    @cached_property
    def probes(self) -> tuple[Probe, ...]:
        """The lengths that were probed for this step."""
        return probes(self.optimizer, self.next_memory, self.level, self.slope)

    @cached_property
    def conjugacy(self) -> tuple[float, float] | None:
        """pᵀHp′ of the last search direction and this one, and its cosine; None without two directions."""
        return conjugacy(self.memory, self.next_memory, self.hessian)

    @cached_property
    def vertices(self) -> tuple[tuple[Array, float], ...]:
        """Corners and losses of the simplex after the step."""
        return vertices(self.next_memory)


def explain(task: Task, record: Run | Trajectory, step: int, row: int = 0) -> Explanation:
    """Explain the step that leaves point `step` of row `row`; where a run has ended before, its last one.

    The step is taken anew from what is recorded of x_k, so x_{k+1} need not be recorded. Raises SpecError
    for a step or a row that is not there.
    """
    trajectory = record.trajectory if isinstance(record, Run) else record
    rows = len(trajectory.x[0])
    if not 0 <= row < rows:
        raise SpecError("no start {row}: there are {n}, counted from 0", row=row, n=rows)
    if isinstance(record, Run) and record.last[row] >= 0:
        step = min(step, int(record.last[row]))
    if not 0 <= step <= trajectory.steps:
        raise SpecError("step {step} is not recorded: there are steps 0 to {last}", step=step,
                        last=trajectory.steps)
    memory = trajectory.remembered(step)
    one = type(memory)(*(leaf[row : row + 1] for leaf in memory))
    with np.errstate(all="ignore"):
        return _explained(replace(task, optimizer=_of_row(task.optimizer, row)), step,
                          np.array(trajectory.x[step][row : row + 1], order="F"), one,
                          None if trajectory.held is None else trajectory.held[step][row : row + 1])


S = TypeVar("S", bound=Spec)


def _of_row(spec: S, row: int) -> S:
    """The spec with the numbers of one row in place of (B, 1) arrays."""
    changed: dict[str, Any] = {}
    for name in spec.params():
        value = getattr(spec, name)
        if isinstance(value, np.ndarray):
            changed[name] = float(value[min(row, len(value) - 1), 0])
        elif isinstance(value, Spec):
            changed[name] = _of_row(value, row)
    made: S = replace(cast(Any, spec), **changed) if changed else spec
    return made


def _explained(task: Task, step: int, x: Array, memory: Any, held: Array | None) -> Explanation:
    """Explain the step from x (1, d); the optimizer's parameters are numbers; held: as of the oracle."""
    optimizer, objective = task.optimizer, task.objective
    def oracle() -> Oracle:
        asked = Oracle(objective, 1, task.seed, task.noise, task.batches)
        asked.step = step
        asked.held = None if held is None else held.copy()
        return asked

    new, remembered = optimizer.step(x, memory, oracle())
    symbols = row_of(optimizer.symbols(x, memory, remembered, oracle()), 0, x.shape[1])
    notation = Notation(optimizer)
    equations, known = _worked(optimizer, notation, step + 1, symbols)
    # The terms are those of the memory before the step; of what the rule makes, they know all the rest.
    of_terms = {**known, **{name: symbols[name] for name in (*notation.fields, "x") if name in symbols}}
    notation.made -= notation.fields
    change, gradient = (new - x)[0], objective.gradient(x)[0]
    f, next_f = float(objective.value(x)[0]), float(objective.value(new)[0])
    hessian = objective.hessian(x)[0] if x.shape[1] <= CURVED else None
    halted = [said for field, said in optimizer.halts.items() if np.any(getattr(remembered, field))]
    searched = "lengths" in remembered._fields
    return Explanation(
        optimizer=optimizer,
        step=step,
        x=x[0],
        next_x=new[0],
        change=change,
        f=f,
        next_f=next_f,
        gradient=gradient,
        rate=float(np.ravel(optimizer.rate(step))[0]),
        memory={name: leaf[0] for name, leaf in memory._asdict().items()},
        next_memory={name: leaf[0] for name, leaf in remembered._asdict().items()},
        equations=equations,
        terms=tuple(_part(term, notation, of_terms, change.shape) for term in optimizer.terms(step + 1)),
        first_order=float(np.sum(gradient * change)),
        second_order=float(0.5 * np.sum(change * (hessian @ change))) if hessian is not None else np.nan,
        actual=next_f - f,
        hessian=hessian,
        halted=halted[0] if halted else "",
        disturbed=_disturbed(task),
        level=float(oracle().value(x)[0]) if searched else np.nan,
        slope=float(np.sum(np.ravel(symbols["g"]) * remembered.p[0])) if searched else np.nan,
    )


def _part(term: Term, notation: Notation, known: Mapping[str, Value], shape: tuple[int, ...]) -> Part:
    """A term of the step, worked out; shape (d,): that of the step."""
    expression = formula(term.expression)
    return Part(term.name, term.role, notation.latex(expression, inline=True), notation.text(expression),
                np.broadcast_to(evaluate(expression, known), shape))


def _disturbed(task: Task) -> str:
    """Why the step did not follow ∇f itself, or empty."""
    if not task.batches.zero_grad:
        return "sum"
    if not task.batches.full(task.objective.terms):
        return "batch"
    own = task.optimizer.noise if isinstance(task.optimizer, FirstOrder) else 0.0
    return "noise" if own > 0 or task.noise > 0 else ""


def _worked(
    optimizer: Optimizer, notation: Notation, t: int, symbols: Mapping[str, Value]
) -> tuple[tuple[Equation, ...], dict[str, Value]]:
    """The equations of step t, one after the other, and what every name stands for after them."""
    known = dict(symbols)
    equations = []
    for equation in optimizer.rule(t):
        name, right = assignment(equation)

        def numbers(name: str) -> Token:
            token = notation.token(name)
            # I stays a letter: its entries say nothing.
            return token if name == "I" else replace(token, value=known.get(name))

        value = evaluate(right, known)
        if name == "x":
            value = np.broadcast_to(value, np.shape(symbols["x"]))
        left = notation.token(name, assigned=True)
        worked = (left, Token(" ← "), *tokens(right, numbers))
        equations.append(Equation(name, left.role, notation.equation_latex(name, right),
                                  notation.equation_text(name, right), worked, value))
        known[name] = value
        notation.made.add(name)
    return tuple(equations), known
