"""Whose figure it is: the arm and the cohort, by named steps from the surest to the weakest."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind, Subject
from extractor.attachment.row import Row

_LINKS = (
    "preposition of article people having occurring word with_condition assigned copula time_word population"
    " vague both arm_role to all_cue alone"
).split()
"""What may stand between a figure and the arm behind it that it belongs to: '5% of the patients in the X group'."""

RIGHT_REACH = 9
_OWN_REACH = 5


def find_subjects(row: Row) -> Row:
    """The row with arms and cohorts given to its drafts."""
    for step in STEPS:
        row = step(row)
    return row


def pair_lists(row: Row) -> Row:
    """A list of figures and a list of as many arms (or cohorts) in the same sentence go together in order."""
    figures = [d.position for d in row.drafts if _wants_subject(d)]
    out = {d.position: d for d in row.drafts}
    for group in row.groups(figures, ("time_unit",)):
        if len(group) < 2:
            continue
        for kind in ("arm", "cohort"):
            names = _list_for(row, group, kind)
            if names:
                for position, name in zip(group, names, strict=True):
                    out[position] = _with(out[position], kind, row.pieces[name].entity)
    return replace(row, drafts=tuple(out[d.position] if d.figure else d for d in row.drafts))


def bind_right(row: Row) -> Row:
    """A figure takes the arm that follows it at once: '5% in the X group', '19% of those given placebo'."""

    def bound(draft: Draft) -> Draft:
        if not _wants_subject(draft) or draft.subject.arm:
            return draft
        for i in row.rightwards(draft.position):
            piece = row.pieces[i]
            if piece.is_a("arm"):
                linked = not _owned_by_next(row, draft, i)
                return _with(draft, "arm", piece.entity) if linked else draft
            if i - draft.position > RIGHT_REACH or not any(piece.is_a(k) for k in _LINKS):
                return draft
        return draft

    return row.mapped(bound)


def bind_left(row: Row) -> Row:
    """A figure takes the last arm named before it; behind a `versus` without a name, the other arm."""
    out: list[Draft] = []
    for draft in row.drafts:
        current = draft
        if _wants_subject(draft) and not draft.subject.arm:
            at = next((i for i in row.leftwards(draft.position) if _is_subject(row, i, draft)), None)
            arm = row.pieces[at].entity if at is not None else None
            before = _before(out, draft)
            contrasted = before is not None and _contrasted(row, before, draft)
            if before is not None and contrasted and (at is None or at < before.position):
                arm = _other_named(row, before.subject.arm) or _other(row, before.subject.arm)
            if arm and at is not None and not contrasted and _reaches(row, at, draft) and not _is_of_all(row, at, draft):
                current = _with(draft, "arm", arm)
            elif arm and contrasted:
                current = _with(draft, "arm", arm)
        out.append(current)
    return replace(row, drafts=tuple(out))


def contrast_in_order(row: Row) -> Row:
    """'10% versus 6%' or 'A and B, respectively' with no arm named: the arms in the order last spoken of."""
    order = row.carried.arms or row.arms
    figures = [d.position for d in row.drafts if _wants_subject(d) and d.kind is Kind.ESTIMATE]
    out = {d.position: d for d in row.drafts}
    for group in row.groups(figures):
        open_ones = [i for i in group if not out[i].subject.arm]
        between = [p for a, b in zip(group, group[1:], strict=False) for p in row.between(a, b)]
        contrasted = any(p.is_a("versus") for p in between) or row.sentence.has("respectively")
        if contrasted and len(open_ones) == len(group) == len(order) >= 2 and not row.positions("cohort"):
            for position, arm in zip(group, order, strict=True):
                out[position] = _with(out[position], "arm", arm)
    return replace(row, drafts=tuple(out[d.position] if d.figure else d for d in row.drafts))


def compare_arms(row: Row) -> Row:
    """An effect or test compares the two arms named in its sentence, or the trial's two arms; the control last."""

    def compared(draft: Draft) -> Draft:
        if draft.kind not in (Kind.EFFECT, Kind.TEST):
            return draft
        named = list(dict.fromkeys(row.pieces[i].entity for i in row.positions("arm")))
        pair = [n for n in named if n] if len(named) == 2 else list(row.arms)
        if len(pair) != 2:
            return draft
        first, second = sorted(pair, key=lambda a: a in row.controls)
        return replace(draft, subject=replace(draft.subject, arm=first, comparator=second))

    return row.mapped(compared)


def _wants_subject(draft: Draft) -> bool:
    return draft.kind in (Kind.ESTIMATE, Kind.SIZE) and draft.figure is not None


def _with(draft: Draft, kind: str, entity: str | None) -> Draft:
    if kind == "arm":
        return replace(draft, subject=replace(draft.subject, arm=entity))
    return replace(draft, subject=replace(draft.subject, cohort=entity))


def _list_for(row: Row, group: Sequence[int], kind: str) -> list[int] | None:
    """The nearest list of that kind with as many members as the figures, before them or behind."""
    groups = row.groups(row.positions(kind), ("preposition", "people", "with_condition", "arm_head"))
    fitting = [g for g in groups if len(g) == len(group) and len({row.pieces[i].entity for i in g}) == len(g)]
    outside = [g for g in fitting if g[-1] < group[0] or g[0] > group[-1]]
    before = [g for g in outside if g[-1] < group[0]]
    if before:
        return before[-1]
    return outside[0] if outside and row.sentence.has("respectively") else None


def _owned_by_next(row: Row, draft: Draft, arm_at: int) -> bool:
    """Whether the arm behind the figure opens the next figure: 'A组5%，B组9%'."""
    following = next((d for d in row.drafts if d.position > arm_at and d.figure), None)
    if following is None:
        return False
    if arm_at == draft.position + 1 and following.position == arm_at + 1:
        return True
    links_before = list(row.between(draft.position, arm_at))
    if any(p.is_a("preposition") or p.is_a("of") or p.is_a("occurring") for p in links_before):
        return False
    return all(p.is_a("copula") or p.is_a("word") for p in row.between(arm_at, following.position))


def _before(drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    earlier = [d for d in drafts if _wants_subject(d) and d.kind is draft.kind and d.position < draft.position]
    return earlier[-1] if earlier else None


def _contrasted(row: Row, one: Draft, other: Draft) -> bool:
    between = row.between(one.position, other.position)
    return any(p.is_a("versus") for p in between) and not any(p.is_a("stop") for p in between)


def _other(row: Row, arm: str | None) -> str | None:
    rest = [a for a in row.arms if a != arm]
    return rest[0] if arm in row.arms and len(rest) == 1 else None


def _is_subject(row: Row, at: int, draft: Draft) -> bool:
    """Whether the arm named there can own the figure: not one that others are only compared with in passing."""
    if not row.pieces[at].is_a("arm"):
        return False
    gap = row.between(at, draft.position)
    if len(gap) <= _OWN_REACH and not any(p.is_a("comma") or p.is_a("versus") for p in gap):
        return True
    before = at - 1
    while before >= 0 and (row.pieces[before].is_a("article") or row.pieces[before].is_a("preposition")):
        before -= 1
    led = before >= 0 and (row.pieces[before].is_a("versus") or row.pieces[before].is_a("than"))
    joined = before >= 0 and row.pieces[before].is_a("and") and bool(gap) and gap[0].is_a("versus")
    return not (led or joined)


def _is_of_all(row: Row, at: int, draft: Draft) -> bool:
    """Whether the figure speaks of follow-up, or the arm stands in brackets that closed before it."""
    between = row.between(at, draft.position)
    if any(p.is_a("outcome", "follow_up") for p in between):
        return True
    return sum(p.is_a("close") - p.is_a("open") for p in between) > 0 and not any(p.is_a("arm") for p in between) and any(
        p.is_a("stop") for p in between
    )


def _other_named(row: Row, arm: str | None) -> str | None:
    """The one other arm that the sentence names."""
    named = {row.pieces[i].entity for i in row.positions("arm")} - {arm}
    return next(iter(named)) if len(named) == 1 and arm is not None else None


def _reaches(row: Row, at: int, draft: Draft) -> bool:
    return not any(p.is_a("every_arm") for p in row.between(at, draft.position)) and draft.subject == Subject(
        cohort=draft.subject.cohort
    )


STEPS: tuple[Callable[[Row], Row], ...] = (
    pair_lists,
    bind_right,
    bind_left,
    contrast_in_order,
    compare_arms,
)
