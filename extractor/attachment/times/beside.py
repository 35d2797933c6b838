"""Which of the times that a sentence names is a figure's own: the one before it, behind it, or the only one."""

from collections.abc import Sequence
from itertools import pairwise

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import Draft, Kind, TimeMention
from extractor.attachment.row import Row
from extractor.attachment.times.places import Place, belongs_to_outcome
from extractor.pieces import Piece

_BEHIND = 6
_LEAST = 2
"""The fewest times that a sentence must name to list them."""

_GAP = 2
"""How many pieces may stand between a time and the figure that it leads to."""

_MOMENTS = (
    "timepoint_after_word",
    "timepoint_label_first",
    "timepoint_ordinal",
    "timepoint_of_age",
    "timepoint_of_event",
)
"""Rules that read a moment with the word that leads it, so that it can date a whole clause before it."""


def time_beside(
    row: Row, draft: Draft, places: Sequence[Place], *, leading: bool, trailing: bool
) -> TimeMention | None:
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
    if len(places) == 1 and behind and _closes(row, behind[0]) and not _parted(row, draft.position, behind[0].position):
        return behind[0].time
    return None


def time_of_measure(row: Row, draft: Draft, places: Sequence[Place]) -> TimeMention | None:
    """The time that is told of the figure itself: 'death at 5 years (HR 1.8)', 'HR 1.8 at 5 years'."""
    told = [d.position for d in row.drafts if d.is_fact and d.position < draft.position]
    for place in places:
        moment = not belongs_to_outcome(row, place) and not row.pieces[place.position].is_a("figure")
        if place.position < draft.position and moment and not any(p > place.position for p in told):
            return place.time
        if place.position > draft.position and _follows(row, draft.position, place.position):
            return place.time
    return None


def come_first(row: Row, places: Sequence[Place]) -> bool:
    """Whether each time leads its figures: 'at 1 week, cure was 95% and at 4 weeks, it was 97%'."""
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE]
    starts = [p.position for p in places]
    if len(starts) < _LEAST or not figures or starts[0] > figures[0]:
        return False
    return all(any(a < f < b for f in figures) for a, b in pairwise([*starts, len(row.pieces)]))


def come_last(row: Row, places: Sequence[Place]) -> bool:
    """Whether each time closes its figures: 'cure was 95% at 1 week and 96% and 97%, respectively, at 4 weeks'."""
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE]
    ends = [p.position for p in places]
    if len(ends) < _LEAST or not figures or ends[-1] < figures[-1]:
        return False
    return all(any(a < f < b for f in figures) for a, b in pairwise([-1, *ends]))


def _follows(row: Row, start: int, end: int) -> bool:
    """Whether the time stands close behind the figure, with no other figure and no clause between."""
    between = row.between(start, end)
    parts = any(p.is_a("figure") or p.is_a("comma") or p.is_a("semicolon") for p in between)
    return end - start <= _BEHIND and not parts and not _is_of_next(row, end)


def _is_of_next(row: Row, at: int) -> bool:
    """Whether the time is that of a figure behind it: '… was 75% and at 2 years was 70%'."""
    return any(_leads(row, at, d.position) for d in row.drafts if at < d.position <= at + _GAP + 1)


def _closes(row: Row, place: Place) -> bool:
    """Whether the time ends what the sentence tells of figures: it names a moment, or stands last or by a figure.

    One named on the way says nothing of the figures before: '52% men were followed for 2 years at home'.
    """
    if place.position + 1 >= len(row.pieces) or row.pieces[place.position + 1].is_a("stop"):
        return True
    near = any(
        d.is_fact and d.position < place.position and _follows(row, d.position, place.position) for d in row.drafts
    )
    piece = row.pieces[place.position]
    return near or piece.rule in _MOMENTS or piece.is_a("time_anchor", "after")


def _introduces(row: Row, at: int, position: int) -> bool:
    """Whether the time stands right before the figure's verb, colon or bracket: 'at 4 h: 1.1', 'at 3 years (12%)'."""
    if _leads(row, at, position):
        return True
    around = bracket_around(row, position)
    return len(around) > 0 and around.start == at + 2


def _leads(row: Row, at: int, position: int) -> bool:
    """Whether only a colon or a verb stands between the time and the figure: 'at 4 h: 1.1', 'at 1 year was 75%'."""
    between = row.between(at, position)
    return position > at and 0 < len(between) <= _GAP and all(_joins(p) for p in between)


def _joins(piece: Piece) -> bool:
    return piece.is_a("colon") or piece.is_a("copula", "copula")


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
