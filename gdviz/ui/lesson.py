"""How the text of a scenario is read: paragraphs, its first sentence, and the names of controls set apart.

In a text a name that stands on a control or in a menu is written in ‹angle quotes›.
"""

from __future__ import annotations

import re
from html import escape

from gdviz.ui.theme import Theme

_CONTROL = re.compile("‹([^‹›]+)›")
_SIGN = re.compile(" ([=−+<>·×]) ")
_END = re.compile(r"(?<=[.?!])\s|(?<=[。？！])")


def controls(text: str) -> list[str]:
    """The names of controls in a text."""
    return _CONTROL.findall(text)


def plain_text(text: str) -> str:
    """The text without the quotes round controls."""
    return _CONTROL.sub(r"\1", text)


def paragraphs(text: str) -> list[str]:
    """What blank lines part."""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def first_sentence(text: str) -> str:
    """Up to the first full stop, without the quotes round controls."""
    return plain_text(_END.split(text.strip(), maxsplit=1)[0])


def rich(text: str, theme: Theme) -> str:
    """The text as HTML: names of controls stand on a tint; neither they nor sums are broken."""
    chip = f"<span style='background:{theme.pressed};color:{theme.text}'>\u00a0\\1\u00a0</span>"
    tight = _CONTROL.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    tight = _SIGN.sub("\u00a0\\1\u00a0", tight)
    return _CONTROL.sub(chip, escape(tight, quote=False).replace("\n", " "))
