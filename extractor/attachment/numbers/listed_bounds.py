"""Bounds with no label and no brackets of their own, behind a comma: '25.3 months, 20.6 to 33.9; hazard ratio …'."""

from dataclasses import replace

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.figures import Bound, Figure
from extractor.spans import cover

_MAIN = ("figure",)
_RANGES = ("figure_range", "figure_range_bare")


def join_bounds(row: Row) -> Row:
    """The row with each number and the two that enclose it as one figure.

    A number listed with others is no such figure, and a whole number without a unit may be a label.
    """
    drafts: list[Draft] = []
    skipped: set[int] = set()
    for k, draft in enumerate(row.drafts):
        if k in skipped:
            continue
        found = _bounds_behind(row, k) if _may_be_enclosed(row, draft) else None
        if found is None or draft.figure is None:
            drafts.append(draft)
            continue
        bounds, used = found
        skipped.update(range(k + 1, k + 1 + used))
        span = cover([draft.span, bounds.span])
        last = row.drafts[k + used].figure
        p = last.p if last is not None else None
        figure = replace(draft.figure, bounds=bounds, span=span, rule="figure_with_bounds", p=p)
        drafts.append(replace(draft, figure=figure, span=span))
    return replace(row, drafts=tuple(drafts)) if skipped else row


def _may_be_enclosed(row: Row, draft: Draft) -> bool:
    """Whether the figure is a lone measured number that a comma follows."""
    figure = draft.figure
    if figure is None or figure.rule not in _MAIN or figure.value is None or figure.people or figure.relation:
        return False
    if figure.unit is None and not figure.value.decimals:
        return False
    listed = draft.position > 1 and row.pieces[draft.position - 1].is_a("comma") and row.at(draft.position - 2)
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    return not listed and bool(behind) and behind[0].is_a("comma")


def _bounds_behind(row: Row, k: int) -> tuple[Bound, int] | None:
    """The bounds behind the comma, and of how many figures they are: a range is one, 'low to high' are two."""
    first = row.drafts[k]
    following = row.drafts[k + 1 : k + 3]
    if not following or first.figure is None or following[0].position != first.position + 2:
        return None
    one = following[0].figure
    if one is None or one.value is None:
        return None
    if one.upper is not None and one.rule in _RANGES:
        bounds, used = Bound(one.value, one.upper, None, one.span), 1
    elif len(following) > 1 and (other := following[1].figure) is not None and other.value is not None:
        joined = following[1].position == following[0].position + 2 and row.pieces[following[1].position - 1].is_a("to")
        if not joined or not _is_bare(one) or not _is_bare(other, tail=True):
            return None
        bounds, used = Bound(one.value, other.value, None, cover([one.span, other.span])), 2
    else:
        return None
    return (bounds, used) if _encloses(first.figure, bounds, one) else None


def _is_bare(figure: Figure, *, tail: bool = False) -> bool:
    """Whether the figure is a number with nothing of its own but a unit, and where `tail` a P value."""
    rules = ("figure", "figure_with_tail") if tail else _MAIN
    owned = figure.people or figure.relation or figure.interval or figure.spread
    return figure.rule in rules and not owned


def _encloses(main: Figure, bounds: Bound, low: Figure) -> bool:
    value, least, most = main.value, bounds.low, bounds.high
    if value is None or least is None or most is None or low.unit not in (None, main.unit):
        return False
    return least.value < most.value and least.value <= value.value <= most.value and value.decimals == least.decimals
