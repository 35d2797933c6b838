"""Where something stands in a text: half-open `[start, end)` in Unicode code points, and the only arithmetic on it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one text.

    >>> Span(3, 7).of("at 0.38 now")
    '0.38'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def gap(self, other: "Span") -> int:
        """Characters between the two; 0 where they touch or overlap."""
        return max(other.start - self.end, self.start - other.end, 0)


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span around all of `spans`, of which there must be one at least."""
    listed = list(spans)
    return Span(min(s.start for s in listed), max(s.end for s in listed))


def longest_first(items: Iterable[T], span_of: Callable[[T], Span]) -> list[T]:
    """`items` without overlaps, in text order: the longer wins, of equals the earlier."""
    kept: list[T] = []
    for item in sorted(items, key=lambda i: (-len(span_of(i)), span_of(i).start)):
        if not any(span_of(item).overlaps(span_of(other)) for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda i: span_of(i).start)
