"""Numbers that no fact was read from and that one text prints alone: those that a reader would miss."""

from collections.abc import Iterator
from itertools import pairwise

from extractor.agreement.comparison import Both
from extractor.agreement.marks import Mark
from extractor.agreement.side import Side
from extractor.agreement.sides import missing_code
from extractor.agreement.units import is_measure
from extractor.agreement.words import quoted
from extractor.record.record import Finding

_LONG = 4  # digits from which a number stands for itself, whatever is around it
_DATE_GAP = 3  # characters between the year and the month of one date


def unread_findings(both: Both) -> Iterator[Finding]:
    """A warning for each telling number of one text that stands nowhere in the other."""
    for side, marks in ((both.left, both.tally.left_only), (both.right, both.tally.right_only)):
        other = both.other(side)
        lacking = [m for m in marks if not other.numbers.of(m.size) and not _in_date(m, side)]
        together = _together(lacking, side)
        for mark in lacking:
            read = any(leaf.span.overlaps(mark.span) for fact in side.facts for leaf in fact.leaves)
            if not read and (_tells(mark) or mark in together):
                yield Finding(
                    code=missing_code(other.language),
                    severity="warning",
                    message=f"The number {quoted(mark.printed.text)} after {quoted(side.before(mark))} "
                    f"in the {side.title} text is not in the {other.title} text.",
                    facts=(),
                    places=(side.place(mark.span),),
                )


def _tells(mark: Mark) -> bool:
    """Whether the number is no count of groups or name of a phase: decimals, four digits, or a unit and two digits."""
    if _figures(mark) >= _LONG and mark.printed.digits != (1,):  # '4 per 1000' may be told as 0.4%
        return True
    measured = mark.unit is not None and is_measure(mark.unit)
    return mark.printed.telling > 1 and (mark.has_decimals or measured)


def _figures(mark: Mark) -> int:
    return sum(c.isdecimal() for c in mark.printed.text)


def _together(lacking: list[Mark], side: Side) -> set[Mark]:
    """Numbers of two digits or more that stand next to each other: what holds them was left out."""
    long = {m for m in lacking if m.size and _figures(m) > 1}
    return {m for a, b in pairwise(side.marks.marks) if a in long and b in long for m in (a, b)}


def _in_date(mark: Mark, side: Side) -> bool:
    """Whether the number goes on with a date: the month behind a year."""
    return any(
        here.span == mark.span and before.unit == "year" and before.span.gap(here.span) <= _DATE_GAP
        for before, here in pairwise(side.marks.marks)
    )
