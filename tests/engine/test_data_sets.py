"""Every data set of the catalogue, and what is special about some."""

from __future__ import annotations

import numpy as np
import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.table import CLASSES, LABELS, REGRESSION
from gdviz.values import SpecError

KINDS = sorted(set(Dataset.catalogue) - {"csv"})


@pytest.mark.parametrize("kind", KINDS)
def test_that_samples_are_finite_and_fit_their_names(kind: str) -> None:
    table = Dataset.named(kind)().draw()
    assert table.features.shape == (table.terms, len(table.feature_names))
    assert table.targets.shape == (table.terms, len(table.target_names))
    assert np.isfinite(table.features).all()
    assert np.isfinite(table.targets).all()
    assert not table.features.flags.writeable
    assert not table.targets.flags.writeable
    if table.task == CLASSES:
        assert set(np.unique(table.targets)) == set(range(len(table.classes)))
    if table.task == LABELS:
        assert set(np.unique(table.targets)) == {0.0, 1.0}
    assert bool(table.classes) == (table.task == CLASSES)


@pytest.mark.parametrize("kind", KINDS)
def test_that_equal_parameters_draw_equal_samples_and_another_seed_others(kind: str) -> None:
    first, second = (Dataset.named(kind)().draw() for _ in range(2))
    assert np.array_equal(first.features, second.features)
    assert np.array_equal(first.targets, second.targets)
    if "seed" in Dataset.named(kind).params():
        other = Dataset.parse(f"{kind}:seed=1").draw()
        same = np.array_equal(first.features, other.features) and np.array_equal(first.targets, other.targets)
        assert not same


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_smallest_number_of_samples_is_drawn(kind: str) -> None:
    if "n" in Dataset.named(kind).params():
        assert Dataset.parse(f"{kind}:n=1").draw().terms == 1


@pytest.mark.parametrize("kind", KINDS)
def test_that_standardising_is_off_and_stands_last(kind: str) -> None:
    made = Dataset.named(kind)()
    assert made.standardise is False
    assert list(made.params())[-1] == "standardise"
    assert Dataset.from_dict(made.to_dict()) == made
    assert Dataset.parse(f"{kind}:standardise=true").table.features is not None


def test_that_the_line_covers_the_two_well_known_ones() -> None:
    first = Dataset.parse("line:n=100,noise=0").table
    assert first.task == REGRESSION
    assert (first.features[0, 0], first.features[-1, 0]) == (0.0, 10.0)
    np.testing.assert_allclose(first.targets, 2 * first.features + 1)
    second = Dataset.parse("line:slope=2,intercept=3,noise=0.5,low=0,high=2,spacing=random,seed=1").table
    assert 0.0 < second.features.min() < second.features.max() < 2.0
    assert np.std(second.targets - 2 * second.features - 3) == pytest.approx(0.5, rel=0.2)
    with pytest.raises(SpecError, match="high must be greater than low"):
        Dataset.parse("line:low=3,high=3")


def test_that_clouds_stand_where_they_should_without_noise() -> None:
    blobs = Dataset.parse("blobs:n=8,classes=4,noise=0").table
    np.testing.assert_allclose(np.hypot(*blobs.features.T), 2.0)
    assert len(np.unique(np.round(blobs.features, 9), axis=0)) == 4
    xor = Dataset.parse("xor:n=8,noise=0").table
    assert np.array_equal(xor.targets[:, 0], (xor.features[:, 0] * xor.features[:, 1] < 0).astype(float))
    circles = Dataset.parse("circles:noise=0,factor=0.25").table
    radius = np.hypot(*circles.features.T)
    np.testing.assert_allclose(radius, np.where(circles.targets[:, 0] == 0, 1.0, 0.25))
    moons = Dataset.parse("moons:noise=0").table
    away = moons.features - np.where(moons.targets == 0, [0.0, 0.0], [1.0, 0.5])
    np.testing.assert_allclose(np.hypot(*away.T), 1.0)
    spirals = Dataset.parse("spirals:noise=0,turns=0,classes=3").table
    angle = np.arctan2(*spirals.features.T[::-1]) % (2 * np.pi)
    np.testing.assert_allclose(angle, 2 * np.pi * spirals.targets[:, 0] / 3, atol=1e-12)


def test_that_labels_are_halves_of_the_plane_without_noise() -> None:
    table = Dataset.parse("multi-label:noise=0,labels=1,n=50").table
    assert np.array_equal(table.targets[:, 0], (table.features[:, 0] > -0.5).astype(float))


@pytest.mark.parametrize("kind", ["blobs", "circles", "line", "moons", "spirals", "two-targets", "xor"])
def test_that_samples_beyond_float64_are_refused(kind: str) -> None:
    with pytest.raises(SpecError, match=f"{kind}: some of the samples are not finite"):
        _ = Dataset.named(kind)(noise=1e308).table
