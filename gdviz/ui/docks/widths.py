"""How wide the panels at both sides are in windows of any width, and which give way in very narrow ones."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QMainWindow

from gdviz.ui.docks.panel import Panel
from gdviz.ui.theme import Theme

ONE_SIDE = 760  # px of the window, times text size: below, there is room for panels at one side only
NARROW, WIDE = 1000, 1400  # px of the window: below the one panels are narrow, from the other on wide
USUAL = {"problem": 264, "inspector": 304}  # px
WIDTHS = {"one side": USUAL, "narrow": {"problem": 232, "inspector": 272}, "usual": USUAL,
          "wide": {"problem": 272, "inspector": 328}}  # fmt: skip
GIVING_WAY = {False: {"inspector"}, True: {"inspector", "problem", "runs", "start"}}  # by: the guide is open


class Widths:
    """Widths that the user has chosen stay; which panels gave way is kept in the window for the next desk,
    which comes when theme or language change.
    """

    def __init__(self, theme: Theme, window: QMainWindow, docks: Mapping[str, Panel]) -> None:
        self._theme, self._window, self._docks = theme, window, docks
        self._class = "usual"
        self._reading = False  # whether the guide has the only side
        self._tucked: set[str] = set()  # hidden for want of room
        self._inherited = set(window.property("tucked_panels") or ())
        self._freed = False  # whether that has just changed what room is left

    def reset(self) -> None:
        """As wide as is usual, before all that has been shown is suited to the window."""
        self.forget()
        self._resize(USUAL)

    def tucked(self, dock: Panel) -> bool:
        """Whether it is hidden only for want of room."""
        return any(self._docks[name] is dock for name in self._tucked)

    def suit(self, folded: bool) -> bool:
        """Other widths for a window of another size, unless its panels are `folded` away.

        Whether panels have just gone or come back, so that all has to be shared once more.
        """
        if not self._window.isVisible():
            return False
        width, was, docks = self._window.width(), self._class, self._docks
        now = "wide" if width >= WIDE else "usual" if width >= NARROW else "narrow"
        if width < ONE_SIDE * self._theme.scale:
            now = "one side"
        reading = now == "one side" and not docks["guide"].isHidden()
        freed, self._freed = self._freed, False
        if not folded and (now, reading) != (was, self._reading):
            giving_way = GIVING_WAY[reading] if now == "one side" else set()
            self._tuck({name for name in giving_way if name in self._tucked or not docks[name].isHidden()})
        self._class, self._reading = now, reading
        for name, px in WIDTHS[now].items():
            before = WIDTHS[was][name]
            given = px != before and abs(docks[name].width() - self._theme.px(before)) <= 2
            if given or freed:
                self._resize({name: px})
        return self._freed

    def forget(self) -> None:
        """When all docks have been shown, or folded away: none is hidden for want of room any more."""
        self._tucked, self._class, self._reading = set(), "usual", False

    def widen(self, old: float) -> None:
        """Make the docks as much wider as the text has grown since its scale was `old`; not narrower than
        usual, for what had to give way to large text comes back with small.
        """
        self.forget()  # what was made of the window before its layout has come back
        self._tucked = set(self._inherited)
        if old != self._theme.scale:
            self._resize({name: max(self._docks[name].width() / old, px) for name, px in USUAL.items()})

    def layout(self, version: int) -> QByteArray:
        """The window's layout, in which panels that only gave way have their places."""
        for name in self._tucked:
            self._docks[name].show()
        return self._window.saveState(version)

    def _resize(self, widths: Mapping[str, float]) -> None:
        """In px; the guide has the inspector's width where that is hidden, and less where it is alone."""
        for name, px in widths.items():
            dock = self._docks[name]
            if name == "inspector" and dock.isHidden():
                dock, px = self._docks["guide"], USUAL["problem"] if self._reading else px
            if not dock.isFloating():
                self._window.resizeDocks([dock], [self._theme.px(px)], Qt.Orientation.Horizontal)

    def _tuck(self, tucked: set[str]) -> None:
        """Hide these for want of room, and bring the others back."""
        for name in tucked ^ self._tucked:
            self._docks[name].setVisible(name not in tucked)
            self._freed = True
        self._tucked = tucked
        self._window.setProperty("tucked_panels", sorted(tucked))
