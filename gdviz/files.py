"""Files: how large before one is read; replaced whole, so that readers see old or new, never a part."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from gdviz.file_fault import NOT_A_FILE, REASONS


def size(path: Path) -> int:
    """Bytes; raises OSError where there is no file, also for a folder or a device, which may never end."""
    told = path.stat()
    if stat.S_ISDIR(told.st_mode):
        raise IsADirectoryError(errno.EISDIR, REASONS["EISDIR"])
    if not stat.S_ISREG(told.st_mode):
        raise OSError(errno.EINVAL, NOT_A_FILE)
    return told.st_size


@contextlib.contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give a path beside `path` to write to; on success it is synced and takes the place of `path`.

    A link keeps pointing to its file. Raises OSError where the folder cannot be written; the old file is then
    untouched.
    """
    path = Path(os.path.realpath(path))
    begun = path.stem[:20]  # a name beside one of the longest must not be too long
    # Named before it is made: whenever the program is interrupted, it is known what to remove.
    beside = path.with_name(f".{begun}-{secrets.token_hex(4)}{path.suffix}")
    try:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield beside
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        mask = os.umask(0)
        os.umask(mask)
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 in the place of `path`, whole."""
    with replaced(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="")
