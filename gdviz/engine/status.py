"""How a run stands or ended, as a kind and a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

RUNNING, CONVERGED, DIVERGED, STALLED, OUT_OF_STEPS = (
    "running",
    "converged",
    "diverged",
    "stalled",
    "out-of-steps",
)


@dataclass(frozen=True)
class Status:
    """kind: one of the five; step: where it happened; template and values: the sentence in parts."""

    kind: str
    step: int
    template: str
    values: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def sentence(self) -> str:
        """The outcome in words, in English."""
        return self.template.format(step=self.step, **self.values)


PLACES = {
    "minimum": "converged at step {step}, at a minimum",
    "maximum": "converged at step {step}, but at a maximum",
    "saddle": "converged at step {step}, but at a saddle point",
    "flat": "converged at step {step}, where the curvature vanishes",
}
