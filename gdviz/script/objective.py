"""The functions of an objective as Python code: f, its gradient and its Hessian at one point."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import NamedTuple

from gdviz.engine.objective import Objective
from gdviz.engine.objectives.formula import Formula
from gdviz.script import formula, rewrite
from gdviz.script.layout import WIDTH, code

# What torch calls otherwise than NumPy, or wants otherwise.
RENAMED = {"array": "tensor", "arcsin": "asin", "arccos": "acos", "arctan": "atan"}


class Code(NamedTuple):
    """constants: lines that stand before the functions; functions: the lines of each; draws: functions that
    the constants call.
    """

    constants: tuple[str, ...]
    functions: tuple[tuple[str, ...], ...]
    draws: tuple[tuple[str, ...], ...] = ()


def in_numpy(objective: Objective, gradient: bool, hessian: bool) -> Code:
    """f and, where they are asked for, its derivatives; raises SpecError where they cannot be written."""
    doc = _doc(objective)
    if isinstance(objective, Formula):
        functions = formula.functions(objective, doc, hessian)
        return _laid_out([], functions if gradient or hessian else functions[:1])
    methods = {"value": "f"} | ({"gradient": "gradient"} if gradient else {})
    methods |= {"hessian": "hessian"} if hessian else {}
    return _laid_out(*rewrite.functions(objective, methods, doc, objective.dimension))


def in_torch(objective: Objective) -> Code:
    """f alone, from which torch makes the gradient; raises SpecError where it cannot be written."""
    if isinstance(objective, Formula):
        functions = formula.functions(objective, _doc(objective), hessian=False)[:1]
        constants: list[ast.stmt] = []
    else:
        constants, functions = rewrite.functions(objective, {"value": "f"}, _doc(objective),
                                                 objective.dimension)
    turned = [ast.fix_missing_locations(_Torch().visit(node)) for node in (*constants, *functions)]
    return _laid_out(turned[: len(constants)], turned[len(constants) :])


def _laid_out(constants: Sequence[ast.stmt], functions: Sequence[ast.stmt]) -> Code:
    return Code(tuple(code(constants)), tuple(tuple(code([function])) for function in functions))


def _doc(objective: Objective) -> str:
    """What f is: the objective's name and the first line of what is said of it, as far as that fits."""
    if isinstance(objective, Formula):
        return f"{objective.label}."
    said = re.sub(r"^f\(x(, y)?\) = ", "", (type(objective).__doc__ or "").split("\n")[0])
    for text in (said, said.rpartition(": ")[0]):
        if text and len(objective.label) + len(text) < WIDTH - 14:
            return f"{objective.label}: {text.rstrip('.')}."
    return f"{objective.label}."


class _Torch(ast.NodeTransformer):
    """NumPy's functions by torch's names, with tensors where torch asks for them."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == "np":
            return ast.Attribute(ast.Name("torch", ast.Load()), RENAMED.get(node.attr, node.attr), ast.Load())
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = ast.unparse(node.func)
        self.generic_visit(node)
        if name == "np.hypot" and any(isinstance(part, ast.Constant) for part in node.args):
            return _called("sqrt", ast.BinOp(_square(node.args[0]), ast.Add(), _square(node.args[1])))
        if name == "np.expm1":  # torch would differentiate it as expm1(x) + 1, which cancels where x is low
            return ast.BinOp(_called("exp", *node.args), ast.Sub(), ast.Constant(1.0))
        if name in ("np.maximum", "np.minimum", "np.logaddexp"):
            node.args = [_tensor(part) for part in node.args]
        return node


def _called(name: str, *arguments: ast.expr) -> ast.expr:
    """A call of one of torch's functions."""
    return ast.Call(ast.Attribute(ast.Name("torch", ast.Load()), name, ast.Load()), list(arguments), [])


def _square(node: ast.expr) -> ast.expr:
    if isinstance(node, ast.Constant):
        return ast.Constant(float(str(node.value)) ** 2)
    return ast.BinOp(node, ast.Pow(), ast.Constant(2))


def _tensor(node: ast.expr) -> ast.expr:
    """A number as a tensor."""
    return _called("tensor", ast.Constant(float(str(node.value)))) if isinstance(node, ast.Constant) else node
