"""Lists of figures about groups: what reads as one list, and its stretches that nobody owns yet."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import CONNECTORS, Row

_MORE = ("time_unit", "people", "dash")
"""What may stand between the members of a list of figures besides the connectors of every list."""

_REPEATED = 3
"""How many words at most a unit goes on behind a figure: '2.5 per 1000 screenings and 5.0 per 1000 screenings'."""


def series_of(row: Row, figures: Sequence[int]) -> list[list[int]]:
    """The figures as lists; words that stand behind one member and again behind the next do not part them.

    Nor does a bracket behind a member, whose own figures are no members: '23 (12 died) and 15 months (9 died)'.
    """
    brackets: dict[int, list[int]] = {}
    for position in figures:
        brackets.setdefault(bracket_around(row, position).start, []).append(position)
    series: list[list[int]] = []
    for members in brackets.values():
        listed = [members[:1]]
        for one, other in pairwise(members):
            if _are_listed(row, one, other):
                listed[-1].append(other)
            else:
                listed.append([other])
        series += listed
    return sorted(series)


def _are_listed(row: Row, last: int, following: int) -> bool:
    if row.only(last, following, (*CONNECTORS, *_MORE)) or _goes_on(row, last, following):
        return True
    outside = list(_outside_brackets(row, last, following))
    inside = [i for i in range(last + 1, following) if i not in outside]
    plain = all(any(row.pieces[i].is_a(k) for k in (*CONNECTORS, *_MORE)) for i in outside)
    return plain and _tell_of_one(row, inside)


def _tell_of_one(row: Row, inside: Sequence[int]) -> bool:
    """Whether what stands in brackets tells more of the one figure before it: not an arm, not how two compare."""
    drafts = [draft for i in inside if (draft := row.at(i)) is not None]
    compared = any(d.kind in (Kind.EFFECT, Kind.TEST) for d in drafts)
    named = any(row.pieces[i].is_a("arm") or row.pieces[i].is_a("versus") for i in inside)
    return bool(drafts) and not compared and not named


def _outside_brackets(row: Row, start: int, end: int) -> Iterator[int]:
    """The positions between two others that stand in no bracket."""
    depth = max(0, row.opened(start))
    for i in range(start + 1, end):
        if depth == 0 and row.opened(i) <= 0:
            yield i
        depth = max(0, depth + row.opened(i))


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
