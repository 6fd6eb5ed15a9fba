"""What the layers menu of the map offers."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from gdviz.ui.language import Translate
from gdviz.ui.views.layer_menu import LayerMenu
from gdviz.ui.views.overlays import Overlays
from gdviz.ui.views.terrain import BANDS, Layers


def map_menu(button: QToolButton, tr: Translate, layers: Layers, overlays: Overlays) -> LayerMenu:
    """Give a button the menu of a map that shows these layers."""
    menu = LayerMenu(button)
    texts = {"ramp": tr("Blue bands"), "none": tr("No bands")}
    menu.add_choice("bands", [(key, texts.get(key, key)) for key in BANDS], "ramp")
    for key, text in (
        ("lines", tr("Level lines")), ("numbers", tr("Numbers")), ("arrows", tr("Arrows of the step")),
        ("insight", tr("What the method goes by")),
        ("future", tr("Steps to come")), ("field", tr("Gradient field")), ("equal", tr("Equal scales")),
    ):  # fmt: skip
        menu.add_switch(key, text, getattr(layers, key))
    overlays.add_switches(menu)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return menu
