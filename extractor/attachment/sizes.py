"""Which figures are sizes of the population, of arms and of cohorts: each rule has a name and a reason."""

from collections.abc import Callable
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_POPULATION_ORDER = ("randomized", "analyzed", "completed", "treated", "other", "enrolled", "screened")
"""Where a sentence has several words for a population, which tells most about its sizes."""

_PEOPLE_REACH = 7
_COUNTED_UNITS = frozenset({"case", "eye", "ear", "tooth", "lesion", "sample", "hip", "knee", "limb", "animal"})
_ENDS_COUNT = (
    "comma stop open close figure copula of and versus having occurring preposition semicolon percent outcome"
    " adverse_event relation measure"
).split()
_COHORT_REACH = 16


def find_sizes(row: Row) -> Row:
    """The row with counts of the population, of arms and of cohorts marked as sizes."""

    def sized(draft: Draft) -> Draft:
        if draft.kind is not Kind.OPEN or not _is_size(row, draft):
            return draft
        return replace(draft, kind=Kind.SIZE, population=_population(row, draft))

    return row.mapped(sized)


def _is_size(row: Row, draft: Draft) -> bool:
    figure = draft.figure
    if figure is None or figure.value is None or figure.value.decimals or figure.is_percent:
        return False
    if figure.size_mark:
        return True
    if figure.unit_kind not in (None, "unit") or figure.events or figure.total or figure.interval or figure.spread:
        return False
    if figure.unit_kind == "unit" and figure.unit not in _COUNTED_UNITS:
        return False
    return any(rule(row, draft) for rule in SIZE_RULES)


def in_assignment(row: Row, draft: Draft) -> bool:
    """A count of people, or a bare count beside an arm, where people are assigned to arms."""
    if not row.sentence.has("assigned", "assigned"):
        return False
    counted = _counts_people(row, draft) or _beside_arm(row, draft) or _is_counted_by_verb(row, draft)
    return counted and not _has_event(row, draft)


def of_cohort(row: Row, draft: Draft) -> bool:
    """'the cohort of 203 patients', '203例…队列'."""
    return _counts_people(row, draft) and _follows_cohort_word(row, draft)


def in_methods(row: Row, draft: Draft) -> bool:
    """Any count of people before the results."""
    early = row.sentence.section in ("methods", "objective", "background")
    return early and _counts_people(row, draft) and not _has_event(row, draft)


def by_verb(row: Row, draft: Draft) -> bool:
    """'18 278 were randomized', '121 completed the study', 'we enrolled 40 consecutive patients'."""
    if _has_event(row, draft):
        return False
    return _is_counted_by_verb(row, draft) or (_counts_people(row, draft) and _near_population(row, draft))


def as_whole(row: Row, draft: Draft) -> bool:
    """'Of the 806 patients', 'among 442 women', 'a total of 40 patients': the whole that a sentence speaks of."""
    if not _counts_people(row, draft) or draft.position == 0 or _has_event(row, draft):
        return False
    before = row.pieces[draft.position - 1]
    if draft.position > 1 and (before.is_a("article") or before.is_a("vague")):
        before = row.pieces[draft.position - 2]
    first = draft.position <= 3
    return (first and before.is_a("of")) or (before.is_a("total_mark") and row.sentence.has("population"))


def of_arm(row: Row, draft: Draft) -> bool:
    """'A组4187例，B组4212例' in a sentence on the population: the arm stands directly before its count."""
    figure = draft.figure
    if figure is None or draft.position == 0 or not row.sentence.has("population"):
        return False
    if not (figure.people or figure.unit in _COUNTED_UNITS or figure.rule == "figure"):
        return False
    before = row.pieces[draft.position - 1]
    if before.is_a("copula") and draft.position > 1:
        before = row.pieces[draft.position - 2]
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    closed = not behind or any(behind[0].is_a(k) for k in ("comma", "stop", "semicolon", "and", "close"))
    return before.is_a("arm") and closed and not any(row.pieces[i].is_a("outcome") for i in range(draft.position))


SIZE_RULES: tuple[Callable[[Row, Draft], bool], ...] = (in_assignment, of_cohort, in_methods, by_verb, as_whole, of_arm)


def split_sizes(row: Row) -> Row:
    """The row with the parts of a size in brackets made sizes too: '84 patients (41 A and 43 B)'."""
    out: list[Draft] = []
    whole: Draft | None = None
    for draft in row.drafts:
        current = draft
        if draft.kind is Kind.SIZE:
            whole = draft
        elif whole is not None and draft.kind is Kind.OPEN and _is_part(row, whole, draft):
            current = replace(draft, kind=Kind.SIZE, population=whole.population)
        out.append(current)
    return replace(row, drafts=tuple(out))


def _is_part(row: Row, whole: Draft, draft: Draft) -> bool:
    figure = draft.figure
    if figure is None or figure.value is None or figure.unit is not None or figure.value.decimals or figure.events:
        return False
    total = whole.figure.value.value if whole.figure and whole.figure.value else figure.value.value
    between = row.between(whole.position, draft.position)
    opened = sum(p.is_a("open") - p.is_a("close") for p in between) > 0 or any(p.is_a("and") for p in between)
    return opened and len(between) <= 12 and figure.value.value < total and _beside_arm(row, draft)


def _counts_people(row: Row, draft: Draft) -> bool:
    """A number of people: the word for them follows, with at most a few words between ('22 stable adult patients')."""
    figure = draft.figure
    if figure is None or figure.rule not in ("figure", "people_counted", "figure_bracketed_number"):
        return False
    if figure.people or figure.unit in _COUNTED_UNITS:
        return True
    if figure.unit is not None or figure.relation is not None:
        return False
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("people"):
            return True
        if i - draft.position > _PEOPLE_REACH or any(piece.is_a(k) for k in _ENDS_COUNT):
            return False
    return False


def _is_counted_by_verb(row: Row, draft: Draft) -> bool:
    """A bare count with a verb of participation right behind: 'were randomized', 'assigned to', 'completed'."""
    figure = draft.figure
    if figure is None or figure.rule not in ("figure", "people_counted", "figure_bracketed_number") or figure.unit:
        return False
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("population") or piece.is_a("assigned"):
            return True
        if not any(piece.is_a(k) for k in ("copula", "people", "article", "and", "open", "close", "to")):
            return False
        if piece.is_a("and") and row.at(i + 1) is None:
            return False
    return False


def _beside_arm(row: Row, draft: Draft) -> bool:
    near = row.pieces[max(0, draft.position - 3) : draft.position + 4]
    return any(p.is_a("arm") or p.is_a("every_arm") or p.is_a("both") for p in near)


def _follows_cohort_word(row: Row, draft: Draft) -> bool:
    near = row.pieces[max(0, draft.position - 3) : draft.position]
    if any(p.is_a("cohort_head") for p in near):
        return True
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("cohort_head"):
            return True
        if i - draft.position > _COHORT_REACH or any(piece.is_a(k) for k in ("comma", "stop", "figure", "having")):
            return False
    return False


def _near_population(row: Row, draft: Draft) -> bool:
    start = max(0, draft.position - 4)
    near = [*row.pieces[start : draft.position], *row.pieces[draft.position + 1 : draft.position + 6]]
    for piece in near:
        if piece.is_a("figure") or piece.is_a("stop"):
            continue
        if piece.is_a("population"):
            return True
    return False


def _has_event(row: Row, draft: Draft) -> bool:
    """Whether what is counted had something happen: an adverse event right behind the number."""
    following = row.pieces[draft.position + 1 : draft.position + 3]
    return any(p.is_a("adverse_event") or p.is_a("occurring") for p in following)


def _population(row: Row, draft: Draft) -> str:
    """The population by the nearest word for one, else by any in the sentence, else what came before."""
    best: tuple[int, str] | None = None
    for i, piece in enumerate(row.pieces):
        for code in piece.codes("population"):
            distance = abs(i - draft.position) * 10 + _POPULATION_ORDER.index(code)
            if best is None or distance < best[0]:
                best = (distance, code)
    if row.sentence.has("assigned", "assigned") and (best is None or best[1] in ("enrolled", "treated")):
        return "randomized"
    return best[1] if best else row.carried.population or "enrolled"


