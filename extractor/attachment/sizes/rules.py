"""Which figures are sizes of the population, of arms and of cohorts: each rule has a name and a reason."""

from collections.abc import Callable
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.sizes.clauses import by_clause, share_verb
from extractor.attachment.sizes.counts import (
    COUNTED_UNITS,
    beside_arm,
    beside_arm_behind,
    counts_people,
    follows_cohort_word,
    is_counted_by_verb,
    is_enrolled_list,
    is_rated,
    is_share_of_sex,
    near_population,
    stands_alone,
)
from extractor.attachment.sizes.events import (
    follows_event,
    has_event,
    is_marked_event,
    is_of_those_with_event,
    is_seen_in,
)
from extractor.attachment.sizes.heads import heads_parts, heads_results, heads_share, opens_with_total
from extractor.attachment.sizes.populations import population_of
from extractor.attachment.sizes.wholes import as_whole, first_told, of_study

_FOLLOWED_REACH = 4
_LARGER = 10


def find_sizes(row: Row) -> Row:
    """The row with counts of the population, of arms and of cohorts marked as sizes."""

    def sized(draft: Draft) -> Draft:
        if draft.kind is not Kind.OPEN or not _is_size(row, draft):
            return draft
        return replace(draft, kind=Kind.SIZE, population=population_of(row, draft))

    return row.mapped(sized)


def _is_size(row: Row, draft: Draft) -> bool:
    figure = draft.figure
    if figure is None or figure.value is None or figure.value.value % 1 or figure.value.decimals or figure.is_percent:
        return False
    if figure.size_mark:
        return not is_marked_event(row, draft)
    if figure.unit_kind not in (None, "unit") or figure.events or figure.total or figure.interval or figure.spread:
        return False
    if figure.unit_kind == "unit":
        counted = figure.unit in COUNTED_UNITS or is_counted_by_verb(row, draft)
        if not counted or _is_beside_people(row, draft):
            return False
    if is_rated(row, draft) or is_of_those_with_event(row, draft):
        return False
    return any(rule(row, draft) for rule in SIZE_RULES)


def _is_beside_people(row: Row, draft: Draft) -> bool:
    """'84 patients (90 eyes)', '术后患者100耳': units of observation beside the people are a result, these the size."""
    if row.language.model.count_follows and draft.position and row.pieces[draft.position - 1].is_a("people"):
        return True
    before = next((d for d in reversed(row.drafts) if d.position < draft.position), None)
    if before is None or before.figure is None or not before.figure.people or before.figure.unit is not None:
        return False
    return row.only(before.position, draft.position, ("open", "comma", "and", "total_mark"))


def in_assignment(row: Row, draft: Draft) -> bool:
    """A count of people, or a bare count beside an arm, where people are assigned to arms."""
    if not row.sentence.has("assigned", "assigned"):
        return False
    beside = beside_arm(row, draft) and stands_alone(row, draft)
    counted = counts_people(row, draft) or beside or is_counted_by_verb(row, draft)
    return counted and not has_event(row, draft) and not is_share_of_sex(row, draft)


def of_cohort(row: Row, draft: Draft) -> bool:
    """'the cohort of 203 patients', '203例…队列', '60 of them formed the subset'."""
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    counted = counts_people(row, draft) or (bool(behind) and behind[0].is_a("of_them"))
    return counted and follows_cohort_word(row, draft)


def in_methods(row: Row, draft: Draft) -> bool:
    """Any count of people before the results."""
    early = row.sentence.section in ("methods", "objective", "background")
    if not early or not counts_people(row, draft) or follows_event(row, draft):
        return False
    return not has_event(row, draft) and not is_share_of_sex(row, draft)


def by_verb(row: Row, draft: Draft) -> bool:
    """'18 278 were randomized', '121 completed the study', 'we enrolled 40 consecutive patients'."""
    if has_event(row, draft):
        return False
    if is_enrolled_list(row, draft):
        return True
    if is_share_of_sex(row, draft) or is_seen_in(row, draft):
        return False
    return is_counted_by_verb(row, draft) or (counts_people(row, draft) and near_population(row, draft))


def led_by_verb(row: Row, draft: Draft) -> bool:
    """'The sample was composed of 521 current smokers': the verb of enrolment stands right before a larger count."""
    figure = draft.figure
    if figure is None or figure.rule not in ("figure", "people_counted") or figure.unit or figure.relation:
        return False
    if draft.position == 0 or figure.value is None or figure.value.value < _LARGER:
        return False
    led = row.pieces[draft.position - 1]
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    counted = ("word", "outcome", "people", "with_condition", "stop")
    told = bool(behind) and any(behind[0].is_a(kind) for kind in counted)
    return led.is_a("population", "enrolled") and told and not (is_share_of_sex(row, draft) or has_event(row, draft))


def are_followed(row: Row, draft: Draft) -> bool:
    """'Eighteen cases were followed up', '18例均获随访': all who are left, not people to whom something happened."""
    if not counts_people(row, draft) or draft.figure is None or not draft.figure.people or has_event(row, draft):
        return False
    if draft.position and row.pieces[draft.position - 1].is_a("outcome", "follow_up"):
        return True
    for i in range(draft.position + 1, min(draft.position + 1 + _FOLLOWED_REACH, len(row.pieces))):
        piece = row.pieces[i]
        if piece.is_a("outcome", "follow_up"):
            return True
        if not (piece.is_a("copula") or piece.is_a("word") or piece.is_a("all_cue") or piece.is_a("having")):
            return False
    return False


def are_compared(row: Row, draft: Draft) -> bool:
    """'41 children in group I and 44 in group II were compared': who the comparison is of, told at its end."""
    if not counts_people(row, draft) or has_event(row, draft) or not beside_arm_behind(row, draft):
        return False
    ends = [p for p in row.pieces if not p.is_a("stop")][-2:]
    return len(ends) == 2 and ends[0].is_a("copula") and ends[1].is_a("comparing")


def of_arm(row: Row, draft: Draft) -> bool:
    """'A组4187例，B组4212例' in a sentence on the population: the arm stands directly before its count."""
    figure = draft.figure
    if figure is None or draft.position == 0 or not row.sentence.has("population"):
        return False
    if not (figure.people or figure.unit in COUNTED_UNITS or figure.rule == "figure"):
        return False
    before = row.pieces[draft.position - 1]
    if before.is_a("having") or has_event(row, draft):
        return False
    if before.is_a("copula") and draft.position > 1:
        before = row.pieces[draft.position - 2]
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    closed = not behind or any(behind[0].is_a(k) for k in ("comma", "stop", "semicolon", "and", "close"))
    return before.is_a("arm") and closed and not any(row.pieces[i].is_a("outcome") for i in range(draft.position))


def behind_their_figure(row: Row, draft: Draft) -> bool:
    """'8.7 months among the 204 patients in group X': the count of those whose measured figure stands before it."""
    i = draft.position - 1
    while i > 0 and row.pieces[i].is_a("article") and not row.pieces[i].is_a("preposition"):
        i -= 1
    if i < 1 or not row.pieces[i].is_a("preposition") or has_event(row, draft):
        return False
    ahead = row.at(i - 1)
    if ahead is None or ahead.figure is None or ahead.figure.is_share or ahead.figure.people:
        return False
    if not ahead.figure.unit and ahead.figure.value is not None and not ahead.figure.value.decimals:
        return False
    return beside_arm_behind(row, draft)


SIZE_RULES: tuple[Callable[[Row, Draft], bool], ...] = (
    in_assignment,
    of_cohort,
    in_methods,
    by_verb,
    led_by_verb,
    are_followed,
    are_compared,
    share_verb,
    by_clause,
    as_whole,
    of_study,
    of_arm,
    heads_results,
    heads_share,
    heads_parts,
    opens_with_total,
    behind_their_figure,
    first_told,
)
