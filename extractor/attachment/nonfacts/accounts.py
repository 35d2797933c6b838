"""Which figures are no facts, and what they are instead: each rule has a name, and the name is the account."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.nonfacts.dates import is_date
from extractor.attachment.nonfacts.described import is_described
from extractor.attachment.nonfacts.doses import is_dose, is_dose_list, is_solution
from extractor.attachment.nonfacts.durations import is_duration
from extractor.attachment.nonfacts.labels import is_label
from extractor.attachment.nonfacts.limits import (
    is_alternative,
    is_between,
    is_increment,
    is_level,
    is_range_of_group,
    is_reached_change,
    is_second_of_limit,
    is_threshold,
)
from extractor.attachment.nonfacts.margins import is_margin
from extractor.attachment.nonfacts.names import (
    is_choice,
    is_double,
    is_glued,
    is_index,
    is_mark_alone,
    is_padded,
    is_ratio,
    is_rough_share,
)
from extractor.attachment.nonfacts.restated import is_group_named_again, is_known_group, is_restated
from extractor.attachment.nonfacts.settings import is_attribute, is_setting, is_strength
from extractor.attachment.nonfacts.worded import is_number_word, is_of_none
from extractor.attachment.numbers.characteristics import is_characteristic, is_described_group, is_time_followed
from extractor.attachment.row import Row
from extractor.attachment.sizes.announced import marks_size
from extractor.attachment.sizes.counts import is_counted_by_verb

_LONGEST_LABEL = 2


def account(row: Row) -> Row:
    """The row with every figure that is no fact named for what it is."""

    def named(draft: Draft) -> Draft:
        if is_time_followed(row, draft):
            return draft
        for name, rule in RULES:
            if rule(row, draft):
                return replace(draft, kind=Kind.ACCOUNTED, account=name)
        return draft

    return row.mapped(lambda d: d if d.kind is Kind.ACCOUNTED else named(d))


def is_background(row: Row, draft: Draft) -> bool:
    """Numbers before the methods are prior knowledge, but for the sizes of this trial."""
    if row.sentence.section != "background" or marks_size(row, draft):
        return False
    described = [d for d in row.drafts if is_described_group(row, d)]
    return draft not in described and not ((described or _tells_sizes(row)) and is_characteristic(row, draft))


def _tells_sizes(row: Row) -> bool:
    """Whether the sentence speaks of this trial: people are assigned, and counted."""
    return row.sentence.has("assigned", "assigned") and any(marks_size(row, d) for d in row.drafts)


def is_design(row: Row, draft: Draft) -> bool:
    """Power, margins, planned sizes and significance levels; a calculation of power is one in any section."""
    if draft.kind is Kind.TEST:
        planned = row.sentence.section in ("methods", "objective") and row.sentence.has("design_mark", "power")
        return planned or is_level(row, draft)
    mark = "plan" if row.sentence.section in ("results", "conclusions") else "power"
    if not row.sentence.has("design_mark", mark):
        return False
    return not marks_size(row, draft) or _is_planned(row, draft)


def _is_planned(row: Row, draft: Draft) -> bool:
    """Whether the plan is spoken of in the clause of the size: 'a sample of 80 patients will give 90% power'."""
    for way in (row.leftwards, row.rightwards):
        for i in way(draft.position):
            piece = row.pieces[i]
            if piece.is_a("design_mark", "power"):
                return True
            if any(piece.is_a(k) for k in ("comma", "semicolon", "stop")):
                break
    return False


def is_eligibility(row: Row, draft: Draft) -> bool:
    """Limits that participants had to meet."""
    figure = draft.figure
    if figure is None or row.sentence.section in ("results", "conclusions") or marks_size(row, draft):
        return False
    formed = figure.events is not None and figure.is_percent and row.sentence.has("assigned", "assigned")
    told = figure.spread is not None and figure.unit_kind != "dose_unit"
    if formed or told or is_characteristic(row, draft):
        return False
    limited = figure.relation is not None or figure.unit == "year_of_age" or figure.upper is not None
    return limited or (row.sentence.has("design_mark", "eligibility") and not figure.people)


def is_time_of_outcome(row: Row, draft: Draft) -> bool:
    """A length of time that names an outcome: '28天死亡', '5年总生存率'."""
    figure = draft.figure
    if figure is None or figure.unit_kind != "time_unit" or figure.rule != "figure":
        return False
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    before = row.pieces[max(0, draft.position - 1) : draft.position]
    if before and before[0].is_a("of"):
        before = row.pieces[max(0, draft.position - 2) : draft.position]
    named = any(p.is_a(kind) for p in before for kind in ("statistic", "outcome"))
    if named or figure.value is None or figure.value.decimals:
        return False
    return bool(behind) and (behind[0].is_a("outcome") or behind[0].is_a("adverse_event"))


def _has_determiner(row: Row, draft: Draft) -> bool:
    """'all 3 parameters', 'the 13 shared serotypes': a number behind a determiner tells how many things there are."""
    before = row.pieces[max(0, draft.position - 1) : draft.position]
    if not before or not (before[0].is_a("article") or before[0].is_a("all_cue")) or is_counted_by_verb(row, draft):
        return False
    behind = row.pieces[draft.position + 1 : draft.position + 4]
    told = ("outcome", "adverse_event", "people", "arm", "open", "percent")
    return bool(behind) and behind[0].is_a("word") and not any(p.is_a(k) for p in behind for k in told)


def is_of_staff(row: Row, draft: Draft) -> bool:
    """'two reviewers', 由两名研究者, 6个病例对照研究: those who did the study, and studies, are no participants."""
    figure = draft.figure
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    if figure is None or not behind or figure.is_percent or figure.events is not None:
        return False
    return behind[0].is_a("staff") or (figure.people and behind[0].is_a("study_noun"))


def is_counted_thing(row: Row, draft: Draft) -> bool:
    """Numbers in a list of ordinals or amounts that name patients: 'with 0, 1, 2 and 3 or 4 features'."""
    figure = draft.figure
    if figure is None or figure.rule != "figure" or figure.unit or figure.value is None or figure.value.decimals:
        return False
    if len(figure.value.span) > _LONGEST_LABEL:
        return False
    if _has_determiner(row, draft):
        return True
    group = next((g for g in row.groups([d.position for d in row.drafts if d.figure]) if draft.position in g), [])
    members = [d.figure.value.value for i in group if (d := row.at(i)) and d.figure and d.figure.value]
    rising = all(b - a == 1 for a, b in pairwise(members))
    return len(members) > _LONGEST_LABEL and rising


RULES: tuple[tuple[str, Callable[[Row, Draft], bool]], ...] = (
    ("background", is_background),
    ("name", is_index),
    ("label", is_mark_alone),
    ("torn", is_padded),
    ("rough_share", is_rough_share),
    ("ratio", is_ratio),
    ("ratio", is_choice),
    ("ratio", is_double),
    ("date", is_date),
    ("dose", is_dose),
    ("dose", is_dose_list),
    ("dose", is_solution),
    ("design", is_design),
    ("margin", is_margin),
    ("eligibility", is_eligibility),
    ("method", is_described),
    ("label", is_label),
    ("count_of_things", is_of_staff),
    ("count_of_things", is_counted_thing),
    ("number_word", is_number_word),
    ("total", is_of_none),
    ("label", is_glued),
    ("increment", is_increment),
    ("time_of_outcome", is_time_of_outcome),
    ("threshold", is_threshold),
    ("threshold", is_reached_change),
    ("threshold", is_second_of_limit),
    ("threshold", is_between),
    ("threshold", is_alternative),
    ("threshold", is_range_of_group),
    ("threshold", is_attribute),
    ("setting", is_setting),
    ("dose", is_strength),
    ("restated", is_restated),
    ("restated", is_group_named_again),
    ("restated", is_known_group),
    ("duration", is_duration),
)
