"""Which printed number of one text is which of the other's, by value and order alone: what no reading can mistake."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Final

from extractor.agreement.marks import Mark, Marks
from extractor.agreement.numbers import Difference, difference, one_digit_off
from extractor.agreement.units import scale
from extractor.spans import Span

_REACH: Final = 10  # how many numbers further a translation may move one
_SHORT_REACH: Final = 4
_NEAR: Final = 3  # the same for a number that is no longer the same
_UNEQUAL: Final = frozenset((Difference.OTHER,))
_OPPOSITE: Final = 2
_WORD_WORTH: Final = 10
_FIGURE_WORTH: Final = 20
_SAME_UNIT: Final = 5


@dataclass(frozen=True, slots=True)
class MarkPair:
    """One number printed in both texts; `moved` where it stands out of the order of the others."""

    left: Mark
    right: Mark
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """All printed numbers: told in both texts, changed between them, or told in one."""

    same: tuple[MarkPair, ...]
    changed: tuple[MarkPair, ...]
    left_only: tuple[Mark, ...]
    right_only: tuple[Mark, ...]
    _told: dict[tuple[bool, int], MarkPair] = field(init=False, compare=False, repr=False)
    _changed: dict[tuple[bool, int], MarkPair] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_told", dict(_letters(self.same)))
        object.__setattr__(self, "_changed", dict(_letters(self.changed)))

    def pair(self, span: Span, *, left: bool) -> MarkPair | None:
        """The number at this place of the left or right text, with its equal in the other."""
        found = (self._told.get((left, at)) for at in range(span.start, span.end))
        return next((pair for pair in found if pair is not None), None)

    def changes(self, span: Span, *, left: bool) -> bool:
        """Whether the other text has another number at its place."""
        return any((left, at) in self._changed for at in range(span.start, span.end))


def _letters(pairs: tuple[MarkPair, ...]) -> Iterator[tuple[tuple[bool, int], MarkPair]]:
    for pair in pairs:
        for left, mark in ((True, pair.left), (False, pair.right)):
            yield from (((left, at), pair) for at in range(mark.span.start, mark.span.end))


def tally(left: Marks, right: Marks) -> Tally:
    """The numbers of two texts side by side."""
    ours, theirs = left.marks, right.marks
    steady = _in_order(ours, theirs)
    moved = list(_moved(ours, theirs, steady))
    known = sorted([*steady, *moved])
    changed = list(_changed(ours, theirs, steady, known))
    taken_left = {i for i, _ in (*known, *changed)}
    taken_right = {j for _, j in (*known, *changed)}
    out_of_order = frozenset(moved)
    return Tally(
        tuple(MarkPair(ours[i], theirs[j], (i, j) in out_of_order) for i, j in known),
        tuple(MarkPair(ours[i], theirs[j]) for i, j in sorted(changed)),
        tuple(m for i, m in enumerate(ours) if i not in taken_left and m.written),
        tuple(m for j, m in enumerate(theirs) if j not in taken_right and m.written),
    )


def _in_order(ours: tuple[Mark, ...], theirs: tuple[Mark, ...]) -> list[tuple[int, int]]:
    """The heaviest run of equal numbers that rises in both texts; a long number weighs more than a 2.

    Of runs as heavy the one that leaves the most numbers opposite each other: there a changed number stands.
    """
    rows, columns = len(ours), len(theirs)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        line, below = best[i], best[i + 1]
        for j in range(columns - 1, -1, -1):
            line[j] = max(below[j], line[j + 1], below[j + 1] + _worth(ours[i], theirs[j]))
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        equal = ours[i].size == theirs[j].size
        if best[i][j] == best[i + 1][j + 1] + _worth(ours[i], theirs[j]):
            found += [(i, j)] * equal
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _worth(ours: Mark, theirs: Mark) -> int:
    """What it is worth to have two numbers opposite each other; a 3 and a 3% are hardly equal."""
    same_unit = ours.unit == theirs.unit
    if ours.size != theirs.size:
        return _OPPOSITE if same_unit else 0
    if _hardly_equal(ours, theirs):
        return _OPPOSITE - 1
    return 20 * ours.printed.telling + (_FIGURE_WORTH if ours.written else _WORD_WORTH) + _SAME_UNIT * same_unit


def _hardly_equal(ours: Mark, theirs: Mark) -> bool:
    return ours.unit != theirs.unit and ours.printed.telling == 1 and "%" in (ours.unit, theirs.unit)


def _free(
    ours: tuple[Mark, ...], theirs: tuple[Mark, ...], known: list[tuple[int, int]]
) -> tuple[list[int], list[int]]:
    taken_left, taken_right = {i for i, _ in known}, {j for _, j in known}
    return (
        [i for i in range(len(ours)) if i not in taken_left],
        [j for j in range(len(theirs)) if j not in taken_right],
    )


def _windows(steady: list[tuple[int, int]], rows: int, columns: int) -> list[tuple[int, int]]:
    """For each number of the left, between which numbers of the right it should stand."""
    edges = [(-1, -1), *steady, (rows, columns)]
    windows: list[tuple[int, int]] = [(0, 0)] * rows
    for (i0, j0), (i1, j1) in pairwise(edges):
        for i in range(i0 + 1, i1):
            windows[i] = (j0, j1)
    for i, j in steady:
        windows[i] = (j, j)
    return windows


def _moved(
    ours: tuple[Mark, ...], theirs: tuple[Mark, ...], steady: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    left, right = _free(ours, theirs, steady)
    windows = _windows(steady, len(ours), len(theirs))
    # A number in figures with another one at its very place was changed; no far 'two' is the 2 that it became.
    opposite = [(i, j) for i in left for j in right if not _outside(j, windows[i]) and _may_become(ours[i], theirs[j])]
    faced_left, faced_right = {i for i, _ in opposite}, {j for _, j in opposite}
    choices = sorted(
        (_outside(j, windows[i]), ours[i].unit != theirs[j].unit, i, j)
        for i in left
        for j in right
        if ours[i].size == theirs[j].size
        and not _hardly_equal(ours[i], theirs[j])
        and not (i in faced_left and not theirs[j].written)
        and not (j in faced_right and not ours[i].written)
    )
    gone_left, gone_right = set[int](), set[int]()
    for distance, _, i, j in choices:
        if distance <= _reach(ours[i], theirs[j]) and i not in gone_left and j not in gone_right:
            gone_left.add(i)
            gone_right.add(j)
            yield i, j


def _may_become(ours: Mark, theirs: Mark) -> bool:
    """Whether the one may be the other changed: by a slip, or both one digit with one unit."""
    short = len(ours.printed.digits) == len(theirs.printed.digits) == 1 and ours.unit == theirs.unit
    return ours.written and theirs.written and (short or is_slip(ours, theirs))


def _reach(ours: Mark, theirs: Mark) -> int:
    """How far a number may have moved: a short one stands anywhere, in words anyhow."""
    if not (ours.written and theirs.written):
        return _NEAR if ours.written or theirs.written else 0
    return _REACH if ours.printed.telling > 1 else _SHORT_REACH


def _outside(j: int, window: tuple[int, int]) -> int:
    """How many numbers `j` stands outside its window."""
    low, high = window
    return max(low - j, j - high, 0)


def _changed(
    ours: tuple[Mark, ...], theirs: tuple[Mark, ...], steady: list[tuple[int, int]], known: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Numbers left over at the same place of both texts."""
    left, right = _free(ours, theirs, known)
    windows = _windows(steady, len(ours), len(theirs))
    # Numbers that one text prints alone, as the months of its dates, do not part what stands on either side of them.
    told = [0, *accumulate(j not in right for j in range(len(theirs)))]

    def away(i: int, j: int) -> int:
        low, high = windows[i]
        if not is_slip(ours[i], theirs[j]):
            return _outside(j, windows[i])
        return max(told[low + 1] - told[j], told[j + 1] - told[high], 0)

    choices = sorted(
        (not is_slip(ours[i], theirs[j]), ours[i].unit != theirs[j].unit, _outside(j, windows[i]), i, j)
        for i in left
        for j in right
        if ours[i].written
        and theirs[j].written
        and _is_other(ours[i], theirs[j])
        and away(i, j) <= _NEAR
        and not _converted(ours[i], theirs[j])
    )
    gone_left, gone_right = set[int](), set[int]()
    for _, _, _, i, j in choices:
        if i not in gone_left and j not in gone_right:
            gone_left.add(i)
            gone_right.add(j)
            yield i, j


def _is_other(ours: Mark, theirs: Mark) -> bool:
    """Whether two numbers are not the same, or are so of two units; a far equal one is no change."""
    return ours.size != theirs.size or (ours.unit != theirs.unit and None not in (ours.unit, theirs.unit))


def _converted(ours: Mark, theirs: Mark) -> bool:
    """Whether the two are one amount in two units: two decades, 20 years."""
    conversion = scale(ours.unit, theirs.unit) if ours.unit and theirs.unit else None
    return conversion is not None and difference(ours.printed, theirs.printed, conversion) is Difference.NONE


def is_slip(ours: Mark, theirs: Mark) -> bool:
    """Whether the difference is one that a slip leaves: a digit, the order of digits, the point, the sign, rounding."""
    a, b = ours.printed, theirs.printed
    return (
        difference(a, b) not in _UNEQUAL
        or one_digit_off(abs(a.number), abs(b.number))
        or sorted(a.digits) == sorted(b.digits)
    )
