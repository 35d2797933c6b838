"""Limits and steps: numbers that define a group or the step of a predictor."""

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_LONGEST_LABEL = 2


def is_threshold(row: Row, draft: Draft) -> bool:
    """A limit that defines a group: 'women > or = 65', 'younger than 65', 'HbA1c ≥7.0%'."""
    figure = draft.figure
    if figure is None or figure.value is None or figure.interval or figure.events or draft.kind is Kind.TEST:
        return False
    before = row.pieces[draft.position - 1] if draft.position else None
    if figure.relation in ("<", ">", "<=", ">="):
        return before is None or not (before.is_a("copula") or before.is_a("having"))
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    if behind and (behind[0].is_a("limit_tail") or (behind[0].is_a("relation") and figure.rule == "figure")):
        return True
    if before is None or not before.is_a("limit_word"):
        return False
    if (figure.is_percent or figure.people) and row.sentence.section in ("results", "conclusions"):
        return _is_group_limit(row, draft) or _is_limit_of_share(row, draft)
    return not figure.people


def _is_limit_of_share(row: Row, draft: Draft) -> bool:
    """'An HbA1c below 7.0% was reached by 61%': the limit belongs to the outcome, and its share follows."""
    if draft.position < _LONGEST_LABEL or not row.pieces[draft.position - _LONGEST_LABEL].is_a("outcome"):
        return False
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if any(piece.is_a(k) for k in ("comma", "stop", "semicolon", "and")):
            return False
        other = row.at(i)
        if other is not None and other.figure is not None:
            return other.figure.is_percent or other.figure.events is not None
    return False


def _is_group_limit(row: Row, draft: Draft) -> bool:
    """Whether 'with … of more than 45%' tells who they are: a word for having stands before the limit in the phrase."""
    for i in row.leftwards(draft.position - 1):
        piece = row.pieces[i]
        ends = any(piece.is_a(k) for k in ("copula", "having", "comma", "stop", "semicolon"))
        if ends and not piece.is_a("of"):
            return False
        if piece.is_a("with_condition") or piece.is_a("from"):
            return True
    return False


def is_increment(row: Row, draft: Draft) -> bool:
    """The step of a predictor: 'per 10 years', '每增加10岁'."""
    before = row.pieces[max(0, draft.position - 1) : draft.position]
    return draft.figure is not None and bool(before) and before[0].is_a("increment")
