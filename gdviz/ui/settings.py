"""What is remembered between two sessions; a damaged value counts as never set."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "zh_CN")
TEXT_SIZES = (100, 125, 150)
MOST_RECENT = 8

T = TypeVar("T", str, int)


class Settings:
    """Typed access to a QSettings; every value read is checked against what is allowed.

    faults: names of what was found damaged, for the window to tell.
    """

    def __init__(self, store: QSettings) -> None:
        self._store = store
        self.faults: list[str] = []
        path = Path(store.fileName())
        # Qt reads a file of garbage as one without keys, and reports no error.
        if path.is_file() and path.stat().st_size and not store.allKeys():
            self.faults.append("settings")

    def _one_of(self, key: str, allowed: tuple[T, ...]) -> T:
        found = self._store.value(key)
        for value in allowed:
            if str(found) == str(value):
                return value
        if found is not None:
            self.fault(key)
        return allowed[0]

    def fault(self, name: str) -> None:
        """Remember that something was damaged; it is forgotten, so that it is told once only."""
        if name not in self.faults:
            self.faults.append(name)
        self._store.remove(name)

    @property
    def theme(self) -> str:
        return self._one_of("theme", THEMES)

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("theme", value)

    @property
    def language(self) -> str:
        return self._one_of("language", LANGUAGES)

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("language", value)

    @property
    def text_size(self) -> int:
        """In percent."""
        return self._one_of("text_size", TEXT_SIZES)

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._store.setValue("text_size", value)

    @property
    def geometry(self) -> QByteArray:
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def layout(self) -> QByteArray:
        return self._bytes("layout")

    @layout.setter
    def layout(self, value: QByteArray) -> None:
        self._store.setValue("layout", value)

    def _bytes(self, key: str) -> QByteArray:
        found = self._store.value(key)
        return found if isinstance(found, QByteArray) else QByteArray()

    @property
    def recent(self) -> list[Path]:
        """Scenario files, the latest first."""
        found = self._store.value("recent")
        names = [found] if isinstance(found, str) else found if isinstance(found, list) else []
        return [Path(name) for name in names if isinstance(name, str) and name][:MOST_RECENT]

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        kept = [str(path), *(str(old) for old in self.recent if old != path)]
        self._store.setValue("recent", kept[:MOST_RECENT])

    @property
    def last_scenario(self) -> str:
        """The scenario that was shown last, as TOML; empty if there is none."""
        found = self._store.value("last_scenario")
        return found if isinstance(found, str) else ""

    @last_scenario.setter
    def last_scenario(self, value: str) -> None:
        self._store.setValue("last_scenario", value)

    def sync(self) -> None:
        """Write everything now."""
        self._store.sync()
