"""A scenario as a program for PyTorch, with its gradients, its optimizers and its schedules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objectives.formula import Formula
from gdviz.engine.optimizer import FirstOrder
from gdviz.engine.run import Run, Task
from gdviz.engine.schedule import Schedule
from gdviz.engine.schedules.constant import Constant
from gdviz.scenario import Scenario
from gdviz.script import data, objective
from gdviz.script.data import dealt
from gdviz.script.layout import INDENT, WIDTH
from gdviz.script.program import Program, Script, block, lost, quoted, settings
from gdviz.script.schedules import Schedules
from gdviz.values import SpecError

SCHEDULERS = "torch.optim.lr_scheduler"
# Arguments that torch leaves off when they are 0 or False, as it does by itself.
OFF = ("weight_decay", "momentum", "dampening", "nesterov", "amsgrad", "centered", "lr_decay", "maximize",
       "initial_accumulator_value", "decoupled_weight_decay", "eta_min", "three_phase")  # fmt: skip
SOUND = (
    "def sound(x):",
    '    """Whether a run can go on from x: it has not diverged."""',
    "    (gradient,) = torch.autograd.grad(f(x), x)",
    "    return bool((x.abs() <= 1e12).all() and f(x).isfinite() and gradient.isfinite().all())",
)


def torch_script(scenario: Scenario, runs: Sequence[Run]) -> Script:
    """The program. runs: the recordings of the scenario's tasks, to its last step.

    A run whose method torch has not is left out, and a comment says so. Raises SpecError where none is left.
    """
    program = Program("PyTorch", ("torch",))
    schedules = Schedules()
    dealers: dict[tuple[str, ...], None] = {}
    parts: list[tuple[str, list[str], bool]] = []
    for name, run in program.possible(scenario, runs):
        with program.leaving_out(name):
            ended = lost(run, scenario.steps)
            lines = _run(name, run.task, scenario.steps, ended, schedules)
            if not run.task.batches.full(scenario.objective.terms):
                dealers.setdefault(dealt(run.task.batches)[2])
            several = len(scenario.starts) > 1
            parts.append((name, block("for start in starts:", lines) if several else lines, ended))
    program.require(len(parts))
    value = scenario.objective
    if isinstance(value, Formula) and value.constant:
        raise SpecError("{kind}: the formula is a constant, which torch cannot differentiate",
                        kind=value.kind)
    if isinstance(scenario.objective, DataProblem):
        code = data.in_torch(scenario.objective, bool(dealers))
    else:
        code = objective.in_torch(scenario.objective)
    program.add(["torch.set_default_dtype(torch.float64)"])
    for function in code.draws:
        program.define(function)
    program.add(code.constants, 2 if code.draws else 1)
    for function in (*code.functions, *schedules.functions(), *dealers):
        program.define(function)
    if any(ended for _, _, ended in parts):
        program.define(SOUND)
    random = bool(dealers) or any("(seed, " in line for _, lines, _ in parts for line in lines)
    program.add(settings(scenario, random, "torch.tensor"), 2)
    for name, lines, _ in parts:
        program.run(name, lines, ())
    return program.whole()


def _run(name: str, task: Task, steps: int, ended: bool, schedules: Schedules) -> list[str]:
    """The lines that take all steps of a run from one start; raises SpecError where torch cannot."""
    optimizer = task.optimizer
    found = optimizer.torch()
    if found is None or not isinstance(optimizer, FirstOrder):
        raise SpecError("{kind}: torch.optim has no such method", kind=optimizer.kind)
    limits = {"norm": optimizer.clip_norm, "value": optimizer.clip_value}
    clipped = [f"torch.nn.utils.clip_grad_{name}_([x], {limit!r})" for name, limit in limits.items() if limit]
    if clipped and not task.batches.zero_grad:
        raise SpecError("{kind}: torch would clip the sum of the gradients itself", kind=optimizer.kind)
    kind, arguments = found
    given = {"lr": optimizer.lr} | arguments
    kept = {key: value for key, value in given.items() if value or key not in OFF or kind == "AdamW"}
    lines = ["x = start.clone().requires_grad_()", *_call("optimizer = torch.optim." + kind, ["[x]"], kept)]
    advance: list[str] = []
    if not isinstance(optimizer.schedule, Constant):
        made, guard = _scheduler(optimizer, steps, schedules)
        lines += made
        advance = [guard, INDENT + "scheduler.step()"] if guard else ["scheduler.step()"]
    noise, loss = optimizer.noise or task.noise, "f(x)"
    rows: list[str] = []
    if not task.batches.full(task.objective.terms):
        numbers, row, _ = dealt(task.batches)
        lines, rows, loss = [*numbers, *lines], [row], "f(x, rows)"
    forgotten = not task.batches.zero_grad
    loop = [
        *(["before = x.detach().clone()"] if ended else []),
        *rows,
        *([] if forgotten else ["optimizer.zero_grad()"]),
        f"{loss}.backward()" + ("  # the gradient is never set to zero" if forgotten else ""),
        *(["noise = np.random.default_rng((seed, step)).standard_normal(len(x))",
           f"x.grad += {noise!r}*torch.from_numpy(noise)"] if noise else []),
        *clipped, "optimizer.step()", *advance,
    ]
    if ended:
        loop += ["if not sound(x):  # it has diverged", "    x = before", "    break"]
    lines += block("for step in range(steps):", loop)
    return [*lines, f"print({quoted(name)}, x.tolist(), f(x).item())"]


def _scheduler(optimizer: FirstOrder, steps: int, schedules: Schedules) -> tuple[list[str], str]:
    """The lines that make the scheduler, and the condition under which it may still be asked to step."""
    schedule: Any = optimizer.schedule
    inner = getattr(schedule, "then", None)
    if inner is None or isinstance(inner, Constant):
        lines = _native("scheduler", schedule, optimizer.lr)
        total = getattr(schedule, "total_steps", steps)
        if lines:
            return lines, f"if step < {total - 1}:" if total < steps else ""
    elif not hasattr(inner, "then") and not hasattr(inner, "total_steps"):
        warmup, then = _native("warmup", schedule, optimizer.lr), _native("then", inner, optimizer.lr)
        if warmup and then:
            milestones = {"milestones": [schedule.steps]}
            return [*warmup, *then, *_call(f"scheduler = {SCHEDULERS}.SequentialLR",
                                           ["optimizer", "[warmup, then]"], milestones)], ""
    name = schedules.name(optimizer)
    return [f"scheduler = {SCHEDULERS}.LambdaLR(",
            f"{INDENT}optimizer, lambda step: {name}({optimizer.lr!r}, step) / {optimizer.lr!r})"], ""


def _native(name: str, schedule: Schedule, lr: float) -> list[str]:
    """The lines that make torch's own scheduler, none where it has none."""
    found = schedule.torch()
    if found is None:
        return []
    kind, arguments = found
    given = {"max_lr": lr} | arguments if kind == "OneCycleLR" else arguments
    kept = {key: value for key, value in given.items() if value or key not in OFF}
    return _call(f"{name} = {SCHEDULERS}.{kind}", ["optimizer"], kept)


def _call(head: str, first: list[str], named: Mapping[str, Any]) -> list[str]:
    """A call on one line, or on several where it is too long."""
    parts = [*first, *(f"{key}={_text(value)}" for key, value in named.items())]
    flat = f"{head}({', '.join(parts)})"
    if len(flat) <= WIDTH - len(INDENT):
        return [flat]
    whole = f"{', '.join(parts)},"
    inner = [whole] if len(whole) <= WIDTH - 2 * len(INDENT) else [f"{part}," for part in parts]
    return [f"{head}(", *(INDENT + line for line in inner), ")"]


def _text(value: Any) -> str:
    return quoted(value) if isinstance(value, str) else repr(value)
