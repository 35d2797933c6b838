"""Lists of outcomes and of figures that go together in order: 'A and B were 5% and 9%, respectively'."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.before import clause_start, list_before
from extractor.attachment.outcomes.contrasted import contrasted
from extractor.attachment.outcomes.phrases import is_named, mention_at
from extractor.attachment.row import Row


def pair_outcomes(row: Row) -> Row:
    """A list of figures and a list of as many outcomes go together in order, where the sentence says so."""
    out = {d.position: d for d in reversed(row.drafts)}
    figures = [d.position for d in row.drafts if d.is_result]
    named = [i for i, p in enumerate(row.pieces) if is_named(p)]
    lists = row.groups(named, ("preposition", "word", "time_noun"))
    groups = row.groups(figures, ("time_unit",))
    for group in groups:
        if len(group) < 2 or any(out[i].outcomes for i in group):
            continue
        items = list_before(row, clause_start(row, group[0]), group[0])
        given = _in_order(row, group, groups, items)
        if given:
            out |= {i: replace(out[i], outcomes=(m,)) for i, m in given.items()}
            continue
        if len({out[i].subject for i in group}) > 1 and any(_has_subject_list(row, out[i]) for i in group):
            continue
        for position, mention in zip(group, _listed(row, group, items, lists), strict=False):
            out[position] = replace(out[position], outcomes=(mention,))
    return replace(row, drafts=tuple(out[d.position] if d.is_result else d for d in row.drafts))


def _in_order(
    row: Row, group: Sequence[int], groups: Sequence[Sequence[int]], items: Sequence[OutcomeMention]
) -> dict[int, OutcomeMention]:
    """One outcome a run, each side of a `versus` the whole list, or each of several groups the whole list."""
    runs, sides = contrasted(row, group), _sides(row, group)
    if row.sentence.has("respectively") and len(runs) > 1 and len(items) == len(runs) < len(group):
        return {i: m for run, m in zip(runs, items, strict=True) for i in run}
    if len(sides) > 1 and all(len(side) == len(items) > 1 for side in sides):
        return {i: m for side in sides for i, m in zip(side, items, strict=True)}
    alike = [g for g in groups if g[0] >= group[0] and len(g) == len(group)]
    if len(items) == len(group) and len(alike) > 1 and all(_dealt(row, g, group[0]) for g in alike):
        named = [replace(m, adverse=m.adverse or (m.concept is None and items[-1].adverse)) for m in items]
        return {i: m for g in alike for i, m in zip(g, named, strict=True)}
    return {}


def deal_tests(row: Row) -> Row:
    """Statistics or P values listed in one place go in order to as many outcomes: 'A and B differed (t=2.1 and 3.4)'.

    The outcomes are those that all of them were given, else those of the figures since the test before. P values alone
    need to be told to go in order: in '(P<0.05 or P<0.01)' each is of all.
    """
    told = row.sentence.has("respectively")
    out: list[Draft] = []
    for _, together in groupby(row.drafts, key=lambda d: (d.position, d.kind)):
        run = list(together)
        if run[0].kind is Kind.TEST and len(run) > 1 and (told or all(d.test is not None for d in run)):
            names = next((n for n in (_common(run), _since_test(out)) if len(n) == len(run)), None)
            run = [replace(d, outcomes=(n,)) for d, n in zip(run, names, strict=True)] if names else run
        out += run
    return replace(row, drafts=tuple(out))


def deal_contrasts(row: Row) -> Row:
    """'A (5%)、B (9%) 均高于对照组 (3%、4%)': behind a comparison as many figures take the outcomes before it.

    So where figures of another arm or method are listed, and no outcomes: '治愈率为5%，有效率为9%；对照组分别为3%和4%'.
    """
    out = {d.position: d for d in row.drafts if d.kind is Kind.ESTIMATE}
    places = sorted(out)
    for group in row.groups(places):
        before = [out[i] for i in places if i < group[0]][-len(group) :]
        names = [d.outcomes for d in before]
        if len(group) < 2 or len(names) < len(group) or len(set(names)) < len(names):
            continue
        between = row.between(before[-1].position, group[0])
        listed = any(p.is_a("respectively") for p in between) and _have_units(before, [out[i] for i in group])
        listed = listed and not any(p.is_a("and") or p.is_a("comma", "enumeration") for p in between)
        told = listed or any(p.is_a("versus", "than") for p in between)
        if told and not any(is_named(p) for p in between) and all(names):
            out |= {i: replace(out[i], outcomes=n) for i, n in zip(group, names, strict=True)}
    return row.mapped(lambda d: out[d.position] if d.kind is Kind.ESTIMATE else d)


def _have_units(ones: Sequence[Draft], others: Sequence[Draft]) -> bool:
    """Whether the figures have the same units one by one."""
    units = [[d.figure.unit if d.figure else None for d in drafts] for drafts in (ones, others)]
    return units[0] == units[1]


def _common(run: Sequence[Draft]) -> tuple[OutcomeMention, ...]:
    """The outcomes of the run, where all have the same."""
    return run[0].outcomes if len({d.outcomes for d in run}) == 1 else ()


def _since_test(done: Sequence[Draft]) -> tuple[OutcomeMention, ...]:
    """The outcomes of the figures behind the last test, each once."""
    since: list[OutcomeMention] = []
    for draft in reversed(done):
        if draft.kind is Kind.TEST:
            break
        since += reversed(draft.outcomes)
    return tuple(dict.fromkeys(reversed(since)))


def _dealt(row: Row, group: Sequence[int], first: int) -> bool:
    """Whether the group is one of several that the same outcomes are dealt to: 'A and B were 1% and 9% in men, …'."""
    start = clause_start(row, group[0])
    own = any(is_named(p) and not p.is_a("people") for p in row.pieces[start : group[0]])
    own = own or bool(list_before(row, start, group[0]))
    split = any(p.is_a("versus") for i, j in pairwise(group) for p in row.between(i, j))
    return not split and (group[0] == first or not own)


def _sides(row: Row, group: Sequence[int]) -> list[list[int]]:
    """The figures between one `versus` and the next: '5%, 9% vs 1%, 2%' has two sides of two."""
    sides: list[list[int]] = [[group[0]]]
    for one, other in pairwise(group):
        if any(p.is_a("versus") for p in row.between(one, other)):
            sides.append([])
        sides[-1].append(other)
    return sides


def _listed(
    row: Row, group: Sequence[int], items: Sequence[OutcomeMention], lists: Sequence[Sequence[int]]
) -> Sequence[OutcomeMention]:
    """As many outcomes as the figures of the group, from the list right before them or from one behind."""
    told = row.sentence.has("respectively")
    if told and len(items) > len(group) > 2:
        items = items[-len(group) :]
    if len(items) == len(group) and (told or not _alike(row, group)):
        return items
    if not told and _alike(row, group) and len(group) == 2:
        return ()
    lists = [g for g in lists if not any(p.is_a("open") or p.is_a("close") for p in row.pieces[g[0] : g[-1]])]
    fitting = [g for g in lists if len(g) == len(group) and _in_reach(row, group, g)]
    start = clause_start(row, group[0]) if items else 0
    fitting = [g for g in fitting if g[0] >= start]
    near = [g for g in fitting if g[-1] < group[0]][-1:] or (fitting[:1] if told else [])
    return [mention_at(row, i) for i in near[0]] if near else ()


def _in_reach(row: Row, group: Sequence[int], names: Sequence[int]) -> bool:
    """Whether the names stand before the figures, or behind them in the same clause."""
    if names[-1] < group[0]:
        return True
    between = row.between(group[-1], names[0])
    return names[0] > group[-1] and not any(p.is_a(k) for p in between for k in ("semicolon", "stop", "p_value"))


def _alike(row: Row, group: Sequence[int]) -> bool:
    """Whether the figures are of one kind, so that they may be one outcome's in several arms."""
    units = {d.figure.unit for i in group if (d := row.at(i)) and d.figure}
    return len(units) == 1


def _has_subject_list(row: Row, draft: Draft) -> bool:
    """Whether the figure's list has gone to arms or cohorts already."""
    listed = len(row.positions("arm")) >= 2 or len(row.positions("cohort")) >= 2
    return row.sentence.has("respectively") and bool(draft.subject.arm or draft.subject.cohort) and listed
