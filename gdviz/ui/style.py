"""A Theme brought to Qt: palette, style sheet, fonts."""

from __future__ import annotations

import re
from string import Template

from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QToolTip

from gdviz.assets import resource
from gdviz.ui.theme import Theme

_ROLES = {
    "window": ("Window", "AlternateBase"),
    "base": ("Base", "Button", "Light"),
    "text": ("WindowText", "Text", "ButtonText", "HighlightedText", "ToolTipBase", "Accent"),
    "on_ink": ("ToolTipText",),
    "faint": ("PlaceholderText",),
    "border": ("Mid",),
    "border2": ("Dark", "Shadow"),
    "hover": ("Midlight",),
    "selected": ("Highlight",),
    "focus": ("Link", "LinkVisited"),
    "danger": ("BrightText",),
}

# $names are tokens; lengths are px at 100 %. One error here drops the whole sheet.
_SHEET = """
QMenuBar{background:$window;border-bottom:1px solid $border;padding:4px 6px}
QMenuBar::item{padding:6px 10px;border-radius:4px}
QMenuBar::item:selected{background:$hover}
QMenu{background:$base;border:1px solid $border2;border-radius:6px;padding:4px}
QMenu::item{padding:5px 28px 5px 12px;border-radius:4px}
QMenu::item:selected{background:$under_mouse;color:$text}
QMenu::item:disabled{color:$disabled}
QMenu::separator{height:1px;background:$border;margin:4px 8px}
QMenu::indicator{width:16px;height:16px;left:6px}
QMenu::indicator:checked{image:url("$menu_check")}
QLineEdit,QComboBox{background:$base;border:1px solid $border2;border-radius:4px}
QLineEdit,QComboBox{min-height:$inner;padding:0 $pad}
QLineEdit:focus,QComboBox:focus{border:2px solid $focus;min-height:$inner_focus;padding:0 $pad_focus}
QLineEdit[refused="true"]{border:1px solid $danger}
QLineEdit[refused="true"]:focus{border:2px solid $danger}
QComboBox::drop-down{border:none;width:26px}
QComboBox::down-arrow{image:url("$chevron");width:20px;height:20px}
QComboBox{combobox-popup:0}
QComboBox QAbstractItemView{background:$base;border:1px solid $border2;padding:4px;outline:none}
QComboBox QAbstractItemView::item{min-height:26px;padding:0 8px;border:none;border-radius:4px}
QComboBox QAbstractItemView::item:disabled{color:$muted}
QComboBox QAbstractItemView::item:selected{background:$under_mouse;color:$text}
QToolButton{border:none;border-radius:4px;padding:2px}
QToolButton:hover{background:$hover}
QToolButton:pressed,QToolButton:checked{background:$pressed}
QToolButton:focus{border:2px solid $focus;padding:0}
QToolButton::menu-indicator{image:none;width:0}
QToolButton#button_play{background:$text;border-radius:6px}
QToolButton#button_play:hover{background:$play_hover}
QToolButton#button_play:pressed{background:$muted}
QToolButton#button_play:disabled{background:$border2}
#time_bar{background:$window;border-top:1px solid $border}
QPushButton{background:$base;border:1px solid $border2;border-radius:4px;min-height:$inner;padding:0 12px}
QPushButton:hover{background:$hover}
QPushButton:pressed,QPushButton:checked{background:$pressed}
QPushButton:focus{border:2px solid $focus;min-height:$inner_focus;padding:0 11px}
QDialogButtonBox{dialogbuttonbox-buttons-have-icons:0}
QMessageBox QLabel#qt_msgbox_label,QMessageBox QLabel#qt_msgbox_informativelabel{min-width:280px}
QCheckBox{spacing:8px}
QCheckBox::indicator{width:14px;height:14px;border:1px solid $muted;border-radius:3px;background:$base}
QCheckBox::indicator:checked{background:$text;border-color:$text;image:url("$check")}
QCheckBox::indicator:focus{border:2px solid $focus;width:12px;height:12px}
QCheckBox::indicator:disabled{border-color:$border2}
QCheckBox::indicator:checked:disabled{background:$faint}
QMainWindow::separator{background:$border;width:1px;height:1px}
QMainWindow::separator:horizontal{background:$window}
QToolBar{border:none;padding:0;margin:0;spacing:0;background:$window}
QSplitter::handle{background:$border}
QScrollArea{border:none}
QAbstractScrollArea::corner{background:transparent;border:none}
QScrollBar:vertical{background:transparent;width:10px;margin:2px}
QScrollBar:horizontal{background:transparent;height:10px;margin:2px}
QScrollBar::handle:vertical{background:$border2;border-radius:3px;min-height:24px}
QScrollBar::handle:horizontal{background:$border2;border-radius:3px;min-width:24px}
QScrollBar::add-line,QScrollBar::sub-line{height:0;width:0}
QProgressBar{border:none;border-radius:2px;background:$groove;max-height:4px;color:transparent}
QProgressBar::chunk{background:$text;border-radius:2px}
"""


def palette(theme: Theme) -> QPalette:
    """Every role for every group, so that nothing shows through from the desktop's own palette."""
    made = QPalette()
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
    for token, roles in _ROLES.items():
        for role in roles:
            for group in groups:
                made.setColor(group, QPalette.ColorRole[role], theme.color(token))
    for role in ("WindowText", "Text", "ButtonText", "HighlightedText", "PlaceholderText"):
        made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], theme.color("muted", 0.5))
    return made


def style_sheet(theme: Theme) -> str:
    """The radii and borders that a palette cannot say, with the tokens and the scale filled in.

    A border grows inwards on focus: padding and height give up what it takes, so nothing moves.
    """

    def image(name: str) -> str:
        return resource("themes", theme.name, name).as_posix()

    def scaled(found: re.Match[str]) -> str:
        length = int(found[1])
        return f"{theme.px(length) if length > 1 else length}px"  # hair lines stay one pixel

    thick = theme.px(2)
    filled = {
        "inner": f"{theme.px(28) - 2}PX",
        "inner_focus": f"{theme.px(28) - 2 * thick}PX",
        "pad": f"{theme.px(8) - 1}PX",
        "pad_focus": f"{theme.px(8) - thick}PX",
        "chevron": image("chevron.svg"),
        "check": image("check.svg"),
        "menu_check": image("menu-check.svg"),
        "disabled": "rgba({}, {}, {}, 50%)".format(*theme.color("muted").getRgb()[:3]),  # type: ignore[index]
        # On the dark base, hover is lighter by a hundredth only.
        "under_mouse": theme.pressed if theme.dark else theme.hover,
        "play_hover": theme.memory if theme.dark else "#343A42",
    }
    tokens = {name: value for name, value in vars(theme).items() if isinstance(value, str)}
    lengths_done = re.sub(r"\b(\d+)px\b", scaled, _SHEET)
    return Template(lengths_done).substitute(tokens, **filled).replace("PX", "px")


def _load_fonts(app: QApplication) -> None:
    if app.property("gdviz_fonts"):
        return
    for path in sorted(resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    app.setProperty("gdviz_fonts", True)


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole program in a theme; the windows' contents are then to be built anew."""
    _load_fonts(app)
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(theme))
    app.setFont(theme.font())
    app.setStyleSheet(style_sheet(theme))
    QToolTip.setPalette(palette(theme))
    QToolTip.setFont(theme.font(12))
