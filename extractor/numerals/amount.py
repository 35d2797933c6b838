"""What number words come to, on the way to a numeral."""

from dataclasses import dataclass
from decimal import Decimal

from extractor.numerals.numeral import Form


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with the end of what was read; `words` counts its words, `step` is its last printed place."""

    end: int
    value: Decimal
    step: Decimal = Decimal(1)
    words: int = 0
    form: Form = "words"
