"""What is said of the people counted where no known way of putting it was found: '24% of the members took part'."""

from extractor.attachment.draft import Draft, OutcomeMention
from extractor.attachment.outcomes.phrases import is_named, mention_at, phrase_behind, tidy
from extractor.attachment.outcomes.verbs import counts
from extractor.attachment.row import Row
from extractor.spans import Span

_REACH = 30
_LONGEST = 10
_PAST = "past_verb"
_ENDS = ("stop", "semicolon", "colon", "clause", "test_statistic", "p_value")
_CLOSES = (*_ENDS, "comma", "arm", "open", "close", "versus", "than", "respectively", "timepoint", "relation")
_AROUND_COMMA = ("respectively", "versus")
_OPENS = ("and", "comma", "semicolon", "of_them")
_NEVER = ("people", "grade", "comparative", "superlative", "arm", "cohort")
_LEADS = ("having", "copula", "article", "vague")
_COMPARES = ("comparative", "change")
_TIES = ("risk_noun", "measure", "statistic", "of", "preposition", "article")


def said_of(row: Row, draft: Draft) -> OutcomeMention | None:
    """The verb behind the people counted with what belongs to it, or what they had: 'had levels below the limit'.

    Not for people who are no share of others: they may be who the study is of.
    """
    figure = draft.figure
    whole = figure is not None and figure.people and not figure.is_share
    if row.language.model.topic_first or not counts(draft) or whole:
        return None
    at = _verb(row, draft.position + 1)
    return _complement(row, at) if at is not None else None


def said_right_behind(row: Row, draft: Draft) -> OutcomeMention | None:
    """The same where an item of a list has its verb at once: 'of whom 79% were barred', 'and 5 (8%) were at rest'."""
    at = draft.position
    if at == 0 or not any(row.pieces[at - 1].is_a(k) for k in _OPENS):
        return None
    verb = at + 1
    while verb < len(row.pieces) and row.pieces[verb].is_a("people"):
        verb += 1
    own = verb < len(row.pieces) and _is_finite(row, verb) and not row.pieces[verb].is_a("verb", "auxiliary")
    return said_of(row, draft) if own else None


def compared_before(row: Row, start: int, end: int) -> OutcomeMention | None:
    """What a word of comparing before the figure leads to: 'less ointment (17%)', 'higher risk for BWI (7%)'."""
    if row.language.model.topic_first:
        return None
    for i in row.outside(end):
        if i < start or any(row.pieces[i].is_a(k) for k in _ENDS):
            return None
        if not any(row.pieces[i].is_a(k) for k in _COMPARES):
            continue
        first = i + 1
        while first < end and any(row.pieces[first].is_a(k) for k in _TIES) and not is_named(row.pieces[first]):
            first += 1
        if first < end and (found := phrase_behind(row, first, end)) is not None:
            return found
    return None


def _verb(row: Row, start: int) -> int | None:
    """Where the verb of the people's clause stands: not that of a relative clause, nor a participle before it."""
    depth, relative, past = 0, False, None
    for i in range(start, min(len(row.pieces), start + _REACH)):
        piece = row.pieces[i]
        depth = max(0, depth + row.opened(i))
        if depth or piece.is_a("close"):
            continue
        if piece.is_a("relative"):
            relative = True
        elif any(piece.is_a(k) for k in _ENDS) or (piece.is_a("comma") and not _is_parenthetic(row, i)):
            break
        elif _is_finite(row, i):
            if not relative:
                return i
            relative = _is_compound(row, i)
        elif past is None and not relative and _is_past(row, i):
            past = i
    return past


def _is_parenthetic(row: Row, at: int) -> bool:
    """Whether the comma only sets off a word of order or comparing: '2% and 3%, respectively, stopped'."""
    beside = (*row.pieces[at - 1 : at], *row.pieces[at + 1 : at + 2])
    return any(p.is_a(k) for p in beside for k in _AROUND_COMMA)


def _is_finite(row: Row, at: int) -> bool:
    piece = row.pieces[at]
    if piece.is_a("of") or piece.is_a("preposition") or piece.is_a("relative"):
        return False
    known = any(piece.is_a(k) for k in ("having", "copula", "verb")) or piece.is_a("population", "completed")
    return known and not piece.is_a("verb", "consequence")


def _is_compound(row: Row, at: int) -> bool:
    """Whether the verb goes on behind a small word or at once: 'had not had', 'had been'."""
    follow = row.pieces[at + 1 : at + 3]
    verb = next((p for p in follow if p.is_a("having") or not p.is_a("name_stop")), None)
    return verb is not None and (verb.is_a("having") or verb.is_a("copula"))


def _is_past(row: Row, at: int) -> bool:
    """Whether the word tells of taking part in the study, or is a verb by its ending alone."""
    piece = row.pieces[at]
    if piece.is_a("population"):
        return at + 1 >= len(row.pieces) or not row.pieces[at + 1].is_a("people")
    if not piece.is_a("word"):
        return False
    return any(p.regex.fullmatch(row.text(piece)) for p in row.language.patterns_of(_PAST))


def _complement(row: Row, at: int) -> OutcomeMention | None:
    """What the verb says: with the verb itself, unless that only links or tells of having."""
    low = at
    while low < len(row.pieces) and (_links(row, low) or (low > at and row.pieces[low].is_a("name_stop"))):
        low += 1
    high = low
    while high < len(row.pieces) and high - low < _LONGEST and not _is_end(row, high):
        high += 1
    if low >= high or any(row.pieces[low].is_a(k) for k in _NEVER):
        return None
    if is_named(row.pieces[low]):
        return mention_at(row, low)
    span = tidy(row, Span(row.pieces[low].span.start, row.pieces[high - 1].span.end))
    if span is None or len(span) < 2:
        return None
    known = [p for p in row.pieces[low:high] if is_named(p)]
    adverse = bool(known) and all(p.is_a("adverse_event") and not p.is_a("outcome") for p in known)
    return OutcomeMention(span, None, adverse=adverse, modified=True)


def _links(row: Row, at: int) -> bool:
    piece = row.pieces[at]
    return any(piece.is_a(k) for k in _LEADS) or piece.is_a("verb", "auxiliary")


def _is_end(row: Row, at: int) -> bool:
    piece, draft = row.pieces[at], row.at(at)
    if draft is not None and draft.account not in ("threshold", "dose"):
        return True
    return any(piece.is_a(k) for k in _CLOSES) and not (draft is not None and piece.is_a("relation"))
