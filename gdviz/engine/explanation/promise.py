"""What Taylor's first two orders promised of a step, and why something else came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from gdviz.engine.explanation.reason import Reason

if TYPE_CHECKING:
    from gdviz.engine.explanation.step import Explanation

EPS = float(np.finfo(np.float64).eps)
LITTLE = 0.01  # part of the promise below which curvature is not worth a word
MISSED = 0.1  # part of the promise by which both orders may miss what came

FOLLOWED = {
    "batch": Reason("The step followed the gradient of a batch; the promise is about the loss on all "
                    "samples."),
    "noise": Reason("The step followed a gradient with noise; the promise is about the gradient without."),
    "sum": Reason("The step followed the sum of all gradients so far, which were never set to zero."),
}


@np.errstate(all="ignore")
def is_plain(e: Explanation) -> bool:
    """Whether the step is -η ∇f, so that ∇f·Δx = -η‖∇f‖² and curvature takes ηλ/2 of it."""
    wanted = -e.rate * e.gradient
    return bool(np.isfinite(e.rate) and wanted.any() and np.allclose(e.change, wanted, rtol=1e-6, atol=0.0)
                and e.rate > 0)


def curvature_along(e: Explanation) -> float:
    """ΔxᵀHΔx / ‖Δx‖², the second derivative of f along the step; however short or long that is."""
    assert e.hessian is not None  # else the second order is unknown
    way = e.change / np.abs(e.change).max()
    return float(way @ (e.hessian @ way) / (way @ way))


@np.errstate(all="ignore")
def reasons(e: Explanation) -> tuple[Reason, ...]:
    """Why the change of f is what it is: one sentence, and what else there is to say."""
    return (*_main(e), *([FOLLOWED[e.disturbed]] if e.disturbed else []))


def _main(e: Explanation) -> Iterator[Reason]:
    largest = max(abs(e.f), abs(e.next_f))
    if not e.change.any():
        yield Reason("The iterate stays where it is: nothing is promised, and nothing comes.")
    elif not np.isfinite(e.actual):
        yield Reason("The step leads to where f is no finite number: no promise reaches that far.")
    elif e.first_order == 0:
        yield Reason("Along the step f has no slope here: first order promises nothing.")
    elif abs(e.first_order) <= 16 * EPS * largest:
        yield Reason("The promise is so small that rounding hides what came of it.")
    elif e.first_order > 0:
        yield _uphill(e)
    elif not np.isfinite(e.second_order):
        yield _by_slope(e)
    else:
        yield from _by_curvature(e, largest)


def _uphill(e: Explanation) -> Reason:
    if e.second_order < 0:
        return Reason("The slope leads uphill along this step, and along it f curves downwards: {curvature}.",
                      {"curvature": curvature_along(e)})
    return Reason("The slope leads uphill along this step, which does not follow −∇f alone.")


def _by_slope(e: Explanation) -> Reason:
    if e.actual > 0:
        return Reason("The slope promised a decrease, and f rises: the step is too long for how f bends.")
    return Reason("{part} % of the decrease that the slope promised came.",
                  {"part": 100 * e.actual / e.first_order})


def _by_curvature(e: Explanation, largest: float) -> Iterator[Reason]:
    bend, missed = -e.second_order / e.first_order, e.actual - e.first_order - e.second_order
    curvature = {"curvature": curvature_along(e)}
    taken = curvature | {"bend": 100 * bend}
    plain = is_plain(e)
    size = max(abs(e.first_order), abs(e.second_order))
    if abs(bend) < LITTLE and abs(missed) > MISSED * size:
        yield Reason("By the curvature here the slope would hardly change over this step, but on its way it "
                     "does.")
    elif abs(bend) < LITTLE:
        yield Reason("Over so short a step the slope hardly changes.")
    elif bend < 0:
        yield Reason("Along the step f curves downwards ({curvature}): the slope grows on the way and adds "
                     "{more} % to the promise.", curvature | {"more": -100 * bend})
    elif bend < 1 and plain:
        yield Reason("Curvature along the gradient, λ = {curvature}, takes ηλ/2 = {bend} % of the promise.",
                     taken)
    elif bend < 1:
        yield Reason("Curvature along the step, {curvature}, takes {bend} % of the promise.", taken)
    elif e.actual < 0:
        yield Reason("With the curvature along the step here, {curvature}, f would rise over so long a step; "
                     "yet it falls.", curvature)
    elif plain:
        yield Reason("Curvature along the gradient, λ = {curvature}, takes ηλ/2 = {bend} %, more than all of "
                     "the promise: beyond η = 2/λ = {limit} the step leads up.",
                     taken | {"limit": 2 / curvature["curvature"]})
    else:
        yield Reason("Curvature along the step, {curvature}, takes {bend} %, more than all of the promise: "
                     "the step is too long.", taken)
    if abs(missed) > MISSED * size:
        yield Reason("Both orders together miss what came by {missed}: over this length f is no parabola.",
                     {"missed": missed})
    elif abs(bend) >= LITTLE and abs(missed) <= 1e-9 * size + 16 * EPS * largest:
        yield Reason("Both orders together are what came: along this step f is a parabola.")
