"""When: the time point that the clause names for its figures."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind, TimeMention
from extractor.attachment.row import Row
from extractor.pieces import Piece

_FOLLOW_UP = frozenset({"follow_up", "age", "maximum_follow_up"})
_BEHIND = 6


def find_timepoints(row: Row) -> Row:
    """The row with time points given to estimates, effects and tests."""
    places = [i for i, p in enumerate(row.pieces) if p.is_a("timepoint") or p.is_a("time_anchor")]
    if not places:
        return row

    def timed(draft: Draft) -> Draft:
        if draft.kind not in (Kind.ESTIMATE, Kind.EFFECT, Kind.TEST):
            return draft
        if any(o.concept in _FOLLOW_UP for o in draft.outcomes):
            return draft
        return replace(draft, timepoint=_nearest(row, draft, places))

    return _paired(row.mapped(timed), places)


def _nearest(row: Row, draft: Draft, places: list[int]) -> TimeMention | None:
    behind = [i for i in places if i > draft.position]
    if behind and behind[0] - draft.position <= _BEHIND:
        between = row.between(draft.position, behind[0])
        if not any(p.is_a("figure") or p.is_a("comma") or p.is_a("semicolon") for p in between):
            return _mention(row.pieces[behind[0]])
    before = [i for i in places if i < draft.position]
    if before:
        return _mention(row.pieces[before[-1]])
    last = max((d.position for d in row.drafts), default=0)
    return _mention(row.pieces[behind[0]]) if behind and len(places) == 1 and behind[0] > last else None


def _paired(row: Row, places: list[int]) -> Row:
    """As many figures in a list as time points in a list before it: in order."""
    out = {d.position: d for d in row.drafts}
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE]
    lists = row.groups(places)
    for group in row.groups(figures):
        fitting = [g for g in lists if len(g) == len(group) >= 2 and g[-1] < group[0]]
        for g in fitting[-1:]:
            for position, name in zip(group, g, strict=True):
                out[position] = replace(out[position], timepoint=_mention(row.pieces[name]))
    return replace(row, drafts=tuple(out[d.position] if d.kind is Kind.ESTIMATE else d for d in row.drafts))


def _mention(piece: Piece) -> TimeMention:
    value, unit = piece.part("value"), piece.part("unit")
    if value is None or value.numeral is None:
        return TimeMention(piece.span, None, None)
    code = (unit.code("time_unit") or unit.code("time_label")) if unit else None
    return TimeMention(piece.span, value.numeral.value, code)
