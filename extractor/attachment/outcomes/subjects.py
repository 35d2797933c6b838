"""A subject and its predicate: where the word that leads from one to the other stands."""

from extractor.attachment.row import Row
from extractor.pieces import Piece

_REACH = 6
_BEFORE_PREDICATE = ("article", "comparative", "superlative", "name_stop", "vague")


def predicate_at(row: Row, start: int, low: int) -> int | None:
    """Where the copula stands whose predicate begins at `low`; None where there is none."""
    at = low
    while at > start and low - at < _REACH and not _leads_on(row.pieces[at - 1]):
        if not any(row.pieces[at - 1].is_a(k) for k in _BEFORE_PREDICATE):
            break
        at -= 1
    if at <= start + 1 or not _leads_on(row.pieces[at - 1]) or row.pieces[at - 1].is_a("of"):
        return None
    return at - 1


def is_graded(row: Row, at: int, low: int) -> bool:
    """Whether the predicate compares or grades its subject: 'were less common with A'."""
    return any(p.is_a("comparative") or p.is_a("superlative") for p in row.pieces[at + 1 : low + 1])


def _leads_on(piece: Piece) -> bool:
    """Whether the piece leads from a subject to its predicate: 'was', 'did', 'remains'."""
    return piece.is_a("copula") or piece.is_a("verb", "auxiliary") or piece.is_a("verb", "link")
