"""The layers menu by the mouse, and its button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz.ui.buttons import IconButton
from gdviz.ui.theme import LIGHT
from gdviz.ui.views.layer_menu import LayerMenu


def test_that_the_menu_stays_open_while_layers_are_switched_and_closes_once_one_is_chosen(
    qapp: QApplication, qtbot: QtBot
) -> None:
    menu, told = LayerMenu(), []
    qtbot.addWidget(menu)
    menu.add_choice("bands", [("ramp", "Blue bands"), ("none", "No bands")], "ramp")
    menu.add_switch("lines", "Level lines", True)
    menu.add_switch("field", "Gradient field", False)
    menu.chosen.connect(lambda key, value: told.append((key, value)))
    menu.popup(QPoint(20, 20))

    def click(name: str) -> None:
        action = next(found for found in menu.actions() if found.objectName() == f"action_layer_{name}")
        menu.setActiveAction(action)
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    for name in ("lines", "field", "lines"):
        click(name)
        assert menu.isVisible()
    assert told == [("lines", False), ("field", True), ("lines", True)]
    click("bands_none")
    assert not menu.isVisible()
    assert told[-1] == ("bands", "none")


def test_that_a_button_is_not_lit_any_more_once_its_menu_has_closed_elsewhere(
    qapp: QApplication, qtbot: QtBot
) -> None:
    button = IconButton(LIGHT, "button_layers", "layers", "Layers")
    qtbot.addWidget(button)
    menu = LayerMenu(button)
    menu.add_switch("lines", "Level lines", True)
    button.setMenu(menu)
    button.show()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    menu.popup(QPoint(200, 200))
    QCursor.setPos(button.mapToGlobal(QPoint(300, 300)))
    menu.hide()
    assert not button.underMouse()
