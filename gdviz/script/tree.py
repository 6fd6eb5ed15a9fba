"""Pieces of syntax trees that functions are put together from."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import Any

from gdviz.spec import Spec


def constant(value: Any, names: Mapping[Spec, str]) -> ast.expr:
    """A parameter's value as it is written; a spec is the function of that name."""
    if isinstance(value, tuple):
        return ast.Tuple([constant(part, names) for part in value], ast.Load())
    if isinstance(value, Spec):
        return ast.Name(names[value], ast.Load())
    return ast.Constant(value)


def array(inner: ast.expr) -> ast.Call:
    """np.array(inner)"""
    return ast.Call(ast.Attribute(ast.Name("np", ast.Load()), "array", ast.Load()), [inner], [])


def matrix(*rows: list[ast.expr]) -> ast.List:
    """A list of lists."""
    return ast.List([ast.List(row, ast.Load()) for row in rows], ast.Load())


def assigned(names: list[ast.expr], values: list[ast.expr]) -> ast.Assign:
    """a, b = 1, 2"""
    if len(names) == 1:
        return ast.Assign(names, values[0])
    return ast.Assign([ast.Tuple(names, ast.Store())], ast.Tuple(values, ast.Load()))


def defined(name: str, given: Sequence[str], body: list[ast.stmt]) -> ast.FunctionDef:
    """def name(given): body"""
    arguments = ast.arguments([], [ast.arg(a) for a in given], None, [], [], None, [])
    return ast.FunctionDef(name, arguments, body, [], None)
