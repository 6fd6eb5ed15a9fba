"""Tokens, palette, style sheet, typeface."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetricsF, QPalette, QRawFont, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleFactory,
)
from pytestqt.qtbot import QtBot

from gdviz.assets import resource
from gdviz.ui.style import apply, palette, style_sheet
from gdviz.ui.theme import DARK, LIGHT, Theme, theme

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def dressing(qapp: QApplication) -> Iterator[QApplication]:
    before = qapp.palette(), qapp.font(), qapp.style().objectName()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    qapp.setStyle(before[2])


def luminance(color: str) -> float:
    channels = np.array(QColor(color).getRgbF()[:3])  # type: ignore[index]
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(one: str, other: str) -> float:
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


@BOTH
def test_that_muted_text_and_refusals_can_be_read(tokens: Theme) -> None:
    grounds, texts = (tokens.window, tokens.plot, tokens.card), (tokens.muted, tokens.text, tokens.danger)
    for ground, text in product(grounds, texts):
        assert contrast(text, ground) >= 4.5


@BOTH
def test_that_paths_stand_out_from_the_lowest_band(tokens: Theme) -> None:
    for color in tokens.runs:
        assert contrast(color, tokens.plot) >= 4.4
        assert contrast(color, tokens.bands[0]) >= 3.1


@BOTH
def test_that_the_first_twelve_runs_look_different(tokens: Theme) -> None:
    styles = [tokens.run(slot) for slot in range(12)]
    assert len(set(styles)) == 12
    assert len({style.marker for style in styles[:6]}) == len({style.dash for style in styles[:6]}) == 6
    assert [style.hollow for style in styles] == [False] * 6 + [True] * 6


def test_that_the_ramp_passes_through_its_samples_and_clamps() -> None:
    ramp = LIGHT.ramp(np.array([0, 0.1, 1, -3, 7, np.nan, 0.05]))
    assert ramp.dtype == np.uint8
    assert ["#" + bytes(row).hex().upper() for row in ramp] == [
        "#BBDFF7", "#C2E1F8", "#F8FAFD", "#BBDFF7", "#F8FAFD", "#F8FAFD", "#BEE0F8",
    ]  # fmt: skip


@BOTH
def test_that_lower_is_darker_by_day_and_lighter_by_night(tokens: Theme) -> None:
    steps = np.diff([luminance(band) for band in tokens.bands])
    assert ((steps < 0) if tokens.dark else (steps > 0)).all()


@pytest.mark.parametrize(("dark", "scale"), list(product((False, True), (1.0, 1.25, 1.5))))
def test_that_qt_parses_the_whole_style_sheet(
    dressing: QApplication, qtlog: object, qtbot: QtBot, dark: bool, scale: float
) -> None:
    apply(dressing, theme(dark, scale))
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    assert qtlog.records == []  # type: ignore[attr-defined]
    assert field.sizeHint().height() == round(28 * scale)
    assert "$" not in style_sheet(theme(dark, scale))


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_that_a_broken_style_sheet_would_be_noticed(
    dressing: QApplication, qtlog: object, qtbot: QtBot
) -> None:
    dressing.setStyleSheet(style_sheet(LIGHT).replace("{", "", 1))
    field = QLineEdit()  # Qt parses a sheet when it first dresses a widget
    qtbot.addWidget(field)
    field.ensurePolished()
    assert "Could not parse" in qtlog.records[0].message  # type: ignore[attr-defined]


class Adorned(QProxyStyle):
    """A style of a desktop that puts pictures on the buttons of dialogs."""

    def styleHint(self, hint, option=None, widget=None, data=None):
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, data)


def test_that_buttons_of_dialogs_carry_no_pictures_of_the_desktop(
    dressing: QApplication, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QStyleFactory, "create", lambda name: Adorned(name))
    apply(dressing, LIGHT)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    assert [button.text() for button in box.buttons() if not button.icon().isNull()] == []


@BOTH
def test_that_the_images_of_the_style_sheet_are_there(tokens: Theme) -> None:
    named = [part.split('"')[0] for part in style_sheet(tokens).split('url("')[1:]]
    assert len(named) == 3
    for path in named:
        assert tokens.name in path
        text = resource("themes", tokens.name, path.rsplit("/", 1)[1]).read_text()
        assert any(color in text for color in (tokens.muted, tokens.on_ink, tokens.text))


@BOTH
def test_that_every_role_of_every_group_is_our_own(tokens: Theme) -> None:
    ours = palette(tokens)
    for role in QPalette.ColorRole:
        if role in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            continue
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
            assert ours.isBrushSet(group, role), (group, role)


def test_that_disabled_text_is_muted(dressing: QApplication) -> None:
    apply(dressing, DARK)
    disabled = dressing.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    assert disabled.name().upper() == DARK.muted
    assert disabled.alphaF() == pytest.approx(0.5, abs=0.01)


def test_that_the_shipped_typeface_is_small_loaded_and_tabular(dressing: QApplication, qtbot: QtBot) -> None:
    apply(dressing, LIGHT)
    files = sorted(resource("fonts").glob("*.otf"))
    assert [file.name for file in files] == [
        "Inter-Regular.otf", "Inter-SemiBold.otf", "Signs-Regular.otf", "Signs-SemiBold.otf",
    ]  # fmt: skip
    assert all(file.stat().st_size < 120_000 for file in files)
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL.txt").read_text()
    assert "Inter" in QFontDatabase.families()
    label = QLabel("1")
    qtbot.addWidget(label)
    assert QFontInfo(label.font()).family() == "Inter"
    metrics = QFontMetricsF(LIGHT.font(13))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize(("weight", "style"), [(400, "Regular"), (600, "SemiBold")])
def test_that_every_sign_is_drawn_in_the_shipped_typeface(
    dressing: QApplication, weight: int, style: str
) -> None:
    fonts = [QRawFont(str(resource("fonts", f"{name}-{style}.otf")), 13) for name in ("Inter", "Signs")]
    texts = resource("translations", "gdviz_zh_CN.ts").read_text()
    signs = {sign for sign in texts if not sign.isspace()} | {"ᵀ"}  # of inner products, in worked numbers
    wide = {sign for sign in signs if unicodedata.east_asian_width(sign) in "WF"}
    assert {s for s in signs - wide if not any(font.supportsCharacter(ord(s)) for font in fonts)} == set()
    apply(dressing, LIGHT)
    layout = QTextLayout("‖∇f‖ ᵀ", LIGHT.font(13, weight))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(200)
    layout.endLayout()
    assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {"Inter", "gdviz Signs"}
    assert line.height() == pytest.approx(QFontMetricsF(LIGHT.font(13, weight)).height(), abs=1)


def test_that_lengths_and_type_grow_with_the_text_size(qapp: QApplication) -> None:
    large = theme(scale=1.5)
    assert (large.px(28), large.px(1), large.font(13).pixelSize()) == (42, 2, 20)
    assert (LIGHT.font(13, 600).weight(), theme(chinese=True).font(13, 600).weight()) == (600, 700)
    assert large.color("ink", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
