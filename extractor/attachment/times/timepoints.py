"""When: the time point that the clause names for its figures, or that the sentences before have set."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.attachment.draft import Draft, Kind, TimeMention
from extractor.attachment.row import Row
from extractor.attachment.times.beside import come_first, come_last, time_beside, time_of_measure
from extractor.attachment.times.places import Place, belongs_to_outcome, mentions_of, places_of
from extractor.attachment.times.planned import PlannedTime, planned_for, planned_times

_OF_PEOPLE = frozenset({"age", "female_sex", "male_sex", "sex"})
"""Outcomes that describe the people: they have no time but the start, where it is named."""
_UNTIMED = frozenset({"follow_up", "maximum_follow_up"})
"""Outcomes that describe the study, not a moment of it."""

_OVER_ALL = frozenset({"HR"})
"""Measures of the whole time that people were followed, whatever moment the figures beside them are of."""

_BEHIND = 6
_HOLDS = 2
"""For how many sentences a time holds that opened one; further on it is right less often than not."""
_LEAST = 2
_LABEL = 3
"""Up to which piece the colon behind a section's label may stand."""


def find_timepoints(row: Row) -> Row:
    """The row with time points given to estimates, effects and tests."""
    named = places_of(row)
    moments = [p for p in named if not row.pieces[p.position].is_a("figure")]
    leading, trailing = come_first(row, named), come_last(row, named)

    def timed(draft: Draft) -> Draft:
        if not _can_be_timed(draft):
            return draft
        places = moments if _is_counted(draft) else named
        if draft.measure in _OVER_ALL:
            return replace(draft, timepoint=time_of_measure(row, draft, places))
        own = time_beside(row, draft, places, leading=leading, trailing=trailing) if places else None
        if any(o.concept in _OF_PEOPLE for o in draft.outcomes):
            return replace(draft, timepoint=own if any(p.initial and p.time == own for p in places) else None)
        return replace(draft, timepoint=own or _inherited(row, draft, places))

    return _before_and_after(_dealt_again(_paired(row.mapped(timed), named), named), named)


def handed_time(row: Row) -> tuple[TimeMention | None, int]:
    """The time that the sentence opens with, and for how many sentences more it holds.

    A time named in passing says nothing of the sentences that follow.
    """
    places = [p for p in places_of(row) if not belongs_to_outcome(row, p) and not p.stretch]
    if places and not places[0].initial and _opens(row, places[0].position):
        return places[0].time, _HOLDS
    if places or row.carried.held <= 1:
        return None, 0
    return row.carried.timepoint, row.carried.held - 1


def _opens(row: Row, position: int) -> bool:
    """Whether nothing but a label and small words stands before the place: 'Results: At 6 months, …'."""
    for i in row.leftwards(position):
        piece = row.pieces[i]
        if piece.is_a("colon") and i <= _LABEL:
            return True
        if not (piece.is_a("preposition") or piece.is_a("article") or piece.is_a("time_word")):
            return False
    return True


def handed_plans(row: Row) -> tuple[PlannedTime, ...]:
    """The plans so far, with those that the sentence adds; in the results, an outcome named with its time."""
    if row.sentence.section in ("results", "conclusions"):
        own = {row.pieces[p.position].span for p in places_of(row) if belongs_to_outcome(row, p)}
        dated = [(d.outcomes[0], d.timepoint) for d in row.drafts if d.outcomes and d.timepoint]
        told = [PlannedTime(o.concept, t, o.span.of(row.view).lower()) for o, t in dated if t.span in own]
        return (*row.carried.planned, *told)
    times = [(p.position, t) for p in places_of(row) if not p.initial and not p.stretch for t in _times_of(row, p)]
    return (*row.carried.planned, *planned_times(row.pieces, times, row.view))


def _times_of(row: Row, place: Place) -> list[TimeMention]:
    """The times that a place names: 'at 6 and 12 months' names two."""
    return mentions_of(row.pieces[place.position]) if row.pieces[place.position].is_a("timepoint") else [place.time]


def _can_be_timed(draft: Draft) -> bool:
    if draft.kind not in (Kind.ESTIMATE, Kind.EFFECT, Kind.TEST) or _is_median_length(draft):
        return False
    return not any(o.concept in _UNTIMED for o in draft.outcomes)


def _is_median_length(draft: Draft) -> bool:
    """Whether it is the time until half of the people had the event: it is itself no figure of a moment."""
    figure = draft.figure
    if figure is None or draft.kind is not Kind.ESTIMATE or draft.statistic != "median":
        return False
    return figure.not_reached or figure.unit_kind == "time_unit"


def _is_counted(draft: Draft) -> bool:
    """Whether it counts events: the median time for which people were followed is not when they had happened."""
    figure = draft.figure
    return draft.statistic in ("count", "rate") or (figure is not None and figure.events is not None)


def _inherited(row: Row, draft: Draft, places: Sequence[Place]) -> TimeMention | None:
    """The time set before, for figures that can go on in it: no lengths of time, no adverse events."""
    figure = draft.figure
    if figure is not None and (figure.unit_kind == "time_unit" or figure.not_reached):
        return None
    if row.sentence.section != "results" and not row.carried.timepoint:
        return None
    adverse = any(o.adverse for o in draft.outcomes)
    carried = None if adverse or places else row.carried.timepoint
    return carried or (
        planned_for(draft.outcomes, row.carried.planned, row.view) if row.sentence.section == "results" else None
    )


def _paired(row: Row, places: Sequence[Place]) -> Row:
    """As many figures in a list as time points in a list before it: in order."""
    out = {d.position: d for d in reversed(row.drafts)}
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE and _can_be_timed(d)]
    positions = [p.position for p in places if not p.stretch]
    lists = [[t for i in g for t in mentions_of(row.pieces[i])] for g in row.groups(positions)]
    ends = [g[-1] for g in row.groups(positions)]
    for group in row.groups(figures):
        fitting = [ts for ts, end in zip(lists, ends, strict=True) if len(ts) == len(group) >= 2 and end < group[0]]
        for times in fitting[-1:]:
            for position, time in zip(group, times, strict=True):
                out[position] = replace(out[position], timepoint=time)
    return replace(row, drafts=tuple(out[d.position] if d.kind is Kind.ESTIMATE else d for d in row.drafts))


def _dealt_again(row: Row, places: Sequence[Place]) -> Row:
    """'A组1年时为81%，2年时为70%，B组分别为72%和58%': a list of another arm takes the times of the figures before."""
    out = {d.position: d for d in row.drafts if d.kind is Kind.ESTIMATE and _can_be_timed(d)}
    order = sorted(out)
    for group in row.groups(order):
        before = [out[i] for i in order if i < group[0]][-len(group) :]
        times = [d.timepoint for d in before]
        if len(group) < _LEAST or len(times) < len(group) or None in times or len(set(times)) < len(times):
            continue
        between = row.between(before[-1].position, group[0])
        listed = any(p.is_a("arm") for p in between) and any(p.is_a("respectively") for p in between)
        if listed and not any(before[-1].position < p.position < group[0] for p in places):
            out |= {i: replace(out[i], timepoint=t) for i, t in zip(group, times, strict=True)}
    return replace(row, drafts=tuple(out.get(d.position, d) if d.kind is Kind.ESTIMATE else d for d in row.drafts))


def _before_and_after(row: Row, places: Sequence[Place]) -> Row:
    """'From 7.9 to 7.1 at week 12': the first figure is the state before, so the later time is not its own."""
    first = {a for a, _ in _changes(row)}
    start = next((p.time for p in places if p.initial), None)
    later = [p.time for p in places if not p.initial]
    second = {b for _, b in _changes(row)}

    def changed(draft: Draft) -> Draft:
        if draft.position in first and draft.kind is Kind.ESTIMATE:
            return replace(draft, timepoint=start)
        if draft.position in second and draft.timepoint == start and start is not None:
            return replace(draft, timepoint=later[-1] if later else None)
        return draft

    return row.mapped(changed) if first else row


def _changes(row: Row) -> list[tuple[int, int]]:
    """Pairs of figures joined as 'from … to …'."""
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE]
    near = [(a, b) for a, b in pairwise(figures) if b - a <= _BEHIND and _led_by_from(row, a)]
    return [(a, b) for a, b in near if any(p.is_a("to") for p in row.between(a, b))]


def _led_by_from(row: Row, at: int) -> bool:
    near = row.pieces[max(0, at - 3) : at]
    return any(p.is_a("from") for p in near)


__all__ = ["find_timepoints", "handed_plans", "handed_time"]
