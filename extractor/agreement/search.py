"""Numbers in a raw text: where a value stands, whatever its notation."""

import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeAlias

from extractor.spans import Span

NumbersIn: TypeAlias = Callable[[str], list[tuple[Decimal, tuple[int, int]]]]
"""Reads every number of a text: its value and its place."""

_DIGITS: Final = re.compile(r"(?:(?<![\d\w)）])[-−–－])?\d+(?:[,，]\d{3})*(?:[.．·]\d+)?|(?<!\d)[.·]\d+")
_PLAIN: Final = str.maketrans({",": "", "，": "", "．": ".", "·": ".", "−": "-", "–": "-", "－": "-"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A number where it stands in a text."""

    number: Decimal
    span: Span


@dataclass(frozen=True, slots=True)
class Numbers:
    """All numbers of one text."""

    standing: tuple[Standing, ...]
    places: dict[Decimal, tuple[Span, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        places: dict[Decimal, list[Span]] = {}
        for s in self.standing:
            places.setdefault(abs(s.number), []).append(s.span)
        object.__setattr__(self, "places", {number: tuple(spans) for number, spans in places.items()})

    def of(self, number: Decimal) -> tuple[Span, ...]:
        """Every place of this value; the sign may be told by words ('fell by 3'), so it does not count."""
        return self.places.get(abs(number), ())

    def nearest(self, numbers: Iterable[Decimal], anchor: Span) -> Span | None:
        """The place of one of `numbers` that stands last before `anchor`, else next after it."""
        places = sorted(span for number in numbers for span in self.of(number))
        before = [span for span in places if span.start < anchor.start]
        return before[-1] if before else places[0] if places else None

    def run(self, numbers: tuple[Decimal, ...], gap: int = 4) -> tuple[Span, ...]:
        """The places of `numbers` where they stand one after the other, as in a ratio; empty if nowhere."""
        for start in range(len(self.standing) - len(numbers) + 1):
            found = self.standing[start : start + len(numbers)]
            close = all(a.span.gap(b.span) <= gap for a, b in itertools.pairwise(found))
            if close and all(abs(s.number) == n for s, n in zip(found, numbers, strict=True)):
                return tuple(s.span for s in found)
        return ()


def digits_in(text: str) -> list[tuple[Decimal, tuple[int, int]]]:
    """The numbers that are written in digits, ASCII or full width."""
    return [(Decimal(m.group().translate(_PLAIN)), m.span()) for m in _DIGITS.finditer(text)]


def numbers_of(text: str, numbers_in: NumbersIn) -> Numbers:
    """The numbers of `text` as `numbers_in` reads them, in text order."""
    read = (Standing(number, Span(*span)) for number, span in numbers_in(text))
    return Numbers(tuple(sorted(read, key=lambda s: s.span)))
