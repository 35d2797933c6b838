"""Abstracts about animals: their numbers are no facts about participants."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

ACCOUNT = "animal"
"""What every number of such an abstract is accounted for as."""

_REACH = 6
_LEAST_MENTIONS = 2


def without_animals(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, their facts accounted for where the abstract counts animals and no people."""
    if not _are_subjects(rows):
        return rows
    return tuple(row.mapped(_accounted) for row in rows)


def _are_subjects(rows: Sequence[Row]) -> bool:
    """Whether animals are counted, or spoken of in sentence after sentence, and no person is counted."""
    mentions = sum(row.sentence.has("animal") for row in rows)
    counted = any(_counts_animals(row) for row in rows)
    if not counted and mentions < _LEAST_MENTIONS:
        return False
    return not any(_counts_people(row, at) for row in rows for at in range(len(row.pieces)))


def _counts_animals(row: Row) -> bool:
    for at in row.positions("animal"):
        for i in range(at - 1, max(-1, at - _REACH), -1):
            piece = row.pieces[i]
            if piece.is_a("figure") or piece.numeral is not None:
                return True
            if any(piece.is_a(k) for k in ("comma", "stop", "preposition", "copula")):
                break
    return False


def _counts_people(row: Row, at: int) -> bool:
    """Whether the piece is a number of people: 'forty male rats' is none, and a word for a case counts animals too."""
    people = row.pieces[at].part("people")
    if people is None or any(p.is_a("animal") for p in row.pieces[at + 1 : at + 4]):
        return False
    return any(code != "case" for code in people.codes("people"))


def _accounted(draft: Draft) -> Draft:
    return replace(draft, kind=Kind.ACCOUNTED, account=ACCOUNT) if draft.is_fact else draft
