"""Names at the ends of lines."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.ui.views.names import apart


@given(st.lists(st.floats(-50, 350), min_size=1, max_size=12))
def test_that_names_never_cover_each_other_and_stay_inside(wanted: list[float]) -> None:
    placed = apart(wanted, 16.0, 8.0, 292.0)
    inside = sorted(placed)
    assert all(b - a >= 16.0 - 1e-9 for a, b in itertools.pairwise(inside))
    assert inside[0] >= 8.0 - 1e-9
    assert inside[-1] <= 292.0 + 1e-9
    assert [placed[i] for i in sorted(range(len(wanted)), key=wanted.__getitem__)] == inside


def test_that_names_with_room_stay_where_they_belong() -> None:
    assert apart([100.0, 20.0], 16.0, 0.0, 300.0) == pytest.approx([100.0, 20.0])
