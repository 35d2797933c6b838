"""Differences told by counting or by direction: '12 fewer deaths per 1000', 'an excess (0.4 points)', 比B组高6.8 kg."""

from dataclasses import replace

from extractor.attachment.draft import Draft
from extractor.attachment.effects.against import difference
from extractor.attachment.effects.clauses import WITHIN, clause_around, says
from extractor.attachment.row import Row
from extractor.figures import Figure

Found = tuple[str, int, Figure]
"""The measure, where the words for it stand, and the figure with the unit that they give it."""

_RATE_REACH = 7
_UNITS = ("percent", "time_unit", "unit")
_BETWEEN = ("comma", "respectively", "outcome", "adverse_event", "people", "unit", "word", "and")
_BEFORE_POINTS = ("vague", "time_word", "timepoint", "copula")


def fewer_per(row: Row, draft: Draft, figure: Figure) -> Found | None:
    """'12 fewer deaths per 1000 patients', also a list of them: a difference of rates whose base stands behind."""
    if figure.unit is not None or figure.people:
        return None
    group = next((g for g in row.groups([d.position for d in row.drafts if d.figure]) if draft.position in g), [])
    at = (group[-1] if group else draft.position) + 1
    if at >= len(row.pieces) or not row.pieces[at].is_a("comparative"):
        return None
    for i in range(at + 1, min(at + _RATE_REACH, len(row.pieces))):
        unit = row.pieces[i].code("rate_unit")
        if unit is not None and i > at + 1:
            return "RD", at, replace(figure, unit=unit, unit_kind="rate_unit")
        if not any(row.pieces[i].is_a(k) for k in _BETWEEN):
            return None
    return None


def points_of_percent(row: Row, draft: Draft, figure: Figure) -> Found | None:
    """'an excess of deaths (0.4 percentage points)': points of percent are a difference of groups.

    So they are alone in brackets, or with an interval; a change from an earlier time is a group's own.
    """
    if figure.unit != "percentage_point":
        return None
    start, _ = clause_around(row, draft.position)
    if any(p.is_a("from") for p in row.pieces[start : draft.position]):
        return None
    at = draft.position - 1
    while at >= 0 and any(row.pieces[at].is_a(k) for k in _BEFORE_POINTS):
        at -= 1
    if at >= 0 and row.pieces[at].is_a("open"):
        return "RD", at, figure
    return ("MD", draft.position, figure) if draft.interval is not None else None


def unit_behind(row: Row, draft: Draft, figure: Figure) -> Found | None:
    """'3.4 (1.8 to 5.0) points lower', '4.5 (P=.01) and 4.1 (P=.02) kg greater': the unit stands behind the tail.

    So does the comparison of the first of two: '7.5% (P=.34) and 11.7% (P=.21) higher'.
    """
    at = draft.position + 1
    other = row.at(at + 1) if at + 1 < len(row.pieces) and row.pieces[at].is_a("and") else None
    if other is not None and other.figure is not None and other.figure.unit == figure.unit:
        at += 2
    named = at < len(row.pieces) and figure.unit is None
    kind = next((k for k in _UNITS if row.pieces[at].is_a(k)), None) if named else None
    unit = row.pieces[at].code(kind) if kind is not None else figure.unit
    at += kind is not None
    if unit is None or at >= len(row.pieces) or at == draft.position + 1 or not row.pieces[at].is_a("comparative"):
        return None
    start, end = clause_around(row, draft.position)
    if any(p.is_a("figure") for p in row.pieces[at + 1 : at + 3]) or says(row, WITHIN, start, end):
        return None
    found = figure if kind is None else replace(figure, unit=unit, unit_kind=kind)
    return difference(row, draft, found, at), at, found


def beyond_arm(row: Row, draft: Draft, figure: Figure) -> Found | None:
    """比B组高6.8 kg, 比B组缩短3.2 d: compared with an arm, then the direction, then the figure.

    高于B组3.2分 is one too; a percentage there is the other group's own, and so is a figure set against one before.
    """
    if figure.unit is None:
        return None
    at = draft.position - 1
    if at >= 0 and row.pieces[at].is_a("by"):
        at -= 1
    if at < 2:
        return None
    first = at
    while first > 2 and _is_directed(row, first) and _is_directed(row, first - 1):
        first -= 1
    against = row.pieces[first - 1].is_a("arm") and row.pieces[first - 2].is_a("versus", "versus")
    if _is_directed(row, at) and against:
        return _measure(row, figure, at), at, figure
    exceeds = row.pieces[at].is_a("arm") and row.pieces[at - 1].is_a("versus", "than") and _is_directed(row, at - 1)
    if not exceeds or figure.unit_kind == "percent" or any(d.figure for d in row.drafts if d.position < at):
        return None
    return "MD", at - 1, figure


def _is_directed(row: Row, at: int) -> bool:
    piece = row.pieces[at]
    ways = (("change", "increase"), ("change", "decrease"), ("word", "higher"), ("word", "lower"))
    return piece.is_a("comparative") or piece.is_a("p_relation") or any(piece.is_a(*way) for way in ways)


def _measure(row: Row, figure: Figure, at: int) -> str:
    if figure.unit_kind != "percent":
        return "MD"
    if figure.unit != "%" or (figure.value is not None and figure.value.decimals):
        return "RD"
    piece = row.pieces[at]
    lower = piece.is_a("change", "decrease") or piece.is_a("comparative", "lower") or piece.is_a("word", "lower")
    return "RRR" if lower else "OTHER"
