"""Ratios of a model with several factors: all are of the outcome that the factors raise or lower the risk of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.phrases import is_content, is_named, mention_at, tidy
from extractor.attachment.row import Row
from extractor.spans import Span

_KIND = "risk_object"
_RATIOS = frozenset({"OR", "HR", "RR", "IRR", "BETA"})


@dataclass(frozen=True, slots=True)
class _Object:
    """What a risk is of, where its words end, and whether they speak of factors."""

    name: OutcomeMention
    end: int
    factors: bool


def take_risk_object(row: Row) -> Row:
    """The row with the ratios of 'age (OR 1.2) and sex (OR 2.1) were risk factors for death' given to death.

    P values of factors test what the factors are for: 'prognostic factors were age (P=0.01) and sex (P=0.04)'.
    """
    objects = list(_risk_objects(row))
    if not objects:
        return row

    def taken(draft: Draft) -> Draft:
        ratio = draft.kind is Kind.EFFECT and draft.measure in _RATIOS
        if draft.outcomes or not (ratio or draft.kind is Kind.TEST):
            return draft
        fitting = [o for o in objects if ratio or (o.factors and _is_told(row, draft, o.name))]
        before = [o for o in fitting if o.end <= draft.span.start]
        nearest = before[-1:] or fitting[:1]
        return replace(draft, outcomes=(nearest[0].name,)) if nearest else draft

    return row.mapped(taken)


def _is_told(row: Row, draft: Draft, found: OutcomeMention) -> bool:
    """Whether the clause of the test says so, and no relative clause behind it: '(P=0.04), which predicted relapse'."""
    between = [p for p in row.pieces[draft.position + 1 :] if p.span.start < found.span.start]
    return not any(p.is_a("relative") for p in between)


def _is_listed(row: Row, span: Span) -> bool:
    """'higher risk of relapse (HR 1.3) and death (HR 1.5)': each ratio has its own outcome, named before it.

    Ratios of several factors stand side by side behind the object, with no other outcome between them.
    """
    ratios = [d.position for d in row.drafts if d.kind is Kind.EFFECT and d.measure in _RATIOS]
    behind = [i for i in ratios if row.pieces[i].span.start >= span.end]
    if len(ratios) == 1:
        return False
    if not behind or not _is_right_behind(row, span, behind[0]):
        return False
    if len(behind) < len(ratios) or len(behind) == 1:
        return True
    return any(is_content(p) and not p.is_a("measure") for p in row.pieces[behind[0] + 1 : behind[-1]])


def _is_right_behind(row: Row, span: Span, at: int) -> bool:
    """Whether nothing but the ratio's label stands between the object and the ratio."""
    between = [p for p in row.pieces[:at] if p.span.start >= span.end]
    labels = ("open", "measure", "comma", "adjustment", "ci_label")
    return all(any(p.is_a(k) for k in labels) for p in between)


def _risk_objects(row: Row) -> Iterator[_Object]:
    """What the sentence tells risks of, in order."""
    whole = row.sentence.span
    for pattern in row.language.patterns_of(_KIND):
        for match in pattern.finditer(row.view, whole.start, whole.end):
            if _is_label(row, Span(*match.span())):
                continue
            span = tidy(row, Span(*match.span("outcome")))
            if span is None or _is_listed(row, span):
                continue
            known = [i for i, p in enumerate(row.pieces) if is_named(p) and p.span.overlaps(span)]
            head = 0 if row.language.model.qualifier_follows else -1
            name = mention_at(row, known[head]) if known else OutcomeMention(span, None, adverse=False, modified=True)
            yield _Object(name, match.end(), match.group("factor") is not None)


def _is_label(row: Row, span: Span) -> bool:
    """'relative risk of any episode 1.2': the label of one ratio, or words that run into a figure."""
    touched = [(i, p) for i, p in enumerate(row.pieces) if p.span.overlaps(span)]
    return any(row.at(i) is not None or (p.is_a("measure") and p.span.start < span.start) for i, p in touched)
