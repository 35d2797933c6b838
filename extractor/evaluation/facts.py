"""The form in which an annotation's and a record's facts are compared: exact numbers, gold ids for names."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from unicodedata import normalize

import regex

NOT_REACHED = "NR"
UNKNOWN = "?"
"""Stands for a name that no gold name resembles."""

Value = Decimal | str | None
Bounds = tuple[Decimal | None, Decimal | None] | None
Probability = tuple[str, Decimal | None] | None
Names = frozenset[str]
Time = tuple[str, ...]

_P = regex.compile(r"\s*(<=|>=|[<>=≤≥])?\s*(.+)")
_SIGNS = {"≤": "<=", "≥": ">="}
_DIGITS = regex.compile(r"\d+(?:\.\d+)?")


class FactClass(StrEnum):
    """The kinds of facts, as the annotations call them."""

    SIZE = "n"
    ESTIMATE = "estimates"
    EFFECT = "effects"
    TEST = "tests"


@dataclass(frozen=True, slots=True)
class Size:
    """How many took part."""

    value: Value
    arm: str | None
    cohort: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure about one group; `names` are the outcomes it may mean."""

    value: Value
    upper: Value
    statistic: str
    percent: bool
    interval: Bounds
    spread: tuple[Decimal, ...]
    events: Value
    total: Value
    names: Names
    time: Time
    arm: str | None
    cohort: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison number between groups."""

    value: Value
    measure: str
    percent: bool
    interval: Bounds
    level: Value
    p: Probability
    names: Names
    time: Time
    cohort: str | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A P value, and the outcomes it is about."""

    p: Probability
    statistic: Value
    names: Names


Fact = Size | Figure | Comparison | Judgement


@dataclass(frozen=True, slots=True)
class FactList:
    """The facts of one abstract, class by class."""

    sizes: tuple[Size, ...] = ()
    figures: tuple[Figure, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def of(self, fact_class: FactClass) -> tuple[Fact, ...]:
        """The facts of one class."""
        match fact_class:
            case FactClass.SIZE:
                return self.sizes
            case FactClass.ESTIMATE:
                return self.figures
            case FactClass.EFFECT:
                return self.comparisons
            case FactClass.TEST:
                return self.judgements


def exact(printed: str | None) -> Decimal | None:
    """The number of a string, a sign of comparison before it left out; None where it holds none.

    >>> exact(">80"), exact("8.40") == exact("8.4")
    (Decimal('80'), True)
    """
    if printed is None:
        return None
    try:
        return Decimal(printed.strip().lstrip("<>=≤≥ "))
    except InvalidOperation:
        return None


def probability(printed: str | None) -> Probability:
    """A P value as relation and number.

    >>> probability("<0.001")
    ('<', Decimal('0.001'))
    """
    found = _P.match(printed) if printed else None
    if found is None:
        return None
    sign = found[1] or "="
    return _SIGNS.get(sign, sign), exact(found[2])


def time_numbers(printed: str | None) -> Time:
    """What two ways of naming one time share: its numbers, or the words where it has none; empty for no time.

    >>> time_numbers("at 6 months") == time_numbers("6个月")
    True
    """
    if not printed:
        return ()
    plain = normalize("NFKC", printed).lower()
    return tuple(sorted(_DIGITS.findall(plain))) or (plain.strip(),)
