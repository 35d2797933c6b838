"""Cohorts that contrast: conditions of people that are built alike and come again."""

from collections.abc import Iterable, Sequence

from extractor.entities import phrases
from extractor.entities.arms.entity import key_of
from extractor.entities.cohorts.name import CohortName
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span, cover

NAME_PIECES = 14
_MOST = 6
_LEAST_LENGTH = 4
_MOST_APART = 4


def contrasted(sentences: Iterable[Sentence], view: str, language: Language) -> list[CohortName]:
    """Conditions named more than once that differ by a little: with and without, one site and another."""
    named: dict[frozenset[str], list[Span]] = {}
    paired: set[frozenset[str]] = set()
    for sentence in sentences:
        here: list[frozenset[str]] = []
        for span, counted in conditions(sentence.pieces, view, language):
            key = key_of(span.of(view), language)
            if len(span) >= _LEAST_LENGTH and key:
                named.setdefault(key, []).append(span)
                here += [key] if counted else []
        paired |= {k for k in here if any(contrast(k, o) for o in here)}
    believed = {k: v for k, v in named.items() if len(v) > 1 or k in paired}
    believed = {k: v for k, v in believed.items() if any(contrast(k, o) for o in believed)}
    if not 2 <= len(believed) <= _MOST:
        return []
    texts = {k: spans[0].of(view) for k, spans in believed.items()}
    return [
        CohortName(span, key, (_short(texts[key], [t for k, t in texts.items() if k != key]),))
        for key, spans in believed.items()
        for span in spans
    ]


def conditions(pieces: Sequence[Piece], view: str, language: Language) -> Iterable[tuple[Span, bool]]:
    """What stands with people as their condition, and whether a number of them is printed with it."""
    for i, piece in enumerate(pieces):
        if language.model.qualifier_follows:
            if piece.is_a("with_condition") and i and (pieces[i - 1].is_a("people") or pieces[i - 1].is_a("article")):
                name = phrases.after(pieces, i + 1, NAME_PIECES)
                if name:
                    named = (piece, *name) if piece.is_a("negation") else name
                    yield phrases.span_of(named), any(p.numeral is not None for p in pieces[max(0, i - 3) : i])
        elif piece.is_a("people"):
            start = _name_start(pieces, i)
            own = _own_condition(piece, view, language)
            if start < i or own is not None:
                span = cover([*(p.span for p in pieces[start:i]), *([own] if own else [])])
                yield span, any(p.numeral is not None for p in pieces[max(0, start - 2) : start])


def _name_start(pieces: Sequence[Piece], end: int) -> int:
    start = end
    while start > 0 and end - start < NAME_PIECES:
        before = pieces[start - 1]
        stop = phrases.is_stop(before) and not before.is_a("label_noun")
        if stop or before.is_a("cohort_head") or (before.is_a("dash") and not _is_glued(pieces, start - 1)):
            break
        start -= 1
    return start


def _is_glued(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the dash is part of the word before it: HER2-."""
    return at > 0 and pieces[at - 1].is_a("word") and pieces[at - 1].span.end == pieces[at].span.start


def _own_condition(piece: Piece, view: str, language: Language) -> Span | None:
    """The condition inside a word for people, the plain word for patients taken off its end."""
    text = piece.span.of(view)
    ending = next((w for w in language.spellings("people", "patient") if text.endswith(w)), None)
    if ending is None or len(ending) == len(text):
        return None
    return Span(piece.span.start, piece.span.end - len(ending))


def contrast(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names are built alike: at least half of the shorter is shared, and each has something of its own."""
    shared = one & other
    return len(shared) * 2 >= min(len(one), len(other)) and one != other and len(one ^ other) <= _MOST_APART


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
