"""A number printed again with a slip: a group's size is told twice, and the two tellings differ in one digit."""

from collections.abc import Iterator

from extractor.agreement.facts import Fact, Kind
from extractor.agreement.numbers import one_digit_off
from extractor.agreement.pairing import FactPair
from extractor.agreement.side import Side
from extractor.agreement.words import described, quoted
from extractor.record.record import Finding


def slip_findings(
    alone: tuple[Fact, ...], told: tuple[tuple[Fact, Fact], ...], side: Side, other: Side
) -> Iterator[Finding]:
    """A finding for each size alone on `side` that is one digit off the agreed size of the same group.

    Only where the other text does not print the number at all: 428 randomised and 425 analysed are two sizes, and a
    translation prints both. `told` are the paired sizes, each as (the fact on `side`, its partner).
    """
    for fact in alone:
        leaf = fact.principal
        if fact.kind is not Kind.SIZE or leaf is None or other.numbers.of(leaf.number):
            continue
        for own, partner in told:
            agreed, theirs = own.principal, partner.principal
            if agreed is None or theirs is None or agreed.number != theirs.number:
                continue
            if (own.arm, own.cohort) == (fact.arm, fact.cohort) and one_digit_off(leaf.number, agreed.number):
                yield Finding(
                    code="number_mismatch",
                    severity="error",
                    message=(
                        f"The {described(fact, side)} is {quoted(leaf.printed.text)} here in the {side.title} text,"
                        f" which the {other.title} text does not print; elsewhere both say"
                        f" {quoted(agreed.printed.text)}."
                    ),
                    facts=(fact.id, partner.id),
                    places=(side.place(leaf.span), other.place(theirs.span)),
                )
                break


def sizes_of(pairs: tuple[FactPair, ...], *, left: bool) -> tuple[tuple[Fact, Fact], ...]:
    """The paired sizes as seen from one side."""
    sizes = [p for p in pairs if p.left.kind is Kind.SIZE and p.right.kind is Kind.SIZE]
    return tuple((p.left, p.right) if left else (p.right, p.left) for p in sizes)
