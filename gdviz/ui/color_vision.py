"""How different colours look to the usual eye and to eyes that lack a kind of cones."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array

# Linear red, green, blue as eyes without long, middle or short cones see them; first the usual ones.
# Source: Machado, Oliveira & Fernandes (2009), table 1, severity 1.0, https://doi.org/10.1109/TVCG.2009.113
EYES = {
    "usual": [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
               [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
               [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
               [0.004733, 0.691367, 0.303900]],
}  # fmt: skip
# To cones and on to lightness and two opponent hues. Source: Ottosson (2020), OKLab,
# https://bottosson.github.io/posts/oklab/
_CONES = np.array([[0.41222147, 0.53633254, 0.05144599], [0.2119035, 0.68069955, 0.10739696],
                   [0.08830246, 0.28171884, 0.6299787]])  # fmt: skip
_OPPONENTS = np.array([[0.21045426, 0.79361779, -0.00407205], [1.9779985, -2.42859221, 0.45059371],
                       [0.02590404, 0.78277177, -0.80867577]])  # fmt: skip


def unlike(colors: Array) -> Array:
    """How far apart colours (k, 3), red, green, blue up to 255, look to the eye that parts them least.

    (k, k), distances in OKLab × 100: 0 for the same, 100 for black and white.
    """
    part = np.asarray(colors, dtype=np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    apart = []
    for eye in EYES.values():
        seen = np.cbrt(np.clip(linear @ np.array(eye).T, 0, 1) @ _CONES.T) @ _OPPONENTS.T
        apart.append(100 * np.linalg.norm(seen[:, None] - seen[None], axis=2))
    least: Array = np.min(apart, axis=0)
    return least
