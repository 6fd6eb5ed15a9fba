"""One run as lines of NumPy: its numbers, its memory before the first step, and the loop of its rule."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from gdviz.engine.optimizer import FirstOrder, Optimizer
from gdviz.engine.run import Task
from gdviz.engine.schedules.constant import Constant
from gdviz.script.data import dealt
from gdviz.script.functions import FUNCTIONS
from gdviz.script.layout import INDENT
from gdviz.values import SpecError

NUMPY = {
    "sqrt": "np.sqrt", "sign": "np.sign", "where": "np.where", "clip": "np.clip", "max": "np.maximum",
    "min": "np.minimum", "abs": "np.abs", "dot": "np.dot", "outer": "np.outer", "solve": "np.linalg.solve",
    "norm": "np.linalg.norm", "cond": "np.linalg.cond", "diag": "np.diag", "exp": "np.exp", "log": "np.log",
    "log10": "np.log10", "sin": "np.sin", "cos": "np.cos", "tan": "np.tan", "tanh": "np.tanh",
    "floor": "np.floor",
}  # fmt: skip
PROBE = np.array([[0.3, 0.7]])  # a start whose coordinates differ from each other and from usual parameters


@dataclass
class Written:
    """A run as code.

    numbers: lines that name its numbers; before: lines before the first step; loop: lines of a step; names:
    all names that stand in these; batch: the function that deals out its batches, or nothing.
    """

    numbers: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    loop: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    batch: tuple[str, ...] = ()


def written(task: Task, steps: int, scheduled: str = "") -> Written:
    """The run of a task. scheduled: the name of the function that gives the learning rate, if it changes.

    Raises SpecError where the method has no script for this task.
    """
    optimizer = task.optimizer
    batched = not task.batches.full(task.objective.terms)
    if optimizer.repeats and (task.noise or batched or not task.batches.zero_grad):
        raise SpecError("{kind}: with noise or batches there is no script for it", kind=optimizer.kind)
    loop = [*_scheduled(scheduled), *_noisy(task, _loop(optimizer, steps))]
    before = _before(optimizer, steps)
    found = Written(before=[*before, *([] if task.batches.zero_grad else ["total = np.zeros_like(x)"])])
    sums = _sums(optimizer, task.objective.dimension)
    found.loop = [numpy(line, sums) for line in loop]
    if batched:
        sizes, rows, found.batch = dealt(task.batches)
        asked = re.compile(r"\b(f|gradient|hessian)\(x\)")
        found.loop = [rows, *(asked.sub(r"\1(x, rows)", line) for line in found.loop)]
    found.names = {name for line in [*before, *found.loop] for name in names(line)}
    for helper in helpers(found.names):
        found.names |= {name for line in helper for name in names(line)}
    found.numbers = [*_numbers(task, found.names, bool(scheduled)), *(sizes if batched else [])]
    if scheduled:
        found.before = [re.sub(r"\blr\b", "base_lr", line) for line in found.before]
    return found


def names(line: str) -> set[str]:
    """The names in a line of code; a sentence about the code has none."""
    if line.lstrip().startswith('"""'):
        return set()
    return set(re.findall(r"(?<![\w.])[A-Za-z_]\w*", line.partition("#")[0]))


def numpy(line: str, sums: Mapping[str, str] = NUMPY) -> str:
    """A line in the language of the rules as NumPy. sums: how dot and norm are spelled."""
    spelled = {**NUMPY, **sums}
    line = line.replace("abs(H)", "absolute(H)")
    line = re.sub(r"(?<![\w.])I(?!\w)", "np.eye(len(x))", line)
    if sums["norm"] == "np.hypot":
        line = re.sub(r"\bnorm\((?=\w+\))", "norm(*", line)
    return re.sub(r"(?<![\w.])([a-z]+)\(", lambda found: spelled.get(found[1], found[1]) + "(", line)


def _sums(optimizer: Optimizer, dimension: int) -> dict[str, str]:
    """How dot and norm are spelled so that they round as in the run: BLAS adds in an order of its own."""
    exact = optimizer.repeats or dimension > 2
    length = {1: "np.linalg.norm", 2: "np.hypot"}.get(dimension, "norm")
    return {"dot": "dot" if exact else "np.dot", "norm": length}


def helpers(used: set[str]) -> list[tuple[str, ...]]:
    """The functions beside the objective's that the names in lines of scripts call."""
    found: list[tuple[str, ...]] = []
    for name, text in reversed(FUNCTIONS.items()):
        if name in used or any(name in names(line) for function in found for line in function):
            found.insert(0, tuple(text.strip().splitlines()))
    return found


def _scheduled(name: str) -> list[str]:
    return [f"lr = {name}(base_lr, step)"] if name else []


def _noisy(task: Task, lines: Sequence[str]) -> list[str]:
    """The lines with the noise, and the forgotten zero_grad, of each gradient."""
    found: list[str] = []
    sigma = getattr(task.optimizer, "noise", 0.0) or task.noise
    for line in lines:
        found.append(line)
        if line.strip() == "g = gradient(x)":
            if sigma:
                found.append("g = g + sigma*np.random.default_rng((seed, step)).standard_normal(len(x))")
            if not task.batches.zero_grad:
                found += ["total = total + g  # never set to zero", "g = total"]
    return found


def _loop(optimizer: Optimizer, steps: int) -> list[str]:
    """The lines of a step; where those of the first steps differ, both and which step is meant."""
    last = optimizer.script(max(steps, 1))
    if optimizer.script(1) == last:
        return list(last)
    low, high = 1, steps  # the first form is that of `low`, the last one that of `high`
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if optimizer.script(middle) == last else (middle, high)
    first = optimizer.script(1)
    head = next((i for i, two in enumerate(zip(first, last, strict=False)) if two[0] != two[1]), 0)
    tail = 0
    while tail < min(len(first), len(last)) - head and first[-1 - tail] == last[-1 - tail]:
        tail += 1
    early, late = first[head : len(first) - tail], last[head : len(last) - tail]
    shared = last[len(last) - tail :]
    if not early:
        condition = "t > 1" if high == 2 else f"t >= {high}"
        return [*last[:head], f"if {condition}:", *_inner(late), *shared]
    condition = "t == 1" if high == 2 else f"t < {high}"
    return [*last[:head], f"if {condition}:", *_inner(early), "else:", *_inner(late), *shared]


def _inner(lines: Sequence[str]) -> list[str]:
    return [INDENT + line for line in lines]


def _needed(lines: Sequence[str]) -> tuple[set[str], set[str]]:
    """The names that are read before they are given a value, and those that are given one."""
    read: set[str] = set()
    made: set[str] = set()
    for line in lines:
        left, equals, right = line.partition(" = ")
        read |= names(right if equals else line) - made
        if equals:
            made |= names(left)
    return read, made


def _before(optimizer: Optimizer, steps: int) -> list[str]:
    """The memory before the first step, as far as the steps read it."""
    own = optimizer.prepared()
    if own is not None:
        return [numpy(line) for line in own]
    read, made = _needed(optimizer.script(1))
    later, _ = _needed(optimizer.script(max(steps, 1)))
    memory = optimizer.init(PROBE)
    return [f"{name} = {_value(optimizer, np.asarray(getattr(memory, name))[0])}"
            for name in memory._fields if name in read | (later - made)]


def _value(optimizer: Optimizer, value: np.ndarray) -> str:
    """What a field of the memory is before the first step, made from x."""
    if value.ndim == 2:
        return "np.eye(len(x))"
    if value.shape == (2,) and (value == PROBE[0]).all():
        return "x.copy()"
    number = float(value.ravel()[0])
    if value.shape == (1,):
        return _named(optimizer, number)
    return f"np.full_like(x, {_named(optimizer, number)})" if number else "np.zeros_like(x)"


def _named(optimizer: Optimizer, number: float) -> str:
    """The parameter that has this value, or the number itself."""
    known = (name for name in optimizer.params() if number not in (0.0, 1.0)
             and isinstance(getattr(optimizer, name), float) and getattr(optimizer, name) == number)
    return next(known, repr(number))


def _numbers(task: Task, used: set[str], scheduled: bool) -> list[str]:
    """The lines that name the numbers of a run."""
    optimizer = task.optimizer
    values = {name: getattr(optimizer, name) for name in optimizer.params()}
    values |= optimizer.given(task.objective)
    values["sigma"] = values.get("noise") or task.noise
    lines = []
    for name, value in values.items():
        if name in used and isinstance(value, int | float) and not isinstance(value, bool):
            shown = "base_lr" if name == "lr" and scheduled else name
            lines.append(f"{shown} = {value!r}")
    return lines


def changes(optimizer: Optimizer) -> bool:
    """Whether its learning rate is that of a schedule."""
    return isinstance(optimizer, FirstOrder) and not isinstance(optimizer.schedule, Constant)

