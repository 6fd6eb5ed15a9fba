"""Forms made from declarations: every parameter of everything can be edited, and what is wrong is told."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gdviz.engine.catalogue import FAMILIES
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.spec import Spec
from gdviz.ui.fields import NumberField
from gdviz.ui.form import SpecForm
from gdviz.ui.language import plain
from gdviz.ui.text_line import TextLine
from gdviz.ui.theme import LIGHT

ALL = [made for family in FAMILIES.values() for made in family.catalogue.values()]


def form_of(qtbot: QtBot, spec: Spec, advanced: bool = False) -> SpecForm:
    form = SpecForm(LIGHT, plain, "form", advanced=advanced)
    qtbot.addWidget(form)
    form.show_spec(spec)
    return form


@pytest.mark.parametrize("made", ALL, ids=[f"{m.family}-{m.kind}" for m in ALL])
def test_that_every_parameter_has_a_row_and_showing_is_no_edit(qtbot: QtBot, made: type[Spec]) -> None:
    for advanced in (False, True):
        form = form_of(qtbot, made(), advanced)
        with qtbot.assertNotEmitted(form.edited):
            form.show_spec(made())
        for name, about in made.params().items():
            if about.advanced == advanced:
                kinds = (QLineEdit, QComboBox, QCheckBox)
                assert any(form.findChild(kind, f"form_{name}") for kind in kinds), name


@pytest.mark.parametrize("made", ALL, ids=[f"{m.family}-{m.kind}" for m in ALL])
def test_that_each_number_can_be_edited(qtbot: QtBot, made: type[Spec]) -> None:
    for advanced in (False, True):
        form = form_of(qtbot, made(), advanced)
        for name, about in made.params().items():
            default = made.default(name)
            if about.advanced != advanced or type(default) is not float:
                continue
            field = form.findChild(NumberField, f"form_{name}")
            value = default * 0.999 or 0.001
            with qtbot.waitSignal(form.edited) as got:
                field.value_edited.emit(value)
            assert getattr(got.args[0], name) == value


def test_that_a_refused_value_says_why_under_its_field_and_changes_nothing(qtbot: QtBot) -> None:
    form = form_of(qtbot, Optimizer.parse("adam"), advanced=True)
    form.show()
    with qtbot.assertNotEmitted(form.edited):
        form.findChild(NumberField, "form_beta1").value_edited.emit(1.0)
    said = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert "must be in [0, 1)" in said


def test_that_a_schedule_brings_its_own_rows(qtbot: QtBot) -> None:
    form = form_of(qtbot, Optimizer.parse("adam"), advanced=True)
    with qtbot.waitSignal(form.edited) as got:
        form.findChild(QComboBox, "form_schedule").chosen.emit("cosine")
    assert got.args[0].schedule.kind == "cosine"
    inner = form.findChild(SpecForm, "form_schedule")
    with qtbot.waitSignal(form.edited) as got:
        inner.findChild(NumberField, "form_schedule_t_max").value_edited.emit(33)
    assert got.args[0].schedule.t_max == 33


def test_that_a_fault_in_a_formula_is_marked_at_its_character_and_the_last_good_one_stays(
    qtbot: QtBot,
) -> None:
    form = form_of(qtbot, Objective.parse("formula:f=x**2"))
    form.show()
    line = form.findChild(TextLine, "form_f")
    line.setFocus()
    line.selectAll()
    with qtbot.assertNotEmitted(form.edited):
        qtbot.keyClicks(line, "x + foo(x)")
        line.editingFinished.emit()
    assert line.column == 4
    assert line.cursorPosition() == 4
    assert not line.grab().isNull()
    with qtbot.waitSignal(form.edited) as got:
        line.selectAll()
        qtbot.keyClicks(line, "x + cos(x)")
        line.editingFinished.emit()
    assert got.args[0].f == "x + cos(x)"
    assert line.column is None


def test_that_pairs_of_numbers_may_be_parted_as_one_likes(qtbot: QtBot) -> None:
    form = form_of(qtbot, Objective.parse("formula:f=x**2"))
    line = form.findChild(TextLine, "form_box")
    assert line.text() == "-5|5"
    for text in ("-3, 3", "-3;3", "-3 3", "−3｜3", "-3，3"):
        form.show_spec(Objective.parse("formula:f=x**2"))
        line.setText(text)
        line.setModified(True)
        with qtbot.waitSignal(form.edited) as got:
            line.editingFinished.emit()
        assert got.args[0].box == ((-3.0, 3.0),)
