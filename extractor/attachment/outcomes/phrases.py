"""Names of outcomes in a row: known terms with the words that tell them apart, and noun phrases no lexicon knows."""

from collections.abc import Sequence

from extractor.attachment.draft import OutcomeMention
from extractor.attachment.row import Row
from extractor.pieces import Piece
from extractor.spans import Span, cover

NAMED = ("outcome", "adverse_event", "outcome_role")
_LEAD, _TAIL = "outcome_lead", "outcome_tail"
_MODIFIES = ("word", "dash", "relatedness", "seriousness")
_FOLLOWS = ("word", "dash", "time_noun", "unit")
_HELD = ("copula", "occurring", "figure", "open", "respectively", "timepoint", "arm", "stop")
_INSIDE = ("preposition", "of", "article", "to", "time_tail", "slash", "dash")
_CONTENT = ("word", "time_noun", "unit", "dose_unit", "drug", "outcome", "adverse_event", "relatedness", "seriousness")
_BOUNDARY = (
    *("comma", "semicolon", "colon", "open", "close", "stop", "figure", "p_value"),
    *("test_statistic", "arm", "cohort", "versus", "than", "timepoint", "time_anchor", "assigned"),
    *("from", "every_arm", "both", "relation", "ci_label", "interval_word", "having", "occurring"),
    *("copula", "statistic", "people", "respectively", "vague", "number", "and", "measure"),
    *("population", "all_cue", "of_them", "with_condition", "total_mark", "grade", "dose", "date"),
    *("ratio", "schedule", "sites", "verb", "clause"),
)
_NOTHING = ("drug", "preposition", "of", "article", "arm_role", "slash", "dash", "time_tail", "scope_word")
_DEATHS = frozenset({"mortality", "cancer_mortality", "cardiovascular_mortality"})
"""Concepts that have a cause, which a bare 'from' ties to them."""

_LONGEST = 16
_MODIFIERS = 6
_SHORTEST = 2


def is_named(piece: Piece) -> bool:
    """Whether the piece is an outcome that the lexicon knows, or a role such as 'primary outcome'."""
    return piece.entity is None and any(piece.is_a(k) for k in NAMED)


def mention_at(row: Row, at: int) -> OutcomeMention:
    """The known outcome at a position, with the words beside it that tell it from others: 'wound infection'."""
    piece = row.pieces[at]
    role = piece.code("outcome_role")
    concept = piece.code("outcome") or piece.code("adverse_event") or (f"{role}_outcome" if role else None)
    adverse = piece.is_a("adverse_event") and not piece.is_a("outcome")
    core = _core(row, piece.span)
    span = tidy(row, Span(_leftmost(row, at), _rightmost(row, at)), core) or core
    if (caused := _cause_end(row, at)) is not None:
        span = Span(span.start, caused)
    limited = _threshold_end(row, at)
    if limited is not None:
        span = Span(span.start, limited)
    return OutcomeMention(span, concept, adverse=adverse, modified=span != core)


def phrase_behind(row: Row, start: int, end: int) -> OutcomeMention | None:
    """The phrase that begins at `start`, up to the clause's next mark and never beyond `end`."""
    high = start + 1 if start < end and tells(row.pieces[start]) else start
    while high < end and high - start < _LONGEST and not is_boundary(row.pieces, high):
        high += 1
    return phrase_in(row, start, high)


def phrase_in(row: Row, low: int, high: int) -> OutcomeMention | None:
    """The phrase of the pieces from `low` to `high`, its edges cleaned; None where nothing is left."""
    while low < high and row.pieces[low].is_a("article"):
        low += 1
    if low >= high or leads_elsewhere(row, low):
        return None
    while high > low and not is_content(row.pieces[high - 1]) and not (high - 1 == low and tells(row.pieces[low])):
        high -= 1
    if high <= low:
        return None
    if all(any(p.is_a(k) for k in _NOTHING) and not is_named(p) for p in row.pieces[low:high]):
        return None
    known = [p for p in row.pieces[low:high] if is_named(p)]
    kept = cover(p.span for p in known) if known else None
    span = tidy(row, Span(row.pieces[low].span.start, row.pieces[high - 1].span.end), kept)
    if span is None or len(span) < _SHORTEST:
        return None
    adverse = bool(known) and all(p.is_a("adverse_event") and not p.is_a("outcome") for p in known)
    return OutcomeMention(span, None, adverse=adverse, modified=True)


def tells(piece: Piece) -> bool:
    """Whether the piece is a verb that with what follows says what people did: 'stopped treatment'."""
    return piece.is_a("verb", "act") and not is_named(piece)


def leads_elsewhere(row: Row, at: int) -> bool:
    """Whether the piece opens a phrase about people, places or times: 'in clusters', 'of the smokers'."""
    piece = row.pieces[at]
    if piece.is_a("slash"):
        return True
    if not row.language.model.qualifier_follows:
        return piece.is_a("preposition")
    return any(piece.is_a(k) for k in ("preposition", "of", "with_condition", "assigned", "than", "versus"))


def is_content(piece: Piece) -> bool:
    """Whether the piece can end a noun phrase."""
    if is_named(piece):
        return True
    if piece.entity is not None or piece.is_a("figure") or piece.is_a("people"):
        return False
    return any(piece.is_a(k) for k in _CONTENT) or {s.lexicon for s in piece.senses} <= {"name_stop"}


def is_boundary(pieces: Sequence[Piece], at: int) -> bool:
    """Whether no noun phrase reaches over the piece."""
    piece = pieces[at]
    if piece.is_a("timepoint") or piece.is_a("time_anchor"):
        return True
    if any(piece.is_a(k) for k in _INSIDE) and not (piece.is_a("with_condition") and not piece.is_a("preposition")):
        return False
    if piece.is_a("verb") or piece.is_a("plus_sign"):
        return piece.is_a("verb") and _ends_at_verb(pieces, at)
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if piece.is_a("relative", "thing") and following is not None and following.is_a("of"):
        return False
    if piece.is_a("change"):
        return following is None or not (following.is_a("preposition") or following.is_a("of"))
    return any(piece.is_a(k) for k in _BOUNDARY) and not (is_named(piece) or _is_compounded(pieces, at))


def _is_compounded(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word is set in a compound without blanks: 品种选择合理率, 给药时机, 'self-reported'."""
    piece, follow = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    if at > 0 and piece.is_a("having") and pieces[at - 1].is_a("dash"):
        return pieces[at - 1].span.end == piece.span.start
    if not piece.is_a("population") or any(piece.is_a(k) for k in ("having", "copula", "assigned", "total_mark")):
        return False
    return follow is not None and follow.is_a("word") and follow.span.start == piece.span.end


def _ends_at_verb(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the verb is of the clause: not in 'bleeding leading to transfusion', 'events associated with gout'."""
    if pieces[at].is_a("verb", "consequence"):
        return at == 0 or pieces[at - 1].is_a("comma") or pieces[at - 1].is_a("close")
    if pieces[at].is_a("verb", "associates"):
        return any(p.is_a("copula") and not p.is_a("of") for p in pieces[max(0, at - 3) : at])
    return not is_named(pieces[at])


def tidy(row: Row, span: Span, kept: Span | None = None) -> Span | None:
    """`span` without the words at its edges that belong to no name; never cutting into `kept`."""
    start, end = span.start, span.end
    cut = True
    while cut and start < end:
        cut = False
        for kind, at_start in ((_LEAD, True), (_TAIL, False)):
            for pattern in row.language.patterns_of(kind):
                found = pattern.regex.search(row.view[start:end])
                if found is None or found.end() == found.start():
                    continue
                new = (start + found.end(), end) if at_start else (start, start + found.start())
                if kept is None or (new[0] <= kept.start and new[1] >= kept.end):
                    start, end = new
                    cut = True
        start, end = _stripped(row.view, start, end)
    return Span(start, end) if start < end else None


def _core(row: Row, span: Span) -> Span:
    """A known name without a leading small word of its own ('of follow-up'); a part of a word is never cut off."""
    cut = tidy(row, span)
    return cut if cut and cut.end == span.end and row.view[cut.start - 1].isspace() else span


def _stripped(view: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not view[start].isalnum():
        start += 1
    while start < end and not (view[end - 1].isalnum() or view[end - 1] in ")%+"):
        end -= 1
    return start, end


def _leftmost(row: Row, at: int) -> int:
    start = row.pieces[at].span.start
    for i in range(at - 1, max(-1, at - 1 - _MODIFIERS), -1):
        piece = row.pieces[i]
        if tells(piece) and start - piece.span.end <= 1:
            return piece.span.start
        beside = (is_named(piece) and not piece.is_a("people")) or _is_place(piece)
        if piece.entity or not (beside or _modifies(piece)) or start - piece.span.end > 1:
            break
        if any(piece.is_a(k) for k in ("having", "change", "copula", "assigned", "with_condition")):
            break
        start = piece.span.start
    return start


def _modifies(piece: Piece) -> bool:
    """Whether the piece may qualify the one behind it: a word that ends names (方法) does not."""
    return any(piece.is_a(k) for k in _MODIFIES) and not (piece.is_a("word") and piece.is_a("name_stop"))


def _is_place(piece: Piece) -> bool:
    """'clinic attendance': a word for a site right before a name is part of it; 'two clinics' is a piece of its own."""
    return piece.is_a("site") and not piece.parts


def _cause_end(row: Row, at: int) -> int | None:
    """The end of the cause that makes an event one of its own: 'death from sepsis', 'withdrawal because of nausea'."""
    if at + 2 >= len(row.pieces):
        return None
    tie, dies = row.pieces[at + 1], (row.pieces[at].code("outcome") or "") in _DEATHS
    if not (tie.is_a("owing") or (dies and tie.is_a("from", "from"))):
        return None
    cause = phrase_behind(row, at + 2, len(row.pieces))
    return cause.span.end if cause is not None else None


def _threshold_end(row: Row, at: int) -> int | None:
    """The end of the limit that makes a value an outcome of its own: 'HbA1c below 7.0%', '收缩压低于140 mmHg'."""
    for i in range(at + 1, min(len(row.pieces), at + 4)):
        piece = row.pieces[i]
        draft = row.at(i)
        if draft is not None:
            return piece.span.end if i > at + 1 and draft.account == "threshold" else None
        if not any(piece.is_a(k) for k in ("limit_word", "relation", "than", "comparative", "vague", "copula", "word")):
            return None
    return None


def _rightmost(row: Row, at: int) -> int:
    """The end of the words that follow a known name where its phrase is held by a copula or figure behind them."""
    end = row.pieces[at].span.end
    for i in range(at + 1, min(len(row.pieces), at + 1 + _MODIFIERS)):
        piece = row.pieces[i]
        if any(piece.is_a(k) for k in _HELD):
            return end
        if piece.is_a("time_unit") and i + 1 < len(row.pieces) and row.pieces[i + 1].is_a("change"):
            return row.pieces[i + 1].span.end
        if piece.entity or not any(piece.is_a(k) for k in _FOLLOWS) or piece.span.start - end > 1:
            break
        end = piece.span.end
    return row.pieces[at].span.end
