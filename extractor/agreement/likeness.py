"""How alike two facts are: the evidence, in points, that they are one fact told twice."""

from dataclasses import dataclass
from typing import Final

from extractor.agreement.alignment import Alignment, Relation
from extractor.agreement.facts import Fact, Kind, Part
from extractor.agreement.numbers import Difference, difference
from extractor.agreement.timepoints import TimeRelation, time_relation
from extractor.agreement.units import SAME_UNIT, scale

_OUTCOME: Final = {Relation.SAME: 26, Relation.LIKELY: 14, Relation.APART: -6, Relation.DIFFERENT: -28}
_ARM: Final = {
    Relation.SAME: 20, Relation.LIKELY: 14, Relation.NEITHER: 6, Relation.UNKNOWN: -6, Relation.APART: -12,
    Relation.DIFFERENT: -26,
}  # fmt: skip
_COHORT: Final = {
    Relation.SAME: 20, Relation.LIKELY: 14, Relation.NEITHER: 6, Relation.UNKNOWN: -4, Relation.ONE_SIDED: -4,
    Relation.APART: -12, Relation.DIFFERENT: -26,
}  # fmt: skip
_COMPARATOR: Final = {Relation.SAME: 6, Relation.LIKELY: 4, Relation.DIFFERENT: -8}
_TIME: Final = {
    TimeRelation.SAME: 12,
    TimeRelation.NEITHER: 4,
    TimeRelation.NEAR: 2,
    TimeRelation.DIFFERENT: -12,
}
_LOOSE: Final = frozenset(
    (
        frozenset(("value", "mean")), frozenset(("value", "median")), frozenset(("count", "proportion")),
        frozenset(("rate", "proportion")), frozenset(("HR", "RR")), frozenset(("RR", "IRR")),
        frozenset(("RD", "MD")), frozenset(("RRR", "VE")), frozenset(("OR", "RR")),
        frozenset(("enrolled", "randomized")), frozenset(("randomized", "treated")),
        frozenset(("enrolled", "treated")), frozenset(("treated", "analyzed")),
    )
)  # fmt: skip
_DIGITS_CAP: Final = 75


@dataclass(frozen=True, slots=True)
class OwnEvidence:
    """What two facts say by themselves, whatever is aligned with what: worked out once a pair."""

    digits: int
    frame: int
    key_equal: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a pair: its numbers, and all the rest (`frame`)."""

    digits: int
    frame: int
    key_equal: bool

    @property
    def total(self) -> int:
        """Both together."""
        return self.digits + self.frame


def outcomes_relation(left: Fact, right: Fact, alignment: Alignment) -> Relation:
    """The best relation any outcome of one fact has to any of the other's."""
    if not left.outcomes or not right.outcomes:
        return Relation.NEITHER if left.outcomes == right.outcomes else Relation.ONE_SIDED
    if len(left.outcomes) == len(right.outcomes) == 1:
        return alignment.outcomes.relation(left.outcomes[0], right.outcomes[0])
    found = {alignment.outcomes.relation(a, b) for a in left.outcomes for b in right.outcomes}
    ranked = (Relation.SAME, Relation.LIKELY, Relation.UNKNOWN, Relation.APART, Relation.DIFFERENT)
    return next(relation for relation in ranked if relation in found)


def own_evidence(left: Fact, right: Fact) -> OwnEvidence:
    """What speaks for two facts of one class in their numbers, statistic, time, unit and grade."""
    digits, key_equal = _digits(left, right)
    frame = (
        _what(left, right)
        + _TIME.get(time_relation(left.timepoint, right.timepoint), 0)
        + _unit(left, right)
        + _grade(left, right)
        + _flags(left, right)
    )
    return OwnEvidence(digits, frame, key_equal)


def evidence(left: Fact, right: Fact, alignment: Alignment, own: OwnEvidence) -> Evidence:
    """The evidence that two facts of one class are the same fact, with what they hang on."""
    frame = (
        own.frame
        + _OUTCOME.get(outcomes_relation(left, right, alignment), 0)
        + _ARM.get(alignment.arms.relation(left.arm, right.arm), 0)
        + _COHORT.get(alignment.cohorts.relation(left.cohort, right.cohort), 0)
        + _COMPARATOR.get(alignment.arms.relation(left.comparator, right.comparator), 0)
    )
    return Evidence(own.digits, frame, own.key_equal)


def _digits(left: Fact, right: Fact) -> tuple[int, bool]:
    conversion = scale(left.unit, right.unit) or SAME_UNIT
    points, key_equal, compared = 0, False, 0
    for leaf in left.leaves:
        other = right.leaf(leaf.part)
        if other is None:
            continue
        factor = SAME_UNIT if leaf.part in (Part.EVENTS, Part.TOTAL, Part.P, Part.STATISTIC) else conversion
        found = difference(leaf.printed, other.printed, factor)
        worth = 6 + 6 * min(leaf.printed.telling, 4)
        if leaf.part in (Part.P, Part.TOTAL):
            worth //= 2
        if found is Difference.NONE:
            points += worth
        elif found is Difference.OTHER and leaf.number != other.number:
            points -= 6
        else:
            # A slip of the pen keeps the digits; that is weaker evidence than the very number.
            points += worth // 2
        key_equal = key_equal or (compared == 0 and found is Difference.NONE)
        compared += 1
    if left.leaves and right.leaves and not compared:
        points -= 20
    # The shape counts a little: both with an interval, both with counts.
    shape = 3 * len({x.part for x in left.leaves} & {x.part for x in right.leaves})
    shape -= 2 * len({x.part for x in left.leaves} ^ {x.part for x in right.leaves})
    if Kind.TEST is left.kind and left.relation != right.relation and not points > 0:
        # A slip changes the sign or the number; where both differ, there are two P values.
        shape -= 16
    if left.not_reached != right.not_reached:
        shape -= 12
    elif left.not_reached:
        shape, key_equal = shape + 12, True
    return min(points, _DIGITS_CAP) + shape, key_equal


def _what(left: Fact, right: Fact) -> int:
    if left.what is None or right.what is None:
        return 4 if left.what == right.what else 0
    if left.what == right.what:
        return 12
    if frozenset((left.what, right.what)) in _LOOSE or "OTHER" in (left.what, right.what):
        return 3
    return -6 if left.kind is Kind.SIZE else -14


def _unit(left: Fact, right: Fact) -> int:
    if left.unit == right.unit:
        return 8 if left.unit else 3
    if left.unit is None or right.unit is None:
        return -3
    return 4 if scale(left.unit, right.unit) else -8


def _grade(left: Fact, right: Fact) -> int:
    if left.grade is None and right.grade is None:
        return 0
    if left.grade is None or right.grade is None:
        return -6
    same = (left.grade.min, left.grade.max) == (right.grade.min, right.grade.max)
    return 10 if same else -18


def _flags(left: Fact, right: Fact) -> int:
    unlike = (left.change != right.change) + (left.within != right.within)
    return -6 * unlike - 14 * (left.interaction != right.interaction)
