"""In what one group did better: 'A was superior to B for pain relief (P=0.02)', 'changes favoured A for sleep'."""

from extractor.attachment.draft import Draft, OutcomeMention
from extractor.attachment.outcomes.before import before
from extractor.attachment.outcomes.behind import changed_behind
from extractor.attachment.outcomes.phrases import is_boundary, is_content, is_named, mention_at, phrase_behind
from extractor.attachment.row import Row

_PREFERS = "preferring"
_SIGNIFICANT = "significant"
_TIES = ("preposition", "of", "article")
_AGAINST = ("with_condition", "time_tail", "to", "than", "versus")
_ENDS = ("stop", "semicolon", "p_value", "test_statistic")


def advantage_before(row: Row, start: int, end: int) -> OutcomeMention | None:
    """What the last preposition behind a word of preferring leads to, else the subject of a verb of preferring."""
    if not row.language.model.qualifier_follows:
        return None
    at = _preferring(row, start, end)
    if at is None:
        return None
    for i in range(end - 1, at, -1):
        piece = row.pieces[i]
        if any(piece.is_a(k) for k in _ENDS) or row.at(i) is not None:
            return None
        against = any(piece.is_a(k) for k in _AGAINST) or piece.is_a("time_word", "over")
        if piece.is_a("preposition") and not against and (aim := _phrase(row, i + 1, end)) is not None:
            return aim
    return before(row, start, at) if row.pieces[at].is_a("verb", "link") else None


def significant_behind(row: Row, draft: Draft) -> OutcomeMention | None:
    """'significantly (P<0.05) more severe cramps': what the P value in the bracket of that word is of."""
    at = draft.position
    if not row.language.model.qualifier_follows or at < 2 or at + 2 >= len(row.pieces):
        return None
    if not row.pieces[at - 1].is_a("open") or not row.pieces[at + 1].is_a("close"):
        return None
    word = row.text(row.pieces[at - 2])
    told = any(p.regex.fullmatch(word) for p in row.language.patterns_of(_SIGNIFICANT))
    return changed_behind(row, draft) if told else None


def _preferring(row: Row, start: int, end: int) -> int | None:
    """The last piece of the clause that is a word of preferring."""
    for i in range(end - 1, start - 1, -1):
        text = row.text(row.pieces[i])
        if any(p.regex.search(text) for p in row.language.patterns_of(_PREFERS)):
            return i
    return None


def _phrase(row: Row, low: int, end: int) -> OutcomeMention | None:
    """The name or phrase that begins there; none where people or groups do."""
    while low < end and any(row.pieces[low].is_a(k) for k in _TIES):
        low += 1
    if low >= end or row.pieces[low].entity or row.pieces[low].is_a("people") or is_boundary(row.pieces, low):
        return None
    if is_named(row.pieces[low]):
        return mention_at(row, low)
    return phrase_behind(row, low, end) if is_content(row.pieces[low]) else None
