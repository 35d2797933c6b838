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
        for mark in marks:
            read = any(leaf.span.overlaps(mark.span) for fact in side.facts for leaf in fact.leaves)
            if not read and _tells(mark) and not other.numbers.of(mark.size) and not _in_date(mark, side):
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
    if mark.printed.telling >= _LONG:
        return True
    measured = mark.unit is not None and is_measure(mark.unit)
    return mark.printed.telling > 1 and (mark.has_decimals or measured)


def _in_date(mark: Mark, side: Side) -> bool:
    """Whether the number goes on with a date: the month behind a year."""
    return any(
        here.span == mark.span and before.unit == "year" and before.span.gap(here.span) <= _DATE_GAP
        for before, here in pairwise(side.marks.marks)
    )
