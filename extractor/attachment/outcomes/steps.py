"""Of what the figure is: the outcome named in its clause, before it, behind it or with the figure before."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.advantages import advantage_before, significant_behind
from extractor.attachment.outcomes.before import before, clause_start, list_before
from extractor.attachment.outcomes.behind import (
    behind,
    changed_behind,
    counted_noun,
    unfit_for,
)
from extractor.attachment.outcomes.brackets import names_the_test, opening
from extractor.attachment.outcomes.counted import goes_on_counting, name_counted
from extractor.attachment.outcomes.dealt import deal_in_brackets
from extractor.attachment.outcomes.estimates import of_estimate
from extractor.attachment.outcomes.groups import take_from_groups
from extractor.attachment.outcomes.harms import find_causes, find_grades, find_harms
from extractor.attachment.outcomes.labels import (
    adjusted_from,
    named_behind,
    shares_bracket,
    take_from_bracket,
    take_from_effect,
    take_from_label,
)
from extractor.attachment.outcomes.lists import deal_contrasts, deal_tests, pair_outcomes
from extractor.attachment.outcomes.parallel import is_parallel, may_name_group
from extractor.attachment.outcomes.phrases import is_content, is_named
from extractor.attachment.outcomes.predicates import said_right_behind
from extractor.attachment.outcomes.risks import take_risk_object
from extractor.attachment.outcomes.series import deal_in_order
from extractor.attachment.outcomes.unforeseen import unforeseen
from extractor.attachment.row import Row
from extractor.pieces import Piece

_BEARING = (Kind.ESTIMATE, Kind.EFFECT, Kind.TEST)
_DIFFERENCES = frozenset({"RD", "MD", "RRR", "VE", "OTHER"})
_UNIT_LIKE = ("word", "slash", "unit", "dose_unit", "time_unit", "rate_unit", "dash")
_BEHIND_UNIT = ("comma", "semicolon", "close", "open", "stop", "and", "versus", "preposition", "p_value", "arm")
_LONGEST_UNIT = 5
_PREDICATE = (
    "comma",
    "copula",
    "comparative",
    "name_stop",
    "p_value",
    "open",
    "close",
    "arm",
    "preposition",
    "article",
)


def find_outcomes(row: Row) -> Row:
    """The row with outcomes and grades given to its estimates, effects and tests."""
    for step in STEPS:
        row = step(row)
    return row


def settle(row: Row) -> Row:
    """Each draft in order: the outcome named before it, else behind it, else that of the draft before it."""
    out: list[Draft] = []
    pending: list[int] = []
    for draft in row.drafts:
        if draft.kind not in _BEARING:
            out.append(draft)
            continue
        previous = next((d for d in reversed(out) if d.kind in _BEARING), None)
        found = draft.outcomes or _own(row, draft, previous)
        if not found and draft.kind is Kind.ESTIMATE and not (previous and _goes_on(row, previous, draft)):
            name = behind(row, draft) or counted_noun(row, draft, people=True)
            found = (name,) if name else ()
        if not found:
            alone = not any(d.outcomes for d in out)
            name = unforeseen(row, draft) if alone else said_right_behind(row, draft)
            found = (name,) if name else ()
        if found and found[0].span.start > draft.span.start and draft.kind is Kind.ESTIMATE:
            for i in pending:
                out[i] = out[i] if found[0].concept in unfit_for(out[i]) else replace(out[i], outcomes=found)
        if not found:
            found = _shared(row, out, draft)
        if found:
            pending.clear()
        else:
            pending.append(len(out))
        out.append(replace(draft, outcomes=found))
    return replace(row, drafts=tuple(out))


def _own(row: Row, draft: Draft, previous: Draft | None) -> tuple[OutcomeMention, ...]:
    """The outcome named between the draft before and this one."""
    labelled = draft.measure_at is not None and draft.kind is Kind.EFFECT
    end = min(draft.position, draft.measure_at) if labelled and draft.measure_at is not None else draft.position
    start = clause_start(row, end)
    noun = counted_noun(row, draft, people=False) if draft.kind is Kind.ESTIMATE else None
    if noun is not None:
        return (noun,)
    if previous is not None and previous.position >= start - 1:
        if _contrasted(row, previous, draft) or is_parallel(row, previous, draft):
            return ()
        start = max(start, _behind_names(row, previous))
    if draft.kind is Kind.TEST:
        if (inside := significant_behind(row, draft)) is not None:
            return (inside,)
        names = tuple(list_before(row, start, end))
        only = None if names else before(row, start, end, free=_continued(previous, draft, start))
        names = (only,) if only else names
        if len(names) < 2 and not any(n.concept for n in names):
            better = advantage_before(row, start, end)
            names = (better,) if better else names
        told = previous is not None and bool(previous.outcomes)
        return () if len(names) == 1 and names_the_test(row, draft.position, names[0], told=told) else names
    if draft.kind is Kind.EFFECT:
        named = None if previous and shares_bracket(row, previous, draft) else _of_effect(row, draft, start, end)
        return (named,) if named else ()
    named = goes_on_counting(row, previous, draft) or of_estimate(
        row, draft, start, free=_continued(previous, draft, start)
    )
    return (named,) if named else ()


def _of_effect(row: Row, draft: Draft, start: int, end: int) -> OutcomeMention | None:
    """What the words of comparing behind the effect lead to, else the outcome before it, else one right behind."""
    led = draft.measure_at is not None and draft.measure_at > draft.position
    changed = changed_behind(row, draft) if led or draft.measure in _DIFFERENCES else None
    end = adjusted_from(row, end)
    found = changed or before(row, min(start, end), end, unfit_for(draft))
    better = advantage_before(row, min(start, end), end) if found is None or found.concept is None else None
    return better or found or named_behind(row, draft)


def _continued(previous: Draft | None, draft: Draft, start: int) -> bool:
    """Whether the clause goes on from a figure of the same kind: '5% in those with gout, 9% in those with fistulas'."""
    if previous is None or not previous.outcomes or start == 0:
        return False
    return draft.kind is Kind.TEST or _comparable(previous, draft)


def _behind_names(row: Row, previous: Draft) -> int:
    """Behind what the figure before has taken as its own outcome, or what its rate is per: '5 per 1000 tests'."""
    ends = [o.span.end for o in previous.outcomes if o.span.start > previous.span.start]
    if previous.outcomes and not ends and (tail := _tail(row, previous)):
        return previous.position + 1 + len(tail)
    if not ends and previous.figure is not None and (previous.figure.unit or "").startswith("1/"):
        i = previous.position + 1
        while previous.outcomes and i < len(row.pieces) and is_content(row.pieces[i]):
            i += 1
        return i
    if not ends:
        return 0
    return next((i for i, p in enumerate(row.pieces) if p.span.start >= max(ends)), len(row.pieces))


def _contrasted(row: Row, previous: Draft, draft: Draft) -> bool:
    """Whether the two are compared: the same outcome in the other arm, cohort or time.

    `versus` opens what stands between, or a predicate leads to it: '20 months, which was longer than in B (1 month)'.
    """
    between = [p for p in row.between(previous.position, draft.position) if not p.is_a("close")]
    at = next((i for i, p in enumerate(between) if p.is_a("versus") or p.is_a("than")), None)
    if at is None:
        return False
    if at == 0 or (between[:at] == list(_tail(row, previous))):
        return True
    labelled = range(previous.position + 1, draft.position - 1)
    if at == len(between) - 1 and len(labelled) > 0 and _comparable(previous, draft) and may_name_group(row, labelled):
        return True
    told = all(any(p.is_a(k) for k in _PREDICATE) and not is_named(p) for p in between[:at])
    parted = any(p.is_a("comma") or p.is_a("and") for p in between[at + 1 :])
    return told and not parted and between[at].is_a("versus", "than") and _comparable(previous, draft)


def _tail(row: Row, figure: Draft) -> Sequence[Piece]:
    """The words right behind a figure that has no unit, which may be its unit: '33.6 pg/min', '78 [70-86] mL/m2'."""
    if figure.figure is None or figure.figure.unit is not None or figure.figure.people:
        return ()
    end = first = figure.position + 1
    while end < len(row.pieces) and any(row.pieces[end].is_a(k) for k in _UNIT_LIKE) and not is_named(row.pieces[end]):
        end += 1
    closed = end == len(row.pieces) or any(row.pieces[end].is_a(k) for k in _BEHIND_UNIT)
    return row.pieces[first:end] if closed and end - first <= _LONGEST_UNIT else ()


def _goes_on(row: Row, previous: Draft, draft: Draft) -> bool:
    """Whether the draft is of the outcome that was named before an earlier figure of the same run."""
    if not previous.outcomes or previous.outcomes[0].span.start > previous.span.start:
        return False
    if any(o.concept in unfit_for(draft) for o in previous.outcomes):
        return False
    between = row.between(previous.position, draft.position)
    return _comparable(previous, draft) and not any(p.is_a("stop") or p.is_a("semicolon") for p in between)


def _comparable(one: Draft, other: Draft) -> bool:
    if one.figure is None or other.figure is None or one.kind is not other.kind:
        return one.kind is Kind.ESTIMATE or other.kind is not Kind.ESTIMATE
    people = [d.figure is not None and (d.figure.people or d.figure.is_percent) for d in (one, other)]
    return one.figure.unit_kind == other.figure.unit_kind or all(people) or None in (one.figure.unit, other.figure.unit)


def _shared(row: Row, done: Sequence[Draft], draft: Draft) -> tuple[OutcomeMention, ...]:
    """The outcome of the draft before; a test that covers all takes every outcome since the last test."""
    outside = frozenset(row.outside(draft.position))
    bracketed = opening(row, draft.position) is not None
    bearing = [d for d in done if d.kind in _BEARING and (bracketed or not _is_aside(row, d, draft.position, outside))]
    if not bearing:
        return ()
    previous = bearing[-1]
    if draft.kind is Kind.TEST and _covers_all(row, draft):
        since: list[OutcomeMention] = []
        for one in reversed(bearing):
            if one.kind is Kind.TEST and one.p is not None:
                break
            since = [*one.outcomes, *since]
        if since:
            return tuple(dict.fromkeys(since))
    if draft.kind is Kind.ESTIMATE and not _comparable(previous, draft) and not _bracketed(row, previous, draft):
        return ()
    if any(o.concept in unfit_for(draft) for o in previous.outcomes):
        return ()
    return previous.outcomes if draft.kind is Kind.TEST else previous.outcomes[:1]


def _is_aside(row: Row, draft: Draft, at: int, outside: frozenset[int]) -> bool:
    """Whether a bracket that has closed holds both the figure and its name: '13 (8 with X, 5 with Y) and in 10'.

    Not where the bracket is all that stands before the figure at `at`: 'for death from gout (34 deaths), 0.97'.
    """
    if draft.position in outside or not draft.outcomes or row.only(draft.position, at, ("close", "comma")):
        return False
    named = draft.outcomes[0].span
    within = [i for i, p in enumerate(row.pieces) if p.span.overlaps(named)]
    return bool(within) and not any(i in outside for i in within)


def _bracketed(row: Row, previous: Draft, draft: Draft) -> bool:
    """'(P=0.01; 93% v 87%)': the figures follow their test in one bracket."""
    between = row.between(previous.position, draft.position)
    return previous.kind is Kind.TEST and all(p.is_a("semicolon") or p.is_a("comma") for p in between)


def _covers_all(row: Row, draft: Draft) -> bool:
    """'all P<0.05', 'P均<0.05', 'both P=0.01'."""
    near = row.pieces[max(0, draft.position - 2) : draft.position]
    if any(p.is_a("all_cue") for p in near):
        return True
    text = draft.span.of(row.view).lower()
    return any(w in text for w in row.language.spellings("all_cue"))


def inherit(row: Row) -> Row:
    """What is left takes the outcome of the draft before it, else the one the last sentence ended on."""
    last: tuple[OutcomeMention, ...] = row.carried.outcomes
    out: list[Draft] = []
    for draft in row.drafts:
        current = draft
        if draft.kind in _BEARING:
            if not draft.outcomes and last and not any(o.concept in unfit_for(draft) for o in last):
                current = replace(draft, outcomes=last[:1] if draft.kind is not Kind.TEST else last)
            last = current.outcomes or last
        out.append(current)
    return replace(row, drafts=tuple(out))


STEPS: tuple[Callable[[Row], Row], ...] = (
    take_from_bracket,
    take_risk_object,
    deal_in_brackets,
    deal_in_order,
    pair_outcomes,
    take_from_label,
    take_from_groups,
    name_counted,
    settle,
    deal_contrasts,
    deal_tests,
    inherit,
    take_from_effect,
    find_harms,
    find_grades,
    find_causes,
)
