"""Characteristics of those who took part, told where they are counted: '66 patients (mean age, 58 years)'."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.attachment.sizes.counts import counts_people

_STATISTIC_NEAR = 5


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
