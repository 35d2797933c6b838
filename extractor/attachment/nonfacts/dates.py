"""Years and days, told in figures."""

from decimal import Decimal

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.figures.figure import Figure, Quantity

_FIRST_YEAR, _LAST_YEAR = Decimal(1900), Decimal(2060)
_YEAR_DIGITS = 4
_STATISTIC_NEAR = 6
_DAYS = 31


def is_date(row: Row, draft: Draft) -> bool:
    """A bare four-digit number that can be a year, alone, with the year behind it or behind a slash: '2001-03'."""
    figure = draft.figure
    if figure is None:
        return False
    if figure.rule == "bare_fraction":
        return _is_month_of_year(row, figure)
    if figure.value is None or figure.value.decimals or figure.unit not in (None, "year"):
        return False
    if _leads_slashes(row, draft):
        return True
    if figure.rule not in ("figure", "figure_range_bare") or not _is_year(figure.value):
        return False
    near = row.pieces[max(0, draft.position - _STATISTIC_NEAR) : draft.position]
    return not any(p.is_a("statistic") for p in near)


def _is_year(number: Quantity) -> bool:
    return len(number.span) == _YEAR_DIGITS and _FIRST_YEAR <= number.value <= _LAST_YEAR


def _is_month_of_year(row: Row, figure: Figure) -> bool:
    """'06/2015': so many of so many would be as likely only by chance."""
    first, second = figure.events, figure.total
    if first is None or second is None or first.value > _DAYS or not _is_year(second):
        return False
    return row.view[first.span.end : second.span.start].strip() == "/"


def _leads_slashes(row: Row, draft: Draft) -> bool:
    """The first number of '7/2/2019'."""
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    other = row.at(draft.position + 2)
    if not behind or not behind[0].is_a("slash") or other is None or other.figure is None:
        return False
    return _is_month_of_year(row, other.figure)
