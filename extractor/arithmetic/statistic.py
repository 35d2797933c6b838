"""A test statistic and the P value beside it, where no number of degrees of freedom brings them together.

The degrees of freedom are hardly ever printed in an abstract. But a t has at least the P of a normal deviate, and in
any trial of six people or more at most that of a t with four degrees; a chi-square has at least the P of one degree.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from extractor.arithmetic.flaw import Flaw, present, probability, shown_p
from extractor.arithmetic.page import Page
from extractor.arithmetic.pvalue import PRange, reported_range
from extractor.arithmetic.rounding import Box, brought
from extractor.arithmetic.tails import chi_square, student_four, two_sided
from extractor.record.facts import Test

_NAMES: Final = {"t": "t", "chi2": "χ²", "z": "z"}
_SLACK: Final = Decimal("1.25")
_LIMIT: Final = Decimal("0.05")


def possible(test: str, box: Box) -> PRange | None:
    """The two-sided P values that a statistic can have, whatever its degrees of freedom; None for other statistics."""
    ends = sorted((abs(box.low), abs(box.high)))
    near = Decimal(0) if box.holds(Decimal(0)) else ends[0]
    if test == "t":
        return PRange(two_sided(ends[1]), student_four(near))
    if test == "z":
        return PRange(two_sided(ends[1]), two_sided(near))
    if test == "chi2":
        return PRange(chi_square(box.high), Decimal(1))
    return None


def statistic_flaws(fact: Test, page: Page) -> Iterator[Flaw]:
    """Whether the P value of a test fits its statistic."""
    if fact.statistic is None or fact.p is None or fact.test is None or fact.p.value.value > 1:
        return
    statistic, p = fact.statistic, fact.p
    if not (statistic.span < p.value.span and page.adjoining(statistic, p.value)):
        return
    if not page.whole(statistic) or not page.whole(p.value) or page.tests_otherwise(p, statistic.span[1]):
        return
    computed, told = possible(fact.test, brought(statistic)), reported_range(p)
    if computed is None:
        return
    # A one-sided P is half the two-sided one.
    below, above = told.high * 2 * _SLACK < computed.low, told.low > computed.high * _SLACK
    if not (below or above):
        return
    turned = told.high <= _LIMIT < computed.low or computed.high < _LIMIT <= told.low
    limit = f"at least {probability(computed.low)}" if below else f"at most {probability(computed.high)}"
    yield Flaw(
        "p_contradicts_statistic",
        "error" if turned else "warning",
        f"{shown_p(p)}, but {_NAMES[fact.test]} = {statistic.text} gives a P of {limit}, "
        f"whatever the degrees of freedom.",
        (fact.id,),
        present(statistic, p.value),
    )
