"""Items with their figures in brackets before the one arm that they are all told of: 'rash (5%) and itch (3%) in A'."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import Kind
from extractor.attachment.row import Row
from extractor.attachment.subjects.marks import given

_PARTING = ("arm", "versus", "semicolon", "stop", "colon", "copula", "every_arm", "figure", "relative")
"""What may not stand between two items of one list."""


def spread_over_items(row: Row) -> Row:
    """Each of the items has the arm that the last one has from behind it."""
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE and d.figure is not None]
    out = {d.position: d for d in row.drafts if d.figure is not None}
    for one, other in reversed(list(pairwise(figures))):
        arm = out[other].subject.arm
        if arm and not out[one].subject.arm and _are_items(row, one, other) and _is_free(row, one, figures):
            out[one] = given(out[one], "arm", arm)
    return replace(row, drafts=tuple(out[d.position] if d.figure else d for d in row.drafts))


def _are_items(row: Row, one: int, other: int) -> bool:
    """Whether each stands in a bracket of its own and nothing but the name of an item parts them."""
    first, second = bracket_around(row, one), bracket_around(row, other)
    if not first or not second or first == second:
        return False
    apart = row.pieces[first.stop + 1 : second.start - 1]
    if any(row.pieces[i].is_a("versus") for i in (*first, *second)):
        return False
    return bool(apart) and not any(p.is_a(k) for p in apart for k in _PARTING)


def _is_free(row: Row, one: int, figures: Sequence[int]) -> bool:
    """Whether no arm before the figure is its own: none is named, or a figure before that one has it."""
    named = [i for i in row.positions("arm") if i < one]
    if not named:
        return True
    before = [i for i in figures if i < named[-1]]
    return bool(before) and _has(row, before[-1], named[-1])


def _has(row: Row, figure: int, arm_at: int) -> bool:
    draft = row.at(figure)
    return draft is not None and draft.subject.arm == row.pieces[arm_at].entity
