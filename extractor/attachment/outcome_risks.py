"""Ratios of a model with several factors: all are of the outcome that the factors raise or lower the risk of."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcome_phrases import is_named, mention_at, tidy
from extractor.attachment.row import Row
from extractor.spans import Span

_KIND = "risk_object"
_RATIOS = frozenset({"OR", "HR", "RR", "IRR", "BETA"})


def take_risk_object(row: Row) -> Row:
    """The row with the ratios of 'age (OR 1.2) and sex (OR 2.1) were risk factors for death' given to death."""
    found = _risk_object(row)
    if found is None:
        return row

    def taken(draft: Draft) -> Draft:
        if draft.kind is not Kind.EFFECT or draft.measure not in _RATIOS or draft.outcomes:
            return draft
        return replace(draft, outcomes=(found,))

    return row.mapped(taken)


def _is_listed(row: Row, span: Span) -> bool:
    """'higher risk of relapse (HR 1.3) and death (HR 1.5)': its own ratio right behind, so others have theirs."""
    behind = [i for i, p in enumerate(row.pieces) if p.span.start >= span.end]
    for i in behind[:5]:
        if (draft := row.at(i)) is not None:
            return draft.kind is Kind.EFFECT
        if not any(row.pieces[i].is_a(k) for k in ("open", "measure", "comma")):
            return False
    return False


def _risk_object(row: Row) -> OutcomeMention | None:
    whole = row.sentence.span
    for pattern in row.language.patterns_of(_KIND):
        match = next(pattern.finditer(row.view, whole.start, whole.end), None)
        if match is None:
            continue
        span = tidy(row, Span(*match.span("outcome")))
        if span is None or _is_listed(row, span):
            continue
        known = [i for i, p in enumerate(row.pieces) if is_named(p) and p.span.overlaps(span)]
        return mention_at(row, known[-1]) if known else OutcomeMention(span, None, adverse=False, modified=True)
    return None
