"""Collects every string that the window shows, and keeps the Qt Linguist files up to date with them.

Run as a program it adds what is new to resources/translations/*.ts, drops what is gone, and makes the .qm
files; a test checks that nothing lacks its translation.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from gdviz import library
from gdviz.engine.catalogue import FAMILIES
from gdviz.engine.optimizer import Optimizer
from gdviz.picture import Picture
from gdviz.question import Question
from gdviz.scenario import Scenario
from gdviz.spec import Spec
from gdviz.values import what

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
SOURCES = FOLDER / "gdviz_zh_CN.ts"
TRANSLATORS = ("tr", "_tr", "tr_")
# What is made of these is translated where it is shown: context, and which of the arguments.
CARRIERS = {"SpecError": ("refused", 0), "NumberError": ("window", 0), "Status": ("outcome", 2),
            "Command": ("window", 0), "Term": ("term", 0), "remark": ("remark", 0),
            "Reason": ("reason", 0)}  # fmt: skip
FAULT = "{{kind}}: {} (character {{character}})"  # what Compiler.fault makes of its argument
TERMINAL = ("cli.py", "command")  # what stands there is never seen in the window
Word = tuple[str, str]  # context, text


def called(node: ast.Call) -> str:
    """The last part of the name of what is called."""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _literals(node: ast.expr, defaults: dict[str, str]) -> Iterator[str]:
    """The strings that an argument may be: a literal, one of a conditional's or of `or`, a default, a sum."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body, defaults)
        yield from _literals(node.orelse, defaults)
    elif isinstance(node, ast.BoolOp):
        for each in node.values:
            yield from _literals(each, defaults)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        pairs = product(_literals(node.left, defaults), _literals(node.right, defaults))
        yield from (left + right for left, right in pairs)
    elif isinstance(node, ast.Name) and node.id in defaults:
        yield defaults[node.id]


def _defaults(tree: ast.AST) -> dict[str, str]:
    """What parameters and names are when nothing else is said: title="Landscape", NEEDED = "…"."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.arguments):
            plain = node.posonlyargs + node.args
            pairs = [*zip(plain[::-1], node.defaults[::-1], strict=False),
                     *zip(node.kwonlyargs, node.kw_defaults, strict=True)]
            given = [(parameter.arg, default) for parameter, default in pairs]
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            given = [(node.targets[0].id, node.value)]
        else:
            continue
        for name, value in given:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found[name] = value.value
    return found


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Every source file of what the window can show, parsed."""
    for path in sorted((ROOT / "gdviz").rglob("*.py")):
        if path.relative_to(ROOT / "gdviz").parts[0] not in TERMINAL:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def _in_call(node: ast.Call, defaults: dict[str, str]) -> Iterator[Word]:
    name, arguments = called(node), node.args
    if name in TRANSLATORS:
        given = [*arguments[1:2], *(word.value for word in node.keywords if word.arg == "context")]
        for context in _literals(given[0], defaults) if given else ["window"]:
            yield from ((context, text) for text in _literals(arguments[0], defaults))
    elif name in CARRIERS:
        context, at = CARRIERS[name]
        for text in _literals(arguments[at], defaults) if len(arguments) > at else ():
            yield context, text
    elif name == "fault" and len(arguments) == 2:
        yield from (("refused", FAULT.format(text)) for text in _literals(arguments[1], defaults))


def _in_code() -> Iterator[Word]:
    for _, tree in trees():
        defaults = _defaults(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                yield from _in_call(node, defaults)


def _in_spec(made: type[Spec]) -> Iterator[Word]:
    for name in ("label", "short", "about"):
        text = getattr(made, name, "")
        if isinstance(text, str) and text:
            yield "catalogue", text
            if name == "short":
                yield "initials", text
    for name, about in made.params().items():
        yield "parameter", name.replace("_", " ")
        yield "parameter", about.doc
        for choice in about.choices:
            yield "choice", choice.replace("-", " ")
    if issubclass(made, Optimizer):
        for sentence in made.halts.values():
            yield "outcome", "stalled at step {step}: " + sentence


def _in_catalogue() -> Iterator[Word]:
    for family in FAMILIES.values():
        yield "refused", family.family
        yield from (("catalogue", group) for group in family.groups)
        for made in family.catalogue.values():
            yield from _in_spec(made)
    yield "refused", Question.family
    for alone in (Scenario, Picture):
        yield from _in_spec(alone)


def _in_tables() -> Iterator[Word]:
    from gdviz.engine.measures.regimes import REGIMES
    from gdviz.engine.status import PLACES
    from gdviz.file_fault import NOT_A_FILE, REASONS
    from gdviz.ui import numbers
    from gdviz.ui.help import GUIDE
    from gdviz.ui.language import DAMAGED, HINT
    from gdviz.ui.menus import MENUS, SUBMENUS

    yield from (("menu", word) for word in (*MENUS, *SUBMENUS.values()))
    yield from (("help", line) for line in GUIDE)
    yield from (("outcome", sentence) for sentence in PLACES.values())
    texts = (numbers.NEEDED, numbers.AMBIGUOUS, numbers.NOT_A_NUMBER, numbers.NOT_WHOLE, numbers.TOO_LARGE)
    yield from (("window", text) for text in texts)
    yield "number", numbers.UNDEFINED
    yield from (("refused", what(default)) for default in (True, 1, 1.0, ((0.0, 1.0),), (), ""))
    yield from (("refused", text) for text in (*REASONS.values(), NOT_A_FILE, HINT))
    yield from (("window", text) for text in DAMAGED.values())
    yield from (("scenario", chapter) for chapter in library.CHAPTERS)
    yield from (("regime", word) for regime in REGIMES for word in regime)
    for name in library.names():
        shown = library.shipped(name)
        yield "scenario", shown.title
        yield "scenario", shown.text
        if shown.question is not None:
            yield "scenario", shown.question.text


def words() -> list[Word]:
    """Every (context, text) that a person may see, each once, sorted."""
    found = {*_in_code(), *_in_catalogue(), *_in_tables()}
    return sorted((context, text) for context, text in found if text.strip())


def translations(path: Path) -> dict[Word, str]:
    """What a .ts file has translated."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            node = message.find("translation")
            if node is not None and node.get("type") is None and node.text:
                found[name, message.findtext("source") or ""] = node.text
    return found


def write(path: Path, language: str, known: dict[Word, str]) -> None:
    """Write a .ts file with every word, translated where it is known."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for context, text in words():
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = text
        node = ET.SubElement(message, "translation")
        if (context, text) in known:
            node.text = known[context, text]
        else:
            node.set("type", "unfinished")
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def release(source: Path, target: Path) -> None:
    """Make the .qm file that Qt loads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(tool), "-silent", str(source), "-qm", str(target)], check=True)


def main() -> None:
    """Bring the files up to date and say what lacks a translation."""
    FOLDER.mkdir(exist_ok=True)
    known = translations(SOURCES) if SOURCES.exists() else {}
    write(SOURCES, "zh_CN", known)
    release(SOURCES, SOURCES.with_suffix(".qm"))
    for context, text in words():
        if (context, text) not in known:
            print(f"{context}\t{text}")


if __name__ == "__main__":
    main()
