"""What a clause opens with and then tells group by group: '心电图疗效比较, A组总有效率为90%' is of that efficacy."""

from extractor.attachment.draft import OutcomeMention
from extractor.attachment.outcomes.phrases import is_named, mention_at
from extractor.attachment.row import Row

_GENERIC = frozenset({"total_effective_rate"})
"""Rates that say how many did well, and not in what."""

_BARE = frozenset({"efficacy", *_GENERIC})
_CLOSING = ("comparing", "word", "name_stop")
_REACH = 3


def topic_of(row: Row, start: int, name: OutcomeMention) -> OutcomeMention | None:
    """The outcome before the comma that says in what the people did well; None where `name` says enough."""
    if name.concept not in _GENERIC or name.modified or not row.language.model.topic_first:
        return None
    for i in range(start, len(row.pieces)):
        piece = row.pieces[i]
        if piece.span.start >= name.span.start or row.at(i) is not None:
            return None
        if piece.is_a("comma"):
            return _named_before(row, start, i)
    return None


def _named_before(row: Row, start: int, comma: int) -> OutcomeMention | None:
    for i in range(comma - 1, max(start, comma - _REACH) - 1, -1):
        if is_named(row.pieces[i]):
            topic = mention_at(row, i)
            return None if topic.concept in _BARE and not topic.modified else topic
        if not any(row.pieces[i].is_a(k) for k in _CLOSING):
            return None
    return None
