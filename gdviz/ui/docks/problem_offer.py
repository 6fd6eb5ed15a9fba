"""What can be minimised: samples with a model, a formula or table of one's own, and the known functions."""

from __future__ import annotations

from gdviz.engine.datasets.csv import Csv
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.objective import Objective
from gdviz.ui.language import Translate
from gdviz.ui.offers import Entry, Group, groups_of, sought, told

DATA = "data:"  # before the kind of a data set, among the keys of objectives
FILE = "file:"  # the key of a table from a file


class ProblemOffer:
    """Every objective and data set, under headings."""

    def __init__(self, tr: Translate) -> None:
        self._tr = tr

    def entry(self, key: str) -> Entry | None:
        """The entry with this key; None if there is none."""
        if key == FILE:
            return self._table(told(FILE, Csv, self._tr))
        family = Dataset if key.startswith(DATA) else Objective
        made = family.catalogue.get(key.removeprefix(DATA))
        return None if made is None else told(key, made, self._tr)

    def groups(self) -> list[Group]:
        """Data, one's own, then functions."""
        tr = self._tr
        (samples,) = groups_of(Dataset, tr)
        own, *functions = groups_of(Objective, tr)
        also = f" | {sought(tr('Data'))} | data"
        table = next(entry for entry in samples.entries if entry.key == Csv.kind)
        shipped = (
            entry._replace(key=DATA + entry.key, words=entry.words + also)
            for entry in samples.entries
            if entry is not table
        )
        mine = (*own.entries, self._table(table._replace(words=table.words + also)))
        return [Group(tr("Data"), tuple(shipped)), own._replace(entries=mine), *functions]

    def _table(self, entry: Entry) -> Entry:
        return entry._replace(key=FILE, label=self._tr("Table from a file") + "…", asks=True)
