"""The words that a finding is about, on one line, with a mark under them."""

from rich.cells import cell_len

from extractor.spans import Span

ROOM = 36
"""Characters shown before and after the marked ones."""
LONGEST = 60
"""Marked characters shown at most."""
CUT = "…"


def marked(text: str, span: Span) -> tuple[str, str]:
    """The quote in its surroundings, and the line that marks it; wide characters count as two columns.

    >>> print(*marked("风险比为0.38（95% CI", Span(4, 8)), sep="|")
    风险比为0.38（95% CI|        ^^^^
    """
    start, end = max(span.start - ROOM, 0), min(span.end + ROOM, len(text))
    before = (CUT if start else "") + _flat(text[start : span.start])
    quote = _flat(span.of(text))
    if len(quote) > LONGEST:
        quote = quote[: LONGEST - 1] + CUT
    after = _flat(text[span.end : end]) + (CUT if end < len(text) else "")
    return before + quote + after, " " * cell_len(before) + "^" * max(cell_len(quote), 1)


def _flat(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
