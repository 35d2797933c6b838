"""Counts, totals and percentages: '37/40 (91%)'."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import Final

from extractor.arithmetic.flaw import Flaw, Severity, plain, present
from extractor.arithmetic.page import Page
from extractor.arithmetic.rounding import Box, brought, shortened
from extractor.record.base import Reported
from extractor.record.facts import Estimate
from extractor.record.precision import last_digit

_HUNDRED: Final = Decimal(100)
_LONGEST: Final = 70
_OVER_TIME: Final = ("survival", "mortality", "recurrence", "relapse", "progression")
_CENSORING: Final = Decimal("0.1")
_HUGE: Final = Decimal(100_000)


def count_flaws(fact: Estimate, page: Page, concept: str | None) -> Iterator[Flaw]:
    """What is wrong with the counts and the percentage of one fact, where they are printed as one unit.

    Without a percentage there is nothing to hold '140/90' for: it may be a blood pressure. `concept` is the outcome's.
    """
    events, total, value = fact.events, fact.total, fact.value
    if fact.statistic != "proportion" or fact.unit != "%" or value is None or events is None or total is None:
        return
    if not _is_one_unit(page, events, total, value) or total.value <= 0:
        return
    if events.value > total.value:
        message = f"{events.text} of {total.text}: the count is greater than its total."
        yield Flaw("impossible_value", "error", message, (fact.id,), present(events, total))
    elif fact.upper is None and not fact.change:
        yield from _share_flaws(fact, events, total, value, censored=_is_censored(concept))


def _is_one_unit(page: Page, *numbers: Reported | None) -> bool:
    row = present(*numbers)
    return (
        all(page.whole(n) for n in row)
        and row[-1].span[1] - row[0].span[0] <= _LONGEST
        and all(page.adjoining(a, b) for a, b in pairwise(row))
    )


def _is_censored(concept: str | None) -> bool:
    """Whether the outcome is one whose share is often estimated over time and printed beside the plain counts."""
    return concept is not None and any(word in concept for word in _OVER_TIME)


def _share_flaws(
    fact: Estimate, events: Reported, total: Reported, value: Reported, *, censored: bool
) -> Iterator[Flaw]:
    share = _HUNDRED * events.value / total.value
    box = shortened(value)
    if box.low <= share < box.high:
        return
    severity: Severity = "error"
    remark = _would_fit(value, total)
    if brought(value).surrounds(share):
        severity, remark = "warning", "; it may have been rounded the wrong way"
    elif censored and abs(value.value - share) <= share * _CENSORING:
        severity, remark = "warning", "; a rate estimated over time may differ so much from the plain counts"
    places = max(-int(last_digit(value.value, value.text).adjusted()), 0) + 1
    message = f"{events.text} of {total.text} is {plain(share, places)}%, not {value.text}%"
    yield Flaw(
        "percent_contradicts_counts",
        severity,
        f"{message}{remark}.",
        (fact.id,),
        present(events, total, value),
    )


def _would_fit(value: Reported, total: Reported) -> str:
    """Which count of this total gives the printed percentage."""
    if total.value > _HUGE:
        return ""
    fits = fitting(shortened(value), total.value)
    if fits is None:
        return f"; no count of {total.text} gives {value.text}%"
    low, high = fits
    return f"; {low}" + ("" if low == high else f" to {high}") + f" of {total.text} would be"


def fitting(box: Box, total: Decimal) -> tuple[int, int] | None:
    """The least and the greatest count of a total whose percentage is in the box; None if there is none.

    >>> fitting(Box(Decimal("86.55"), Decimal("86.65")), Decimal(179))
    (155, 155)
    """
    low = int((box.low * total / _HUNDRED).to_integral_value(ROUND_CEILING))
    high = int((box.high * total / _HUNDRED).to_integral_value(ROUND_FLOOR))
    low, high = max(low, 0), min(high, int(total))
    return (low, high) if low <= high else None
