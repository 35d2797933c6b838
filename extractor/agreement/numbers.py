"""How two printed numbers differ: not at all, by rounding, by sign, by a power of ten, or otherwise."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from extractor.agreement.units import SAME_UNIT, Scale
from extractor.record.precision import last_digit

_ONE = Decimal(1)


class Difference(Enum):
    """What lies between two numbers that should be the same."""

    NONE = "none"
    ROUNDING = "rounding"
    SIGN = "sign"
    MAGNITUDE = "magnitude"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Printed:
    """A number with the way it is printed; what a comparison asks of it again and again is worked out once."""

    number: Decimal
    text: str
    fine: Decimal = field(init=False, compare=False, repr=False)
    digits: tuple[int, ...] = field(init=False, compare=False, repr=False)
    telling: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fine", last_digit(self.number, self.text))
        object.__setattr__(self, "digits", _digits(self.number))
        object.__setattr__(self, "telling", telling_digits(self.number))


def _digits(number: Decimal) -> tuple[int, ...]:
    """The digits without the zeros at the end."""
    return number.normalize().as_tuple().digits


def telling_digits(number: Decimal) -> int:
    """How much a number tells by itself, in digits: 1 for 5 and 60, 3 for 0.385 and 88000."""
    return max(len(_digits(number)), min(number.adjusted(), 3), 1)


def one_digit_off(ours: Decimal, theirs: Decimal) -> bool:
    """Whether one digit of several is another: as a slip leaves it, and two sizes of one group seldom are."""
    a, b = str(ours), str(theirs)
    return len(a) == len(b) > 1 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def difference(left: Printed, right: Printed, scale: Scale = SAME_UNIT) -> Difference:
    """How `right`, brought to the left's unit by `scale`, differs from `left`.

    >>> difference(Printed(Decimal("8.4"), "8.4"), Printed(Decimal("84"), "84"))
    <Difference.MAGNITUDE: 'magnitude'>
    """
    same = scale.factor == _ONE
    a, b = left.number, right.number if same else right.number * scale.factor
    if a == b:
        return Difference.NONE
    if scale.approximate and abs(a - b) <= max(abs(a), abs(b)) * scale.tolerance:
        return Difference.NONE
    fine_a, fine_b = left.fine, right.fine * scale.factor
    if fine_a != fine_b and abs(a - b) <= max(fine_a, fine_b) / 2:
        return Difference.ROUNDING
    if a == -b:
        return Difference.SIGN
    if a and a.is_signed() == b.is_signed() and left.digits == (right.digits if same else _digits(b)):
        return Difference.MAGNITUDE
    return Difference.OTHER
