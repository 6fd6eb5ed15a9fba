"""Formulas as outlines: of the right size, with their bars, and readable where they cannot be set."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from view_frames import THEME, count

from gdviz.ui.formula import formula_drawing
from gdviz.ui.formula_path import formula_path, formula_width, paint_formula

FORMULAS = (r"z = W_{1} x + b_{1}", r"\hat{y} = w^\top x", r"\frac{1}{m}\sum q", r"\mathrm{BCE}(p, y)")


@pytest.mark.parametrize("latex", FORMULAS)
def test_that_an_outline_covers_what_the_picture_of_the_formula_does(qapp: QApplication, latex: str) -> None:
    drawn = formula_drawing(latex, 40, THEME.text, 1.0, latex)
    image = QImage(drawn.image.size(), QImage.Format.Format_RGB32)
    inked = []
    for outlined in (False, True):
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if outlined:
            paint_formula(painter, latex, QPointF(1, drawn.ascent), 40, QColor(THEME.text))
        else:
            painter.drawImage(0, 0, drawn.image)
        painter.end()
        inked.append(count(image, THEME.text, 100))
    assert inked[1] == pytest.approx(inked[0], rel=0.05)


def test_that_a_formula_begins_at_its_left_edge_and_grows_with_its_size(qapp: QApplication) -> None:
    for latex in FORMULAS:
        box = formula_path(latex, 20.0).boundingRect()
        assert abs(box.left()) < 1e-6
        assert box.width() == pytest.approx(formula_width(latex, 20.0))
        assert formula_width(latex, 30.0) == pytest.approx(1.5 * box.width())


def test_that_what_cannot_be_set_is_written_as_it_is(qapp: QApplication) -> None:
    assert formula_width(r"\frac{1", 20.0) > 20
