"""Figures told alike are of one statistic: '14.2 months in group A versus 10.9 in group B', 'mean use A 5 g; B 6 g'."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.figures import Figure

_NAMED = ("mean", "median")
_UNNAMED = ("value", "count")
_NEW = ("outcome", "adverse_event", "statistic", "measure", "change", "stop", "time_noun", "people_counted", "having")
"""Behind these the next figure is of something else."""

_GROUPS = ("arm", "cohort", "people", "stand_in", "colon")
_REACH = 14


def share_statistics(row: Row) -> Row:
    """The row with the statistic that is named for one figure given to those that go on with it."""
    out: list[Draft] = []
    for draft in row.drafts:
        before = next((d for d in reversed(out) if d.kind is Kind.ESTIMATE), None)
        if before is not None and _goes_on(row, before, draft):
            out.append(replace(draft, statistic=before.statistic))
        else:
            out.append(draft)
    return replace(row, drafts=tuple(out))


def _goes_on(row: Row, before: Draft, draft: Draft) -> bool:
    """Whether the figure is printed like the one before, and nothing but another group is named between them."""
    one, other = before.figure, draft.figure
    if draft.kind is not Kind.ESTIMATE or before.statistic not in _NAMED or draft.statistic not in _UNNAMED:
        return False
    if one is None or other is None or other.people or other.is_percent or not _are_printed_alike(one, other):
        return False
    bounded = bool(before.interval or one.bounds or one.spread), bool(draft.interval or other.bounds or other.spread)
    between = row.between(before.position, draft.position)
    if bounded[0] != bounded[1] or len(between) > _REACH:
        return False
    return _sets_against(row, before.position, draft.position) and not any(p.is_a(k) for p in between for k in _NEW)


def _are_printed_alike(one: Figure, other: Figure) -> bool:
    """Whether both have as many decimals, and no two different units."""
    if one.value is None or other.value is None or other.upper or other.paren:
        return False
    units = {unit for unit in (one.unit, other.unit) if unit is not None}
    return len(units) <= 1 and one.value.decimals == other.value.decimals


def _sets_against(row: Row, first: int, second: int) -> bool:
    """Whether a word of contrast, or a mark and the name of another group, stands between."""
    between = row.between(first, second)
    if any(p.is_a("versus") for p in between):
        return True
    listed = any(p.is_a(kind) for p in between for kind in ("semicolon", "comma", "and"))
    return listed and any(p.is_a(kind) for p in between for kind in _GROUPS)
