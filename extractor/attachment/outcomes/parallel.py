"""Parallel items: where the phrase before one figure is a group, so is the one before the next.

'Pain fell with cold blood (5%) or warm blood (9%)'; '6% crystalloid versus 4% colloid'.
"""

from collections.abc import Sequence

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.outcomes.phrases import is_content, is_named
from extractor.attachment.row import Row

_LABELS = ("measure", "statistic", "relation", "ci_label", "comma", "adjustment", "colon")
_JOINTS = ("and", "comma", "negation", "close", "interval", "p_value", "versus")
_GROUP = ("arm", "drug", "dose", "cohort", "people", "arm_head", "arm_role", "number", "dose_unit", "plus_sign")
_WITHIN = (*_GROUP, "word", "dash", "article", "preposition", "with_condition", "of", "name_stop", "unit", "slash")
_LONGEST = 8


def is_parallel(row: Row, previous: Draft, draft: Draft) -> bool:
    """Whether the phrase right before this figure is a group, as the one before the last figure is.

    Both figures stand in brackets behind their phrases, and the outcome of the first lies before its phrase. Ratios of
    several factors are of what the factors are for.
    """
    if not previous.outcomes or draft.kind is Kind.EFFECT:
        return False
    first, second = _behind_bracket(row, previous), _behind_bracket(row, draft)
    if first is None or second is None or second <= previous.position:
        return False
    item = _item(row, previous.position, second)
    if item is None or not may_name_group(row, item):
        return False
    owner = _phrase_before(row, first)
    if not owner or any(o.span.end > row.pieces[owner[0]].span.start for o in previous.outcomes):
        return False
    return _is_alike(row, owner, item)


def _behind_bracket(row: Row, draft: Draft) -> int | None:
    """Where the bracket opens that has the figure first."""
    start = draft.position if draft.measure_at is None else min(draft.position, draft.measure_at)
    at = start - 1
    while at > 0 and any(row.pieces[at].is_a(k) for k in _LABELS):
        at -= 1
    return at if at > 0 and row.pieces[at].is_a("open") else None


def _item(row: Row, low: int, high: int) -> Sequence[int] | None:
    """The phrase that is all that a joint and the bracket leave between two figures."""
    at, depth = low, 1
    while at < high and depth > 0:
        depth += row.opened(at)
        at += 1
    joined = False
    while at < high and any(row.pieces[at].is_a(k) for k in _JOINTS):
        joined = joined or row.pieces[at].is_a("and") or row.pieces[at].is_a("comma") or row.pieces[at].is_a("versus")
        at += 1
    return range(at, high) if joined and 0 < high - at <= _LONGEST else None


def _phrase_before(row: Row, opened: int) -> Sequence[int]:
    """The content right before the bracket."""
    at = opened
    while at > 0 and opened - at < _LONGEST and (is_content(row.pieces[at - 1]) or may_name_group(row, [at - 1])):
        at -= 1
    return range(at, opened)


def may_name_group(row: Row, item: Sequence[int]) -> bool:
    """Whether the phrase could name a group: nothing in it is a verb, a change or an outcome."""
    for i in item:
        piece = row.pieces[i]
        if is_named(piece) and not piece.is_a("people"):
            return False
        if not piece.entity and row.at(i) is None and not any(piece.is_a(k) for k in _WITHIN):
            return False
    return True


def _is_alike(row: Row, owner: Sequence[int], item: Sequence[int]) -> bool:
    """Whether the two share a word, or both hold what names groups."""
    words = [{row.text(row.pieces[i]).lower() for i in part} for part in (owner, item)]
    if any(len(word) > 1 for word in words[0] & words[1]):
        return True
    return all(any(row.pieces[i].entity or _groups(row, i) for i in part) for part in (owner, item))


def _groups(row: Row, at: int) -> bool:
    return any(row.pieces[at].is_a(k) for k in _GROUP)
