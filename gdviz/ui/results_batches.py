"""What the batches of each run cost and bring, measured: gradient descent, mini-batches and SGD compared."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gdviz import tables
from gdviz.engine.measures.batch_comparison import batch_figures
from gdviz.session import Session
from gdviz.ui.language import Translate, name_of
from gdviz.ui.player import Player
from gdviz.ui.results_table import ResultsTable, RowsModel
from gdviz.ui.theme import Theme

Row = tuple[str, int, int, int, float, float, float, float, float]


def batch_rows(session: Session, tr: Translate) -> list[Row]:
    """A row for each run that is recorded to the step shown, or to its own end; times are measured now."""
    shown, names = session.scenario, session.scenario.names()
    found: list[Row] = []
    for i, run in enumerate(session.runs):
        last = tables.last_step(shown, run, 0)
        told = batch_figures(run, min(session.playhead, last), last, perf_counter)
        per_update, per_epoch = 1e6 * told.seconds, 1e3 * told.epoch_seconds
        found.append((name_of(names[i], tr), told.batch, told.accumulated, told.updates, told.per_update,
                      per_update, per_epoch, told.noise, told.loss))  # fmt: skip
    return found


class BatchesPage(QWidget):
    """Measures when it is first seen, and when it is asked to."""

    def __init__(self, theme: Theme, tr: Translate, player: Player) -> None:
        super().__init__()
        self._tr, self._player = tr, player
        self._measured: object = None
        columns = (
            (tr("Run"), ""),
            (tr("Batch b"), tr("Samples in a batch")),
            (tr("Batches k"), tr("Batches whose gradients are added up before an update")),
            (tr("Updates per epoch"), ""),
            (tr("Samples per update"), tr("Samples that an update evaluated, as measured")),
            (tr("Update, µs"), tr("Median time of an update, without recording and drawing")),
            (tr("Epoch, ms"), tr("Time of the updates of an epoch")),
            (tr("Noise of g"),
             tr("Variance of the gradient: the mean of |g − ∇L|² over the updates of an epoch")),
            (tr("Last loss"), tr("Loss of all samples at the last step of the run")),
        )  # fmt: skip
        self.model = RowsModel([head for head, _ in columns], 1, [tip for _, tip in columns], self)
        self.table = ResultsTable(theme, "batches_table", tr("Batches"), self.model)
        self._words = QLabel()
        self._words.setObjectName("batches_words")
        self._words.setFont(theme.font(12))
        self._words.setStyleSheet(f"color:{theme.muted}")
        self._words.setWordWrap(True)
        again = QPushButton(tr("Measure again"))
        again.setObjectName("button_measure_again")
        again.setAutoDefault(False)
        again.clicked.connect(self.measure)
        below = QHBoxLayout()
        below.addWidget(self._words, 1)
        below.addWidget(again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.table, 1)
        layout.addLayout(below)

    def follow(self) -> None:
        """Measure anew if other runs are shown than those that were measured, or they are longer."""
        session = self._player.session
        told = (session.scenario, *(run.trajectory.steps for run in session.runs))
        if told != self._measured:
            self.measure()

    def measure(self) -> None:
        """Measure at the step shown, and say so."""
        session = self._player.session
        first = self.model.rowCount() == 0
        self._measured = (session.scenario, *(run.trajectory.steps for run in session.runs))
        self.model.show_rows(batch_rows(session, self._tr))
        words = self._tr("Measured at step {step} with {m} samples, on this machine.")
        self._words.setText(words.format(step=session.playhead, m=session.scenario.objective.terms))
        if first:
            self.table.resizeColumnsToContents()
