"""Numbers that cannot be by themselves: a negative ratio, a P above 1, a share of people above 100%."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from extractor.arithmetic.flaw import Flaw, Severity, plain, present, shown_p
from extractor.arithmetic.page import Page
from extractor.arithmetic.rounding import Box, brought, rounded
from extractor.record.base import PValue, Reported
from extractor.record.facts import AdverseEvent, Effect, Estimate, Test

_HUNDRED: Final = Decimal(100)
_CORRELATION: Final = Box(Decimal(-1), Decimal(1))
_HALF: Final = Decimal("0.5")
_LEAST_LEVEL: Final = Decimal("0.5")
_POSITIVE: Final = frozenset(("HR", "OR", "RR", "IRR", "GMR"))
_NEVER_NEGATIVE: Final = {"chi2": "χ²", "F": "F", "H": "H", "Q": "Q"}


def effect_flaws(effect: Effect, page: Page) -> Iterator[Flaw]:
    """What is impossible about one comparison."""
    yield from _p_flaws(effect.p, effect.id, page)
    interval = effect.interval
    if interval and 0 < interval.level < _LEAST_LEVEL:
        numbers = present(interval.low, interval.high)
        message = f"An interval of level {plain(interval.level * _HUNDRED)}% would hardly ever hold the true value."
        if numbers:
            yield Flaw("impossible_value", "warning", message, (effect.id,), numbers)
    for number in (effect.value, interval.low if interval else None, interval.high if interval else None):
        if number is None or not page.whole(number):
            continue
        if effect.measure in _POSITIVE and rounded(number).high < 0:
            yield _impossible(f"{effect.measure} {number.text}: a ratio is never negative.", effect.id, number)
        elif effect.measure == "COR" and effect.unit is None and not brought(number).meets(_CORRELATION):
            yield _impossible(f"Correlation {number.text}: it lies between -1 and 1.", effect.id, number)


def test_flaws(test: Test, page: Page) -> Iterator[Flaw]:
    """What is impossible about one test."""
    yield from _p_flaws(test.p, test.id, page)
    number = test.statistic
    if number is None or test.test is None or not page.whole(number):
        return
    if test.test in _NEVER_NEGATIVE and rounded(number).high < 0:
        yield _impossible(f"{_NEVER_NEGATIVE[test.test]} = {number.text}: it is never negative.", test.id, number)
    elif test.test == "r" and not brought(number).meets(_CORRELATION):
        yield _impossible(f"r = {number.text}: a correlation lies between -1 and 1.", test.id, number)


def estimate_flaws(fact: Estimate, page: Page) -> Iterator[Flaw]:
    """What is impossible about one figure: a share of people below 0 or above 100%, unless it is a change.

    Only where people are counted beside it ('41 (102.5%)'), or where it is an adverse event: other percentages, of a
    start value or a standard, may be above 100. Where their total is printed too, `count_flaws` tells what is wrong.
    """
    value, events = fact.value, fact.events
    if fact.statistic != "proportion" or fact.unit != "%" or fact.change or value is None:
        return
    if not page.whole(value) or not page.says("percent", value.span[1], value.span[1] + 2):
        return
    if fact.total is not None:
        return  # the counts tell it
    counted = events is not None and page.adjoining(events, value)
    if rounded(value).low > _HUNDRED and (counted or isinstance(fact, AdverseEvent)):
        severity: Severity = "error" if counted else "warning"
        message = f"{value.text}%: a share of people is never above 100%."
        yield Flaw("percent_above_100", severity, message, (fact.id,), (value,))
    elif counted and rounded(value).high < 0:
        yield _impossible(f"{value.text}%: a share of people is never negative.", fact.id, value)


def _p_flaws(p: PValue | None, fact: str, page: Page) -> Iterator[Flaw]:
    if p is None or not page.whole(p.value):
        return
    number = p.value.value
    if number > 1 and p.relation in ("=", ">", ">="):
        yield _impossible(f"{shown_p(p)}: a probability is never above 1.", fact, p.value)
    elif number < 0:
        yield _impossible(f"{shown_p(p)}: a probability is never negative.", fact, p.value)
    elif number == 0 and p.relation in ("<", "<="):
        yield _impossible(f"{shown_p(p)}: a probability is never below 0.", fact, p.value)
    elif number == 0 and p.relation == "=" and (box := rounded(p.value)).high < _HALF:
        message = f"{shown_p(p)}: P is never 0; what was rounded so is below {box.high}."
        yield Flaw("impossible_value", "info", message, (fact,), (p.value,))


def _impossible(message: str, fact: str, number: Reported) -> Flaw:
    return Flaw("impossible_value", "error", message, (fact,), (number,))
