"""Record what torch says of every model and loss, and of training on given batches: data_*.npz.

Run from the top folder with torch installed: python tests/reference/make_data_paths.py
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

import gdviz.engine.catalogue  # noqa: E402, F401
from gdviz.engine.learning.dataset import Dataset  # noqa: E402
from tests.reference.data_settings import PROBLEMS, SEED, TRAININGS, UPDATES  # noqa: E402

torch.set_default_dtype(torch.float64)

BENT: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "tanh": torch.tanh, "sigmoid": torch.sigmoid, "relu": functional.relu,
    "leaky-relu": functional.leaky_relu, "identity": lambda z: z,
}


def taken(theta: torch.Tensor, *shapes: tuple[int, ...]) -> list[torch.Tensor]:
    """Cut a parameter vector into tensors of these shapes."""
    parts = torch.split(theta, [int(np.prod(shape)) for shape in shapes])
    return [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]


def problem(name: str) -> tuple[Callable[[torch.Tensor, object], torch.Tensor], int]:
    """The loss of a parameter vector on the chosen samples, in torch's words, and the vector's length."""
    model, data = PROBLEMS[name]
    kind, _, said = model.partition(":")
    options = dict(item.split("=") for item in said.split(",") if item)
    table = Dataset.parse(data).table
    x, y = torch.tensor(table.features.copy()), torch.tensor(table.targets.copy())
    if "degree" in options:
        x = torch.cat([x**r for r in range(1, int(options["degree"]) + 1)], dim=1)
    features, outputs = x.shape[1], 1 if kind == "logistic" else table.outputs
    hidden = int(options.get("hidden", 0))
    if kind == "network":
        shapes = [(hidden, features), (hidden,), (outputs, hidden), (outputs,)]
    else:
        shapes = [(outputs, features)] + ([] if kind == "proportional" else [(outputs,)])

    def loss(theta: torch.Tensor, index: object) -> torch.Tensor:
        parts, chosen, wanted = taken(theta, *shapes), x[index], y[index]
        scores = functional.linear(chosen, *parts[:2])
        if kind == "network":
            scores = functional.linear(BENT[options.get("activation", "tanh")](scores), *parts[2:])
        if table.task == "regression":
            return functional.mse_loss(scores, wanted)
        if table.task == "labels" or kind == "logistic":
            return functional.binary_cross_entropy_with_logits(scores, wanted, reduction="sum") / len(wanted)
        return functional.cross_entropy(scores, wanted[:, 0].long())

    return loss, sum(int(np.prod(shape)) for shape in shapes)


def derivatives() -> dict[str, np.ndarray]:
    """Value, gradient and Hessian of every problem at three points, and its samples."""
    found: dict[str, np.ndarray] = {}
    for name, (_, data) in PROBLEMS.items():
        loss, size = problem(name)
        table = Dataset.parse(data).table
        points = np.random.default_rng(17).normal(size=(3, size))
        values, gradients, hessians = [], [], []
        for point in points:
            theta = torch.tensor(point, requires_grad=True)
            value = loss(theta, slice(None))
            (gradient,) = torch.autograd.grad(value, theta)
            values.append(value.item())
            gradients.append(gradient.numpy())
            hessian = torch.autograd.functional.hessian(lambda t, f=loss: f(t, slice(None)), theta.detach())
            hessians.append(hessian.numpy())
        found |= {
            f"{name}/features": table.features, f"{name}/targets": table.targets, f"{name}/points": points,
            f"{name}/values": np.array(values), f"{name}/gradients": np.array(gradients),
            f"{name}/hessians": np.array(hessians),
        }
    return found


def losses() -> dict[str, np.ndarray]:
    """Each loss and its derivative by the scores, for ordinary and for huge scores."""
    found: dict[str, np.ndarray] = {}
    rng = np.random.default_rng(5)
    for name, scale in (("ordinary", 2.0), ("huge", 1e4)):
        scores = scale * rng.uniform(-1.0, 1.0, (6, 4))
        scores[0, :2] = scale, -scale
        numbers, classes, labels = rng.normal(size=(6, 4)), rng.integers(0, 4, 6), rng.integers(0, 2, (6, 4))
        given = torch.tensor(scores, requires_grad=True)
        wanted = {
            "mean-squared-error": (numbers, functional.mse_loss(given, torch.tensor(numbers))),
            "softmax-cross-entropy": (
                np.eye(4)[classes], functional.cross_entropy(given, torch.tensor(classes))),
            "sigmoid-cross-entropy": (labels, functional.binary_cross_entropy_with_logits(
                given, torch.tensor(labels, dtype=torch.float64), reduction="sum") / 6),
        }
        for kind, (targets, value) in wanted.items():
            (slope,) = torch.autograd.grad(value, given, retain_graph=True)
            found |= {
                f"{kind}/{name}/scores": scores, f"{kind}/{name}/targets": targets.astype(np.float64),
                f"{kind}/{name}/value": np.array(value.item()), f"{kind}/{name}/slope": slope.numpy(),
            }
    return found


def paths() -> dict[str, np.ndarray]:
    """Parameters before and after every update."""
    found: dict[str, np.ndarray] = {}
    for name, (which, optimizer, batches) in TRAININGS.items():
        loss, length = problem(which)
        terms = Dataset.parse(PROBLEMS[which][1]).table.terms
        kind, _, said = optimizer.partition(":")
        options = {key: float(value) for key, value in (item.split("=") for item in said.split(","))}
        theta = torch.tensor(np.random.default_rng(23).normal(size=length) / 2.0, requires_grad=True)
        made = torch.optim.Adam([theta], **options) if kind == "adam" else torch.optim.SGD([theta], **options)
        rows = [theta.detach().numpy().copy()]
        for update in range(UPDATES):
            made.zero_grad()
            parts = [slice(None)] if batches.size == 0 else list(batches.drawn(update, terms, SEED))
            whole = sum(terms if isinstance(part, slice) else len(part) for part in parts)
            for part in parts:  # gradients add up over backward() until the step
                share = terms if isinstance(part, slice) else len(part)
                chosen = part if isinstance(part, slice) else torch.tensor(part.copy())
                (loss(theta, chosen) * share / whole).backward()
            made.step()
            rows.append(theta.detach().numpy().copy())
        found[name] = np.array(rows)
    return found


def main() -> None:
    np.savez_compressed(HERE / "data_derivatives.npz", **derivatives())
    np.savez_compressed(HERE / "data_losses.npz", **losses())
    np.savez_compressed(HERE / "data_paths.npz", **paths())


if __name__ == "__main__":
    main()
