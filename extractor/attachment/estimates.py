"""Of what statistic the remaining figures are: median, mean, proportion, count, rate or plain value."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_STATISTIC_REACH = 14
_COUNTED_UNITS = frozenset({"case", "person_time", "eye", "ear", "tooth", "lesion", "episode", "event"})


def find_statistics(row: Row) -> Row:
    """The row with every other open figure made an estimate of its statistic."""

    def stated(draft: Draft) -> Draft:
        if draft.kind is not Kind.OPEN or draft.figure is None:
            return draft
        statistic = _statistic(row, draft)
        change = row.sentence.has("change") and _is_change(row, draft)
        return replace(draft, kind=Kind.ESTIMATE, statistic=statistic, change=change)

    return row.mapped(stated)


def _statistic(row: Row, draft: Draft) -> str:
    figure = draft.figure
    if figure is None:
        return "value"
    if figure.not_reached:
        return "median"
    if figure.is_percent and figure.spread is None:
        named = _named(row, draft)
        return named if named in ("median", "mean") else "proportion"
    if figure.unit_kind == "rate_unit":
        return "rate"
    if figure.value is None:
        return "proportion"
    named = _named(row, draft)
    if named:
        return named
    if figure.spread is not None and figure.spread.value is not None:
        return "mean"
    if figure.spread is not None and figure.spread.kind == "iqr":
        return "median"
    if figure.people or (figure.unit is None and figure.value.decimals == 0):
        return "count"
    if figure.unit in _COUNTED_UNITS:
        return "count"
    return "value"


def _named(row: Row, draft: Draft) -> str | None:
    """The statistic named before the figure in its clause, nearest first; a count of people has none."""
    figure = draft.figure
    if figure is None or figure.people:
        return None
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if draft.position - i > _STATISTIC_REACH * 2 or piece.is_a("stop") or piece.is_a("semicolon"):
            return None
        code = piece.code("statistic")
        if code:
            return code
        other = row.at(i)
        if other is None or other.figure is None:
            continue
        if other.figure.not_reached:
            return "median"
        counts = other.figure.people or other.figure.size_mark or other.kind in (Kind.SIZE, Kind.ACCOUNTED)
        if not counts and other.kind is Kind.OPEN and other.figure.unit_kind != figure.unit_kind:
            return None
    return None


def _is_change(row: Row, draft: Draft) -> bool:
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("change"):
            return not any(p.is_a("from") or p.is_a("to") for p in row.between(i, draft.position))
        if piece.is_a("stop") or draft.position - i > _STATISTIC_REACH:
            return False
    return False
