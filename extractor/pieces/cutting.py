"""The sentences of an abstract as rows of pieces, none of them longer than the steps can bear."""

from collections.abc import Iterable, Iterator, Sequence

from extractor.knowledge import Language
from extractor.pieces.piece import Piece
from extractor.pieces.scanner import scan_pieces
from extractor.pieces.sentence import Sentence
from extractor.spans import Span, cover
from extractor.text.sections import Section
from extractor.text.sentences import sentences_in

LONGEST = 600
"""Pieces of a row at most. No real sentence is longer; what is, is no sentence, and is read in portions, so that the
time grows with the text and not with its square."""


def cut_sentences(sections: Iterable[Section], view: str, raw: str, language: Language) -> list[Sentence]:
    """The sentences of all sections in order, numbered through."""
    portions = (
        (section.kind, part, row)
        for section in sections
        for span in sentences_in(view, section.span, language)
        for part, row in _portions(span, scan_pieces(view, span, language, raw))
    )
    return [Sentence(i, span, kind, row) for i, (kind, span, row) in enumerate(portions)]


def _portions(span: Span, pieces: Sequence[Piece]) -> Iterator[tuple[Span, tuple[Piece, ...]]]:
    """The sentence whole, or in portions with their own spans."""
    if len(pieces) <= LONGEST:
        yield span, tuple(pieces)
        return
    for start in range(0, len(pieces), LONGEST):
        row = tuple(pieces[start : start + LONGEST])
        yield cover(piece.span for piece in row), row
