"""A data problem as Python code: its samples, its functions, and how batches are dealt out."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from gdviz.engine.batches import Batches
from gdviz.engine.datasets.csv import Csv
from gdviz.engine.learning.affine import Affine
from gdviz.engine.learning.model import Text
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.learning.table import CLASSES
from gdviz.engine.models.logistic import Logistic
from gdviz.script import file, rewrite
from gdviz.script.layout import INDENT, code
from gdviz.script.objective import Code
from gdviz.script.program import MOST_NUMBERS, comment, listed

FEW = 100  # numbers of samples that are written down rather than made anew


def in_numpy(problem: DataProblem, gradient: bool, hessian: bool, batched: bool) -> Code:
    """The samples, and f with its derivatives; raises SpecError where they cannot be written."""
    text, loss = problem.model.written(problem.table), problem.loss
    body = [*text.scores, f"return {loss.written}"]
    made = [_function(problem, text, body, batched)]
    scaled = f"return {'' if loss.weight == 1 else f'{loss.weight:g}*'}total/{loss.written_divisor}"
    if gradient:
        lines = [*text.scores, f"slope = {loss.written_slope}", *text.gradient, scaled]
        made.append((f"def gradient(x{_argument(batched)}):", *_inner(_chosen(lines, text, batched))))
    if hessian:
        bend = loss.written_bend if text.single else loss.written_bends
        slopes = [f"slope = {loss.written_slope}"] if "slope" in "".join(text.hessian) else []
        lines = [*text.scores, *slopes, f"bend = {bend}", *text.hessian, scaled]
        made.append((f"def hessian(x{_argument(batched)}):", *_inner(_chosen(lines, text, batched))))
    samples, draws = _samples(problem, text)
    return Code(tuple(samples), tuple(made), draws)


def in_torch(problem: DataProblem, batched: bool) -> Code:
    """The samples as tensors, and f alone."""
    text, loss = problem.model.written(problem.table), problem.loss
    body = [*(_in_torch(line) for line in text.scores), f"return {loss.torch}"]
    samples, draws = _samples(problem, text)
    samples.append("inputs, targets = torch.from_numpy(inputs), torch.from_numpy(targets)")
    return Code(tuple(samples), (_function(problem, text, body, batched),), draws)


def _in_torch(line: str) -> str:
    return re.sub(r"\bsigmoid\(", "torch.sigmoid(", line.replace("np.", "torch."))


def _function(problem: DataProblem, text: Text, body: Sequence[str], batched: bool) -> tuple[str, ...]:
    """f with what it is and what its parameters are."""
    axes = problem.axes
    shown = ", ".join(axes) if len(axes) <= 6 else f"{axes[0]}, {axes[1]}, …, {axes[-1]}"
    doc = f"{problem.loss.label} of the model on the samples; x = ({shown})."
    lines = [f'"""{doc}"""', *_chosen(body, text, batched)]
    return (f"def f(x{_argument(batched)}):", *_inner(lines))


def _argument(batched: bool) -> str:
    return ", rows=slice(None)" if batched else ""


def _inner(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(INDENT + line for line in lines)


def _chosen(lines: Sequence[str], text: Text, batched: bool) -> list[str]:
    """The lines about the chosen samples A and y alone, where there are batches.

    They are copied, because products round otherwise where numbers lie in memory in another order.
    """
    body = "\n".join(lines)
    if text.single:
        body = body.replace("scores.shape[-1]", "len(scores)")
    if batched:
        targets = "targets[rows]" if text.single else "targets[:, rows]"
        chosen = {"inputs": ("A", "inputs[:, rows]"), "targets": ("y", targets)}
        used = [name for name in chosen if name in body]
        copy = "" if "torch." in body else ".copy()"
        head = ", ".join(chosen[name][0] for name in used), ", ".join(chosen[name][1] + copy for name in used)
        for name in used:
            body = body.replace(name, chosen[name][0])
        body = " = ".join(head) + "\n" + body
    return body.split("\n")


def _samples(problem: DataProblem, text: Text) -> tuple[list[str], tuple[tuple[str, ...], ...]]:
    """The lines that make features and targets, and the functions that these call."""
    table, data = problem.table, problem.data
    cells = table.features.size + table.targets.size
    draws: tuple[tuple[str, ...], ...] = ()
    if isinstance(data, Csv) and cells > MOST_NUMBERS:
        lines, draws = ["features, targets = samples()"], (file.reader(data, table),)
    elif cells <= FEW or isinstance(data, Csv):
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
    if problem.model.bias:
        lines.append("inputs = np.vstack([*features.T, np.ones(len(features))])  # samples stand in columns")
    else:
        lines.append("inputs = features.T.copy()  # samples stand in columns")
    if table.task == CLASSES and not isinstance(problem.model, Logistic):
        lines.append(f"targets = np.eye({table.outputs})[targets[:, 0].astype(int)].T.copy()")
    else:
        lines.append("targets = targets[:, 0]" if text.single else "targets = targets.T.copy()")
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
    "    epoch, place = divmod(step, -(-len(features)//size))",
    "    order = np.random.default_rng((seed, epoch, 1)).permutation(len(features))",
    "    return order[place*size : (place + 1)*size]",
)
SEQUENTIAL = (
    "def in_order(step, size):",
    '    """The samples of a step, in the order of the data."""',
    "    place = step % -(-len(features)//size)",
    "    return np.arange(len(features))[place*size : (place + 1)*size]",
)
REPLACEMENT = (
    "def drawn(step, size, batches):",
    '    """The samples of a step, each drawn anew; the last step of an epoch may have fewer batches."""',
    "    epoch = -(-len(features)//size)",
    "    count = min(batches, epoch - step % -(-epoch//batches)*batches)",
    "    rng = np.random.default_rng((seed, step, 2))",
    "    return rng.integers(len(features), size=count*min(size, len(features)))",
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
