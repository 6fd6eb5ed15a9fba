"""Settings of every test: no display is needed unless one is asked for."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config: pytest.Config) -> None:
    """Let pass what the offscreen platform says of itself whenever a window has a minimum size or a popup."""
    config.addinivalue_line("qt_log_ignore", "^This plugin does not support ")
