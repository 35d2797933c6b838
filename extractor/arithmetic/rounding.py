"""A printed number as what it may stand for: the interval of all values that are printed so."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from extractor.record.base import Reported
from extractor.record.precision import last_digit

_TWICE: Final = Decimal("0.55")


@dataclass(frozen=True, slots=True)
class Box:
    """All values between `low` and `high`, both included."""

    low: Decimal
    high: Decimal

    def holds(self, value: Decimal) -> bool:
        """Whether `value` is among them."""
        return self.low <= value <= self.high

    def surrounds(self, value: Decimal) -> bool:
        """Whether `value` is among them and neither end."""
        return self.low < value < self.high

    def meets(self, other: "Box") -> bool:
        """Whether the two share a value."""
        return self.low <= other.high and other.low <= self.high

    def joined(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(min(self.low, other.low), max(self.high, other.high))

    @property
    def middle(self) -> Decimal:
        """The value half-way."""
        return (self.low + self.high) / 2


def rounded(number: Reported) -> Box:
    """What the number may have been before it was rounded, a half up or to even: '0.050' is 0.0495 to 0.0505.

    >>> rounded(Reported(value=Decimal("0.050"), text="0.050", span=(0, 5)))
    Box(low=Decimal('0.0495'), high=Decimal('0.0505'))
    """
    half = last_digit(number.value, number.text) / 2
    return Box(number.value - half, number.value + half)


def shortened(number: Reported) -> Box:
    """What the number may have been before it was rounded, rounded twice or cut: '92.5' is 92.445 to 92.6.

    Cutting digits off is no rounding, but common; so is rounding 92.446 to 92.45 and that to 92.5.
    """
    worth = last_digit(number.value, number.text)
    twice = worth * _TWICE
    if number.value < 0:
        return Box(number.value - worth, number.value + twice)
    return Box(number.value - twice, number.value + worth)


def brought(number: Reported) -> Box:
    """All values that lie less than one last digit away: whatever rule of rounding, up or down, was used."""
    worth = last_digit(number.value, number.text)
    return Box(number.value - worth, number.value + worth)
