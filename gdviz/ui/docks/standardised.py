"""What standardising does: mean and scale of each feature, and the parameters in the units of the data."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QLabel

from gdviz.engine.learning.problem import DataProblem
from gdviz.frame import Frame
from gdviz.ui.language import Translate
from gdviz.ui.numbers import significant
from gdviz.ui.theme import Theme

MOST_FEATURES, MOST_PARAMETERS = 3, 4  # lines that are shown; the tool tip has more
MOST_TOLD = 24


class StandardisedNote(QLabel):
    """Seen only while the features are standardised; follows the chosen run."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self.setObjectName("standardised_note")
        self.setFont(theme.font(12))
        self.setStyleSheet(f"color:{theme.muted}")
        self.setWordWrap(True)
        self.hide()

    def show_frame(self, frame: Frame) -> None:
        """Show what the chosen run's parameters mean for the features as they are given."""
        problem = frame.objective
        on = isinstance(problem, DataProblem) and problem.data.standardise
        self.setVisible(on)
        if not on or not isinstance(problem, DataProblem):
            return
        lane = frame.lanes[frame.chosen]
        theta = np.asarray(lane.path[lane.at(frame.step), :1])
        with np.errstate(all="ignore"):
            raw = problem.raw(theta)[0]
        given = list(zip(problem.table.feature_names, problem.shift, problem.deviation, strict=True))
        scaled = [
            self._tr("{name}: mean {mean}, scale {scale}").format(
                name=name, mean=significant(mean), scale=significant(scale)
            )
            for name, mean, scale in given[:MOST_TOLD]
        ]
        named = [
            f"{name}\u00a0=\u00a0{self._tr(significant(value), 'number')}"
            for name, value in zip(problem.axes[:MOST_TOLD], raw.tolist(), strict=False)
        ]
        words = self._tr("In the data's own units:")
        self.setText("\n".join([*_first(scaled, MOST_FEATURES, len(given)),
                                f"{words} {', '.join(_first(named, MOST_PARAMETERS, len(raw)))}"]))
        self.setToolTip("\n".join([*_first(scaled, MOST_TOLD, len(given)), words,
                                   *_first(named, MOST_TOLD, len(raw))]))


def _first(lines: list[str], most: int, whole: int) -> list[str]:
    """The first lines, and … where there are more."""
    return [*lines[:most], *(["…"] if whole > most else [])]
