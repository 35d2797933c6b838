"""What makes a bare number a result: one that nothing supports stays unread, people left untold are a size."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.sizes.populations import population_of
from extractor.figures import Figure

_MIDST = (
    *("preposition", "alone", "by", "from", "word", "of", "article"),
    *("assigned", "population", "total_mark", "colon"),
)
"""Behind these a number of some thing is part of a phrase: 'levels of 14 cytokines', 'between the 2 periods'."""

_BARE_RANGE = "figure_range_bare"
_NEAR = 4
_GROUPS = 2
_SMALL = 100
_COUNTED = ("word", "people", "adverse_event", "outcome", "unit", "of", "copula", "population", "assigned", "figure")
"""What may stand behind a number that counts."""


def weigh_support(row: Row) -> Row:
    """The row without the estimates that are only bare numbers: people become a size, the rest unread."""

    def weighed(draft: Draft) -> Draft:
        figure = draft.figure
        if draft.kind is not Kind.ESTIMATE or figure is None or not _is_bare(figure):
            return draft
        if not draft.outcomes:
            return _untold(row, draft, figure)
        if figure.unit_kind is None and not figure.people:
            return draft if _is_count(row, draft) else replace(draft, kind=Kind.OPEN)
        return draft

    return row.mapped(weighed)


def _untold(row: Row, draft: Draft, figure: Figure) -> Draft:
    """'709 patients had …', 'among the 423 patients with …': those of whom nothing is told are themselves the fact.

    'in 10 patients of group A' tells of some of the arm, whatever it is that was seen in them.
    """
    before = row.pieces[draft.position - 1] if draft.position else None
    if draft.subject.arm and before is not None and before.is_a("preposition"):
        return draft
    if figure.people and figure.value is not None and figure.relation is None and figure.upper is None:
        return replace(draft, kind=Kind.SIZE, statistic=None, population=population_of(row, draft))
    return draft if figure.unit and draft.subject.arm else replace(draft, kind=Kind.OPEN)


def _is_half(row: Row, draft: Draft) -> bool:
    """Either number of '7.5/46', which names a group or a limit; '$328/participant' is a value."""
    for step in (-1, 1):
        beside, beyond = draft.position + step, draft.position + 2 * step
        if 0 <= beyond < len(row.pieces) and row.pieces[beside].is_a("slash"):
            other = row.at(beyond)
            counted = other is not None and other.figure is not None and other.figure.people
            return (row.pieces[beyond].is_a("figure") or row.pieces[beyond].numeral is not None) and not counted
    return False


def _is_plain_range(draft: Draft) -> bool:
    """'Age (18-65) had an effect': a range with no unit, of which no statistic is named."""
    figure = draft.figure
    plain = figure is not None and figure.rule == _BARE_RANGE and figure.p is None
    return plain and draft.statistic in ("value", "count")


def _is_index_of_name(row: Row, draft: Draft) -> bool:
    """'splice variant 7 had', 'by POD 5 (…)': a small number behind a word, of nothing that follows, is part of it."""
    value = draft.figure.value if draft.figure is not None else None
    if value is None or value.value >= _SMALL or not draft.position or not value.span.of(row.view).isdigit():
        return False
    before, behind = row.pieces[draft.position - 1], row.pieces[draft.position + 1 : draft.position + 2]
    last = row.view[before.span.end - 1]
    named = before.is_a("word") and last.isascii() and last.isalpha()
    return named and not any(p.is_a(kind) for p in behind for kind in _COUNTED)


def _is_bare(figure: Figure) -> bool:
    """A whole number with no share, spread, interval or events of its own."""
    if figure.value is None or figure.value.decimals or figure.not_reached or figure.unit_kind not in (None, "unit"):
        return False
    return not (figure.is_percent or figure.spread or figure.interval or figure.bounds or figure.paren or figure.events)


def _is_count(row: Row, draft: Draft) -> bool:
    """Whether a whole number without unit counts something told: not glued to a name, not of groups or things."""
    glued = row.view[draft.span.start - 1 : draft.span.start]
    if draft.span.start and ((glued.isalnum() and glued.isascii()) or glued in "-/\"'"):
        return False
    behind = row.pieces[draft.position + 1 : draft.position + _NEAR]
    if any(p.is_a("arm_head") for p in behind[:_GROUPS]) or _is_half(row, draft):
        return False
    if _is_plain_range(draft) or _is_index_of_name(row, draft):
        return False
    if not draft.position or not behind or not behind[0].is_a("word"):
        return True
    before = row.pieces[draft.position - 1]
    inside = any(before.is_a(kind) for kind in _MIDST) and not before.is_a("copula")
    return not inside or any(p.is_a("adverse_event") or p.is_a("outcome") for p in behind)
