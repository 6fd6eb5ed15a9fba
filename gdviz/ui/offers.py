"""What can be chosen from: entries under headings, each with its sentence and the words it is found by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from gdviz.engine.catalogue import grouped
from gdviz.spec import Spec
from gdviz.ui.language import Translate, chinese, in_order, plain

Fitting = Callable[[type[Any]], bool]


class Entry(NamedTuple):
    """key: what is chosen; label and about: as they are shown; names: what it is called, as `sought`.

    words: all else by which it is found; asks: whether something is asked first: arrow keys pass over it.
    """

    key: str
    label: str
    about: str
    names: tuple[str, ...] = ()
    words: str = ""
    asks: bool = False

    def rank(self, wanted: str) -> int:
        """How well it answers what is `sought`: 0 by its whole name, 3 by other words."""
        if wanted in self.names:
            return 0
        if any(name.startswith(wanted) for name in self.names):
            return 1
        return 2 if any(wanted in name for name in self.names) else 3

    def answers(self, wanted: str) -> bool:
        """Whether every word that is `sought` occurs."""
        texts = (*self.names, self.words)
        return all(any(part in text for text in texts) for part in wanted.split())


class Group(NamedTuple):
    """Entries under a heading; "" for none."""

    heading: str
    entries: tuple[Entry, ...]

    def matching(self, wanted: str) -> Group:
        """The entries that answer what is `sought`."""
        return Group(self.heading, tuple(entry for entry in self.entries if entry.answers(wanted)))


class Offer(Protocol):
    """Something to choose from; its groups are made only when they are to be seen."""

    def entry(self, key: str) -> Entry | None:
        """The entry with this key, without what it is found by; None if there is none."""

    def groups(self) -> list[Group]:
        """All of them, with what they are found by."""


def sought(text: str) -> str:
    """A text as it is compared: without case, accents and signs between words; wide letters as others."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", kept).strip()


class FamilyOffer:
    """The members of a family, or those that are `fitting`, in the order in which a reader seeks them."""

    def __init__(self, family: type[Spec], tr: Translate, fitting: Fitting | None = None) -> None:
        self._family, self._tr, self._fitting = family, tr, fitting

    def entry(self, key: str) -> Entry | None:
        """The entry with this key, whether it fits or not."""
        made = self._family.catalogue.get(key)
        return None if made is None else told(key, made, self._tr)

    def groups(self) -> list[Group]:
        """Those that fit, under the family's headings."""
        return groups_of(self._family, self._tr, self._fitting)


def told(key: str, made: type[Any], tr: Translate) -> Entry:
    """A member of a family as an entry with this key."""
    return Entry(key, tr(made.label, "catalogue"), tr(made.about, "catalogue"))


def groups_of(family: type[Spec], tr: Translate, fitting: Fitting | None = None) -> list[Group]:
    """The members of a family under its headings; they are found by words of both languages."""
    languages = (tr, plain, chinese())
    members = [(kind, made) for kind, made in in_order(family.catalogue, tr) if not fitting or fitting(made)]
    found = []
    for group, held in grouped(members, family.groups):
        heading = tr(group, "catalogue") if group else ""
        entries = (_findable(told(kind, made, tr), made, group, languages) for kind, made in held)
        found.append(Group(heading, tuple(entries)))
    return found


def _findable(entry: Entry, made: type[Any], group: str, languages: tuple[Translate, ...]) -> Entry:
    names = {entry.key, *(speak(made.label, "catalogue") for speak in languages)}
    texts = {speak(text, "catalogue") for text in (made.about, group) if text for speak in languages}
    words = " | ".join(map(sought, texts))
    return entry._replace(names=tuple(filter(None, map(sought, names))), words=words)
