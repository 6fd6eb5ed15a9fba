"""Samples from a text file."""

from __future__ import annotations

from typing import Any

import numpy as np

from gdviz import table_file, text_file
from gdviz.engine.arrays import Array
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.table import CLASSES, LABELS, REGRESSION, Table
from gdviz.spec import param, register
from gdviz.table_sheet import Cells, Remark, Sheet, remark
from gdviz.values import SpecError

MOST_CLASSES = 100


@register
class Csv(Dataset):
    """Columns of a table of text: numbers as features; numbers, a class or labels as target.

    What the file does not say is found out and said in the table's `assumed`. Texts as target are classes,
    numbered in the order of their names; features must be numbers. Rows with missing cells are left out.

    Two of them are equal only while the file is unchanged.

    Source: RFC 4180 for cells, quotes and rows, and what spreadsheets write beyond it.
    """

    label = "Table from a file"
    about = "Columns of a CSV or text file."

    path: str = param("", "The file; a relative path in a scenario counts from the scenario's folder.")
    features: str = param("", "Columns of the features, joined by |; empty for all but the target.")
    target: str = param("", "Columns of the target, joined by |; empty for the last one.")
    task: str = param("auto", "What the target is: numbers, a class, or labels of 0 and 1.",
                      choices=("auto", REGRESSION, CLASSES, LABELS))
    encoding: str = param("auto", "How characters are written.", choices=("auto", *text_file.ENCODINGS),
                          advanced=True)
    delimiter: str = param("auto", "What parts the cells.", choices=("auto", *table_file.DELIMITERS),
                           advanced=True)
    decimal: str = param("auto", "What parts whole numbers from decimals.",
                         choices=("auto", "point", "comma"), advanced=True)
    header: str = param("auto", "Whether the first row holds the columns' names.",
                        choices=("auto", "yes", "no"), advanced=True)

    def check(self) -> None:
        object.__setattr__(self, "_stamp", text_file.stamp(self.path))

    def _key(self) -> tuple[Any, ...]:
        return (*super()._key(), self._stamp)  # type: ignore[attr-defined]

    def sheet(self) -> Sheet:
        """The file, its way of writing found out, its columns not yet read; raises SpecError."""
        if not self.path:
            raise SpecError("csv: path is needed: the file to read")
        return table_file.sheet(self.path, self.encoding, self.delimiter, self.decimal, self.header)

    def draw(self) -> Table:
        sheet = self.sheet()
        if len(sheet.names) < 2:
            raise SpecError("{path}: only one column is there; a feature and a target are needed",
                            path=self.path)
        said = list(sheet.remarks)
        targets = sheet.places(self.target) if self.target else [len(sheet.names) - 1]
        if self.features:
            features = sheet.places(self.features)
        else:
            features = [j for j in range(len(sheet.names)) if j not in targets]
        self._require_apart(sheet, features, targets)
        if not self.target or not self.features:
            said.append(remark("features: {features}; target: {target}",
                               features=", ".join(sheet.names[j] for j in features)[:200],
                               target=", ".join(sheet.names[j] for j in targets)[:200]))
        classed = self.task == CLASSES or (self.task == "auto" and sheet.is_text(targets[0]))
        if classed and len(targets) > 1:
            raise SpecError("{path}: classes stand in one column, not in {n}", path=self.path, n=len(targets))
        cells = sheet.read(features if classed else [*features, *targets], targets if classed else [])
        names = tuple(sheet.names[j] for j in features)
        wanted = tuple(sheet.names[j] for j in targets)
        x, y = cells.numbers[:, : len(features)], cells.numbers[:, len(features) :]
        classes: tuple[str, ...] = ()
        if classed:
            y, classes, more = self._numbered(cells.texts[targets[0]], sheet, wanted[0])
            said += more
        if self.task == LABELS:
            self._require_labels(y, cells, wanted)
        task = CLASSES if classed else LABELS if self.task == LABELS else REGRESSION
        return Table(np.ascontiguousarray(x), np.ascontiguousarray(y), names, wanted, task, classes,
                     (*said, *cells.remarks))

    def _require_apart(self, sheet: Sheet, features: list[int], targets: list[int]) -> None:
        if not features:
            raise SpecError("{path}: no column is left for the features", path=self.path)
        for chosen in (features, targets, [*set(features), *set(targets)]):
            twice = next((j for j in chosen if chosen.count(j) > 1), None)
            if twice is not None:
                raise SpecError("{path}: column {name!r} is chosen twice", path=self.path,
                                name=sheet.names[twice])

    def _numbered(
        self, texts: list[str], sheet: Sheet, name: str
    ) -> tuple[Array, tuple[str, ...], list[Remark]]:
        """Class numbers (m, 1), the classes' names and what is to be said; 1 and 1.0 are one class."""
        numbers = [sheet.number(text) for text in texts]
        if all(number is not None for number in numbers):
            values, chosen = np.unique(np.array(numbers, dtype=np.float64), return_inverse=True)
            classes = tuple(f"{value:.15g}" for value in values)
        else:
            words, chosen = np.unique(np.array(texts, dtype=object), return_inverse=True)
            classes = tuple(words)
        if len(classes) > MOST_CLASSES:
            raise SpecError("{path}: column {name!r} has {n} classes; at most {most} are read",
                            path=self.path, name=name, n=len(classes), most=MOST_CLASSES)
        shown = ", ".join(f"{i} = {word}" for i, word in enumerate(classes))
        said = remark("the classes of {name!r} are numbered: {classes}", name=name, classes=shown[:200])
        return chosen.astype(np.float64)[:, None], classes, [said]

    def _require_labels(self, y: Array, cells: Cells, names: tuple[str, ...]) -> None:
        wrong = np.argwhere((y != 0.0) & (y != 1.0))
        if len(wrong):
            row, column = wrong[0]
            raise SpecError("{path}: row {row}, column {column!r}: a label is 0 or 1, not {value}",
                            path=self.path, row=int(cells.lines[row]), column=names[column],
                            value=float(y[row, column]))
