"""A table of text whose way of writing is known: reading its columns as numbers or texts."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.values import SpecError, hint

MISSING = frozenset((
    "", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "?", "-", "--",
    "-nan", "+nan", "nan(ind)", "-nan(ind)", "1.#qnan", "1.#ind", "-1.#ind",  # as C libraries write them
    "#div/0!", "#num!", "#value!", "#ref!", "#name?", "#null!",  # as spreadsheets write them
))  # fmt: skip
ENDLESS = frozenset(("∞", "+∞", "-∞", "−∞", "1.#inf", "+1.#inf", "-1.#inf"))
SAMPLE = 60  # rows from which the way of writing is guessed


@dataclass(frozen=True)
class Remark:
    """A sentence about what was assumed, as template and values, so that it can be translated."""

    template: str
    values: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values))


def remark(template: str, **values: Any) -> Remark:
    """The remark with these values in its template's braces."""
    return Remark(template, tuple(values.items()))


@dataclass(frozen=True, eq=False)
class Cells:
    """Complete rows: numbers (m, n) with a column for each numeric one asked for; texts: the others, each
    a list of m; lines (m,): where each row stands in the file; remarks: what was left out."""

    numbers: NDArray[np.float64]
    texts: dict[int, list[str]]
    lines: NDArray[np.intp]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, eq=False)
class Sheet:
    """A text file whose way of writing is known.

    body: the text without what stands before the first row of data, which is line `first` (from 1);
    delimiter: one character; comma: whether numbers have a decimal comma; encoding: Python's name of it;
    remarks: what was assumed.
    """

    path: str
    body: str
    first: int
    names: tuple[str, ...]
    delimiter: str
    comma: bool
    encoding: str
    remarks: tuple[Remark, ...]

    def preview(self, count: int = 20) -> list[list[str]]:
        """The first rows of data as they stand there."""
        return [row for _, row in islice(self._rows(), count)]

    def places(self, said: str) -> list[int]:
        """The columns of names joined by ``|``; raises SpecError with the nearest name."""
        wanted = [said.strip()] if said.strip() in self.names else [part.strip() for part in said.split("|")]
        for name in wanted:
            if name not in self.names:
                raise SpecError("{path}: no column {name!r}{hint}; there are {names}", path=self.path,
                                name=name[:80], hint=hint(name, self.names),
                                names=", ".join(self.names)[:200])
        return [self.names.index(name) for name in wanted]

    def number(self, cell: str) -> float | None:
        """The cell as a finite number, nan for a missing one, None for a text."""
        return number(cell, self.comma)

    def is_text(self, column: int) -> bool:
        """Whether most cells of the first rows are texts; a number that is not finite is none."""
        cells = [row[column] for _, row in islice(self._rows(), SAMPLE) if column < len(row)]
        there = [cell for cell in cells if cell.strip().lower() not in MISSING]
        return 2 * sum(self.number(cell) is None and not _endless(cell) for cell in there) > len(there)

    def read(self, numeric: Sequence[int], textual: Sequence[int] = ()) -> Cells:
        """Read columns; rows in which one of them is missing are left out.

        Raises SpecError with row and column for a text among numbers and for rows with too many cells.
        """
        fast = None if textual else self._fast()
        if fast is not None:
            return Cells(fast[:, list(numeric)], {}, self.first + np.arange(len(fast), dtype=np.intp), ())
        numbers: list[float] = []
        texts: dict[int, list[str]] = {column: [] for column in textual}
        lines, left_out = [], []
        usual = not (textual or self.comma or "_" in self.body)
        for line, row in self._rows():
            values = _floats(row, numeric) if usual and len(row) == len(self.names) else None
            if values is None:
                cells = self._complete(line, row, (*numeric, *textual))
                if cells is None:
                    left_out.append(line)
                    continue
                values = [self._checked(line, *pair) for pair in zip(numeric, cells, strict=False)]
                for column, cell in zip(textual, cells[len(numeric) :], strict=True):
                    texts[column].append(cell.strip())
            numbers += values
            lines.append(line)
        if not lines:
            raise SpecError("{path}: no row has all the cells that are needed", path=self.path)
        block = np.array(numbers, dtype=np.float64).reshape(len(lines), len(numeric))
        return Cells(block, texts, np.array(lines, dtype=np.intp), _without(left_out))

    def _complete(self, line: int, row: list[str], columns: tuple[int, ...]) -> list[str] | None:
        """The cells of these columns, or None if one is missing."""
        if len(row) > len(self.names) and any(cell.strip() for cell in row[len(self.names) :]):
            raise SpecError("{path}: row {row} has {n} cells, but there are {wanted} columns",
                            path=self.path, row=line, n=len(row), wanted=len(self.names))
        cells = [row[column] if column < len(row) else "" for column in columns]
        return None if any(cell.strip().lower() in MISSING for cell in cells) else cells

    def _checked(self, line: int, column: int, cell: str) -> float:
        value = self.number(cell)
        if value is None:
            raise SpecError("{path}: row {row}, column {column!r}: {cell!r} is not a finite number",
                            path=self.path, row=line, column=self.names[column], cell=cell.strip()[:40])
        return value

    def _fast(self) -> NDArray[np.float64] | None:
        """The whole body by NumPy's own reader, or None where anything in it is out of the ordinary."""
        if self.body.startswith("\n") or "\n\n" in self.body or '"' in self.body:
            return None
        text = self.body.replace(",", ".") if self.comma else self.body
        delimiter = None if self.delimiter == " " else self.delimiter
        try:
            found = np.loadtxt(io.StringIO(text), delimiter=delimiter, comments=None, ndmin=2)
        except ValueError:
            return None
        return found if found.shape[1] == len(self.names) and np.isfinite(found).all() else None

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Line number and cells of every row that is not blank."""
        try:
            for line, row in split(self.body.split("\n"), self.delimiter):
                yield self.first + line - 1, row
        except csv.Error as fault:
            raise SpecError("{path}: {fault}", path=self.path, fault=str(fault)[:80]) from None


def number(cell: str, comma: bool) -> float | None:
    """The number in a cell, nan where it is missing, None where it is a text; comma: the decimal one."""
    text = cell.strip()
    if text.lower() in MISSING:
        return math.nan
    if comma:
        text = text.replace(",", ".")
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in text else None


def _endless(cell: str) -> bool:
    """Whether the cell is a number beyond all bounds: inf, 1e999, ∞."""
    if cell.strip().lower() in ENDLESS:
        return True
    try:
        return math.isinf(float(cell))
    except ValueError:
        return False


def _floats(row: list[str], columns: Sequence[int]) -> list[float] | None:
    """The cells of these columns where all are plainly numbers: most rows of most files."""
    try:
        values = [float(row[column]) for column in columns]
    except ValueError:
        return None
    return values if math.isfinite(sum(values)) else None


def _without(lines: list[int]) -> tuple[Remark, ...]:
    if not lines:
        return ()
    shown = ", ".join(map(str, lines[:5])) + (", …" if len(lines) > 5 else "")
    return (remark("{count} rows with missing cells are left out: {rows}", count=len(lines), rows=shown),)


def split(lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Line number (from 1) and cells of each line that is not blank; runs of blanks are one delimiter."""
    if delimiter == " ":
        lines = (" ".join(line.split()) for line in lines)
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    for row in reader:
        if row and (row[0].strip() or any(cell.strip() for cell in row)):
            yield reader.line_num, row
