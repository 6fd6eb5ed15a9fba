"""Reading text whose encoding nobody has said."""

from __future__ import annotations

from pathlib import Path

from gdviz import files
from gdviz.assets import resource
from gdviz.file_fault import reason
from gdviz.values import SpecError

LARGEST = 1_000_000_000  # bytes
SHIPPED = "shipped:"  # stands before the name of a file that comes with the program
ENCODINGS = ("utf-8", "gb18030", "utf-16")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = frozenset(map(chr, (*range(9), *range(14, 27), *range(28, 32))))
_SHOWN = {"utf-8-sig": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


def located(path: str) -> Path:
    """Where a file is, wherever the program is installed; raises ValueError for what is no shipped name."""
    if not path.startswith(SHIPPED):
        return Path(path)
    name = path.removeprefix(SHIPPED)
    if not name or name != Path(name).name:
        raise ValueError(path)
    return resource("scenarios", name)


def portable(path: str) -> str:
    """The path, or the name behind SHIPPED of a file that comes with the program."""
    try:
        told, shipped = Path(path).absolute(), resource("scenarios").absolute()
    except (OSError, ValueError):
        return path
    return SHIPPED + told.name if told.parent == shipped else path


def stamp(path: str) -> tuple[int, int]:
    """Size and time of change of a file: other after it was written anew; (-1, -1) where there is none."""
    try:
        told = located(path).stat()
    except (OSError, ValueError):
        return -1, -1
    return told.st_size, told.st_mtime_ns


def read(path: str, encoding: str = "auto") -> tuple[str, str]:
    """The text of a file with ``\\n`` at the ends of its lines, and Python's name of its encoding.

    A byte order mark decides; without one UTF-16 is known by its zero bytes, and UTF-8 and GB18030 are
    tried in turn. Raises SpecError for what is not text, cannot be read or is too large.
    """
    try:
        place = located(path)
        if files.size(place) > LARGEST:
            raise SpecError("{path}: larger than {most} bytes", path=path, most=LARGEST)
        data = place.read_bytes()
    except OSError as fault:
        raise SpecError("{path}: cannot be read: {why}", path=path[:200], why=reason(fault)) from None
    except ValueError:
        raise SpecError("{path}: cannot be read: not a path", path=path[:200]) from None
    if not data:
        raise SpecError("{path}: is empty", path=path)
    for name in _candidates(data, encoding):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.isdisjoint(text[:10_000]):
            break
        return text.replace("\r\n", "\n").replace("\r", "\n"), name
    known = "UTF-8, UTF-16 or GB18030" if encoding == "auto" else encoding.upper()
    raise SpecError("{path}: is not text in {known}", path=path, known=known)


def shown(encoding: str) -> str:
    """What people call an encoding, from Python's name."""
    return _SHOWN.get(encoding, encoding.upper())


def _candidates(data: bytes, encoding: str) -> tuple[str, ...]:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding != "auto":
        fits = marked is not None and marked.startswith(encoding)
        if encoding == "utf-16" and not fits:
            return (_endian(data[:4096]),)
        return (marked,) if fits and marked else (encoding,)
    if marked:
        return (marked,)
    if b"\0" in data[:4096]:
        return (_endian(data[:4096]),)
    return ("utf-8", "gb18030")


def _endian(head: bytes) -> str:
    """UTF-16 without a mark: ASCII characters have their zero byte second, or first."""
    return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
