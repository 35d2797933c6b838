"""Two bare bounds in brackets that can only be an interval, though no label says so."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.figures import Bound, Level

_SHARES = ("proportion", "rate")


def bounds_of_shares(row: Row) -> Row:
    """The row with the bare bounds of shares read as intervals: 'a rate of 17.1% (8.0 to 30.6)'.

    People do not scatter about a share or a rate, so the bounds are no range of theirs; nor does a range of observed
    values end with one that was not reached.
    """
    return row.mapped(_read)


def _read(draft: Draft) -> Draft:
    figure = draft.figure
    if draft.kind is not Kind.ESTIMATE or figure is None or figure.value is None or figure.bounds is None:
        return draft
    low, high = figure.bounds.low, figure.bounds.high
    open_ended = (low is None) != (high is None)
    if draft.interval is not None or not (open_ended or draft.statistic in _SHARES):
        return draft
    if (low and low.value > figure.value.value) or (high and high.value < figure.value.value):
        return draft
    interval = Bound(low, high, Level(None, "confidence"), figure.bounds.span)
    return replace(draft, figure=replace(figure, interval=interval, bounds=None), interval=interval)
