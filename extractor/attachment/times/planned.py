"""Times fixed in advance: 'the primary outcome was death within 28 days' dates every later figure of that outcome."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.attachment.draft import OutcomeMention, TimeMention
from extractor.pieces import Piece

_REACH = 12
"""Pieces behind the time in which an outcome may still be named: 'at 6 months, the primary outcome, death'."""
_LEAST_WORDS = 8
"""Shortest name of an unknown outcome that is looked for among the planned words."""


@dataclass(frozen=True, slots=True)
class PlannedTime:
    """An outcome and the time at which it is said to be measured; `words` are those that describe it, in lower case."""

    concept: str | None
    time: TimeMention
    words: str = ""


def planned_times(pieces: Sequence[Piece], times: Sequence[tuple[int, TimeMention]], view: str) -> list[PlannedTime]:
    """What a sentence of the methods fixes: an outcome (or its role) and one single time point behind it.

    It holds for every outcome that the sentence names. A sentence with several times leaves open which of them the
    results print, so nothing is taken from it.
    """
    roles = [i for i, p in enumerate(pieces) if p.is_a("outcome_role")]
    first = next(iter(roles or (i for i, p in enumerate(pieces) if p.is_a("outcome"))), None)
    if first is None or len(times) != 1:
        return []
    at, time = times[0]
    if at < first and any(concept_of(p) for p in pieces[at + 1 : at + 2]):
        first = at + 1
    if time.unit is None or at < first - 1:
        return []
    named = [p for i, p in enumerate(pieces) if first <= i <= at + _REACH]
    concepts = dict.fromkeys(c for p in named if (c := concept_of(p)) is not None)
    words = view[pieces[first].span.start : pieces[max(at, first)].span.start].lower()
    return [*(PlannedTime(c, time) for c in concepts), PlannedTime(None, time, words)]


def concept_of(piece: Piece) -> str | None:
    """The concept under which an outcome's piece is known, a role's included."""
    role = piece.code("outcome_role")
    return piece.code("outcome") or piece.code("adverse_event") or (f"{role}_outcome" if role else None)


def planned_for(outcomes: Sequence[OutcomeMention], planned: Sequence[PlannedTime], view: str) -> TimeMention | None:
    """The time planned for the first outcome, or None: by its concept, else by its own words among the planned ones."""
    if not outcomes:
        return None
    concept, text = outcomes[0].concept, outcomes[0].span.of(view).lower()
    if concept is not None:
        return next((p.time for p in reversed(planned) if p.concept == concept), None)
    return next((p.time for p in reversed(planned) if len(text) >= _LEAST_WORDS and text in p.words), None)
