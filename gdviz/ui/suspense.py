"""What would tell the answer of a question that is being asked, and therefore waits until it is told."""

from __future__ import annotations

from gdviz.question import Prediction
from gdviz.ui.actions import Actions
from gdviz.ui.language import Translate

# Each of these takes the runs to their end; a copied picture shows no more than the window does.
TELLING = ("results", "export_picture", "export_film", "export_table", "copy_numpy", "copy_torch")


def reason(asked: Prediction | None, tr: Translate) -> str:
    """Why they wait, or nothing."""
    if asked is None or asked.truth is not None:
        return ""
    if asked.locked:
        return tr("Answer the question in the guide first, or skip it")
    return tr("It would tell the answer to your question: play to the end first")


class Suspense:
    """Disables the actions that tell, and says why at each of them, for as long as they have to wait."""

    def __init__(self, actions: Actions, tr: Translate) -> None:
        self._actions, self._tr = actions, tr
        self._reason = ""

    def show(self, asked: Prediction | None) -> None:
        """Let them wait or not, as the question stands."""
        why = reason(asked, self._tr)
        if why == self._reason:
            return
        self._reason = why
        for name in TELLING:
            action = self._actions[name]
            action.setStatusTip(why)  # of the buttons
            action.setToolTip(why)  # in the menus
            action.setEnabled(not why)
