"""Effects of which only the interval is printed, with no number of its own: 'OR 95% CI: 1.7 to 9.9'."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.figures import Bound, Figure, read_interval

_MARKS = ("open", "comma", "colon")
_RESULTS = ("results", "conclusions", "other")


def bare_intervals(row: Row) -> Row:
    """The row with an effect for each interval that has a measure's name and no number."""
    if row.sentence.section not in _RESULTS:
        return row
    return _told(_labelled(row))


def _labelled(row: Row) -> Row:
    """The name stands right before the interval, and no figure takes either."""
    used = {d.measure_at for d in row.drafts if d.measure_at is not None}
    taken = {d.interval.span for d in row.drafts if d.interval is not None}
    added: list[Draft] = []
    for at in row.positions("interval"):
        label, named = at - 1, row.pieces[at].part("measure")
        while label >= 0 and any(row.pieces[label].is_a(k) for k in _MARKS):
            label -= 1
        if named is not None:
            label = at
        measure = (named or row.pieces[label]).code("measure") if label >= 0 else None
        bound = read_interval(row.pieces[at])
        if measure is None or label in used or bound.span in taken or row.at(at) is not None:
            continue
        if at + 2 < len(row.pieces) and row.pieces[at + 1].is_a("comma") and row.pieces[at + 2].is_a("figure"):
            continue
        added.append(_bare(row, at, measure, label, bound))
    return _with(row, added)


def _told(row: Row) -> Row:
    """The interval says itself what it is of: '95% CI for the difference, 3 to 9'; an effect before it takes it."""
    given: dict[int, Bound] = {}
    added: list[Draft] = []
    for at in row.positions("measure_interval"):
        bound, named = read_interval(row.pieces[at]), row.pieces[at].part("measure")
        before = [d for d in row.drafts if d.position < at and d.figure is not None][-1:]
        if before and before[0].kind is Kind.EFFECT and before[0].interval is None:
            given[before[0].position] = bound
        else:
            shares = bool(before) and before[0].figure is not None and before[0].figure.is_percent
            told = (named.code("measure") if named else None) or "MD"
            added.append(_bare(row, at, "RD" if shares and told == "MD" else told, at, bound))
    bound_row = row.mapped(lambda d: replace(d, interval=given[d.position]) if d.position in given else d)
    return _with(bound_row, added)


def _bare(row: Row, at: int, measure: str, label: int, bound: Bound) -> Draft:
    span = row.pieces[at].span
    return Draft(
        at, span, Kind.EFFECT, Figure(span, "interval", None), measure=measure, measure_at=label, interval=bound
    )


def _with(row: Row, added: Sequence[Draft]) -> Row:
    if not added:
        return row
    return replace(row, drafts=tuple(sorted([*row.drafts, *added], key=lambda d: d.position)))
