"""Areas of a map that touch get tints that look different."""

from __future__ import annotations

import numpy as np
import pytest

from gdviz.engine.tinting import LITTLE, borders, tints

HUES = 8
UNLIKE = 10.0 * (1 - np.eye(HUES))


def test_that_borders_count_cells_that_meet_and_those_beyond_a_narrow_strip() -> None:
    kinds = np.full((30, 40), -1, dtype=np.int16)
    kinds[:, :20], kinds[:, 20:22], kinds[:, 22:] = 0, 1, 2
    touching = borders(kinds, 4)
    assert (touching == touching.T).all()
    assert not touching.diagonal().any()
    assert touching[0, 1] == 30 * (1 + 2 + 2)  # at each of three reaches no more cells than the strip has
    assert touching[0, 2] == 30 * (4 + 16)
    assert not touching[3].any()


def test_that_a_hue_is_used_again_only_far_away() -> None:
    places = np.array([[float(k), 0.0] for k in range(20)])
    found = tints(places, np.zeros((20, 20)), UNLIKE, [])
    assert found[:HUES] == list(range(HUES))
    assert all(len(set(found[k : k + 6])) == 6 for k in range(15))


@pytest.mark.parametrize("seed", range(4))
def test_that_areas_that_touch_never_share_a_tint_nor_need_dots(seed: int) -> None:
    places = np.random.default_rng(seed).uniform(0, 200, (60, 2))
    y, x = np.mgrid[:200, :200]
    kinds = np.argmin(np.hypot(x[..., None] - places[:, 0], y[..., None] - places[:, 1]), axis=2)
    touching = borders(kinds.astype(np.int16), len(places))
    found = np.array(tints(places, touching, UNLIKE, []))
    alike = (touching * (found[:, None] == found)).sum(axis=1) / touching.sum(axis=1)
    assert alike.max() <= LITTLE
    assert (found < HUES).mean() > 0.9


def test_that_hues_that_look_alike_are_kept_apart_too() -> None:
    unlike = UNLIKE.copy()
    unlike[0, 1] = unlike[1, 0] = 1.0
    touching = np.array([[0.0, 9.0], [9.0, 0.0]])
    assert tints(np.zeros((2, 2)), touching, unlike, []) == [0, 2]


def test_that_dots_tell_apart_what_hues_cannot() -> None:
    count = 12
    found = tints(np.random.default_rng(0).normal(size=(count, 2)), 1 - np.eye(count), UNLIKE, [])
    assert len(set(found)) == count
    assert found[:HUES] == list(range(HUES))


def test_that_a_tint_stays_unless_its_like_comes_to_touch_it() -> None:
    places = np.array([[0.0, 0.0], [9.0, 0.0], [5.0, 5.0]])
    apart, met = np.zeros((3, 3)), np.zeros((3, 3))
    met[0, 1] = met[1, 0] = 50.0
    assert tints(places, apart, UNLIKE, [3, 3]) == [3, 3, 0]
    first, second, third = tints(places, met, UNLIKE, [3, 3, 0])
    assert (first, third) == (3, 0)
    assert second not in (0, 3)
