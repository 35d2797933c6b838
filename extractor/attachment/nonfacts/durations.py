"""Lengths of time that are no result: how long something was given, or lasted by plan."""

from itertools import pairwise

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row


def is_duration(row: Row, draft: Draft) -> bool:
    """A length of time that no outcome in time precedes: how long something was given or lasted by plan.

    By how much time another changed is told: 'the half-life rose by 4 hours'.
    """
    figure = draft.figure
    if figure is None or figure.unit_kind != "time_unit" or figure.spread or figure.interval or figure.bounds:
        return False
    if _is_contrasted(row, draft) or (draft.position and row.pieces[draft.position - 1].is_a("by")):
        return False
    timed = row.language.spellings("time_noun")
    said = row.view[row.sentence.span.start : draft.span.start].lower()
    named = any(word in said for word in timed) or row.sentence.has("statistic")
    return not named and not _is_of_survival(row, draft.position)


def _is_of_survival(row: Row, position: int) -> bool:
    """Whether a survival named before the figure is told by it: 'PFS was 7.1 months', 'longer OS (9 months)'."""
    told = False
    for i in row.leftwards(position):
        piece = row.pieces[i]
        if (piece.code("outcome") or "").endswith("survival"):
            return told
        told = told or (any(piece.is_a(k) for k in ("copula", "open", "having")) and not piece.is_a("of"))
    return False


def _is_contrasted(row: Row, draft: Draft) -> bool:
    """Whether the figure is set against another: '4.3 vs. 5.2 months' is a result whatever its unit."""
    for group in row.groups([d.position for d in row.drafts if d.figure is not None]):
        if draft.position in group:
            return any(p.is_a("versus") for i, j in pairwise(group) for p in row.between(i, j))
    return False
