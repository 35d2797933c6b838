"""P values printed in the tail of a figure that is no effect, and correlations printed as test statistics."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.outcomes.lists import deal_tests
from extractor.attachment.outcomes.risks import take_risk_object
from extractor.attachment.row import Row
from extractor.attachment.subjects.comparisons import compare_arms
from extractor.figures import Figure

_CORRELATION = "r"
_REPORTED = ("results", "conclusions", "other")


def tests_of_tails(row: Row) -> Row:
    """The row with a test for each P value in an estimate's tail; it is of the estimate's outcome, cohort and time."""
    out: list[Draft] = []
    for draft in row.drafts:
        out.append(draft)
        figure = draft.figure
        if draft.kind is Kind.EFFECT or figure is None or figure.p is None:
            continue
        if draft.kind is Kind.ACCOUNTED and row.sentence.section not in _REPORTED:
            continue
        subject = replace(draft.subject, arm=None, comparator=None)
        p = figure.p
        test = Draft(draft.position, p.span, Kind.TEST, p=p, interaction=p.interaction, subject=subject)
        outcomes = draft.outcomes or next((d.outcomes for d in reversed(out) if d.is_fact and d.outcomes), ())
        out.append(replace(test, outcomes=outcomes, timepoint=draft.timepoint))
    return deal_tests(take_risk_object(compare_arms(replace(row, drafts=tuple(out)))))


def correlations(row: Row) -> Row:
    """The row with each correlation coefficient made an effect: 'r=0.46, P=0.006' measures, it does not only test."""

    def measured(draft: Draft) -> Draft:
        test = draft.test
        if draft.kind is not Kind.TEST or test is None or test.test != _CORRELATION:
            return draft
        figure = Figure(test.span, "correlation", test.value)
        outcomes = draft.outcomes[:1]
        return replace(draft, kind=Kind.EFFECT, figure=figure, measure="COR", test=None, outcomes=outcomes)

    return row.mapped(measured)
