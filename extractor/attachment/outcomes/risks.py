"""Ratios of a model with several factors: all are of the outcome that the factors raise or lower the risk of."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.phrases import is_content, is_named, mention_at, tidy
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
    """'higher risk of relapse (HR 1.3) and death (HR 1.5)': each ratio has its own outcome, named before it.

    Ratios of several factors stand side by side behind the object, with no other outcome between them.
    """
    ratios = [d.position for d in row.drafts if d.kind is Kind.EFFECT and d.measure in _RATIOS]
    behind = [i for i in ratios if row.pieces[i].span.start >= span.end]
    if not behind or not _is_right_behind(row, span, behind[0]):
        return False
    if len(behind) < len(ratios) or len(behind) == 1:
        return True
    return any(is_content(p) and not p.is_a("measure") for p in row.pieces[behind[0] + 1 : behind[-1]])


def _is_right_behind(row: Row, span: Span, at: int) -> bool:
    """Whether nothing but the ratio's label stands between the object and the ratio."""
    between = [p for p in row.pieces[:at] if p.span.start >= span.end]
    return all(any(p.is_a(k) for k in ("open", "measure", "comma")) for p in between)


def _risk_object(row: Row) -> OutcomeMention | None:
    whole = row.sentence.span
    for pattern in row.language.patterns_of(_KIND):
        match = next(pattern.finditer(row.view, whole.start, whole.end), None)
        if match is None or _is_label(row, Span(*match.span())):
            continue
        span = tidy(row, Span(*match.span("outcome")))
        if span is None or _is_listed(row, span):
            continue
        known = [i for i, p in enumerate(row.pieces) if is_named(p) and p.span.overlaps(span)]
        return mention_at(row, known[-1]) if known else OutcomeMention(span, None, adverse=False, modified=True)
    return None


def _is_label(row: Row, span: Span) -> bool:
    """'relative risk of any episode 1.2': the label of one ratio, or words that run into a figure."""
    touched = [(i, p) for i, p in enumerate(row.pieces) if p.span.overlaps(span)]
    return any(row.at(i) is not None or (p.is_a("measure") and p.span.start < span.start) for i, p in touched)
