"""The scenario on the clipboard as a program: what the Edit menu's two entries do, and when they can."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from gdviz.engine.optimizer import Optimizer
from gdviz.script.program import Script
from gdviz.ui.actions import Actions
from gdviz.ui.language import refusal, tr
from gdviz.ui.notice import show_notice
from gdviz.ui.player import Player
from gdviz.ui.suspense import reason as waits
from gdviz.values import SpecError

LIBRARIES = {"copy_numpy": "NumPy", "copy_torch": "PyTorch"}


class ScriptCopies(QObject):
    """Copies on request; an entry that cannot is disabled when its menu opens, and its tip says why."""

    def __init__(self, parent: QObject, player: Player, actions: Actions, window: QMainWindow) -> None:
        super().__init__(parent)
        self._player, self._actions, self._window = player, actions, window
        for name in LIBRARIES:
            actions[name].triggered.connect(partial(self._copy, name))
        menu = window.menuBar().findChild(QMenu, "menu_edit")
        assert isinstance(menu, QMenu)
        menu.aboutToShow.connect(self._look)

    def _script(self, name: str) -> Script:
        """The program for a library; raises SpecError where there is none."""
        session = self._player.session
        if name == "copy_torch":
            from gdviz.script.torch_script import torch_script as written
        else:
            from gdviz.script.numpy_script import numpy_script as written
        return written(session.scenario, session.runs)

    def _look(self) -> None:
        """Enable what can be copied; say why the rest cannot. What waits for an answer is left as it is."""
        if waits(self._player.session.prediction, tr):
            return
        for name in LIBRARIES:
            action = self._actions[name]
            try:
                self._script(name)
            except SpecError as fault:
                action.setEnabled(False)
                action.setToolTip(_said(fault))
            else:
                action.setEnabled(True)
                action.setToolTip(tr("The same path without gdviz, as a program for {library}")
                                  .format(library=LIBRARIES[name]))

    def _copy(self, name: str) -> None:
        """Put the program on the clipboard, and say so for a moment."""
        self._player.finish()  # whether a run diverges decides what its loop looks like
        try:
            script = self._script(name)
        except SpecError as fault:
            show_notice(self._window, _said(fault))
            return
        QApplication.clipboard().setText(script.text)
        lines = [tr("Copied: a {library} script of {n} lines")
                 .format(library=LIBRARIES[name], n=len(script.text.splitlines()))]
        lines += [tr("Left out: {reason}").format(reason=_said(fault)) for _, fault in script.left_out]
        show_notice(self._window, "\n".join(lines))


def _said(fault: SpecError) -> str:
    """Why a run has no script, with the method's name as the window shows it."""
    made = Optimizer.catalogue.get(str(fault.values.get("kind")))
    if made is None:
        return refusal(fault, tr)
    name, reason = tr(made.label, "catalogue"), refusal(fault, tr, named=False)
    return tr("{name}: {reason}").format(name=name, reason=reason)
