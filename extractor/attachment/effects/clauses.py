"""The clause about a figure, and what the patterns say of it: whether it tells of events, or of a change over time."""

from extractor.attachment.brackets import bracket_behind
from extractor.attachment.row import Row

EVENTS = "without_baseline"
"""What nobody has before treatment."""

WITHIN = "within_group"
"""A comparison with an earlier time."""

_ENDS = ("stop", "semicolon")
_RATIOS = ("HR", "OR", "RR", "IRR")
_PHRASE_REACH, _LABEL_REACH = 10, 3


def clause_around(row: Row, position: int) -> tuple[int, int]:
    """From the last full stop or semicolon outside brackets before the position to the next behind it."""
    start = next((i + 1 for i in row.outside(position) if any(row.pieces[i].is_a(k) for k in _ENDS)), 0)
    depth = 0
    for i in row.rightwards(position):
        depth += row.opened(i)
        if depth <= 0 and any(row.pieces[i].is_a(k) for k in _ENDS):
            return start, i
    return start, len(row.pieces)


def says(row: Row, kind: str, start: int, end: int, around: int | None = None) -> bool:
    """Whether a pattern of the kind matches in the pieces from start to end: anywhere, or at the piece `around`."""
    if start >= end:
        return False
    first, last = row.pieces[start].span.start, row.pieces[end - 1].span.end
    place = row.pieces[start if around is None else around].span
    for pattern in row.language.patterns_of(kind):
        for found in pattern.finditer(row.view, first, last):
            if around is None or (found.start() < place.end and found.end() > place.start):
                return True
    return False


def has_ratio_behind(row: Row, position: int) -> bool:
    """Whether the next bracket begins with the groups' ratio: 'by 29% (HR 0.71)', '13% lower with A (RR 0.87)'."""
    for i in range(position, min(position + _PHRASE_REACH, len(row.pieces))):
        if i > position and (row.at(i) is not None or any(row.pieces[i].is_a(k) for k in (*_ENDS, "comma"))):
            return False
        inside = bracket_behind(row, i)
        if inside:
            return any(row.pieces[k].code("measure") in _RATIOS for k in list(inside)[:_LABEL_REACH])
    return False
