"""Spreads in a bracket of their own, behind the group that the figure is of: '9.8 in the drug group (SD 2.1)'."""

from dataclasses import replace

from extractor.attachment.draft import Draft
from extractor.attachment.numbers.declared import declared_spread
from extractor.attachment.row import Row
from extractor.figures import SpreadMention, read_spread

_OWNER = (
    "preposition",
    "article",
    "arm",
    "arm_head",
    "arm_role",
    "cohort",
    "drug",
    "people",
    "of",
    "unit",
    "timepoint",
)
_REACH = 8
_SEMICOLON_AND_ARM = 2


def join_spreads_behind(row: Row) -> Row:
    """The row with each spread in brackets behind the owner's name given to the figure before the name."""
    given: dict[int, SpreadMention] = {}
    for at in row.positions("spread"):
        spread, owner = read_spread(row.pieces[at]), _figure_before(row, at)
        if spread is not None and owner is not None:
            given.setdefault(owner.position, spread)

    def joined(draft: Draft) -> Draft:
        if draft.figure is None or draft.position not in given:
            return draft
        return replace(draft, figure=replace(draft.figure, spread=given[draft.position]))

    return row.mapped(joined) if given else row


def join_parens(row: Row) -> Row:
    """The row with a number that opens the bracket of a group joined to the figure before: '0.10 (1.74; 300 mg)'.

    Only where the text has declared what such a number is.
    """
    if not (row.carried.spread or declared_spread(row)):
        return row
    drafts: list[Draft] = []
    for draft in row.drafts:
        before = drafts[-1] if drafts else None
        if before is not None and before.figure and draft.figure and _opens_group(row, before, draft):
            drafts[-1] = replace(before, figure=replace(before.figure, paren=draft.figure.value))
        else:
            drafts.append(draft)
    return replace(row, drafts=tuple(drafts))


def _opens_group(row: Row, before: Draft, draft: Draft) -> bool:
    """Whether the number stands first in the bracket right behind the figure, and a semicolon and an arm behind it."""
    main, inner = before.figure, draft.figure
    if main is None or inner is None or main.rule != "figure" or inner.rule != "figure" or inner.unit or main.people:
        return False
    behind = row.pieces[draft.position + 1 : draft.position + 3]
    told = len(behind) == _SEMICOLON_AND_ARM and behind[0].is_a("semicolon") and behind[1].is_a("arm")
    opened = row.pieces[draft.position - 1].is_a("open")
    return told and opened and draft.position - before.position == _SEMICOLON_AND_ARM


def _figure_before(row: Row, at: int) -> Draft | None:
    """The figure with no spread yet, from which nothing but its owner's name leads to the bracket of the spread."""
    if at < 2 or not row.pieces[at - 1].is_a("open"):
        return None
    for i in range(at - 2, max(-1, at - _REACH), -1):
        draft = row.at(i)
        if draft is not None:
            figure = draft.figure
            bare = figure is not None and not (figure.spread or figure.bounds or figure.interval or figure.upper)
            counted = figure is not None and (figure.people or figure.size_mark or figure.events is not None)
            return draft if bare and not counted and i < at - 2 else None
        if not any(row.pieces[i].is_a(kind) for kind in _OWNER):
            return None
    return None
