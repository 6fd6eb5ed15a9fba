"""Taking out of functions what nobody reads: results that are not asked for, and what only they need."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence


def prune(functions: Sequence[ast.FunctionDef], wanted: Sequence[str]) -> list[ast.FunctionDef]:
    """The functions, changed in place, without what the `wanted` ones do not need."""
    helpers = [function for function in functions if function.name not in wanted]
    for function in functions:
        _drop_unread(function)
    for helper in reversed(helpers):  # a function comes before what calls it
        _narrow(helper, [function for function in functions if function is not helper])
    used = set(wanted) | {node.id for function in functions for node in ast.walk(function)
                          if isinstance(node, ast.Name)}
    return [function for function in functions if function.name in used]


def _reads(function: ast.FunctionDef) -> set[str]:
    """The names that are read, but for what a name adds to itself."""
    found: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.add(node.id)
    return found


def _drop_unread(function: ast.FunctionDef) -> None:
    """Take out assignments that nobody reads, until there is none."""
    while True:
        read = _reads(function)
        if not _dropped(function.body, read):
            return


def _dropped(body: list[ast.stmt], read: set[str]) -> bool:
    changed = False
    for statement in list(body):
        match statement:
            case ast.For(body=inner) | ast.If(body=inner):
                changed |= _dropped(inner, read)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AugAssign(target=ast.Name(id=name)):
                if name not in read:
                    body.remove(statement)
                    changed = True
            case ast.Assign(targets=[ast.Tuple(elts=names) as left], value=ast.Tuple(elts=parts) as right):
                kept = [i for i, left_name in enumerate(names) if not _unread(left_name, read)]
                if len(kept) < len(names):
                    changed = True
                    left.elts, right.elts = [names[i] for i in kept], [parts[i] for i in kept]
                    if not kept:
                        body.remove(statement)
                    elif len(kept) == 1:
                        statement.targets, statement.value = [left.elts[0]], right.elts[0]
            case ast.Assign(targets=[ast.Tuple(elts=names)]):
                for i, part in enumerate(names):
                    if isinstance(part, ast.Name) and part.id != "_" and part.id not in read:
                        names[i] = ast.Name("_", ast.Store())
                        changed = True
    return changed


def _unread(name: ast.expr, read: set[str]) -> bool:
    return isinstance(name, ast.Name) and name.id not in read


def _narrow(helper: ast.FunctionDef, others: Sequence[ast.FunctionDef]) -> None:
    """Let a function that gives back several results give back only those that are used."""
    last = helper.body[-1]
    if not isinstance(last, ast.Return) or not isinstance(last.value, ast.Tuple):
        return
    sites = [site for other in others for site in _sites(other, helper.name)]
    calls = sum(_calls(other, helper.name) for other in others)
    if len(sites) != calls or not sites:
        return
    used = sorted(set().union(*(site.used() for site in sites)))
    if len(used) == len(last.value.elts) or not used:
        return
    last.value.elts = [last.value.elts[i] for i in used]
    if len(used) == 1:
        last.value = last.value.elts[0]
    helper.body = [node for node in helper.body if not (isinstance(node, ast.Expr)
                                                        and isinstance(node.value, ast.Constant))]
    for site in sites:
        site.keep(used)
    _drop_unread(helper)


class _Site:
    """A call whose result is taken apart: by an assignment to names, or by a number in brackets."""

    def __init__(self, node: ast.Assign | ast.Subscript) -> None:
        self.node = node

    def used(self) -> set[int]:
        if isinstance(self.node, ast.Subscript):
            assert isinstance(self.node.slice, ast.Constant)
            return {int(str(self.node.slice.value))}
        (left,) = self.node.targets
        assert isinstance(left, ast.Tuple)
        return {i for i, name in enumerate(left.elts) if not (isinstance(name, ast.Name) and name.id == "_")}

    def keep(self, used: Sequence[int]) -> None:
        if isinstance(self.node, ast.Subscript):
            (place,) = self.used()
            self.node.slice = ast.Constant(used.index(place))
            if len(used) == 1:  # the call itself stands for the number
                self.node.slice = ast.Constant(None)
            return
        (left,) = self.node.targets
        assert isinstance(left, ast.Tuple)
        left.elts = [left.elts[i] for i in used]
        if len(used) == 1:
            self.node.targets = [left.elts[0]]


def _is_call(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def _calls(function: ast.FunctionDef, name: str) -> int:
    return sum(isinstance(node, ast.expr) and _is_call(node, name) for node in ast.walk(function))


def _sites(function: ast.FunctionDef, name: str) -> Iterator[_Site]:
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Tuple()], value=value) if _is_call(value, name):
                yield _Site(node)
            case ast.Subscript(value=value, slice=ast.Constant()) if _is_call(value, name):
                yield _Site(node)


class Unwrapped(ast.NodeTransformer):
    """Replaces what `keep` marked by the call itself."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.slice, ast.Constant) and node.slice.value is None:
            return node.value
        return node
