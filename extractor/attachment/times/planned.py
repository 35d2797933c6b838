"""Times fixed in advance: 'the primary outcome was death within 28 days' dates every later figure of that outcome."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.attachment.draft import OutcomeMention, TimeMention
from extractor.pieces import Piece

_REACH = 12


@dataclass(frozen=True, slots=True)
class PlannedTime:
    """The concept of an outcome and the time at which the methods say that it is measured."""

    concept: str
    time: TimeMention


def planned_times(pieces: Sequence[Piece], times: Sequence[tuple[int, TimeMention]]) -> tuple[PlannedTime, ...]:
    """What a sentence of the methods fixes: an outcome's role and one single time point, for every outcome it names.

    A sentence with several times leaves open which of them the results print, so nothing is taken from it.
    """
    role = next((i for i, p in enumerate(pieces) if p.is_a("outcome_role")), None)
    if role is None or len(times) != 1:
        return ()
    at, time = times[0]
    if time.value is None or at < role:
        return ()
    named = [p for i, p in enumerate(pieces) if role <= i and abs(i - at) <= _REACH]
    concepts = dict.fromkeys(c for p in named if (c := concept_of(p)) is not None)
    return tuple(PlannedTime(c, time) for c in concepts)


def concept_of(piece: Piece) -> str | None:
    """The concept under which an outcome's piece is known, a role's included."""
    role = piece.code("outcome_role")
    return piece.code("outcome") or piece.code("adverse_event") or (f"{role}_outcome" if role else None)


def planned_for(outcomes: Sequence[OutcomeMention], planned: Sequence[PlannedTime]) -> TimeMention | None:
    """The time planned for the first outcome, or None."""
    concept = outcomes[0].concept if outcomes else None
    return next((p.time for p in reversed(planned) if concept is not None and p.concept == concept), None)
