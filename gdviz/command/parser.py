"""Reading the words of a command line; whatever is wrong with them is one sentence."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from gdviz.spec import Param
from gdviz.values import SpecError, hint

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Parser(argparse.ArgumentParser):
    """The parser of one sub-command; raises SpecError where argparse would print its usage."""

    def __init__(self, command: str, about: str, **more: Any) -> None:
        super().__init__(prog=f"gdviz {command}".strip(), description=about, allow_abbrev=False, **more)

    def error(self, message: str) -> NoReturn:
        for option, what in (("--start", "a negative start is written --start=-5,-2"),
                             ("--predict", "a negative feature is written --predict=-5,2")):
            if option in message and "expected one argument" in message:
                message += f"; {what}"
        raise SpecError("{message}", message=message)

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Raises OSError where it cannot be written, which argparse would keep to itself."""
        print(self.format_help(), end="", file=file)

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """The arguments; raises SpecError that offers the nearest option for an unknown one."""
        for word in words:
            name, _, value = word.partition("=")
            if value == "--" and name.startswith("--"):  # argparse before Python 3.13 takes it for no value
                self.error(f"argument {name}: expected one argument")
        arguments, rest = self.parse_known_args(words)
        for word in rest:
            if word.startswith("-"):
                name = word.partition("=")[0]
                raise SpecError("unknown option {name!r}{hint}", name=name[:80],
                                hint=hint(name, self._option_string_actions))
        if rest:
            raise SpecError("one argument too many: {word!r}", word=rest[0][:80])
        return arguments


def explained(about: Param, default: object) -> str:
    """The help of an option that stands for a declared parameter."""
    allowed = ", ".join(about.choices) or (about.within.text if about.within else "")
    inside = f"in {allowed}, " if about.within else f"{allowed}, " if allowed else ""
    return f"{about.doc} ({inside}default {default})".replace("%", "%%")
