"""What a stretch of pieces before a figure is about: the head of its noun phrase."""

from extractor.attachment.draft import OutcomeMention
from extractor.attachment.outcomes.harms import HARMS
from extractor.attachment.outcomes.phrases import is_content, is_named, mention_at, phrase_in, tells
from extractor.attachment.row import Row

_RATES = frozenset({"disease_incidence"})
"""Concepts that say how often, and not what: '胰腺癌的发病率' is of the cancer."""


def head_of(row: Row, low: int, high: int) -> OutcomeMention | None:
    """What the stretch is about: a known name at its beginning or end with its modifiers, else the phrase."""
    if tells(row.pieces[low]):
        subject = row.pieces[low - 1] if low else None
        named = subject is not None and is_named(subject) and not subject.is_a("people")
        return mention_at(row, low - 1) if named else phrase_in(row, low, high)
    known = [i for i in range(low, high) if is_named(row.pieces[i])]
    if row.language.model.qualifier_follows and row.pieces[low].is_a("with_condition"):
        low += 1
    phrase = phrase_in(row, low, high)
    if not known:
        return phrase
    first = mention_at(row, known[0])
    if phrase is None or phrase.span.start >= first.span.start:
        return _of_names(row, known, phrase)
    governs = row.language.model.qualifier_follows and _governs(row, low, known[0])
    return phrase if governs or _is_tied_rate(row, low, known[-1]) else mention_at(row, known[-1])


def _of_names(row: Row, known: list[int], phrase: OutcomeMention | None) -> OutcomeMention:
    """Which of the known names is meant where one of them begins the stretch."""
    first, last = mention_at(row, known[0]), mention_at(row, known[-1])
    if _is_plain(known) or _is_kind(row, known, first, last):
        return last
    if _is_owned(row, known):
        owner = first if (row.pieces[known[-1]].code("outcome") or "") in _RATES else last
        return phrase if phrase is not None and owner is last and last.modified else owner
    return phrase if phrase is not None and _leads_to(row, known[0], known[-1]) else first


def _is_kind(row: Row, known: list[int], first: OutcomeMention, last: OutcomeMention) -> bool:
    """'adverse events of nausea': `of` alone ties the kind of harm to harms as such."""
    tie = row.pieces[known[0] + 1 : known[-1]]
    harms = first.concept in HARMS and last.concept not in HARMS and row.pieces[known[-1]].is_a("adverse_event")
    return harms and len(tie) == 1 and tie[0].is_a("of") and row.language.model.qualifier_follows


def _is_plain(known: list[int]) -> bool:
    """Whether the known names stand side by side, so that the last is the head: 'PANSS hostility score'."""
    return known[-1] - known[0] == len(known) - 1


def _is_tied_rate(row: Row, low: int, at: int) -> bool:
    """'瘘的总发病率': a rate that is tied to words before it, where what qualifies stands before."""
    rate = (row.pieces[at].code("outcome") or "") in _RATES and not row.language.model.qualifier_follows
    return rate and any(p.is_a("preposition") for p in row.pieces[low + 1 : at])


def _is_owned(row: Row, known: list[int]) -> bool:
    """'死亡的曲线下面积': the name behind the tie is the head where what qualifies stands before; no statistic."""
    last = row.pieces[known[-1]]
    tied = any(row.pieces[i].is_a("preposition") for i in range(known[0] + 1, known[-1]))
    return not row.language.model.qualifier_follows and tied and not last.is_a("statistic")


def _leads_to(row: Row, first: int, last: int) -> bool:
    """'bleeding leading to transfusion': a verb ties the second name to the first."""
    between = row.pieces[first + 1 : last]
    tie = any(between[0].is_a(k) for k in ("word", "owing")) or between[0].is_a("verb", "consequence")
    return row.language.model.qualifier_follows and len(between) <= 3 and tie


def _governs(row: Row, low: int, at: int) -> bool:
    """Whether words before the name hold it by a preposition: 'duration of response', 'score at admission'."""
    while low < at and row.pieces[low].is_a("article"):
        low += 1
        if not any(p.is_a("of") for p in row.pieces[low + 1 : low + 2]):
            return False
    return any(p.is_a("preposition") or p.is_a("of") for p in row.pieces[low + 1 : at]) and is_content(row.pieces[low])
