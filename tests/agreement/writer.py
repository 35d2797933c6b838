"""A text written number by number, each changeable by its key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from extractor.agreement import digits_in
from extractor.record.base import Interval, PValue, Reported, Timepoint

Relation = Literal["=", "<", ">", "<=", ">="]


@dataclass(slots=True)
class Writer:
    """Writes a text number by number and remembers where each stands."""

    changes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    def word(self, key: str, printed: str) -> tuple[int, int]:
        """Write something and remember its place."""
        printed = self.changes.get(key, printed)
        self.text += "; "
        start = len(self.text)
        self.text += printed
        self.places[key] = (start, len(self.text))
        return self.places[key]

    def number(self, key: str, printed: str) -> Reported:
        """Write a number."""
        span = self.word(key, printed)
        text = self.text[slice(*span)]
        return Reported(value=value_of(text), text=text, span=span)

    def time(self, key: str, value: str, unit: str) -> Timepoint:
        """Write a timepoint."""
        span = self.word(key, value)
        text = self.text[slice(*span)]
        unit = self.changes.get(f"{key}.unit", unit)
        return Timepoint(text=f"{text} {unit}", value=value_of(text), unit=unit, span=span)

    def interval(self, key: str, low: str, high: str) -> Interval:
        """Write a level and two bounds."""
        level = self.number(f"{key}.level", "95").value / 100
        return Interval(low=self.number(f"{key}.low", low), high=self.number(f"{key}.high", high), level=level)

    def p(self, key: str, relation: Relation, number: str) -> PValue:
        """Write a P value; its relation can be changed under `<key>.relation`."""
        return PValue.model_validate(
            {
                "relation": self.changes.get(f"{key}.relation", relation),
                "value": self.number(f"{key}.p", number),
            }
        )


def value_of(text: str) -> Decimal:
    """The number in a printed text, 万 multiplied out."""
    number = digits_in(text)[0][0]
    return number * 10000 if text.endswith("万") else number
