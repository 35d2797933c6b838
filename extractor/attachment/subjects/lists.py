"""Lists of figures: each member of a list of arms in turn, or all of them one arm's."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.attachment.brackets import bracket_around, bracket_behind
from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.subjects.clauses import clause_of
from extractor.attachment.subjects.directions import is_turned
from extractor.attachment.subjects.marks import given, wants_subject
from extractor.attachment.subjects.mentions import is_led
from extractor.attachment.subjects.names import dealt, names_listed
from extractor.attachment.subjects.series import series_of

_LISTED = ("copula", "having", "of", "outcome", "respectively", "word", "preposition")
"""What may stand between an arm and the list of figures that it opens."""


def pair_lists(row: Row) -> Row:
    """A list of figures and a list of as many arms (or cohorts) in the same sentence go together in order.

    Longer lists come in parts: 'were 94% and 81%, and 17% and 0%, respectively, in A and B'.
    """
    figures = [d.position for d in row.drafts if wants_subject(d)]
    out = {d.position: d for d in reversed(row.drafts)}
    for group in series_of(row, figures):
        if len(group) < 2:
            continue
        for kind in ("arm", "cohort"):
            names = _list_for(row, group, kind)
            for position, name in dealt(row, group, names) if names else ():
                out[position] = given(out[position], kind, row.pieces[name].entity)
    return replace(row, drafts=tuple(out[d.position] if d.figure else d for d in row.drafts))


def spread_back(row: Row) -> Row:
    """A list before one arm is all that arm's: '5.6, 4.9 and 3.8 months with A', where no arm opened the list."""
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE and d.figure is not None]
    out = {d.position: d for d in row.drafts if d.figure is not None}
    for group in series_of(row, figures):
        arm = out[group[-1]].subject.arm
        opened = any(row.pieces[i].is_a("arm") for i in range(group[0]) if row.only(i, group[0], _LISTED))
        between = [p for a, b in pairwise(group) for p in row.between(a, b)]
        plain = len(group) > 1 and not any(p.is_a("versus") or p.is_a("open") for p in between)
        alike = len({out[i].statistic for i in group}) == 1
        if arm and plain and alike and not opened and not any(out[i].subject.arm for i in group[:-1]):
            for position in group[:-1]:
                out[position] = given(out[position], "arm", arm)
    return replace(row, drafts=tuple(out[d.position] if d.figure else d for d in row.drafts))


def _list_for(row: Row, group: Sequence[int], kind: str) -> list[int] | None:
    """The nearest list of that kind with as many members as the figures, before them or behind."""
    named = [g for g in names_listed(row, kind) if len({row.pieces[i].entity for i in g}) == len(g)]
    fitting = [g for g in named if len(g) == len(group)]
    outside = [g for g in fitting if g[-1] < group[0] or g[0] > group[-1]]
    before = [g for g in outside if g[-1] < group[0]]
    if before:
        return _in_order(row, group, before[-1])
    said = row.sentence.has("respectively")
    if outside:
        opposed = _are_dealt(row, group, outside[0]) or _are_opposed(row, group, outside[0])
        return outside[0] if said or opposed else None
    parted = [g for g in named if g[0] > group[-1] and len(g) > 1 and dealt(row, group, g)] if said else []
    return parted[0] if parted else None


def _in_order(row: Row, group: Sequence[int], names: Sequence[int]) -> list[int]:
    """The names before the figures: the subject first, whom it is compared with last, unless the numbers belie it."""
    order = sorted(names, key=lambda i: is_led(row, i))
    entities = [entity for i in order if (entity := row.pieces[i].entity)]
    return order[::-1] if is_turned(row, clause_of(row, group), entities) else order


def _are_opposed(row: Row, group: Sequence[int], names: Sequence[int]) -> bool:
    """Whether the arms stand right behind the figures and one of the lists is a contrast: '21 vs 23 with A and B'."""
    beside = row.only(group[-1], names[0], ("preposition", "article", "close", "people", "of", "having"))
    between = [p for g in (group, names) for a, b in pairwise(g) for p in row.between(a, b)]
    return beside and any(p.is_a("versus") for p in between)


def _are_dealt(row: Row, group: Sequence[int], names: Sequence[int]) -> bool:
    """Whether the figures open the sentence's only deal: 'three and eight deaths were seen in the A and B groups'."""
    joined = all(any(p.is_a("and") for p in row.between(a, b)) for a, b in pairwise(group[-2:]))
    plain = not any(p.is_a("versus") or p.is_a("open") for p in row.pieces[group[0] : names[-1]])
    apart = any(not (p.is_a("preposition") or p.is_a("article")) for p in row.between(group[-1], names[0]))
    between = any(p.is_a("figure") or p.is_a("comma") for p in row.between(group[-1], names[0]))
    return joined and plain and apart and not between


def bracket_lists(row: Row) -> Row:
    """Figures in the bracket behind an arm are its own: one alone, or several where the other arm has had figures.

    'in A (48% of grade 3 and 12% of grade 4) than in B (16% and 4%, respectively)'.
    """
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE and d.figure is not None]
    held = {at: bracket_behind(row, at) for at in row.positions("arm")}
    contrasts = [at for at, inside in held.items() if any(row.pieces[i].is_a("versus") for i in inside)]
    within = len({row.pieces[at].entity for at in contrasts}) > 1
    owned: dict[int, str | None] = {}
    for at, inside in held.items():
        members = [i for i in figures if i in inside]
        if members and _are_own(row, at, inside, members, figures, within=within):
            owned |= dict.fromkeys(members, row.pieces[at].entity)

    def listed(draft: Draft) -> Draft:
        fits = draft.kind is Kind.ESTIMATE and draft.position in owned and not draft.subject.arm
        return given(draft, "arm", owned[draft.position]) if fits else draft

    return row.mapped(listed)


def _are_own(row: Row, at: int, inside: range, members: Sequence[int], figures: Sequence[int], *, within: bool) -> bool:
    """Whether the figures in the bracket are the arm's: alone, behind those of another arm, or contrasted in each."""
    looked = inside if len(members) > 1 else range(inside.start, min(members[0] + 2, inside.stop))
    if any(row.pieces[i].is_a("arm") for i in looked):
        return False
    if any(row.pieces[i].is_a("versus") for i in looked):
        return within
    others = [i for i in row.positions("arm") if i < at and row.pieces[i].entity != row.pieces[at].entity]
    return len(members) == 1 or (bool(others) and any(others[0] < i < at for i in figures))


def from_to(row: Row) -> Row:
    """Both ends of a change are the same arm's: 'fell from 42% to 36% in the A group and from 44% to 34% in B'."""
    figures = [d for d in row.drafts if d.kind is Kind.ESTIMATE and d.figure is not None]
    arms: dict[int, str | None] = {}
    for one, other in pairwise(figures):
        led = one.position > 0 and row.pieces[one.position - 1].is_a("from")
        between = range(one.position + 1, other.position)
        inside = bracket_behind(row, one.position)
        outside = [i for i in between if not inside or not inside.start - 1 <= i <= inside.stop]
        joined = [row.pieces[i] for i in outside if not row.pieces[i].is_a("change")]
        if led and len(joined) == 1 and joined[0].is_a("to") and other.subject.arm and not one.subject.arm:
            arms[one.position] = other.subject.arm

    def started(draft: Draft) -> Draft:
        fits = draft.kind is Kind.ESTIMATE and draft.position in arms
        return given(draft, "arm", arms[draft.position]) if fits else draft

    return row.mapped(started)


def spread_forward(row: Row) -> Row:
    """Figures in brackets are those of the arm that is compared behind: 'rash (5%), itch (3%) were rarer in A'."""
    places = row.positions("arm")
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE and d.figure is not None]
    if not figures or len({row.pieces[i].entity for i in places}) != 1 or figures[-1] > places[0]:
        return row
    compared = any(p.is_a("comparative") for p in row.between(figures[-1], places[0])) and not is_led(row, places[0])
    apart = any(row.sentence.has(kind) for kind in ("versus", "every_arm", "semicolon"))
    if apart or not compared or not all(bracket_around(row, i) for i in figures):
        return row
    arm = row.pieces[places[0]].entity
    return row.mapped(lambda d: given(d, "arm", arm) if d.kind is Kind.ESTIMATE and not d.subject.arm else d)
