"""What people type for a formula, turned into plain ASCII, with the place each character came from."""

from __future__ import annotations

import re
from typing import NamedTuple

from gdviz.values import SpecError

# Fullwidth forms are what Chinese keyboards give for ( ) , + - * / and for digits.
_SAME = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
_SAME |= dict.fromkeys("−–‒﹣", "-") | dict.fromkeys("·×⋅∙∗•", "*") | dict.fromkeys("÷∕", "/")
_SAME |= {"^": "**", "＾": "**", "π": "pi", "√": "sqrt", "≤": "<=", "≥": ">=", "≠": "!=", "，": ","}
_SAME |= dict.fromkeys("\t\r\n\v\f \u00a0\u3000\u2009\u202f", " ")
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+", strict=True))

_TOKEN = re.compile(
    r"(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<sign>.)", re.ASCII
)


class Spelled(NamedTuple):
    """source: ASCII text; columns: for each of its characters, and its end, the one in the typed text."""

    typed: str
    source: str
    columns: tuple[int, ...]

    def near(self, at: int) -> str:
        """What was typed where the source has its character `at`."""
        column = self.columns[at]
        return self.typed[column : column + 10].strip()


def spelled(text: str, kind: str, signs: str) -> Spelled:
    """Spell a typed formula in ASCII with ``**`` for powers; raises SpecError at what cannot stand in one.

    signs: the characters that may stand between numbers and names. Brackets must match, and a number or a
    closing bracket must not run into a name.
    """
    parts: list[str] = []
    columns: list[int] = []
    raised = False
    for i, char in enumerate(text):
        part = _RAISED.get(char, "")
        if part and not raised:
            part = "**" + part
        raised = bool(part)
        part = part or _SAME.get(char, char)
        if not part.isascii():
            raise SpecError("{kind}: {sign!r} cannot stand in a formula (character {character})",
                            kind=kind, sign=char, character=i + 1, column=i)
        parts.append(part)
        columns += [i] * len(part)
    source = "".join(parts)
    columns.append(len(text))
    begin = len(source) - len(source.lstrip())
    kept = Spelled(text, source.strip(), tuple(columns[begin:]))
    _check(kept, kind, signs)
    return kept


def _check(text: Spelled, kind: str, signs: str) -> None:
    opened: list[int] = []
    before = ""
    for token in _TOKEN.finditer(text.source):
        group, sign = token.lastgroup or "", token.group()
        if sign == " ":
            continue
        column = text.columns[token.start()]
        if group == "sign" and sign not in f"{signs}()":
            raise SpecError("{kind}: {sign!r} cannot stand in a formula (character {character})",
                            kind=kind, sign=sign, character=column + 1, column=column)
        begins = group != "sign" or (sign == "(" and before != "name")
        if begins and before in ("number", "name", ")"):
            raise SpecError("{kind}: an operator is missing before {near!r} (character {character})",
                            kind=kind, near=text.near(token.start()), character=column + 1, column=column)
        if sign == "(":
            opened.append(column)
        elif sign == ")":
            if not opened:
                raise SpecError("{kind}: the bracket that closes here was never opened "
                                "(character {character})", kind=kind, character=column + 1, column=column)
            opened.pop()
        before = ")" if sign == ")" else group
    if before == "sign":
        raise SpecError("{kind}: the formula ends too early (character {character})", kind=kind,
                        character=len(text.typed) + 1, column=len(text.typed))
    if opened:
        raise SpecError("{kind}: the bracket opened here is never closed (character {character})",
                        kind=kind, character=opened[-1] + 1, column=opened[-1])
