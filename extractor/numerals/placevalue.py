"""The value of number words in a row: digits, multipliers inside a group, scales that close a group."""

from collections.abc import Set as AbstractSet
from decimal import Decimal

from extractor.numerals.words import Word

_NONE = Decimal("Infinity")
_TEN = Decimal(10)


class PlaceValue:
    """Takes number words one by one, as long as they still make one number.

    `bare` are the multipliers that need nothing before them; `own` the values that have a word of their own,
    and so are not put together of two; `elides` lets a last digit count the place below the multiplier
    before it.
    """

    def __init__(self, bare: AbstractSet[Decimal], own: AbstractSet[Decimal], *, elides: bool) -> None:
        self._bare = bare
        self._own = own
        self._elides = elides
        self._total = Decimal(0)
        self._group = Decimal(0)
        self._digit: Decimal | None = None
        self._literal = False
        self._joined = False
        self._zero = False
        self._multiplier = _NONE
        self._scale = _NONE

    @property
    def complete(self) -> bool:
        """Whether the words so far are a number: not after a joiner."""
        return not self._joined

    @property
    def last_unit(self) -> Decimal:
        """What the multiplier or scale is worth that stands last; infinite before the first."""
        return self._multiplier if self._group else self._scale

    @property
    def value(self) -> Decimal:
        """The number that the words so far make."""
        digit = self._digit or Decimal(0)
        elided = self._elides and not self._zero and not self._literal and self.last_unit != _NONE
        if elided and digit < _TEN < self.last_unit:
            digit = digit * self.last_unit / _TEN
        return self._total + self._group + digit

    def take(self, word: Word) -> bool:
        """Adds a word; False where it does not continue the number, which then stays as it was."""
        if word.joins and self._digit is None and self.last_unit != _NONE:
            return self._join(zero=word.kind == "digit")
        if word.kind == "digit":
            return self._take_digit(word.value)
        if word.kind == "multiplier":
            return self._take_multiplier(word.value)
        return word.kind == "scale" and self._take_scale(word.value)

    def take_literal(self, value: Decimal) -> bool:
        """Adds a number in figures: as the first, or below the multiplier or scale that stands last."""
        if self._digit is not None or self._joined or not value < self.last_unit:
            return False
        self._digit, self._literal = value, True
        return True

    def _join(self, *, zero: bool) -> bool:
        if self._joined:
            return False
        self._joined, self._zero = True, zero
        return True

    def _take_digit(self, value: Decimal) -> bool:
        before = self._digit
        if before is None:
            fits = value < self.last_unit and (value > 0 or self.last_unit == _NONE)
        else:
            fits = not self._literal and self._combines(before, value)
            value += before
        if fits:
            self._digit, self._joined = value, False
        return fits

    def _combines(self, tens: Decimal, ones: Decimal) -> bool:
        return tens > 0 and tens % _TEN == 0 and 0 < ones < _TEN and tens + ones not in self._own

    def _take_multiplier(self, value: Decimal) -> bool:
        times = self._digit
        if times is None and value in self._bare:
            times = Decimal(1)
        if not times or not value < self.last_unit:
            return False
        self._group += times * value
        self._multiplier = value
        self._reset()
        return True

    def _take_scale(self, value: Decimal) -> bool:
        group = self._group + (self._digit or Decimal(0))
        if group:
            fits = value < self._scale
            self._total += group * value if fits else 0
        elif self._total and not self._joined:
            fits = value > self._scale
            self._total *= value if fits else 1
        else:
            fits = value in self._bare and self._digit is None
            self._total = value if fits else self._total
        if fits:
            self._group, self._multiplier, self._scale = Decimal(0), _NONE, value
            self._reset()
        return fits

    def _reset(self) -> None:
        self._digit, self._literal, self._joined, self._zero = None, False, False, False
