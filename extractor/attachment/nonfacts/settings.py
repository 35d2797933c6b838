"""Measured amounts that tell how something was set or what counts: 'at 37% maturity', 'a 4-point response'."""

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.attachment.sizes.counts import COUNTED_UNITS
from extractor.figures import Figure
from extractor.pieces import Piece

_REPORTED = ("results", "conclusions")
_MEASURED = ("unit", "time_unit", "dose_unit")
_CLAUSE = 9
_LED = 2
_FOLD = "fold"
_RATED = ("outcome", "statistic", "label_noun", "open", "arm", "drug")
"""Behind these 'at' and 'to' lead to a value: 'with a rate at 20%', 'fell by 28 mm Hg (to 123 mm Hg)'."""

_REACHED = ("change", "copula", "figure", "having", "comparative", "versus")


def is_setting(row: Row, draft: Draft) -> bool:
    """'at 37% maturity', 'noninferior to 8 weeks of tea': a lone amount that a preposition makes part of a phrase."""
    figure = draft.figure
    if not _is_lone_amount(row, draft, figure) or figure is None or draft.position < _LED:
        return False
    lead, before = row.pieces[draft.position - _LED : draft.position]
    if before.is_a("of"):
        return figure.unit_kind == "time_unit" and lead.is_a("arm_unit") and lead.is_a("time_noun")
    if before.is_a("time_lead") and before.is_a("copula"):
        reached: tuple[str, ...] = (*_RATED, "copula")
    elif before.is_a("to") and figure.unit_kind in _MEASURED and figure.value and not figure.value.decimals:
        reached = (*_RATED, *_REACHED)
    else:
        return False
    return not any(lead.is_a(kind) for kind in reached) and not _is_measured(row, draft.position)


def _is_measured(row: Row, position: int) -> bool:
    """Whether a statistic, a change or an outcome leads to the amount: 'median survival came to 10 months'."""
    for i in range(position - 1, max(-1, position - _CLAUSE), -1):
        piece = row.pieces[i]
        if any(piece.is_a(kind) for kind in ("comma", "semicolon", "stop", "open", "close")):
            return False
        if (
            piece.is_a("statistic")
            or piece.is_a("change")
            or (piece.is_a("outcome") and row.pieces[i + 1].is_a("copula"))
        ):
            return True
    return False


def is_attribute(row: Row, draft: Draft) -> bool:
    """'a 4-point response', 'the 15- to 17-year-old group': a hyphen makes the amount define what follows."""
    figure = draft.figure
    if figure is None or figure.value is None or figure.unit_kind != "unit" or not _is_lone(figure):
        return False
    if figure.upper or figure.unit == _FOLD:
        return False
    return row.sentence.section in _REPORTED and row.view[figure.value.span.end : figure.value.span.end + 1] == "-"


def is_strength(row: Row, draft: Draft) -> bool:
    """'twice-daily tea foam 15%', 'the 15% foam': a lone percentage beside what was given tells how strong it was.

    So it does behind a drug, and where the methods have told that strength before.
    """
    figure = draft.figure
    if figure is None or not figure.is_percent or draft.position == 0 or not _is_lone_amount(row, draft, figure):
        return False
    before = row.pieces[draft.position - 1]
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    known = figure.value is not None and figure.value.value in row.carried.strengths
    named = before.is_a("drug") or (known and bool(behind) and _is_substance(before, behind[0]))
    return named and not bracket_around(row, draft.position) and not _is_listed(row, draft)


def _is_substance(before: Piece, behind: Piece) -> bool:
    """Whether a percentage between the two is part of a name: 'tea foam 15% once daily', 'the 15% foam'."""
    led = any(before.is_a(kind) for kind in ("arm", "word", "article"))
    return led and not any(behind.is_a(kind) for kind in ("of", "people", "having", "copula", "versus"))


def _is_lone_amount(row: Row, draft: Draft, figure: Figure | None) -> bool:
    """Whether the figure is an amount of the results with nothing of its own, in no list of figures."""
    if figure is None or row.sentence.section not in _REPORTED or figure.unit_kind not in (*_MEASURED, "percent"):
        return False
    counted = figure.unit in COUNTED_UNITS or figure.people
    return _is_lone(figure) and not counted and not _is_listed(row, draft)


def _is_lone(figure: Figure) -> bool:
    owned = figure.spread or figure.interval or figure.bounds or figure.paren or figure.events or figure.p
    return not (owned or figure.not_reached)


def _is_listed(row: Row, draft: Draft) -> bool:
    groups = row.groups([d.position for d in row.drafts if d.figure is not None])
    return any(len(group) > 1 for group in groups if draft.position in group)
