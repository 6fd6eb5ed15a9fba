"""The computational graph in pictures and as text: as vectors, of one sample, with every number."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gdviz import library
from gdviz.cli import main
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.run import Run
from gdviz.export.render import render
from gdviz.picture import Picture
from gdviz.values import SpecError

GRAPH = Picture(views=("graph",), width=420, height=420, at=3)


def short(name: str):
    return replace(library.shipped(name), steps=4)


def test_that_the_graph_is_drawn_in_every_format(tmp_path: Path) -> None:
    for ending in (".png", ".svg", ".pdf"):
        render(short("network-moons"), tmp_path / f"made{ending}", GRAPH)
    with Image.open(tmp_path / "made.png") as image:
        assert image.size == (420, 420)
    svg = (tmp_path / "made.svg").read_text(encoding="utf-8")
    assert "<image" not in svg
    assert "<text" not in svg
    assert svg.count("<path") > 40  # a formula or number each
    assert svg.count("<rect") > 60  # squares of weights
    assert len((tmp_path / "made.pdf").read_bytes()) > 8000


def test_that_a_picture_shows_the_sample_and_the_step_that_it_is_told(tmp_path: Path) -> None:
    seen = []
    for number, wanted in enumerate((GRAPH, replace(GRAPH, sample=2), replace(GRAPH, sample=3),
                                     replace(GRAPH, at=4))):
        path = tmp_path / f"{number}.png"
        render(short("three-points"), path, wanted)
        seen.append(path.read_bytes())
    assert len(set(seen)) == len(seen)


def test_that_the_graph_takes_the_landscapes_place_in_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "made.png"
    render(short("batches"), path, replace(GRAPH, views=("data", "graph", "loss"), width=700))
    for other in ("contour", "landscape", "surface"):
        with pytest.raises(SpecError, match=f"{other}.*graph' can't be in one picture"):
            render(short("batches"), path, replace(GRAPH, views=(other, "graph")))
    with pytest.raises(SpecError, match="'graph' can't show ravine; did you mean 'contour'"):
        render(short("ravine"), path, GRAPH)


@pytest.mark.parametrize("name", ["batches", "network-wave"])
def test_that_explain_tells_the_graph_in_full(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name, "--at", "2", "--run", "1"]) == 0
    told = capsys.readouterr().out.partition("computational graph on ")[2]
    task = library.shipped(name).tasks()[1]
    record = Run(task)
    record.extend_to(2)
    problem = task.objective
    assert isinstance(problem, DataProblem)
    index = task.batches.samples(2, problem.terms, task.seed)
    graph = problem.graph(record.trajectory.x[2][0], index)
    assert f"{len(index)} samples" in told or f"batch of {len(index)} " in told
    numbers = [float(number) for number in re.findall(r"-?\d[\d.]*(?:e[-+]?\d+)?", told)]
    for node in graph.nodes:
        for part in graph.seen(node):
            if part is not None:
                assert np.isin(np.ravel(part), numbers).all(), node.name
    assert "gradient check passed" in told


def test_that_explain_says_nothing_of_a_graph_without_samples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "ravine", "--at", "2"]) == 0
    assert "graph" not in capsys.readouterr().out
