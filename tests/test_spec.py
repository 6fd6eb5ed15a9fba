"""Specs: declared once, read from text and tables, checked."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.engine.catalogue import FAMILIES
from gdviz.engine.optimizer import Optimizer
from gdviz.spec import Spec
from gdviz.values import Interval, SpecError, split

ALL = [(family, made) for family in FAMILIES.values() for made in family.catalogue.values()]
EACH = pytest.mark.parametrize(("family", "made"), ALL, ids=[f"{f.family}-{m.kind}" for f, m in ALL])


@EACH
def test_that_a_spec_reads_back_from_its_table(family: type[Spec], made: type[Spec]) -> None:
    assert family.from_dict(json.loads(json.dumps(made().to_dict()))) == made()


@EACH
def test_that_a_spec_reads_back_from_its_typed_form(family: type[Spec], made: type[Spec]) -> None:
    assert family.parse(made().typed()) == made()


@EACH
def test_that_every_spec_is_documented_and_refuses_what_is_outside_or_no_number(
    family: type[Spec], made: type[Spec]
) -> None:
    assert made.label
    assert made.source()
    for name, about in made.params().items():
        assert about.doc.endswith("."), name
        for wrong in outside(made, name):
            with pytest.raises(SpecError, match=name):
                made(**{name: wrong})
        for bad in (math.nan, math.inf, -math.inf, "1", True, None):
            if isinstance(made.default(name), float):
                with pytest.raises(SpecError):
                    made(**{name: bad})


def outside(made: type[Spec], name: str) -> Iterator[float]:
    """The numbers just outside the interval of a parameter."""
    interval, default = made.params()[name].within, made.default(name)
    if interval is None or not isinstance(default, int | float):
        return
    for edge, closed, way in ((interval.low, interval.text[0] == "[", -1),
                              (interval.high, interval.text[-1] == "]", 1)):
        if not math.isinf(edge):
            beyond = edge + way if isinstance(default, int) else math.nextafter(edge, way * math.inf)
            yield type(default)(beyond if closed else edge)


@pytest.mark.parametrize(("typed", "said"), [
    ("adm", "unknown optimizer 'adm'; did you mean 'adam'?"),
    ("adam:bta1=0.5", "adam: unknown parameter 'bta1'; did you mean 'beta1'?"),
    ("adam:beta1=1", "adam: beta1 must be in [0, 1), not 1.0"),
    ("adam:lr=fast", "adam: lr must be a finite number, not 'fast'"),
    ("adam:lr", "adam: expected name=value, not 'lr'"),
    ("adam:lr=1,lr=2", "adam: lr is given twice"),
    ("newton:hessian=exakt", "newton: hessian must be one of exact, absolute, damped, not 'exakt'; "
                             "did you mean 'exact'?"),
    ("adam:schedule=cosin", "unknown schedule 'cosin'"),
    ("adam:schedule=constant(", "adam: schedule must be written name(key=value), not 'constant('"),
])  # fmt: skip
def test_that_a_fault_names_the_thing_and_what_is_near(typed: str, said: str) -> None:
    with pytest.raises(SpecError) as caught:
        Optimizer.parse(typed)
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_that_a_spec_inside_a_spec_reads_back() -> None:
    adam = Optimizer.parse("adam:lr=0.1,schedule=constant,beta1=0.8")
    assert adam.typed() == "adam:lr=0.1,beta1=0.8"
    assert adam.to_dict()["schedule"] == {"kind": "constant"}


def test_that_commas_and_equals_signs_inside_parentheses_survive() -> None:
    assert split("f=max(x, y=2)+x,lr=1,g=a==b,c") == ["f=max(x, y=2)+x", "lr=1", "g=a==b,c"]


def test_that_a_sweep_is_kept_as_one_read_only_array() -> None:
    rates = np.array([[0.1], [0.2]])
    sweep = Optimizer.named("adam")(lr=rates)
    rates[0] = 9.0
    assert sweep.lr[0, 0] == 0.1
    assert sweep == Optimizer.named("adam")(lr=np.array([[0.1], [0.2]]))
    assert hash(sweep) != hash(Optimizer.named("adam")(lr=np.array([[0.1], [0.3]])))
    with pytest.raises(SpecError, match="lr must be in"):
        Optimizer.named("adam")(lr=np.array([[0.1], [-1.0]]))


@given(st.floats(), st.sampled_from(["[0, 1)", "(0, 1]", "(-2, inf)", "[-inf, inf]"]))
def test_that_an_interval_holds_only_finite_numbers_between_its_ends(value: float, text: str) -> None:
    interval = Interval(text)
    if value in interval:
        assert math.isfinite(value)
        assert interval.low <= value <= interval.high
