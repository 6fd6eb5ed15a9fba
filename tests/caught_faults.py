"""What would have reached the dialog for bugs, kept for a test to look at."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType


@contextmanager
def faults_caught() -> Iterator[list[BaseException]]:
    """What would have reached the dialog for bugs."""
    caught: list[BaseException] = []

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        caught.append(fault.with_traceback(trace))

    old, sys.excepthook = sys.excepthook, hook
    try:
        yield caught
    finally:
        sys.excepthook = old
