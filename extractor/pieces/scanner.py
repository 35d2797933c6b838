"""Cuts a sentence into pieces: at each place the longest of what the lexicon and the numerals can read."""

from functools import cache

import regex

from extractor.knowledge import Language
from extractor.knowledge.lexicon import Sense, TermMatch
from extractor.numerals import Numeral, scanner
from extractor.pieces.piece import Piece
from extractor.spans import Span

_SPACE = regex.compile(r"\s*+")
_NAME = regex.compile(r"[A-Za-z][A-Za-z']*+(?:[-/.]?\d++[A-Za-z]*+)++|\d++-?(?:st|nd|rd|th)\b|[A-Z]{1,4}&[A-Z]{1,4}\b")
_INERT = "inert"
_NAMING = frozenset({"drug", "outcome", "adverse_event", "people"})
"""What an inert term may still name: it hides numerals and cues, not things."""


@cache
def _word_sense(kind: str) -> tuple[Sense, ...]:
    return (Sense(kind, ""),)


def scan_pieces(view: str, span: Span, language: Language) -> list[Piece]:
    """The pieces of `view` within `span`, in order; white space belongs to none.

    A name that mixes letters and digits (CD4, IL-6, beta-1a) is one word, unless the letters are a term of the
    lexicon that a figure may be glued to (`CI0.64`, `P0.05`).
    """
    pieces: list[Piece] = []
    position = span.start
    numerals = scanner(language)
    while True:
        gap = _SPACE.match(view, position, span.end)
        position = gap.end() if gap else position
        if position >= span.end:
            return pieces
        piece = _read(view, position, language, numerals.match, pieces[-1] if pieces else None)
        pieces.append(piece)
        position = piece.span.end


def _read(view: str, position: int, language: Language, numeral_at: object, before: Piece | None) -> Piece:
    term = language.lexicon.match(view, position)
    glued = before is not None and before.span.end == position and before.numeral is None and not before.is_a("word")
    number: Numeral | None = scanner(language).match(view, position, glued=glued)
    if number is not None and (term is None or number.span.end > term.end):
        return _numeral_piece(number)
    name = _NAME.match(view, position)
    if name and (term is None or (term.end < name.end() and not _glues(view, term, name.end()))):
        return Piece(Span(position, name.end()), _word_sense("word"))
    if term is not None:
        senses = tuple(s for s in term.senses if s.lexicon in _NAMING) if _is_inert(term) else term.senses
        return Piece(Span(position, term.end), senses or _word_sense("word"))
    if view[position] == "-":
        return Piece(Span(position, position + 1), _word_sense("dash"))
    word = language.word.match(view, position)
    return Piece(Span(position, word.end() if word else position + 1), _word_sense("word"))


def _is_inert(term: TermMatch) -> bool:
    return any(s.lexicon == _INERT for s in term.senses)


def _glues(view: str, term: TermMatch, name_end: int) -> bool:
    """Whether the digits behind a term are a figure of its own: `CI0.64`, but not the 4 of `CD4`."""
    rest = view[term.end : name_end]
    labels = {"interval_word", "measure", "p_mark", "size_mark", "percent", "test_name", "spread_word", "time_word"}
    return rest[:1].isdigit() and any(s.lexicon in labels for s in term.senses)


def _numeral_piece(number: Numeral) -> Piece:
    shape = "word" if number.form != "digits" else "decimal" if number.decimals else "integer"
    return Piece(number.span, (Sense("number", shape),), numeral=number)
