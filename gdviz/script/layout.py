"""Python code from syntax trees, laid out as one would write it by hand."""

from __future__ import annotations

import ast
from collections.abc import Sequence

WIDTH = 96
INDENT = "    "


def code(statements: Sequence[ast.stmt], indent: str = "") -> list[str]:
    """The lines of statements."""
    lines: list[str] = []
    for statement in statements:
        lines += _statement(statement, indent)
    return lines


def text(node: ast.expr) -> str:
    """An expression on one line; a tuple without brackets."""
    if isinstance(node, ast.Tuple) and len(node.elts) > 1:
        return ", ".join(ast.unparse(part) for part in node.elts)
    return ast.unparse(node)


def _statement(node: ast.stmt, indent: str) -> list[str]:
    inner = indent + INDENT
    match node:
        case ast.FunctionDef(name=name, args=given, body=body):
            return [f"{indent}def {name}({ast.unparse(given)}):", *code(body, inner)]
        case ast.For(target=target, iter=given, body=body):
            return [f"{indent}for {text(target)} in {text(given)}:", *code(body, inner)]
        case ast.While(test=test, body=body):
            return [f"{indent}while {text(test)}:", *code(body, inner)]
        case ast.If(test=test, body=body, orelse=rest):
            found = [f"{indent}if {text(test)}:", *code(body, inner)]
            return [*found, f"{indent}else:", *code(rest, inner)] if rest else found
        case ast.Assign(targets=targets, value=value):
            return _expression("".join(f"{text(target)} = " for target in targets), value, indent)
        case ast.Return(value=ast.expr() as value):
            return _expression("return ", value, indent)
        case ast.Expr(value=ast.Constant(value=str(said))):
            return [f'{indent}"""{said}"""']
    return [indent + ast.unparse(node)]


def _expression(head: str, node: ast.expr, indent: str, tail: str = "") -> list[str]:
    """`head`, the expression and `tail`, on several lines where one is too long."""
    flat = f"{indent}{head}{text(node)}{tail}"
    if len(flat) <= WIDTH:
        return [flat]
    inner = indent + INDENT
    match node:
        case ast.Tuple(elts=parts):
            return _listed(head + "(", parts, ")" + tail, indent)
        case ast.List(elts=parts):
            return _listed(head + "[", parts, "]" + tail, indent)
        case ast.Call(func=function, args=[ast.List(elts=parts)], keywords=[]):
            return _listed(f"{head}{ast.unparse(function)}([", parts, "])" + tail, indent)
        case ast.Call(func=function, args=parts, keywords=[]):
            return _listed(f"{head}{ast.unparse(function)}(", parts, ")" + tail, indent)
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            terms = _terms(node)
            found = [f"{indent}{head}("]
            for sign, term in terms:
                found += _expression(sign, term, inner)
            return [*found, f"{indent}){tail}"]
        case ast.BinOp(left=left, op=ast.Mult() | ast.Div() as sign, right=right):
            joined = f") {'*' if isinstance(sign, ast.Mult) else '/'} {_bracketed(right)}"
            return [f"{indent}{head}(", *_expression("", left, inner), f"{indent}{joined}{tail}"]
    return [flat]


def _listed(head: str, parts: Sequence[ast.expr], tail: str, indent: str) -> list[str]:
    inner = indent + INDENT
    found = [indent + head]
    for part in parts:
        found += _expression("", part, inner, ",")
    return [*found, indent + tail]


def _terms(node: ast.expr) -> list[tuple[str, ast.expr]]:
    """The terms of a sum with their signs before them; a sum that stands right of a minus stays one."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        sign = "+ " if isinstance(node.op, ast.Add) else "- "
        right = node.right
        if isinstance(right, ast.BinOp) and isinstance(right.op, ast.Add | ast.Sub):
            right = ast.Name(f"({ast.unparse(right)})")
        return [*_terms(node.left), (sign, right)]
    return [("", node)]


def _bracketed(node: ast.expr) -> str:
    return f"({ast.unparse(node)})" if isinstance(node, ast.BinOp) else ast.unparse(node)
