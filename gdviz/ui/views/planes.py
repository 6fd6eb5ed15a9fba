"""Which plane of more than two parameters is shown, and frames as they look in it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.explanation.step import Explanation
from gdviz.engine.objective import Objective, Point
from gdviz.engine.plane import Plane, main_directions, of_parameters
from gdviz.engine.run import Task
from gdviz.engine.trajectory import Column
from gdviz.frame import Frame, Lane
from gdviz.ui.language import Translate
from gdviz.values import SpecError

MAIN = "pca"
STEEP = 10.0  # times the first loss: where a diverging path is left alone


class Made(NamedTuple):
    """From what a plane was made: the first `known` of the task's steps, the whole path or not."""

    chosen: str
    task: Task
    steps: int
    known: int
    whole: bool


class Planes:
    """Turns frames of many parameters into frames of two, which views can draw.

    chosen: `pca` for the main directions of the chosen run's path, or the numbers of two parameters `i,j`;
    where there are no such parameters, the main directions are shown. plane: what is shown, or None. held:
    while the hand has hold of a start, the plane does not follow the path.
    """

    def __init__(self, tr: Translate) -> None:
        self._names = tr("direction 1"), tr("direction 2")
        self.chosen = MAIN
        self.plane: Plane | None = None
        self.held = False
        self._made: Made | None = None
        self._lanes: list[Flat] = []

    @property
    def shown(self) -> str:
        """What is shown, in the words of `chosen`."""
        numbers = self.plane.parameters if self.plane is not None else ()
        return f"{numbers[0]},{numbers[1]}" if numbers else MAIN

    def flat(self, frame: Frame) -> Frame:
        """The frame in its plane; frames of one or two parameters as they are."""
        if frame.objective.dimension <= 2:
            self.plane = self._made = None
            self._lanes.clear()
            return frame
        plane = self._fitting(frame)
        known = self._lanes
        self._lanes = [
            known[i] if i < len(known) and known[i].fits(lane) else Flat(plane, lane.task)
            for i, lane in enumerate(frame.lanes)
        ]
        lanes = tuple(each.show(lane) for each, lane in zip(self._lanes, frame.lanes, strict=True))
        return replace(
            frame, objective=plane, lanes=lanes, explanation=_flat_explanation(plane, frame.explanation)
        )

    def _fitting(self, frame: Frame) -> Plane:
        """The plane of the chosen run, made anew when its path is another one or has doubled.

        It stays as it was until the path of an edited run is there: no map may move under the hand.
        """
        lane, made = _guide(frame), self._made
        whole = lane.known >= frame.steps or bool((lane.last >= 0).all())
        if self.plane is not None and made is not None and made.chosen == self.chosen:
            if self.held and self.plane.objective == frame.objective:
                return self.plane
            same = (made.task is lane.task or made.task == lane.task) and made.steps == frame.steps
            grown = lane.known >= 2 * made.known if same else self.plane.objective != frame.objective
            if (same and made.whole) or not (whole or grown):
                return self.plane
        plane = make(self.chosen, frame.objective, _worth_seeing(lane), self._names)
        self._made = Made(self.chosen, lane.task, frame.steps, lane.known, whole)
        if plane != self.plane:
            self.plane = plane
            self._lanes.clear()
        assert self.plane is not None
        return self.plane

    def whole(self, index: int, start: Point, frame: Frame) -> Point:
        """The start of that number with its place in the plane moved to `start`."""
        known = frame.lanes[0].task.starts
        return self.plane.moved(known[index], start) if self.plane and index < len(known) else start


def make(chosen: str, objective: Objective, path: Array, names: tuple[str, str]) -> Plane:
    """The plane that is asked for; names: of the main directions."""
    numbers = parameters(chosen)
    if len(numbers) == 2 and max(numbers) < objective.dimension:
        return of_parameters(objective, path, *numbers)
    return main_directions(objective, path, names)


def note(plane: Plane, tr: Translate) -> str:
    """What has to be said of a plane."""
    if plane.parameters:
        return tr("others as at the last step")
    if not any(plane.variance):
        return ""  # a path of one point, as before a question is answered, has no directions
    digits = 0 if plane.variance[0] < 0.9 else 1 if plane.variance[0] < 0.999 else 2
    parts = " + ".join(f"{100 * part:.{digits}f} %" for part in plane.variance)
    return tr("{parts} of the path").format(parts=parts)


def parameters(chosen: str) -> tuple[int, ...]:
    """The numbers of the parameters, none for the main directions; raises SpecError."""
    if chosen == MAIN:
        return ()
    parts = [part.strip() for part in chosen.split(",")]
    if len(parts) != 2 or not all(part.isdecimal() and len(part) < 9 for part in parts):
        raise SpecError("plane must be pca or the numbers of two parameters such as 0,1; not {text!r}",
                        text=chosen[:80])
    first, second = map(int, parts)
    if first == second:
        raise SpecError("plane: two different parameters are needed, not {text!r}", text=chosen[:80])
    return first, second


def _guide(frame: Frame) -> Lane:
    """The chosen run, or the first one that moves where the chosen one never leaves its start."""
    chosen = frame.lanes[frame.chosen]
    return next((lane for lane in (chosen, *frame.lanes) if _moves(lane)), chosen)


def _moves(lane: Lane) -> bool:
    path = lane.path[:, 0]
    return bool((path[[len(path) // 2, -1]] != path[0]).any())


def _worth_seeing(lane: Lane) -> Array:
    """The path (T, d) of the first start; of a diverging one what comes before its leap."""
    path = lane.path[:, 0]
    if lane.last[0] < 0:
        return path
    losses = lane.losses[: int(lane.last[0]) + 1, 0]
    steep = np.flatnonzero(losses > losses[0] + (STEEP - 1) * abs(losses[0]))
    return path[: max(int(steep[0]), 2)] if len(steep) else path[: len(losses)]


class Flat:
    """One lane in the plane; what is projected is kept while the recording grows."""

    def __init__(self, plane: Plane, task: Task) -> None:
        self._plane, self._source = plane, task
        starts = plane.projected(np.array(task.starts))
        self._task = replace(task, objective=plane, starts=tuple(map(tuple, starts.tolist())))
        self._path: Column | None = None

    def fits(self, lane: Lane) -> bool:
        """Whether it is the same run."""
        return lane.task is self._source or lane.task == self._source

    def show(self, lane: Lane) -> Lane:
        """The lane as it is known now."""
        if self._path is None:
            self._path = Column(self._plane.projected(lane.path[0]))
        if len(self._path) < len(lane.path):
            self._path.append(self._plane.projected(lane.path[len(self._path) :]))
        return replace(lane, task=self._task, path=self._path.rows(0, len(lane.path)))


def _flat_explanation(plane: Plane, why: Explanation) -> Explanation:
    """The parts of the step as they look in the plane; all else is left as it is."""
    terms = tuple(replace(part, value=plane.turned(part.value)) for part in why.terms)
    return replace(why, change=plane.turned(why.change), terms=terms)
