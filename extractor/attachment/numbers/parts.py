"""Parts of a size: counts in brackets beside arms, and counts that add up to the whole before them."""

from dataclasses import replace
from decimal import Decimal

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import CONNECTORS, Row
from extractor.attachment.sizes.clauses import heads_subject, verb_of_part
from extractor.attachment.sizes.counts import beside_arm, is_of_sex
from extractor.attachment.sizes.events import has_event
from extractor.attachment.sizes.heads import closes_scope
from extractor.figures import Figure

_REACH = 12
_MOST_PARTS = 6
_TOLD_REACH = 4
_NAMES_PART = ("arm", "cohort", "arm_role", "arm_head", "cohort_head", "with_condition", "assigned", "population")
_BARE = ("figure", "people_counted")
_PARALLEL = ("people", "preposition", "article", "arm", "arm_head", "and", "comma", "open", "close", "figure")
_TAKEN_FOR = ("method", "eligibility", "label")
"""What a count is taken for, until it turns out to be a part of the whole."""

_PART_OF = ("analyzed", "randomized", "enrolled", "screened")
"""What those can be whom a text counts as a part of all: '97 of the 99 patients were evaluable'."""

_TOLD = ("having", "occurring", "change", "comparative", "outcome", "adverse_event", "verb", "unit", "statistic")
"""What tells that something became of those counted, or that the number is of something else."""


def split_sizes(row: Row) -> Row:
    """The row with the parts of a size made sizes too: '84 patients (41 A and 43 B)'."""
    return _summed(_bracketed(_parted(row)))


def _parted(row: Row) -> Row:
    """'placebo to 40 of the 80 patients randomised', '97 of the 99 were evaluable': both numbers are sizes."""
    out: list[Draft] = []
    for draft in row.drafts:
        figure = draft.figure
        halved = draft.kind is Kind.OPEN and figure is not None and figure.rule == "bare_fraction"
        codes = _populations(row, draft) if halved else None
        if codes is not None and figure is not None:
            for step, quantity in enumerate((figure.events, figure.total)):
                one = Figure(draft.span, "figure", quantity, people=True)
                at = draft.position + step
                out.append(replace(draft, position=at, figure=one, kind=Kind.SIZE, population=codes[step]))
        else:
            out.append(draft)
    return replace(row, drafts=tuple(out))


def _populations(row: Row, draft: Draft) -> tuple[str, str] | None:
    """What the part and the whole of a fraction are, where both are of those who took part."""
    if _is_assigned(row, draft):
        return "randomized", "randomized"
    if draft.figure is None or not heads_subject(row, draft) or row.pieces[draft.position].part("people"):
        return None
    verb = verb_of_part(row, draft.position)
    codes = row.pieces[verb].codes("population") if verb is not None else ()
    part = next((code for code in codes if code in _PART_OF), None)
    return (part, "enrolled") if part is not None else None


def _is_assigned(row: Row, draft: Draft) -> bool:
    behind = row.pieces[draft.position + 1 : draft.position + 4]
    told = any(p.is_a("population", "randomized") for p in behind)
    before = row.pieces[max(0, draft.position - 1) : draft.position]
    return told and any(p.is_a("to") for p in before)


def _bracketed(row: Row) -> Row:
    out: list[Draft] = []
    whole: Draft | None = None
    for draft in row.drafts:
        current = draft
        if draft.kind is Kind.SIZE:
            whole = draft
        elif whole is not None and (_is_of_mark(row, whole, draft) or _is_parallel(row, whole, draft)):
            whole = current = replace(draft, kind=Kind.SIZE, population=whole.population)
        elif whole is not None and draft.kind is Kind.OPEN and _is_part(row, whole, draft):
            current = replace(draft, kind=Kind.SIZE, population=whole.population)
        elif whole is not None and _is_of_each(row, whole, draft):
            current = replace(draft, kind=Kind.SIZE, population=whole.population, account=None)
        out.append(current)
    return replace(row, drafts=tuple(out))


def _is_parallel(row: Row, first: Draft, draft: Draft) -> bool:
    """'included 54 patients in the tea group and 72 in the milk group': a bare count told as the size before it."""
    figure = draft.figure
    if draft.kind is not Kind.OPEN or figure is None or figure.rule not in _BARE or figure.unit or figure.relation:
        return False
    if has_event(row, draft):
        return False
    between = row.between(first.position, draft.position)
    behind = row.pieces[draft.position + 1 : draft.position + 4]
    if not between or not (between[-1].is_a("and") or between[-1].is_a("comma")) or not behind:
        return False
    if not behind[0].is_a("preposition"):
        return False
    if any(p.is_a("arm") for p in between):
        return all(any(p.is_a(k) for k in _PARALLEL) for p in between) and any(p.is_a("arm") for p in behind)
    return _is_in_study(row, first, draft)


def _is_in_study(row: Row, first: Draft, draft: Draft) -> bool:
    """'enrolled 654 patients in the north trial and 546 in the south trial': both are told with the same words."""
    between = row.between(first.position, draft.position)
    alike = row.text(between[0]) == row.text(row.pieces[draft.position + 1])
    named = all(any(p.is_a(k) for k in (*_PARALLEL, "word", "dash", "study_noun")) for p in between)
    return alike and named and any(p.is_a("study_noun") for p in between)


def _is_of_mark(row: Row, first: Draft, draft: Draft) -> bool:
    """'(n = 1665 and 504, respectively)': a bare count listed with one that is marked."""
    figure = draft.figure
    marked = first.figure is not None and first.figure.size_mark
    if not marked or not _is_bare_count(draft) or figure is None or figure.relation:
        return False
    return draft.position > first.position + 1 and row.only(first.position, draft.position, ("and", "comma"))


def _is_of_each(row: Row, whole: Draft, draft: Draft) -> bool:
    """'178 patients (89 in each arm)': a count that opens the bracket behind people, and a word for every arm."""
    figure, total = draft.figure, whole.figure
    if not _is_bare_count(draft) or figure is None or total is None or figure.value is None or total.value is None:
        return False
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    opened = draft.position > 0 and row.pieces[draft.position - 1].is_a("open")
    each = bool(behind) and (behind[0].is_a("every_arm") or behind[0].is_a("both"))
    return opened and each and figure.value.value < total.value.value


def _is_bare_count(draft: Draft) -> bool:
    """Whether the draft is a whole number with nothing of its own, read or taken for something of the methods."""
    figure = draft.figure
    if figure is None or figure.value is None or figure.rule not in _BARE or figure.unit or figure.value.decimals:
        return False
    return draft.kind is Kind.OPEN or (draft.kind is Kind.ACCOUNTED and draft.account in _TAKEN_FOR)


def _is_part(row: Row, whole: Draft, draft: Draft) -> bool:
    figure = draft.figure
    if figure is None or figure.value is None or figure.unit is not None or figure.value.decimals or figure.events:
        return False
    total = whole.figure.value.value if whole.figure and whole.figure.value else figure.value.value
    between = row.between(whole.position, draft.position)
    opened = sum(p.is_a("open") - p.is_a("close") for p in between) > 0 or any(p.is_a("and") for p in between)
    opened = opened or any(p.is_a("every_arm") for p in row.pieces[draft.position + 1 : draft.position + 3])
    near = opened and len(between) <= _REACH and figure.value.value < total
    return near and beside_arm(row, draft) and not is_of_sex(row, draft)


def _summed(row: Row) -> Row:
    """Counts that add up to the size before them are its parts, where each stands beside what it is a part by."""
    made: dict[int, Draft] = {}
    for at, whole in enumerate(row.drafts):
        if whole.kind is not Kind.SIZE or whole.figure is None or whole.figure.value is None:
            continue
        if closes_scope(row, whole.position) and not row.sentence.has("assigned", "assigned"):
            continue
        for part in _parts(row, row.drafts[at + 1 :], whole.figure.value.value):
            if part.kind in (Kind.OPEN, Kind.ACCOUNTED):
                made[part.position] = replace(part, kind=Kind.SIZE, population=whole.population)
    return row.mapped(lambda d: made.get(d.position, d) if d.kind in (Kind.OPEN, Kind.ACCOUNTED) else d)


def _parts(row: Row, following: tuple[Draft, ...], total: Decimal) -> list[Draft]:
    """The counts that come next and add up to the total; none where one of them is something else."""
    parts: list[Draft] = []
    left = total
    for draft in following:
        figure = draft.figure
        if draft.kind is Kind.ACCOUNTED and draft.account not in _TAKEN_FOR:
            continue
        if draft.kind not in (Kind.OPEN, Kind.SIZE, Kind.ACCOUNTED) or figure is None or figure.value is None:
            return []
        counted = figure.rule in _BARE and figure.unit is None and not figure.value.decimals
        counted = counted and figure.relation in (None, "=")
        if not (counted or draft.kind is Kind.SIZE):
            continue
        listed = bool(parts) and row.only(parts[-1].position, draft.position, CONNECTORS)
        if not (listed or _names_part(row, draft) or _heads_list(row, draft) or _is_set_out(row, draft, parts)):
            return []
        parts.append(draft)
        left -= figure.value.value
        if left == 0:
            return parts if len(parts) > 1 else []
        if left < 0 or len(parts) == _MOST_PARTS:
            return []
    return []


def _is_set_out(row: Row, draft: Draft, parts: list[Draft]) -> bool:
    """'90 adults (group I = 50, group C = 40)': parts in a bracket or behind a colon, with nothing told of them.

    What became of those counted is a result, and so is how many are men.
    """
    if is_of_sex(row, draft) or has_event(row, draft):
        return False
    if not parts:
        at = next((i for i in row.leftwards(draft.position) if not _is_short_name(row, i)), None)
        if at is None or not any(row.pieces[at].is_a(kind) for kind in ("open", "colon", "arm")):
            return False
    behind = row.pieces[draft.position + 1 : draft.position + _TOLD_REACH]
    return not any(p.is_a(kind) for p in behind for kind in _TOLD)


def _is_short_name(row: Row, at: int) -> bool:
    return row.pieces[at].is_a("word") or row.pieces[at].is_a("roman")


def _heads_list(row: Row, draft: Draft) -> bool:
    """Whether the count opens a list whose last member stands beside what it counts: '30 and 10 in the … cohorts'."""
    group = next((g for g in row.groups([d.position for d in row.drafts if d.figure]) if draft.position in g), [])
    last = row.at(group[-1]) if len(group) > 1 else None
    told = last is not None and last.position != draft.position and _names_part(row, last)
    return told and not is_of_sex(row, draft)


def _names_part(row: Row, draft: Draft) -> bool:
    if is_of_sex(row, draft) or has_event(row, draft):
        return False
    before = row.pieces[max(0, draft.position - 2) : draft.position]
    before = () if before and before[-1].is_a("semicolon") else before
    if any(p.is_a("outcome") or p.is_a("adverse_event") for p in before):
        return False
    behind = row.pieces[draft.position + 1 : draft.position + 6]
    if behind and behind[0].is_a("to") and row.sentence.has("population", "randomized"):
        return True
    if before and behind and before[-1].is_a("open") and behind[0].is_a("close"):
        return True
    near = (*before, *behind)
    return any(p.is_a(kind) for p in near for kind in _NAMES_PART)
