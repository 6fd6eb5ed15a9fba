"""Makes the SVG that Qt writes look the same in every program.

Qt scales strokes by an attribute that librsvg ignores, and names fonts that others do not have. So each
group's matrix is applied to the coordinates themselves, and each text becomes the outline of its letters.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainterPath, QTransform

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


def portable(data: bytes | bytearray | memoryview) -> bytes:
    """The same picture without fonts, matrices on strokes and attributes that some programs ignore."""
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    root = ET.fromstring(bytes(data))
    _, _, width, height = root.get("viewBox", "0 0 0 0").split()
    root.set("width", width)  # Qt writes millimetres, which others round to another number of pixels
    root.set("height", height)
    parents = {child: parent for parent in root.iter() for child in parent}
    for group in list(root.iter(f"{{{SVG}}}g")):
        for text in group.findall(f"{{{SVG}}}text"):
            _outline(group, text)
        matrix = _matrix(group.get("transform"))
        if matrix is not None and group.get("clip-path") is None and _apply(group, matrix):
            del group.attrib["transform"]
    for element in root.iter():
        element.attrib.pop("vector-effect", None)
    for group in [g for g in parents if g.tag == f"{{{SVG}}}g" and not len(g)]:
        parents[group].remove(group)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _matrix(text: str | None) -> QTransform | None:
    found = re.fullmatch(r"\s*matrix\((.*)\)\s*", text or "")
    if found is None:
        return None
    a, b, c, d, e, f = (float(number) for number in _NUMBER.findall(found[1]))
    return QTransform(a, b, c, d, e, f)


def _apply(group: ET.Element, matrix: QTransform) -> bool:
    """Map the coordinates of all children; False where one of them has none that could be mapped."""
    children = list(group)
    if any(child.tag not in (f"{{{SVG}}}path", f"{{{SVG}}}polyline") for child in children):
        return False
    stretch = abs(matrix.determinant()) ** 0.5
    for child in children:
        if child.tag.endswith("path"):
            child.set("d", _mapped_path(child.get("d", ""), matrix))
        else:
            child.set("points", _mapped_points(child.get("points", ""), matrix))
        if child.get("vector-effect") != "non-scaling-stroke" and stretch != 1.0:
            child.set("stroke-width", f"{float(group.get('stroke-width', '1')) * stretch:.6g}")
    return True


def _mapped_points(text: str, matrix: QTransform) -> str:
    numbers = [float(number) for number in _NUMBER.findall(text)]
    return " ".join(_point(matrix, x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def _mapped_path(text: str, matrix: QTransform) -> str:
    """Qt writes absolute M, L and C only, and Z."""
    parts = []
    for command, rest in _COMMAND.findall(text):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        points = [_point(matrix, x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        parts.append(command + " ".join(points))
    return "".join(parts)


def _point(matrix: QTransform, x: float, y: float) -> str:
    at = matrix.map(QPointF(x, y))
    return f"{at.x():.6g},{at.y():.6g}"


def _outline(group: ET.Element, text: ET.Element) -> None:
    """Put the outline of its letters in the place of a text."""
    font = QFont()
    font.setFamilies([name.strip(" '\"") for name in (group.get("font-family") or "").split(",")])
    size = text.get("font-size") or group.get("font-size") or "13"
    font.setPixelSize(round(float(_NUMBER.findall(size)[0])))
    font.setWeight(QFont.Weight(int(float(group.get("font-weight") or 400))))
    font.setItalic(group.get("font-style") == "italic")
    font.setFeature(QFont.Tag("tnum"), 1)
    path = QPainterPath()
    path.addText(QPointF(float(text.get("x", "0")), float(text.get("y", "0"))), font, text.text or "")
    outline = ET.Element(f"{{{SVG}}}path", {
        "d": _path_text(path), "stroke": "none", "fill-rule": "nonzero", "aria-label": text.text or "",
        "fill": text.get("fill") or group.get("fill") or "#000000",
    })  # fmt: skip
    group.insert(list(group).index(text), outline)
    group.remove(text)


def _path_text(path: QPainterPath) -> str:
    """A path as SVG writes it."""
    parts, i = [], 0
    while i < path.elementCount():
        element = path.elementAt(i)
        if element.isCurveTo():
            points = (path.elementAt(i + k) for k in range(3))
            parts.append("C" + " ".join(f"{p.x:.5g},{p.y:.5g}" for p in points))
            i += 3
            continue
        letter = "M" if element.isMoveTo() else "L"
        parts.append(f"{letter}{element.x:.5g},{element.y:.5g}")
        i += 1
    return "".join(parts)
