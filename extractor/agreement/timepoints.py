"""Whether two timepoints are the same moment."""

from enum import Enum

from extractor.agreement.numbers import Difference, Printed, difference
from extractor.agreement.units import SAME_UNIT, scale
from extractor.record.base import Timepoint


class TimeRelation(Enum):
    """How the timepoint of one fact relates to the other's."""

    SAME = "same"
    NEAR = "near"
    UNKNOWN = "unknown"
    NEITHER = "neither"
    DIFFERENT = "different"


def time_relation(left: Timepoint | None, right: Timepoint | None) -> TimeRelation:
    """Whether two timepoints are the same; 12 months and 1 year are, 12 weeks and 3 months are near."""
    if left is None or right is None:
        return TimeRelation.NEITHER if left is right else TimeRelation.UNKNOWN
    if left.value is None or right.value is None:
        return TimeRelation.NEITHER if left.value == right.value else TimeRelation.UNKNOWN
    conversion = scale(left.unit, right.unit)
    if conversion is None:
        return TimeRelation.DIFFERENT
    a, b = Printed(left.value, left.text), Printed(right.value, right.text)
    if difference(a, b, conversion) is Difference.NONE:
        return TimeRelation.SAME
    if conversion is not SAME_UNIT and conversion.approximate:
        other = right.value * conversion.factor
        if abs(left.value - other) <= max(left.value, other) / 10:
            return TimeRelation.NEAR
    return TimeRelation.DIFFERENT
