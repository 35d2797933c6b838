"""P values that one language reads as part of a comparison and the other as a test of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.agreement.alignment import Relation
from extractor.agreement.assignment import assign
from extractor.agreement.comparison import Both, p_findings
from extractor.agreement.facts import Fact, Kind, Leaf, Part
from extractor.agreement.likeness import outcomes_relation
from extractor.agreement.numbers import Difference, difference
from extractor.agreement.pairing import FactPair, Pairing
from extractor.record.record import Finding

_POINTS_OUTCOME = {
    Relation.SAME: 26, Relation.LIKELY: 16, Relation.UNKNOWN: 0, Relation.APART: -10, Relation.DIFFERENT: -40,
}  # fmt: skip
_POINTS_GROUP = {
    Relation.SAME: 8, Relation.LIKELY: 6, Relation.NEITHER: 4, Relation.APART: -8, Relation.DIFFERENT: -20,
}  # fmt: skip
_ENOUGH = 24


@dataclass(frozen=True, slots=True)
class LoosePair:
    """A P value of either side that is the same statement, though its facts are of two classes."""

    left: Fact
    right: Fact
    ours: Leaf
    theirs: Leaf


@dataclass(frozen=True, slots=True)
class _Loose:
    fact: Fact
    leaf: Leaf
    share: int  # how far through its side's facts it stands, in thousandths


def loose_pairs(pairing: Pairing, both: Both) -> tuple[LoosePair, ...]:
    """P values without partner in their own class, paired across classes."""
    left = _loose(pairing.left_only, tuple(p.left for p in pairing.pairs if not p.right.leaf(Part.P)), both.left.facts)
    right = _loose(
        pairing.right_only, tuple(p.right for p in pairing.pairs if not p.left.leaf(Part.P)), both.right.facts
    )

    def gain(i: int, j: int) -> int:
        a, b = left[i], right[j]
        if {a.fact.kind, b.fact.kind} != {Kind.TEST, Kind.EFFECT}:
            return 0
        alignment = both.alignment
        same = difference(a.leaf.printed, b.leaf.printed) is Difference.NONE
        if not same and a.fact.relation != b.fact.relation:
            return 0
        points = (
            (22 if same else 0)
            + (6 if a.fact.relation == b.fact.relation else 0)
            + _POINTS_OUTCOME.get(outcomes_relation(a.fact, b.fact, alignment), 0)
            + _POINTS_GROUP.get(alignment.cohorts.relation(a.fact.cohort, b.fact.cohort), 0)
            + _POINTS_GROUP.get(alignment.arms.relation(a.fact.arm, b.fact.arm), 0)
            - abs(a.share - b.share) // 25
        )
        return max(points - _ENOUGH, 0) * 100

    return tuple(
        LoosePair(left[i].fact, right[j].fact, left[i].leaf, right[j].leaf)
        for i, j in assign(len(left), len(right), gain)
    )


def _loose(alone: tuple[Fact, ...], paired: tuple[Fact, ...], order: tuple[Fact, ...]) -> tuple[_Loose, ...]:
    wanted = {fact.id for fact in alone} | {fact.id for fact in paired}
    return tuple(
        _Loose(fact, leaf, 1000 * position // len(order))
        for position, fact in enumerate(order)
        if fact.id in wanted and (leaf := fact.leaf(Part.P)) is not None
    )


def loose_findings(pairs: tuple[LoosePair, ...], both: Both) -> Iterator[Finding]:
    """What differs in P values that were paired across classes."""
    for pair in pairs:
        found = difference(pair.ours.printed, pair.theirs.printed)
        if found is Difference.ROUNDING and pair.left.relation == pair.right.relation != "=":
            found = Difference.OTHER
        yield from p_findings(pair.left, pair.right, both, pair.ours, pair.theirs, found)


def as_fact_pairs(pairs: tuple[LoosePair, ...]) -> tuple[FactPair, ...]:
    """The loose pairs as pairs of facts."""
    return tuple(FactPair(pair.left, pair.right) for pair in pairs)
