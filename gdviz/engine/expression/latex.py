"""Formulas as LaTeX, as people set them: fractions, powers, roots, and no sign where none is needed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from gdviz.engine.expression.tree import Call, Comparison, Name, Negative, Node, Number, Operation

Named = Callable[[str], str]

# How tightly a form binds; a looser one inside a tighter one needs brackets.
_SUM, _PRODUCT, _POWER, _ATOM = 1, 2, 3, 4

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Delta": "Δ", "Sigma": "Σ", "Pi": "Π", "Omega": "Ω",
}  # fmt: skip
_GREEK = {letter: "\\" + name for name, letter in GREEK.items()} | {"ε": r"\varepsilon", "φ": r"\varphi"}
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-")
_SUPERSCRIPTS = {"max": r"\max", "min": r"\min", "inv": "-1"}
_ACCENTS = {"hat": r"\hat", "bar": r"\bar", "tilde": r"\tilde", "dot": r"\dot"}

_KNOWN = {
    "asin": r"\arcsin", "acos": r"\arccos", "atan": r"\arctan", "log10": r"\log_{10}", "sigmoid": r"\sigma",
    **{name: "\\" + name for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh", "log", "min", "max")},
}  # fmt: skip
_RAISED = _KNOWN.keys() - {"log10", "min", "max"}  # sin²(x), not sin(x)²
_BRACKETS = {
    "abs": (r"\left|", r"\right|"), "norm": (r"\left\lVert ", r"\right\rVert"),
    "floor": (r"\left\lfloor ", r"\right\rfloor"), "sqrt": (r"\sqrt{", "}"),
}  # fmt: skip
_INFINITY = r"\infty"
_COMPARED = {"<": "<", "<=": r"\leq", ">": ">", ">=": r"\geq", "==": "=", "!=": r"\neq"}
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def symbol(text: str) -> str:
    r"""LaTeX of a name: β₁ → \beta_{1}, v_hat → \hat{v}, v_max → v^{\max}, H_inv → H^{-1}, f* → f^{*}."""
    if text.endswith("*"):
        return f"{symbol(text[:-1])}^{{*}}"
    base, _, rest = text.partition("_")
    found = re.fullmatch(r"(\D+?)([₀-₉₊₋]+|\d+)", base)
    letter, index = (found[1], found[2].translate(_SUBSCRIPTS)) if found else (base, "")
    letter = GREEK.get(letter, letter)
    letter = _GREEK.get(letter, letter if len(letter) == 1 else rf"\mathrm{{{letter}}}")
    if index:
        letter = f"{letter}_{{{index}}}"
    for word in rest.split("_") if rest else ():
        if word in _ACCENTS:
            letter = f"{_ACCENTS[word]}{{{letter}}}"
        elif word in _SUPERSCRIPTS:
            letter = f"{letter}^{{{_SUPERSCRIPTS[word]}}}"
        else:
            letter = f"{letter}_{{{_INFINITY if word == 'inf' else symbol(word)}}}"
    return letter


def number(value: float) -> str:
    """A number as short as it can be written: 0.1, 200, 10^{-8}."""
    digits, _, exponent = f"{value:.15g}".partition("e")
    if float(f"{value:.15g}") != value:
        digits, _, exponent = repr(value).partition("e")
    if not exponent:
        return digits
    power = f"10^{{{int(exponent)}}}"
    return power if digits == "1" else rf"{digits} \cdot {power}"


def unsigned(node: Node) -> tuple[bool, Node]:
    """Whether a minus stands before a product or quotient, and the rest of it."""
    match node:
        case Negative(operand):
            return True, operand
        case Operation("*" | "/" | "@", left, _):
            minus, size = unsigned(left)
            return minus, replace(node, left=size)
    return False, node


def fraction(node: Node) -> tuple[Node, Node | None]:
    """What stands above and below one fraction bar: a/b·c/d is ac/(bd); None: there is no bar."""
    match node:
        case Operation("/", left, right):
            above, below = fraction(left)
            return above, right if below is None else Operation("*", below, right)
        case Operation("*", left, right):
            above, below = fraction(left)
            if below is not None:
                return right if above == Number(1.0) else Operation("*", above, right), below
    return node, None


def latex(node: Node, named: Named = symbol, inline: bool = False) -> str:
    """LaTeX of a formula; named: LaTeX of a name; inline: fractions are written with a slash."""
    return _Setter(named, inline).set(node)[0]


class _Setter:
    """Each form as LaTeX, with how tightly it binds."""

    def __init__(self, named: Named, inline: bool) -> None:
        self.named = named
        self.inline = inline

    def set(self, node: Node) -> tuple[str, int]:
        match node:
            case Number(value):
                text = number(value)
                return text, _PRODUCT if "cdot" in text else _POWER if "^" in text else _ATOM
            case Name(name):
                return self.named(name), _ATOM
            case Negative(operand):
                return f"-{self.inside(operand, _PRODUCT)}", _SUM
            case Operation("+" | "-" as sign, left, right):
                minus, size = unsigned(right)
                if minus and sign == "+":
                    sign, right = "-", size
                return f"{self.inside(left, _SUM)} {sign} {self.inside(right, _SUM + (sign == '-'))}", _SUM
            case Operation("*" | "/" | "@" as sign, left, right):
                minus, size = unsigned(node)
                if minus:
                    return f"-{self.inside(size, _PRODUCT)}", _SUM
                above, below = fraction(node)
                if below is not None and (sign == "/" or self.inline):
                    return self.quotient(above, below), _PRODUCT
                return self.product(left, right), _PRODUCT
            case Operation("**", left, right):
                return self.power(left, right), _POWER
            case Comparison(sign, left, right):
                return f"{self.bare(left)} {_COMPARED[sign]} {self.bare(right)}", 0
            case Call(function, arguments):
                return self.call(function, arguments)
        raise AssertionError(node)

    def bare(self, node: Node) -> str:
        return self.set(node)[0]

    def inside(self, node: Node, least: int) -> str:
        text, binds = self.set(node)
        return text if binds >= least else _bracketed(text)

    def product(self, left: Node, right: Node) -> str:
        slash = self.inline and fraction(right)[1] is not None
        first, second = self.inside(left, _PRODUCT), self.inside(right, _POWER if slash else _PRODUCT)
        # A number after something would read as part of it.
        digit = re.match(r"\d", second) is not None
        return f"{first} \\cdot {second}" if digit else f"{first}\\,{second}"

    def quotient(self, above: Node, below: Node) -> str:
        if self.inline:
            return f"{self.inside(above, _PRODUCT)} / {self.inside(below, _POWER)}"
        return rf"\frac{{{self.bare(above)}}}{{{self.bare(below)}}}"

    def power(self, base: Node, exponent: Node) -> str:
        # sin⁻¹ would be read as the inverse function.
        negative = exponent.constant is None or exponent.constant < 0
        if isinstance(base, Call) and base.function in _RAISED and not negative:
            return f"{_KNOWN[base.function]}^{{{self.raised(exponent)}}}{self.arguments(base.arguments)}"
        text, binds = self.set(base)
        # A name may already carry an exponent, and one after a root reads as if it were inside.
        plain = binds == _ATOM and not (isinstance(base, Name) and "^" in text) and "\\sqrt" not in text
        return f"{text if plain else _bracketed(text)}^{{{self.raised(exponent)}}}"

    def raised(self, exponent: Node) -> str:
        return latex(exponent, self.named, inline=True)

    def arguments(self, nodes: tuple[Node, ...]) -> str:
        return _bracketed(", ".join(self.bare(node) for node in nodes))

    def call(self, function: str, arguments: tuple[Node, ...]) -> tuple[str, int]:
        first = arguments[0]
        if function in _BRACKETS:
            begin, end = _BRACKETS[function]
            return f"{begin}{self.bare(first)}{end}", _ATOM
        if function == "exp":
            return f"e^{{{self.raised(first)}}}", _POWER
        if function == "where":
            return self.cases(*arguments), _PRODUCT
        if function == "solve":
            return rf"{self.inverse(first)}\,{self.inside(arguments[1], _PRODUCT)}", _PRODUCT
        if function == "dot":
            return rf"{self.transposed(first)}\,{self.inside(arguments[1], _PRODUCT)}", _PRODUCT
        if function == "outer":
            return rf"{self.inside(first, _PRODUCT)}\,{self.transposed(arguments[1])}", _PRODUCT
        name = _KNOWN.get(function, rf"\operatorname{{{function}}}")
        return f"{name}{self.arguments(arguments)}", _POWER

    def cases(self, test: Node, yes: Node, no: Node) -> str:
        assert isinstance(test, Comparison)
        otherwise = replace(test, sign=_OPPOSITE[test.sign])
        rows = (f"{self.bare(form)} & {self.bare(when)}" for form, when in ((yes, test), (no, otherwise)))
        return r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}"

    def inverse(self, node: Node) -> str:
        text, binds = self.set(node)
        return (text if binds == _ATOM else _bracketed(text)) + "^{-1}"

    def transposed(self, node: Node) -> str:
        text, binds = self.set(node)
        return (text if binds == _ATOM else _bracketed(text)) + r"^{\top}"


def led(text: str) -> str:
    """The text with a minus at its front that is not spaced like the sign of a difference."""
    return "{-}" + text[1:] if text.startswith("-") else text


def _bracketed(text: str) -> str:
    text = led(text)
    return rf"\left({text}\right)" if re.search(r"\\frac|\\begin|\^|\\sqrt|\\left", text) else f"({text})"
