"""Cohorts that a sentence counts one by one: '58 pregnant women and 66 nursing women', each named again later."""

from collections.abc import Iterable, Sequence

from extractor.entities import phrases
from extractor.entities.arms.entity import key_of
from extractor.entities.cohorts.name import CohortName
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span, cover

_NAME_PIECES = 8
_LEAST = 2
_PLAIN = frozenset(
    {"patient", "participant", "subject", "person", "case"}
    | {"man", "woman", "male_patient", "female_patient", "male", "female"}
)
"""Words for people that tell no part of a population from another by themselves, or only by sex."""


def counted(sentences: Sequence[Sentence], view: str, language: Language) -> list[CohortName]:
    """Names of people with a number each, two or more in one sentence, that the results speak of again."""
    found: list[CohortName] = []
    told = " ".join(s.span.of(view) for s in sentences if s.section == "results").lower()
    for sentence in sentences:
        if sentence.section not in ("methods", "results"):
            continue
        spans = list(_counted(sentence.pieces, language))
        again = [s for s in spans if _recurs(s.of(view), told, sentence, view)]
        names = [CohortName(s, key_of(s.of(view), language)) for s in again]
        if len({n.key for n in names}) >= _LEAST and len(names) == len(spans):
            found += names
    return found


def _counted(pieces: Sequence[Piece], language: Language) -> Iterable[Span]:
    for i, piece in enumerate(pieces):
        if not piece.is_a("people"):
            continue
        start = i
        while start > 0 and i - start < _NAME_PIECES and _modifies(pieces[start - 1]):
            start -= 1
        before = pieces[start - 1] if start else None
        behind = pieces[i + 1 : i + 3]
        by_front = not language.model.count_follows and before is not None and before.numeral is not None
        by_end = language.model.count_follows and _is_count(behind)
        plain = piece.code("people") in _PLAIN
        if (by_front or by_end) and (start < i or not plain):
            names = pieces[start:i] if plain and language.model.count_follows else pieces[start : i + 1]
            yield cover(p.span for p in names)


def _modifies(piece: Piece) -> bool:
    return piece.is_a("word") and not phrases.is_stop(piece)


def _is_count(behind: Sequence[Piece]) -> bool:
    return len(behind) > 1 and behind[0].numeral is not None and (behind[1].is_a("people") or behind[1].is_a("unit"))


def _recurs(text: str, told: str, sentence: Sentence, view: str) -> bool:
    own = sentence.span.of(view).lower().count(text.lower()) if sentence.section == "results" else 0
    return told.count(text.lower()) > own
