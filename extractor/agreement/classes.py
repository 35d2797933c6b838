"""Facts that one language reads as of another class: a group's size as a count, a comparison as a bare figure."""

from collections.abc import Iterator
from typing import Final

from extractor.agreement.alignment import Alignment, Relation
from extractor.agreement.assignment import assign
from extractor.agreement.comparison import Both
from extractor.agreement.facts import Fact, Kind, Leaf, Part
from extractor.agreement.numbers import Difference, difference, one_digit_off
from extractor.agreement.pairing import FactPair, Pairing
from extractor.agreement.words import contrast, described
from extractor.record.record import Finding

_TOGETHER: Final = frozenset((Relation.SAME, Relation.LIKELY))
_COUNTED: Final = frozenset((Kind.SIZE, Kind.FIGURE))
_BOUNDED: Final = frozenset((Kind.EFFECT, Kind.FIGURE))
_BOUNDS: Final = ((Part.VALUE, None), (Part.LOW, Part.SPREAD_LOW), (Part.HIGH, Part.SPREAD_HIGH))
_EQUAL, _SLIPPED = 3, 1


def class_pairs(pairing: Pairing, both: Both, among: tuple[FactPair, ...]) -> tuple[FactPair, ...]:
    """Facts without a partner in their own class, paired across classes; those of `among` count as such too."""
    left = (*pairing.left_only, *(p.left for p in among if p.left not in pairing.left_only))
    right = (*pairing.right_only, *(p.right for p in among if p.right not in pairing.right_only))

    def gain(i: int, j: int) -> int:
        return _likeness(left[i], right[j], both.alignment)

    return tuple(FactPair(left[i], right[j]) for i, j in assign(len(left), len(right), gain))


def _likeness(left: Fact, right: Fact, alignment: Alignment) -> int:
    """How sure it is that the two are one: by its bounds, or by a group with nearly the same number."""
    kinds = {left.kind, right.kind}
    if kinds == _BOUNDED:
        return _EQUAL if _nearly_equal(_bounded(left, right)) else 0
    if kinds == _COUNTED and _one_number(left, right) is not None and _one_group(left, right, alignment):
        ours, theirs = left.leaves[0].printed, right.leaves[0].printed
        if ours.number == theirs.number:
            return _EQUAL
        return _SLIPPED if one_digit_off(left.leaves[0].number, right.leaves[0].number) else 0
    return 0


def _bounded(left: Fact, right: Fact) -> tuple[tuple[Leaf, Leaf], ...]:
    """Value and bounds side by side; what is no known comparison is read as a figure, its interval as a range."""
    found: list[tuple[Leaf, Leaf]] = []
    for part, spread in _BOUNDS:
        ours = left.leaf(part) or (left.leaf(spread) if spread else None)
        theirs = right.leaf(part) or (right.leaf(spread) if spread else None)
        if ours is not None and theirs is not None:
            found.append((ours, theirs))
    return tuple(found)


def _nearly_equal(leaves: tuple[tuple[Leaf, Leaf], ...]) -> bool:
    """Whether value and both bounds are there, and at most one of them is another."""
    equal = sum(ours.number == theirs.number for ours, theirs in leaves)
    return len(leaves) == len(_BOUNDS) and equal >= len(_BOUNDS) - 1


def _one_number(left: Fact, right: Fact) -> tuple[Leaf, Leaf] | None:
    """The numbers of a size and of a bare count."""
    if len(left.leaves) != 1 or len(right.leaves) != 1:
        return None
    ours, theirs = left.leaves[0], right.leaves[0]
    return (ours, theirs) if {ours.part, theirs.part} == {Part.VALUE, Part.EVENTS} else None


def _one_group(left: Fact, right: Fact, alignment: Alignment) -> bool:
    arms = alignment.arms.relation(left.arm, right.arm)
    cohorts = alignment.cohorts.relation(left.cohort, right.cohort)
    return {arms, cohorts} <= {*_TOGETHER, Relation.NEITHER} and bool({arms, cohorts} & _TOGETHER)


def class_findings(pairs: tuple[FactPair, ...], both: Both) -> Iterator[Finding]:
    """What differs in the numbers of facts that were paired across classes."""
    for pair in pairs:
        bounded = Kind.EFFECT in (pair.left.kind, pair.right.kind)
        single = () if bounded else ((pair.left.leaves[0], pair.right.leaves[0]),)
        for ours, theirs in single or _bounded(pair.left, pair.right):
            found = difference(ours.printed, theirs.printed)
            if found is not Difference.NONE:
                yield _finding(pair, both, ours, theirs, found)


def _finding(pair: FactPair, both: Both, ours: Leaf, theirs: Leaf, found: Difference) -> Finding:
    subject = f"{ours.part.value} of the {described(pair.left, both.left)}"
    said = contrast(subject, both.left, ours.printed.text, both.right, theirs.printed.text)
    weak = found is Difference.ROUNDING or both.balanced(ours.number, theirs.number)
    return Finding(
        code="magnitude_mismatch" if found is Difference.MAGNITUDE else "number_mismatch",
        severity="warning" if weak else "error",
        message=f"{said}.",
        facts=(pair.left.id, pair.right.id),
        places=(both.left.place(ours.span), both.right.place(theirs.span)),
    )
