"""Figures told in one breath with another, so that an interval behind both may belong to neither."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from extractor.record.facts import Estimate

_BREATH: Final = 40


def shared(figures: Iterable[Estimate]) -> frozenset[str]:
    """The ids of the figures shortly before which another without an interval or spread of its own is told.

    In '74% and 61% (95% CI for the difference, 7 to 21)' the second.
    """
    row = sorted((f for f in figures if f.value is not None), key=lambda f: f.value.span if f.value else (0, 0))
    return frozenset(
        later.id
        for earlier, later in pairwise(row)
        if earlier.value
        and later.value
        and earlier.interval is None
        and earlier.spread is None
        and later.value.span[0] - earlier.value.span[1] <= _BREATH
    )
