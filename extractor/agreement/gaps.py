"""Facts that stand alone in the same gap between paired ones: by order they are one fact whose number was changed."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from extractor.agreement.facts import Fact

Pairs = list[tuple[int, int]]


def fill_gaps(
    left: Sequence[Fact], right: Sequence[Fact], paired: Pairs, compatible: Callable[[int, int], bool]
) -> Pairs:
    """Further pairs (indices left and right): as many unpaired facts on both sides of a gap, each pair compatible.

    A gap lies between two neighbouring pairs that stand in the same order in both texts, or at an end.
    """
    steady = _in_order(paired)
    taken_left, taken_right = {i for i, _ in paired}, {j for _, j in paired}
    out: Pairs = []
    edges = [(-1, -1), *steady, (len(left), len(right))]
    for (i0, j0), (i1, j1) in pairwise(edges):
        ours = [i for i in range(i0 + 1, i1) if i not in taken_left]
        theirs = [j for j in range(j0 + 1, j1) if j not in taken_right]
        if len(ours) == len(theirs):
            out += [(i, j) for i, j in zip(ours, theirs, strict=True) if compatible(i, j)]
    return out


def _in_order(paired: Pairs) -> Pairs:
    """The longest run of pairs that rises on both sides."""
    ordered = sorted(paired)
    best: list[Pairs] = []
    for i, j in ordered:
        before = max((run for run in best if run[-1][1] < j), key=len, default=[])
        best.append([*before, (i, j)])
    return max(best, key=len, default=[])
