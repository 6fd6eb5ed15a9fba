"""How numbers are shown, written exactly and read."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gdviz.ui.numbers import exact, factored, read_number, rounded, shown, significant, vector

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(finite)
def test_that_what_a_field_shows_reads_back_as_the_same_number(value: float) -> None:
    assert read_number(exact(value)) == value
    assert read_number(exact(np.float64(value))) == value


@given(finite)
def test_that_a_field_accepts_the_real_minus_as_well(value: float) -> None:
    assert read_number(exact(value).replace("-", "−")) == value


@given(st.integers(-(10**15), 10**15))
def test_that_whole_numbers_are_written_without_a_point(value: int) -> None:
    assert exact(value) == str(value)
    assert exact(float(value)) == str(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.43, "0.43"), (60, "60"), (60.0, "60"), (1e-5, "1e-05"), (1e22, "1e+22"), (-5.0, "-5"),
        (-0.0, "0"),
        (math.inf, "inf"),
    ],
)  # fmt: skip
def test_that_fields_show_the_shortest_exact_text(value: float, text: str) -> None:
    assert exact(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-2.5512, "−2.55"), (0, "0.00"), (-0.0, "0.00"), (0.635, "0.64"), (1000, "1000.00"),
        (1000.1, "1.00·10³"), (-123456, "−1.23·10⁵"), (0.01, "0.01"), (0.0099999, "1.00·10⁻²"),
        (-1.234e-10, "−1.23·10⁻¹⁰"),
        (math.inf, "∞"), (-math.inf, "−∞"), (math.nan, "undefined"),
    ],
)  # fmt: skip
def test_that_live_numbers_have_fixed_decimals_or_a_power_of_ten(value: float, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.6351, "0.635"), (2.0402, "2.04"), (0.0478, "0.0478"), (0.09999, "0.100"), (0, "0"),
        (123.4, "123"),
        (1234.5, "1230"), (9999.9, "1.00·10⁴"), (8.1e-7, "8.10·10⁻⁷"), (-3.366, "−3.37"),
        (math.nan, "undefined"),
    ],
)  # fmt: skip
def test_that_table_numbers_have_three_significant_digits(value: float, text: str) -> None:
    assert significant(value) == text


def test_that_vectors_keep_fixed_decimals_beside_a_large_coordinate() -> None:
    assert vector([-2.551, -0.832]) == "(−2.55, −0.83)"
    assert vector(np.array([0.24, -0.0001])) == "(0.24, 0.00)"
    assert vector([1e-3, 0]) == "(1.00·10⁻³, 0.00)"
    assert vector([math.nan, 1]) == "(undefined, 1.00)"
    assert vector([-0.88]) == "−0.88"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0,43", 0.43), (" 60 ", 60), ("−5", -5), ("- 5", -5), ("1e-3", 1e-3), ("1E−3", 1e-3),
        ("1·10^-3", 1e-3), ("1·10⁻³", 1e-3), ("2.5 × 10^3", 2500), ("2,5*10⁻¹²", 2.5e-12), ("10^-4", 1e-4),
        ("−10⁴", -1e4),
        ("-2·10^1", -20), (".5", 0.5), ("5.", 5), ("＋０．４３", 0.43), ("0，43", 0.43), ("0,125", 0.125),
        ("0。43", 0.43), ("∞", math.inf), ("-inf", -math.inf),
    ],
)  # fmt: skip
def test_that_numbers_are_read_the_way_people_write_them(text: str, value: float) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "abc", "nan", "1 000", "1_000", "1.2.3", "1,2,3", "1.000,5", "1e999", "10^999", "--5",
        "0x10",
        "5 5", "10^", "3²", "²", "1₂", "½", "-5·-10^2",
    ],
)  # fmt: skip
def test_that_anything_else_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"number|large|ways"):
        read_number(text)


def test_that_a_comma_that_may_group_thousands_is_refused() -> None:
    with pytest.raises(ValueError, match="two ways"):
        read_number("1,500")


@given(finite.filter(lambda value: abs(value) < 1e300))
def test_that_rounding_moves_a_number_by_less_than_half_a_digit(value: float) -> None:
    assert abs(rounded(value, 2) - value) <= 0.0501 * abs(value) + 1e-320


@given(st.text(max_size=12))
def test_that_reading_never_fails_with_anything_but_a_sentence(text: str) -> None:
    try:
        assert not math.isnan(read_number(text))
    except ValueError as refusal:
        assert str(refusal)  # noqa: PT017  (it may also not be raised)


@given(st.lists(finite, min_size=2, max_size=4))
@example([5e-324, 0.0])
@example([1.7e308, -1.0])
def test_that_a_power_of_ten_outside_leaves_small_numbers_whatever_they_are(values: list[float]) -> None:
    for part in factored(values).partition(")")[0].strip("(").split(", "):
        assert len(part.lstrip("−")) <= 5  # 12.34 where rounding goes up


@pytest.mark.parametrize(
    ("values", "text"),
    [((4.53e-4, -2.4e-5), "(4.53, −0.24)·10⁻⁴"), ((5e-324, 0.0), "(4.94, 0.00)·10⁻³²⁴"),
     ((1.0, 2.0), "(1.00, 2.00)")],
)
def test_that_the_power_is_that_of_the_largest(values: tuple[float, ...], text: str) -> None:
    assert factored(values) == text
