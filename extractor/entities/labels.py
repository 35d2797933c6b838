"""Names of measures that the text makes such, or that are none where they stand: 'effect ratio (TER)', 风险比A组低."""

from collections.abc import Sequence

import regex

from extractor.knowledge import Language
from extractor.knowledge.lexicon import Sense
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span

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


def with_contrasts(sentence: Sentence, view: str, language: Language) -> Sentence:
    """The sentence with a measure cut in two that ends in the word for `than` before an arm: 风险比安慰剂组低5%."""
    out: list[Piece] = []
    for piece, following in zip(sentence.pieces, (*sentence.pieces[1:], None), strict=True):
        led = piece.is_a(_MEASURE) and following is not None and following.is_a("arm")
        out += (_cut(piece, view, language) if led else ()) or (piece,)
    return sentence.with_pieces(out)


def _cut(piece: Piece, view: str, language: Language) -> tuple[Piece, Piece] | None:
    """The term for a risk that the name begins with and the contrast that it ends in, if it does."""
    start, end = piece.span.start, piece.span.end
    for at in range(start + 1, end):
        risk = language.lexicon.match(view[:at], start)
        contrast = language.lexicon.match(view[:end], at)
        if risk is None or contrast is None or risk.end != at or contrast.end != end:
            continue
        if any(s.lexicon == "risk_noun" for s in risk.senses) and any(s.lexicon == "versus" for s in contrast.senses):
            return Piece(Span(start, at), risk.senses), Piece(Span(at, end), contrast.senses)
    return None
