"""One comparison printed on two scales: 'difference -0.4% (-0.6 to -0.2), -4.1 mmol/mol (-6.2 to -2.0)'."""

from dataclasses import replace
from itertools import pairwise

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_MARKS = ("semicolon", "comma", "open", "close")


def is_other_scale(row: Row, draft: Draft, last: Draft) -> bool:
    """Whether the figure prints the one before it again in another unit: nothing but marks, or 'or', between them."""
    figure, model = draft.figure, last.figure
    if figure is None or model is None or figure.value is None or model.value is None:
        return False
    if figure.unit is None or model.unit is None or figure.unit == model.unit:
        return False
    if figure.people or figure.events or figure.spread or figure.value.value * model.value.value < 0:
        return False
    between = row.between(last.position, draft.position)
    if (draft.interval or figure.bounds) and last.interval:
        return all(any(p.is_a(kind) for kind in _MARKS) for p in between)
    bare = not (draft.interval or figure.bounds or last.interval)
    return bare and len(between) == 1 and between[0].is_a("and", "or")


def share_p(row: Row) -> Row:
    """The row with the P value behind the second scale given to the first too: both print one comparison."""
    effects = [d for d in row.drafts if d.kind is Kind.EFFECT]
    given = {
        first.position: second.p
        for first, second in pairwise(effects)
        if first.p is None and second.p is not None and is_other_scale(row, second, first)
    }
    return row.mapped(lambda d: replace(d, p=given[d.position]) if d.kind is Kind.EFFECT and d.position in given else d)
