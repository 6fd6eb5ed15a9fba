"""From a point of the room in which a surface stands to its pixel, and back."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from gdviz.engine.arrays import Array

LOWEST, HIGHEST = 8.0, 80.0  # degrees of pitch: never from below, nor from above, where the map is
CLOSEST, FARTHEST = 12.0, 0.5  # zoom
DISTANCE = 7.0  # of the eye from the middle; half of the longer side is 1
TALL = 0.66  # height of the room


@dataclass(frozen=True)
class Camera:
    """Where the eye is: yaw and pitch in degrees; zoom; the middle's shift in parts of the picture."""

    yaw: float = -30.0
    pitch: float = 46.0
    zoom: float = 1.0
    across: float = 0.0
    down: float = 0.0

    def turned(self, yaw: float, pitch: float) -> Camera:
        """Turned by degrees; the pitch is kept within its limits, the yaw in [-180, 180)."""
        return replace(
            self,
            yaw=(self.yaw + yaw + 180.0) % 360.0 - 180.0,
            pitch=min(max(self.pitch + pitch, LOWEST), HIGHEST),
        )

    def zoomed(self, factor: float, across: float = 0.0, down: float = 0.0) -> Camera:
        """`factor` times larger; what is seen at this place stays there, as far as the room stays in sight.

        Places are parts of the picture's sides from its middle, in [-0.5, 0.5].
        """
        zoom = min(max(self.zoom * factor, FARTHEST), CLOSEST)
        most, shift = max(0.5 - 0.5 / zoom, 0.0), 1 / zoom - 1 / self.zoom
        return replace(
            self,
            zoom=zoom,
            across=min(max(self.across + across * shift, -most), most),
            down=min(max(self.down + down * shift, -most), most),
        )

    def centered(self) -> Camera:
        """All in sight, from the same side."""
        return replace(self, zoom=1.0, across=0.0, down=0.0)


@dataclass(frozen=True)
class Projection:
    """A camera before a picture of `width` × `height` pixels with free margins round the room.

    The room: x to the right in [-half_x, half_x], y away from the eye in [-half_y, half_y], z upwards in
    [0, TALL]. Depths are distances from the middle of the room along the line of sight, away from the eye.
    """

    camera: Camera
    width: float
    height: float
    half_x: float = 1.0
    half_y: float = 1.0
    margin_x: float = 0.0
    margin_y: float = 0.0

    @cached_property
    def _angles(self) -> tuple[float, float, float, float]:
        yaw, pitch = math.radians(self.camera.yaw), math.radians(self.camera.pitch)
        return math.cos(yaw), math.sin(yaw), math.cos(pitch), math.sin(pitch)

    @cached_property
    def _reach(self) -> tuple[float, float, float]:
        """How far the room reaches sideways, up and down from its middle at scale 1, turned by any yaw."""
        _, _, c, s = self._angles
        radius, half = math.hypot(self.half_x, self.half_y), TALL / 2
        floor, top = radius * s + half * c, radius * s - half * c
        nearest = DISTANCE - radius * c
        return (
            radius * DISTANCE / math.sqrt((DISTANCE - half * s) ** 2 - (radius * c) ** 2),
            floor * DISTANCE / (DISTANCE + radius * c - half * s),
            max(floor / (nearest + half * s), top / (nearest - half * s)) * DISTANCE,
        )

    @cached_property
    def scale(self) -> float:
        """Pixels of a length of 1 in the middle of the room; alike for every yaw."""
        beside, above, below = self._reach
        wide = max(self.width - 2 * self.margin_x, self.width / 2, 1.0) / (2 * beside)
        high = max(self.height - 2 * self.margin_y, self.height / 2, 1.0) / (above + below)
        return min(wide, high) * self.camera.zoom

    @cached_property
    def _middle(self) -> tuple[float, float]:
        camera = self.camera
        _, above, below = self._reach
        return (
            self.width * (0.5 + camera.across * camera.zoom),
            self.height * (0.5 + camera.down * camera.zoom) - self.scale * (below - above) / 2,
        )

    @property
    def eye(self) -> Array:
        """Where the eye is in the room (3,)."""
        cy, sy, cp, sp = self._angles
        return np.array([-DISTANCE * cp * sy, -DISTANCE * cp * cy, DISTANCE * sp + TALL / 2])

    def places(self, points: Array) -> Array:
        """Points of the room (…, 3) → pixels (…, 2), y downwards."""
        cy, sy, cp, sp = self._angles
        x, y, z = points[..., 0], points[..., 1], points[..., 2] - TALL / 2
        away = x * sy + y * cy
        larger = self.scale * DISTANCE / (DISTANCE + away * cp - z * sp)
        middle = self._middle
        placed = np.empty((*points.shape[:-1], 2))
        placed[..., 0] = middle[0] + (x * cy - y * sy) * larger
        placed[..., 1] = middle[1] - (away * sp + z * cp) * larger
        return placed

    def depths(self, points: Array) -> Array:
        """Points of the room (…, 3) → depths (…,)."""
        cy, sy, cp, sp = self._angles
        depths: Array = (points[..., 0] * sy + points[..., 1] * cy) * cp - (points[..., 2] - TALL / 2) * sp
        return depths

    def points(self, places: Array, depths: Array) -> Array:
        """Pixels (…, 2) at depths (…,) → points of the room (…, 3)."""
        cy, sy, cp, sp = self._angles
        larger = self.scale * DISTANCE / (DISTANCE + depths)
        middle = self._middle
        right = (places[..., 0] - middle[0]) / larger
        up = (middle[1] - places[..., 1]) / larger
        away, z = up * sp + depths * cp, up * cp - depths * sp
        return np.stack([right * cy + away * sy, away * cy - right * sy, z + TALL / 2], axis=-1)
