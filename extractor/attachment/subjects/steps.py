"""Whose figure it is: the arm, by named steps from the surest to the weakest."""

from collections.abc import Callable

from extractor.attachment.row import Row
from extractor.attachment.subjects.before import bind_left, complete_contrast
from extractor.attachment.subjects.behind import bind_right
from extractor.attachment.subjects.clause_arms import bind_in_clause
from extractor.attachment.subjects.comparisons import compare_arms
from extractor.attachment.subjects.contrasts import contrast_in_order
from extractor.attachment.subjects.items import spread_over_items
from extractor.attachment.subjects.lists import bracket_lists, from_to, pair_lists, spread_back, spread_forward


def find_subjects(row: Row) -> Row:
    """The row with arms and cohorts given to its drafts."""
    for step in STEPS:
        row = step(row)
    return row


STEPS: tuple[Callable[[Row], Row], ...] = (
    pair_lists,
    bracket_lists,
    bind_right,
    spread_over_items,
    from_to,
    spread_back,
    complete_contrast,
    contrast_in_order,
    bind_left,
    spread_forward,
    bind_in_clause,
    compare_arms,
)
