"""Numbers of a fact that stand in one text only, though the fact itself is told in both."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from extractor.agreement.comparison import Both
from extractor.agreement.facts import Leaf, Part
from extractor.agreement.marks import Mark
from extractor.agreement.side import Side
from extractor.agreement.sides import missing_code
from extractor.agreement.words import described, quoted
from extractor.record.record import Finding, FindingPlace
from extractor.spans import Span

_HAIR: Final = Decimal("0.001")


def unmatched_findings(both: Both, named: Iterable[FindingPlace]) -> Iterator[Finding]:
    """A warning for each fact with numbers that the other text does not print, those counted out that are `named`."""
    known = [(place.language, Span(*place.span)) for place in named]
    for side, marks in ((both.left, both.tally.left_only), (both.right, both.tally.right_only)):
        spans = [span for code, span in known if code == side.language]
        yield from _unmatched(side, both, tuple(m for m in marks if not any(m.span.overlaps(s) for s in spans)))


def _unmatched(side: Side, both: Both, marks: tuple[Mark, ...]) -> Iterator[Finding]:
    other = both.other(side)
    taken = set[Span]()
    for fact in side.facts:
        lacking = [
            leaf
            for leaf in fact.leaves
            if leaf.span not in taken
            and any(leaf.span.overlaps(m.span) for m in marks)
            and not _repeats(leaf, side, both)
            and not _stands_alone(leaf.number, other, both)
        ]
        taken |= {leaf.span for leaf in lacking}
        if lacking and not is_part(fact.leaves, other):
            named = " and ".join(f"{leaf.part.value} {quoted(leaf.printed.text)}" for leaf in lacking)
            yield Finding(
                code=missing_code(other.language),
                severity="warning",
                message=f"The {named} of the {described(fact, side)} is not in the {other.title} text.",
                facts=(fact.id,),
                places=tuple(side.place(leaf.span) for leaf in lacking),
            )


def _repeats(leaf: Leaf, side: Side, both: Both) -> bool:
    """Whether the text tells the number at another place too, where the other text follows it."""
    places = (span for span in side.numbers.of(leaf.number) if not span.overlaps(leaf.span))
    return any(both.tally.pair(span, left=side is both.left) is not None for span in places)


def _stands_alone(number: Decimal, side: Side, both: Both) -> bool:
    """Whether a text prints the number at a place that nothing accounts for."""
    return any(both.tally.pair(span, left=side is both.left) is None for span in side.numbers.of(number))


def is_part(leaves: Iterable[Leaf], other: Side) -> bool:
    """Whether the numbers are a fraction that the other text tells in words: 2/3, two thirds."""
    parts = {leaf.part: leaf.number for leaf in leaves}
    events, total = parts.get(Part.EVENTS), parts.get(Part.TOTAL)
    if not events or not total:
        return False
    return any(abs(events / total - number) < _HAIR for number in other.numbers.places)
