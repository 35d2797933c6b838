"""A contradiction inside one language's text, before the two languages' are brought together."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extractor.record.base import Interval, PValue, Reported
from extractor.record.record import FindingCode

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong, how grave, in which facts, and the printed numbers that cannot all be true."""

    code: FindingCode
    severity: Severity
    message: str
    facts: tuple[str, ...]
    numbers: tuple[Reported, ...]


def present(*numbers: Reported | None) -> tuple[Reported, ...]:
    """Those numbers that there are, in the order of the text."""
    return tuple(sorted((n for n in numbers if n is not None), key=lambda n: n.span))


def shown_interval(interval: Interval) -> str:
    """The interval as a message prints it: '95% CI 0.60 to 1.12'."""
    low = interval.low.text if interval.low else "?"
    high = interval.high.text if interval.high else "?"
    return f"{shown_level(interval)} {low} to {high}"


def shown_level(interval: Interval) -> str:
    """'95% CI', '95% CrI', or 'CI' where the text names no level."""
    name = "CrI" if interval.kind == "credible" else "CI"
    return f"{(interval.level * 100).normalize():f}% {name}" if interval.level_printed else name


def shown_p(p: PValue) -> str:
    """'P = 0.03'."""
    return f"P {p.relation} {p.value.text}"


def plain(value: Decimal, places: int = 2) -> str:
    """A computed number with so many decimals and no needless zeros: '92.5', '0.8'."""
    short = f"{value:.{places}f}"
    return short.rstrip("0").rstrip(".") if "." in short else short


def probability(p: Decimal) -> str:
    """A computed P value with two telling digits: '0.20', '0.0061', '<0.0001'."""
    if p < Decimal("0.0001"):
        return "<0.0001"
    if p >= Decimal("0.995"):
        return "1"
    places = 2 if p >= Decimal("0.1") else 1 - p.adjusted()
    return f"{p:.{places}f}"


Flaws = Iterator[Flaw]
