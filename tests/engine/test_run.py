"""Runs: recorded exactly, ended in words."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import BLOCK, Run, Task
from gdviz.engine.status import CONVERGED, DIVERGED, OUT_OF_STEPS, RUNNING, STALLED
from gdviz.engine.sweep import CHUNK, ends
from gdviz.spec import declared


def run(objective: str, optimizer: str, *starts: tuple[float, ...], steps: int = 0, **task: Any) -> Run:
    made = Run(Task(Objective.parse(objective), Optimizer.parse(optimizer), starts, **task))
    made.extend_to(steps)
    return made


def test_that_a_diverging_run_stops_at_its_last_finite_point() -> None:
    made = run("parabola", "gradient-descent:lr=1.1", (10.0,), steps=5000)
    assert made.ended
    last = made.trajectory.steps
    assert made.last[0] == last
    assert abs(made.trajectory.x[last][0, 0]) <= 1e12 < abs(-1.2 * made.trajectory.x[last][0, 0])
    assert made.status(5000, 1e-6).kind == DIVERGED
    assert made.status(5000, 1e-6).sentence == f"diverged after step {last}"
    assert made.extend(10) == 0


def test_that_rosenbrock_with_a_learning_rate_of_one_ends_finite() -> None:
    made = run("rosenbrock", "gradient-descent:lr=1", (-1.2, 1.0), steps=100)
    assert made.ended
    for column in (made.trajectory.x, made.trajectory.loss, made.trajectory.grad_norm):
        assert np.isfinite(column.rows()).all()


def test_that_only_the_diverging_rows_of_a_batch_stand_still() -> None:
    together = run("rosenbrock", "momentum:lr=0.0005", (9.0, 9.0), (0.0, 0.0), steps=300)
    alone = run("rosenbrock", "momentum:lr=0.0005", (0.0, 0.0), steps=300)
    assert together.last.tolist() == [
        run("rosenbrock", "momentum:lr=0.0005", (9.0, 9.0), steps=300).last[0],
        -1,
    ]
    assert np.array_equal(together.trajectory.x.rows()[:, 1], alone.trajectory.x.rows()[:, 0])
    assert together.trajectory.steps == 300
    frozen = together.trajectory.x.rows(int(together.last[0]))[:, 0]
    assert (frozen == frozen[0]).all()


def test_that_a_start_where_nothing_is_finite_diverges_at_once() -> None:
    made = run("cosh", "gradient-descent", (1e9,), steps=10)
    assert made.status(10, 1e-6).kind == DIVERGED
    assert made.last[0] == 0


def test_that_extending_in_pieces_records_the_same() -> None:
    whole = run("ravine", "adam", (-5.0, -2.0), steps=500, noise=0.5, seed=3)
    pieces = run("ravine", "adam", (-5.0, -2.0), noise=0.5, seed=3)
    for piece in (1, 2, BLOCK - 1, BLOCK, BLOCK + 1, 7):
        pieces.extend(piece)
    pieces.extend_to(500)
    for name in ("x", "loss", "grad_norm", "counts"):
        assert np.array_equal(getattr(whole.trajectory, name).rows(), getattr(pieces.trajectory, name).rows())


def test_that_a_step_can_be_taken_again_from_any_recorded_memory() -> None:
    made = run("himmelblau", "adam:noise=0.3", (-0.5, -4.0), steps=80, seed=7)
    again = run("himmelblau", "adam:noise=0.3", (-0.5, -4.0), seed=7)
    for k in (63, 5, 40):
        oracle = again._oracle
        oracle.step = k
        x, _ = made.task.optimizer.step(made.trajectory.x[k], made.trajectory.remembered(k), oracle)
        assert np.array_equal(x, made.trajectory.x[k + 1])


def test_that_recorded_rows_cannot_be_written() -> None:
    made = run("ravine", "momentum", (-5.0, -2.0), steps=3)
    for column in (made.trajectory.x, made.trajectory.loss, made.trajectory.memory["v"]):
        with pytest.raises(ValueError, match="read-only"):
            column.rows()[0] = 0.0


def test_that_recording_the_loss_costs_the_optimizer_nothing() -> None:
    made = run("rosenbrock", "newton", (-1.2, 1.0), (0.0, 0.0), steps=5)
    assert made.trajectory.counts[5].tolist() == [[0, 0], [5, 5], [5, 5], [0, 0]]


def test_that_convergence_is_noted_and_does_not_stop_the_run() -> None:
    made = run("parabola", "gradient-descent:lr=0.2", (10.0,), steps=100)
    status = made.status(100, 1e-6)
    assert status.kind == CONVERGED
    assert made.trajectory.steps == 100
    k = status.step
    x, slope = made.trajectory.x.rows()[:, 0, 0], made.trajectory.grad_norm.rows()[:, 0]
    small = (slope <= 1e-6) & (np.abs(np.diff(x, prepend=np.inf)) <= 1e-6)
    assert small[k:].all()
    assert not small[k - 1]


def test_that_a_ball_rolling_through_the_minimum_has_not_arrived() -> None:
    made = run("parabola", "momentum:lr=0.02,momentum=0.99", (1.0,), steps=60)
    assert (made.trajectory.grad_norm.rows() < 0.1).any()
    assert made.status(60, 0.1).kind == OUT_OF_STEPS


@pytest.mark.parametrize(("objective", "optimizer", "start", "kind", "words"), [
    ("x-cos", "newton", (10.0,), CONVERGED, "at a maximum"),
    ("x-cos", "gradient-descent:lr=0.3", (10.0,), CONVERGED, "at a minimum"),
    ("saddle", "gradient-descent", (2.5, 0.0), CONVERGED, "at a saddle point"),
    ("rosenbrock", "gradient-descent:lr=0.0001", (-1.2, 1.0), OUT_OF_STEPS, "has not converged after 200"),
])  # fmt: skip
def test_that_the_outcome_says_where_a_run_ended(
    objective: str, optimizer: str, start: tuple[float, ...], kind: str, words: str
) -> None:
    status = run(objective, optimizer, start, steps=200).status(200, 1e-6)
    assert status.kind == kind
    assert words in status.sentence


def test_that_a_run_that_is_not_yet_computed_is_running() -> None:
    assert run("ravine", "adam", (-5.0, -2.0), steps=10).status(60, 1e-6).kind == RUNNING


@declared
class _Line(Objective):
    """f(x) = x: its Hessian is 0 everywhere, and it has no minimum."""

    kind = "line"
    label = "Line"
    about = "Downhill for ever."
    formula = "x"
    box = ((-1.0, 1.0),)
    start = (0.0,)

    def value(self, x: Array) -> Array:
        return x[:, 0].copy()

    def gradient(self, x: Array) -> Array:
        return np.ones_like(x)

    def hessian(self, x: Array) -> Array:
        return np.zeros((len(x), 1, 1))


def test_that_a_singular_hessian_is_an_outcome_in_words() -> None:
    made = Run(Task(_Line(), Optimizer.parse("newton"), ((0.0,),)))
    made.extend_to(20)
    status = made.status(20, 1e-6)
    assert status.kind == STALLED
    assert "Hessian is singular" in status.sentence
    assert np.array_equal(made.trajectory.x[20], [[0.0]])


def test_that_200_learning_rates_in_one_batch_equal_200_single_runs() -> None:
    rates = np.geomspace(1e-4, 1e-2, 200)
    start = (-1.2, 1.0)
    for kind in ("gradient-descent", "momentum", "adam"):
        made, rosenbrock = Optimizer.named(kind), Objective.parse("rosenbrock")
        sweep = Run(Task(rosenbrock, made(lr=rates[:, None]), (start,) * 200))
        sweep.extend_to(100)
        for row, rate in enumerate(rates):
            single = Run(Task(rosenbrock, made(lr=float(rate)), (start,)))
            single.extend_to(100)
            steps = single.trajectory.steps + 1
            assert np.array_equal(sweep.trajectory.x.rows(0, steps)[:, row], single.trajectory.x.rows()[:, 0])
            assert np.array_equal(
                sweep.trajectory.loss.rows(0, steps)[:, row], single.trajectory.loss.rows()[:, 0]
            )


def test_that_a_sweep_ends_where_the_recorded_runs_end() -> None:
    starts = np.random.default_rng(0).uniform(-2, 2, (CHUNK + 5, 2))
    rosenbrock, adam = Objective.parse("rosenbrock"), Optimizer.parse("adam")
    found = ends(rosenbrock, adam, starts, 30)
    for row in (0, 17, CHUNK - 1, CHUNK, CHUNK + 4):
        single = Run(Task(rosenbrock, adam, (tuple(starts[row]),)))
        single.extend_to(30)
        assert np.array_equal(found[row], single.trajectory.x[30][0])
