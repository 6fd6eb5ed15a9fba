"""Settings of the measurements: gdviz comes before NumPy, as in the program."""

from __future__ import annotations

import gdviz  # noqa: F401
