"""Powers of ten behind and instead of figures: 1×10-5, 4.8 x 10(-5), 1.2 × 10^9, 10⁹, 1.2e-5."""

from dataclasses import dataclass

import regex

_SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans("⁺⁻" + _SUPER, "+-0123456789")
_UNIT = r"(?!\s?\p{Han}?\s?/\s?[\p{L}])"  # ×10^9/L is a unit, and so is 10^9个/L
_RAISED = rf"[-+⁻⁺]?[{_SUPER}]{{1,2}}+"
_CARET = r"\^\s?(?:[-+]?[0-9]{1,2}+(?![0-9])|\([-+]?[0-9]{1,2}\))"
_MARKED = rf"{_RAISED}|{_CARET}"
_UNMARKED = r"\(\s?[-+]?[0-9]{1,2}\s?\)|-[0-9]{1,2}+(?!\.?[0-9])|(?:[3-9]|1[0-2])(?!\.?[0-9])"

_TIMES = regex.compile(rf"\s?[×xX*]\s?10(?<exponent>{_MARKED}|{_UNMARKED}){_UNIT}")
_E = regex.compile(r"[eE](?<exponent>[-+][0-9]{1,2})(?!\.?[0-9A-Za-z])")
_ALONE = regex.compile(rf"(?<![0-9.,])10(?<exponent>{_MARKED}){_UNIT}")
_TIMES_UNIT = regex.compile(rf"(?<=[×xX*]\s?)10(?:{_MARKED}|{_UNMARKED})(?=\s?\p{{Han}}?\s?/\s?\p{{L}})")
_ALONE_UNIT = regex.compile(rf"10(?:{_MARKED}|\([-+]?[0-9]{{1,2}}\))(?=\s?\p{{Han}}?\s?/\s?\p{{L}})")
_RANGE = regex.compile(r"-(?:1[1-9]|[2-9][0-9])")  # 10-15 may be a range, 10-5 cannot


@dataclass(frozen=True, slots=True)
class Power:
    """A power of ten: where it ends, and its exponent."""

    end: int
    exponent: int


def read_power(view: str, start: int, end: int) -> Power | None:
    """The power of ten that the figures from `start` to `end` are multiplied by."""
    found = _TIMES.match(view, end) or _E.match(view, end)
    if found is None or (_RANGE.fullmatch(found["exponent"]) and not _scientific(view, start, end)):
        return None
    return _power(found)


def _scientific(view: str, start: int, end: int) -> bool:
    """Whether figures are a value rather than a count of times, so that 10-15 behind them is no range."""
    return "." in view[start:end] or view[:start].rstrip(" ")[-1:] in tuple("=<>≤≥")


def read_alone(view: str, position: int) -> Power | None:
    """A power of ten with nothing before it."""
    return _power(_ALONE.match(view, position))


def unit_end(view: str, position: int) -> int | None:
    """The end of a power of ten that is part of a unit: the 10^9 of 10^9/L."""
    found = _TIMES_UNIT.match(view, position) or _ALONE_UNIT.match(view, position)
    return found.end() if found else None


def _power(found: regex.Match[str] | None) -> Power | None:
    if found is None:
        return None
    return Power(found.end(), int(found["exponent"].translate(_DIGITS).strip("^ ()")))
