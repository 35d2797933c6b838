"""The size that heads a sentence is the total of the events that follow: 'Of 50 patients, 12 (24%) relapsed'."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.sizes.counts import is_of_sex
from extractor.attachment.sizes.heads import closes_scope, heads_counts
from extractor.figures.figure import Figure, Quantity

_HUNDRED = Decimal(100)
_FIRST = 3


def give_totals(row: Row) -> Row:
    """The row with that size as the total of each share and count of people, up to the next size or 'of whom'."""
    out: list[Draft] = []
    whole: Draft | None = None
    for draft in row.drafts:
        current = draft
        if draft.kind is Kind.SIZE:
            whole = draft if _heads(row, draft) else None
        elif whole is not None and _narrows(row, whole, out[-1], draft):
            whole = None
        if whole is not None and draft.kind is Kind.ESTIMATE and draft.figure and whole.figure and whole.figure.value:
            current = _out_of(row, draft, draft.figure, whole.figure.value)
        out.append(current)
    return replace(row, drafts=tuple(out))


def _narrows(row: Row, whole: Draft, before: Draft, draft: Draft) -> bool:
    """Whether the sentence has gone on to a part of those counted: '16 relapsed, of whom 2 died'."""
    narrowed = any(p.is_a("of_them") for p in row.between(before.position, draft.position))
    return before.position != whole.position and narrowed


def _heads(row: Row, draft: Draft) -> bool:
    """Whether the sentence opens with 'Of the 50 patients …' and its comma."""
    if closes_scope(row, draft.position):
        return True
    if draft.position and row.pieces[draft.position - 1].is_a("of") and heads_counts(row, draft):
        return True
    if draft.position > _FIRST or not any(p.is_a("of") for p in row.pieces[: draft.position]):
        return False
    return any(p.is_a("comma") for p in row.pieces[draft.position + 1 :])


def _out_of(row: Row, draft: Draft, figure: Figure, whole: Quantity) -> Draft:
    if figure.total is not None or draft.change:
        return draft
    if figure.events is not None and figure.value is not None:
        fitting = _fits(figure.events, figure.value, whole)
        return replace(draft, figure=replace(figure, total=whole)) if fitting else draft
    counted = draft.statistic == "count" and figure.unit is None and (figure.people or _is_told(row, draft))
    if not counted or figure.relation or is_of_sex(row, draft) or figure.interval or figure.upper:
        return draft
    if figure.value is None or figure.value.value > whole.value or _is_of_arm(row, draft.position, whole):
        return draft
    shared = replace(figure, value=None, events=figure.value, total=whole)
    return replace(draft, figure=shared, statistic="proportion")


def _is_of_arm(row: Row, at: int, whole: Quantity) -> bool:
    """Whether an arm stands right before the count, and not before the whole: '90例中死亡9例：A组4例，B组5例'."""
    if at == 0 or not row.pieces[at - 1].is_a("arm"):
        return False
    first = next((i for i, p in enumerate(row.pieces) if p.span.end > whole.span.start), 0)
    return not any(p.is_a("arm") for p in row.pieces[:first])


def _is_told(row: Row, draft: Draft) -> bool:
    """Whether a bare number is one of people, by what is told of it: '12 died', '3 had pain'."""
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    return bool(behind) and any(behind[0].is_a(kind) for kind in ("having", "copula", "adverse_event"))


def _fits(events: Quantity, percent: Quantity, whole: Quantity) -> bool:
    """Whether that many events of that many people are that percentage, as rounded or as cut off."""
    if events.value > whole.value or not whole.value:
        return False
    unit = Decimal(1).scaleb(-percent.decimals)
    share = events.value * _HUNDRED / whole.value
    return share.quantize(unit, ROUND_HALF_UP) == percent.value or abs(share - percent.value) < unit
