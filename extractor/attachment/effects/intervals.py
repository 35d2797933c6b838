"""Intervals that stand apart from their figures: behind the arm's name, or several under one label."""

from dataclasses import replace
from itertools import pairwise

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.figures import Bound, read_interval, read_intervals

_BEFORE_INTERVAL = frozenset(
    (
        *("open", "comma", "semicolon", "article", "preposition", "of", "having", "word", "alone", "people", "unit"),
        *("arm", "arm_head", "arm_role", "cohort", "drug", "timepoint", "measure", "comparative", "change", "versus"),
    )
)
"""What may stand between a figure and the interval in the bracket behind it."""

_REACH = 10
_LATE_REACH = 18


def bind_intervals(row: Row) -> Row:
    """The row with each interval that stands behind the arm given to its figure: '10.3 with A (95% CI, 7 to 12)'."""
    given: dict[int, Bound] = {}
    for at in row.positions("interval"):
        led = _led_by(row, at)
        if led is not None:
            given[led] = read_interval(row.pieces[at])
            continue
        for i in row.leftwards(at):
            draft = row.at(i)
            if draft is not None:
                if draft.figure is not None and draft.interval is None and i not in given:
                    given[i] = read_interval(row.pieces[at])
                break
            if at - i > _REACH or not any(row.pieces[i].is_a(k) for k in _BEFORE_INTERVAL):
                break
    return row.mapped(lambda d: replace(d, interval=given[d.position]) if d.position in given else d)


def _led_by(row: Row, at: int) -> int | None:
    """The figure whose interval stands before its label: （95%CI为0.65～0.85，HR 0.74）."""
    label = at + 1
    if label < len(row.pieces) and (row.pieces[label].is_a("comma") or row.pieces[label].is_a("close")):
        label += 1
    if label + 1 >= len(row.pieces) or not row.pieces[label].is_a("measure") or not row.pieces[at - 1].is_a("open"):
        return None
    draft = row.at(label + 1)
    bare = draft is not None and draft.figure is not None and draft.interval is None and draft.figure.unit is None
    return label + 1 if bare and not any(p.is_a("interval") for p in row.pieces[label + 2 : label + 4]) else None


def deal_intervals(row: Row) -> Row:
    """The row with a list of intervals dealt to as many figures before it: 'OR分别为1.2、1.8，95%CI分别为…'."""
    given: dict[int, Bound] = {}
    for at in row.positions("interval_list"):
        bounds = read_intervals(row.pieces[at])
        open_ones = [d for d in row.drafts if _wants_interval(d) and d.position < at][-len(bounds) :]
        if len(open_ones) == len(bounds) and all(_are_alike(a, b) for a, b in pairwise(open_ones)):
            given |= {d.position: b for d, b in zip(open_ones, bounds, strict=True)}
    return row.mapped(lambda d: replace(d, interval=given[d.position]) if d.position in given else d)


def _wants_interval(draft: Draft) -> bool:
    return draft.kind in (Kind.EFFECT, Kind.OPEN) and draft.figure is not None and draft.interval is None


def _are_alike(one: Draft, other: Draft) -> bool:
    """Whether two figures can be of one list: effects of one measure, or groups' figures of one unit."""
    if one.figure is None or other.figure is None or one.kind is not other.kind or one.measure != other.measure:
        return False
    return one.kind is Kind.EFFECT or one.figure.unit == other.figure.unit


def late_intervals(row: Row) -> Row:
    """The row with an interval in a bracket of its own given to the effect: 'a 30% cut in the risk of X (95% CI …)'."""
    taken = {d.interval.span for d in row.drafts if d.interval is not None}
    given: dict[int, Bound] = {}
    for at in row.positions("interval"):
        bound = read_interval(row.pieces[at])
        if bound.span in taken or at == 0 or not row.pieces[at - 1].is_a("open"):
            continue
        for i in row.leftwards(at):
            draft = row.at(i)
            if draft is not None and draft.figure is not None:
                if draft.kind is Kind.EFFECT and draft.interval is None and i not in given:
                    given[i] = bound
                break
            if at - i > _LATE_REACH or row.pieces[i].is_a("stop") or row.pieces[i].is_a("semicolon"):
                break
    return row.mapped(lambda d: replace(d, interval=given[d.position]) if d.position in given else d)
