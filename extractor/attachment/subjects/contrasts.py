"""'10% versus 6%': which arm each side of a contrast belongs to, by who is the subject and who only compared with."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_LEADS = ("article", "preposition", "to", "of", "people", "having")
"""What may stand between 'compared with' and the arm it leads to."""


def contrast_in_order(row: Row) -> Row:
    """'10% versus 6%' with no arm at either figure: the subject of the sentence first, whom it is compared with last.

    Where the sentence names no arm, in the order last spoken of, else in the order of the trial.
    """
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE and d.figure is not None]
    out = {d.position: d for d in row.drafts if d.figure is not None}
    for group in row.groups(figures):
        for part in (group, *_runs(row, group)):
            if len(part) < 2 or any(out[i].subject.arm for i in part):
                continue
            order = _order(row, part) if _is_contrasted(row, part) else ()
            if len(order) == len(part):
                for position, arm in zip(part, order, strict=True):
                    out[position] = _of(out[position], arm)
    return replace(row, drafts=tuple(out[d.position] if d.figure else d for d in row.drafts))


def _runs(row: Row, group: Sequence[int]) -> list[list[int]]:
    """The figures of a list that are contrasted among themselves: '98% vs 81% and 97% vs 83%' are two runs."""
    runs: list[list[int]] = []
    for position in group:
        if runs and any(p.is_a("versus") for p in row.between(runs[-1][-1], position)):
            runs[-1].append(position)
        else:
            runs.append([position])
    return runs if len(runs) < len(group) else []


def _is_contrasted(row: Row, group: Sequence[int]) -> bool:
    between = [p for a, b in pairwise(group) for p in row.between(a, b)]
    if any(p.is_a("versus") for p in between):
        return True
    if len(set(row.positions("cohort"))) >= len(group):
        return False
    return row.sentence.has("respectively") or _is_compared(row, group)


def _is_compared(row: Row, group: Sequence[int]) -> bool:
    """'were 12% and 9% (difference …)': as many figures as arms, a comparison right behind, no arm in the sentence."""
    if len(group) != len(row.carried.arms) or row.positions("arm"):
        return False
    behind = range(group[-1] + 1, group[-1] + 5)
    return any(d.kind in (Kind.EFFECT, Kind.TEST) and d.position in behind for d in row.drafts)


def _order(row: Row, group: Sequence[int]) -> tuple[str, ...]:
    """The arms in the order of the group's figures."""
    size = len(group)
    before = [i for i in row.positions("arm") if i < group[0]]
    behind = [i for i in row.positions("arm") if i > group[-1]]
    for named in (before, behind):
        order = arms_spoken_of(row, named)
        if len(order) > size:
            order = order[-size:] if named is before else order[:size]
        if len(order) == size:
            return order
        if size == 2 and len(order) == 1:
            other = _other(row, order[0])
            led = all(is_led(row, i) for i in named)
            return () if other is None else (other, order[0]) if led else (order[0], other)
    carried = row.carried.arms if len(row.carried.arms) == size else row.arms
    return carried if not before and not behind else ()


def arms_spoken_of(row: Row, named: Sequence[int]) -> tuple[str, ...]:
    """The arms once each: first those the sentence speaks of, then those it only compares with."""
    spoken = [e for i in named if not is_led(row, i) and (e := row.pieces[i].entity)]
    led = [e for i in named if is_led(row, i) and (e := row.pieces[i].entity)]
    return tuple(dict.fromkeys([*spoken, *led]))


def is_led(row: Row, at: int) -> bool:
    """Whether others are compared with the arm named there: 'than placebo', 'versus the X group', 与X组相比."""
    i = at - 1
    while i >= 0 and any(row.pieces[i].is_a(k) for k in _LEADS) and not row.pieces[i].is_a("versus"):
        i -= 1
    if i < 0:
        return False
    if row.pieces[i].is_a("versus") or row.pieces[i].is_a("than"):
        return True
    follow = row.pieces[at + 1 : at + 3]
    compares = bool(follow) and (follow[0].is_a("versus") or follow[0].is_a("comparing"))
    bracketed = row.pieces[i].is_a("and") and compares
    return bracketed and not (i > 0 and row.pieces[i - 1].is_a("arm"))


def _other(row: Row, arm: str) -> str | None:
    rest = [a for a in row.arms if a != arm]
    return rest[0] if len(rest) == 1 else None


def _of(draft: Draft, arm: str) -> Draft:
    return replace(draft, subject=replace(draft.subject, arm=arm))
