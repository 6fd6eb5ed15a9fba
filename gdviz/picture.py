"""What is asked of an exported picture or film, besides the scenario that it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from gdviz.spec import Spec, declared, param

ENDINGS = (".png", ".svg", ".pdf", ".gif", ".webp", ".apng", ".mp4")


@declared
class Chart(Spec):
    """What the plot of the loss shows, and against what."""

    kind: ClassVar[str] = "loss"
    family: ClassVar[str] = "plot of the loss"
    catalogue: ClassVar[dict[str, type[Any]]] = {}

    x: str = param("updates", "What the plot of the loss has along its axis.",
                   choices=("updates", "evaluations", "epochs", "samples", "seconds", "learning-rate"))
    y: str = param("loss", "What the plot of the loss shows of every run.",
                   choices=("loss", "batch-loss", "gradient-norm", "distance", "error", "stability"))
    scale: str = param("auto", "Scale of the plot of the loss.", choices=("auto", "log", "linear"))
    smoothing: float = param(0.0, "Part of the running average that each step keeps, 0 for no smoothing.",
                             within="[0, 1)")
    regimes: bool = param(True, "Name the regimes of the first run under the plot of the loss.")


@declared
class Picture(Spec):
    """views: names of the views that are drawn, alone or the landscape over the loss; none for both.

    chart: what the plot of the loss shows.
    """

    kind: ClassVar[str] = "picture"
    family: ClassVar[str] = "picture"
    catalogue: ClassVar[dict[str, type[Any]]] = {}

    views: tuple[str, ...] = ()
    chart: Chart = Chart()
    width: int = param(1280, "Width in pixels.", within="[64, 16384]")
    height: int = param(800, "Height in pixels.", within="[64, 16384]")
    scale: int = param(1, "How much larger letters, lines and all are drawn, and the picture with them.",
                       within="[1, 8]")
    at: int = param(-1, "Step that is shown, -1 for the last; a film ends there.", within="[-1, 1000000]")
    theme: str = param("light", "Colours.", choices=("light", "dark"))
    sample: int = param(0, "Sample of the batch that a graph shows, 0 for all.", within="[0, 1000000]")
    basins: bool = param(False, "Tint the landscape by where the first run would end from each place.")
    lang: str = param("en", "Language of the words.", choices=("en", "zh_CN"))
    plane: str = param(
        "pca", "Plane of more than two parameters: the main directions of the first run's path, or i,j."
    )
    fps: int = param(25, "Pictures in a second of film.", within="[1, 100]")

    def resized(self, **size: int) -> Picture:
        """The same picture with another width or height."""
        return replace(self, **size)

    def _key(self) -> tuple[Any, ...]:
        return (*super()._key(), self.views, self.chart)
