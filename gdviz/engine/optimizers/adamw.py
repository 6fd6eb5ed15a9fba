"""Adam with decoupled weight decay."""

from __future__ import annotations

from gdviz.engine.optimizers.adam import Adam
from gdviz.spec import param, register


@register
class Adamw(Adam):
    """Adam whose weight decay shrinks x itself instead of entering the gradient and its averages.

    m ← β₁ m + (1 - β₁) g,  v ← β₂ v + (1 - β₂) g²,
    x ← (1 - η λ) x - η m̂ / (√v̂ + ε)  with m̂ = m / (1 - β₁ᵗ), v̂ = v / (1 - β₂ᵗ).

    As in torch, the decay is multiplied by the learning rate of the step; the paper multiplies it by the
    schedule's factor alone.

    Source: Loshchilov & Hutter (2019), Algorithm 2, https://arxiv.org/abs/1711.05101; torch.optim.AdamW.
    """

    label = "AdamW"
    about = "Adam that pulls the parameters towards 0 apart from the gradient."

    weight_decay: float = param(0.01, "Pulls every parameter towards 0, apart from the gradient.",
                                within="[0, inf)", symbol="λ", low=0.0, high=1.0)

    @property
    def decoupled(self) -> bool:
        return True
