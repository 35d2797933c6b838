"""An estimate and its interval: bounds in order, the estimate between them, and not too near to one of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from extractor.arithmetic.flaw import Flaw, plain, present, shown_interval
from extractor.arithmetic.page import Page
from extractor.arithmetic.rounding import Box, brought, rounded
from extractor.arithmetic.scales import Scale, Shape, scale_of
from extractor.record.base import Interval, PValue, Reported
from extractor.record.facts import Effect, Estimate

_HUNDRED: Final = Decimal(100)
_VERSUS: Final = 4
_MEASURE: Final = 12
# Where on its interval an estimate may lie: 0.5 is the middle. Exact, bootstrap and profile-likelihood intervals are
# not symmetric, and seldom leave this middle half.
_MIDDLE: Final = Box(Decimal("0.25"), Decimal("0.75"))
_VERY_MIDDLE: Final = Box(Decimal("0.4"), Decimal("0.6"))
_NONE, _ALL = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Bounded:
    """A value with both bounds of its interval, all three printed."""

    name: str
    fact: str
    value: Reported
    low: Reported
    high: Reported
    interval: Interval

    @property
    def shown(self) -> str:
        """As a message prints it: 'HR 0.82 (95% CI 0.60 to 1.12)'."""
        return f"{self.name} {self.value.text} ({shown_interval(self.interval)})"

    @property
    def numbers(self) -> tuple[Reported, ...]:
        """The three, in the order of the text."""
        return present(self.value, self.low, self.high)

    def reaches(self) -> Box:
        """All that the interval may contain, whatever rounding."""
        return brought(self.low).joined(brought(self.high))


def bounded(fact: Effect | Estimate) -> Bounded | None:
    """The fact's value and interval, where the text prints all of it."""
    interval = fact.interval
    if fact.value is None or interval is None or interval.low is None or interval.high is None:
        return None
    if isinstance(fact, Effect):
        name = fact.label or "effect" if fact.measure == "OTHER" else fact.measure
    else:
        name = fact.statistic
    return Bounded(name, fact.id, fact.value, interval.low, interval.high, interval)


def is_one_unit(found: Bounded, page: Page, p: PValue | None = None) -> bool:
    """Whether the interval stands directly behind its value, all three read to their ends."""
    level = found.interval.level
    return (
        found.value.span < found.low.span < found.high.span
        and all(page.whole(n) for n in found.numbers)
        and page.adjoining(found.value, found.low, level=level, besides=p)
        and page.adjoining(found.low, found.high)
    )


def is_one_of_two(found: Bounded, page: Page) -> bool:
    """Whether a comparison word stands right before the value or behind the interval: as with two medians."""
    start, end = found.value.span[0], found.high.span[1]
    if page.says("versus", end, end + _VERSUS):
        return True
    return page.says("versus", start - _VERSUS, start) and not page.says("measure", start - _MEASURE, start)


def interval_flaws(fact: Effect | Estimate, page: Page, *, shared: bool) -> Iterator[Flaw]:
    """What is wrong with the interval of one fact.

    `shared`: another figure is told in one breath with this one, so that the interval behind both may be neither's
    ('74% and 61% (95% CI, 7 to 21)').
    """
    found = bounded(fact)
    if found is None or not is_one_unit(found, page, fact.p if isinstance(fact, Effect) else None):
        return
    if isinstance(fact, Effect) and is_one_of_two(found, page):
        return
    if found.low.value > found.high.value:
        yield _reversed(found)
    elif not brought(found.value).meets(found.reaches()):
        if not shared and not _is_of_another(fact, found, page):
            yield _outside(found, percent=fact.unit == "%")
    elif isinstance(fact, Effect) and (scale := scale_of(fact)):
        yield from _asymmetric(found, scale)


def _reversed(found: Bounded) -> Flaw:
    by_size = found.low.value < 0 and found.high.value < 0
    remark = "; two negative bounds may have been put in the order of their size" if by_size else ""
    return Flaw(
        "interval_reversed",
        "warning" if by_size else "error",
        f"The lower bound of {found.shown} is above the upper bound{remark}.",
        (found.fact,),
        found.numbers,
    )


def _is_of_another(fact: Effect | Estimate, found: Bounded, page: Page) -> bool:
    """Whether the interval is rather that of a difference, or of a number printed just before the value."""
    if isinstance(fact, Estimate):
        if fact.statistic in ("value", "count"):
            return True
        if page.says("measure", found.value.span[1], found.low.span[0]):
            return True
    return any(found.reaches().holds(n) for n in page.numbers_before(found.value))


def _otherwise(value: Decimal, *, percent: bool) -> Iterator[tuple[Decimal, str]]:
    """What else the value may be in the terms of its interval, and why."""
    complement, per_cent = "one of them may be the complement of the other", "one of them may be in per cent"
    yield -value, "the sign of one of them is in the words, or wrong"
    if percent:
        yield _HUNDRED - value, complement
        yield 1 - value / _HUNDRED, complement
        yield value / _HUNDRED, per_cent
    elif 0 < value < 1:
        yield 1 - value, complement
        yield value * _HUNDRED, per_cent


def _outside(found: Bounded, *, percent: bool) -> Flaw:
    reaches = found.reaches()
    for other, remark in _otherwise(found.value.value, percent=percent):
        if reaches.holds(other):
            message = f"{found.shown}: the estimate lies outside its interval, {plain(other, 4)} inside; {remark}."
            return Flaw("estimate_outside_interval", "info", message, (found.fact,), found.numbers)
    box = rounded(found.value)
    message = (
        f"{found.shown}: the estimate lies outside its own interval; rounding allows "
        f"{box.low} to {box.high} for the estimate and {reaches.low} to {reaches.high} for the interval."
    )
    return Flaw("estimate_outside_interval", "error", message, (found.fact,), found.numbers)


def position(value: Box, low: Box, high: Box) -> Box | None:
    """Where the value lies between the bounds, 0 the lower and 1 the upper; None where rounding leaves no width.

    (value - low) / (high - low) falls as either bound rises, so the corners of the three boxes give its range.
    """
    if low.high >= high.low:
        return None
    least = (value.low - low.high) / (high.high - low.high)
    most = (value.high - low.low) / (high.low - low.low)
    return Box(max(least, _NONE), min(max(most, _NONE), _ALL))


def _asymmetric(found: Bounded, scale: Scale) -> Iterator[Flaw]:
    boxes = tuple(scale.of(rounded(n)) for n in (found.value, found.low, found.high))
    value, low, high = boxes
    if value is None or low is None or high is None:
        return
    if scale.shape is Shape.COMPLEMENT:
        low, high = high, low
    own, linear, turned = position(value, low, high), _linear(found), _turned(found, scale)
    if own is None or own.meets(_MIDDLE) or (turned and turned.meets(_MIDDLE)):
        return
    if linear and linear.meets(_VERY_MIDDLE):
        return  # a ratio with an interval that was computed without logarithms
    nominal = position(*(Box(b.middle, b.middle) for b in (value, low, high)))
    share = f"{nominal.low * _HUNDRED:.0f}%" if nominal else "far"
    on = "" if scale.shape is Shape.LINEAR else " on the log scale"
    message = (
        f"{found.shown}: the estimate lies {share} of the way from the lower bound to the upper{on}, "
        f"further from the middle than rounding explains; exact and bootstrap intervals can do that, "
        f"a slip in one of the three numbers too."
    )
    yield Flaw("interval_asymmetric", "warning", message, (found.fact,), found.numbers)


def _linear(found: Bounded) -> Box | None:
    return position(rounded(found.value), rounded(found.low), rounded(found.high))


def _turned(found: Bounded, scale: Scale) -> Box | None:
    """The place of a difference with its sign in the words: '1.2 points lower (95% CI, -4.1 to 1.7)'."""
    if scale.shape is not Shape.LINEAR:
        return None
    value = rounded(found.value)
    return position(Box(-value.high, -value.low), rounded(found.low), rounded(found.high))
