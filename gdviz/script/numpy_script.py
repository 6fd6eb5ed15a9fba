"""A scenario as a program that needs only NumPy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.run import Run
from gdviz.scenario import Scenario
from gdviz.script import data, objective, rule
from gdviz.script.layout import INDENT
from gdviz.script.program import Program, Script, block, lost, quoted, settings
from gdviz.script.rule import Written
from gdviz.script.schedules import Schedules

SOUND = (
    "def sound(x):",
    '    """Whether a run can go on from x: it has not diverged."""',
    "    return np.all(np.abs(x) <= 1e12) and np.all(np.isfinite([f(x), *gradient(x)]))",
)


def numpy_script(scenario: Scenario, runs: Sequence[Run]) -> Script:
    """The program. runs: the recordings of the scenario's tasks, to its last step.

    A run that cannot be written is left out, and a comment says why. Raises SpecError where none is left.
    """
    program = Program("NumPy", ("numpy as np",))
    schedules = Schedules()
    parts: list[tuple[str, Written, bool]] = []
    for name, run in program.possible(scenario, runs):
        scheduled = schedules.name(run.task.optimizer) if rule.changes(run.task.optimizer) else ""
        with program.leaving_out(name):
            part = rule.written(run.task, scenario.steps, scheduled)
            parts.append((name, part, lost(run, scenario.steps)))
    program.require(len(parts))
    used = set().union(*(part.names for _, part, _ in parts))
    diverges = any(ended for _, _, ended in parts)
    wanted = "gradient" in used or diverges, "hessian" in used
    batches = [part.batch for _, part, _ in parts if part.batch]
    if isinstance(scenario.objective, DataProblem):
        code = data.in_numpy(scenario.objective, *wanted, bool(batches))
    else:
        code = objective.in_numpy(scenario.objective, *wanted)
    for function in code.draws:
        program.define(function)
    program.add(code.constants, 2 if code.draws else 1)
    used |= {name for function in code.functions for line in function for name in rule.names(line)}
    for function in (*code.functions, *rule.helpers(used), *schedules.functions(), *dict.fromkeys(batches)):
        program.define(function)
    if diverges:
        program.define(SOUND)
    lines = [line for _, part, _ in parts for line in (*part.loop, *part.batch)]
    random = any("(seed, " in line for line in lines)
    idle = any(re.search(r"/(np\.)?dot\(", line) for line in lines)  # 0/0 where a run stands still
    quiet = diverges or idle
    if quiet:
        program.add(['np.seterr(all="ignore")'], 2)
    program.add(settings(scenario, random, "np.array"), 1 if quiet else 2)
    for name, part, ended in parts:
        program.run(name, _run(name, part, ended, len(scenario.starts) > 1), part.numbers)
    return program.whole()


def _run(name: str, part: Written, ended: bool, several: bool) -> list[str]:
    """The lines that take all steps of a run, from each start."""
    loop = [*(["before = x"] if ended else []), *part.loop]
    if ended:
        loop += ["if not sound(x):  # it has diverged", "    x = before", "    break"]
    read = {name for line in loop for name in rule.names(line)}
    lines = ["x = start.copy()", *part.before]
    if "t" in read and "step" not in read:
        lines.append("for t in range(1, steps + 1):")
    else:
        lines.append("for step in range(steps):")
        if "t" in read:
            loop.insert(0, "t = step + 1")
    lines += [INDENT + line for line in loop]
    lines.append(f"print({quoted(name)}, x.tolist(), f(x))")
    return block("for start in starts:", lines) if several else lines
