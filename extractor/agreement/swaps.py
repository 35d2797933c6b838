"""Numbers that changed places between two arms."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from extractor.agreement.alignment import Alignment, Relation
from extractor.agreement.comparison import Both, leaf_difference
from extractor.agreement.facts import Fact, Part
from extractor.agreement.likeness import outcomes_relation
from extractor.agreement.numbers import Difference
from extractor.agreement.pairing import FactPair
from extractor.agreement.timepoints import TimeRelation, time_relation
from extractor.agreement.words import described, name_of, numbers_quoted
from extractor.record.record import Finding


@dataclass(frozen=True, slots=True)
class Swap:
    """Two pairs of one fact each, with the parts whose numbers are exchanged between them."""

    first: FactPair
    second: FactPair
    parts: frozenset[Part]


def uncross(pairs: tuple[FactPair, ...], alignment: Alignment) -> tuple[FactPair, ...]:
    """The pairs, those turned round that their digits made across two arms: then arms go together."""
    listed = list(pairs)
    for i, j in combinations(range(len(listed)), 2):
        a, b = listed[i], listed[j]
        if _crossed(a, b, alignment):
            listed[i], listed[j] = FactPair(a.left, b.right), FactPair(b.left, a.right)
    return tuple(listed)


def _crossed(a: FactPair, b: FactPair, alignment: Alignment) -> bool:
    relation = alignment.arms.relation
    return (
        a.left.kind is b.left.kind
        and relation(a.left.arm, a.right.arm) is Relation.DIFFERENT
        and relation(b.left.arm, b.right.arm) is Relation.DIFFERENT
        and relation(a.left.arm, b.right.arm) is Relation.SAME
        and relation(b.left.arm, a.right.arm) is Relation.SAME
        and _alike(a.left, b.left)
        and _alike(a.right, b.right)
        and _fit(a.left, b.right, alignment)
        and _fit(b.left, a.right, alignment)
    )


def _alike(one: Fact, other: Fact) -> bool:
    """Whether two facts of one side are the same figure about two arms."""
    return (
        one.what == other.what
        and one.outcomes == other.outcomes
        and one.cohort == other.cohort
        and time_relation(one.timepoint, other.timepoint) is not TimeRelation.DIFFERENT
    )


def _fit(left: Fact, right: Fact, alignment: Alignment) -> bool:
    """Whether nothing but the numbers speaks against the two being one fact."""
    return (
        outcomes_relation(left, right, alignment) is not Relation.DIFFERENT
        and alignment.cohorts.relation(left.cohort, right.cohort) is not Relation.DIFFERENT
        and time_relation(left.timepoint, right.timepoint) is not TimeRelation.DIFFERENT
    )


def swaps(pairs: tuple[FactPair, ...]) -> tuple[Swap, ...]:
    """Every two pairs about two arms whose numbers are exchanged; each pair at most once."""
    found: list[Swap] = []
    taken: set[str] = set()
    for a, b in combinations(pairs, 2):
        if a.left.id in taken or b.left.id in taken or a.left.kind is not b.left.kind:
            continue
        if a.left.arm == b.left.arm or a.right.arm == b.right.arm or not _alike(a.left, b.left):
            continue
        parts = exchanged_parts(a, b)
        if parts:
            taken |= {a.left.id, b.left.id}
            found.append(Swap(a, b, parts))
    return tuple(found)


def keeps_order(a: FactPair, b: FactPair) -> bool:
    """Whether two pairs stand in one order in both texts."""
    return (a.left.place < b.left.place) == (a.right.place < b.right.place)


def exchanged_parts(a: FactPair, b: FactPair) -> frozenset[Part]:
    """The parts exchanged between two pairs."""
    found: set[Part] = set()
    for part in Part:
        leaves = (a.left.leaf(part), a.right.leaf(part), b.left.leaf(part), b.right.leaf(part))
        al, ar, bl, br = leaves
        if al is None or ar is None or bl is None or br is None:
            continue
        if leaf_difference(a, al, ar) in (Difference.NONE, Difference.ROUNDING):
            continue
        straight = leaf_difference(FactPair(a.left, b.right), al, br)
        turned = leaf_difference(FactPair(b.left, a.right), bl, ar)
        if straight is Difference.NONE and turned is Difference.NONE:
            found.add(part)
    return frozenset(found)


def swap_findings(found: tuple[Swap, ...], both: Both) -> Iterator[Finding]:
    """One finding a swap, with the places of all numbers concerned."""
    for swap in found:
        a, b = swap.first, swap.second
        names = [name_of(both.left.arms, fact.arm) or "the whole group" for fact in (a.left, b.left)]
        message = (
            f"The numbers of {names[0]} and {names[1]} are exchanged: the {described(a.left, both.left)} is "
            f"{numbers_quoted(a.left, both.left)} in the {both.left.title} text but "
            f"{numbers_quoted(a.right, both.right)} in the {both.right.title} text, and the other way round."
        )
        # Numbers that stand in the same order in both texts did not move: the arms may be read wrongly.
        moved = keeps_order(a, b)
        yield Finding(
            code="arm_swap",
            severity="error" if moved else "warning",
            message=message,
            facts=(a.left.id, b.left.id, a.right.id, b.right.id),
            places=tuple(
                side.place(leaf.span)
                for side, facts in ((both.left, (a.left, b.left)), (both.right, (a.right, b.right)))
                for fact in facts
                for leaf in fact.leaves
                if leaf.part in swap.parts
            ),
        )
