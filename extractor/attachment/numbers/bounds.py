"""Two bare bounds that can only be an interval, though no label says so."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.numbers.declared import declared_spread
from extractor.attachment.row import Row
from extractor.figures import Bound, Figure, Level

_SHARES = ("proportion", "rate")
_APART = frozenset({"follow_up", "max_follow_up", "age"})
"""Outcomes whose quartiles are printed beside the intervals of all others."""

_HUNDRED = 100


def bounds_of_shares(row: Row) -> Row:
    """The row with the bare bounds of shares read as intervals: 'a rate of 17.1% (8.0 to 30.6)'.

    People do not scatter about a share or a rate, so the bounds are no range of theirs; nor does a range of observed
    values end with one that was not reached.
    """

    def read(draft: Draft) -> Draft:
        figure = draft.figure
        if figure is None or figure.bounds is None or draft.kind is not Kind.ESTIMATE:
            return draft
        open_ended = (figure.bounds.low is None) != (figure.bounds.high is None)
        told = open_ended or draft.statistic in _SHARES
        return _with_interval(draft, figure, Level(None, "confidence")) if told else draft

    return row.mapped(read)


def bounds_of_levels(row: Row) -> Row:
    """The row with all other bare bounds read as the text has printed its bounds so far, where these are intervals.

    'HR 0.84 (95% CI 0.68-0.99) … survival was 5.7 months (5.5-6.5)': the level is printed once. A text that has
    printed quartiles or ranges of what it measures may go on with them.
    """
    known = row.carried.level if row.carried.spread is None and not row.carried.scattered else None
    drafts: list[Draft] = []
    for draft in row.drafts:
        if scatters(draft) or (declared_spread(row) and draft.figure is not None and draft.figure.bounds):
            return row
        if draft.interval is not None and draft.interval.level is not None and draft.interval.level.percent is not None:
            known = draft.interval.level if not row.carried.scattered else None
        figure = draft.figure
        bare = figure is not None and figure.bounds is not None and draft.kind is Kind.ESTIMATE
        apart = any(o.concept in _APART for o in draft.outcomes)
        drafts.append(_with_interval(draft, figure, known) if bare and figure and known and not apart else draft)
    return replace(row, drafts=tuple(drafts))


def scatters(draft: Draft) -> bool:
    """Whether the figure prints quartiles or a range of what the study measures, so that bare bounds may be such."""
    spread = draft.figure.spread if draft.figure is not None else None
    if spread is None or spread.low is None:
        return False
    return not any(outcome.concept in _APART for outcome in draft.outcomes)


def _with_interval(draft: Draft, figure: Figure, level: Level) -> Draft:
    """The draft with its bounds as an interval about its value, which may be in percent and they not."""
    bounds, value = figure.bounds, figure.value
    if draft.interval is not None or bounds is None or value is None:
        return draft
    low, high = bounds.low, bounds.high
    scales = (1, _HUNDRED) if figure.is_percent else (1,)
    if not any(
        (low is None or low.value * s <= value.value) and (high is None or value.value <= high.value * s)
        for s in scales
    ):
        return draft
    interval = Bound(low, high, level, bounds.span)
    return replace(draft, figure=replace(figure, interval=interval, bounds=None), interval=interval)
