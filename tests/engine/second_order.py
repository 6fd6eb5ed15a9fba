"""The second-order methods in all their ways, and a run of one of them."""

from __future__ import annotations

from gdviz.engine.catalogue import Objective, Optimizer
from gdviz.engine.run import Run, Task

METHODS = (
    "newton", "newton:hessian=absolute", "newton:hessian=damped", "preconditioned",
    "preconditioned:hessian=absolute", "preconditioned:hessian=damped", "nelder-mead",
    *(f"{kind}:search={search}" for kind in ("line-search", "conjugate-gradient", "bfgs", "lbfgs")
      for search in ("exact", "armijo", "wolfe")),
    "conjugate-gradient:beta=fletcher-reeves", "conjugate-gradient:beta=hestenes-stiefel",
    "conjugate-gradient:restart=2", "lbfgs:history_size=1",
)


def ran(
    objective: Objective | str, method: str, *starts: tuple[float, ...], steps: int = 60, noise: float = 0.0
) -> Run:
    chosen = Objective.parse(objective) if isinstance(objective, str) else objective
    run = Run(Task(chosen, Optimizer.parse(method), starts or (chosen.start,), noise=noise, seed=7))
    run.extend(steps)
    return run
