"""Cohorts of which sentences speak in turn: 'Patients with A were …' and later 'Patients with B were …'."""

from collections.abc import Iterable, Sequence

from extractor.entities import phrases
from extractor.entities.arms.entity import key_of
from extractor.entities.cohorts.name import CohortName
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import cover

_NAME_PIECES = 5
_LEAST = 2
_FRONT = 2


def spoken_of(sentences: Sequence[Sentence], view: str, language: Language) -> list[CohortName]:
    """Conditions of the people with which sentences of the results begin, where there are two or more of them."""
    read = _after_people if language.model.qualifier_follows else _before_people
    found: list[CohortName] = []
    for sentence in sentences:
        if sentence.section != "results" or not any(p.numeral is not None for p in sentence.pieces):
            continue
        for name in read(sentence.pieces):
            span = cover(p.span for p in name)
            if len(name) <= _NAME_PIECES and len(span) > 1 and not any(_is_no_condition(p) for p in name):
                found.append(CohortName(span, key_of(span.of(view), language)))
    return found if len({n.key for n in found}) >= _LEAST else []


def _is_no_condition(piece: Piece) -> bool:
    kinds = ("drug", "arm_role", "by", "preposition")
    return any(piece.is_a(k) for k in kinds) or piece.is_a("word", "cohort_stop")


def _after_people(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """Article, people, the word for `with`, condition, verb."""
    people = next((i for i, p in enumerate(pieces[:_FRONT]) if p.is_a("people")), None)
    if people is None or people + 1 >= len(pieces) or not pieces[people + 1].is_a("with_condition"):
        return
    if people and not pieces[0].is_a("article"):
        return
    name = phrases.after(pieces, people + 2, _NAME_PIECES + 1)
    end = people + 2 + len(name)
    if name and end < len(pieces) and (pieces[end].is_a("copula") or pieces[end].is_a("having")):
        yield name


def _before_people(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """Condition and people at the front of the sentence."""
    people = next((i for i, p in enumerate(pieces[: _NAME_PIECES + 1]) if p.is_a("people")), None)
    if people and not any(phrases.is_stop(p) for p in pieces[:people]):
        yield pieces[:people]
