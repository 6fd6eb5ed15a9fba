"""Paths that torch walks with the settings of `torch_settings`, by autograd and torch.optim."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from tests.reference.torch_settings import SETTINGS, STARTS, Planned, Setting


def rosenbrock(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def himmelblau(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


def beale(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


FUNCTIONS = {"rosenbrock": rosenbrock, "himmelblau": himmelblau, "beale": beale}
ALONE = "initial_accumulator_value"


def _together(settings: list[Setting], steps: int) -> np.ndarray:
    """Walk every (setting, objective) of one torch class as one optimizer with a group for each."""
    points = [
        [torch.tensor(start, requires_grad=True) for _ in settings] for start in STARTS.values()
    ]
    groups: list[dict[str, Any]] = [
        {"params": [point], **setting.group(name)}
        for name, row in zip(STARTS, points, strict=True)
        for setting, point in zip(settings, row, strict=True)
    ]
    # Adagrad reads the first value of its sums from the constructor alone, never from a group.
    first = {name: value for name, value in settings[0].options.items() if name == ALONE}
    optimizer = getattr(torch.optim, settings[0].torch)(groups, **first)
    path = np.empty((steps + 1, len(STARTS), len(settings), 2))
    for k in range(steps + 1):
        stacked = [torch.stack(row) for row in points]
        path[k] = torch.stack(stacked).detach().numpy()
        if k < steps:
            optimizer.zero_grad()
            losses = [FUNCTIONS[name](*x.unbind(-1)).sum() for name, x in zip(STARTS, stacked, strict=True)]
            sum(losses[1:], losses[0]).backward()
            optimizer.step()
    return path


def paths(steps: int, brief: int | None = None) -> np.ndarray:
    """x at every step: (steps + 1, objectives, settings, 2), in double precision.

    brief: how many steps the methods other than SGD and Adam take, if not as many; nan after them.
    The default type matters: torch keeps NAdam's product of momenta and ASGD's rates in it.
    """
    kept, threads = torch.get_default_dtype(), torch.get_num_threads()
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    try:
        walked = np.full((steps + 1, len(STARTS), len(SETTINGS), 2), np.nan)
        made = [(setting.torch, setting.options.get(ALONE, 0.0)) for setting in SETTINGS]
        for one in dict.fromkeys(made):
            chosen = [i for i, other in enumerate(made) if other == one]
            taken = steps if brief is None or one[0] in ("SGD", "Adam") else brief
            walked[: taken + 1, :, chosen] = _together([SETTINGS[i] for i in chosen], taken)
        return walked
    finally:
        torch.set_default_dtype(kept)
        torch.set_num_threads(threads)


def rates(planned: Planned, lr: float, steps: int) -> np.ndarray:
    """torch's learning rate of each step; nan beyond the steps that torch's one-cycle allows."""
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=lr)
    made = []
    for name, options in planned.torch:
        given = {"max_lr": lr, "cycle_momentum": False} if name == "OneCycleLR" else {}
        made.append(getattr(torch.optim.lr_scheduler, name)(optimizer, **given, **options))
    scheduler = torch.optim.lr_scheduler.SequentialLR(optimizer, made, list(planned.milestones)) \
        if len(made) > 1 else made[0]
    found = np.full(steps, np.nan)
    for k in range(min(steps, planned.torch[0][1].get("total_steps", steps))):
        found[k] = optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()
    return found


def clipped(gradient: np.ndarray, clip_norm: float, clip_value: float) -> np.ndarray:
    """The gradient (d,) after torch's clipping by norm, then by value; 0 is no limit."""
    parameter = torch.nn.Parameter(torch.zeros(len(gradient), dtype=torch.float64))
    parameter.grad = torch.tensor(gradient)
    if clip_norm:
        torch.nn.utils.clip_grad_norm_([parameter], clip_norm)
    if clip_value:
        torch.nn.utils.clip_grad_value_([parameter], clip_value)
    return parameter.grad.numpy()
