"""The figures that known examples must give, through the command line, to the last digit given."""

from __future__ import annotations

import csv
import io

import pytest

from gdviz.cli import main

COSH = (8.000181591, 6.001522749, 4.011398229, 2.082542183, 0.525763159, 0.011785578)


def points(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[float, ...]]:
    """x at every step, from `gdviz run … --csv -`."""
    assert main(["run", *words, "--csv", "-"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    return [tuple(float(row[name]) for name in row if name.startswith("x")) for row in rows]


@pytest.mark.parametrize(("objective", "optimizer", "start", "steps", "x"), [
    ("parabola", "gradient-descent:lr=0.05", "10", 10, 3.4867844009999995),
    ("parabola", "gradient-descent:lr=0.2", "10", 10, 0.06046617599999997),
    ("parabola", "gradient-descent:lr=1.1", "10", 10, 61.917364224000096),
    ("x-cos", "gradient-descent:lr=2", "10", 10, -1.528165927635083),
    ("x-cos", "newton", "10", 10, 26.83413291324767),
    ("x-cos", "newton:lr=0.5", "10", 10, 7.269860168684531),
])  # fmt: skip
def test_that_an_example_ends_where_it_must_to_the_last_digit(
    capsys: pytest.CaptureFixture[str], objective: str, optimizer: str, start: str, steps: int, x: float
) -> None:
    found = points(capsys, "--objective", objective, "--optimizer", optimizer, "--start", start,
                   "--steps", str(steps))
    assert len(found) == steps + 1
    assert found[-1][0] == x


@pytest.mark.parametrize(("objective", "optimizer", "start", "steps", "x", "digits"), [
    ("x-cos", "newton:hessian=absolute", "10", 10, (20.221875666520,), 12),
    ("x-cos", "newton:hessian=absolute,lr=0.5", "10", 10, (7.269860168685,), 12),
    ("elliptic-bowl", "gradient-descent:lr=0.1", "-5,-2", 20, (-0.0576460752, -7.31231688e-5), 10),
    ("ravine", "gradient-descent:lr=0.4", "-5,-2", 20, (-0.943466646, -7.31231688e-5), 9),
    ("ravine", "gradient-descent:lr=0.6", "-5,-2", 20, (-0.387813968, -1673.36511), 5),
])  # fmt: skip
def test_that_an_example_ends_where_it_must(
    capsys: pytest.CaptureFixture[str],
    objective: str, optimizer: str, start: str, steps: int, x: tuple[float, ...], digits: int,
) -> None:  # fmt: skip
    found = points(capsys, "--objective", objective, "--optimizer", optimizer, f"--start={start}",
                   "--steps", str(steps))
    assert found[-1] == pytest.approx(x, rel=0, abs=0.6 * 10.0**-digits)


def test_that_newton_on_cosh_takes_the_known_steps(capsys: pytest.CaptureFixture[str]) -> None:
    found = [x for (x,) in points(capsys, "--objective", "cosh", "--optimizer", "newton", "--start", "10",
                                  "--steps", "10")]
    assert found[1:7] == pytest.approx(COSH, rel=0, abs=6e-10)
    assert found[7] == pytest.approx(1.364e-7, rel=1e-3)
    assert found[8] == pytest.approx(1.9e-22, rel=0.05)
    assert found[9:] == [0.0, 0.0]
