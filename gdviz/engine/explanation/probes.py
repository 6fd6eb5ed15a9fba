"""What a method looked at before it stepped: probed lengths, conjugate directions, a simplex."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.explanation.reason import Reason
from gdviz.engine.line_search.descent import Descent
from gdviz.engine.line_search.ray import ACCEPTED, ARMIJO
from gdviz.engine.optimizer import Optimizer


class Probe(NamedTuple):
    """A probed length α; φ(α) there; φ(0) + c₁ α φ′(0), which Armijo demands, nan without; the verdict."""

    length: float
    value: float
    bound: float
    accepted: bool
    verdict: Reason


@np.errstate(all="ignore")
def probes(
    optimizer: Optimizer, memory: Mapping[str, Array], level: float, slope: float
) -> tuple[Probe, ...]:
    """The probes of the search that is recorded in `memory`, in their order; level, slope: φ(0), φ′(0)."""
    if not isinstance(optimizer, Descent):
        return ()
    lengths, values, failed = (memory[name] for name in ("lengths", "values", "failed"))
    used = np.flatnonzero(np.isfinite(lengths))
    demanding = optimizer.search != "exact"
    found = []
    for i in used:
        bound = level + float(optimizer.c1) * lengths[i] * slope if demanding else np.nan
        verdict = _verdict(float(failed[i]), float(values[i]), float(bound), demanding)
        found.append(Probe(float(lengths[i]), float(values[i]), float(bound), failed[i] == ACCEPTED, verdict))
    return tuple(found)


def _verdict(failed: float, value: float, bound: float, demanding: bool) -> Reason:
    if failed == ACCEPTED:
        return Reason("accepted")
    if not np.isfinite(value):
        return Reason("not finite")
    if failed == ARMIJO:
        if demanding and not value <= bound:
            return Reason("too high (Armijo)")
        return Reason("not the lowest so far")
    return Reason("too steep (curvature)") if demanding else Reason("slope not yet 0")


@np.errstate(all="ignore")
def conjugacy(
    before: Mapping[str, Array], after: Mapping[str, Array], hessian: Array | None
) -> tuple[float, float] | None:
    """pᵀHp′ of the last search direction p and this one p′, and the same over √(pᵀHp · p′ᵀHp′).

    Both are 0 where the directions are conjugate. The second one is a cosine only where H is
    positive definite, and else nan. None without two directions, or without H.
    """
    if hessian is None or "p" not in before or "lengths" not in before:
        return None
    last, this = before["p"], after["p"]
    if not (np.isfinite(hessian).all() and last.any() and this.any()):
        return None
    product = float(np.sum(last * (hessian @ this)))
    if not np.linalg.eigvalsh(hessian)[0] > 0:
        return product, np.nan
    return product, float(product / np.sqrt((last @ hessian @ last) * (this @ hessian @ this)))


def vertices(memory: Mapping[str, Array]) -> tuple[tuple[Array, float], ...]:
    """The corners (d,) of a simplex and the losses there, the lowest first; none without a simplex."""
    if "simplex" not in memory:
        return ()
    return tuple((corner, float(f)) for corner, f in zip(memory["simplex"], memory["values"], strict=True))
