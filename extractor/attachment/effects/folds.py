"""Comparisons told as multiples: 'a 2.3-fold increase in the risk', '2.3 times higher', 风险为对照组的2.3倍."""

from dataclasses import replace

from extractor.attachment.draft import Draft
from extractor.attachment.effects.clauses import EVENTS, WITHIN, clause_around, says
from extractor.attachment.effects.counted import Found
from extractor.attachment.row import Row
from extractor.figures import Figure

_MULTIPLE = "multiple"
_REACH = 10
_TO_NOUN = ("change", "comparative", "preposition", "article", "of", "adjustment")
"""What may stand between the multiple and the risk that it is of."""

_STOPPING = ("stop", "semicolon", "comma", "figure")


def folded(row: Row, draft: Draft, figure: Figure) -> Found | None:
    """The ratio that a multiple of a risk, odds or hazard is, or of another group's figure: it has no unit."""
    if figure.unit != "fold":
        return None
    bare = replace(figure, unit=None, unit_kind=None)
    for i in row.rightwards(draft.position):
        measure = row.pieces[i].code("risk_noun")
        if measure is not None:
            return measure, i, bare
        if not any(row.pieces[i].is_a(k) for k in _TO_NOUN):
            break
    for i in row.leftwards(draft.position):
        measure = row.pieces[i].code("risk_noun")
        if measure is not None:
            return measure, i, bare
        if draft.position - i > _REACH or any(row.pieces[i].is_a(k) for k in _STOPPING):
            break
    start, end = clause_around(row, draft.position)
    if says(row, WITHIN, start, end) or not says(row, _MULTIPLE, start, end, draft.position):
        return None
    events = says(row, EVENTS, start, end) or any(p.is_a("adverse_event") for p in row.pieces[start:end])
    return ("RR" if events else "OTHER"), draft.position, bare
