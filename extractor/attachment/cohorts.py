"""Of which part of the population a figure is: cohorts named in the sentence."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

RIGHT_REACH = 9


def scope_cohorts(row: Row) -> Row:
    """A cohort named in the sentence holds for the figures behind it, up to the next; one named last for those before."""
    places = row.positions("cohort")
    if not places:
        return row

    def scoped(draft: Draft) -> Draft:
        if draft.subject.cohort or draft.kind is Kind.ACCOUNTED:
            return draft
        before = [i for i in places if i < draft.position]
        after = [i for i in places if i > draft.position]
        if draft.kind is Kind.SIZE:
            near = min(places, key=lambda i: (abs(i - draft.position), i < draft.position))
            return _in(draft, row.pieces[near].entity) if abs(near - draft.position) < RIGHT_REACH else draft
        group = row.groups(places, ("preposition", "people", "with_condition"))
        if before and len(next(g for g in group if before[-1] in g)) == 1:
            return _in(draft, row.pieces[before[-1]].entity)
        if not before and after and after[0] - draft.position <= RIGHT_REACH:
            return _in(draft, row.pieces[after[0]].entity) if len(group) == 1 and len(places) == 1 else draft
        return draft

    return row.mapped(scoped)


def _in(draft: Draft, cohort: str | None) -> Draft:
    return replace(draft, subject=replace(draft.subject, cohort=cohort))
