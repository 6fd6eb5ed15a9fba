"""A list to choose from that opens over the window: under headings, found by typing, each entry explained."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from gdviz.ui.language import Translate
from gdviz.ui.offers import Entry, Group, sought
from gdviz.ui.theme import Theme

WIDE, HIGH = 340, 480  # px: at least so wide, at most so high
GAP = 4  # px between the list and what it was opened from
EDGE = 8  # px from the window's edge
ROW, HEADING = 26, 30  # px
UP, DOWN, BACK, ON = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown
MOVES: dict[int, int] = {UP: -1, DOWN: 1, BACK: -10, ON: 10}
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAVES = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
KEY = int(Qt.ItemDataRole.UserRole)


def host_of(widget: QWidget) -> QWidget:
    """The window that a list opens over: the main one also for what stands in a floating panel."""
    top = widget.window()
    around = top.parentWidget()
    return around.window() if isinstance(top, QDockWidget) and around is not None else top


class Picker(QWidget):
    """`chosen(key)` by the user's hand; the list is gone then, as after Escape or a click beside it.

    It is part of the window, which lies under it as under a veil, so that input methods, screen readers and
    pictures of the window know it as they know any other field.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, tr: Translate, title: str, groups: Sequence[Group], present: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName("picker_veil")
        self._theme, self._groups, self._present = theme, groups, present
        self._mouse = QCursor.pos()
        self._shown: dict[str, Entry] = {}
        self._before: QWidget | None = None
        self._search = QLineEdit()
        self._search.setObjectName("picker_search")
        self._search.setAccessibleName(title)
        self._search.setFont(theme.font())
        heading = title[:1].upper() + title[1:]
        self._search.setPlaceholderText(tr("{title}: type to find").format(title=heading))
        self._search.textChanged.connect(self._find)
        self._search.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("picker_list")
        self._list.setAccessibleName(title)
        self._list.setFont(theme.font())
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemEntered.connect(self._hover)
        self._list.itemClicked.connect(self._take)
        self._list.currentItemChanged.connect(self._explain)
        self._about = QLabel()
        self._about.setObjectName("picker_about")
        self._about.setFont(theme.font(12))
        self._about.setWordWrap(True)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none = tr("nothing found")
        self._panel = self._framed()
        self._fill(groups)
        items = self._items()
        known = (item for item in items if item.data(KEY) == present)
        self._point_at(next(known, items[0] if items else None))

    def _framed(self) -> QFrame:
        theme, panel = self._theme, QFrame(self)
        panel.setObjectName("picker")
        under_mouse = theme.pressed if theme.dark else theme.hover
        panel.setStyleSheet(
            f"#picker{{background:{theme.base};border:1px solid {theme.border2};"
            f"border-radius:{theme.px(6)}px}}"
            f"#picker_list{{background:{theme.base};border:none;outline:none}}"
            f"#picker_list::item{{padding:0 {theme.px(8)}px;border:none;border-radius:{theme.px(4)}px;"
            f"color:{theme.text}}}"
            f"#picker_list::item:disabled{{color:{theme.muted}}}"
            f"#picker_list::item:selected{{background:{under_mouse};color:{theme.text}}}"
            f"#picker_about{{color:{theme.muted};border-top:1px solid {theme.border};"
            f"padding:{theme.px(7)}px {theme.px(8)}px 0 {theme.px(8)}px}}"
        )
        column = QVBoxLayout(panel)
        margin = theme.px(8)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(6))
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(self._about)
        return panel

    # What is shown

    def _fill(self, groups: Sequence[Group]) -> None:
        theme = self._theme
        self._list.clear()
        self._shown = {entry.key: entry for group in groups for entry in group.entries}
        for group in groups:
            if group.heading and group.entries:
                heading = QListWidgetItem(group.heading, self._list)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setFont(theme.font(12, 600))
                heading.setSizeHint(QSize(0, theme.px(HEADING)))
                heading.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            for entry in group.entries:
                item = QListWidgetItem(entry.label, self._list)
                item.setData(KEY, entry.key)
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, entry.about)
                item.setSizeHint(QSize(0, theme.px(ROW)))
                if entry.key == self._present:
                    item.setFont(theme.font(13, 600))

    def _items(self) -> list[QListWidgetItem]:
        """What can be chosen, from top to bottom; headings apart."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return [item for item in items if item.data(KEY)]

    def _find(self, text: str) -> None:
        """Show what is found by this text, and point at what answers it best."""
        wanted = sought(text)
        self._fill([group.matching(wanted) for group in self._groups])
        items = self._items()
        best = min(items, key=lambda item: self._shown[item.data(KEY)].rank(wanted), default=None)
        self._point_at(best)
        if best is None:
            self._say(self._none, "")

    def _point_at(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            above = max(self._list.row(item) - 1, 0)
            self._list.scrollToItem(self._list.item(above))  # it may be the heading
            self._list.setCurrentItem(item)

    def _explain(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(KEY):
            entry = self._shown[item.data(KEY)]
            self._say(entry.about, entry.label)

    def _say(self, about: str, label: str) -> None:
        """What is pointed at, below the list, and for those who cannot see it."""
        self._about.setText(about)
        self._search.setAccessibleDescription(": ".join(filter(None, (label, about))))

    # Coming and going

    def open_by(self, anchor: QWidget, text: str = "") -> None:
        """Open beside a widget, over the middle of the window if that is not to be seen; `text` is typed."""
        host = host_of(anchor)
        self._before = QApplication.focusWidget()
        self.setParent(host)
        self.setGeometry(host.rect())
        host.installEventFilter(self)
        anchor.destroyed.connect(self._lose)
        at = QRect(host.mapFromGlobal(anchor.mapToGlobal(QPoint())), anchor.size())
        seen = anchor is not host and not anchor.visibleRegion().isEmpty()
        self._panel.setGeometry(self._place(host.rect(), at if seen else None))
        self.show()
        self.raise_()
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)
        self._search.setText(text)
        current = self._list.currentItem()
        if current is not None and not text:
            self._list.scrollToItem(current, QListWidget.ScrollHint.PositionAtCenter)

    def _place(self, room: QRect, anchor: QRect | None) -> QRect:
        """Below the anchor, else above, else beside it; in the upper middle without one."""
        px, edge = self._theme.px, self._theme.px(EDGE)
        wide = min(max(px(WIDE), anchor.width() if anchor else 0), room.width() - 2 * edge)
        self._about.setFixedHeight(self._about_height(wide - 2 * px(8) - 2))
        layout = self._panel.layout()
        rest = layout.sizeHint().height() - self._list.sizeHint().height() if layout else 0
        rows = sum(self._list.sizeHintForRow(row) for row in range(self._list.count()))
        high = min(rows + rest + px(4), px(HIGH), room.height() - 2 * edge)
        if anchor is None:
            return QRect((room.width() - wide) // 2, max((room.height() - high) // 3, edge), wide, high)
        x, y = anchor.left(), anchor.bottom() + px(GAP)
        if y + high > room.height() - edge:
            y = anchor.top() - px(GAP) - high
            if y < edge:
                x = anchor.right() + px(GAP)
                y = max(min(anchor.top(), room.height() - edge - high), edge)
        x = max(min(x, room.width() - edge - wide), edge)
        return QRect(x, y, wide, high)

    def _about_height(self, width: int) -> int:
        """What the longest sentence takes, so that nothing moves from one to the other."""
        shown, high = self._about.text(), 0
        self._about.ensurePolished()
        for entry in (entry for group in self._groups for entry in group.entries):
            self._about.setText(entry.about)
            high = max(high, self._about.heightForWidth(width))
        self._about.setText(shown)
        return high

    def _dismiss(self, back: bool = True) -> None:
        """Be gone; `back`: the keys go back to where they were."""
        host, before = self.parentWidget(), self._before
        if host is None or self.isHidden():
            return
        host.removeEventFilter(self)
        self._search.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        if back and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lose(self) -> None:
        """Be gone with what it was opened from."""
        self._dismiss(back=False)

    # The hand

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(KEY):
            key = item.data(KEY)
            self._dismiss()
            self.chosen.emit(key)

    def _hover(self, item: QListWidgetItem) -> None:
        """Point at what the mouse is moved to, not at what comes to lie under it."""
        before, self._mouse = self._mouse, QCursor.pos()
        if self._mouse != before and item.data(KEY):
            self._list.setCurrentItem(item)

    def _move(self, rows: int) -> None:
        """Point at another entry; headings are passed over."""
        items = self._items()
        if items:
            at = items.index(self._list.currentItem()) if self._list.currentItem() in items else -rows
            self._point_at(items[min(max(at + rows, 0), len(items) - 1)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while one types; the keys of another place, or another size, end it."""
        if watched is not self._search:
            if event.type() == QEvent.Type.Resize:
                self._dismiss()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in ELSEWHERE:
            self._dismiss(back=False)
        return False

    def _key(self, key: int) -> bool:
        if key in MOVES:
            self._move(MOVES[key])
        elif key in ENTERS:
            self._take(self._list.currentItem())
        elif key in LEAVES:
            self._dismiss()
        return key in (*MOVES, *ENTERS, *LEAVES)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the list ends it, and does nothing else."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self._dismiss()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing under the veil is scrolled."""
        event.accept()
