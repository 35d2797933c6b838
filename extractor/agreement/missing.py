"""Facts, and numbers of facts, that only one language states."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.agreement.comparison import Both
from extractor.agreement.facts import Fact, Leaf
from extractor.agreement.pairing import FactPair
from extractor.agreement.side import Side
from extractor.agreement.sides import missing_code
from extractor.agreement.unmatched import is_part
from extractor.agreement.words import described, numbers_quoted, quoted
from extractor.record.record import Finding
from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class Told:
    """Where a side's numbers are already accounted for by a pair."""

    own: frozenset[Span]
    other: frozenset[Span]


def told(pairs: tuple[FactPair, ...]) -> tuple[Told, Told]:
    """What the pairs account for, as seen from the left and from the right."""
    left = frozenset(leaf.span for pair in pairs for leaf in pair.left.leaves)
    right = frozenset(leaf.span for pair in pairs for leaf in pair.right.leaves)
    return Told(left, right), Told(right, left)


def missing_findings(facts: tuple[Fact, ...], side: Side, both: Both, known: Told) -> Iterator[Finding]:
    """A finding for each of `facts` of `side` that has no partner on the other side."""
    other = both.other(side)
    for fact in facts:
        found = [_elsewhere(leaf, other, known) or both.stands(leaf.span, side) for leaf in fact.leaves]
        vague = not fact.leaves or not any(c.isdecimal() for leaf in fact.leaves for c in leaf.printed.text)
        printed = (bool(found) and all(found)) or is_part(fact.leaves, other)
        # Two facts may share one printed number ('0% in both groups') of which the other side tells one.
        shared = bool(fact.leaves) and all(leaf.span in known.own for leaf in fact.leaves)
        there = tuple(other.place(spans[0]) for spans in found if spans) if printed else ()
        subject = f"The {described(fact, side)}, {numbers_quoted(fact, side)} in the {side.title} text,"
        remark = (
            f"was not read as a fact from the {other.title} text, though its numbers are printed there"
            if printed or shared
            else f"is not in the {other.title} text"
        )
        yield Finding(
            code=missing_code(other.language),
            severity="info" if printed or shared or vague else "warning",
            message=f"{subject} {remark}.",
            facts=(fact.id,),
            places=(*side.places(fact), *there),
        )


def _elsewhere(leaf: Leaf, other: Side, known: Told) -> tuple[Span, ...]:
    """Where the other side prints the number and no pair accounts for it."""
    return tuple(span for span in other.numbers.of(leaf.number) if not any(span.overlaps(told) for told in known.other))


def missing_parts(pair: FactPair, left: Side, right: Side, explained: frozenset[Span]) -> Iterator[Finding]:
    """A finding for each side of a pair whose text lacks numbers that the other prints."""
    yield from _lacking(pair.left, pair.right, left, right, explained)
    yield from _lacking(pair.right, pair.left, right, left, explained)


def _lacking(fact: Fact, partner: Fact, side: Side, other: Side, explained: frozenset[Span]) -> Iterator[Finding]:
    lacking = tuple(
        leaf
        for leaf in fact.leaves
        if partner.leaf(leaf.part) is None and leaf.span not in explained and not other.numbers.of(leaf.number)
    )
    if not lacking or fact.not_reached != partner.not_reached or is_part(fact.leaves, other):
        return
    named = " and ".join(f"{leaf.part.value} {quoted(leaf.printed.text)}" for leaf in lacking)
    yield Finding(
        code=missing_code(other.language),
        severity="warning",
        message=f"The {named} of the {described(fact, side)} is not in the {other.title} text.",
        facts=(fact.id, partner.id),
        places=(*(side.place(leaf.span) for leaf in lacking), other.place(partner.place)),
    )
