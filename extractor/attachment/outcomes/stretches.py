"""Stretches of a row that could be noun phrases: what stands between the marks, verbs and figures."""

from collections.abc import Iterator

from extractor.attachment.outcomes.governed import behind_frame
from extractor.attachment.outcomes.phrases import is_boundary, is_content, tells
from extractor.attachment.row import Row

_STRETCH = 18


def stretches(row: Row, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of pieces between marks, nearest first: each could be a noun phrase."""
    high = end
    while high > start:
        while high > start and not is_content(row.pieces[high - 1]):
            if row.pieces[high - 1].is_a("close") and (opened := _opening(row, start, high - 1)) is not None:
                high = opened
                continue
            if row.pieces[high - 1].is_a("change") and high < len(row.pieces) and row.pieces[high].is_a("preposition"):
                break
            high -= 1
        low = high
        while low > start and high - low < _STRETCH and not is_boundary(row.pieces, low - 1):
            low -= 1
        if low > start and low < high and tells(row.pieces[low - 1]):
            low -= 1
        if low == high:
            return
        yield behind_frame(row, low, high), high
        high = low


def _opening(row: Row, start: int, at: int) -> int | None:
    depth = 0
    for i in range(at, start - 1, -1):
        depth += row.pieces[i].is_a("close") - row.pieces[i].is_a("open")
        if depth == 0:
            return i
    return None
