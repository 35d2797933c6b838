"""Figures set against another group by the words beside them: '5.4% lower with A', 'by 3 kg more than placebo'."""

from extractor.attachment.brackets import bracket_behind
from extractor.attachment.draft import Draft
from extractor.attachment.effects.clauses import has_ratio_behind
from extractor.attachment.row import Row
from extractor.figures import Figure

_OTHER_REACH = 4
_SHORT_REACH, _LONG_REACH = 3, 8
_DEGREES = ("comparative", "word")
_GROUP = ("preposition", "article", "alone", "arm", "arm_head", "people", "of", "versus")
"""What names a group between the words of comparing and their figure."""


def direction_of(row: Row, at: int) -> str | None:
    """RRR for what lowers, OTHER for what raises."""
    piece = row.pieces[at]
    if (
        any(piece.is_a(k, "lower") for k in _DEGREES)
        or piece.is_a("change", "decrease")
        or piece.is_a("measure", "RRR")
    ):
        return "RRR"
    raised = any(piece.is_a(k, "higher") for k in _DEGREES) or piece.is_a("change", "increase")
    return "OTHER" if raised else None


def lower(row: Row, draft: Draft, figure: Figure) -> tuple[str, int] | None:
    """'5.4% lower with A', 'higher by 4.1%': a difference in the figure's own unit."""
    bounds = draft.interval or figure.bounds
    below = bounds is not None and bounds.low is not None and bounds.low.value < 0
    if (figure.unit is None and figure.upper is None and not below) or figure.unit == "fold":
        return None
    at = draft.position + 1
    if at < len(row.pieces) and row.pieces[at].is_a("comparative"):
        if any(p.is_a("figure") for p in row.pieces[at + 1 : at + 3]):
            return None
        return difference(row, draft, figure, at), at
    by = draft.position - 1
    while by >= 1 and row.pieces[by].is_a("vague") and not row.pieces[by].is_a("by"):
        by -= 1
    if by >= 1 and row.pieces[by].is_a("by"):
        passed, reach = 0, _LONG_REACH if _leads_to_other(row, draft.position) else _SHORT_REACH
        for i in row.leftwards(by):
            if row.pieces[i].is_a("comparative"):
                return difference(row, draft, figure, i), i
            passed += any(row.pieces[i].is_a(k) for k in _GROUP)
            if by - i - passed > reach or row.at(i) is not None or (row.pieces[i].is_a("comma") and i < by - 1):
                return None
    return None


def _leads_to_other(row: Row, position: int) -> bool:
    """Whether 'than' the other group follows: 'greater relief of pain, by 3 points, than placebo'."""
    behind = row.pieces[position + 1 : position + 4]
    return any(p.is_a("versus", "than") for p in behind)


def against(row: Row, draft: Draft, figure: Figure) -> tuple[str, int] | None:
    """'a mean change of -30% compared with placebo': the other group is named, and no figure of its own follows."""
    at = _contrast_behind(row, draft.position)
    bounded = draft.interval or figure.bounds
    if at is None or (figure.unit is None and not (bounded and row.pieces[at].is_a("p_relation"))):
        return None
    behind = row.pieces[at + 1 : at + 1 + _OTHER_REACH]
    arm = next((k for k, p in enumerate(behind) if p.is_a("arm")), None)
    if arm is None or _has_own(row, at, at + 1 + arm) or _is_twin(row, draft.position, at + 1 + arm):
        return None
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("stop") or piece.is_a("semicolon") or row.at(i) is not None:
            return None
        if piece.is_a("statistic"):
            return "MD", i
        if piece.is_a("change"):
            told = any(p.is_a("statistic") for p in row.pieces[max(0, i - 3) : i])
            return "MD" if told or figure.unit_kind != "percent" else direction_of(row, i) or "OTHER", i
    return None


def _contrast_behind(row: Row, position: int) -> int | None:
    """Where 'compared with' or 'more than' stands right behind the figure, or behind the group that it is of."""
    for i in row.rightwards(position):
        piece = row.pieces[i]
        if piece.is_a("versus", "versus") or (piece.is_a("p_relation") and i == position + 1):
            return i
        if i - position > _OTHER_REACH + 1 or not any(piece.is_a(k) for k in _GROUP):
            return None
    return None


def _has_own(row: Row, versus: int, arm: int) -> bool:
    """Whether the arm set against has a figure beside it, in front of any bracket or new clause."""
    for piece in row.pieces[versus + 1 : arm + 1 + _OTHER_REACH]:
        if any(piece.is_a(k) for k in ("open", "and", "semicolon")):
            return False
        if piece.is_a("figure"):
            return True
    return False


def _is_twin(row: Row, position: int, arm: int) -> bool:
    """Whether figure and arm have a bracket each: 'in the drug group (14%) compared with placebo (27%)'."""
    opened = position > 0 and row.pieces[position - 1].is_a("open")
    return opened and any(row.at(i) for i in list(bracket_behind(row, arm))[:1])


def difference(row: Row, draft: Draft, figure: Figure, at: int) -> str:
    """MD in a unit; percent with a decimal or an interval is of percentages, a round one of the other value."""
    if figure.unit_kind != "percent":
        return "MD"
    relative = direction_of(row, at) or "OTHER"
    told = any(row.pieces[i].is_a("statistic") for i in _clause_before(row, draft.position))
    if told or has_ratio_behind(row, draft.position):
        return relative
    printed = figure.value is not None and figure.value.decimals > 0
    return "RD" if printed or draft.interval or figure.bounds or figure.unit != "%" else relative


def _clause_before(row: Row, position: int) -> list[int]:
    """The positions back to the last full stop."""
    start = next((i for i in row.leftwards(position) if row.pieces[i].is_a("stop")), -1)
    return list(range(start + 1, position))
