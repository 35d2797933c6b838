"""A number as a text writes it: where, how much, how finely, and in what manner."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extractor.spans import Span

Form = Literal["digits", "words", "mixed", "fraction"]
"""How a number is written: in figures, in words, in both (1.9 million), as a fraction in words."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with its place.

    `decimals` counts the places of the value behind the point; `step` is what one more in the last printed
    place would add (0.01 for 0.38, 100000 for 1.9 million, 0 where nothing was rounded: a fraction in words).
    `power` is the exponent where the number is printed with a power of ten; `unit` the code of a unit that
    the number words hold; a fraction in words is not `exact`.
    """

    span: Span
    value: Decimal
    decimals: int
    form: Form
    step: Decimal = Decimal(1)
    power: int | None = None
    unit: str | None = None
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from some position: its end, and the number, or None to pass over the whole."""

    end: int
    numeral: Numeral | None


def plain(value: Decimal) -> Decimal:
    """The same value with no exponent above zero: 1900000, not 1.9E+6."""
    return Decimal(f"{value:f}")


def to_step(value: Decimal, step: Decimal) -> Decimal:
    """The same value with no more places behind the point than `step` has: 1900000, not 1900000.0."""
    return plain(value.quantize(min(step.normalize(), Decimal(1))))


def places(value: Decimal) -> int:
    """How many places a value has behind the point."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
