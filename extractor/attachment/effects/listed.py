"""The figures that one label announces together: 'hazard ratios of 0.62 and 0.81', 'effect sizes = 0.51 and 0.27'."""

from collections.abc import Sequence

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row

_BETWEEN = (
    *("interval", "p_value", "timepoint", "time_word", "preposition", "of", "unit"),
    *("cohort", "arm", "arm_head", "arm_word", "people", "people_counted"),
)
"""What may stand between figures of which each has bounds or a P value, besides the marks of a list."""


def listed(row: Row, first: Draft, *, weak: bool) -> list[Draft]:
    """The figure and those joined to it in one list; `weak`: the label is an everyday word, and they must be alike."""
    positions = [d.position for d in row.drafts if d.figure is not None and d.position >= first.position]
    group = row.groups(positions, _BETWEEN if weak else ())[0]
    members = [d for i in group if (d := row.at(i)) is not None]
    if not weak:
        return [d for d in members if d.figure and d.figure.unit == _unit(first) and not d.figure.people]
    return members if len(members) > 1 and _are_alike(row, members) else [first]


def _unit(draft: Draft) -> str | None:
    return draft.figure.unit if draft.figure else None


def _are_alike(row: Row, members: Sequence[Draft]) -> bool:
    """Whether the figures are not set against each other, and each is printed as the first, or the list is in order."""
    first, last = members[0], members[-1]
    if any(p.is_a("versus") or p.is_a("measure") for p in row.between(first.position, last.position)):
        return False
    if any(_unit(d) != _unit(first) or not _is_bare(d) for d in members):
        return False
    if all(_has_bounds(d) for d in members) or all(d.figure is not None and d.figure.p for d in members):
        return True
    joined = row.only(first.position, last.position, ("comma", "and"))
    behind = row.pieces[last.position + 1 : last.position + 3]
    return joined and any(p.is_a("respectively") for p in behind)


def _is_bare(draft: Draft) -> bool:
    figure = draft.figure
    return figure is not None and not (figure.people or figure.events or figure.spread or figure.size_mark)


def _has_bounds(draft: Draft) -> bool:
    return draft.interval is not None or (draft.figure is not None and draft.figure.bounds is not None)
