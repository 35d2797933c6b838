"""Units that measure the same thing: what one is worth in the other."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import regex


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its dimension, its worth in the smallest unit of that, the family it converts in exactly."""

    dimension: str
    worth: Decimal
    family: str


@dataclass(frozen=True, slots=True)
class Scale:
    """What a number of the right is multiplied by to be in the left's unit."""

    factor: Decimal
    approximate: bool = False
    tolerance: Decimal = Decimal("0.02")


_TIME_BASES: Final = ("_year", "_month", "_week", "_day")
_PER: Final = regex.compile(r"1/\(?(?P<number>10+)(?P<base>[^)]*)\)?$")
SAME_UNIT: Final = Scale(Decimal(1))


def _family(dimension: str, *units: tuple[str, str]) -> tuple[tuple[str, Unit], ...]:
    return tuple((name, Unit(dimension.partition(":")[0], Decimal(worth), dimension)) for name, worth in units)


# Months and years are exact among themselves, as are the units up to weeks; between the two families a
# conversion is by the mean length of a month, so 52 weeks pass for one year.
_UNITS: Final = dict(
    (
        *_family("time:clock", ("second", "1"), ("minute", "60"), ("hour", "3600")),
        *_family("time:clock", ("day", "86400"), ("week", "604800")),
        *_family("time:calendar", ("month", "2629800"), ("year", "31557600"), ("year_of_age", "31557600")),
        *_family("time:calendar", ("month_of_age", "2629800"), ("decade", "315576000")),
        *_family("time:clock", ("week_of_age", "604800"), ("day_of_age", "86400"), ("night", "86400")),
        *_family("mass", ("μg", "1"), ("µg", "1"), ("ug", "1"), ("mcg", "1"), ("mg", "1e3"), ("g", "1e6")),
        *_family("mass", ("kg", "1e9")),
        *_family("length", ("μm", "1"), ("um", "1"), ("mm", "1e3"), ("cm", "1e4"), ("m", "1e6")),
        *_family("volume", ("μL", "1"), ("uL", "1"), ("mL", "1e3"), ("ml", "1e3"), ("dL", "1e5"), ("L", "1e6")),
        *_family("density", ("mg/L", "1"), ("mg/dL", "10"), ("g/L", "1000"), ("g/dL", "10000"), ("μg/mL", "1")),
        *_family("amount", ("μmol/L", "1"), ("umol/L", "1"), ("mmol/L", "1000")),
        *_family("frequency", ("1/minute", "1"), ("beats/min", "1"), ("breaths/min", "1")),
        *_family("pressure", ("mmHg", "1333.22"), ("kPa", "10000"), ("cmH2O", "980.665")),
        *_family("share", ("‰", "1"), ("%", "10")),
        *_family("points", ("percentage_point", "1"), ("percentage point", "1"), ("percentage points", "1")),
        *_family("points", ("pp", "1")),
    )
)


def scale(left: str | None, right: str | None) -> Scale | None:
    """The factor between two units, or None where they measure different things.

    A unit that one side does not give is taken to be the other's.

    >>> scale("month", "year").factor
    Decimal('12')
    """
    if left is None or right is None or _bare(left) == _bare(right):
        return SAME_UNIT
    a, b = _unit(left), _unit(right)
    # A difference of two percentages is printed with either unit.
    if {a.dimension if a else left, b.dimension if b else right} == {"points", "share"} and "%" in (
        left,
        right,
    ):
        return SAME_UNIT
    if a is None or b is None or a.dimension != b.dimension:
        return None
    return Scale((b.worth / a.worth).normalize(), approximate=a.family != b.family)


def is_measure(code: str) -> bool:
    """Whether the unit measures something; people, sessions and eyes are only counted."""
    return _unit(code) is not None


def _unit(code: str) -> Unit | None:
    """What is known of a unit; `1/(1000 live_birth)` is a share like per mille, `1/(100 person_year)` a rate."""
    share = _PER.match(code)
    if share is None:
        return _UNITS.get(code)
    dimension = "rate" if share["base"].endswith(_TIME_BASES) else "share"
    return Unit(dimension, Decimal(1000) / Decimal(share["number"]), dimension)


def _bare(unit: str) -> str:
    return "".join(unit.split())
