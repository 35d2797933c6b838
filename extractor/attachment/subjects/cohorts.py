"""Of which part of the population a figure is: cohorts named in the sentence."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.subjects.mentions import is_led
from extractor.attachment.subjects.people import is_compared, is_scoped, people_named
from extractor.pieces import Piece

_SIZE_REACH = 9
_RIGHT_REACH = 10
_LEAST = 2
_OWN_REACH = 5
_LINKS = (
    *("preposition", "of", "article", "people", "having", "occurring", "with_condition", "open", "close"),
    *("arm", "arm_role", "cohort_head", "arm_head", "alone", "time_unit", "scope_word", "dash"),
)
"""What may stand between a figure and the cohort behind it: '12% of the patients with …', '48 in cohort A'."""

_TAKING_PART = ("population", "assigned", "people", "scope_word", "preposition", "article", "copula")
"""What may lead from a size to its cohort: 'randomized in', 'were included in the'."""

_PARTING = ("comma", "semicolon", "stop", "figure")
"""What may not stand between a size and its cohort."""

_LISTED = ("preposition", "people", "with_condition", "arm_head", "cohort_head")


def scope_cohorts(row: Row) -> Row:
    """The row with cohorts given to its drafts; without a cohort in the sentence nothing changes."""
    if not people_named(row):
        return row
    for step in STEPS:
        row = step(row)
    return row


def pair_comparisons(row: Row) -> Row:
    """As many effects in a list as cohorts in a list before it: in order."""
    out = {d.position: d for d in reversed(row.drafts)}
    effects = [d.position for d in row.drafts if d.kind is Kind.EFFECT and not d.subject.cohort]
    lists = _lists(row)
    for group in _runs(row, effects):
        fitting = [g for g in lists if len(g) == len(group) >= _LEAST and g[-1] < group[0]]
        for names in fitting[-1:]:
            for position, name in zip(group, names, strict=True):
                out[position] = _in(out[position], row.pieces[name].entity)
    return replace(row, drafts=tuple(out[d.position] if d.kind is Kind.EFFECT else d for d in row.drafts))


def pair_in_order(row: Row) -> Row:
    """A later list of as many figures as the sentence has cohorts, all of one arm or of none: in the same order."""
    order = list(dict.fromkeys(e for i in people_named(row) if (e := row.pieces[i].entity)))
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE]
    out = {d.position: d for d in reversed(row.drafts)}
    said = row.sentence.has("respectively") or not row.positions("arm")
    for group in row.groups(figures):
        free = not any(out[i].subject.cohort for i in group) and len({out[i].subject.arm for i in group}) == 1
        named = people_named(row)[: len(order)]
        after = all(i < group[0] or (i > group[-1] and is_led(row, i)) for i in named) and named[0] < group[0]
        if free and after and said and len(group) == len(order) >= _LEAST:
            for position, cohort in zip(group, order, strict=True):
                out[position] = _in(out[position], cohort)
    return replace(row, drafts=tuple(out[d.position] if d.kind is Kind.ESTIMATE else d for d in row.drafts))


def bind_ahead(row: Row) -> Row:
    """Where every cohort closes figures of its own: '12% and 9% in men and 4% and 3% in women'."""
    named = [i for i in people_named(row) if i > 0 and is_scoped(row, i)]
    results = [d.position for d in row.drafts if d.is_result]
    if len({row.pieces[i].entity for i in named}) < _LEAST or len(named) != len(people_named(row)):
        return row
    bounds = list(pairwise([-1, *named]))
    if not results or results[-1] > named[-1] or not all(any(a < p < b for p in results) for a, b in bounds):
        return row

    def bound(draft: Draft) -> Draft:
        if not draft.is_result or draft.subject.cohort:
            return draft
        return _in(draft, row.pieces[next(i for i in named if i > draft.position)].entity)

    return row.mapped(bound)


def bind_size(row: Row) -> Row:
    """A size is that of the cohort named nearest, the one behind it first."""
    places = people_named(row)

    def bound(draft: Draft) -> Draft:
        if draft.kind is not Kind.SIZE or draft.subject.cohort:
            return draft
        led = _led_to(row, draft.position)
        if led is not None:
            return _in(draft, row.pieces[led].entity)
        free = [i for i in places if _is_free(row, draft.position, i)]
        if not free:
            return draft
        near = min(free, key=lambda i: (abs(i - draft.position), i < draft.position))
        start, end = sorted((near, draft.position))
        between = _outside_brackets(row.between(start, end))
        apart = any(p.is_a(k) for p in between for k in _PARTING)
        close = len(between) < _SIZE_REACH and not apart
        return _in(draft, row.pieces[near].entity) if close else draft

    return row.mapped(bound)


def _led_to(row: Row, at: int) -> int | None:
    """The cohort that words of taking part lead to from the size: '70 randomized in part 2'."""
    for i in row.rightwards(at):
        piece = row.pieces[i]
        if piece.is_a("cohort"):
            return i if i > at + 1 and row.pieces[i - 1].is_a("scope_word") else None
        if not any(piece.is_a(k) for k in _TAKING_PART):
            return None
    return None


def _is_free(row: Row, position: int, at: int) -> bool:
    """Whether the size may be that of the cohort there: not past its own size, nor into a bracket of other sizes."""
    if at < position:
        before = row.at(at - 1) if at else None
        return before is None or before.kind is not Kind.SIZE or at + 1 == position
    around = bracket_around(row, at)
    others = position not in around and any(d.kind is Kind.SIZE and d.position in around for d in row.drafts)
    return not others and not _has_own_size(row, at)


def _has_own_size(row: Row, at: int) -> bool:
    """Whether the cohort there has a size right behind it: 32例患者（Ⅳ级24例，Ⅴ级8例）."""
    behind = row.at(at + 1)
    return behind is not None and behind.kind is Kind.SIZE and row.language.model.count_follows


def bind_right(row: Row) -> Row:
    """A figure takes the cohort that follows it with nothing but linking words between."""

    def bound(draft: Draft) -> Draft:
        if draft.kind not in (Kind.ESTIMATE, Kind.EFFECT) or draft.subject.cohort:
            return draft
        for i in row.rightwards(draft.position):
            piece = row.pieces[i]
            if piece.is_a("cohort"):
                return draft if _opens_next(row, draft, i) else _in(draft, piece.entity)
            if i - draft.position > _RIGHT_REACH or not any(piece.is_a(k) for k in _LINKS):
                return draft
        return draft

    return row.mapped(bound)


def bind_left(row: Row) -> Row:
    """A cohort named alone holds for the figures behind it, past a semicolon only where it opens the sentence."""
    lists = _lists(row)

    def bound(draft: Draft) -> Draft:
        if draft.kind in (Kind.ACCOUNTED, Kind.SIZE) or draft.subject.cohort:
            return draft
        before = [g for g in lists if g[-1] < draft.position]
        if not before or len(before[-1]) > 1:
            return draft
        at = before[-1][-1]
        if draft.kind is Kind.EFFECT and is_compared(row, at):
            return draft
        opening = at < min(d.position for d in row.drafts)
        parted = any(p.is_a("semicolon") for p in _outside_brackets(row.between(at, draft.position)))
        if (parted and not opening) or _has_own_people(row, draft.position):
            return draft
        return _in(draft, row.pieces[at].entity)

    return row.mapped(bound)


def bind_last(row: Row) -> Row:
    """One cohort at the end of the sentence, behind all its figures, holds for those that end near it.

    Where it is already that of the last figure, only for those listed with that one: '5% (men), 7% of those with gout'.
    """
    places = people_named(row)
    last = max((d.position for d in row.drafts if d.is_fact), default=0)
    if len(places) != 1 or places[0] < last or not _names_people(row, places[0]):
        return row

    cohort = row.pieces[places[0]].entity
    nearest = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE and d.subject.cohort == cohort]
    listed = next((g for g in row.groups([d.position for d in row.drafts if d.is_fact]) if last in g), [])

    def bound(draft: Draft) -> Draft:
        if draft.kind is not Kind.ESTIMATE or draft.subject.cohort or places[0] - draft.position > _RIGHT_REACH:
            return draft
        if nearest and draft.position not in listed:
            return draft
        return _in(draft, row.pieces[places[0]].entity)

    return row.mapped(bound)


def _names_people(row: Row, at: int) -> bool:
    """Whether people are meant by the name there: where a word for people follows its names, it does or a mark does."""
    if row.language.model.qualifier_follows or at + 1 == len(row.pieces):
        return row.language.model.qualifier_follows
    behind = row.pieces[at + 1]
    own = any(row.text(row.pieces[at]).endswith(w) for w in row.language.spellings("people"))
    return own or any(behind.is_a(k) for k in ("people", "stand_in", "of_them", "cohort_head", "close"))


def _has_own_people(row: Row, at: int) -> bool:
    """Whether the figure is of people told apart behind it in words that name no cohort: '5% of those reporting …'."""
    behind = row.pieces[at + 1 : at + 1 + _OWN_REACH]
    if not behind or not (behind[0].is_a("of") or behind[0].is_a("scope_word")):
        return False
    told = next((i for i, p in enumerate(behind) if i and not p.is_a("article") and not p.is_a("people")), None)
    return told is not None and told > 1 and any(behind[told].is_a(k) for k in ("with_condition", "relative"))


def _outside_brackets(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that stand in no bracket opened among them: 'N infants (M in each group) formed the subset'."""
    plain: list[Piece] = []
    depth = 0
    for piece in pieces:
        depth += piece.is_a("open")
        plain += [] if depth > 0 else [piece]
        depth -= piece.is_a("close")
    return plain


def _lists(row: Row) -> list[list[int]]:
    return row.groups(people_named(row), _LISTED)


def _runs(row: Row, positions: Sequence[int]) -> list[list[int]]:
    """Effects that follow one another with nothing but intervals, P values and connectors between."""
    return row.groups(positions, ("measure", "p_value", "interval", "colon"))


def _opens_next(row: Row, draft: Draft, at: int) -> bool:
    """Whether the cohort behind the figure opens the next figure's clause: 'gastric 5%, biliary 9%'."""
    following = next((d for d in row.drafts if d.position > at and d.figure), None)
    if following is None:
        return False
    links = row.between(draft.position, at)
    if any(p.is_a("preposition") or p.is_a("of") or p.is_a("occurring") for p in links):
        return False
    return all(p.is_a("copula") or p.is_a("word") for p in row.between(at, following.position))


def _in(draft: Draft, cohort: str | None) -> Draft:
    return replace(draft, subject=replace(draft.subject, cohort=cohort))


STEPS: tuple[Callable[[Row], Row], ...] = (
    pair_comparisons,
    pair_in_order,
    bind_ahead,
    bind_size,
    bind_right,
    bind_left,
    bind_last,
)
