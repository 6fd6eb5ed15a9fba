"""Flat buttons that show one icon, alone or for an action."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QCursor, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gdviz.ui.icons import icon
from gdviz.ui.theme import Theme


def dim_after(menu: QMenu, button: QToolButton) -> None:
    """Let a button look as if the mouse were on it only where it is: Qt is not told that the mouse leaves
    while the menu is open, and the button would stay lit."""

    def dim() -> None:
        on = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on)
        button.update()

    menu.aboutToHide.connect(dim)


class IconButton(QToolButton):
    """A flat square button, 28 px with an icon of 20 (26 and 18 in cards, 32 in the time bar).

    Made for an action it triggers it and follows it: enabled, checked, tool tip. Unlike `setDefaultAction`
    it keeps its own icon, so that the action needs none in the menus. Only the Tab key gives it the focus.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        icon_name: str,
        accessible: str = "",
        action: QAction | None = None,
        size: int = 28,
        icon_size: int = 20,
        color: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon_size, self._color = theme, icon_size, color
        self._action = action
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(accessible)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(theme.px(size), theme.px(size))
        self.setIconSize(QSize(theme.px(icon_size), theme.px(icon_size)))
        self.show_icon(icon_name)
        if action is not None:
            self.clicked.connect(action.trigger)
            action.changed.connect(self._follow)
            self._follow()

    def setMenu(self, menu: QMenu) -> None:
        """Open a menu with a click."""
        super().setMenu(menu)
        dim_after(menu, self)

    def show_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self.setIcon(icon(self._theme, icon_name, self._icon_size, self._color))

    def _follow(self) -> None:
        action = self._action
        assert action is not None
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.setEnabled(action.isEnabled())
        text = action.text().replace("&", "")
        self.setAccessibleName(text)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if not action.isEnabled() and action.statusTip():
            self.setToolTip(action.statusTip())  # why it can't be done
        else:
            self.setToolTip(f"{text} ({keys})" if keys else text)
