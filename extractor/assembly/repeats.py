"""A fact that the conclusions (or a second sentence) repeat is listed once, where it was first reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.attachment import Draft, Kind
from extractor.attachment.row import Row


@dataclass(frozen=True, slots=True)
class _Identity:
    kind: Kind
    numbers: tuple[Decimal | None, ...]
    arm: str | None
    cohort: str | None


def without_repeats(drafts: Sequence[tuple[Row, Draft]]) -> list[Draft]:
    """The facts among the drafts, repeated ones once; one sentence that prints a size twice speaks of two groups."""
    kept: list[Draft] = []
    values: set[Decimal] = set()
    sizes: dict[_Identity, int] = {}
    for row, draft in drafts:
        if not draft.is_fact:
            continue
        numbers = _numbers(draft)
        if row.sentence.section == "conclusions" and numbers and all(n in values for n in numbers if n is not None):
            continue
        if draft.kind is Kind.SIZE:
            identity = _Identity(draft.kind, numbers, draft.subject.arm, draft.subject.cohort)
            if sizes.get(identity, row.sentence.index) != row.sentence.index:
                continue
            sizes.setdefault(identity, row.sentence.index)
        values |= {n for n in numbers if n is not None}
        kept.append(draft)
    return kept


def _numbers(draft: Draft) -> tuple[Decimal | None, ...]:
    figure = draft.figure
    if figure is not None:
        return tuple(q.value if q else None for q in (figure.value, figure.events, figure.total))
    return (draft.p.value.value if draft.p else None, draft.test.value.value if draft.test else None)
