"""Weight decay, the option that many first-order methods share."""

from __future__ import annotations

from gdviz.engine.arrays import Array
from gdviz.engine.averages import on
from gdviz.engine.optimizer import FirstOrder, Term
from gdviz.engine.oracle import Oracle
from gdviz.spec import declared, param


@declared
class Decaying(FirstOrder):
    """A method that can pull every parameter towards 0, as a rule by adding λ x to the gradient.

    Source: Krogh & Hertz (1991), A simple weight decay can improve generalization; torch.optim.
    """

    weight_decay: float = param(0.0, "Pulls every parameter towards 0, through the gradient.",
                                within="[0, inf)", symbol="λ", advanced=True)

    def steady_rate(self) -> float | None:
        """The learning rate, where every step is this times a linear function of gradients, and else None."""
        changed = (on(part) for part in (self.weight_decay, self.clip_norm, self.clip_value, self.noise))
        steady = self.schedule.kind == "constant" and isinstance(self.lr, float) and not any(changed)
        return self.lr if steady else None

    @property
    def decoupled(self) -> bool:
        """Whether the pull is apart from the gradient, x ← (1 - η λ) x, instead of in it."""
        return False

    def pulled(self, x: Array, oracle: Oracle) -> Array:
        """The gradient (B, d), with λ x added where the pull is in it."""
        g = self.gradient(x, oracle)
        return g + self.weight_decay * x if on(self.weight_decay) and not self.decoupled else g

    def pull(self) -> tuple[str, ...]:
        """The equation that adds λ x to the gradient, where there is any."""
        return ("g = g + weight_decay*x",) if on(self.weight_decay) and not self.decoupled else ()

    def _shrinks(self) -> bool:
        return self.decoupled and on(self.weight_decay)

    def shrunk(self, x: Array, step: int) -> Array:
        """x (B, d), or (1 - η λ) x where the pull is apart from the gradient."""
        return x * (1 - self.rate(step) * self.weight_decay) if self._shrinks() else x

    def remainder(self) -> str:
        """What `shrunk` computes, as an expression."""
        return "(1 - lr*weight_decay)*x" if self._shrinks() else "x"

    def decay_terms(self) -> tuple[Term, ...]:
        """The part of the step that the decoupled pull is."""
        return (Term("decay", "-lr*weight_decay*x", "memory"),) if self._shrinks() else ()


@declared
class Decoupled(Decaying):
    """A method that can pull towards 0 in the gradient or apart from it.

    Source: Loshchilov & Hutter (2019), Algorithm 2, https://arxiv.org/abs/1711.05101; torch.optim.
    """

    decoupled_weight_decay: bool = param(False, "Pull towards 0 apart from the gradient, as AdamW does.",
                                         advanced=True)

    @property
    def decoupled(self) -> bool:
        return self.decoupled_weight_decay
