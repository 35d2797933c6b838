"""Which remaining figures are sizes and which are estimates, and of what statistic."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_POPULATION_ORDER = ("randomized", "analyzed", "completed", "treated", "other", "enrolled", "screened")
"""Where a sentence has several words for a population, which tells most about its sizes."""

_STATISTIC_REACH = 14
_COHORT_REACH = 16


def find_sizes(row: Row) -> Row:
    """The row with counts of the population, of arms and of cohorts marked as sizes."""

    def sized(draft: Draft) -> Draft:
        if draft.kind is not Kind.OPEN or not _is_size(row, draft):
            return draft
        return replace(draft, kind=Kind.SIZE, population=_population(row, draft))

    return row.mapped(sized)


def find_statistics(row: Row) -> Row:
    """The row with every other open figure made an estimate of its statistic."""

    def stated(draft: Draft) -> Draft:
        if draft.kind is not Kind.OPEN or draft.figure is None:
            return draft
        statistic = _statistic(row, draft)
        change = row.sentence.has("change") and _is_change(row, draft)
        return replace(draft, kind=Kind.ESTIMATE, statistic=statistic, change=change)

    return row.mapped(stated)


def _is_size(row: Row, draft: Draft) -> bool:
    figure = draft.figure
    if figure is None or figure.value is None or figure.value.decimals:
        return False
    if figure.size_mark:
        return True
    if figure.unit is not None or figure.events or figure.total or figure.interval or figure.spread:
        return False
    counted = figure.people or figure.rule in ("figure", "figure_bracketed_number")
    if not counted:
        return False
    sentence = row.sentence
    if sentence.has("assigned", "assigned") and (figure.people or _beside_arm(row, draft)):
        return not _has_event(row, draft)
    if figure.people and _follows_cohort_word(row, draft):
        return True
    if figure.people and sentence.section in ("methods", "objective", "background"):
        return not _has_event(row, draft)
    return figure.people and _near_population(row, draft)


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


def _statistic(row: Row, draft: Draft) -> str:
    figure = draft.figure
    if figure is None:
        return "value"
    if figure.not_reached:
        return "median"
    if figure.is_percent and figure.spread is None:
        named = _named(row, draft)
        return named if named in ("median", "mean") else "proportion"
    if figure.unit_kind == "rate_unit":
        return "rate"
    if figure.value is None:
        return "proportion"
    named = _named(row, draft)
    if named:
        return named
    if figure.spread is not None and figure.spread.value is not None:
        return "mean"
    if figure.spread is not None and figure.spread.kind == "iqr":
        return "median"
    if figure.people or (figure.unit is None and figure.value.decimals == 0):
        return "count"
    if figure.unit in ("case", "person_time", "eye", "ear", "tooth", "lesion", "episode", "event"):
        return "count"
    return "value"


def _named(row: Row, draft: Draft) -> str | None:
    """The statistic named before the figure in its clause, nearest first."""
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if draft.position - i > _STATISTIC_REACH * 2 or piece.is_a("stop") or piece.is_a("semicolon"):
            return None
        code = piece.code("statistic")
        if code:
            return code
        other = row.at(i)
        if other is not None and other.kind is Kind.ESTIMATE and other.statistic:
            return other.statistic if other.statistic in ("median", "mean", "rate") else None
        if other is not None and other.kind is Kind.OPEN and other.figure and draft.figure:
            if other.figure.unit_kind != draft.figure.unit_kind:
                return None
    return None


def _is_change(row: Row, draft: Draft) -> bool:
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("change"):
            return not any(p.is_a("from") or p.is_a("to") for p in row.between(i, draft.position))
        if piece.is_a("stop") or draft.position - i > _STATISTIC_REACH:
            return False
    return False
