"""Which figures are no facts, and what they are instead: each rule has a name, and the name is the account."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_FIRST_YEAR, _LAST_YEAR = Decimal(1900), Decimal(2060)


def account(row: Row) -> Row:
    """The row with every figure that is no fact named for what it is."""

    def named(draft: Draft) -> Draft:
        for name, rule in RULES:
            if rule(row, draft):
                return replace(draft, kind=Kind.ACCOUNTED, account=name)
        return draft

    return row.mapped(lambda d: d if d.kind is Kind.ACCOUNTED else named(d))


def is_background(row: Row, draft: Draft) -> bool:
    """Numbers before the methods are prior knowledge, but for the sizes of this trial."""
    return row.sentence.section == "background" and not _marks_size(row, draft)


def is_date(row: Row, draft: Draft) -> bool:
    """A bare four-digit number that can be a year."""
    figure = draft.figure
    return (
        figure is not None
        and figure.rule == "figure"
        and (figure.unit is None or figure.unit == "year")
        and figure.value is not None
        and figure.value.decimals == 0
        and len(figure.value.span) == 4
        and _FIRST_YEAR <= figure.value.value <= _LAST_YEAR
        and not row.sentence.has("statistic")
    )


def is_dose(row: Row, draft: Draft) -> bool:
    """An amount in a unit of dose where treatments are described."""
    figure = draft.figure
    if figure is None or figure.unit_kind != "dose_unit" or figure.interval or figure.spread:
        return False
    return row.sentence.section not in ("results", "conclusions") or row.sentence.has("frequency")


def is_design(row: Row, draft: Draft) -> bool:
    """Power, margins, planned sizes and significance levels."""
    if draft.kind is Kind.TEST:
        return row.sentence.section in ("methods", "objective") and row.sentence.has("design_mark", "power")
    if row.sentence.section in ("results", "conclusions"):
        return False
    return row.sentence.has("design_mark", "power")


def is_eligibility(row: Row, draft: Draft) -> bool:
    """Limits that participants had to meet."""
    figure = draft.figure
    if figure is None or row.sentence.section in ("results", "conclusions") or _marks_size(row, draft):
        return False
    limited = figure.relation is not None or figure.unit == "year_of_age" or figure.upper is not None
    return limited or (row.sentence.has("design_mark", "eligibility") and not figure.people)


def is_described(row: Row, draft: Draft) -> bool:
    """Any other figure of the methods: durations, amounts, scales."""
    figure = draft.figure
    if figure is None or row.sentence.section not in ("methods", "objective", "registration", "funding"):
        return False
    if _marks_size(row, draft) or figure.spread or figure.interval or figure.bounds:
        return False
    return not (figure.is_percent or figure.people or figure.events) or row.sentence.section == "objective"


def _marks_size(row: Row, draft: Draft) -> bool:
    figure = draft.figure
    return figure is not None and (
        figure.size_mark or (figure.people and (row.sentence.has("population") or row.sentence.has("assigned")))
    )


RULES: tuple[tuple[str, Callable[[Row, Draft], bool]], ...] = (
    ("background", is_background),
    ("date", is_date),
    ("dose", is_dose),
    ("design", is_design),
    ("eligibility", is_eligibility),
    ("method", is_described),
)
