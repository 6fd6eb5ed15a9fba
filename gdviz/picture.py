"""What is asked of an exported picture or film, besides the scenario that it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from gdviz.spec import Spec, declared, param

ENDINGS = (".png", ".svg", ".pdf", ".gif", ".webp", ".apng", ".mp4")


@declared
class Picture(Spec):
    """views: names of the views that are drawn, alone or the landscape over the loss; none for both."""

    kind: ClassVar[str] = "picture"
    family: ClassVar[str] = "picture"
    catalogue: ClassVar[dict[str, type[Any]]] = {}

    views: tuple[str, ...] = ()
    width: int = param(1280, "Width in pixels.", within="[64, 16384]")
    height: int = param(800, "Height in pixels.", within="[64, 16384]")
    at: int = param(-1, "Step that is shown, -1 for the last; a film ends there.", within="[-1, 1000000]")
    theme: str = param("light", "Colours.", choices=("light", "dark"))
    lang: str = param("en", "Language of the words.", choices=("en", "zh_CN"))
    plane: str = param(
        "pca", "Plane of more than two parameters: the main directions of the first run's path, or i,j."
    )
    fps: int = param(25, "Pictures in a second of film.", within="[1, 100]")

    def resized(self, **size: int) -> Picture:
        """The same picture with another width or height."""
        return replace(self, **size)

    def _key(self) -> tuple[Any, ...]:
        return (*super()._key(), self.views)
