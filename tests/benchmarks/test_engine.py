"""The engine's step against torch's: ratios of the fastest of interleaved rounds within one process.

`python -m pytest tests/benchmarks/test_engine.py -s` prints the figures; the default run leaves them out, and
without torch nothing is collected. torch computes the gradient by autograd from the formula and takes
`optimizer.step()`; both sides start from the same points in double precision. The engine uses one thread.
torch is measured twice, with its default threads and with one, and the faster of the two counts.

One start: nearly all of a recorded step is the fixed cost, about half a microsecond, of some 25 NumPy calls
on one row: a quarter in the gradient, a tenth in recording. torch pays the same for building and walking the
graph of a dozen operations, several times over.

Many starts: the engine takes chunks that stay in the cache, and so pays for arithmetic: Adam's square root
and two divisions cost 3 ns a start and step on any library, its ten other passes over two coordinates 3 ns,
the gradient 1 ns, the calls 2 ns. torch pays for memory: each operation walks arrays of 1.6 MB, which its
allocator takes from the system anew and gives back. How much that costs depends on the machine: 15 to 40 ns
a start and step on two quiet cores; where other programs load them, 33 to 56 with one thread and beyond 140
with the default two, which wait for each other. Measured so, one start: 9 to 10 times faster; many starts:
gradient descent 7.8 times faster than one thread of torch and 47 than two, momentum 7.0 and 30, Adam 4.0 and
19; on quiet cores about 8, 5 and 2.5 times faster than two. The bars for many starts are therefore lower than
an eighth: they hold against the faster of torch's two on either machine.
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
MANY = {"gradient-descent": 4.0, "momentum": 3.0, "adam": 1.5}  # times faster: 100 000 starts × 100 steps
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
        assert own >= MANY[kind]
