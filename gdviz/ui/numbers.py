"""Numbers as text: how they are shown, how a field writes them exactly, and how what is typed is read."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from numbers import Integral
from typing import SupportsFloat

_TO_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_FROM_SUPERSCRIPT = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
# Full-width characters and the full stop of Chinese input methods, and the signs that are taken for a minus.
_TO_ASCII = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
_TO_ASCII |= dict.fromkeys(map(ord, "−–—‐‑﹣"), "-") | {ord("。"): "."}

_DIGITS = r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)"
_DECIMAL = re.compile(rf"[+-]?{_DIGITS}(?:e[+-]?[0-9]+)?")
_POWER = re.compile(rf"(?:(?P<factor>[+-]?{_DIGITS})[·*×∙⋅])?(?P<sign>[+-]?)10\^(?P<power>[+-]?[0-9]{{1,4}})")

FACTORED = 2  # digits after the point where a power of ten stands outside

UNDEFINED = "undefined"
NEEDED = "a number is needed here"
AMBIGUOUS = "{} can be read in two ways: write a decimal point, or no comma"
NOT_A_NUMBER = "“{}” is not a number"
NOT_WHOLE = "{} is not a whole number"
TOO_LARGE = "{} is too large"


class NumberError(ValueError):
    """What was typed is not a number; `template` is the sentence with {} where the text stands."""

    def __init__(self, template: str, text: str) -> None:
        super().__init__(template.format(text))
        self.template, self.text = template, text


def _not_finite(value: float) -> str:
    if math.isnan(value):
        return UNDEFINED
    return "∞" if value > 0 else "−∞"


def _powers_of_ten(value: float, digits: int) -> str:
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
    return f"{mantissa}·10{str(int(exponent)).translate(_TO_SUPERSCRIPT)}".replace("-", "−")


def _fixed(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    return text.replace("-", "−") if float(text) else text.lstrip("-")


def shown(value: SupportsFloat, digits: int = 2) -> str:
    """A live number: `digits` decimals; beyond ±1000 or below 0.01 three significant digits with ·10ⁿ.

    −2.5512 → "−2.55", 0.00123 → "1.23·10⁻³", inf → "∞", nan → "undefined"; 0 → "0.00".
    """
    number = float(value)
    if not math.isfinite(number):
        return _not_finite(number)
    if number == 0 or 0.01 <= abs(number) <= 1000:
        return _fixed(number, digits)
    return _powers_of_ten(number, 3)


def significant(value: SupportsFloat, digits: int = 3) -> str:
    """A number of a table that spans decades: `digits` significant digits, ·10ⁿ beyond 10⁻³ and 10⁴.

    0.6351 → "0.635", 2.042 → "2.04", 0.0478, 8.1e-7 → "8.10·10⁻⁷"; inf → "∞", nan → "undefined".
    """
    number = float(value)
    if not math.isfinite(number):
        return _not_finite(number)
    if number == 0:
        return "0"
    exponent = int(f"{number:.{digits - 1}e}".split("e")[1])
    if -3 <= exponent < 4:
        return _fixed(round(number, digits - 1 - exponent), max(0, digits - 1 - exponent))
    return _powers_of_ten(number, digits)


def typed(value: float, digits: int = 4) -> str:
    """A parameter or a mark as short as it was typed: 0.43, 1000, −2; 10⁻¹⁰ and 2.5·10⁻⁵ where it is long."""
    mantissa, _, power = f"{value:.{digits}g}".replace("-", "−").partition("e")
    if not power:
        return mantissa
    ten = f"10{str(int(power.replace('−', '-'))).translate(_TO_SUPERSCRIPT)}"
    return {"1": ten, "−1": f"−{ten}"}.get(mantissa, f"{mantissa}·{ten}")


def vector(values: Iterable[SupportsFloat], digits: int = 2) -> str:
    """A point or step: "(−2.55, −0.83)"; a single coordinate is written without brackets.

    Fixed decimals while the largest coordinate is an everyday number, so that rows of a table sum up before
    one's eyes; else each coordinate as `shown`.
    """
    numbers = [float(value) for value in values]
    largest = max((abs(number) for number in numbers if math.isfinite(number)), default=0.0)
    if 0.01 <= largest <= 1000:
        parts = [_fixed(x, digits) if math.isfinite(x) else _not_finite(x) for x in numbers]
    else:
        parts = [shown(x, digits) for x in numbers]
    return parts[0] if len(parts) == 1 else f"({', '.join(parts)})"


def factored(values: Iterable[SupportsFloat]) -> str:
    """A point or step with the power of ten of its largest coordinate outside: "(4.53, −0.24)·10⁻⁴"."""
    numbers = [float(value) for value in values]
    largest = max((abs(number) for number in numbers if math.isfinite(number)), default=0.0)
    if largest == 0:
        return vector(numbers, FACTORED)
    exponent = math.floor(math.log10(largest) + 1e-9)
    power = f"·10{str(exponent).translate(_TO_SUPERSCRIPT)}" if exponent else ""
    half = 10.0 ** (-exponent / 2)  # the whole power overflows for the smallest numbers
    parts = [_fixed(x * half * half, FACTORED) if math.isfinite(x) else _not_finite(x) for x in numbers]
    return f"({', '.join(parts)}){power}"


def rounded(value: float, digits: int) -> float:
    """The nearest number with that many significant digits; not finite numbers stay as they are."""
    return float(f"{value:.{digits - 1}e}")


def exact(value: SupportsFloat) -> str:
    """What a field shows: the shortest text that reads back as the same number, with an ASCII minus.

    0.43 → "0.43", 60.0 → "60", 1e-5 → "1e-05", −5.0 → "-5", inf → "inf".
    """
    if isinstance(value, Integral):
        return str(int(value))
    return repr(float(value) + 0.0).removesuffix(".0")


def _plain(text: str) -> str:
    plain = text.translate(_TO_ASCII).strip().lower()
    plain = re.sub("[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda found: "^" + found[0].translate(_FROM_SUPERSCRIPT), plain)
    plain = re.sub(r"\s*([·*×∙⋅^])\s*", r"\1", plain)
    return re.sub(r"^([+-])\s+", r"\1", plain)


def read_number(text: str) -> float:
    """The number a person typed, with either minus sign, a decimal point or comma, 1e-3 or 1·10^-3.

    Raises NumberError with a sentence for anything else: nothing, words, nan, numbers too large for a float,
    and "1,500", which is 1.5 to some and 1500 to others. "inf" and "∞" are read as infinity.
    """
    typed, plain = text.strip(), _plain(text)
    if not plain:
        raise NumberError(NEEDED, typed)
    if re.fullmatch(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}", plain):
        raise NumberError(AMBIGUOUS, typed)
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    if re.fullmatch(r"[+-]?(inf|infinity|∞)", plain):
        return -math.inf if plain.startswith("-") else math.inf
    if _DECIMAL.fullmatch(plain):
        number = float(plain)
    elif (found := _POWER.fullmatch(plain)) and not (found["factor"] and found["sign"]):
        number = float(f"{found['factor'] or found['sign'] + '1'}e{found['power']}")
    else:
        raise NumberError(NOT_A_NUMBER, typed)
    if math.isinf(number):
        raise NumberError(TOO_LARGE, typed)
    return number


def read_integer(text: str) -> int:
    """The whole number a person typed, to its last digit; also 1e3 and 60.0. Raises NumberError."""
    plain = _plain(text)
    if re.fullmatch(r"[+-]?[0-9]{1,4000}", plain):
        return int(plain)
    number = read_number(text)
    if not number.is_integer():
        raise NumberError(NOT_WHOLE, text.strip())
    return int(number)
