"""The guide: what a scenario shows, what to try, and the question to answer before it is played."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdviz.frame import Frame
from gdviz.scenario import Scenario
from gdviz.ui.buttons import IconButton
from gdviz.ui.docks.question_card import QuestionCard
from gdviz.ui.language import Translate
from gdviz.ui.lesson import paragraphs, rich
from gdviz.ui.theme import Theme

LINE = 135  # percent: the height of a line


class Guide(QWidget):
    """`guessed(guess)`, `skipped()`, `asked()`: from the question; `closed()`: from the button."""

    guessed = Signal(object)
    skipped = Signal()
    asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self.setObjectName("guide")
        self._theme, self._tr = theme, tr
        self._scenario: Scenario | None = None
        self._title, self._text = self._label(600), self._label()
        self._title.setObjectName("guide_title")
        self._text.setObjectName("guide_text")
        self._card = QuestionCard(theme, tr)
        self._card.guessed.connect(self.guessed)
        self._card.skipped.connect(self.skipped)
        self._card.asked.connect(self.asked)
        close = IconButton(theme, "button_close_guide", "close", tr("Close the guide"), size=26, icon_size=18)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addWidget(self._text)
        layout.addWidget(self._card)
        layout.addSpacing(theme.px(8))
        layout.addStretch(1)
        rule = QWidget()
        rule.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rule.setStyleSheet(f"background:{theme.border}")
        rule.setFixedHeight(1)
        layout.addWidget(rule)

    def _label(self, weight: int = 400) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setFont(self._theme.font(13, weight))
        label.setWordWrap(True)
        return label

    def show_scenario(self, scenario: Scenario) -> None:
        """Show a scenario's texts."""
        self._scenario = scenario
        theme, tr = self._theme, self._tr
        title = tr(scenario.title, "scenario") if scenario.title else tr("Scenario guide")
        self._title.setText(rich(title, theme))
        parts = paragraphs(tr(scenario.text, "scenario")) if scenario.text else []
        said = [f"<p style='line-height:{LINE}%;margin:0 0 {theme.px(6)}px 0'>{rich(part, theme)}</p>"
                for part in parts]  # fmt: skip
        self._text.setText("".join(said))
        self._text.setVisible(bool(parts))
        self._card.setVisible(scenario.question is not None)

    def show_frame(self, frame: Frame) -> None:
        """Show how the question stands."""
        scenario = self._scenario
        if scenario is not None and scenario.question is not None:
            self._card.show_frame(self._tr(scenario.question.text, "scenario"), frame)


def has_guide(scenario: Scenario) -> bool:
    """Whether there is anything to be read."""
    return bool(scenario.text.strip()) or scenario.question is not None
