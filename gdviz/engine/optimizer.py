"""The family of optimizers: rules that make the next point from this one."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.averages import on
from gdviz.engine.linear_step import stable_below
from gdviz.engine.objective import Objective
from gdviz.engine.oracle import Oracle
from gdviz.engine.schedule import Schedule
from gdviz.engine.schedules.constant import Constant
from gdviz.spec import Spec, declared, param

SQUARED = re.compile(r"(\(1 - \w+\))\*(\w+)\*\*2$")


class Term(NamedTuple):
    """A part of the step Δx, drawn as an arrow: name; expression in the rule's symbols; role."""

    name: str
    expression: str
    role: str  # "gradient" or "memory"


class Nothing(NamedTuple):
    """The memory of a method that remembers nothing."""


class Optimizer(Spec):
    """A step rule. Its methods are pure: they return new arrays and change nothing.

    Memory is a NamedTuple of arrays (B, …), the same fields at every step.

    about: one sentence on what it does; short: its name where room is scarce, if not the label.
    halts: a memory field that is nonzero where the method cannot go on → the sentence that says so.
    repeats: whether it relies on the same answer when it asks again at the same point in one step.
    """

    family = "optimizer"
    groups = (
        "Plain gradient", "Momentum", "Adaptive rates", "Adam and its kin", "Line search and quasi-Newton",
        "Second order", "Without derivatives",
    )  # fmt: skip
    catalogue: ClassVar[dict[str, type[Any]]] = {}
    about: ClassVar[str]
    short: ClassVar[str] = ""
    halts: ClassVar[Mapping[str, str]] = {}
    repeats: ClassVar[bool] = False

    @abstractmethod
    def rule(self, t: int = 2) -> tuple[str, ...]:
        """The update of step t (from 1) as equations ``name = expression``, in the order of evaluation.

        They use the names of the hyper-parameters and memory fields, g (gradient), H (Hessian), t and x;
        the last equation gives x. Formula, worked numbers and the check of `step` are made from them.
        """

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        """The parts that the step Δx is the sum of; memory fields mean those *before* the step."""
        return ()

    def asks(self) -> tuple[str, ...]:
        """Lines of Python that ask what the rule needs to know, by f(x), gradient(x) and hessian(x)."""
        return ("g = gradient(x)",)

    def script(self, t: int = 2) -> tuple[str, ...]:
        """Step t as lines of Python in the language of the rule; where that says it all, it alone.

        Squares are averaged in the order in which `averages.squares` rounds them.
        """
        return (*self.asks(), *(SQUARED.sub(r"\1*\2*\2", line) for line in self.rule(t)))

    def prepared(self) -> tuple[str, ...] | None:
        """The lines before the first step, from x, where they are not those that `init` stands for."""
        return None

    def given(self, objective: Objective) -> dict[str, float]:
        """Numbers in the rule that come from the objective; raises SpecError where it has none."""
        return {}

    def torch(self) -> tuple[str, dict[str, Any]] | None:
        """Its class in torch.optim and that one's arguments besides lr, or None."""
        return None

    @abstractmethod
    def init(self, x: Array) -> Any:
        """Return the memory before the first step, for starts x (B, d)."""

    @abstractmethod
    def step(self, x: Array, memory: Any, oracle: Oracle) -> tuple[Array, Any]:
        """Return the next point (B, d) and the next memory."""

    def rate(self, step: int) -> float | Array:
        """The learning rate of the step from x_k to x_{k+1}: a number or (B, 1); nan where there is none."""
        return float("nan")

    def related(self, kind: str) -> Optimizer:
        """Another method with this one's learning rate, schedule, clipping and noise, where it has them."""
        made = self.named(kind)
        kept = ("lr", "schedule", "clip_norm", "clip_value", "noise")
        shared = [name for name in kept if name in made.params() and name in self.params()]
        return made(**{name: getattr(self, name) for name in shared})

    def stable_below(self, curvature: float) -> float | None:
        """The learning rate from which on a minimum with this largest curvature λ cannot hold the iterate."""
        return stable_below(self, curvature)

    def iteration(self, curvature: float) -> Array | None:
        """One step as a matrix on (x - x*, memory…) along a direction of curvature λ; None if it is none.

        On a quadratic, a method whose step is linear with the same numbers at every step does this alone.
        """
        return None

    def model(self, hessian: Array, memory: Mapping[str, np.ndarray]) -> Array | None:
        """The matrix M (d, d) of the model f + gᵀp + ½ pᵀMp whose stationary point the step heads for.

        hessian (d, d) at the iterate; memory: one row's fields after the step. None for methods without one.
        """
        return None

    def symbols(self, x: Array, memory: Any, new: Any, oracle: Oracle) -> dict[str, Any]:
        """What the names in `rule` stand for at one step; `memory` before it, `new` after it."""
        own = {name: getattr(self, name) for name in self.params()}
        return {**own, **memory._asdict(), "x": x, "t": oracle.step + 1}


@declared
class FirstOrder(Optimizer):
    """A method that asks for the gradient once a step, with a schedule, clipping and noise on request."""

    group = "Plain gradient"

    lr: float = param(
        0.1,
        "Learning rate: the length of a step is proportional to it.",
        within="(0, inf)",
        symbol="η",
        log=True,
        low=1e-3,
        high=10.0,
    )
    schedule: Schedule = param(Constant(), "How the learning rate changes with the steps.", advanced=True)
    clip_norm: float = param(
        0.0,
        "Longest gradient that is used, 0 for no limit: a longer one is shortened.",
        within="[0, inf)",
        advanced=True,
    )
    clip_value: float = param(
        0.0,
        "Largest component of the gradient that is used, 0 for no limit.",
        within="[0, inf)",
        advanced=True,
    )
    noise: float = param(
        0.0,
        "Standard deviation of noise added to the gradient, 0 for the scenario's.",
        within="[0, inf)",
        symbol="σ",
        advanced=True,
    )

    def rate(self, step: int) -> float | Array:
        return self.schedule.rate(self.lr, step)

    def gradient(self, x: Array, oracle: Oracle) -> Array:
        """The gradient that the method works with: noise added, then clipped by norm, then by value.

        g · min(1, clip_norm / (‖g‖ + 1e-6)): torch's formula to the letter, so that a clipped gradient is a
        millionth shorter than the limit where ‖g‖ is about 1. The paper has no 1e-6.

        Source: Pascanu, Mikolov & Bengio (2013), Algorithm 1, https://arxiv.org/abs/1211.5063;
        torch.nn.utils.clip_grad_norm_ and clip_grad_value_.
        """
        g = oracle.gradient(x, noise=self.noise)
        if on(self.clip_norm):
            factor = np.minimum(self.clip_norm / (norms(g)[:, None] + 1e-6), 1.0)
            g = g * np.where(np.greater(self.clip_norm, 0), factor, 1.0)
        if on(self.clip_value):
            limit = np.where(np.greater(self.clip_value, 0), self.clip_value, np.inf)
            g = np.minimum(np.maximum(g, -limit), limit)
        return g

    def asks(self) -> tuple[str, ...]:
        return (
            *super().asks(),
            *(("g = g*min(1, clip_norm/(norm(g) + 1e-6))",) if on(self.clip_norm) else ()),
            *(("g = clip(g, -clip_value, clip_value)",) if on(self.clip_value) else ()),
        )

    def symbols(self, x: Array, memory: Any, new: Any, oracle: Oracle) -> dict[str, Any]:
        known = super().symbols(x, memory, new, oracle)
        return known | {"g": self.gradient(x, oracle), "lr": self.rate(oracle.step)}
