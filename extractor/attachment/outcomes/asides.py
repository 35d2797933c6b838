"""Asides that say what a name means or how it was measured: 'Sepsis, characterised by fever, occurred in 5%'."""

from collections.abc import Iterator, Sequence

from extractor.attachment.outcomes.stretches import stretches
from extractor.attachment.row import Row

_DEFINES, _INCLUDES = "aside_defining", "aside_including"
_OPENS = ("comma", "open")
_VERBS = ("copula", "occurring", "having", "verb")
_LIMITS = ("threshold", "label", "dose", "power")


def stretches_told(row: Row, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches that could be noun phrases, nearest first, without those in asides."""
    apart = asides(row, start, end)
    for low, high in stretches(row, start, end):
        if not any(low in aside for aside in apart):
            yield low, high


def asides(row: Row, start: int, end: int) -> Sequence[range]:
    """The positions of each aside between the two that has ended before `end`.

    A definition ends at the verb of the clause or before the figure; what is only included, at the verb: the figure
    behind it may be its own ('Harms, including rash (5%)').
    """
    found: list[range] = []
    at = start
    while at < end - 1:
        defines = any(row.pieces[at].is_a(k) for k in _OPENS) and _leads(row, at + 1, _DEFINES)
        if defines or (row.pieces[at].is_a("comma") and _leads(row, at + 1, _INCLUDES)):
            stop = _verb_behind(row, at + 1, end)
            if stop is None and defines and not row.pieces[at].is_a("open"):
                stop = end
            if stop is not None:
                found.append(range(at, stop))
                at = stop
        at += 1
    return found


def _leads(row: Row, at: int, kind: str) -> bool:
    begin = row.pieces[at].span.start
    return any(p.regex.match(row.view, begin) for p in row.language.patterns_of(kind))


def _verb_behind(row: Row, at: int, end: int) -> int | None:
    """Where the clause goes on with its verb, outside brackets; None where a result or its end comes first."""
    depth = 0
    for i in range(at, end):
        piece, draft = row.pieces[i], row.at(i)
        depth = max(0, depth + row.opened(i))
        if draft is not None and draft.account not in _LIMITS:
            return None
        if any(piece.is_a(k) for k in ("stop", "semicolon")):
            return None
        if depth == 0 and i > at and any(piece.is_a(k) for k in _VERBS) and not _is_small(row, i):
            return i
    return None


def _is_small(row: Row, at: int) -> bool:
    """Whether the piece only ties two nouns ('of', 'at'), or belongs to a relative clause ('that led to')."""
    piece = row.pieces[at]
    return piece.is_a("of") or piece.is_a("preposition") or (at > 0 and row.pieces[at - 1].is_a("relative"))
