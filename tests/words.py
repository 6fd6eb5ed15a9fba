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
from pathlib import Path

from gdviz import library
from gdviz.engine.catalogue import FAMILIES
from gdviz.engine.optimizer import Optimizer
from gdviz.scenario import Scenario

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TRANSLATORS = ("tr", "_tr", "tr_")
Word = tuple[str, str]  # context, text


def _called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _literals(node: ast.expr) -> Iterator[str]:
    """The strings that an argument may be: a literal, or one of the two of a conditional."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _in_code() -> Iterator[Word]:
    for path in sorted((ROOT / "gdviz").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = _called(node)
            if name in TRANSLATORS:
                contexts = list(_literals(node.args[1])) if len(node.args) > 1 else ["window"]
                for context in contexts:
                    for text in _literals(node.args[0]):
                        yield context, text
            elif name in ("SpecError", "NumberError", "Status", "Command", "Term"):
                context = {"Status": "outcome", "Command": "window", "Term": "term"}.get(name, "refused")
                for argument in node.args if name == "Status" else node.args[:1]:
                    for text in _literals(argument):
                        if name != "Status" or " " in text:
                            yield context, text


def _in_catalogue() -> Iterator[Word]:
    for family in (*FAMILIES.values(), Scenario):
        for made in (*family.catalogue.values(), *((Scenario,) if family is Scenario else ())):
            for name in ("label", "short", "about"):
                text = getattr(made, name, "")
                if isinstance(text, str) and text:
                    yield "catalogue", text
            for name, about in made.params().items():
                yield "parameter", name.replace("_", " ")
                yield "parameter", about.doc
                for choice in about.choices:
                    yield "choice", choice.replace("-", " ")
            if issubclass(made, Optimizer):
                for sentence in made.halts.values():
                    yield "outcome", "stalled at step {step}: " + sentence


def _in_tables() -> Iterator[Word]:
    from gdviz.engine.status import PLACES
    from gdviz.ui import numbers
    from gdviz.ui.help import GUIDE
    from gdviz.ui.menus import MENUS, SUBMENUS

    yield from (("menu", word) for word in (*MENUS, *SUBMENUS.values()))
    yield from (("help", line) for line in GUIDE)
    yield from (("outcome", sentence) for sentence in PLACES.values())
    texts = (numbers.NEEDED, numbers.AMBIGUOUS, numbers.NOT_A_NUMBER, numbers.NOT_WHOLE, numbers.TOO_LARGE)
    yield from (("window", text) for text in texts)
    for name in library.names():
        shown = library.shipped(name)
        yield "scenario", shown.title
        yield "scenario", shown.text
        yield from (("scenario", entry.label) for entry in shown.runs if entry.label and " " in entry.label)


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
    path = FOLDER / "gdviz_zh_CN.ts"
    known = translations(path) if path.exists() else {}
    write(path, "zh_CN", known)
    release(path, path.with_suffix(".qm"))
    for context, text in words():
        if (context, text) not in known:
            print(f"{context}\t{text}")


if __name__ == "__main__":
    main()
