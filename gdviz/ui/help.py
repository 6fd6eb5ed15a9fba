"""The help window: a short guide, and the keys as the actions have them."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from gdviz.ui.actions import Actions
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme

GUIDE = (
    "Choose a problem at the left, add optimizers below it, and press play. Every learning rate can be "
    "dragged; the whole path answers at once.",
    "Drag the ring on the map or curve to start elsewhere; a double click puts it there.",
    "Step with the arrow keys, or drag the play-head in the loss or the slider below: every step is "
    "recorded, so you can go back and forth.",
    "The pale lines are what comes. Click a run to see its step in the inspector: what was, what is added, "
    "what comes next.",
    "Click “Loss” for other quantities, such as the error, whose rate of convergence is told; the list at "
    "the right says against what. The band below names the land that the chosen run goes through.",
    "Drop a table on the window to fit a model to your own samples. Click into the data to see what the "
    "chosen run predicts there, at first and now; drag that place, or click it again to be rid of it.",
    "The seed decides all that is random: the start, and the order of the batches at each step; samples that "
    "are drawn have a seed of their own. Two runs with the same seeds are identical.",
    "More blue is lower. Keys without Ctrl work where the pictures have the focus: click into one first.",
)  # fmt: skip


class HelpDialog(QDialog):
    """Guide and keys on one page."""

    def __init__(self, theme: Theme, tr: Translate, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys and guide"))
        self.resize(QSize(theme.px(560), theme.px(620)).boundedTo(parent.size()))
        text = QTextBrowser()
        text.setObjectName("help_text")
        text.setAccessibleName(tr("Keys and guide"))
        text.setFont(theme.font())
        text.setStyleSheet(f"QTextBrowser{{border:none;background:{theme.window}}}")
        guide = "".join(f"<p>{escape(tr(line, 'help'))}</p>" for line in GUIDE)
        keys = self._keys(actions, theme)
        text.setHtml(f"<h3>{escape(tr('Guide'))}</h3>{guide}<h3>{escape(tr('Keys'))}</h3>{keys}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(buttons)

    def _keys(self, actions: Actions, theme: Theme) -> str:
        rows = []
        for _, action in actions.items():
            keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
            if keys:
                words = escape(action.text().rstrip("…"))
                rows.append(
                    f"<tr><td style='padding:3px 24px 3px 0;color:{theme.muted}'>"
                    f"{escape(', '.join(keys))}</td><td style='padding:3px 0'>{words}</td></tr>"
                )
        return f"<table>{''.join(rows)}</table>"
