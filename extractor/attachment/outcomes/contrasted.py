"""Figures that are set against each other: each run of them is of one outcome."""

from collections.abc import Sequence

from extractor.attachment.row import Row


def contrasted(row: Row, group: Sequence[int]) -> list[list[int]]:
    """The figures that `versus` ties, each alone where nothing does: '5% vs 9% and 1% vs 2%' has two runs."""
    runs: list[list[int]] = []
    for i in group:
        if runs and any(p.is_a("versus") for p in row.between(runs[-1][-1], i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs
