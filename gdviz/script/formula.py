"""The function that a user typed, and its derivatives, as Python code."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

import numpy as np

from gdviz.engine.expression.functions import relu, sigmoid, softplus
from gdviz.engine.expression.jets import Jets
from gdviz.engine.expression.program import Entry, Operations, pair
from gdviz.engine.expression.tree import Call, Comparison, Name, Negative, Node, Number, Operation, parse
from gdviz.engine.objectives.formula import AXES, FORMULAS, Formula
from gdviz.script.tree import array, defined, matrix

SIGNS: dict[str, Any] = {
    "+": ast.Add, "-": ast.Sub, "*": ast.Mult, "/": ast.Div, "**": ast.Pow, "<": ast.Lt, "<=": ast.LtE,
    ">": ast.Gt, ">=": ast.GtE, "==": ast.Eq, "!=": ast.NotEq,
}  # fmt: skip
OPERATORS: dict[Any, str] = {
    np.add: "+", np.subtract: "-", np.multiply: "*", np.divide: "/", np.power: "**", np.less: "<",
    np.less_equal: "<=", np.greater: ">", np.greater_equal: ">=", np.equal: "==", np.not_equal: "!=",
}  # fmt: skip
RENAMED = {"asin": "arcsin", "acos": "arccos", "atan": "arctan"}
# What NumPy has no single function for; u, a, b, p, q stand for the arguments.
TEMPLATES: dict[Any, str] = {
    sigmoid: "1.0 / (1.0 + np.exp(-u))", relu: "np.maximum(u, 0.0)", softplus: "np.logaddexp(0.0, u)",
}
SLOPES: dict[str, str] = {
    "_where": "np.where(u, p, q)",
    "_where_positive": "np.where(u > 0.0, p, 0.0)",
    "_of_larger": "np.where(a > b, p, np.where(a < b, q, (p + q) / 2))",
    "_of_smaller": "np.where(a < b, p, np.where(a > b, q, (p + q) / 2))",
    "_times_log": "np.where(p == 0.0, 0.0, p * np.log(a))",
    "_inverse_of_positive": "1.0 / u",
}


def functions(objective: Formula, doc: str, hessian: bool) -> list[ast.FunctionDef]:
    """f, its gradient and, where it is asked for, its Hessian, as functions of a point."""
    tree, names = parse(objective.f, FORMULAS), AXES[: objective.dimension]
    operations, first, second = Jets(tree, names).slopes
    said: list[ast.stmt] = [ast.Expr(ast.Constant(doc))] if doc else []
    point = ast.parse("x, y = point" if len(names) > 1 else "x = point[0]").body
    found = [defined("f", ["point"], [*said, *point, ast.Return(written(tree))])]
    lines, slopes = _straight(operations, first)
    found.append(defined("gradient", ["point"], [*point, *lines, ast.Return(array(_list(slopes)))]))
    if hessian:
        lines, bends = _straight(operations, second)
        rows = [bends] if len(bends) == 1 else [bends[:2], bends[1:]]
        found.append(defined("hessian", ["point"], [*point, *lines, ast.Return(array(matrix(*rows)))]))
    return [ast.fix_missing_locations(made) for made in found]


def _list(parts: list[ast.expr]) -> ast.List:
    return ast.List(parts, ast.Load())


def _number(value: float) -> ast.expr:
    if value < 0:
        return ast.UnaryOp(ast.USub(), _number(-value))
    return ast.Constant(int(value) if value.is_integer() and value < 1e15 else value)


def written(node: Node) -> ast.expr:
    """A formula as NumPy computes it."""
    match node:
        case Number(value):
            return _number(value)
        case Name(name):
            known = {"pi": "np.pi", "e": "np.e"}
            return ast.parse(known.get(name, name), mode="eval").body
        case Negative(operand):
            return ast.UnaryOp(ast.USub(), written(operand))
        case Operation(sign, left, right):
            return ast.BinOp(written(left), SIGNS[sign](), written(right))
        case Comparison(sign, left, right):
            return ast.Compare(written(left), [SIGNS[sign]()], [written(right)])
        case Call("min" | "max" as name, (head, *tail)):
            found = written(head)
            for part in tail:
                found = _call("np.minimum" if name == "min" else "np.maximum", found, written(part))
            return found
        case Call(name, arguments):
            template = TEMPLATES.get(FORMULAS.functions[name].compute)
            if template is not None:
                return _filled(template, u=written(arguments[0]))
            return _call(f"np.{RENAMED.get(name, name)}", *map(written, arguments))
    raise AssertionError(node)


def _call(function: str, *arguments: ast.expr) -> ast.expr:
    return ast.Call(ast.parse(function, mode="eval").body, list(arguments), [])


def _filled(template: str, **parts: ast.expr) -> ast.expr:
    class Filled(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return parts.get(node.id, node)

    return Filled().visit(ast.parse(template, mode="eval").body)  # type: ignore[no-any-return]


def _straight(operations: Operations, outputs: tuple[Entry, ...]) -> tuple[list[ast.stmt], list[ast.expr]]:
    """The assignments that operations need, and the outputs as expressions of their names."""
    first, steps = operations.dimension, operations.steps
    uses: dict[int, int] = {}
    waiting = [number for number in outputs if number is not None]
    for number in waiting:
        uses[number] = uses.get(number, 0) + 1
    for number in range(first + len(steps) - 1, first - 1, -1):
        if number in uses and number not in operations.constants:
            compute, *operands = steps[number - first]
            often = 2 if compute is pair or compute.__name__ in SLOPES else 1  # as templates repeat them
            for operand in operands:
                uses[operand] = uses.get(operand, 0) + often
    known: dict[int, Any] = {i: ast.Name(AXES[i], ast.Load()) for i in range(first)}
    lines: list[ast.stmt] = []
    for i, (compute, a, b) in enumerate(steps):
        number = first + i
        if number not in uses:
            continue
        if number in operations.constants:
            known[number] = _number(operations.constants[number])
        elif compute is pair:
            known[number] = (known[a], known[b])
        else:
            made = _applied(compute, known[a], known[b] if b >= 0 else None)
            if uses[number] > 1:
                name = f"a{len(lines) + 1}"
                lines.append(ast.Assign([ast.Name(name, ast.Store())], made))
                made = ast.Name(name, ast.Load())
            known[number] = made
    return lines, [ast.Constant(0) if number is None else known[number] for number in outputs]


def _applied(compute: Callable[..., Any], a: Any, b: Any) -> ast.expr:
    if compute is np.negative:
        if isinstance(a, ast.BinOp) and isinstance(a.left, ast.Constant) and isinstance(a.op, ast.Mult):
            return ast.BinOp(ast.UnaryOp(ast.USub(), a.left), a.op, a.right)
        return ast.UnaryOp(ast.USub(), a)
    if compute in OPERATORS:
        sign = SIGNS[OPERATORS[compute]]()
        if isinstance(sign, ast.Mult) and isinstance(b, ast.Constant):
            a, b = b, a
        return ast.Compare(a, [sign], [b]) if isinstance(sign, ast.cmpop) else ast.BinOp(a, sign, b)
    if compute in TEMPLATES:
        return _filled(TEMPLATES[compute], u=a)
    name = compute.__name__
    if name not in SLOPES:
        return _call(f"np.{name}", *([a] if b is None else [a, b]))
    match a, b:
        case (tuple(), tuple()):
            return _filled(SLOPES[name], a=a[0], b=a[1], p=b[0], q=b[1])
        case (_, tuple()):
            return _filled(SLOPES[name], u=a, p=b[0], q=b[1])
        case _ if name == "_times_log":
            return _filled(SLOPES[name], p=a, a=b)
    return _filled(SLOPES[name], u=a, p=b)


