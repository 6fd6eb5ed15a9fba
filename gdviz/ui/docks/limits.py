"""The learning rates from which on known minima no longer hold the iterate, in marks and words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from gdviz.engine.explanation.stability import Hold
from gdviz.ui.language import Translate
from gdviz.ui.numbers import rounded, significant, vector

MOST_NAMED = 6  # minima that a tool tip names


def limit_marks(known: Sequence[Hold], tr: Translate) -> tuple[list[float], list[str], str]:
    """Where the slider of a learning rate is marked, what stands below it between the marks, its tool tip."""
    limits = sorted({rounded(hold.limit, 4) for hold in known})
    if not limits:
        return [], [""], ""
    texts = [tr("stable < {limit}").format(limit=f"{limits[0]:.3g}")]
    for i in range(1, len(limits)):
        left = sum(rounded(hold.limit, 4) >= limits[i] for hold in known)
        texts.append(tr("stable at {n} of {all}").format(n=left, all=len(known)))
    texts.append(tr("unstable > {limit}").format(limit=f"{limits[-1]:.3g}"))
    return limits, texts, _tool_tip(known, tr)


def name_of_minimum(hold: Hold, known: Sequence[Hold], tr: Translate) -> str:
    """Minimum, or local minimum where there is a lower one."""
    lowest = min(other.value for other in known)
    return tr("minimum") if hold.value <= lowest + 1e-9 * (1 + abs(lowest)) else tr("local minimum")


def _tool_tip(known: Sequence[Hold], tr: Translate) -> str:
    rule = tr(
        "Where the largest curvature of the minimum is λ, an iterate stays there only with a "
        "learning rate below 2/λ (with momentum μ: 2(1+μ)/λ, with Nesterov's: 2(1+μ)/((1+2μ)λ); for "
        "Newton's method 2, more with damping)."
    )
    template = tr("{name} {point}, f = {value}: stable < {limit}")
    lines = [
        template.format(
            name=name_of_minimum(hold, known, tr),
            point=vector(hold.point[:2]) if len(hold.point) <= 2 else "",
            value=significant(hold.value),
            limit=f"{hold.limit:.5g}",
        )
        for hold in known[:MOST_NAMED]
    ]
    if len(known) > MOST_NAMED:
        lines.append(tr("and {n} more").format(n=len(known) - MOST_NAMED))
    return f"<p>{escape(rule)}</p><p>{'<br>'.join(map(escape, lines))}</p>"
