"""The gallery: every scenario that comes with the program, by chapters, with a picture of each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gdviz import library
from gdviz.ui.gallery_card import GalleryCard
from gdviz.ui.language import Translate
from gdviz.ui.lesson import first_sentence
from gdviz.ui.theme import Theme
from gdviz.ui.thumbnails import Look, Thumbnails

GAP, MARGIN = 14, 20  # px
ROWS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
MOVES = (*ROWS, *STEPS, Qt.Key.Key_Home, Qt.Key.Key_End)


class GalleryDialog(QDialog):
    """`chosen(name)` when a scenario is to be opened; it stands beside the window and closes then.

    It begins at the scenario named `here`, or at the first.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, tr: Translate, thumbnails: Thumbnails, parent: QWidget, here: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self.setWindowTitle(tr("Gallery"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._tr, self._thumbnails, self._here = theme, tr, thumbnails, here
        self._cards: dict[str, GalleryCard] = {}
        self._grids: list[tuple[QGridLayout, list[GalleryCard]]] = []
        self._columns = 0
        page = QWidget()
        column = QVBoxLayout(page)
        margin = theme.px(MARGIN)
        column.setContentsMargins(margin, theme.px(12), margin, margin)
        column.setSpacing(theme.px(8))
        for chapter, names in library.CHAPTERS.items():
            self._add_chapter(column, chapter, names)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("gallery_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        thumbnails.ready.connect(self._show_picture)
        self.setMinimumWidth(self._width(1))
        wanted = self._width(4)
        self.resize(min(wanted, self._width(self._fitting(parent.width() - theme.px(40)))),
                    max(parent.height() - theme.px(80), theme.px(360)))  # fmt: skip

    def _add_chapter(self, column: QVBoxLayout, chapter: str, names: tuple[str, ...]) -> None:
        tr, theme = self._tr, self._theme
        heading = QLabel(tr(chapter, "scenario"))
        heading.setFont(theme.font(13, 600))
        heading.setContentsMargins(0, theme.px(8), 0, 0)
        column.addWidget(heading)
        grid, cards = QGridLayout(), []
        grid.setHorizontalSpacing(theme.px(GAP))
        grid.setVerticalSpacing(theme.px(GAP))
        column.addLayout(grid)
        for name in names:
            shown = library.shipped(name)
            asks = tr("Asks for your guess first") if shown.question is not None else ""
            about = first_sentence(tr(shown.text, "scenario"))
            card = GalleryCard(theme, name, tr(shown.title, "scenario"), about, asks)
            card.opened.connect(self._open)
            card.installEventFilter(self)
            self._cards[name] = card
            cards.append(card)
        self._grids.append((grid, cards))

    # Pictures

    def showEvent(self, event: QShowEvent) -> None:
        """Pictures come one after another, from the first that is seen."""
        super().showEvent(event)
        names = list(self._cards)
        at = names.index(self._here) if self._here in names else 0
        first = self._cards[names[at]]
        first.setFocus()
        size, language = first.picture, "zh_CN" if self._theme.chinese else "en"
        look = Look(self._theme, language, size.width(), size.height(), self.devicePixelRatioF())
        above = max(at - at % max(self._columns, 1) - self._columns, 0)  # about the first that is seen
        self._thumbnails.want(names[above:] + names[:above], look)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on unseen."""
        self._thumbnails.stop()
        super().hideEvent(event)

    def _show_picture(self, name: str, image: QImage) -> None:
        self._cards[name].show_picture(image)

    # Columns

    def _width(self, columns: int) -> int:
        """The width of so many columns with all that is around them."""
        card = next(iter(self._cards.values())).width()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        return columns * card + (columns - 1) * self._theme.px(GAP) + 2 * self._theme.px(MARGIN) + bar

    def _fitting(self, width: int) -> int:
        """How many columns fit."""
        columns = 1
        while self._width(columns + 1) <= width:
            columns += 1
        return columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards side by side as fit."""
        super().resizeEvent(event)
        columns = self._fitting(self.width())
        if columns == self._columns:
            return
        for grid, cards in self._grids:
            for old in range(max(self._columns, columns) + 1):
                grid.setColumnStretch(old, 0)
            for card in cards:
                grid.removeWidget(card)
            for i, card in enumerate(cards):
                grid.addWidget(card, i // columns, i % columns)
            grid.setColumnStretch(columns, 1)
        self._columns = columns

    # The hand

    def _open(self) -> None:
        card = self.sender()
        assert isinstance(card, GalleryCard)
        self.chosen.emit(card.name)
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has the focus is scrolled into view; arrows move from card to card before they scroll."""
        if not isinstance(watched, GalleryCard):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusIn:
            self._scroll.ensureWidgetVisible(watched, 0, self._theme.px(48))
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES:
            self._move(watched, event.key())
            return True
        return super().eventFilter(watched, event)

    def _move(self, card: GalleryCard, key: int) -> None:
        """Give another card the focus."""
        cards = list(self._cards.values())
        if key in STEPS:
            at = cards.index(card) + STEPS[key]
            target = cards[min(max(at, 0), len(cards) - 1)]
        elif key in ROWS:
            target = self._beside(card, ROWS[key])
        else:
            target = cards[0 if key == Qt.Key.Key_Home else -1]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _beside(self, card: GalleryCard, rows: int) -> GalleryCard:
        """The card above or below, in the next chapter too; the same where there is none."""
        lines = [cards[i : i + self._columns] for _, cards in self._grids
                 for i in range(0, len(cards), self._columns)]  # fmt: skip
        at = next(i for i, line in enumerate(lines) if card in line)
        if not 0 <= at + rows < len(lines):
            return card
        line = lines[at + rows]
        return line[min(lines[at].index(card), len(line) - 1)]
