"""How far the studies of a meta-analysis differ: 'I2=57%' is no result of any group."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.figures import PMention

_ACCOUNT = "heterogeneity"
_LEADS = ("of", "copula", "colon")
_MARKS = ("comma", "semicolon", "heterogeneity", "interval", *_LEADS)


def without_heterogeneity(row: Row) -> Row:
    """The row with each I² named for what it is, and the P value behind it given to the effect that it stands beside.

    'MD=2, 95% CI 1 to 3, I2=57%, P=0.01' tests the effect; with no effect before it, as in 'heterogeneity (I2=80%,
    P=0.01)', the P value tests whether the studies differ, and is no fact either.
    """
    if not row.positions("heterogeneity"):
        return row
    for draft in row.drafts:
        if draft.figure is not None and draft.kind is not Kind.TEST and _is_heterogeneity(row, draft.position):
            row = _settled(row, draft.position)
    return row


def _is_heterogeneity(row: Row, position: int) -> bool:
    for i in row.leftwards(position):
        piece = row.pieces[i]
        if piece.is_a("heterogeneity"):
            return True
        if not any(piece.is_a(kind) for kind in _LEADS):
            return False
    return False


def _settled(row: Row, position: int) -> Row:
    """The row with the figure at `position` named, and the P value of its tail moved or named with it."""
    effect = _effect_before(row, position)
    tested = next((p for d in row.drafts if d.position == position and (p := _plain_p(d)) is not None), None)

    def settled(draft: Draft) -> Draft:
        if draft is effect:
            return replace(draft, p=tested)
        if draft.position != position or draft.kind is Kind.TEST:
            return draft
        figure = replace(draft.figure, p=None) if draft.figure is not None and tested is not None else draft.figure
        return replace(draft, figure=figure, kind=Kind.ACCOUNTED, account=_ACCOUNT)

    return row.mapped(settled)


def _plain_p(draft: Draft) -> PMention | None:
    """The P value in the figure's tail; one said to be of an interaction keeps its own way."""
    p = draft.figure.p if draft.figure is not None else None
    return None if p is None or p.interaction else p


def _effect_before(row: Row, position: int) -> Draft | None:
    """The effect without a P value of its own that nothing but marks parts from the I²."""
    for i in row.leftwards(position):
        found = row.at(i)
        if found is not None:
            return found if found.kind is Kind.EFFECT and found.p is None else None
        if not any(row.pieces[i].is_a(kind) for kind in _MARKS):
            return None
    return None
