"""A word that is shown for a moment under the menu bar: that something was copied, or where it went."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QLabel, QMainWindow, QToolTip

MOMENT = 5000  # ms
MARGIN = 12  # pixels from the edges


class Notice(QLabel):
    """Looks like a tool tip. Unlike one it outlives the dialog that it tells of, and where the mouse goes."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMargin(6)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MOMENT)
        self._timer.timeout.connect(self.hide)

    def tell(self, text: str, below: int, width: int) -> None:
        """Show a text at a height, in no more than this width."""
        self.setPalette(QToolTip.palette())
        self.setFont(QToolTip.font())
        metrics, middle = QFontMetrics(self.font()), Qt.TextElideMode.ElideMiddle
        self.setText("\n".join(metrics.elidedText(line, middle, width) for line in text.splitlines()))
        self.adjustSize()
        self.move((self.window().width() - self.width()) // 2, below)  # where a head is empty
        self.show()
        self.raise_()
        self._timer.start()


def show_notice(window: QMainWindow, text: str) -> None:
    """Show it in a window, in the place of the one before."""
    found = window.findChild(Notice) or Notice(window)
    found.tell(text, window.menuBar().height() + MARGIN // 2, window.width() - 4 * MARGIN)
