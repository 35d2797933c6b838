"""The words that a finding is about, on one line, with a mark under them."""

from collections.abc import Iterable

from rich.cells import cell_len

from extractor.spans import Span

ROOM = 36
"""Columns shown before and after the marked words."""
LONGEST = 60
"""Marked columns shown at most."""
CUT = "…"


def marked(text: str, span: Span) -> tuple[str, str]:
    """The quote in its surroundings, and the line that marks it; a wide character takes two columns.

    >>> print(*marked("风险比为0.38（95% CI", Span(4, 8)), sep="|")
    风险比为0.38（95% CI|        ^^^^
    """
    before = _fitting(reversed(text[: span.start]), ROOM)[::-1]
    quote = _fitting(span.of(text), LONGEST)
    after = _fitting(text[span.end :], ROOM)
    lead = (CUT if len(before) < span.start else "") + before
    shown = quote + (CUT if len(quote) < len(span) else "")
    tail = after + (CUT if span.end + len(after) < len(text) else "")
    return lead + shown + tail, " " * cell_len(lead) + "^" * max(cell_len(shown), 1)


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
