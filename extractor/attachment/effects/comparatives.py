"""Comparisons whose words stand behind the number or about it: '5% lower with A', '60% relative risk reduction'."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.effects.against import against, direction_of, lower
from extractor.attachment.effects.bracketed import in_bracket, shares_behind
from extractor.attachment.effects.changed import changed
from extractor.attachment.effects.counted import beyond_arm, fewer_per, points_of_percent, unit_behind
from extractor.attachment.effects.folds import folded
from extractor.attachment.effects.gains import gained
from extractor.attachment.effects.parts import as_effect
from extractor.attachment.row import Row
from extractor.figures import Figure

_BEHIND = frozenset({"RRR", "RD", "MD"})
"""Measures whose name may follow the number: 'a 60% relative risk reduction'."""

_COUNTED = (fewer_per, points_of_percent, unit_behind, beyond_arm, folded)
"""What gives the figure another unit than it is printed with."""

_NAMES = ("outcome", "adverse_event", "dash", "word")
_NAME_REACH = 5
"""What may stand between a percentage and the name of the reduction that it is, and how much of it."""

_RISKS = ("RRR", "RR")
_RISK_REACH = 12


def link_comparatives(row: Row) -> Row:
    """The row with the figures that words of comparison stand behind, or lead up to, marked as effects."""

    def compared(draft: Draft) -> Draft:
        figure = draft.figure
        if draft.kind is not Kind.OPEN or figure is None or figure.value is None:
            return draft
        if figure.people or figure.size_mark or figure.events or figure.spread or figure.relation:
            return draft
        for count in _COUNTED:
            if (counted := count(row, draft, figure)) is not None:
                return as_effect(row, replace(draft, figure=counted[2]), counted[0], counted[1], None)
        for tell in (_label_behind, _risk_change, gained, lower, against, in_bracket, changed):
            if (told := tell(row, draft, figure)) is not None:
                return as_effect(row, draft, *told, None)
        return draft

    return row.mapped(compared)


def _label_behind(row: Row, draft: Draft, figure: Figure) -> tuple[str, int] | None:
    """'60% relative risk reduction', '11.2 times higher odds', '10% mortality risk reduction': the name follows."""
    at = draft.position + 1
    if at < len(row.pieces) and row.pieces[at].is_a("dash"):
        at += 1
    if at >= len(row.pieces):
        return None
    fold = row.pieces[at].code("fold_measure")
    if fold is not None and figure.unit is None:
        return fold, at
    while figure.is_percent and at - draft.position < _NAME_REACH and any(row.pieces[at].is_a(k) for k in _NAMES):
        if row.pieces[at].is_a("measure") or at + 1 >= len(row.pieces):
            break
        at += 1
    code = row.pieces[at].code("measure")
    if at - draft.position > 1 and code != "RRR":
        return None
    if figure.is_percent and code == "MD" and any(p.is_a("risk_noun") for p in row.pieces[at + 1 : at + 4]):
        return "RRR", at
    if code in _BEHIND and figure.unit not in (None, "fold") and not _announces(row, at):
        return ("MD" if code == "RD" and figure.unit_kind != "percent" else code), at
    return None


def _announces(row: Row, at: int) -> bool:
    """Whether the label behind the number has a number of its own: '5.4%, difference 2.1%'."""
    following = row.pieces[at + 1 : at + 4]
    return any(p.is_a("figure") for p in following) and not any(p.is_a("open") for p in following)


def _risk_change(row: Row, draft: Draft, figure: Figure) -> tuple[str, int] | None:
    """'reduced the risk of death by 12%', 'a 23% lower risk', '风险降低23%': a percentage of the other group's risk."""
    if not figure.is_percent:
        return None
    for i in range(draft.position + 1, min(draft.position + 4, len(row.pieces))):
        piece = row.pieces[i]
        direction = direction_of(row, i)
        if direction and any(p.is_a("risk_noun") for p in row.pieces[i + 1 : i + 3]):
            return direction, i
        if not piece.is_a("word") and not direction:
            break
    at = _change_before(row, draft.position)
    direction = direction_of(row, at) if at is not None else None
    if direction is None or at is None:
        return None
    if _is_of_risk(row, at, draft.position):
        return direction, at
    shares = shares_behind(row, draft.position)
    if shares is None:
        return None
    return ("RD" if _is_their_difference(figure, shares) else direction), at


def _is_their_difference(figure: Figure, shares: tuple[Figure, Figure]) -> bool:
    """Whether the percentage is the difference of the two, and not a share of one: 'by 8% (12% vs 20%)'."""
    one, other = (s.value.value if s.value else None for s in shares)
    return figure.value is None or one is None or other is None or abs(one - other) == abs(figure.value.value)


def _change_before(row: Row, position: int) -> int | None:
    """Where the word of change stands that leads up to the figure: at once, or before 'by'."""
    at = position - 1
    while at >= 0 and any(row.pieces[at].is_a(k) for k in ("vague", "open", "article")):
        if row.pieces[at].is_a("limit_word"):
            return None
        at -= 1
    if at >= 0 and (row.pieces[at].is_a("change") or (direction_of(row, at) and not row.pieces[at].is_a("measure"))):
        return at
    return _change_before_by(row, at) if at >= 0 and row.pieces[at].is_a("by") else None


def _change_before_by(row: Row, by: int) -> int | None:
    """The word of change that 'by' belongs to; only percentages of the same list may come between."""
    for i in row.leftwards(by):
        if row.pieces[i].is_a("change") or row.pieces[i].code("measure") == "RRR":
            return i
        other = row.at(i)
        barred = other is not None and not (other.figure is not None and other.figure.is_percent)
        if barred or row.pieces[i].is_a("stop") or by - i > _RISK_REACH * 2:
            return None
    return None


def _is_of_risk(row: Row, change: int, position: int) -> bool:
    """Whether the clause about the change speaks of a risk."""
    low, high = max(0, min(change, position) - _RISK_REACH), min(len(row.pieces), position + _RISK_REACH)
    clause: list[bool] = []
    for i in range(low, high):
        if row.pieces[i].is_a("stop") or (i < change and row.pieces[i].is_a("comma")):
            if i > position:
                break
            clause.clear()
        clause.append(row.pieces[i].is_a("risk_noun") or row.pieces[i].code("measure") in _RISKS)
    return any(clause)
