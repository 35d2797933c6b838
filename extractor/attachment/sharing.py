"""One printed figure that stands for several groups becomes one draft for each."""

from collections.abc import Iterator
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind, Subject
from extractor.attachment.row import Row


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
    near = [*row.pieces[max(0, draft.position - 2) : draft.position], *row.pieces[draft.position + 1 : draft.position + 4]]
    if any(p.is_a("every_arm", "every") for p in near) and not any(p.is_a("versus") for p in near):
        return row.arms
    return ()


def _cohorts_of_contrast(draft: Draft, before: list[Draft]) -> tuple[str, ...]:
    """The cohorts over which the other arm's figures of the same outcome were listed: '5% and 19% …, as compared with 0%'."""
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


__all__ = ["Subject", "share"]
