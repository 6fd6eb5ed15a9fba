"""Starts gdviz: `python -m gdviz` and the installed command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    try:
        from gdviz.cli import main as run  # here, so that Ctrl+C during the imports is quiet too

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130  # what a shell reports for a program that Ctrl+C ended


if __name__ == "__main__":
    sys.exit(main())
