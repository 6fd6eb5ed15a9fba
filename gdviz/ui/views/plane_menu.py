"""The button in a landscape's head that says which plane of many parameters is shown, and its menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from gdviz.ui.buttons import dim_after
from gdviz.ui.icons import icon
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.head import Folding
from gdviz.ui.views.planes import MAIN, parameters


class PlaneButton(Folding):
    """chosen(plane) by the user's hand only: `pca` or the numbers of two parameters `i,j`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._axes: tuple[str, ...] = ()
        self._plane, self._words = MAIN, ""
        self.setObjectName("button_plane")
        self.setFont(theme.font(12))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._margin = theme.px(10)
        self.setFixedHeight(theme.px(24))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon(theme, "chevron"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron behind the words
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet(
            f"QToolButton{{border:1px solid {theme.border2};border-radius:{theme.px(4)}px;"
            f"padding:0 {theme.px(8)}px;background:{theme.plot};color:{theme.muted}}}"
            f"QToolButton:hover{{background:{theme.hover}}}"
            "QToolButton::menu-indicator{image:none;width:0}"
            f"QToolButton:focus{{border:{theme.px(2)}px solid {theme.focus};padding:0 {theme.px(7)}px}}"
        )
        menu = QMenu(self)
        self._main = menu.addAction(tr("Main directions of the path"))
        self._main.setObjectName("action_plane_main")
        self._main.setCheckable(True)
        self._main.triggered.connect(self._take_main)
        menu.addSeparator()
        self._menus = menu.addMenu(tr("Parameter across")), menu.addMenu(tr("Parameter up"))
        self._groups: list[QActionGroup] = []
        self.setMenu(menu)
        dim_after(menu, self)
        self.hide()

    def show_plane(self, plane: str, axes: Sequence[str]) -> None:
        """Show which plane is shown of these parameters; hidden where there are no more than two."""
        if self.isHidden() == (len(axes) > 2):
            self.setVisible(len(axes) > 2)
            self.changed.emit()
        if len(axes) <= 2 or (plane, tuple(axes)) == (self._plane, self._axes):
            return
        if tuple(axes) != self._axes:
            self._axes = tuple(axes)
            self._fill()
        numbers = parameters(plane)
        if numbers and max(numbers) >= len(axes):
            plane, numbers = MAIN, ()
        self._plane = plane
        self._main.setChecked(not numbers)
        for place, group in enumerate(self._groups):
            for i, action in enumerate(group.actions()):
                action.setChecked(bool(numbers) and i == numbers[place])
        text = ", ".join(axes[i] for i in numbers) if numbers else self._tr("main directions")
        self._words = text
        self.changed.emit()
        self._fold()
        self.setToolTip(self._tr("Plane that is shown of {n} parameters").format(n=len(axes)))
        self.setAccessibleName(f"{self.toolTip()}: {text}")

    def _fold(self) -> None:
        """All words, or none."""
        whole, style = self.width() >= self.sizeHint().width(), Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if whole else style.ToolButtonIconOnly)
        self.setText(self._words if whole else "")

    def sizeHint(self) -> QSize:
        """Room for all words."""
        words = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(words + self.iconSize().width() + 2 * self._margin + 4, self.height())

    def minimumSizeHint(self) -> QSize:
        """Narrow heads have none."""
        return QSize(self.iconSize().width() + 2 * self._margin, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where there is room for them."""
        super().resizeEvent(event)
        self._fold()

    def _fill(self) -> None:
        for group in self._groups:
            group.deleteLater()
        self._groups = []
        for place, menu in enumerate(self._menus):
            menu.clear()
            group = QActionGroup(menu)
            group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
            for i, name in enumerate(self._axes):
                action = menu.addAction(name)
                action.setObjectName(f"action_plane_{place}_{i}")
                action.setCheckable(True)
                action.setData((place, i))
                group.addAction(action)
            group.triggered.connect(self._take)
            self._groups.append(group)

    def _take_main(self) -> None:
        self._main.setChecked(True)
        self._tell(MAIN)

    def _take(self, action: object) -> None:
        place, i = action.data()  # type: ignore[attr-defined]
        numbers = list(parameters(self._plane) or (0, 1))
        if numbers[1 - place] == i:  # one parameter can't be both
            numbers[1 - place] = numbers[place] if numbers[place] != i else (i + 1) % len(self._axes)
        numbers[place] = i
        self._tell(f"{numbers[0]},{numbers[1]}")

    def _tell(self, plane: str) -> None:
        self.show_plane(plane, self._axes)
        self.chosen.emit(plane)
