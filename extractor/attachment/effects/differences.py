"""Differences that a label before them covers too: the second of 'difference 1.2 kg (…) at 1 h, 0.9 kg at 4 h'."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row

_DIFFERENCES = frozenset({"MD", "RD", "SMD", "BETA", "COR", "OTHER", "GMR"})
_STATISTIC_REACH = 8


def is_next_difference(row: Row, draft: Draft, last: Draft) -> bool:
    """Whether the figure goes on with the measure of the effect before it in the sentence.

    It is printed like that one, and stands in the same bracket or alone in one of its own, or its bounds reach below
    zero as those of a group's own figure seldom do.
    """
    figure, model = draft.figure, last.figure
    if figure is None or model is None or last.measure not in _DIFFERENCES or figure.value is None:
        return False
    if figure.unit != model.unit or figure.events or figure.people or figure.spread or _is_told(row, draft, last):
        return False
    bounds = draft.interval or figure.bounds
    if (bounds is None) != (last.interval is None):
        return False
    if bounds is None:
        return _is_alone(row, draft) and _has_p(row, draft) and _has_p(row, last)
    if bounds.low is None or bounds.high is None or not bounds.low.value <= figure.value.value <= bounds.high.value:
        return False
    return bounds.low.value < 0 or (draft.interval is not None and _is_same_bracket(row, last, draft))


def _is_told(row: Row, draft: Draft, last: Draft) -> bool:
    """Whether a statistic or another measure is named between, or a contrast with a second figure follows."""
    between = row.between(last.position, draft.position)
    if any(p.is_a("statistic") or p.is_a("measure") for p in between[-_STATISTIC_REACH:]):
        return True
    return any(_sets_against_figure(row, i) for i in row.positions("versus") if i > last.position)


def _sets_against_figure(row: Row, versus: int) -> bool:
    """Whether a figure follows the word of contrast at once, so that those on both sides are the groups' own."""
    return any(p.is_a("figure") for p in row.pieces[versus + 1 : versus + 3])


def _is_alone(row: Row, draft: Draft) -> bool:
    """Whether a bracket opens at the figure behind a word that is no arm: 'fat intake (-2.3 g, P=0.13)'."""
    at = draft.position
    return at >= 2 and row.pieces[at - 1].is_a("open") and not row.pieces[at - 2].is_a("arm")


def _has_p(row: Row, draft: Draft) -> bool:
    """Whether a P value is printed right behind the figure."""
    if draft.p is not None or (draft.figure is not None and draft.figure.p is not None):
        return True
    return any(p.is_a("p_value") for p in row.pieces[draft.position + 1 : draft.position + 3])


def _is_same_bracket(row: Row, first: Draft, second: Draft) -> bool:
    """Whether no bracket closes between two figures that stand in one."""
    depth = sum(p.is_a("open") - p.is_a("close") for p in row.pieces[: first.position])
    between = row.between(first.position, second.position)
    return depth > 0 and not any(p.is_a("close") for p in between) and row.view[first.span.end - 1] not in ")]"
