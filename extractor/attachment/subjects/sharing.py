"""One printed figure that stands for several groups becomes one draft for each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.subjects.clauses import clause_of
from extractor.attachment.subjects.each import is_of_each
from extractor.pieces import Piece

_ENDS = ("open", "close", "figure", "comma", "semicolon", "stop", "arm", "versus", "assigned")


def share(row: Row) -> Row:
    """The row with shared figures written out: both arms, each arm, several cohorts."""
    out: list[Draft] = []
    for draft in row.drafts:
        out += _shared(row, draft, out)
    return replace(row, drafts=tuple(out))


def _shared(row: Row, draft: Draft, before: list[Draft]) -> Iterator[Draft]:
    arms = _every_arm(row, draft)
    if arms:
        yield from (replace(draft, subject=replace(draft.subject, arm=arm)) for arm in arms)
        return
    cohorts = _cohorts_of_contrast(draft, before)
    if cohorts:
        yield from (replace(draft, subject=replace(draft.subject, cohort=cohort)) for cohort in cohorts)
        return
    yield draft


def _every_arm(row: Row, draft: Draft) -> tuple[str, ...]:
    """All arms, where the words beside the figure say 'each group' or 各组 and no single arm is its own."""
    if draft.kind not in (Kind.ESTIMATE, Kind.SIZE) or draft.subject.arm or len(row.arms) < 2:
        return ()
    every = says_every(row, draft.position) or _all_before(row, draft.position)
    return row.arms if every else _both_behind(row, draft.position)


def _all_before(row: Row, position: int) -> bool:
    """Whether all arms are named before the figure and it is told of all of them: 'A组和B组均为60例'."""
    clause = clause_of(row, (position,))
    if {row.pieces[i].entity for i in clause.arms} != set(row.arms) or not clause.says_all(row):
        return False
    return row.only(clause.arms[-1], position, ("comma", "copula", "all_cue")) and position > clause.arms[-1] + 1


def _both_behind(row: Row, position: int) -> tuple[str, ...]:
    """The two arms of '99% with both A and B'."""
    for i in range(position + 1, min(position + 5, len(row.pieces))):
        if row.pieces[i].is_a("arm"):
            return both_named(row, i)
        if not any(row.pieces[i].is_a(k) for k in ("preposition", "both", "article", "of", "people")):
            return ()
    return ()


def both_named(row: Row, at: int) -> tuple[str, ...]:
    """The arm there and the next, behind 'both': 'both A and B'; empty where it is no such pair."""
    ahead = next((p for p in reversed(row.pieces[:at]) if not p.is_a("article") or p.is_a("both")), None)
    behind = [p for p in row.pieces[at + 1 : at + 4] if not p.is_a("article")][:2]
    paired = len(behind) == 2 and behind[0].is_a("and", "and") and behind[1].is_a("arm")
    entities = (row.pieces[at].entity, behind[1].entity) if paired else ()
    return tuple(e for e in entities if e) if ahead is not None and ahead.is_a("both") else ()


def says_every(row: Row, position: int) -> bool:
    """Whether 'each group', 各组 stands at the figure, not across a bracket, another figure or an assignment.

    Or its clause is of every arm and gives this figure alone: 'was alike in both arms (89%)', 两组的保留率均为90%.
    """
    sized = row.at(position)
    if _is_alone(row, position) or (sized is not None and is_of_each(row, sized)):
        return True
    reach = [*_reach(row, range(position - 1, position - 4, -1)), *_reach(row, range(position + 1, position + 4))]
    if any(p.is_a("every_arm", "every") for p in reach):
        return True
    opening = row.pieces[: position - 1]
    if 1 <= len(opening) <= 2 and row.pieces[position - 1].is_a("comma"):
        return opening[-1].is_a("every_arm", "every")
    behind = row.pieces[position + 1 : position + 4]
    added = len(behind) == 3 and behind[0].is_a("comma") and behind[2].is_a("close")
    return added and behind[1].is_a("every_arm", "every")


def _is_alone(row: Row, position: int) -> bool:
    """Whether the clause of every arm gives this one figure, in a bracket behind it or with 均."""
    draft = row.at(position)
    if draft is None or draft.kind is not Kind.ESTIMATE:
        return False
    clause = clause_of(row, (position,))
    if clause.arms or not clause.says_every(row) or clause.tells(row, "outcome", "follow_up"):
        return False
    figures = [d.position for d in row.drafts if d.kind is Kind.ESTIMATE]
    if bracket_around(row, position):
        return clause.fills_bracket(row, figures)
    return clause.says_all(row) and not clause.goes_on(row)


def _reach(row: Row, positions: Iterable[int]) -> Iterator[Piece]:
    for i in positions:
        if not 0 <= i < len(row.pieces) or any(row.pieces[i].is_a(k) for k in _ENDS):
            return
        yield row.pieces[i]


def _cohorts_of_contrast(draft: Draft, before: list[Draft]) -> tuple[str, ...]:
    """The cohorts over which the other arm's figures were listed: '5% and 19% …, as compared with 0%'."""
    if draft.kind is not Kind.ESTIMATE or draft.subject.cohort or not draft.subject.arm:
        return ()
    listed = [
        d
        for d in before
        if d.kind is Kind.ESTIMATE
        and d.subject.cohort
        and d.subject.arm not in (None, draft.subject.arm)
        and d.outcomes == draft.outcomes
    ]
    cohorts = tuple(dict.fromkeys(d.subject.cohort for d in listed if d.subject.cohort))
    return cohorts if len(cohorts) >= 2 else ()
