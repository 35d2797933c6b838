"""Cohorts: parts of the population that the abstract contrasts, by disease, site, age or stratum."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.entities import phrases
from extractor.entities.arms import key_of
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span

NAME_PIECES = 14


@dataclass(frozen=True, slots=True)
class CohortEntity:
    """A cohort: its full name, the part of the name that tells it from the others, and where it is named."""

    id: str
    name: str
    short: str
    spans: tuple[Span, ...]


def find_cohorts(
    sentences: Iterable[Sentence], view: str, language: Language, prefix: str
) -> tuple[CohortEntity, ...]:
    """Cohorts that contrast with one another: names that share their end and differ before it."""
    named: dict[frozenset[str], list[Span]] = {}
    for sentence in sentences:
        for name in _conditions(sentence.pieces, language):
            span = phrases.span_of(name)
            key = key_of(span.of(view), language)
            if len(span) >= 4 and key:
                named.setdefault(key, []).append(span)
    believed = {k: v for k, v in named.items() if len(v) > 1 and any(_contrast(k, o) for o in named if o != k)}
    believed = {k: v for k, v in believed.items() if any(_contrast(k, o) for o in believed if o != k)}
    if not 2 <= len(believed) <= 6:
        return ()
    texts = [spans[0].of(view) for spans in believed.values()]
    ordered = sorted(zip(texts, believed.values(), strict=True), key=lambda t: t[1][0])
    return tuple(
        CohortEntity(f"{prefix}.c{i}", text, _short(text, [t for t in texts if t != text]), tuple(spans))
        for i, (text, spans) in enumerate(ordered, 1)
    )


def _conditions(pieces: Sequence[Piece], language: Language) -> Iterable[tuple[Piece, ...]]:
    """What stands with people as their condition: behind `with` or before the word for patients, as the language has it."""
    for i, piece in enumerate(pieces):
        if language.model.qualifier_follows:
            if piece.is_a("with_condition") and i and _refers_to_people(pieces[i - 1]):
                name = phrases.after(pieces, i + 1, NAME_PIECES)
                if name:
                    yield name
        elif piece.is_a("people", "patient"):
            name = phrases.before(pieces, i, NAME_PIECES)
            if name:
                yield name


def _refers_to_people(piece: Piece) -> bool:
    return piece.is_a("people") or piece.is_a("article")


def _contrast(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names are built alike: at least half of the shorter is shared, and each has something of its own."""
    shared = one & other
    return len(shared) * 2 >= min(len(one), len(other)) and one != other and len(one ^ other) <= 4


def _short(text: str, others: Sequence[str]) -> str:
    """The beginning of the name that no other name's shared ending covers."""
    ending = 0
    for other in others:
        common = 0
        while common < min(len(text), len(other)) and text[-1 - common].lower() == other[-1 - common].lower():
            common += 1
        ending = max(ending, common)
    cut = len(text) - ending
    while 0 < cut < len(text) and text[cut - 1].isascii() and text[cut - 1].isalnum() and text[cut].isalnum():
        cut += 1
    return text[:cut].strip() or text
