"""What a test compares when it is not two groups: one group before and after, or whether effects differ."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.subjects.mentions import is_led

_WITHIN, _BETWEEN = "within_group", "between_groups"


def mark_tests(row: Row) -> Row:
    """The row with its tests told apart: before and after in one group, for interaction, between groups."""
    start = 0
    out: list[Draft] = []
    for draft in row.drafts:
        current = draft
        if draft.kind is Kind.TEST:
            first = _clause_start(row, start, draft.position)
            if not draft.interaction and any(
                p.is_a("p_interaction", "interaction") for p in row.pieces[first : draft.position]
            ):
                current = replace(current, interaction=True)
            if not current.interaction and _is_within(row, first, draft.position):
                current = _of_one(row, current, first)
            start = draft.position + 1 if row.at(draft.position + 1) is None else start
        out.append(current)
    return replace(row, drafts=tuple(out))


def _clause_start(row: Row, start: int, position: int) -> int:
    """Where the clause of a P value begins: behind the last P value or semicolon before it."""
    stops = [i for i in range(start, position) if row.pieces[i].is_a("semicolon")]
    return stops[-1] + 1 if stops else start


def _is_within(row: Row, first: int, position: int) -> bool:
    """Whether the clause compares with an earlier time, and no group with another.

    The second of 'P<0.05 or P<0.01' stands on the piece of the first, and has no clause of its own.
    """
    if first > position or _says(row, _BETWEEN, first, position):
        return False
    named = [i for i in row.positions("arm") if first <= i < position]
    if any(is_led(row, i) for i in named) or len({row.pieces[i].entity for i in named}) > 1:
        return False
    if any(row.pieces[i].is_a("versus", "versus") and row.pieces[i + 1].is_a("figure") for i in range(first, position)):
        return False
    return _says(row, _WITHIN, first, position)


def _says(row: Row, kind: str, first: int, position: int) -> bool:
    start, end = row.pieces[first].span.start, row.pieces[position].span.start
    patterns = row.language.patterns_of(kind)
    return any(next(pattern.finditer(row.view, start, end), None) is not None for pattern in patterns)


def _of_one(row: Row, draft: Draft, first: int) -> Draft:
    """The test as one within a group: of the only arm that its clause names, else of none."""
    named = {row.pieces[i].entity for i in row.positions("arm") if first <= i < draft.position}
    arm = named.pop() if len(named) == 1 else None
    return replace(draft, within=True, subject=replace(draft.subject, arm=arm, comparator=None))
