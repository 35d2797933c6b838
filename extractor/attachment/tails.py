"""P values that were printed in the tail of a figure that is no effect: tests of their own."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row


def tests_of_tails(row: Row) -> Row:
    """The row with a test for each P value in an estimate's tail, and statistics joined to the P value behind them."""
    out: list[Draft] = []
    for draft in row.drafts:
        out.append(draft)
        if draft.kind is Kind.ESTIMATE and draft.figure is not None and draft.figure.p is not None:
            p = draft.figure.p
            out.append(Draft(draft.position, p.span, Kind.TEST, p=p, interaction=p.interaction))
    return replace(row, drafts=tuple(_joined(row, out)))


def _joined(row: Row, drafts: list[Draft]) -> list[Draft]:
    """Each run of statistics takes the P value that follows it: 't = 2.49, 3.54, P < 0.05' are two tests."""
    out: list[Draft] = []
    for i, draft in enumerate(drafts):
        if draft.test is not None:
            p = next((d for d in drafts[i:] if d.test is None), None)
            near = p is not None and p.kind is Kind.TEST and p.p is not None and p.position - draft.position <= 4
            out.append(replace(draft, p=p.p) if near and p else draft)
        elif draft.kind is Kind.TEST and draft.figure is None and _is_used(draft, out):
            continue
        else:
            out.append(draft)
    return out


def _is_used(draft: Draft, before: list[Draft]) -> bool:
    return any(d.test is not None and d.p == draft.p for d in before)
