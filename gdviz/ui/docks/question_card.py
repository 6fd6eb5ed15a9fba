"""The question of a scenario: how a guess is given, and how it is told what was right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from gdviz.frame import Frame, Lane
from gdviz.question import (
    ARRIVES,
    DIVERGES,
    OSCILLATES,
    OUTCOMES,
    UNDERWAY,
    OfRun,
    Prediction,
    What,
    Where,
    Which,
)
from gdviz.ui.fields import NumberField
from gdviz.ui.language import Translate, run_name, sentence
from gdviz.ui.lesson import rich
from gdviz.ui.numbers import shown, vector
from gdviz.ui.rows import muted_label
from gdviz.ui.swatch import marker_icon
from gdviz.ui.theme import Theme


class QuestionCard(QFrame):
    """`guessed(guess)`, `skipped()`, `asked()`: by the user's hand.

    Its contents are made anew when another question is asked or the question reaches another stage.
    """

    guessed = Signal(object)
    skipped = Signal()
    asked = Signal()

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self.setObjectName("question")
        self._theme, self._tr = theme, tr
        self._told: object = None
        self._text = ""
        self._fields: list[NumberField] = []
        self._group: QButtonGroup | None = None
        self._outcomes = {
            ARRIVES: tr("It arrives and stays"), UNDERWAY: tr("It is still on its way"),
            OSCILLATES: tr("It swings back and forth"), DIVERGES: tr("It runs away"),
        }  # fmt: skip
        edge = f"border:1px solid {theme.border};border-radius:{theme.px(6)}px"
        self.setStyleSheet(f"#question{{background:{theme.card};{edge}}}")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(10))
        self._layout.setSpacing(theme.px(6))

    def show_frame(self, text: str, frame: Frame) -> None:
        """Show the question as it stands in a frame; `text` is translated already."""
        asked = frame.prediction
        stage = asked and (asked.question, asked.truth, asked.fixed)
        names = [(run_name(lane, self._tr), lane.slot) for lane in frame.lanes]
        told = (text, stage, names, frame.objective.axes[:2], asked and asked.truth and asked.guess)
        if told != self._told:
            self._told = told
            self._clear()
            self._say(text, 13, 600)
            if asked is None:
                self._row(("button_predict", self._tr("Predict"), self.asked))
            elif asked.truth is not None:
                self._tell(asked, frame)
            else:
                self._offer(asked, frame)
        if asked is not None and asked.truth is None:
            self._follow(asked)

    def _clear(self) -> None:
        """Take everything out."""
        self._fields, self._group = [], None
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def _say(self, text: str, size: int = 12, weight: int = 400, color: str = "") -> QLabel:
        label = QLabel(rich(text, self._theme))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setFont(self._theme.font(size, weight))
        label.setStyleSheet(f"color:{color or self._theme.text}")
        label.setWordWrap(True)
        self._layout.addWidget(label)
        return label

    # Asking

    def _offer(self, asked: Prediction, frame: Frame) -> None:
        """The ways to answer; once time runs, the guess alone."""
        tr = self._tr
        if isinstance(asked.question, Where):
            self._offer_place(frame)
        else:
            lanes = list(enumerate(frame.lanes))
            which = isinstance(asked.question, Which)
            options: list[tuple[Any, str, Lane | None]] = (
                [(i, run_name(lane, tr), lane) for i, lane in lanes]
                if which
                else [(outcome, self._outcomes[outcome], None) for outcome in OUTCOMES]
            )
            self._offer_options(options)
        self._hint = self._say("", color=self._theme.muted)
        self._hint.setObjectName("question_hint")
        if not asked.fixed:
            self._row(("button_skip", tr("Skip"), self.skipped))

    def _offer_options(self, options: list[tuple[Any, str, Lane | None]]) -> None:
        theme, self._group = self._theme, QButtonGroup(self)
        host = QFrame()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for i, (_, text, lane) in enumerate(options):
            button = QPushButton(text.replace("&", "&&"))
            button.setObjectName(f"guess_{i}")
            button.setCheckable(True)
            button.setFont(theme.font())
            button.setStyleSheet(
                f"QPushButton{{text-align:left;padding:0 {theme.px(9)}px;background:{theme.base}}}"
                f"QPushButton:hover{{background:{theme.hover}}}"
                f"QPushButton:checked{{background:{theme.pressed};border:{theme.px(1)}px solid {theme.ink}}}"
                f"QPushButton:disabled{{color:{theme.muted}}}"
                f"QPushButton:focus{{border:{theme.px(2)}px solid {theme.focus};padding:0 {theme.px(8)}px}}"
            )
            if lane is not None:
                button.setIcon(marker_icon(theme, theme.run(lane.slot), 14, self.devicePixelRatioF()))
                button.setIconSize(QSize(theme.px(14), theme.px(14)))
            self._group.addButton(button, i)
            column.addWidget(button)
        self._values = [value for value, _, _ in options]
        self._group.idClicked.connect(self._on_option)
        self._layout.addWidget(host)

    def _offer_place(self, frame: Frame) -> None:
        """A field for each coordinate, for those who do not click into the picture."""
        theme, host = self._theme, QFrame()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        for i, axis in enumerate(frame.objective.axes[:2]):
            words = self._tr("Guess {axis}").format(axis=axis)
            field = NumberField(theme, f"field_guess_{i}", words, tr=self._tr)
            field.value_edited.connect(self._on_place)
            field.setToolTip(words)
            row.addWidget(muted_label(theme, axis))
            row.addWidget(field, 1)
            self._fields.append(field)
        self._layout.addWidget(host)

    def _row(self, *buttons: tuple[str, str, Any]) -> None:
        host = QFrame()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, self._theme.px(2), 0, 0)
        row.addStretch(1)
        for name, words, signal in buttons:
            button = QPushButton(words)
            button.setObjectName(name)
            button.setFont(self._theme.font())
            button.clicked.connect(signal)
            row.addWidget(button)
        self._layout.addWidget(host)

    def _follow(self, asked: Prediction) -> None:
        """Show the guess as it is now, without making anything anew."""
        tr, open_ = self._tr, not asked.fixed
        if self._group is not None:
            for i, value in enumerate(self._values):
                button = self._group.button(i)
                button.setChecked(value == asked.guess)
                button.setEnabled(open_)
        for i, field in enumerate(self._fields):
            if isinstance(asked.guess, tuple):
                field.show_value(asked.guess[i])
            field.setEnabled(open_)
        if asked.fixed:
            hint = tr("Play on to the end to see whether you are right.")
        elif self._fields and asked.guess is not None:
            hint = tr("Press ‹Play›, or drag it elsewhere.")
        elif asked.guess is not None:
            hint = tr("Press ‹Play› to see whether you are right.")
        elif self._fields:
            hint = tr("Click into the picture where you expect it.")
        else:
            hint = tr("Choose before you press ‹Play›.")
        self._hint.setText(rich(hint, self._theme))

    def _on_option(self, index: int) -> None:
        self.guessed.emit(self._values[index])

    def _on_place(self, value: float) -> None:
        """A place is a guess as soon as each coordinate is given; the others begin at 0."""
        self.guessed.emit(tuple(float(value if field is self.sender() else field.value() or 0.0)
                                for field in self._fields))  # fmt: skip

    # Telling

    def _tell(self, asked: Prediction, frame: Frame) -> None:
        question, truth = asked.question, asked.truth
        theme, tr = self._theme, self._tr
        if isinstance(question, Where) and isinstance(truth, tuple):
            least = 1e-4 * max(asked.off, *map(abs, truth))  # a saddle is at 0, not at 2·10⁻⁷
            told = [0.0 if abs(x) < least else float(x) for x in truth]
            place = vector(told) if len(told) > 1 else shown(told[0])
            said = tr("It ended at {place}. You were {distance} off.").format(
                place=place, distance=shown(asked.off)
            )
        else:
            verdict = tr("Right.") if asked.right else tr("Not so.")
            said = f"{verdict} {self._truth(asked, frame)}"
        label = self._say(said, 13)
        label.setObjectName("question_verdict")
        if isinstance(question, OfRun):
            status = frame.lanes[question.run].statuses[0]
            ending = tr("{run}: {outcome}.").format(
                run=run_name(frame.lanes[question.run], tr), outcome=sentence(status, tr)
            )
            self._say(ending, color=theme.muted)
        self._row(("button_predict", tr("Ask again"), self.asked))

    def _truth(self, asked: Prediction, frame: Frame) -> str:
        tr, truth = self._tr, asked.truth
        if isinstance(asked.question, What):
            return tr("{outcome}.").format(outcome=self._outcomes[str(truth)])
        assert isinstance(truth, tuple)
        names = tr(", ").join(run_name(frame.lanes[int(i)], tr) for i in truth if int(i) < len(frame.lanes))
        return tr("Best: {runs}.").format(runs=names) if names else tr("None of them has converged.")


