"""The command line: which sub-command is meant, and what is said when something is wrong."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from types import ModuleType
from typing import NoReturn

from gdviz.command import check, describe, explain, output, render, run, script, window
from gdviz.command import list as listing
from gdviz.file_fault import reason
from gdviz.values import SpecError

COMMANDS: dict[str, ModuleType] = {
    "run": run, "render": render, "list": listing, "describe": describe, "explain": explain, "script": script,
    "check": check,
}
BAD_INPUT = 2
SIGNALLED = 128  # and the signal's number is what a shell reports for a program that a signal ended
READER_GONE = SIGNALLED + 13
ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def main(words: Sequence[str]) -> int:
    """Do what the words after `gdviz` say and return the exit code: 0 done, 2 bad input."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows no η is no failure
    try:
        return _finished(lambda: _execute(words))
    except SpecError as fault:
        output.tell(str(fault))
    except BrokenPipeError:
        _silence()
        return READER_GONE
    except OSError as fault:
        _silence()
        output.tell(f"{fault.filename or 'standard output'}: {reason(fault)}")
    except MemoryError:
        output.tell("not enough memory for so many runs, starts and steps")
    return BAD_INPUT


def _execute(words: Sequence[str]) -> int:
    if words and words[0] in COMMANDS:
        with _streams(), _endings():
            return int(COMMANDS[words[0]].execute(words[1:]))
    return window.execute(words, {name: command.ABOUT for name, command in COMMANDS.items()})


@contextlib.contextmanager
def _streams() -> Iterator[None]:
    """Let what is written to a stream that the program was started without go nowhere."""
    missing = [name for name in ("stdout", "stderr") if getattr(sys, name) is None]
    with contextlib.ExitStack() as stack:
        for name in missing:
            setattr(sys, name, stack.enter_context(open(os.devnull, "w", encoding="utf-8")))
        try:
            yield
        finally:
            for name in missing:
                setattr(sys, name, None)


@contextlib.contextmanager
def _endings() -> Iterator[None]:
    """Let a command that is told to end take away what it has half written, as after Ctrl+C."""

    def end(number: int, _: object) -> NoReturn:
        raise SystemExit(SIGNALLED + number)

    # What is ignored stays ignored: nohup lets a program outlive its terminal.
    taken = [number for number in ENDINGS if signal.getsignal(number) == signal.SIG_DFL]
    for number in taken:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _finished(command: Callable[[], int]) -> int:
    """The command's exit code, after all that it printed has reached its reader."""
    try:
        code = command()
    except SystemExit as ended:  # argparse, after --help and --version; a signal
        code = int(ended.code or 0)
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _silence() -> None:
    """Let what is left in stdout's buffer go nowhere, so that Python does not fail on it at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
