"""Which samples each update uses: a pure function of the seed and the update's number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Index = NDArray[np.intp]

ORDERS = ("shuffle", "sequential", "replacement")
# The last word of a generator's key, so that batches and gradient noise never share random numbers.
_SHUFFLE, _REPLACEMENT = 1, 2


@dataclass(frozen=True)
class Batches:
    """How the m terms of an objective are dealt out to the updates.

    size: samples in a batch b, 0 for all of them; order: ``shuffle`` deals out a new permutation in each
    epoch, ``sequential`` keeps the order of the data, ``replacement`` draws every sample anew.

    An epoch has ceil(m/b) batches. Without replacement the last one holds what is left, m - b (ceil(m/b)
    - 1) samples; with replacement each has b.

    accumulate: batches whose gradients are added up before an update. The update uses their mean weighted
    by their numbers of samples, and no update reaches into the next epoch: the last one of an epoch may
    have fewer batches. So it is the update of batches of `accumulate` · b samples, for every m and b.

    zero_grad: False is the classic mistake of never setting the gradient to zero: each update uses the sum
    of all gradients so far.
    """

    size: int = 0
    order: str = "shuffle"
    accumulate: int = 1
    zero_grad: bool = True

    def full(self, terms: int) -> bool:
        """Whether every update uses all samples, each once and at once."""
        return not terms or self.size == 0 or (self.size >= terms and self.order != "replacement")

    def batches_per_epoch(self, terms: int) -> int:
        """ceil(m/b)."""
        return 1 if self.full(terms) else -(-terms // self.size)

    def updates_per_epoch(self, terms: int) -> int:
        """ceil(m/b), or ceil(ceil(m/b) / accumulate), which is ceil(m / (accumulate · b))."""
        return -(-self.batches_per_epoch(terms) // self.accumulate)

    def epoch(self, updates: int, terms: int) -> int:
        """How many epochs are complete after that many updates."""
        return updates // self.updates_per_epoch(terms)

    def drawn(self, update: int, terms: int, seed: int) -> tuple[Index, ...]:
        """The batches of update `update` (from 0), each an array of sample numbers; not if `full`."""
        epoch, place = divmod(update, self.updates_per_epoch(terms))
        batches = self.batches_per_epoch(terms)
        first = place * self.accumulate
        count = min(self.accumulate, batches - first)
        if self.order == "replacement":
            rng = np.random.default_rng((seed, update, _REPLACEMENT))
            size = min(self.size, terms)
            return tuple(rng.integers(terms, size=count * size, dtype=np.intp).reshape(count, size))
        deck = _permutation(seed, epoch, terms) if self.order == "shuffle" else _in_order(terms)
        return tuple(deck[k * self.size : (k + 1) * self.size] for k in range(first, first + count))

    def samples(self, update: int, terms: int, seed: int) -> Index:
        """The sample numbers that update `update` (from 0) uses, in the order of use."""
        if self.full(terms):
            return _in_order(terms)
        return np.concatenate(self.drawn(update, terms, seed))


@lru_cache(maxsize=4)
def _permutation(seed: int, epoch: int, terms: int) -> Index:
    deck: Any = np.random.default_rng((seed, epoch, _SHUFFLE)).permutation(terms)
    deck.flags.writeable = False
    return np.asarray(deck, dtype=np.intp)


@lru_cache(maxsize=4)
def _in_order(terms: int) -> Index:
    deck = np.arange(terms, dtype=np.intp)
    deck.flags.writeable = False
    return deck
