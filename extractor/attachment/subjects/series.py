"""Lists of figures about groups: what reads as one list, and its stretches that nobody owns yet."""

from collections.abc import Mapping, Sequence

from extractor.attachment.draft import Draft
from extractor.attachment.row import CONNECTORS, Row

_MORE = ("time_unit", "people", "dash")
"""What may stand between the members of a list of figures besides the connectors of every list."""

_REPEATED = 3
"""How many words at most a unit goes on behind a figure: '2.5 per 1000 screenings and 5.0 per 1000 screenings'."""


def series_of(row: Row, figures: Sequence[int]) -> list[list[int]]:
    """The figures as lists; words that stand behind one member and again behind the next do not part them."""
    series: list[list[int]] = []
    for group in row.groups(figures, _MORE):
        if series and _goes_on(row, series[-1][-1], group[0]):
            series[-1] += group
        else:
            series.append(group)
    return series


def unowned(drafts: Mapping[int, Draft], group: Sequence[int]) -> list[list[int]]:
    """The stretches of two and more members of a list that no arm has."""
    stretches: list[list[int]] = [[]]
    for position in group:
        if drafts[position].subject.arm:
            stretches.append([])
        else:
            stretches[-1].append(position)
    return [s for s in stretches if len(s) > 1]


def _goes_on(row: Row, last: int, following: int) -> bool:
    between = row.between(last, following)
    joint = next((i for i, p in enumerate(between) if any(p.is_a(k) for k in CONNECTORS)), 0)
    words = [row.text(p) for p in between[:joint]]
    plain = 0 < joint <= _REPEATED and all(any(p.is_a(k) for k in (*CONNECTORS, *_MORE)) for p in between[joint:])
    return plain and words == [row.text(p) for p in row.pieces[following + 1 : following + 1 + joint]]
