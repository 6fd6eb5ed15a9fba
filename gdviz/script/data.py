"""A data problem as Python code: its samples, its functions, and how batches are dealt out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gdviz.engine.batches import Batches
from gdviz.engine.datasets.csv import Csv
from gdviz.engine.learning.affine import Affine
from gdviz.engine.learning.model import Text
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.learning.table import CLASSES
from gdviz.engine.models.logistic import Logistic
from gdviz.script import rewrite
from gdviz.script.layout import INDENT, code
from gdviz.script.objective import Code
from gdviz.script.program import MOST_NUMBERS, comment, listed
from gdviz.values import SpecError

FEW = 100  # numbers of samples that are written down rather than made anew


def in_numpy(problem: DataProblem, gradient: bool, hessian: bool, batched: bool) -> Code:
    """The samples, and f with its derivatives; raises SpecError where they cannot be written."""
    text, loss = problem.model.written(problem.table), problem.loss
    body = _chosen([*text.scores, f"return {loss.written}"], batched)
    made = [_function(problem, text, body, batched)]
    if gradient:
        back = [*text.gradient[:-1], f"return {text.gradient[-1]}"]
        made.append((f"def gradient(x{_argument(batched)}):",
                     *_inner(_chosen([*text.scores, f"slope = {loss.written_slope}", *back], batched))))
    if hessian:
        ones = ", np.ones(len(scores))" if problem.model.bias else ""
        made.append((f"def hessian(x{_argument(batched)}):", *_inner(_chosen([
            *text.scores, f"A = np.column_stack([features{ones}])",
            f"bend = {loss.written_bend}", "return A.T @ (bend[:, None]*A)",
        ], batched))))
    samples, draws = _samples(problem, text)
    return Code(tuple(samples), tuple(made), draws)


def require_hessian(problem: DataProblem) -> None:
    """Raise SpecError where the Hessian cannot be written."""
    if not problem.model.written(problem.table).single or not isinstance(problem.model, Affine):
        raise SpecError("{kind}: the Hessian of this model is too long for a script", kind=problem.model.kind)


def in_torch(problem: DataProblem, batched: bool) -> Code:
    """The samples as tensors, and f alone."""
    text, loss = problem.model.written(problem.table), problem.loss
    body = [*(line.replace("np.", "torch.") for line in text.scores), f"return {loss.torch}"]
    samples, draws = _samples(problem, text)
    samples.append("features, targets = torch.from_numpy(features), torch.from_numpy(targets)")
    return Code(tuple(samples), (_function(problem, text, _chosen(body, batched), batched),), draws)


def _function(problem: DataProblem, text: Text, body: Sequence[str], batched: bool) -> tuple[str, ...]:
    """f with what it is and what its parameters are."""
    axes = problem.axes
    shown = ", ".join(axes) if len(axes) <= 6 else f"{axes[0]}, {axes[1]}, …, {axes[-1]}"
    doc = f"{problem.loss.label} of the model on the samples; x = ({shown})."
    return (f"def f(x{_argument(batched)}):", *_inner([f'"""{doc}"""', *body]))


def _argument(batched: bool) -> str:
    return ", rows=slice(None)" if batched else ""


def _inner(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(INDENT + line for line in lines)


def _rows(line: str, batched: bool) -> str:
    return line.replace("features", "features[rows]").replace("targets", "targets[rows]") if batched else line


def _chosen(lines: Sequence[str], batched: bool) -> list[str]:
    return [_rows(line, batched) for line in lines]


def _samples(problem: DataProblem, text: Text) -> tuple[list[str], tuple[tuple[str, ...], ...]]:
    """The lines that make features and targets, and the functions that these call."""
    table, data = problem.table, problem.data
    cells = table.features.size + table.targets.size
    draws: tuple[tuple[str, ...], ...] = ()
    if cells <= FEW or isinstance(data, Csv):
        if cells > MOST_NUMBERS:
            raise SpecError("there is no script: the data are {n} numbers from a file; "
                            "at most {most} are written down", n=cells, most=MOST_NUMBERS)
        lines = [*_array("features", table.features), *_array("targets", table.targets)]
    else:
        constants, functions = rewrite.functions(data, {"draw": "samples"}, data.about)
        draws = tuple(tuple(code([function])) for function in functions)
        lines = [*code(constants), "features, targets = samples()"]
    lines += _standardised(problem)
    power = problem.model.power if isinstance(problem.model, Affine) else 1
    if power > 1:
        lines += ["features = np.column_stack([",
                  f"{INDENT}column**r for column in features.T for r in range(1, {power} + 1)", "])"]
    if table.task == CLASSES and not isinstance(problem.model, Logistic):
        lines.append(f"targets = np.eye({table.outputs})[targets[:, 0].astype(int)]")
    elif text.single:
        lines.append("targets = targets[:, 0]")
    if text.flat:
        lines.append("features = features[:, 0]")
    return lines, draws


def _standardised(problem: DataProblem) -> list[str]:
    """The lines that shift and scale the features, where that is asked for."""
    if not problem.data.standardise:
        return []
    lines = ["features = features - features.mean(axis=0)"] if problem.model.bias else []
    lines.append("spread = np.sqrt(np.mean(features**2, axis=0))")
    constant = bool((problem.deviation == 1.0).any())  # one that does not vary is left as it is
    return [*lines, f"features = features/{'np.where(spread > 0, spread, 1)' if constant else 'spread'}"]


def _array(name: str, numbers: np.ndarray) -> list[str]:
    """name = np.array([[…], …])"""
    if numbers.shape[1] > 1:
        return listed(f"{name} = ", [f"{row}" for row in numbers.tolist()], "np.array")
    lines = listed(f"{name} = ", [f"{number!r}" for number in numbers[:, 0].tolist()], "np.array")
    return [*lines[:-1], f"{lines[-1]}[:, None]"]


SHUFFLE = (
    "def shuffled(step, size):",
    '    """The samples of a step: each epoch deals them out in a new order."""',
    "    epoch, place = divmod(step, -(-len(targets)//size))",
    "    order = np.random.default_rng((seed, epoch, 1)).permutation(len(targets))",
    "    return order[place*size : (place + 1)*size]",
)
SEQUENTIAL = (
    "def in_order(step, size):",
    '    """The samples of a step, in the order of the data."""',
    "    place = step % -(-len(targets)//size)",
    "    return np.arange(len(targets))[place*size : (place + 1)*size]",
)
REPLACEMENT = (
    "def drawn(step, size, batches):",
    '    """The samples of a step, each drawn anew; the last step of an epoch may have fewer batches."""',
    "    epoch = -(-len(targets)//size)",
    "    count = min(batches, epoch - step % -(-epoch//batches)*batches)",
    "    rng = np.random.default_rng((seed, step, 2))",
    "    return rng.integers(len(targets), size=count*min(size, len(targets)))",
)
ORDERS = {"shuffle": SHUFFLE, "sequential": SEQUENTIAL, "replacement": REPLACEMENT}


def dealt(batches: Batches) -> tuple[list[str], str, tuple[str, ...]]:
    """The numbers of a run's batches, the line that deals out those of a step, and the function it calls."""
    size, count = batches.size, batches.accumulate
    function = ORDERS[batches.order]
    name = function[0].removeprefix("def ").partition("(")[0]
    if batches.order == "replacement":
        return [f"batch_size = {size}"], f"rows = {name}(step, batch_size, {count})", function
    if count > 1:
        numbers = [f"batch_size = {size}", *comment(f"{count} batches are added up before a step: one of "
                                                    f"{count} times the size.")]
        return numbers, f"rows = {name}(step, {count}*batch_size)", function
    return [f"batch_size = {size}"], f"rows = {name}(step, batch_size)", function
