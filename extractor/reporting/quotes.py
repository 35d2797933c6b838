"""The words that a finding is about, on one line between the words around them."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len

from extractor.spans import Span

ROOM = 36
"""Columns shown before and after the marked words."""
LONGEST = 60
"""Marked columns shown at most."""
CUT = "…"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in their surroundings, on one line."""

    before: str
    words: str
    after: str

    @property
    def line(self) -> str:
        """All of it."""
        return self.before + self.words + self.after

    @property
    def mark(self) -> str:
        """The line that marks the words when it stands below; a wide character takes two columns.

        >>> Quote("风险比为", "0.38", "（95% CI").mark
        '        ^^^^'
        """
        return " " * cell_len(self.before) + "^" * max(cell_len(self.words), 1)


def quote(text: str, span: Span) -> Quote:
    """The words at a place of a text, cut to what fits on a line."""
    before = _fitting(reversed(text[: span.start]), ROOM)[::-1]
    words = _fitting(span.of(text), LONGEST)
    after = _fitting(text[span.end :], ROOM)
    return Quote(
        (CUT if len(before) < span.start else "") + before,
        words + (CUT if len(words) < len(span) else ""),
        after + (CUT if span.end + len(after) < len(text) else ""),
    )


def _fitting(characters: Iterable[str], room: int) -> str:
    """As many characters as fit, on one line."""
    kept: list[str] = []
    used = 0
    for character in characters:
        shown = character if character.isprintable() else " "
        used += cell_len(shown)
        if used > room:
            break
        kept.append(shown)
    return "".join(kept)
