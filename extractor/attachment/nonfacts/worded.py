"""Numbers in words: most tell how many things there are ('two ways'), some how many people or events."""

from collections.abc import Sequence

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.attachment.sizes.clauses import heads_subject
from extractor.attachment.sizes.counts import counts_people, is_counted_by_verb
from extractor.attachment.sizes.events import has_event
from extractor.pieces import Piece

_OPENING = ("open", "comma", "semicolon", "and", "versus", "dash", "vague", "copula", "occurring", "colon")
"""Behind these a count may begin; behind a preposition or a word a number word names or limits: 'round one'."""

_PAIR = 2
"""One or two before people are seldom a count of them: 'two primary physicians'."""

_TO_GROUP = ("preposition", "article", "alone", "all_cue")
_GROUP_REACH = 4
_LED = 2
_EVENT_REACH = 6
_DESCRIBED = ("word", "dash", "preposition", "drug", "arm_role", "grade", "relatedness")
_PARTS = ("comma", "close", "and", "stop", "semicolon", "preposition")


def is_number_word(row: Row, draft: Draft) -> bool:
    """A bare number word ('two', 'one of') that nothing around it tells to be a count of people or events."""
    piece = row.pieces[draft.position]
    value = piece.part("value")
    figure = draft.figure
    if figure is None or figure.rule != "figure" or figure.unit or value is None or value.numeral is None:
        return False
    if value.numeral.form == "digits" or is_counted_by_verb(row, draft) or has_event(row, draft):
        return False
    if value.numeral.value > _PAIR and counts_people(row, draft) and heads_subject(row, draft):
        return False
    return not (_has_verb(row, draft) or _is_told(row, draft))


def is_of_none(row: Row, draft: Draft) -> bool:
    """'none of 34 with tea': how many there were to whom it did not happen."""
    figure = draft.figure
    led = row.pieces[max(0, draft.position - _LED) : draft.position]
    if figure is None or figure.rule != "figure" or figure.unit or len(led) < _LED:
        return False
    return led[0].is_a("nobody") and led[1].is_a("of")


def _has_verb(row: Row, draft: Draft) -> bool:
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    return bool(behind) and any(behind[0].is_a(k) for k in ("having", "occurring"))


def _is_told(row: Row, draft: Draft) -> bool:
    """Whether a count can begin there, and what stands behind makes it one: a contrast, a group, an event, a verb."""
    if row.sentence.section != "results":
        return False
    before = row.pieces[draft.position - 1] if draft.position else None
    if before is not None and not any(before.is_a(kind) for kind in _OPENING):
        return False
    if before is not None and (before.is_a("and", "or") or before.is_a("p_relation") or before.is_a("limit_word")):
        return False
    behind = row.pieces[draft.position + 1 :]
    if not behind or behind[0].is_a("versus") or behind[0].is_a("copula"):
        return bool(behind)
    if before is not None and before.is_a("versus"):
        return behind[0].is_a("close") or behind[0].is_a("stop") or _is_of_group(behind)
    return _is_of_group(behind) or _is_of_event(behind) or _is_in_list(row, draft)


def _is_of_group(behind: Sequence[Piece]) -> bool:
    """'nine in the tea group', 'two each in the tea group': a preposition leads to an arm."""
    for i, piece in enumerate(behind[:_GROUP_REACH]):
        if piece.is_a("arm"):
            return i > 0
        if piece.is_a("of") or not any(piece.is_a(kind) for kind in _TO_GROUP):
            return False
    return False


def _is_of_event(behind: Sequence[Piece]) -> bool:
    """'five tea-related serious adverse events', 'two complete responses)': an event, or an outcome that ends there."""
    for i, piece in enumerate(behind[:_EVENT_REACH]):
        if piece.is_a("adverse_event") or piece.is_a("unit", "event"):
            return not any(p.is_a("people") or p.is_a("arm_head") for p in behind[i + 1 : i + 2])
        if piece.is_a("outcome"):
            return i + 1 < len(behind) and any(behind[i + 1].is_a(kind) for kind in _PARTS)
        if not any(piece.is_a(kind) for kind in _DESCRIBED):
            return False
    return False


def _is_in_list(row: Row, draft: Draft) -> bool:
    """'two and three participants', 'four and 10 women': the number that the word is listed with counts people."""
    linked = row.pieces[draft.position + 1]
    other = row.at(draft.position + 2)
    if other is None or other.figure is None or not linked.is_a("and") or linked.is_a("and", "or"):
        return False
    return counts_people(row, other) or has_event(row, other)
