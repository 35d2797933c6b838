"""Which side of a contrast its subject is, by what is said of it and by the numbers: 'was higher with A (6% v 15%)'."""

from collections.abc import Sequence
from decimal import Decimal

from extractor.attachment.row import Row
from extractor.attachment.subjects.clauses import Clause
from extractor.attachment.subjects.mentions import is_led


def is_turned(row: Row, clause: Clause, order: Sequence[str]) -> bool:
    """Whether what the clause says of its subject holds only where the two figures stand in the other order."""
    values = _amounts(row, clause.figures)
    if len(order) != len(clause.figures) or len(set(order)) != 2 or len(values) != 2:
        return False
    degree = _degree(row, range(clause.start, clause.figures[0]))
    subject = _subject(row, clause, degree) if degree is not None else None
    if degree is None or subject not in order or values[0] == values[1]:
        return False
    larger = order[0] if values[0] > values[1] else order[1]
    return (larger == subject) != row.pieces[degree].is_a("comparative", "higher")


def _amounts(row: Row, figures: Sequence[int]) -> list[Decimal]:
    """The numbers of the figures; those below nought are left out: more of a fall is less."""
    found = (draft.figure for i in figures if (draft := row.at(i)) is not None and draft.figure is not None)
    values = (quantity.value for figure in found if (quantity := figure.value or figure.events) is not None)
    return [value for value in values if value >= 0]


def _degree(row: Row, told: range) -> int | None:
    """The first word of more or less; None where such words disagree, or rate what is told: 'better', 'more mobile'."""
    compared = [i for i in told if row.pieces[i].is_a("comparative")]
    agree = len({row.pieces[i].code("comparative") for i in compared}) == 1
    return compared[0] if agree and not any(row.pieces[i].is_a("rating") for i in compared) else None


def _subject(row: Row, clause: Clause, degree: int) -> str | None:
    """The arm that it is said of: the last before the word, else the first behind it; no one is compared with it."""
    led = {row.pieces[i].entity for i in clause.arms if is_led(row, i)}
    spoken = [i for i in clause.arms if row.pieces[i].entity not in led]
    before = [i for i in spoken if i < degree]
    return row.pieces[before[-1] if before else spoken[0]].entity if spoken else None
