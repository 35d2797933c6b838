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


def is_label(row: Row, draft: Draft) -> bool:
    """The number of a group, type or stage: 'groups 1 and 2'."""
    figure = draft.figure
    if figure is None or figure.rule != "figure" or figure.unit or figure.value is None or figure.value.decimals:
        return False
    at = draft.position - 1
    while at >= 1 and (row.pieces[at].is_a("and") or row.pieces[at].is_a("comma")) and row.pieces[at - 1].is_a("figure"):
        at -= 2
    return at >= 0 and row.pieces[at].is_a("label_noun") and len(figure.value.span) <= 2


def is_threshold(row: Row, draft: Draft) -> bool:
    """A limit that defines a group: 'women > or = 65', 'younger than 65', 'HbA1c ≥7.0%'."""
    figure = draft.figure
    if figure is None or figure.value is None or figure.interval or figure.events or draft.kind is Kind.TEST:
        return False
    if figure.relation in ("<", ">", "<=", ">="):
        before = row.pieces[draft.position - 1] if draft.position else None
        return before is None or not (before.is_a("copula") or before.is_a("having"))
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    if behind and behind[0].is_a("limit_tail"):
        return True
    if figure.is_percent or figure.people:
        return False
    return draft.position > 0 and row.pieces[draft.position - 1].is_a("limit_word")


def is_restated(row: Row, draft: Draft) -> bool:
    """Durations and amounts in the conclusions describe the treatment again."""
    figure = draft.figure
    return (
        figure is not None
        and row.sentence.section == "conclusions"
        and not (figure.is_percent or figure.interval or figure.events)
        and not row.sentence.has("statistic")
        and not row.sentence.has("measure")
    )


def is_duration(row: Row, draft: Draft) -> bool:
    """A length of time that no outcome in time precedes: how long something was given or lasted by plan."""
    figure = draft.figure
    if figure is None or figure.unit_kind != "time_unit" or figure.spread or figure.interval or figure.bounds:
        return False
    timed = row.language.spellings("time_noun")
    said = row.view[row.sentence.span.start : draft.span.start].lower()
    return not any(word in said for word in timed) and not row.sentence.has("statistic")


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
    ("label", is_label),
    ("threshold", is_threshold),
    ("restated", is_restated),
    ("duration", is_duration),
)
