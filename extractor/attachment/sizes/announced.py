"""Counts that announce themselves as sizes before anything else is known of the sentence."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.attachment.sizes.counts import (
    beside_arm,
    counts_people,
    is_counted_by_verb,
    is_enrolled_list,
    stands_alone,
)


def marks_size(row: Row, draft: Draft) -> bool:
    """Whether the number is marked as a size, counted by a verb of participation, or dealt to arms."""
    figure = draft.figure
    if figure is None:
        return False
    if figure.size_mark:
        return True
    told = row.sentence.has("population") or row.sentence.has("assigned")
    whole = figure.value is not None and not figure.value.decimals and figure.relation is None
    if whole and figure.unit is None and row.sentence.has("assigned", "assigned") and beside_arm(row, draft):
        return stands_alone(row, draft)
    if is_enrolled_list(row, draft):
        return True
    return (told and counts_people(row, draft)) or (whole and is_counted_by_verb(row, draft))
