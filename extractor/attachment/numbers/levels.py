"""Percentages that are no shares of people: levels that are measured in percent, each person's own."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row

_LEVELS = frozenset({"hba1c", "lvef", "endothelial_function", "fev1", "fev1_fvc", "oxygen_saturation", "semen_quality"})
_REACH = 10
_ENDS = ("semicolon", "stop", "having", "occurring", "people", "relation", "limit_word")


def is_percent_level(row: Row, draft: Draft) -> bool:
    """'HbA1c was 7.2%': the outcome before is a level in percent, and nobody is said to have reached it."""
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if draft.position - i > _REACH or any(piece.is_a(kind) for kind in _ENDS):
            return False
        if piece.is_a("outcome"):
            return any(code in _LEVELS for code in piece.codes("outcome"))
    return False
