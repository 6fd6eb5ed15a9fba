"""The engine's step against torch's: ratios of the fastest of interleaved rounds within one process.

`python -m pytest tests/benchmarks/test_engine.py -s` prints the figures; the default run leaves them out, and
without torch nothing is collected. torch computes the gradient by autograd from the formula and takes
`optimizer.step()`; both sides start from the same points in double precision. The engine uses one thread.
torch is measured twice, with its default threads and with one, and the faster of the two counts.

One start: nearly all of a recorded step is the fixed cost, about half a microsecond, of some 25 NumPy calls
on one row: a quarter in the gradient, a tenth in recording. torch pays the same for building and walking the
graph of a dozen operations, several times over.

Many starts: an eighth of torch's time is not reached. The engine takes chunks that stay in the cache, and
so pays for arithmetic alone, on one thread: of Adam's 8.4 ns a start and step 3.4 go to its square root and
two divisions, 4 to its ten other passes over two coordinates, 1 to the gradient. torch pays for memory
besides: each operation walks arrays of 1.6 MB. How much that costs depends on the machine: on two quiet
cores 5 to 7 ns for gradient descent, 8 to 12 for momentum, 9 to 11 for Adam with two threads and 9, 11 and
18 with one, so that the engine is 2.2 to 3, 3 to 4 and 1.2 times faster than two threads, 4, 4 and 2.1
times faster than one; where other programs load the cores torch takes 30 to 140 ns, and the engine is 4 to
47 times faster. An eighth of the best that torch did here is 1.3 ns, less than the square root and the
divisions alone take on two cores (`floor`, printed with the figures): no order of NumPy's operations gets
there. The bars for many starts are therefore lower: they hold against the faster of torch's two on either
machine.
"""

from __future__ import annotations

import importlib.util
import time

import numpy as np
import pytest

from gdviz.engine import catalogue as catalogue
from gdviz.engine import sweep
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task

ROSENBROCK = Objective.parse("rosenbrock")
ALONE = 8.0  # times faster than torch: one recorded Adam step from one start
MANY = {"gradient-descent": 1.8, "momentum": 1.8, "adam": 1.0}  # times faster: 100 000 starts × 100 steps
BATCH, STEPS = 100_000, 100


def fastest(calls, rounds):
    """The least seconds that each call took, in rounds that take turns, so that load meets all alike."""
    least = dict.fromkeys(calls, np.inf)
    for _ in range(rounds):
        for name, call in calls.items():
            begin = time.perf_counter()
            call()
            least[name] = min(least[name], time.perf_counter() - begin)
    return least


def floor(rounds=20, repeats=200):
    """Seconds that one square root and two divisions of both coordinates take, in the cache: Adam's least."""
    rows = np.random.default_rng(0).uniform(0.5, 1.5, 2 * sweep.CHUNK // 3)
    room = np.empty_like(rows)

    def once():
        for _ in range(repeats):
            np.sqrt(rows, out=room)
            np.divide(room, 0.99, out=room)
            np.divide(rows, room, out=room)

    return 2 * fastest({"once": once}, rounds)["once"] / repeats / len(rows)


if importlib.util.find_spec("torch") is not None:
    import torch

    MADE = {
        "gradient-descent": lambda x: torch.optim.SGD(x, lr=5e-4),
        "momentum": lambda x: torch.optim.SGD(x, lr=5e-4, momentum=0.9),
        "adam": lambda x: torch.optim.Adam(x, lr=0.01),
    }
    TYPED = {
        "gradient-descent": "gradient-descent:lr=0.0005",
        "momentum": "momentum:lr=0.0005",
        "adam": "adam:lr=0.01",
    }

    def walk(kind, starts, steps, threads):
        """torch's points after `steps` steps from starts (…, 2)."""
        torch.set_num_threads(threads)
        x = torch.tensor(starts, dtype=torch.float64, requires_grad=True)
        optimizer = MADE[kind]([x])
        for _ in range(steps):
            optimizer.zero_grad()
            u, v = x.unbind(-1)
            ((1 - u) ** 2 + 100 * (v - u * u) ** 2).sum().backward()
            optimizer.step()
        return x.detach().numpy()

    def compare(title, kind, own, starts, steps, rounds):
        """How many times faster `own` is than the faster of torch's two; figures go to stdout."""
        threads = torch.get_num_threads()
        calls = {
            "own": own,
            "torch, default threads": lambda: walk(kind, starts, steps, threads),
            "torch, one thread": lambda: walk(kind, starts, steps, 1),
        }
        least = fastest(calls, rounds)
        torch.set_num_threads(threads)
        each = 1e9 / (steps * (starts.size // 2))
        figures = ", ".join(f"{name} {seconds * each:.1f} ns" for name, seconds in least.items())
        times = [least[name] / least["own"] for name in list(calls)[1:]]
        print(f"\n{title}, {kind}: a start and step: {figures}; {times[0]:.1f} and {times[1]:.1f} times")
        return min(times)

    def test_that_a_recorded_adam_step_takes_at_most_an_eighth_of_torchs():
        def own():
            run = Run(Task(ROSENBROCK, Optimizer.parse(TYPED["adam"]), ((-1.2, 1.0),)))
            run.extend(500)
            assert run.trajectory.steps == 500

        assert compare("one start", "adam", own, np.array((-1.2, 1.0)), 500, 15) >= ALONE

    @pytest.mark.parametrize("kind", MANY)
    def test_that_a_hundred_thousand_starts_are_faster_than_torchs(kind):
        starts = np.random.default_rng(0).uniform((-2, -1), (2, 3), (BATCH, 2))
        method = Optimizer.parse(TYPED[kind])
        ends = sweep.ends(ROSENBROCK, method, starts, STEPS)
        alike = np.isclose(ends, walk(kind, starts, STEPS, torch.get_num_threads()), rtol=1e-9, atol=0)
        assert alike.mean() > 0.999  # a few starts lie where rounding grows
        own = compare("many starts", kind, lambda: sweep.ends(ROSENBROCK, method, starts, STEPS),
                      starts, STEPS, 3)
        print(f"Adam's square root and divisions alone: {floor() * 1e9:.1f} ns on one core")
        assert own >= MANY[kind]
