"""Which two arms an effect or a test compares."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.subjects.mentions import arms_spoken_of, is_led


def compare_arms(row: Row) -> Row:
    """An effect or test compares the two arms named in its sentence, or the trial's two arms; the control last.

    Arms that its own label sets against each other ('HR for B v A, 2.1') stand as they are told.
    """
    places = row.positions("arm")
    named = arms_spoken_of(row, places)
    pair = named if len(named) == 2 else _with_other(row, places)

    def compared(draft: Draft) -> Draft:
        if draft.kind not in (Kind.EFFECT, Kind.TEST):
            return draft
        told = _told(row, draft, places)
        first_second = told or (tuple(sorted(pair, key=lambda a: a in row.controls)) if len(pair) == 2 else ())
        if len(first_second) != 2:
            return draft
        return replace(draft, subject=replace(draft.subject, arm=first_second[0], comparator=first_second[1]))

    return row.mapped(compared)


def _with_other(row: Row, places: Sequence[int]) -> tuple[str, ...]:
    """The trial's two arms: the one that the sentence is about first, else in the order last spoken of."""
    spoken = {row.pieces[i].entity for i in places if not is_led(row, i)}
    carried = row.carried.arms if len(row.carried.arms) == len(row.arms) else row.arms
    return tuple(sorted(carried, key=lambda arm: arm not in spoken))


def _told(row: Row, draft: Draft, places: Sequence[int]) -> tuple[str, ...]:
    """The arms that stand against each other between the measure and its value."""
    if draft.measure_at is None or draft.kind is not Kind.EFFECT:
        return ()
    inside = [i for i in places if draft.measure_at < i < draft.position]
    arms = tuple(e for i in inside if (e := row.pieces[i].entity))
    opposed = len(inside) == 2 and any(p.is_a("versus") for p in row.between(inside[0], inside[1]))
    return arms if opposed and len(set(arms)) == 2 else ()
