"""A sentence with numbers in it, in parts, so that it can be said in another language and precision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def short(value: float) -> str:
    """Four significant digits: the whole number stands in a row of its own."""
    return f"{value:.4g}"


@dataclass(frozen=True)
class Reason:
    """template: the English sentence with a name in braces for each of `values`."""

    template: str
    values: Mapping[str, float] = field(default_factory=dict, hash=False)

    def said(self, template: str = "", number: Callable[[float], str] = short) -> str:
        """The sentence, or another that stands for `template`, with its numbers written by `number`."""
        return (template or self.template).format(
            **{name: number(value) for name, value in self.values.items()}
        )
