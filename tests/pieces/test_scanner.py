"""Names that begin like a unit: which words with a hyphen are one piece, also where nothing follows them."""

import pytest

from extractor.knowledge import language
from extractor.pieces import scan_pieces
from extractor.spans import Span
from extractor.text.view import view

NAMES = [
    ("the M-VEC scheme", ["the", "M-VEC", "scheme"]),
    ("given M-VEC", ["given", "M-VEC"]),
    ("given rAd-q7", ["given", "rAd-q7"]),
    ("high D-DIMER", ["high", "D-DIMER"]),
    ("a mutation T1762/A1764", ["a", "mutation", "T1762", "/", "A1764"]),
    # near misses: a unit to the power of minus one, and one before a word without digits
    ("12 d-1 of it", ["12", "d-1", "of", "it"]),
    ("a 4 d-old rash", ["a", "4", "d", "-", "old", "rash"]),
]


@pytest.mark.parametrize(("text", "wanted"), NAMES)
def test_names_with_hyphens(text: str, wanted: list[str]) -> None:
    """A name that begins like a unit is one piece, at the very end of a text too."""
    known = language("en")
    seen = view(text, known)
    pieces = scan_pieces(seen, Span(0, len(seen)), known)
    assert [p.span.of(seen) for p in pieces] == wanted
