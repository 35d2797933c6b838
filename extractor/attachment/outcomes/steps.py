"""Of what the figure is: the outcome named in its clause, before it, behind it or with the figure before."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.before import before, list_before
from extractor.attachment.outcomes.behind import behind, counted_noun, unfit_for
from extractor.attachment.outcomes.harms import find_causes, find_grades, find_harms
from extractor.attachment.outcomes.phrases import is_named, mention_at
from extractor.attachment.outcomes.risks import take_risk_object
from extractor.attachment.outcomes.verbs import completed_before, told_by_verb
from extractor.attachment.row import Row

_BEARING = (Kind.ESTIMATE, Kind.EFFECT, Kind.TEST)


def find_outcomes(row: Row) -> Row:
    """The row with outcomes and grades given to its estimates, effects and tests."""
    for step in STEPS:
        row = step(row)
    return row


def pair_outcomes(row: Row) -> Row:
    """A list of figures and a list of as many outcomes go together in order, where the sentence says so."""
    out = {d.position: d for d in row.drafts}
    figures = [d.position for d in row.drafts if d.is_result]
    named = [i for i, p in enumerate(row.pieces) if is_named(p)]
    lists = row.groups(named, ("preposition", "word", "time_noun"))
    for group in row.groups(figures, ("time_unit",)):
        if len(group) < 2 or any(out[i].outcomes or _has_subject_list(row, out[i]) for i in group):
            continue
        mentions = _listed(row, group, lists)
        for position, mention in zip(group, mentions, strict=False):
            out[position] = replace(out[position], outcomes=(mention,))
    return replace(row, drafts=tuple(out[d.position] if d.is_result else d for d in row.drafts))


def _listed(row: Row, group: Sequence[int], lists: Sequence[Sequence[int]]) -> Sequence[OutcomeMention]:
    """As many outcomes as the figures of the group, from the list right before them or from one behind."""
    told = row.sentence.has("respectively")
    items = list_before(row, _clause_start(row, group[0]), group[0])
    if len(items) == len(group) and (told or not _alike(row, group)):
        return items
    if not told and _alike(row, group) and len(group) == 2:
        return ()
    lists = [g for g in lists if not any(p.is_a("open") or p.is_a("close") for p in row.pieces[g[0] : g[-1]])]
    fitting = [g for g in lists if len(g) == len(group) and (g[-1] < group[0] or g[0] > group[-1])]
    near = [g for g in fitting if g[-1] < group[0]][-1:] or fitting[:1]
    return [mention_at(row, i) for i in near[0]] if near else ()


def _alike(row: Row, group: Sequence[int]) -> bool:
    """Whether the figures are of one kind, so that they may be one outcome's in several arms."""
    units = {d.figure.unit for i in group if (d := row.at(i)) and d.figure}
    return len(units) == 1


def take_from_label(row: Row) -> Row:
    """'hazard ratio for death, 0.7': the outcome stands between the label and the figure."""

    def labelled(draft: Draft) -> Draft:
        if draft.kind is not Kind.EFFECT or draft.outcomes or draft.measure_at is None:
            return draft
        for i in range(draft.measure_at + 1, draft.position):
            if is_named(row.pieces[i]):
                return replace(draft, outcomes=(mention_at(row, i),))
        return draft

    return row.mapped(labelled)


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
        if found and found[0].span.start > draft.span.start and draft.kind is Kind.ESTIMATE:
            for i in pending:
                out[i] = replace(out[i], outcomes=found)
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
    end = draft.position if draft.measure_at is None or draft.kind is not Kind.EFFECT else draft.measure_at
    start = _clause_start(row, end)
    noun = counted_noun(row, draft, people=False) if draft.kind is Kind.ESTIMATE else None
    if noun is not None:
        return (noun,)
    if previous is not None and previous.position >= start - 1:
        if _contrasted(row, previous, draft):
            return ()
        start = max(start, _behind_names(row, previous))
    if draft.kind is Kind.TEST:
        names = tuple(list_before(row, start, end))
        only = None if names else before(row, start, end)
        return (only,) if only else names
    found = before(row, start, end, unfit_for(draft))
    told, crossed = told_by_verb(row, draft)
    if told is not None and _tells_more(row, draft, told, found, crossed=crossed):
        found = told
    if found is None or found.concept is None:
        found = completed_before(row, draft) or found
    return (found,) if found else ()


def _tells_more(row: Row, draft: Draft, told: OutcomeMention, found: OutcomeMention | None, *, crossed: bool) -> bool:
    """Whether what the verb behind says is what the figure is of, and not what was named before it.

    A known name before stands against a phrase no lexicon knows; where the verb is another figure's too, against all.
    """
    if found is None:
        leading = row.pieces[draft.position - 1]
        return not crossed or not leading.is_a("copula") or leading.is_a("having")
    if found.concept is None:
        return True
    parted = any(p.is_a("comma") and p.span.start >= found.span.end for p in row.pieces[: draft.position])
    return not crossed and (told.concept is not None or parted)


def _behind_names(row: Row, previous: Draft) -> int:
    """Behind what the figure before has taken as its own outcome."""
    ends = [o.span.end for o in previous.outcomes if o.span.start > previous.span.start]
    if not ends:
        return 0
    return next((i for i, p in enumerate(row.pieces) if p.span.start >= max(ends)), len(row.pieces))


def _contrasted(row: Row, previous: Draft, draft: Draft) -> bool:
    """Whether `versus` opens what stands between the two: the same outcome in the other arm."""
    opening = next((p for p in row.between(previous.position, draft.position) if not p.is_a("close")), None)
    return opening is not None and (opening.is_a("versus") or opening.is_a("than"))


def _goes_on(row: Row, previous: Draft, draft: Draft) -> bool:
    """Whether the draft is of the outcome that was named before an earlier figure of the same run."""
    if not previous.outcomes or previous.outcomes[0].span.start > previous.span.start:
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
    bearing = [d for d in done if d.kind in _BEARING]
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


def _clause_start(row: Row, end: int) -> int:
    """Behind the last figure, P value, full stop or semicolon before `end`."""
    for i in range(end - 1, -1, -1):
        piece = row.pieces[i]
        if any(piece.is_a(k) for k in ("p_value", "test_statistic", "stop", "semicolon")):
            return i + 1
        if piece.is_a("figure") and (draft := row.at(i)) is not None and draft.kind in _BEARING:
            return i + 1
    return 0


def _has_subject_list(row: Row, draft: Draft) -> bool:
    """Whether the figure's list has gone to arms or cohorts already."""
    listed = len(row.positions("arm")) >= 2 or len(row.positions("cohort")) >= 2
    return row.sentence.has("respectively") and bool(draft.subject.arm or draft.subject.cohort) and listed


STEPS: tuple[Callable[[Row], Row], ...] = (
    take_risk_object,
    pair_outcomes,
    take_from_label,
    settle,
    inherit,
    find_harms,
    find_grades,
    find_causes,
)
