"""Opening a table in a text file: finding out how it is written."""

from __future__ import annotations

import csv
import math
import re
from itertools import chain, count

from gdviz import text_file
from gdviz.table_sheet import SAMPLE, Remark, Sheet, number, remark, split
from gdviz.values import SpecError

DELIMITERS = {"tab": "\t", "semicolon": ";", "bar": "|", "comma": ",", "space": " "}
MOST_COLUMNS = 1000
_COMMA = re.compile(r"\s*[+-]?\d*,\d+([eE][+-]?\d+)?\s*")
_POINT = re.compile(r"\s*[+-]?\d*\.\d+([eE][+-]?\d+)?\s*")


def _guess_delimiter(lines: list[str]) -> str:
    """The delimiter that gives most rows the same number of cells, and cells that are numbers."""
    scores = {}
    for delimiter in DELIMITERS.values():
        try:
            rows = [row for _, row in split(lines, delimiter)]
        except csv.Error:
            continue
        widths = [len(row) for row in rows]
        usual = max(set(widths), key=widths.count, default=0)
        if usual > 1:
            cells = [cell for row in rows for cell in row]
            numeric = sum(number(cell, delimiter != ",") is not None for cell in cells) / len(cells)
            scores[delimiter] = widths.count(usual) / len(rows) * (1.0 + numeric)
    return max(scores, key=lambda delimiter: scores[delimiter]) if scores else ","


def _has_header(rows: list[list[str]], comma: bool) -> bool:
    """Whether the first row has a text where the others have numbers, or nothing but texts is there."""
    kinds = [[number(cell, comma) for cell in row] for row in rows]
    for column, first in enumerate(kinds[0]):
        rest = [row[column] for row in kinds[1:] if column < len(row)]
        numbers = sum(value is not None and not math.isnan(value) for value in rest)
        if first is None and rest and 2 * numbers >= len(rest):
            return True
    return all(value is None for row in kinds for value in row)


def _delimiter(sample: list[str], delimiter: str) -> tuple[str, int, list[Remark]]:
    """What parts the cells, how many lines at the top say so, and what was assumed."""
    marked = re.fullmatch(r"sep=(.)", sample[0].strip())
    if marked and marked[1] in DELIMITERS.values():
        return marked[1], 1, []
    if delimiter != "auto":
        return DELIMITERS[delimiter], 0, []
    sign = _guess_delimiter(sample)
    word = next(word for word, known in DELIMITERS.items() if known == sign)
    return sign, 0, [] if sign == "," else [remark("cells are parted by {delimiter}", delimiter=word)]


def _rows(path: str, sample: list[str], sign: str) -> list[list[str]]:
    """The first rows; raises SpecError where there are none, or too many columns."""
    try:
        rows = [row for _, row in split(sample, sign)]
    except csv.Error as fault:
        raise SpecError("{path}: {fault}", path=path, fault=str(fault)[:80]) from None
    if not rows:
        raise SpecError("{path}: there are no rows", path=path)
    widest = max(map(len, rows))
    if widest > MOST_COLUMNS:
        raise SpecError("{path}: at most {most} columns, not {n}", path=path, most=MOST_COLUMNS, n=widest)
    return rows


def _decimal(rows: list[list[str]], sign: str, decimal: str) -> tuple[bool, list[Remark]]:
    """Whether numbers have a decimal comma, and what was assumed."""
    if decimal != "auto" or sign == ",":
        return decimal == "comma", []
    cells = [cell for row in rows for cell in row]
    comma = any(map(_COMMA.fullmatch, cells)) and not any(map(_POINT.fullmatch, cells))
    return comma, [remark("numbers have a decimal comma")] if comma else []


def _named(cells: list[str]) -> tuple[tuple[str, ...], list[Remark]]:
    """The names in a header, each made unique."""
    names: list[str] = []
    said = []
    for j, cell in enumerate(cells):
        wanted = cell.strip() or f"column {j + 1}"
        name = next(n for n in chain([wanted], (f"{wanted} ({i})" for i in count(2))) if n not in names)
        if name != cell.strip():
            said.append(remark("column {number} is called {name!r}", number=j + 1, name=name))
        names.append(name)
    return tuple(names), said


def _numbered(rows: list[list[str]]) -> tuple[tuple[str, ...], list[Remark]]:
    """Names where there is no header: the last of the usual number of columns is the target."""
    widths = [len(row) for row in rows]
    width = max(set(widths), key=widths.count)
    names = (*(f"x{j + 1}" for j in range(width - 1)), "y")
    told = ", ".join(names)[:200]
    return names, [remark("there is no header: the columns are called {names}", names=told)]


def sheet(
    path: str, encoding: str = "auto", delimiter: str = "auto", decimal: str = "auto", header: str = "auto"
) -> Sheet:
    """Open a table and find out what is ``auto``; raises SpecError where there is no table in the file.

    encoding: as text_file.ENCODINGS; delimiter: a key of DELIMITERS; decimal: point or comma; header: yes
    or no.
    """
    text, found = text_file.read(path, encoding)
    known = text_file.shown(found)
    said = [] if encoding != "auto" or known == "UTF-8" else [remark("read as {found}", found=known)]
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip() and not line.startswith("#")), None)
    if first is None:
        raise SpecError("{path}: there are no rows", path=path)
    if any(line.startswith("#") for line in lines[:first]):
        said.append(remark("{count} lines with # before the table are left out", count=first))
    sign, told, parted = _delimiter(lines[first : first + SAMPLE], delimiter)
    first += told
    rows = _rows(path, lines[first : first + SAMPLE], sign)
    comma, pointed = _decimal(rows, sign, decimal)
    headed = _has_header(rows, comma) if header == "auto" else header == "yes"
    names, called = _named(rows[0]) if headed else _numbered(rows)
    if headed:
        first += next(split(lines[first:], sign))[0]
    body = "\n".join(lines[first:]).rstrip("\n")
    if not body.strip():
        raise SpecError("{path}: there are no rows below the header", path=path)
    return Sheet(path, body, first + 1, names, sign, comma, found, (*said, *parted, *pointed, *called))
