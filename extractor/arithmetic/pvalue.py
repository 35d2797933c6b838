"""A P value and the interval beside it: what the interval makes of P, and whether both tell the same story.

From estimate v and bounds l, u on the scale where the interval is symmetric (logarithms for ratios):
se = (u - l) / (2 * z_level), z = |v - null| / se, P = erfc(z / sqrt 2); Altman & Bland, BMJ 2011;343:d2304. Each
printed number stands for its rounding interval, which is the idea of statcheck (Nuijten et al., Behav Res Methods
2016;48:1205), so that P comes out as a range.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from extractor.arithmetic.flaw import Flaw, Severity, present, probability, shown_p
from extractor.arithmetic.interval import Bounded, bounded, is_one_of_two, is_one_unit
from extractor.arithmetic.page import Page
from extractor.arithmetic.rounding import Box, brought, rounded
from extractor.arithmetic.scales import Scale, Shape, scale_of
from extractor.arithmetic.tails import critical, deviate, two_sided
from extractor.record.base import USUAL_LEVEL, PValue
from extractor.record.facts import Effect

_LIMIT: Final = Decimal("0.05")
_OTHER_WAY: Final = "; a test other than the one behind the interval may explain it"
_OTHER_QUESTION: Final = "; the trial tests non-inferiority, which has a P value of its own"
_OPPOSITE: Final = ": one says that there is a difference, the other that there may be none"
_HALF: Final = Decimal("0.5")
_LEAST: Final = Decimal("0.5")
_LARGE_RATIO: Final = Decimal(20)
_FARTHEST: Final = Decimal(40)
# A log-rank, exact or permutation test gives another P than the model behind the interval. By experience their z differ
# by some tenths; an error needs more than these, and P on the other side of 0.05 with room between.
_OTHER_TEST: Final = Decimal("0.7")
_NOTED: Final = Decimal("0.85")
_CLEARLY_NOT: Final = Decimal("0.10")
_CLEARLY: Final = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class PRange:
    """All P values that the printed numbers allow."""

    low: Decimal
    high: Decimal

    def __str__(self) -> str:
        low, high = probability(self.low), probability(self.high)
        return f"P of about {low}" if low == high else f"P between {low} and {high}"


def implied(found: Bounded, scale: Scale, level: Decimal) -> PRange | None:
    """The P values that an estimate with its interval can have; None where the numbers give none.

    Where the estimate is not in the middle of its interval, the middle is taken as well, which makes the range wider.
    """
    value, low, high = (scale.of(rounded(n)) for n in (found.value, found.low, found.high))
    if value is None or low is None or high is None:
        return None
    if scale.shape is Shape.COMPLEMENT:
        low, high = high, low
    z_level = critical(level)
    narrow, wide = low.high, high.low
    if high.high <= low.low:
        return None
    middle = Box((low.low + high.low) / 2, (low.high + high.high) / 2)
    away = _distance(value.joined(middle))
    least_width, most_width = max(wide - narrow, Decimal(0)), high.high - low.low
    z_least = away.low * 2 * z_level / most_width
    z_most = away.high * 2 * z_level / least_width if least_width else _FARTHEST
    return PRange(two_sided(min(z_most, _FARTHEST)), two_sided(z_least))


def _distance(box: Box) -> Box:
    """How far from 0 the values of a box are."""
    ends = sorted((abs(box.low), abs(box.high)))
    return Box(Decimal(0) if box.holds(Decimal(0)) else ends[0], ends[1])


def reported_range(p: PValue) -> PRange:
    """The P values that the printed one may stand for."""
    box = brought(p.value) if p.relation == "=" else Box(p.value.value, p.value.value)
    low = Decimal(0) if p.relation in ("<", "<=") else max(box.low, Decimal(0))
    high = Decimal(1) if p.relation in (">", ">=") else min(box.high, Decimal(1))
    return PRange(low, high)


def p_flaws(effect: Effect, page: Page, *, careful: bool) -> Iterator[Flaw]:
    """Whether the P value of an effect fits its interval; `careful`: the trial asks for more than a difference."""
    found, scale, p = bounded(effect), scale_of(effect), effect.p
    if found is None or scale is None or p is None or found.low.value >= found.high.value:
        return
    if is_one_of_two(found, page) or not is_one_unit(found, page, p) or not page.whole(p.value) or p.value.value > 1:
        return
    if not brought(found.value).meets(found.reaches()) or _is_signless(found, scale):
        return
    beside = found.high if p.value.span > found.high.span else found.value
    if not page.adjoining(beside, p.value) or page.tests_otherwise(p, beside.span[1]):
        return
    level = printed_level(found, page)
    levels, scales = (level,) if level else _levels(found), (scale, *_other_scales(found, scale, effect.unit))
    ranges = [r for s in scales for one in levels if (r := implied(found, s, one))]
    if not ranges:
        return
    computed = PRange(min(r.low for r in ranges), max(r.high for r in ranges))
    severity = _severity(reported_range(p), computed, fits=level == USUAL_LEVEL and not careful)
    if severity:
        severity = "info" if careful else severity
        remark = _OTHER_QUESTION if careful else _OPPOSITE if severity == "error" else _OTHER_WAY
        message = f"{shown_p(p)}, but {found.shown} gives {computed}{remark}."
        numbers = present(found.value, found.low, found.high, p.value)
        yield Flaw("p_contradicts_interval", severity, message, (effect.id,), numbers)


def printed_level(found: Bounded, page: Page) -> Decimal | None:
    """The level, if it is printed before this very interval and can be one; an interval may inherit it from afar."""
    level = found.interval.level
    stands = level * 100 in page.numbers_between(found.value, found.low)
    return level if stands and level > _LEAST else None


def _levels(found: Bounded) -> tuple[Decimal, ...]:
    """The levels that an interval without a printed one may have."""
    level = found.interval.level
    return (USUAL_LEVEL, level) if level > _LEAST and level != USUAL_LEVEL else (USUAL_LEVEL,)


def _other_scales(found: Bounded, scale: Scale, unit: str | None) -> tuple[Scale, ...]:
    """A small "difference" without a unit may be a ratio: 'no difference in survival (0.96, 0.80-1.16)'."""
    values = [n.value for n in found.numbers]
    likely = unit is None and min(values) > 0 and max(values) < _LARGE_RATIO
    return (Scale(Shape.LOG),) if scale.shape is Shape.LINEAR and likely else ()


def _is_signless(found: Bounded, scale: Scale) -> bool:
    """Whether a reduction is printed as a negative number, so that its scale is unknown."""
    return scale.shape is Shape.COMPLEMENT and found.value.value < 0


def _severity(told: PRange, computed: PRange, *, fits: bool) -> Severity | None:
    """How grave the difference is; None where there is none to speak of.

    A one-sided P is half the two-sided one, or 1 minus that half. `fits`: interval and P are known to ask the same.
    """
    if told.low > _HALF and computed.low <= 2 * (1 - told.low) and 2 * (1 - told.high) <= computed.high:
        return None
    if computed.low > told.high:
        gap = deviate(told.high) - deviate(computed.low)
        doubled = min(told.high * 2, Decimal(1))
        if computed.low <= doubled and told.high <= _LIMIT:
            return None
        flips = told.high <= _LIMIT and computed.low > _CLEARLY_NOT
    elif computed.high < told.low:
        gap = deviate(computed.high) - deviate(told.low)
        flips = told.low >= _CLEARLY_NOT and computed.high < _CLEARLY
    else:
        return None
    if flips and gap >= _OTHER_TEST and fits:
        return "error"
    turned = told.high <= _LIMIT < computed.low or computed.high < _LIMIT <= told.low
    if gap >= _NOTED or (turned and gap >= _OTHER_TEST / 2):
        return "warning"
    return "info" if turned else None
