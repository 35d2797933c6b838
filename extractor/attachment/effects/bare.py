"""Effects of which only the interval is printed, with no number of its own: 'OR 95% CI: 1.7 to 9.9'."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.figures import Figure, read_interval

_MARKS = ("open", "comma", "colon")
_RESULTS = ("results", "conclusions", "other")


def bare_intervals(row: Row) -> Row:
    """The row with an effect for each interval right behind a measure's name, where no figure takes either."""
    if row.sentence.section not in _RESULTS:
        return row
    used = {d.measure_at for d in row.drafts if d.measure_at is not None}
    taken = {d.interval.span for d in row.drafts if d.interval is not None}
    added: list[Draft] = []
    for at in row.positions("interval"):
        label = at - 1
        while label >= 0 and any(row.pieces[label].is_a(k) for k in _MARKS):
            label -= 1
        measure = row.pieces[label].code("measure") if label >= 0 else None
        bound = read_interval(row.pieces[at])
        if measure is None or label in used or bound.span in taken or row.at(at) is not None:
            continue
        if at + 2 < len(row.pieces) and row.pieces[at + 1].is_a("comma") and row.pieces[at + 2].is_a("figure"):
            continue
        span = row.pieces[at].span
        figure = Figure(span, "interval", None)
        added.append(Draft(at, span, Kind.EFFECT, figure, measure=measure, measure_at=label, interval=bound))
    if not added:
        return row
    return replace(row, drafts=tuple(sorted([*row.drafts, *added], key=lambda d: d.position)))
