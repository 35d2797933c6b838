"""Changes that only groups can differ by: 'the drug cut blood loss by 40%', 'a 52% reduction in deaths'.

Events, stays, costs and the exposure to a drug have no value before treatment, so a change of them sets groups apart;
so does any change told against another group, or with the ratio of the groups in the bracket behind it.
"""

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.effects.against import direction_of
from extractor.attachment.effects.clauses import EVENTS, WITHIN, clause_around, has_ratio_behind, says
from extractor.attachment.row import Row
from extractor.figures import Figure

_SURVIVAL = ("survival", "_control")
_REACH, _NOUN_REACH = 20, 3
_LEADING = ("vague", "article", "statistic", "of")
_LISTED = ("and", "comma", "preposition", "cohort", "word", "slash", "unit", "outcome", "article")
_LIST_REACH = 8
_ENDS = ("stop", "semicolon")
_BREAKS = (*_ENDS, "comma", "open", "close", "measure")
_ARM_REACH = 4
_TIMES = ("timepoint", "time_anchor", "time_word", "time_noun", "time_unit", "prior")
_OWN = ("change", "negation")
"""What tells of a change of the other group's own behind 'compared with'."""


def changed(row: Row, draft: Draft, figure: Figure) -> tuple[str, int] | None:
    """RRR or OTHER for percentages, MD for what has a unit, with the place of the word of change."""
    found = _change(row, draft.position) if figure.unit is not None and figure.upper is None else None
    if found is None:
        return None
    at, told = found
    if not _is_of_groups(row, draft, figure, told):
        return None
    if figure.unit_kind != "percent":
        return "MD", at
    direction = direction_of(row, at) or "OTHER"
    survival = any((row.pieces[i].code("outcome") or "").endswith(_SURVIVAL) for s, e in told for i in range(s, e))
    return "RD" if figure.unit != "%" or (survival and direction != "RRR") else direction, at


def _is_of_groups(row: Row, draft: Draft, figure: Figure, told: list[tuple[int, int]]) -> bool:
    """Whether the change is one between groups, and none over time or of each group's own."""
    start, end = clause_around(row, draft.position)
    if says(row, WITHIN, start, end) or _tells_groups(row, start, end, figure):
        return False
    if _is_set_apart(row, start, end):
        return True
    events = any(says(row, EVENTS, s, e) for s, e in told)
    if _is_of_several(row, draft, start, end, events=events):
        return False
    return events or has_ratio_behind(row, draft.position)


def _change(row: Row, position: int) -> tuple[int, list[tuple[int, int]]] | None:
    """Where the word of change stands, and the stretches that tell what has changed."""
    behind = _noun_behind(row, position)
    if behind is not None:
        return behind, [(behind + 1, _end(row, behind))]
    at = position - 1
    while at >= 0 and any(row.pieces[at].is_a(k) for k in _LEADING) and not row.pieces[at].is_a("by"):
        if row.pieces[at].is_a("of"):
            return _noun_before(row, at, position)
        at -= 1
    if at >= 0 and row.pieces[at].is_a("by"):
        return _verb_before(row, at, position)
    first = _first_of_list(row, position)
    return _change(row, first) if first is not None else None


def _noun_behind(row: Row, position: int) -> int | None:
    """'a 52% reduction', 'a 9% significant increase': an article stands before the figure."""
    at = position - 1
    while at >= 0 and position - at <= _NOUN_REACH and row.pieces[at].is_a("word"):
        at -= 1
    if at < 0 or not row.pieces[at].is_a("article"):
        return None
    for i in range(position + 1, min(position + 1 + _NOUN_REACH, len(row.pieces))):
        if _is_change(row, i):
            return i
        if not row.pieces[i].is_a("word"):
            return None
    return None


def _noun_before(row: Row, of: int, position: int) -> tuple[int, list[tuple[int, int]]] | None:
    """'a reduction of 19% in relapse', 'a reduction in the rate of death of 23%'."""
    for i in row.leftwards(of):
        if _is_change(row, i):
            led = i + 1 == of or row.pieces[i + 1].is_a("preposition") or row.pieces[i + 1].is_a("of")
            return (i, [(max(0, i - _NOUN_REACH), of), *_behind(row, position)]) if led else None
        if of - i > _REACH or row.at(i) is not None or any(row.pieces[i].is_a(k) for k in _BREAKS):
            return None
    return None


def _verb_before(row: Row, by: int, position: int) -> tuple[int, list[tuple[int, int]]] | None:
    """'cut blood loss by 40%', 'the rate of death was reduced by 40%': the object is changed, else the subject."""
    for i in row.outside(by):
        if _is_change(row, i):
            start, _ = clause_around(row, i)
            subject = next(
                (k + 1 for k in row.leftwards(i) if k < start or row.pieces[k].is_a("comma") or row.at(k)), 0
            )
            told = [(i + 1, by)] if by - i > 1 + row.pieces[by - 1].is_a("word") else [(max(start, subject), i)]
            return i, [*told, *_behind(row, position)]
        if by - i > _REACH or any(row.pieces[i].is_a(k) for k in _ENDS):
            return None
        if (other := row.at(i)) is not None and not (other.figure and other.figure.is_percent):
            return None
    return None


def _behind(row: Row, position: int) -> list[tuple[int, int]]:
    """The stretch behind the figure that tells in what the change was: '40% in the rate of relapse'."""
    at = position + 1
    led = at < len(row.pieces) and (row.pieces[at].is_a("preposition") or row.pieces[at].is_a("of"))
    return [(at, _end(row, at))] if led else []


def _first_of_list(row: Row, position: int) -> int | None:
    """The figure of the same unit before, in one list with this one: 'by 54% in men and 40% in women'."""
    for i in row.leftwards(position):
        other = row.at(i)
        if other is not None:
            return i if other.kind is Kind.OPEN and _unit(row, i) == _unit(row, position) else None
        if position - i > _LIST_REACH or not any(row.pieces[i].is_a(k) for k in _LISTED):
            return None
    return None


def _is_change(row: Row, i: int) -> bool:
    piece = row.pieces[i]
    return direction_of(row, i) is not None and not piece.is_a("comparative") and not piece.is_a("measure")


def _end(row: Row, at: int) -> int:
    """Where the phrase ends that begins behind the position: at a mark or the next number."""
    for i in row.rightwards(at):
        if any(row.pieces[i].is_a(k) for k in _BREAKS) or row.at(i) is not None:
            return i
    return len(row.pieces)


def _tells_groups(row: Row, start: int, end: int, figure: Figure) -> bool:
    """Whether a number of another group is set against the figure: 'by 36% with A as compared with 14% with B'."""
    for i in range(start, end):
        if not row.pieces[i].is_a("versus") or _is_in_bracket(row, start, i):
            continue
        if row.pieces[i].is_a("versus", "loose"):
            if any(_unit(row, k) == figure.unit for k in range(i + 1, end) if row.at(k)):
                return True
            continue
        behind = range(i + 1, min(_end(row, i) + 1, end, i + 1 + _ARM_REACH))
        if any(_unit(row, k) in (figure.unit, None) for k in behind if row.at(k)):
            return True
        if any(row.pieces[k].is_a(kind) for k in behind for kind in _OWN):
            return True
    return False


def _unit(row: Row, position: int) -> str | None:
    draft = row.at(position)
    return draft.figure.unit if draft and draft.figure else None


def _is_of_several(row: Row, draft: Draft, start: int, end: int, *, events: bool) -> bool:
    """Whether several groups are named, and so the change may be each one's own."""
    if any(row.pieces[i].is_a("both") for i in range(draft.position, end)):
        return True
    named = {row.pieces[i].entity for i in row.positions("arm") if start <= i < end}
    unit = _unit(row, draft.position)
    alike = [d for d in row.drafts if start <= d.position < end and d.figure and d.figure.unit == unit]
    return len(named) > 1 and not (events and len(alike) == 1)


def _is_in_bracket(row: Row, start: int, position: int) -> bool:
    return sum(row.opened(i) for i in range(start, position)) > 0


def _is_set_apart(row: Row, start: int, end: int) -> bool:
    """Whether the clause compares with an arm, or with something else than a time: 'compared with the usual meal'."""
    for i in range(start, end):
        if not row.pieces[i].is_a("versus", "versus") or _is_in_bracket(row, start, i):
            continue
        against = row.pieces[i + 1 : min(end, i + 1 + _ARM_REACH)]
        if any(p.is_a("arm") for p in against) or not any(p.is_a(k) for p in against for k in _TIMES):
            return True
    return False
