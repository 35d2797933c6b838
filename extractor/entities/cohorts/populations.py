"""Populations told by more than being analysed: 'the PD-L1 positive population', not the safety or ITT population."""

from collections.abc import Iterable, Sequence

from extractor.entities.arms.entity import key_of
from extractor.entities.cohorts.name import CohortName
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import cover

_REACH = 9
_ENDS = ("comma", "semicolon", "colon", "stop", "open", "close", "having", "versus", "people", "arm_head")


def named_populations(sentences: Sequence[Sentence], view: str, language: Language) -> list[CohortName]:
    """Every population in the methods and results with a word of its own, if results speak of it."""
    found = [
        (s, CohortName(span, key_of(span.of(view), language)))
        for s in sentences
        if s.section in ("methods", "results")
        for span in (cover(p.span for p in name) for name in _populations(s.pieces))
    ]
    told = {n.key for s, n in found if s.section == "results"}
    return [n for _, n in found if n.key in told]


def _populations(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """What stands between a definite article and the word for a population, that word included."""
    for i, piece in enumerate(pieces):
        if not piece.is_a("people", "examined_population"):
            continue
        start = i
        while start > 0 and i - start < _REACH and not _ends(pieces[start - 1]):
            start -= 1
        led = start > 0 and pieces[start - 1].is_a("definite")
        if led and any(p.is_a("word") and not p.is_a("word", "cohort_stop") for p in pieces[start:i]):
            yield pieces[start : i + 1]


def _ends(piece: Piece) -> bool:
    verb = piece.is_a("copula") and not (piece.is_a("of") or piece.is_a("preposition"))
    return piece.is_a("definite") or verb or any(piece.is_a(k) for k in _ENDS)
