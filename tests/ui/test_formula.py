"""Formulas: sharp, on one baseline, in colour, and never a reason to fail or to start slowly."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz.ui.formula import Drawing, FormulaLabel, formula_drawing
from gdviz.ui.theme import DARK, LIGHT, Theme, theme

RULE = r"x \leftarrow x - \eta\,{\color{#B3126B} g}"
REFUSED = [r"\frac{1}", r"\foo{", "{", r"\left(", "x^"]


def drawn(style: Theme, latex: str, size: float = 15, ratio: float = 1.0) -> Drawing:
    return formula_drawing(latex, style.px(size), style.text, ratio, latex)


def inked(image: QImage, color: str | None = None) -> list[tuple[int, int]]:
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    if color is None:
        return [(x, y) for x, y in places if image.pixelColor(x, y).alpha() > 128]
    return [(x, y) for x, y in places if image.pixelColor(x, y).name().upper() == color]


def test_that_a_part_has_its_own_colour(qapp: QApplication) -> None:
    image = drawn(LIGHT, RULE, 30).image
    blue, ink = inked(image, "#B3126B"), inked(image, LIGHT.text)
    assert blue
    assert ink
    assert min(x for x, _ in blue) > max(x for x, _ in ink)


def test_that_formulas_of_a_size_share_height_and_baseline(qapp: QApplication) -> None:
    made = [drawn(LIGHT, latex, 15, ratio=2.0) for latex in (r"\eta", "x", "g", "b^2", "f(x)", "x")]
    assert len({formula.ascent for formula in made}) == 1
    assert len({formula.image.height() for formula in made}) == 1
    image = made[1].image
    lowest = max(y for _, y in inked(image))
    assert lowest == pytest.approx(2 * made[1].ascent, abs=1.5)


def test_that_a_tall_formula_gets_the_room_it_needs(qapp: QApplication) -> None:
    flat, tall = drawn(LIGHT, "x"), drawn(LIGHT, r"\frac{\frac{a}{b}}{\frac{c}{d}}")
    assert tall.image.height() > flat.image.height()
    assert tall.ascent > flat.ascent


def test_that_a_formula_has_as_many_pixels_as_the_screen(qapp: QApplication) -> None:
    one, two = drawn(LIGHT, RULE, ratio=1.0), drawn(LIGHT, RULE, ratio=2.0)
    assert two.image.width() == pytest.approx(2 * one.image.width(), abs=2)
    assert two.image.deviceIndependentSize().width() == pytest.approx(one.image.width(), abs=1)
    large = drawn(theme(scale=1.5), RULE, 20)
    assert large.image.size() == drawn(LIGHT, RULE, 30).image.size()


def test_that_a_formula_is_set_once(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawn(LIGHT, r"c + \alpha").image
    monkeypatch.setitem(sys.modules, "ziamath.zmath", None)
    assert drawn(LIGHT, r"c + \alpha").image == first


@pytest.mark.parametrize("latex", REFUSED)
def test_that_a_refused_formula_is_shown_as_plain_text(qtbot: QtBot, latex: str) -> None:
    label = FormulaLabel(LIGHT, latex, accessible_text="one over something")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert label.sizeHint().width() > 100
    assert label.accessibleName() == "one over something"
    assert inked(drawn(LIGHT, latex).image)
    label.grab()


def test_that_the_label_is_as_large_as_its_formula_and_follows_it(qtbot: QtBot) -> None:
    label = FormulaLabel(LIGHT, "x", accessible_text="x")
    qtbot.addWidget(label)
    small = label.sizeHint()
    assert small.height() == drawn(LIGHT, "x", 18).image.height()
    label.set_formula(r"f(x,\,y) = 0.1\,x^2 + 2\,y^2", "f of x and y")
    assert label.sizeHint().width() > 5 * small.width()
    assert label.sizeHint().height() == small.height()
    assert label.accessibleName() == "f of x and y"
    assert label.baseline() == pytest.approx(drawn(LIGHT, "x", 18).ascent)


def test_that_a_formula_without_room_is_set_smaller_not_cut(qtbot: QtBot) -> None:
    label = FormulaLabel(LIGHT, r"x \leftarrow x - \eta g + {\color{#FF0000} \blacksquare}")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    whole = inked(label.grab().toImage(), "#FF0000")
    label.resize(int(label.sizeHint().width() * 0.7), label.sizeHint().height())
    shrunk = inked(label.grab().toImage(), "#FF0000")
    assert shrunk
    assert len(shrunk) < len(whole)
    assert label.minimumSizeHint().width() <= 40


def test_that_dark_formulas_are_light(qapp: QApplication) -> None:
    assert inked(drawn(DARK, "x", 30).image, DARK.text)


def test_that_an_empty_label_is_empty(qtbot: QtBot) -> None:
    label = FormulaLabel(LIGHT)
    qtbot.addWidget(label)
    label.resize(50, 30)
    assert len({label.grab().toImage().pixelColor(x, 15).name() for x in range(50)}) == 1


def test_that_ziamath_is_loaded_after_the_first_picture_of_a_label() -> None:
    program = (
        "import sys\nfrom PySide6.QtWidgets import QApplication\nfrom gdviz.ui.theme import LIGHT\n"
        "from gdviz.ui.formula import FormulaLabel\napp = QApplication([])\n"
        "label = FormulaLabel(LIGHT, 'x^2')\nlabel.resize(60, 30)\nlabel.show()\n"
        "empty = label.grab().toImage()\n"
        "height = label.sizeHint().height()\n"
        "assert 'ziamath' not in sys.modules\n"
        "while not label.awake:\n    app.processEvents()\n"
        "assert label.grab().toImage() != empty\nassert 'ziamath' in sys.modules\n"
        "assert label.sizeHint().height() == height and label.sizeHint().width() > 5\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_that_a_formula_wider_than_allowed_is_left_out(qapp: QApplication) -> None:
    wide, allowed = (FormulaLabel(LIGHT, RULE, widest=widest) for widest in (20, 2000))
    assert wide.sizeHint().width() <= 2 < 20 < allowed.sizeHint().width()
