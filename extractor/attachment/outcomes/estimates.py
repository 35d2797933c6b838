"""What the figure of one group is of: its own words beside it, what stands before it, or what its verb tells."""

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.ages import age_told
from extractor.attachment.outcomes.before import before, watched_at
from extractor.attachment.outcomes.behind import (
    behind,
    changed_behind,
    characteristic,
    observed,
    told_apart_by,
    unfit_for,
    watched_behind,
)
from extractor.attachment.outcomes.items import rating_counted, sex_before, sex_counted
from extractor.attachment.outcomes.passives import done_before
from extractor.attachment.outcomes.phrases import is_content, is_named, mention_at, phrase_behind
from extractor.attachment.outcomes.topics import topic_of
from extractor.attachment.outcomes.verbs import completed_before, counts, told_by_verb
from extractor.attachment.row import Row

_OPEN_PREDICATE = ("negation", "arm_role", "roman", "grade", "label_noun")
"""What may open what people had, beside words and names."""


def of_estimate(row: Row, draft: Draft, start: int, *, free: bool) -> OutcomeMention | None:
    """What the figure of one group is of: the object of its change, what stands before it, or what its verb tells."""
    if _leads_to_change(row, draft) and (changed := changed_behind(row, draft)):
        return changed
    beside = (
        one(row, draft)
        for one in (
            *(_held, observed, watched_behind, _watched_before, age_told),
            *(sex_before, rating_counted, _apart, _enclosed),
        )
    )
    if held := next(filter(None, beside), None):
        return held
    found = before(row, start, draft.position, unfit_for(draft), free=free)
    told, crossed = told_by_verb(row, draft)
    if told is not None and _tells_more(row, draft, told, found, crossed=crossed):
        found = told
    elif found is not None and _is_left_behind(row, draft, found):
        found = _predicate(row, draft) or found
    if found is None or found.concept is None:
        found = (
            sex_counted(row, draft)
            or characteristic(row, draft)
            or completed_before(row, draft)
            or _as_subject(row, draft)
            or (_predicate(row, draft) if found is None and draft.figure and draft.figure.people else None)
            or found
        )
    found = done_before(row, draft, start, found) or found
    return (topic_of(row, start, found) or found) if found else None


def _held(row: Row, draft: Draft) -> OutcomeMention | None:
    """'96%的灵敏度': where what qualifies stands before, the figure qualifies the name it is tied to."""
    at = draft.position + 2
    if row.language.model.qualifier_follows or at >= len(row.pieces) or draft.kind is not Kind.ESTIMATE:
        return None
    tie, named = row.pieces[at - 1], row.pieces[at]
    if not (tie.is_a("preposition") and tie.is_a("time_tail") and is_named(named)) or named.is_a("people"):
        return None
    owned = at + 1 < len(row.pieces) and row.pieces[at + 1].is_a("people")
    return None if owned else mention_at(row, at)


def _watched_before(row: Row, draft: Draft) -> OutcomeMention | None:
    """'Survival at a follow-up of 18 months': a span of time tied to the word for watching is how long it went on."""
    watched = watched_at(row, draft.position) if draft.kind is Kind.ESTIMATE else None
    return mention_at(row, watched) if watched is not None else None


def _enclosed(row: Row, draft: Draft) -> OutcomeMention | None:
    """'Members (54% women) had …', '… in A (9% complete recoveries)': what fills a bracket with its share."""
    at = draft.position
    if at == 0 or not counts(draft) or row.language.model.topic_first:
        return None
    if not (row.pieces[at - 1].is_a("open") or row.pieces[at - 1].is_a("semicolon")):
        return None
    end = at + 1
    while end < len(row.pieces) and (is_content(row.pieces[end]) or row.pieces[end].is_a("people")):
        end += 1
    if end == at + 1 or end >= len(row.pieces):
        return None
    if any(p.is_a("people") for p in row.pieces[at + 1 : end]):
        return characteristic(row, draft) if end == at + 2 else None
    return behind(row, draft) if row.pieces[end].is_a("close") else None


def _as_subject(row: Row, draft: Draft) -> OutcomeMention | None:
    """'Of those who came, 57% called a doctor': behind a comma the figure is the subject of the words that follow."""
    at = draft.position
    if at == 0 or at + 1 >= len(row.pieces) or not counts(draft) or row.language.model.topic_first:
        return None
    following = row.pieces[at + 1]
    leads = row.pieces[at - 1].is_a("comma") or row.pieces[at - 1].is_a("semicolon")
    return behind(row, draft) if leads and following.is_a("word") and not is_named(following) else None


def _apart(row: Row, draft: Draft) -> OutcomeMention | None:
    """What tells the people counted apart, where that is all that is said of them."""
    return told_apart_by(row, draft) if counts(draft) else None


def _is_left_behind(row: Row, draft: Draft, found: OutcomeMention) -> bool:
    """'复发减少, 2例戴助听器': whether a comma parts the name from a count that has words of its own right behind it.

    Only where what qualifies stands before: there a clause begins with who was counted and goes on with what they had.
    """
    if not _has_predicate(row, draft):
        return False
    marks = (p for p in row.pieces[: draft.position] if p.span.start >= found.span.end)
    return any(p.is_a("comma") or p.is_a("semicolon") for p in marks)


def _has_predicate(row: Row, draft: Draft) -> bool:
    """Whether words stand right behind the people counted that may say what they had: '3例患者Ⅰ型呼吸衰竭'."""
    at = draft.position + 1
    if not row.language.model.topic_first or not counts(draft) or at >= len(row.pieces):
        return False
    return is_content(row.pieces[at]) or any(row.pieces[at].is_a(k) for k in _OPEN_PREDICATE)


def _predicate(row: Row, draft: Draft) -> OutcomeMention | None:
    """What those words say, known or not."""
    if not _has_predicate(row, draft):
        return None
    return behind(row, draft) or phrase_behind(row, draft.position + 1, len(row.pieces))


def _leads_to_change(row: Row, draft: Draft) -> bool:
    """'a 9% increase in appetite': whether a change that has an object stands behind."""
    at = draft.position + 1
    if draft.kind is not Kind.ESTIMATE or at + 1 >= len(row.pieces) or not row.pieces[at].is_a("change"):
        return False
    return row.pieces[at + 1].is_a("of") or row.pieces[at + 1].is_a("preposition")


def _tells_more(row: Row, draft: Draft, told: OutcomeMention, found: OutcomeMention | None, *, crossed: bool) -> bool:
    """Whether what the verb behind says is what the figure is of, and not what was named before it.

    A known name before stands against a phrase no lexicon knows; where the verb is another figure's too, against all.
    """
    if found is None:
        leading = row.pieces[draft.position - 1]
        return not crossed or not leading.is_a("copula") or leading.is_a("having")
    if found.concept is None:
        return not (crossed and _has_verb(row, draft, found))
    parted = any(p.is_a("comma") and p.span.start >= found.span.end for p in row.pieces[: draft.position])
    return not crossed and (told.concept is not None or parted)


def _has_verb(row: Row, draft: Draft, found: OutcomeMention) -> bool:
    """'Leaks or tears occurred in 12%': whether the name before the figure has a verb of its own that leads to it."""
    between = [p for p in row.pieces[: draft.position] if p.span.start >= found.span.end]
    return any(p.is_a("occurring") for p in between)
