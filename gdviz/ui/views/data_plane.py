"""The plane in which a data problem's samples and predictions are seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.learning.table import CLASSES, LABELS, REGRESSION

LONGEST = 20  # characters of an axis' name


@dataclass(frozen=True, eq=False)
class DataPlane:
    """Feature against target where a line is fitted, feature against feature where regions are.

    Features that have no axis are held at their means. points (n, 2); kinds (n,): a class, or -1;
    sample (n,): which sample each point is of, as several targets make several points.
    """

    problem: DataProblem
    regions: bool
    points: Array
    kinds: np.ndarray
    sample: np.ndarray
    axes: tuple[str, str]

    @classmethod
    def of(cls, problem: DataProblem) -> DataPlane:
        """The plane that suits the problem."""
        table = problem.table
        samples = np.arange(table.terms)
        if table.task != REGRESSION and table.features.shape[1] > 1:
            names = _brief(table.feature_names[0]), _brief(table.feature_names[1])
            points = np.ascontiguousarray(table.features[:, :2])
            return cls(problem, True, points, _coded(table.targets), samples, names)
        count = table.targets.shape[1]
        points = np.stack(
            [np.tile(table.features[:, 0], count), np.ravel(table.targets, order="F")], axis=1
        )
        kinds = np.repeat(np.arange(count) if count > 1 else np.array([-1]), table.terms)
        up = _brief(table.target_names[0] if count == 1 else ", ".join(table.target_names[:4]))
        return cls(problem, False, points, kinds, np.tile(samples, count),
                   (_brief(table.feature_names[0]), up))

    @property
    def hidden(self) -> int:
        """How many features have no axis."""
        return int(self.problem.table.features.shape[1]) - (2 if self.regions else 1)

    @property
    def lines(self) -> tuple[str, ...]:
        """What each of a run's fitted lines is called; nothing where a run has a single one."""
        names = self.problem.table.target_names
        several = len(names) > 1 and not self.regions and self.problem.table.task != CLASSES
        return tuple(map(_brief, names)) if several else ()

    def features(self, shown: Array) -> Array:
        """Whole features (n, k) from those with an axis (n, 1 or 2)."""
        table = self.problem.table
        whole = np.tile(table.features.mean(axis=0), (len(shown), 1))
        whole[:, : shown.shape[1]] = shown
        return whole

    def heights(self, theta: Array, x: Array) -> Array:
        """What parameters (p,) predict at x (n,): a height for each line (n, o)."""
        problem, features = self.problem, self.features(x[:, None])
        with np.errstate(all="ignore"):
            found = problem.outputs(theta[None], features)[0]
            if problem.table.task != CLASSES or found.shape[1] == 1:
                return np.asarray(found)
            if found.shape[1] == 2:
                return np.asarray(found[:, 1:])
            return np.asarray(problem.classify(theta, features)[:, None])

    def predicted(self, theta: Array, points: np.ndarray) -> Array:
        """What is predicted (n,) where these points stand, from all of the features of their samples."""
        problem = self.problem
        samples, count = self.sample[points], problem.table.terms
        with np.errstate(all="ignore"):
            if problem.table.task == CLASSES:
                return np.asarray(self.heights(theta, self.points[points, 0])[:, 0])
            found = problem.outputs(theta[None], problem.table.features[samples])[0]
        return np.asarray(found[np.arange(len(points)), points // count])

    def decided(self, theta: Array, places: Array) -> tuple[Array, np.ndarray]:
        """Scores (c, n) whose largest decides, and the kind (n,) that is decided on, at places (n, 2)."""
        with np.errstate(all="ignore"):
            found = self.problem.outputs(theta[None], self.features(places))[0]
        if self.problem.table.task == LABELS:
            return (found - 0.5).T, _coded(found > 0.5)
        if found.shape[1] == 1:
            found = np.concatenate([1.0 - found, found], axis=1)
        return found.T, np.argmax(found, axis=1)


def _brief(name: str) -> str:
    """A name as it fits at the end of an axis."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _coded(targets: Array) -> np.ndarray:
    """One number for a class, or for a set of labels."""
    if targets.shape[1] == 1:
        return targets[:, 0].astype(np.intp)
    return np.asarray((targets > 0.5) @ (1 << np.arange(targets.shape[1])), dtype=np.intp)
