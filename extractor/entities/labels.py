"""Abbreviations of measures that the abstract defines itself: 'treatment effect ratio (TER) = 1.5 … (TER = 1.2)'."""

from collections.abc import Sequence

import regex

from extractor.knowledge.lexicon import Sense
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence

_SHORT = regex.compile(r"[A-Z][A-Za-z]{0,4}[A-Z]")
_MEASURE = "measure"


def defined_measures(sentences: Sequence[Sentence], view: str) -> dict[str, Sense]:
    """The abbreviations in brackets behind a measure's name, with its sense.

    The letters must begin as the name does: 'difference (MCID)' defines something else.
    """
    found: dict[str, Sense] = {}
    for sentence in sentences:
        if not sentence.has(_MEASURE):
            continue
        row = sentence.pieces
        for name, opening, short, closing in zip(row, row[1:], row[2:], row[3:], strict=False):
            code = name.code(_MEASURE)
            if code is None or not opening.is_a("open") or not closing.is_a("close") or not short.is_a("word"):
                continue
            text, told = short.span.of(view), name.span.of(view)
            if _SHORT.fullmatch(text) and text[:1].lower() == told[:1].lower():
                found.setdefault(text, Sense(_MEASURE, code))
    return found


def with_measures(sentence: Sentence, view: str, defined: dict[str, Sense]) -> Sentence:
    """The sentence with each defined abbreviation as the name of its measure."""
    if not defined:
        return sentence
    return sentence.with_pieces([_named(piece, view, defined) for piece in sentence.pieces])


def _named(piece: Piece, view: str, defined: dict[str, Sense]) -> Piece:
    sense = defined.get(piece.span.of(view)) if piece.is_a("word") else None
    return piece if sense is None else Piece(piece.span, (sense,))
