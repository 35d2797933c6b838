"""Groups that their head word names by what they were given: 'the group receiving X', 'groups assigned to Y'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.entities import phrases
from extractor.entities.arms.name import NAME_PIECES, ArmName, is_generic, name_of
from extractor.pieces import Piece
from extractor.spans import Span

_LONGEST = 7
"""Longest name behind the word for giving, in pieces."""


def given_names(pieces: Sequence[Piece]) -> Iterator[ArmName]:
    """The treatments behind a head word that has no name before it: the X of 'in the group receiving X'."""
    for i, piece in enumerate(pieces):
        if piece.is_a("arm_head", "arm"):
            before = phrases.before_head(pieces, i, NAME_PIECES)
            name = _behind(pieces, i) if not before or is_generic(before) else None
            if name is not None:
                yield name


def _behind(pieces: Sequence[Piece], head: int) -> ArmName | None:
    at = head + 1
    while at < len(pieces) and pieces[at].is_a("relative"):
        at += 1
    if at >= len(pieces) or not _gives(pieces, at, led=at > head + 1):
        return None
    at += 1
    while at < len(pieces) and (pieces[at].is_a("to") or pieces[at].is_a("assigned", "received")):
        at += 1
    name = phrases.after(pieces, at, NAME_PIECES)
    if not name or len(name) > _LONGEST or is_generic(name) or not any(p.is_a("word") or p.is_a("drug") for p in name):
        return None
    one = name_of(phrases.negated(pieces, name), "given")
    return replace(one, full=Span(pieces[head].span.start, one.span.end))


def _gives(pieces: Sequence[Piece], at: int, *, led: bool) -> bool:
    """Whether people are told by what they were given there: a participle, or a verb behind 'that'."""
    piece = pieces[at]
    if piece.is_a("assigned", "assigned"):
        return at + 1 < len(pieces) and (pieces[at + 1].is_a("to") or pieces[at + 1].is_a("assigned", "received"))
    return piece.is_a("assigned", "received") and (led or not piece.is_a("having"))
