"""Where the Tab key leads: through the window as it is read, however often its parts are made anew."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenuBar, QScrollArea, QToolBar, QWidget

LAST = (QToolBar, QMenuBar)  # after panels and pictures: the bar of time, then the corner of the menu bar
REGIONS = (QDockWidget, *LAST)


def move_focus(window: QMainWindow, forward: bool) -> bool:
    """Give the focus to the next control, or the one before, round and round; False if there is none."""
    order = reading_order(window)
    if not order:
        return False
    here = window.focusWidget()
    if here in order:
        there = order[(order.index(here) + (1 if forward else -1)) % len(order)]
    else:
        # What had the focus has gone: the pictures' keys can be pressed without harm.
        there = next((widget for widget in order if _region(widget, window) is window), order[0])
    there.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    around = there.parentWidget()
    while around is not None and around is not window:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(there)
        around = around.parentWidget()
    return True


def reading_order(window: QMainWindow) -> list[QWidget]:
    """What the Tab key reaches: region after region from the left, in each line after line."""
    found: dict[QWidget, list[QWidget]] = {}
    for widget in window.findChildren(QWidget):
        if widget.window() is window and _takes_tab(widget):
            found.setdefault(_region(widget, window), []).append(widget)
    regions = sorted(found, key=lambda region: _rank(region, window))
    return [widget for region in regions for widget in _lines(found[region], region)]


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _region(widget: QWidget, window: QMainWindow) -> QWidget:
    """The panel or bar that holds a widget, or the window for what is in its middle."""
    around: QWidget | None = widget
    while around is not None and around is not window:
        if isinstance(around, REGIONS):
            return around
        around = around.parentWidget()
    return window


def _rank(region: QWidget, window: QMainWindow) -> tuple[int, int, int]:
    middle = window.centralWidget() if region is window else None
    place = (middle or region).mapTo(window, QPoint())
    last = next((i for i, kind in enumerate(LAST, 1) if isinstance(region, kind)), 0)
    return (last, place.x(), place.y())


def _lines(widgets: list[QWidget], region: QWidget) -> list[QWidget]:
    """From top to bottom, and from the left where they stand side by side; a group before what is in it."""
    groups = {one for one in widgets if any(one.isAncestorOf(w) for w in widgets if w is not one)}
    waiting = sorted(widgets, key=lambda widget: (_top(widget, region), widget not in groups))
    order: list[QWidget] = []
    while waiting:
        first = waiting.pop(0)
        line = [first]
        if first not in groups:
            bottom = _top(first, region) + first.height()
            beside = [w for w in waiting if w not in groups and _top(w, region) + w.height() // 2 < bottom]
            line += beside
            waiting = [w for w in waiting if w not in beside]
        order += sorted(line, key=lambda widget: widget.mapTo(region, QPoint()).x())
    return order


def _top(widget: QWidget, region: QWidget) -> int:
    return widget.mapTo(region, QPoint()).y()
