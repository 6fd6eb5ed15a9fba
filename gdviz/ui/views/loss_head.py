"""The row above the plot of the loss: what it shows, against what, and how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from gdviz.picture import Chart
from gdviz.ui.buttons import dim_after
from gdviz.ui.icons import icon
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.head import ViewHead
from gdviz.ui.views.layer_menu import LayerMenu

SMOOTHINGS = (0.0, 0.6, 0.9, 0.97, 0.99)
NARROW = 400  # px: below, the button of the axis shows no words


def titles(tr: Translate) -> dict[str, str]:
    """What the plot is called, by what it shows."""
    return {
        "loss": tr("Loss"), "batch-loss": tr("Loss and batch loss"),
        "gradient-norm": tr("Gradient norm ‖∇f‖"),
        "distance": tr("Distance to the nearest minimum"), "error": tr("Error f − f*"),
        "stability": tr("Sharpness η·λₘₐₓ"),
    }  # fmt: skip


def across(tr: Translate) -> dict[str, str]:
    """What the axis is called, by what it shows."""
    return {
        "updates": tr("updates"), "evaluations": tr("gradient evaluations"), "epochs": tr("epochs"),
        "samples": tr("samples seen"), "seconds": tr("measured time"), "learning-rate": tr("learning rate"),
    }  # fmt: skip


def brief(tr: Translate) -> dict[str, str]:
    """What a number under the mouse is called, by what the plot shows."""
    return {
        "loss": tr("loss"), "batch-loss": tr("loss"), "gradient-norm": "‖∇f‖", "distance": tr("distance"),
        "error": "f − f*", "stability": "η·λₘₐₓ",
    }  # fmt: skip


class LossHead(ViewHead):
    """chosen(key, value) by the user's hand: "x" or "y" with a name, "smoothing" with a number, a switch."""

    chosen = Signal(str, object)

    def __init__(self, theme: Theme, title: str, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        self._tr = tr
        self._names = {"y": titles(tr), "x": across(tr)}
        self._offered: tuple[object, ...] = ()
        self._layers: LayerMenu | None = None
        self._chevron = self._button("button_quantity", tr("What is shown"))
        self._chevron.setFixedSize(theme.px(20), theme.px(24))
        self._row.insertWidget(1, self._chevron)
        self._axis = self._button("button_axis", tr("What runs along the axis"))
        self._axis.setFixedHeight(theme.px(24))
        self._axis.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._axis.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron behind the words
        self._row.addWidget(self._axis)

    def _button(self, name: str, tip: str) -> QToolButton:
        theme, button = self._theme, QToolButton()
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFont(theme.font(12))
        button.setIcon(icon(theme, "chevron", 16))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet(f"QToolButton{{color:{theme.muted}}}")
        return button

    def add_layers(self, smoothing: float, switches: Sequence[tuple[str, str, bool]]) -> None:
        """The menu of what is drawn besides: key, words and state of each switch, and the smoothing."""
        button = self.add_icon("button_layers_loss", "layers", self._tr("Layers"))
        self._layers = LayerMenu(button)
        words = [("0.0", self._tr("No smoothing"))]
        words += [(str(share), self._tr("Smoothing {share}").format(share=share)) for share in SMOOTHINGS[1:]]
        self._layers.add_choice("smoothing", words, str(smoothing))
        for key, text, on in switches:
            self._layers.add_switch(key, text, on)
        self._layers.chosen.connect(self._tell)
        button.setMenu(self._layers)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def show_chart(
        self, chart: Chart, x_offered: Sequence[str], y_offered: Sequence[str], title: str = ""
    ) -> None:
        """Show what is drawn; `chart` names only what is offered. title: stands in place of its name."""
        self._title.setText(title or self._names["y"][chart.y])
        self._axis.setText(self._names["x"][chart.x])
        for action in self._layers.actions() if self._layers is not None else ():
            key, option = action.data() or ("", None)
            if key == "smoothing":
                action.setChecked(float(str(option)) == chart.smoothing)
            elif key:
                action.setChecked(bool(getattr(chart, key)))
        offered = (tuple(x_offered), tuple(y_offered))
        for button, key, names, shown in (
            (self._chevron, "y", y_offered, chart.y), (self._axis, "x", x_offered, chart.x),
        ):  # fmt: skip
            menu = button.menu()
            if offered != self._offered or menu is None:
                if menu is not None:
                    menu.deleteLater()
                menu = LayerMenu(button)
                menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
                menu.add_choice(key, [(name, self._names[key][name]) for name in names], shown)
                menu.chosen.connect(self._tell)
                button.setMenu(menu)
                dim_after(menu, button)
            for action in menu.actions():
                if action.data():
                    action.setChecked(action.data()[1] == shown)
        self._offered = offered
        self._fit()

    def _tell(self, key: str, value: object) -> None:
        self.chosen.emit(key, float(str(value)) if key == "smoothing" else value)

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words beside the chevron where there is room for them."""
        words = QFontMetricsF(self._title.font()).horizontalAdvance(self._title.text())
        room = self.width() - words > self._theme.px(NARROW - 100)
        style = Qt.ToolButtonStyle
        self._axis.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if room else style.ToolButtonIconOnly
        )
        self._share()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The title opens its list, too."""
        place = QRect(self._title.pos(), self._title.size())
        if self._title.isVisible() and place.contains(event.position().toPoint()):
            self._chevron.showMenu()
        else:
            super().mousePressEvent(event)
