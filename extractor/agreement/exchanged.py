"""Two printed numbers that stand in each other's place, everything between and around them in order.

A translation moves whole clauses, so that numbers move with their names; who mixes up two numbers moves only those two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import regex

from extractor.agreement.alignment import Matching, Relation
from extractor.agreement.comparison import Both, Severity
from extractor.agreement.entities import Entity
from extractor.agreement.facts import Fact, Part
from extractor.agreement.likeness import outcomes_relation
from extractor.agreement.marks import Mark
from extractor.agreement.side import Side
from extractor.agreement.tally import MarkPair
from extractor.agreement.words import name_of, quoted
from extractor.record.record import Finding, FindingCode
from extractor.spans import Span

_FURTHEST: Final = 16  # numbers between two that can be mixed up
_LIST_GAP: Final = 8
_RANGE: Final = regex.compile(r"\s?[-–—~～]\s?")
_TOGETHER: Final = frozenset((Relation.SAME, Relation.LIKELY))
_TELLING_ROLES: Final = frozenset(("experimental", "placebo", "control"))
_COUNTS: Final = frozenset((Part.VALUE, Part.EVENTS))
_Known: TypeAlias = tuple[tuple[Entity, ...], tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two numbers in turned order; `sure` where what they hang on did not move with them."""

    first: MarkPair
    second: MarkPair
    code: FindingCode
    sure: bool

    @property
    def left(self) -> tuple[Span, Span]:
        """Their places in the left text."""
        return self.first.left.span, self.second.left.span

    @property
    def right(self) -> tuple[Span, Span]:
        """Their places in the right text."""
        return self.first.right.span, self.second.right.span


def exchanged(both: Both) -> tuple[Exchange, ...]:
    """Every two numbers of one fashion that changed places."""
    same = both.tally.same
    order = sorted(range(len(same)), key=lambda k: same[k].right.span)
    rank = {k: r for r, k in enumerate(order)}
    found: list[Exchange] = []
    taken: set[int] = set()
    turned = [
        (a - b, a, b)
        for a in range(len(same))
        for b in range(a + 1, min(a + 2 + _FURTHEST, len(same)))
        if rank[a] > rank[b] and _only_these(rank, a, b)
    ]
    # Of three numbers in the opposite order the outer two were exchanged.
    for _, a, b in sorted(turned):
        one = None if taken & {a, b} else _exchange(same[a], same[b], both, between=b - a - 1)
        if one is not None:
            taken |= {a, b}
            found.append(one)
    return tuple(sorted(found, key=lambda e: e.left))


def _only_these(rank: dict[int, int], a: int, b: int) -> bool:
    """Whether the order is the same once these two are put back."""
    run = [rank[b], *(rank[k] for k in range(a + 1, b)), rank[a]]
    return run == list(range(run[0], run[0] + len(run)))


def _exchange(one: MarkPair, other: MarkPair, both: Both, between: int) -> Exchange | None:
    if one.left.size == other.left.size or not (_alike(one, other, both, between) or _turned_range(one, other, both)):
        return None
    facts = (
        _fact(both.left, one.left),
        _fact(both.left, other.left),
        _fact(both.right, one.right),
        _fact(both.right, other.right),
    )
    stayed, code = _stayed(facts, both)
    if stayed is False and not between and not _listed(one, other):
        return None
    return Exchange(one, other, code, stayed is True or between > 0 or _turned_range(one, other, both))


def _listed(one: MarkPair, other: MarkPair) -> bool:
    """Whether the two stand in a list in both texts ('5% and 19%'): no name between them could have moved along."""
    return one.left.span.gap(other.left.span) <= _LIST_GAP and one.right.span.gap(other.right.span) <= _LIST_GAP


def _turned_range(one: MarkPair, other: MarkPair, both: Both) -> bool:
    """Whether a text prints the upper end of a range before the lower one, as in '8-4 weeks'."""
    return any(
        a.size > b.size and _RANGE.fullmatch(side.text, a.span.end, b.span.start) is not None
        for side, x, y in _by_side(one, other, both)
        for a, b in [sorted((x, y), key=lambda m: m.span)]
    ) and _listed(one, other)


def _alike(one: MarkPair, other: MarkPair, both: Both, between: int) -> bool:
    """Whether the two are numbers of one kind, so that one can be taken for the other.

    Across others that stayed in their places, nothing else explains two decimals in turned order.
    """
    marks = (one.left, other.left, one.right, other.right)
    if not all(m.written for m in marks) or len({m.relation for m in marks}) > 1:
        return False
    if any(_in_one_fact(side, a, b) for side, a, b in _by_side(one, other, both)):
        return False
    if any(a.unit != b.unit and a.unit and b.unit for _, a, b in _by_side(one, other, both)):
        return False
    if all(m.has_decimals for m in marks) or (between and any(m.has_decimals for m in marks)):
        return True
    measured = all(a.unit == b.unit and a.unit is not None for _, a, b in _by_side(one, other, both))
    return measured or any(_two_facts(side, a, b) for side, a, b in _by_side(one, other, both))


def _by_side(one: MarkPair, other: MarkPair, both: Both) -> tuple[tuple[Side, Mark, Mark], ...]:
    return (both.left, one.left, other.left), (both.right, one.right, other.right)


def _fact(side: Side, mark: Mark) -> Fact | None:
    """The fact whose number this is."""
    return next((f for f in side.facts if any(leaf.span.overlaps(mark.span) for leaf in f.leaves)), None)


def _part(fact: Fact, mark: Mark) -> Part | None:
    return next((leaf.part for leaf in fact.leaves if leaf.span.overlaps(mark.span)), None)


def _in_one_fact(side: Side, one: Mark, other: Mark) -> bool:
    """Whether the language reads both as one fact, as the events and the total of '16 of 50'."""
    return any(
        any(x.span.overlaps(one.span) for x in fact.leaves) and any(x.span.overlaps(other.span) for x in fact.leaves)
        for fact in side.facts
    )


def _two_facts(side: Side, one: Mark, other: Mark) -> bool:
    a, b = _fact(side, one), _fact(side, other)
    if a is None or b is None or a.kind is not b.kind or a.what != b.what:
        return False
    parts = {_part(a, one), _part(b, other)}
    return len(parts) == 1 and parts <= _COUNTS


def _stayed(
    facts: tuple[Fact | None, Fact | None, Fact | None, Fact | None], both: Both
) -> tuple[bool | None, FindingCode]:
    """Whether arm, cohort or outcome kept the place that the numbers left; None where no reading tells."""
    a, b, c, d = facts
    if a is None or b is None or c is None or d is None:
        return None, "number_mismatch"
    alignment = both.alignment
    dimensions: tuple[tuple[FindingCode, Matching, _Known, tuple[str | None, ...]], ...] = (
        ("arm_swap", alignment.arms, (both.left.arms, both.right.arms), (a.arm, b.arm, c.arm, d.arm)),
        (
            "cohort_mismatch",
            alignment.cohorts,
            (both.left.cohorts, both.right.cohorts),
            (a.cohort, b.cohort, c.cohort, d.cohort),
        ),
    )
    told = None
    for code, matching, entities, (one, other, ours, theirs) in dimensions:
        if one == other or ours == theirs:
            continue
        if matching.relation(one, theirs) in _TOGETHER and matching.relation(other, ours) in _TOGETHER:
            return True, code
        if _moved_along((one, other), (ours, theirs), entities):
            told = False
    if a.outcomes != b.outcomes and c.outcomes != d.outcomes:
        if outcomes_relation(a, d, alignment) in _TOGETHER and outcomes_relation(b, c, alignment) in _TOGETHER:
            return True, "outcome_mismatch"
        known = (both.left.outcomes, both.right.outcomes)
        if _moved_along((_first(a), _first(b)), (_first(c), _first(d)), known):
            told = False
    return told, "number_mismatch"


def _first(fact: Fact) -> str | None:
    return next(iter(fact.outcomes), None)


def _moved_along(ours: tuple[str | None, str | None], theirs: tuple[str | None, str | None], known: _Known) -> bool:
    """Whether the names tell that each number kept its entity; sensitivity and specificity share their code."""
    straight = [_named_alike(a, b, known) for a, b in zip(ours, theirs, strict=True)]
    crossed = [_named_alike(a, b, known) for a, b in zip(ours, reversed(theirs), strict=True)]
    return all(straight) and not any(crossed)


def _named_alike(ours: str | None, theirs: str | None, known: _Known) -> bool:
    """Whether two entities are one by their names, as their numbers cannot be asked here."""
    a = next((e for e in known[0] if e.id == ours), None)
    b = next((e for e in known[1] if e.id == theirs), None)
    if a is None or b is None:
        return False
    return bool(a.concepts & b.concepts or a.latin & b.latin or a.doses & b.doses) or (
        a.role in _TELLING_ROLES and a.role == b.role
    )


def exchange_findings(found: tuple[Exchange, ...], both: Both) -> Iterator[Finding]:
    """One finding an exchange, with the places of all four numbers."""
    for one in found:
        a, b = quoted(one.first.left.printed.text), quoted(one.second.left.printed.text)
        facts = [_fact(both.left, one.first.left), _fact(both.left, one.second.left)]
        facts += [_fact(both.right, one.first.right), _fact(both.right, one.second.right)]
        about = _about(facts[0], facts[1], both.left)
        severity: Severity = "error" if one.sure else "warning"
        yield Finding(
            code=one.code,
            severity=severity,
            message=f"The numbers {a} and {b}{about} stand in the opposite order in the {both.right.title} text, "
            f"though everything around them is in the order of the {both.left.title} text: they are exchanged in one.",
            facts=tuple(f.id for f in facts if f is not None),
            places=(*map(both.left.place, one.left), *map(both.right.place, one.right)),
        )


def _about(one: Fact | None, other: Fact | None, side: Side) -> str:
    if one is None or other is None:
        return ""
    for entities, first, second in (
        (side.arms, one.arm, other.arm),
        (side.cohorts, one.cohort, other.cohort),
        (side.outcomes, next(iter(one.outcomes), None), next(iter(other.outcomes), None)),
    ):
        names = name_of(entities, first), name_of(entities, second)
        if first != second and all(names):
            return f" of {names[0]} and {names[1]}"
    return ""
