"""Comparisons listed behind the figures that they compare: they are of the same cohorts, in the same order."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row


def follow_cohorts(row: Row) -> Row:
    """The row with a list of effects of as many cohorts as the estimates before it: 'HR 0.5, 0.6, and 0.7'."""
    given: dict[int, str] = {}
    for listed in _lists(row):
        before = [d for d in row.drafts if d.kind is Kind.ESTIMATE and d.position < listed[0].position]
        cohorts = list(dict.fromkeys(d.subject.cohort for d in before if d.subject.cohort))
        if len(cohorts) == len(listed):
            given |= {d.position: c for d, c in zip(listed, cohorts, strict=True)}

    def followed(draft: Draft) -> Draft:
        if draft.kind is not Kind.EFFECT or draft.position not in given:
            return draft
        return replace(draft, subject=replace(draft.subject, cohort=given[draft.position]))

    return row.mapped(followed)


def _lists(row: Row) -> list[Sequence[Draft]]:
    """The runs of two and more effects of one measure with nothing but list marks between them."""
    effects = {d.position: d for d in row.drafts if d.kind is Kind.EFFECT}
    groups = row.groups(sorted(effects), ("interval", "p_value"))
    lists = [[effects[i] for i in group] for group in groups]
    return [one for one in lists if len(one) >= 2 and len({d.measure for d in one}) == 1]
