"""Characteristics of those who took part, told where they are counted: '66 patients (mean age, 58 years)'."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.attachment.sizes.counts import counts_people

_STATISTIC_NEAR = 5
_BRACKET_REACH = 12
_TIME_BETWEEN = ("of", "copula", "outcome", "article", "vague", "relation", "colon")


def is_characteristic(row: Row, draft: Draft) -> bool:
    """'66 patients (mean age, 58 years)': a named statistic beside a count of those who took part is a result."""
    figure = draft.figure
    if figure is None or figure.relation not in (None, "=") or figure.upper:
        return False
    if row.sentence.has("design_mark", "power"):
        return False
    counted = any(d.figure is not None and (d.figure.size_mark or counts_people(row, d)) for d in row.drafts)
    near = row.pieces[max(0, draft.position - _STATISTIC_NEAR) : draft.position]
    led = [i for i, p in enumerate(near) if p.is_a("statistic")]
    return counted and bool(led) and any(p.is_a("outcome") for p in near[led[-1] :])


def is_described_group(row: Row, draft: Draft) -> bool:
    """'6874 patients with gout (mean age, 65)': people whose mean age is told took part, wherever the text tells it."""
    if not counts_people(row, draft):
        return False
    for i in range(draft.position + 1, min(draft.position + 1 + _BRACKET_REACH, len(row.pieces) - 2)):
        if row.pieces[i].is_a("open"):
            return row.pieces[i + 1].is_a("statistic") and row.pieces[i + 2].is_a("outcome")
        if any(row.pieces[i].is_a(kind) for kind in ("stop", "semicolon", "comma", "copula", "figure")):
            return False
    return False


def is_time_followed(row: Row, draft: Draft) -> bool:
    """'a median follow-up of 12 years', 'followed for a mean of 12 years': a result wherever the text tells it."""
    figure = draft.figure
    if figure is None or figure.unit_kind != "time_unit" or figure.relation or row.sentence.has("design_mark", "power"):
        return False
    followed = False
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("statistic"):
            return followed or _is_followed(row, i)
        followed = followed or piece.is_a("outcome", "follow_up")
        if not any(piece.is_a(kind) for kind in _TIME_BETWEEN):
            return False
    return False


def _is_followed(row: Row, statistic: int) -> bool:
    """Whether the statistic is of how long people were followed: 'were followed for a mean of'."""
    at = statistic - 1
    while at >= 0 and row.pieces[at].is_a("article"):
        at -= 1
    return at >= 0 and row.pieces[at].is_a("outcome", "follow_up")
