"""Numbers in figures, without sign: 0.38, .05, 1,234.5, 242 749, 0,38, 0. 38, 0.000 01."""

from dataclasses import dataclass
from decimal import Decimal

import regex

LIMIT = 15
"""Longer rows of digits are identifiers."""

_LETTER = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}_]")
_INSIDE = regex.compile(r"(?<=[0-9]|[0-9][.])(?=[0-9])|(?<=[0-9])(?=[.])|(?<=[.])(?=0[0-9])")
_AFTER_TEXT = regex.compile(r"(?<=[\p{N})\]%.'\"’”])")
_STOP = regex.compile(r"(?<=[0-9]\s?(?P<counter>\p{Han}))\.(?=[0-9]+\s?(?P=counter))")
"""A full stop between two counts of the same, written without gaps: the one of 8例.14例, not of 为.45至.98."""
_COUNT_BEHIND = regex.compile(r"(?<=\p{Han}{2})\.(?=[1-9][0-9]*\s?(?P<counter>\p{Han})(?!\s?[.0-9]))")
"""A full stop before a count, both without gaps: the one of 复发.2例, where others are counted so elsewhere."""
_LIST_MARK = regex.compile(r"(?<=\p{Han}{2})\.(?=[1-9]\)(?!\)))")
"""A full stop before a list mark, both without gaps: the one of 恢复.3)措施."""
_LIST_ROOM = 60
"""How far before it a bracket may open, which the mark would only close."""
_COMMAS = regex.compile(
    r"(?<![0-9],)[1-9][0-9]{0,2}(?:,[0-9]{3}(?![0-9])){1,4}+(?!,[0-9]{3}(?![0-9]))(?:\.[0-9]++)?+(?!\.[0-9])"
)
_SPACES = regex.compile(
    r"(?:(?<![0-9]\s)|(?<=(?<![0-9.,])[0-9]{4}\s))"
    r"[1-9][0-9]{0,2}(?: [0-9]{3}(?![0-9])){1,4}+(?! [0-9]{3}(?![0-9]))(?![.,/:][0-9]|%)"
)
_COMMA_POINT = regex.compile(r"(?<![0-9],)0,[0-9]{1,3}(?![0-9])(?![.,][0-9])")
_PLAIN = regex.compile(r"[0-9]++(?:\.[0-9]++)*+|\.[0-9]++(?!\.[0-9])")
_GAPPED = regex.compile(
    r"(?<![0-9.,])(?:0\. {1,2}[0-9]{1,4}(?![0-9.])"
    r"|(?<=\()[0-9]{1,3}\. [0-9]{1,3}(?=\))"
    r"|[0-9]{1,3}\. [0-9]{1,3}(?=[,;%]|\s?(?:%|±|\+/-)|\s?[A-Za-zµμ]{1,6}/))"
)
"""A stray space behind the point, where a nought before it or what stands behind shows that no sentence ends."""
_GROUPED = regex.compile(r"(?<![0-9.,])0\.[0-9]{3} [0-9]{1,3}(?=\s?[)\],;。]|\.?\s?$|\.\s?\p{Han})")
"""Decimals grouped in threes, where a mark behind them shows that the last group is no number of its own."""
_MARKED = (
    *((_GAPPED, " ", ""), (_GROUPED, " ", ""), (_COMMAS, ",", "")),
    *((_SPACES, " ", ""), (_COMMA_POINT, ",", ".")),
)
"""Numbers printed with a mark inside: their pattern, the mark, and what stands for it."""
_BOUNDS = regex.compile(r"([1-9][0-9]{0,2}),([0-9]{3})(?=[)\]])")
_ESTIMATE = regex.compile(r"(?<![0-9.,])([0-9]{1,3}(?:\.[0-9]+)?)\s?[(\[]$")
_ESTIMATE_ROOM = 12
"""Characters before a bracket in which the estimate of its bounds is looked for."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Digits read as one: their end, and the value, or None where they are none (a version, a code)."""

    end: int
    value: Decimal | None


def read_figures(view: str, position: int, raw: str) -> Figures | None:
    """The longest row of figures from `position`; None where no number can begin there.

    `raw` tells a list (，) from thousands (,); it may be empty.
    """
    if _INSIDE.match(view, position):
        return None
    if view[position] == "." and (_AFTER_TEXT.match(view, position) or _STOP.match(view, position)):
        return None
    if view[position] == "." and _ends_clause(view, position):
        return None
    for pattern, mark, point in _MARKED:
        found = pattern.match(view, position)
        if found and _printed(raw, position, found.end(), mark) and not _are_bounds(view, position):
            return Figures(found.end(), _value(found[0].replace(mark, point)))
    found = _PLAIN.match(view, position)
    return Figures(found.end(), _value(found[0])) if found else None


def _ends_clause(view: str, position: int) -> bool:
    """Whether the point ends a clause before a list mark, or a count whose counter stands behind a number earlier.

    共8例复发.2例; 心率恢复.3)措施.
    """
    if _LIST_MARK.match(view, position):
        before = view[max(0, position - _LIST_ROOM) : position]
        return before.count("(") <= before.count(")")
    found = _COUNT_BEHIND.match(view, position)
    if found is None:
        return False
    return regex.search(rf"[0-9]\s?{found['counter']}", view, endpos=position) is not None


def is_glued(view: str, position: int) -> bool:
    """Whether a letter stands directly before `position`: CD4."""
    return position > 0 and _LETTER.match(view, position - 1) is not None


def _printed(raw: str, start: int, end: int, mark: str) -> bool:
    """Whether the marks were printed as such: a full-width comma lists, it groups no thousands."""
    return mark != "," or not raw or "，" not in raw[start:end]


def _are_bounds(view: str, position: int) -> bool:
    """Whether the comma stands between two bounds, with their estimate before the bracket: 268 (241,312)."""
    bounds = _BOUNDS.match(view, position)
    before = _ESTIMATE.search(view[max(0, position - _ESTIMATE_ROOM) : position]) if bounds else None
    return bool(bounds and before and Decimal(bounds[1]) <= Decimal(before[1]) <= Decimal(bounds[2]))


def _value(digits: str) -> Decimal | None:
    if digits.count(".") > 1 or len(digits) - digits.count(".") > LIMIT:
        return None
    return Decimal(digits)
