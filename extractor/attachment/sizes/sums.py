"""Sizes of everybody that are told beside an arm: '90 took the drug (44 on X and 46 on Y)'."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_LEAST = 2


def sums_of_arms(row: Row) -> Row:
    """The row in which a size that is the sum of those of several arms right before or behind it is no arm's own."""
    sizes = [d for d in row.drafts if d.kind is Kind.SIZE and _value(d) is not None]
    wholes = {d.position for i, d in enumerate(sizes) if d.subject.arm and _is_sum(row, d, sizes[:i], sizes[i + 1 :])}

    def freed(draft: Draft) -> Draft:
        summed = draft.kind is Kind.SIZE and draft.position in wholes
        return replace(draft, subject=replace(draft.subject, arm=None)) if summed else draft

    return row.mapped(freed) if wholes else row


def _is_sum(row: Row, whole: Draft, before: Sequence[Draft], behind: Sequence[Draft]) -> bool:
    """Whether sizes next to it, each of another arm, add up to it; those before only where it leads to no arm."""
    if _adds_up(whole, behind):
        return True
    following = behind[0].position if behind else len(row.pieces)
    led = any(p.entity == whole.subject.arm for p in row.between(whole.position, following))
    return not led and _adds_up(whole, list(reversed(before)))


def _adds_up(whole: Draft, near: Sequence[Draft]) -> bool:
    total, arms, places = Decimal(0), set[str](), set[int]()
    for part in near:
        arm = part.subject.arm
        if arm is None or arm in arms or part.position in places:
            return False
        arms.add(arm)
        places.add(part.position)
        total += _value(part) or 0
        if total == _value(whole) and len(arms) >= _LEAST:
            return True
    return False


def _value(draft: Draft) -> Decimal | None:
    return draft.figure.value.value if draft.figure is not None and draft.figure.value is not None else None
