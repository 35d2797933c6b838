"""Which figures are no facts, and what they are instead: each rule has a name, and the name is the account."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from extractor.attachment.counts import is_counted_by_verb
from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_TREATMENTS = ("drug", "arm", "arm_role", "label_noun", "course")
_LISTED = ("figure", "and", "comma", "versus", "article")
_LONGEST_LABEL = 2
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
    """An amount in a unit of dose: anywhere before the results, and in them beside a treatment or in a list of doses."""
    figure = draft.figure
    if figure is None or figure.unit_kind != "dose_unit" or figure.interval or figure.spread or figure.bounds:
        return False
    if row.sentence.section not in ("results", "conclusions") or row.sentence.has("frequency"):
        return True
    return any(_beside_treatment(row, d) for d in _dose_list(row, draft))


def _dose_list(row: Row, draft: Draft) -> list[Draft]:
    """The amount and those listed with it: '1 mg, 0.25 mg and placebo'."""
    doses = [d for d in row.drafts if d.figure is not None and d.figure.unit_kind == "dose_unit"]
    positions = [d.position for d in doses]
    groups = row.groups(positions, ("arm", "drug", "preposition"))
    group = next((g for g in groups if draft.position in g), [])
    return [d for d in doses if d.position in group] or [draft]


def _beside_treatment(row: Row, draft: Draft) -> bool:
    """Whether the amount stands at a drug, an arm or a word for dose, or alone in brackets."""
    before = row.pieces[max(0, draft.position - 1) : draft.position]
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    alone = before and behind and before[0].is_a("open") and behind[0].is_a("close")
    if any(p.is_a("statistic") for p in row.pieces[max(0, draft.position - 4) : draft.position]):
        return False
    return bool(alone) or any(p.is_a(k) for p in (*before, *behind) for k in _TREATMENTS)


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
    return at >= 0 and row.pieces[at].is_a("label_noun") and len(figure.value.span) <= _LONGEST_LABEL


def is_threshold(row: Row, draft: Draft) -> bool:
    """A limit that defines a group: 'women > or = 65', 'younger than 65', 'HbA1c ≥7.0%'."""
    figure = draft.figure
    if figure is None or figure.value is None or figure.interval or figure.events or draft.kind is Kind.TEST:
        return False
    before = row.pieces[draft.position - 1] if draft.position else None
    if figure.relation in ("<", ">", "<=", ">="):
        return before is None or not (before.is_a("copula") or before.is_a("having"))
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    if behind and behind[0].is_a("limit_tail"):
        return True
    if before is None or not before.is_a("limit_word"):
        return False
    if figure.is_percent or figure.people:
        return _is_group_limit(row, draft)
    return True


def _is_group_limit(row: Row, draft: Draft) -> bool:
    """Whether 'with … of more than 45%' tells who they are: a word for having stands before the limit in the phrase."""
    for i in row.leftwards(draft.position - 1):
        piece = row.pieces[i]
        if any(piece.is_a(k) for k in ("copula", "having", "comma", "stop", "semicolon")) and not piece.is_a("of"):
            return False
        if piece.is_a("with_condition") or piece.is_a("from"):
            return True
    return False


def is_counted_thing(row: Row, draft: Draft) -> bool:
    """Numbers in a list of ordinals or amounts that name patients: 'with 0, 1, 2 and 3 or 4 features'."""
    figure = draft.figure
    if figure is None or figure.rule != "figure" or figure.unit or figure.value is None or figure.value.decimals:
        return False
    if len(figure.value.span) > _LONGEST_LABEL:
        return False
    group = next((g for g in row.groups([d.position for d in row.drafts if d.figure]) if draft.position in g), [])
    members = [d.figure.value.value for i in group if (d := row.at(i)) and d.figure and d.figure.value]
    rising = all(b - a == 1 for a, b in zip(members, members[1:], strict=False))
    return len(members) > _LONGEST_LABEL and rising


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
    if _is_contrasted(row, draft):
        return False
    timed = row.language.spellings("time_noun")
    said = row.view[row.sentence.span.start : draft.span.start].lower()
    return not any(word in said for word in timed) and not row.sentence.has("statistic")


def _is_contrasted(row: Row, draft: Draft) -> bool:
    """Whether the figure is set against another: '4.3 vs. 5.2 months' is a result whatever its unit."""
    for group in row.groups([d.position for d in row.drafts if d.figure is not None]):
        if draft.position in group:
            return any(p.is_a("versus") for i, j in zip(group, group[1:], strict=False) for p in row.between(i, j))
    return False


def _marks_size(row: Row, draft: Draft) -> bool:
    figure = draft.figure
    if figure is None:
        return False
    told = row.sentence.has("population") or row.sentence.has("assigned")
    whole = figure.value is not None and not figure.value.decimals and figure.relation is None
    return figure.size_mark or (figure.people and told) or (whole and is_counted_by_verb(row, draft))


RULES: tuple[tuple[str, Callable[[Row, Draft], bool]], ...] = (
    ("background", is_background),
    ("date", is_date),
    ("dose", is_dose),
    ("design", is_design),
    ("eligibility", is_eligibility),
    ("method", is_described),
    ("label", is_label),
    ("count_of_things", is_counted_thing),
    ("threshold", is_threshold),
    ("restated", is_restated),
    ("duration", is_duration),
)
