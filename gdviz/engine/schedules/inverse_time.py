"""The learning rate as one over the time."""

from __future__ import annotations

from gdviz.engine.arrays import Array
from gdviz.engine.schedule import Schedule
from gdviz.spec import param, register


@register
class InverseTime(Schedule):
    """The learning rate falls as one over the number of steps, without end.

    lr_k = lr / (1 + κ k).

    The steps are square-summable but not summable, as stochastic approximation asks for. torch has no
    such schedule; its Adagrad and ASGD have the factor built in.

    Source: Robbins & Monro (1951), Annals of Mathematical Statistics 22(3), 400-407.
    """

    label = "Inverse time"
    about = "Falls as one over the number of steps."

    decay: float = param(0.05, "How fast it falls: after 1/κ steps it has halved.", within="[0, inf)",
                         symbol="κ", log=True, low=1e-3, high=10.0)

    def rate(self, lr: float | Array, step: int) -> float | Array:
        return lr / (1.0 + self.decay * step)
