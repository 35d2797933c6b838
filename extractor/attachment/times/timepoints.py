"""When: the time point that the clause names for its figures, or that the sentences before have set."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import Draft, Kind, TimeMention
from extractor.attachment.row import Row
from extractor.attachment.times.places import Place, belongs_to_outcome, mentions_of, places_of
from extractor.attachment.times.planned import PlannedTime, planned_for, planned_times
from extractor.pieces import Piece

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
    places = places_of(row)
    leading, trailing = _come_first(row, places), _come_last(row, places)

    def timed(draft: Draft) -> Draft:
        if not _can_be_timed(draft):
            return draft
        if draft.measure in _OVER_ALL:
            return replace(draft, timepoint=_right_beside(row, draft, places))
        own = _own(row, draft, places, leading=leading, trailing=trailing) if places else None
        if any(o.concept in _OF_PEOPLE for o in draft.outcomes):
            return replace(draft, timepoint=own if any(p.initial and p.time == own for p in places) else None)
        return replace(draft, timepoint=own or _inherited(row, draft, places))

    return _before_and_after(_dealt_again(_paired(row.mapped(timed), places), places), places)


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


def _right_beside(row: Row, draft: Draft, places: Sequence[Place]) -> TimeMention | None:
    """The time that is told of the figure itself: 'death at 5 years (HR 1.8)', 'HR 1.8 at 5 years'."""
    told = [d.position for d in row.drafts if d.is_fact and d.position < draft.position]
    for place in places:
        moment = not belongs_to_outcome(row, place) and not row.pieces[place.position].is_a("figure")
        if place.position < draft.position and moment and not any(p > place.position for p in told):
            return place.time
        if place.position > draft.position and _follows(row, draft.position, place.position):
            return place.time
    return None


def _follows(row: Row, start: int, end: int) -> bool:
    """Whether the time stands close behind the figure, with no other figure and no clause between."""
    between = row.between(start, end)
    parts = any(p.is_a("figure") or p.is_a("comma") or p.is_a("semicolon") for p in between)
    return end - start <= _BEHIND and not parts and not _is_of_next(row, end)


def _is_of_next(row: Row, at: int) -> bool:
    """Whether the time is that of a figure behind it: '… was 75% and at 2 years was 70%'."""
    return any(_leads(row, at, d.position) for d in row.drafts if at < d.position <= at + _LEAST + 1)


def _own(row: Row, draft: Draft, places: Sequence[Place], *, leading: bool, trailing: bool) -> TimeMention | None:
    """The time that its sentence gives the figure: right before it or its bracket, behind, before, or the only one."""
    behind = [p for p in places if p.position > draft.position]
    before = [p for p in places if p.position < draft.position and not _is_aside(row, p, draft.position)]
    if before and (leading or _introduces(row, before[-1].position, draft.position)):
        return before[-1].time
    closed = trailing and draft.kind is Kind.ESTIMATE
    if behind and (closed or _is_behind_bracket(row, draft.position, behind[0].position)):
        return behind[0].time
    if behind and _follows(row, draft.position, behind[0].position):
        return behind[0].time
    if before:
        return before[-1].time
    if len(places) == 1 and behind and not _parted(row, draft.position, behind[0].position):
        return behind[0].time
    return None


def _introduces(row: Row, at: int, position: int) -> bool:
    """Whether the time stands right before the figure's verb, colon or bracket: 'at 4 h: 1.1', 'at 3 years (12%)'."""
    if _leads(row, at, position):
        return True
    around = bracket_around(row, position)
    return len(around) > 0 and around.start == at + 2


def _leads(row: Row, at: int, position: int) -> bool:
    """Whether only a colon or a verb stands between the time and the figure: 'at 4 h: 1.1', 'at 1 year was 75%'."""
    between = row.between(at, position)
    return position > at and 0 < len(between) <= _LEAST and all(_joins(p) for p in between)


def _joins(piece: Piece) -> bool:
    return piece.is_a("colon") or piece.is_a("copula", "copula")


def _come_first(row: Row, places: Sequence[Place]) -> bool:
    """Whether each time leads its figures: 'at 1 week, cure was 95% and at 4 weeks, it was 97%'."""
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE]
    starts = [p.position for p in places]
    if len(starts) < _LEAST or not figures or starts[0] > figures[0]:
        return False
    return all(any(a < f < b for f in figures) for a, b in pairwise([*starts, len(row.pieces)]))


def _come_last(row: Row, places: Sequence[Place]) -> bool:
    """Whether each time closes its figures: 'cure was 95% at 1 week and 96% and 97%, respectively, at 4 weeks'."""
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE]
    ends = [p.position for p in places]
    if len(ends) < _LEAST or not figures or ends[-1] < figures[-1]:
        return False
    return all(any(a < f < b for f in figures) for a, b in pairwise([-1, *ends]))


def _is_aside(row: Row, place: Place, position: int) -> bool:
    """Whether the time dates figures of its own in a closed bracket: '(mean at entry, 8.6%) fell by 1.9%'.

    A time that is part of what is measured goes on behind it: '(5-year rate, 38% v 24%) and relapse (9% v 4%)'.
    """
    around = bracket_around(row, place.position)
    dates = any(d.is_fact and d.position in around for d in row.drafts)
    return dates and position not in around and not belongs_to_outcome(row, place)


def _is_behind_bracket(row: Row, start: int, end: int) -> bool:
    """Whether the figure stands in a bracket that closes right before the time: '(12% and 20%; P=0.04) at 6 months'."""
    around = bracket_around(row, start)
    return len(around) > 0 and around.stop in (end - 1, end)


def _parted(row: Row, start: int, end: int) -> bool:
    """Whether a new clause begins between the figure and the time behind it; a bracket that closes holds none."""
    depth = 0
    for piece in reversed(row.between(start, end)):
        depth += piece.is_a("close") - piece.is_a("open")
        if depth == 0 and (piece.is_a("semicolon") or piece.is_a("stop")):
            return True
    return False


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
