"""The sizes printed beside a name, and whether they make it a part of the trial: 'in 80 patients with asthma'."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence

_AHEAD = 4
_BEHIND = 4
_PEOPLE_REACH = 3


def largest_count(sentences: Iterable[Sentence]) -> Decimal:
    """The most people that the text counts: the whole trial, as far as it tells."""
    return max((c for s in sentences for c in _counts(s.pieces)), default=Decimal(0))


def is_smaller_part(pieces: Sequence[Piece], name: Sequence[Piece], largest: Decimal) -> bool:
    """Whether a size of its own stands with the name, and the trial has more people than that."""
    size = size_of(pieces, name)
    return size is not None and size < largest


def size_of(pieces: Sequence[Piece], name: Sequence[Piece]) -> Decimal | None:
    """The size in the bracket behind the name, else the number of people that leads to it."""
    start = next(i for i, p in enumerate(pieces) if p is name[0])
    end = next(i for i, p in enumerate(pieces) if p is name[-1]) + 1
    behind = bracketed_size(pieces, end)
    if behind is not None:
        return behind
    for i in range(start - 1, max(-1, start - 1 - _AHEAD), -1):
        piece = pieces[i]
        if piece.numeral is not None:
            return piece.numeral.value
        if not any(piece.is_a(k) for k in ("people", "with_condition", "article")):
            return None
    return None


def bracketed_size(pieces: Sequence[Piece], at: int) -> Decimal | None:
    """The number in the bracket that opens there, where it is marked as a size: '(n = 80)'."""
    inside = pieces[at : at + _BEHIND]
    if len(inside) < _BEHIND or not inside[0].is_a("open") or not inside[1].is_a("size_mark"):
        return None
    return next((p.numeral.value for p in inside[2:] if p.numeral is not None), None)


def _counts(pieces: Sequence[Piece]) -> Iterable[Decimal]:
    """The numbers that a word for people follows, or the mark of a size leads."""
    for i, piece in enumerate(pieces):
        if piece.numeral is None:
            continue
        led = any(p.is_a("size_mark") for p in pieces[max(0, i - 2) : i])
        if led or any(p.is_a("people") for p in pieces[i + 1 : i + 1 + _PEOPLE_REACH]):
            yield piece.numeral.value
