"""Figures that tell how much something changed: 'fell by 12%', '-32.9%', 'mean change was 0.4'."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.figures import Figure

_REACH = 14
_NEAR = 3
_SIGNS = ("-", "+")


def is_signed(row: Row, figure: Figure) -> bool:
    """'-32.9%', '+16%': a percentage with a sign is a change; no share of people has one."""
    return figure.value is not None and figure.value.span.of(row.view)[:1] in _SIGNS


def is_percent_change(row: Row, draft: Draft) -> bool:
    """'a reduction of 20%', 'fell by 12%', 'a 9% rise', 'less pain (by 61 and 57%)': a share of the value before.

    What stands in brackets before is passed over: 'a fall of pain (by 61%), itch (by 57%)'.
    """
    if _leads_to_change(row, draft):
        return True
    by = False
    for step, i in enumerate(row.outside(draft.position), 1):
        piece = row.pieces[i]
        if piece.is_a("change") or (by and piece.is_a("comparative")):
            return by or not _is_event(row, i, draft)
        if any(piece.is_a(k) for k in ("stop", "semicolon")) or step > _REACH:
            return False
        by = by or piece.is_a("by")
        linked = any(piece.is_a(k) for k in ("of", "open", "and", "figure", "vague"))
        if not by and (step > _NEAR or not linked):
            return False
    return False


def _leads_to_change(row: Row, draft: Draft) -> bool:
    """'a 9% increase', 'a significant 19% fall': but '53% improved' tells of people."""
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    before = row.pieces[max(0, draft.position - 1) : draft.position]
    if not behind or not before or not behind[0].is_a("change"):
        return False
    described = before[0].is_a("word") and draft.position > 1 and row.pieces[draft.position - 2].is_a("article")
    return described or before[0].is_a("article")


def _is_event(row: Row, change: int, draft: Draft) -> bool:
    """Whether the change is what happened to so many: 'creatinine increased (51%)' in a list of adverse events."""
    bracketed = change + 1 < len(row.pieces) and row.pieces[change + 1].is_a("open")
    told = any(p.is_a("adverse_event") or p.is_a("grade") for p in row.pieces[:change])
    return bracketed and told and change < draft.position


def is_change(row: Row, draft: Draft) -> bool:
    """Whether the figure is of a change named before it, and is not one end of it: 'a fall from 5 to 3'."""
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("change"):
            return not any(p.is_a("from") or p.is_a("to") for p in row.between(i, draft.position))
        if piece.is_a("stop") or draft.position - i > _REACH:
            return False
    return False
