"""The scale on which the interval of a measure is symmetric, and where on it there is no effect."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from extractor.arithmetic.rounding import Box
from extractor.record.facts import Effect

_FLOOR: Final = Decimal("1e-9")
_HUNDRED: Final = Decimal(100)
_RATIOS: Final = frozenset(("HR", "OR", "RR", "IRR", "GMR"))
_DIFFERENCES: Final = frozenset(("RD", "MD", "SMD"))
_REDUCTIONS: Final = frozenset(("RRR", "VE"))


class Shape(Enum):
    """How a measure becomes additive."""

    LOG = "log"
    LINEAR = "linear"
    COMPLEMENT = "log of one minus the reduction"


@dataclass(frozen=True, slots=True)
class Scale:
    """A measure's additive scale, on which no effect is 0; `whole` is what stands for a ratio of one (1 or 100%)."""

    shape: Shape
    whole: Decimal = Decimal(1)

    @property
    def null(self) -> Decimal:
        """The printed value that means no effect."""
        return self.whole if self.shape is Shape.LOG else Decimal(0)

    def of(self, box: Box) -> Box | None:
        """The box on the scale; None where it lies wholly outside what the measure can be.

        >>> Scale(Shape.LOG).of(Box(Decimal(1), Decimal(1)))
        Box(low=Decimal('0'), high=Decimal('0'))
        """
        if self.shape is Shape.LINEAR:
            return box
        if self.shape is Shape.COMPLEMENT:
            box = Box(self.whole - box.high, self.whole - box.low)
        if box.high <= 0:
            return None
        return Box((max(box.low, _FLOOR) / self.whole).ln(), (box.high / self.whole).ln())


def scale_of(effect: Effect) -> Scale | None:
    """The scale of an effect's measure; None where the measure does not tell one (a coefficient, a number to treat)."""
    percent = effect.unit == "%"
    if effect.measure in _RATIOS:
        return Scale(Shape.LOG, _HUNDRED if percent else Decimal(1))
    if effect.measure in _DIFFERENCES:
        return Scale(Shape.LINEAR)
    if effect.measure in _REDUCTIONS:
        return Scale(Shape.COMPLEMENT, _HUNDRED if percent else Decimal(1))
    return None
