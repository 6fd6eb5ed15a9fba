"""The samples of a file that is too long to be written down: a function that reads it."""

from __future__ import annotations

from pathlib import Path

from gdviz import text_file
from gdviz.engine.datasets.csv import Csv
from gdviz.engine.learning.table import CLASSES, Table
from gdviz.script.layout import INDENT
from gdviz.script.program import quoted
from gdviz.table_sheet import MISSING, number


def reader(data: Csv, table: Table) -> tuple[str, ...]:
    """The lines of a function `samples` without arguments that gives features (m, k) and targets (m, o).

    The file is named by its full path. Raises SpecError where it can no longer be read.
    """
    sheet = data.sheet()
    columns = [sheet.places(name)[0] for name in (*table.feature_names, *table.target_names)]
    many = len(table.feature_names)
    place = str(Path(text_file.located(data.path)).absolute())
    rows = "lines" if sheet.delimiter != " " else '[" ".join(line.split()) for line in lines]'
    return (
        "def samples():",
        f'{INDENT}"""Columns of a file; rows that lack a cell are left out."""',
        f"{INDENT}with open({quoted(place)}, encoding={quoted(sheet.encoding)}) as file:",
        f'{INDENT * 2}lines = file.read().split("\\n")[{sheet.first - 1}:]',
        f"{INDENT}rows = csv.reader({rows}, delimiter={_mark(sheet.delimiter)}, skipinitialspace=True)",
        f"{INDENT}places = {columns!r}",
        f"{INDENT}rows = [row for row in rows if len(row) > max(places)]",
        f"{INDENT}cells = np.array([[row[j].strip() for j in places] for row in rows])",
        f"{INDENT}missing = {sorted(MISSING)!r}",
        f"{INDENT}cells = cells[~np.isin(np.char.lower(cells), missing).any(axis=1)]",
        f"{INDENT}features = {_numbers(f'cells[:, :{many}]', sheet.comma)}",
        *(INDENT + line for line in _targets(table, f"cells[:, {many}:]", sheet.comma)),
        f"{INDENT}return features, targets",
    )


def _mark(delimiter: str) -> str:
    return '"\\t"' if delimiter == "\t" else quoted(delimiter)


def _numbers(cells: str, comma: bool) -> str:
    return f'np.char.replace({cells}, ",", ".").astype(float)' if comma else f"{cells}.astype(float)"


def _targets(table: Table, cells: str, comma: bool) -> tuple[str, ...]:
    if table.task != CLASSES:
        return (f"targets = {_numbers(cells, comma)}",)
    worded = any(number(name, False) is None for name in table.classes)
    column = cells if worded else _numbers(cells, comma)
    return (
        f"_, targets = np.unique({column}, return_inverse=True)  # the classes' numbers",
        "targets = targets.reshape(-1, 1).astype(float)",
    )
