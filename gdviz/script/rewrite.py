"""Functions of one point from the methods of a spec: the same formulas, without class and batch."""

from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from gdviz.script.prune import Unwrapped, prune
from gdviz.script.tree import array, assigned, constant, defined, matrix
from gdviz.spec import Spec
from gdviz.values import SpecError

NESTED = "rate"  # the method of a spec inside a spec that its methods may call


@lru_cache(maxsize=256)
def _source(made: Any) -> str:
    try:
        return textwrap.dedent(inspect.getsource(made))
    except (OSError, TypeError):
        raise SpecError("there is no script: the source of gdviz is not installed") from None


def parsed(made: Callable[..., Any]) -> ast.FunctionDef:
    """The syntax tree of a function's own source."""
    (tree,) = ast.parse(_source(inspect.unwrap(made))).body
    assert isinstance(tree, ast.FunctionDef)
    return tree


def functions(
    spec: Spec, methods: dict[str, str], doc: str, dimension: int = 0,
    names: Mapping[Spec, str] | None = None, taken: set[str] | None = None,
) -> tuple[list[ast.stmt], list[ast.FunctionDef]]:
    """The constants and functions that stand for a spec's methods.

    methods: method → name of the function; doc: what the first of them is for; dimension: of the points x, 0
    where the methods know none; names: what the functions of specs inside the spec are called; taken: names
    that other functions have.
    """
    reading = _Reading(spec, methods, doc, names or {}, taken if taken is not None else set())
    for method in methods:
        reading.take(method)
    kept = prune(reading.functions, list(methods.values()))
    kept = [Unwrapped().visit(function) for function in kept]
    for function in kept:
        _Points(dimension).visit(function)
    return reading.constants, [ast.fix_missing_locations(function) for function in kept]


class _Reading:
    """Follows the calls of methods and collects what they need, in the order in which it must stand."""

    def __init__(
        self, spec: Spec, methods: dict[str, str], doc: str, names: Mapping[Spec, str], taken: set[str]
    ) -> None:
        self.spec, self.methods, self.names, self.taken = spec, methods, names, taken
        self._docs = {next(iter(methods)): doc}
        # What begins with two underscores was made by dataclasses and has no source.
        made = [value for name, value in vars(type(spec)).items()
                if inspect.isfunction(value) and not name.startswith("__")]
        self._stored = set().union(*(_stored(parsed(function)) for function in made))
        self.constants: list[ast.stmt] = []
        self.functions: list[ast.FunctionDef] = []
        self._taken: dict[str, str] = {}
        self._known: set[str] = set()
        self._globals = vars(sys.modules[type(spec).__module__])

    def take(self, method: str) -> str:
        """The name of the function for a method, which is made when it is first asked for."""
        if method not in self._taken:
            made = getattr(type(self.spec), f"written_{method}", None) or getattr(type(self.spec), method)
            tree = parsed(made)
            name = self.methods.get(method) or self._free(method.strip("_"))
            self._taken[method] = name
            self.taken.add(name)
            self.functions.append(self._function(tree, name, self._docs.get(method)))
        return self._taken[method]

    def _free(self, name: str) -> str:
        """The name, or one like it that stands for nothing else."""
        while name in self.taken or name in self._stored:
            name = f"{name}_"
        return name

    def _function(self, tree: ast.FunctionDef, name: str, doc: str | None) -> ast.FunctionDef:
        given = [argument.arg for argument in tree.args.args if argument.arg != "self"]
        body = tree.body
        said = ast.get_docstring(tree)
        if said is not None:
            body = body[1:]
        if said is not None and name not in self.methods.values():
            doc = re.sub(r"\s*\(B,[^)]*\)(?: each)?", "", said).split("\n")[0]
        rewriting = _Rewriting(self, _stored(tree) | set(given))
        written = [part for node in body for part in rewriting.statement(node)]
        if rewriting.parameters:
            used = [n for n in self.spec.params() if n in rewriting.parameters]
            names: list[ast.expr] = [ast.Name(n, ast.Store()) for n in used]
            values = [constant(getattr(self.spec, n), self.names) for n in used]
            written.insert(0, assigned(names, values))
        if doc:
            written.insert(0, ast.Expr(ast.Constant(doc)))
        return defined(name, given, written)

    def known(self, name: str) -> bool:
        """Take over a constant or function of the spec's module; whether there is one of that name."""
        value = self._globals.get(name)
        if isinstance(value, float | int) and name.isupper():
            if name not in self._known:
                tree = ast.parse(_source(sys.modules[type(self.spec).__module__]))
                made = next(node for node in tree.body
                            if isinstance(node, ast.Assign) and name in _names(node))
                self._known.update(_names(made))
                self.constants.append(made)
            return True
        return False


class _Rewriting(ast.NodeTransformer):
    """One method's statements without `self`, annotations and the axis of the batch."""

    def __init__(self, reading: _Reading, stored: set[str]) -> None:
        self.reading, self.stored = reading, stored
        self.parameters: list[str] = []

    def statement(self, node: ast.stmt) -> list[ast.stmt]:
        """The statements that stand for one."""
        if isinstance(node, ast.AnnAssign):
            assert node.value is not None
            node = ast.Assign([node.target], node.value)
        if isinstance(node, ast.If) and isinstance(self.visit(node.test), ast.Constant):
            chosen = node.body if self.visit(node.test).value else node.orelse
            return [part for inner in chosen for part in self.statement(inner)]
        before: list[ast.stmt] = []
        if isinstance(node, ast.Return) and _named(node.value, "symmetric"):
            assert isinstance(node.value, ast.Call)
            middle = node.value.args[1]
            if not isinstance(middle, ast.Name | ast.Constant) and not _is_zero(middle):
                name = next(n for n in ("mixed", "cross", "both") if n not in self.stored)
                before = [ast.Assign([ast.Name(name, ast.Store())], self.visit(middle))]
                node.value.args[1] = ast.Name(name, ast.Load())
        done: Any = self.visit(node)
        same = isinstance(done, ast.Assign) and ast.unparse(done.targets[0]) == ast.unparse(done.value)
        return before if same else [*before, done]

    def visit_For(self, node: ast.For) -> ast.For:
        node.iter = self.visit(node.iter)
        node.body = [part for inner in node.body for part in self.statement(inner)]
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if not (isinstance(node.value, ast.Name) and node.value.id == "self"):
            self.generic_visit(node)
            return node
        spec, name = self.reading.spec, node.attr
        if name not in spec.params():
            raise SpecError("{kind}: there is no short script for it", kind=spec.kind)
        value = getattr(spec, name)
        if isinstance(value, str | bool) or name in self.stored:
            return constant(value, self.reading.names)
        if name not in self.parameters:
            self.parameters.append(name)
        return ast.Name(name, ast.Load())

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if isinstance(node.ctx, ast.Load) and node.id not in self.stored:
            self.reading.known(node.id)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        left, right = node.left, node.comparators[0]
        if isinstance(left, ast.Constant) and isinstance(right, ast.Constant) and isinstance(left.value, str):
            return ast.Constant((left.value == right.value) == isinstance(node.ops[0], ast.Eq))
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        function = node.func
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
            if function.value.id == "self":
                name = self.reading.take(function.attr)
                return ast.Call(ast.Name(name, ast.Load()), [self.visit(a) for a in node.args], [])
            if function.value.id == "clusters":
                inner: ast.expr = self.visit(_inlined(function.attr, node.args))
                return inner
        if _is_zero(node):
            return ast.Constant(0.0)
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=spec), attr=method)) if method == NESTED:
                return ast.Call(ast.Name(spec, ast.Load()), node.args, [])
            case ast.Call(func=ast.Name(id="columns"), args=parts):
                return array(ast.List(parts, ast.Load()))
            case ast.Call(func=ast.Name(id="symmetric"), args=[a, b, c]):
                return array(matrix([a, b], [b, c]))
            case ast.Call(func=ast.Name(id="power"), args=[base, exponent]):
                return ast.BinOp(base, ast.Pow(), exponent)
            case ast.Call(func=ast.Name(id="Table"), args=[features, targets, *_]):
                return ast.Tuple([features, targets], ast.Load())
            case ast.Call(func=ast.Attribute(attr="broadcast_to"), args=[inner, _]):
                return inner
            case ast.Call(func=ast.Attribute(attr="full" | "ones" | "zeros" as made), args=[shape, *rest]):
                value: ast.expr = rest[0] if rest else ast.Constant(1.0 if made == "ones" else 0.0)
                if "len(x)" in ast.unparse(shape):
                    return array(matrix([value])) if isinstance(shape, ast.Tuple) else value
        return node


class _Points(ast.NodeTransformer):
    """Coordinates of one point in place of columns of a batch."""

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension

    def visit_Assign(self, node: ast.Assign) -> ast.Assign:
        self.generic_visit(node)
        parts = node.value.elts if isinstance(node.value, ast.Tuple) else []
        whole = [f"x[{i}]" for i in range(self.dimension)]
        if self.dimension > 1 and [ast.unparse(part) for part in parts] == whole:
            node.value = ast.Name("x", ast.Load())
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        match node.slice:
            case ast.Tuple(elts=[ast.Slice(), place]) if ast.unparse(node.value) == "x":
                return ast.Subscript(node.value, place, ast.Load())
            case ast.Tuple(elts=[ast.Slice(), ast.Slice() as rest, new]) if self.dimension:
                return ast.Subscript(node.value, ast.Tuple([rest, new], ast.Load()), ast.Load())
        return node


def _stored(tree: ast.FunctionDef) -> set[str]:
    """The names that a function gives to something of its own."""
    return {node.id for node in ast.walk(tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _names(node: ast.Assign) -> set[str]:
    return {part.id for target in node.targets for part in ast.walk(target) if isinstance(part, ast.Name)}


def _named(node: ast.AST | None, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def _is_zero(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node) == "np.zeros(len(x))"


def _inlined(name: str, given: Sequence[ast.expr]) -> ast.expr:
    """What a function of gdviz.engine.learning.clusters gives back, with the arguments in it."""
    from gdviz.engine.learning import clusters

    tree = parsed(getattr(clusters, name))
    values = dict(zip((a.arg for a in tree.args.args), given, strict=True))
    result = tree.body[-1]
    assert isinstance(result, ast.Return)
    assert result.value is not None

    class Filled(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return values.get(node.id, node)

    return Filled().visit(result.value)  # type: ignore[no-any-return]
