"""What paired facts hang on: outcome, cohort, arm, timepoint, grade and statistic where these differ."""

from collections.abc import Callable, Iterator
from typing import Final

from extractor.agreement.alignment import Relation
from extractor.agreement.comparison import Both, Severity
from extractor.agreement.facts import Fact, Kind
from extractor.agreement.likeness import outcomes_relation
from extractor.agreement.pairing import FactPair
from extractor.agreement.side import Side
from extractor.agreement.swaps import keeps_order
from extractor.agreement.timepoints import TimeRelation, time_relation
from extractor.agreement.units import scale
from extractor.agreement.words import contrast, described, name_of, numbers_quoted
from extractor.record.base import Timepoint
from extractor.record.record import Finding, FindingCode, FindingPlace
from extractor.spans import Span

_CLEAR: Final = frozenset(("median", "mean"))
_APART: Final = frozenset((Relation.DIFFERENT, Relation.APART))
_TOGETHER: Final = frozenset((Relation.SAME, Relation.LIKELY))


def hanging_findings(pair: FactPair, pairs: tuple[FactPair, ...], both: Both) -> Iterator[Finding]:
    """What one of the `pairs` hangs on differently in the two languages.

    Equal numbers under another outcome or cohort are an error only where another pair of the same kind
    came from there, the numbers having changed places in the text; else one language was read wrongly.
    """
    yield from _time_findings(pair, both)
    yield from _statistic_findings(pair, both)
    yield from _grade_findings(pair, both)
    # Where the numbers differ too, it is the number that an editor has to look at.
    a = pair.left.principal
    b = pair.right.leaf(a.part) if a else None
    if a is None or b is None or a.number != b.number:
        return
    yield from _outcome_findings(pair, pairs, both)
    yield from _cohort_findings(pair, pairs, both)
    if pair.left.kind is not Kind.TEST:
        yield from _arm_findings(pair, both)


def _finding(pair: FactPair, both: Both, code: FindingCode, severity: Severity, message: str) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        message=f"{message}.",
        facts=(pair.left.id, pair.right.id),
        places=(both.left.place(pair.left.place), both.right.place(pair.right.place)),
    )


def _belongs(pair: FactPair, both: Both, noun: str, ours: str, theirs: str) -> str:
    return contrast(
        f"{noun} that {numbers_quoted(pair.left, both.left)} belongs to", both.left, ours, both.right, theirs
    )


def _outcome_findings(pair: FactPair, pairs: tuple[FactPair, ...], both: Both) -> Iterator[Finding]:
    def related(left: Fact, right: Fact) -> Relation:
        return outcomes_relation(left, right, both.alignment)

    if related(pair.left, pair.right) not in _APART:
        return
    severity: Severity = "error" if any(_changed_places(pair, other, related) for other in pairs) else "info"
    names = (_outcome_names(pair.left, both.left), _outcome_names(pair.right, both.right))
    yield _finding(pair, both, "outcome_mismatch", severity, _belongs(pair, both, "outcome", *names))


def _outcome_names(fact: Fact, side: Side) -> str:
    return ", ".join(name_of(side.outcomes, outcome) or outcome for outcome in fact.outcomes)


def _changed_places(pair: FactPair, other: FactPair, related: Callable[[Fact, Fact], Relation]) -> bool:
    """Whether two pairs of one kind crossed: each is right under what the other hangs on, in turned order."""
    return (
        pair.left.kind is other.left.kind
        and pair.left.what == other.left.what
        and not keeps_order(pair, other)
        and related(pair.left, pair.right) is Relation.DIFFERENT
        and related(pair.left, other.right) in _TOGETHER
        and related(other.left, pair.right) in _TOGETHER
    )


def _cohort_findings(pair: FactPair, pairs: tuple[FactPair, ...], both: Both) -> Iterator[Finding]:
    def related(left: Fact, right: Fact) -> Relation:
        return both.alignment.cohorts.relation(left.cohort, right.cohort)

    if related(pair.left, pair.right) not in _APART:
        return
    severity: Severity = "error" if any(_changed_places(pair, other, related) for other in pairs) else "info"
    ours = name_of(both.left.cohorts, pair.left.cohort) or ""
    theirs = name_of(both.right.cohorts, pair.right.cohort) or ""
    yield _finding(pair, both, "cohort_mismatch", severity, _belongs(pair, both, "cohort", ours, theirs))


def _arm_findings(pair: FactPair, both: Both) -> Iterator[Finding]:
    """A number under another arm, with no second number that changed places with it: weaker than a swap."""
    arms = both.alignment.arms
    if arms.relation(pair.left.arm, pair.right.arm) is not Relation.DIFFERENT:
        return
    ours = name_of(both.left.arms, pair.left.arm) or ""
    theirs = name_of(both.right.arms, pair.right.arm) or ""
    turned = (
        arms.partner(pair.left.arm) == pair.right.comparator and arms.partner(pair.left.comparator) == pair.right.arm
    )
    code: FindingCode = "direction_mismatch" if turned else "arm_swap"
    yield _finding(pair, both, code, "info", _belongs(pair, both, "arm", ours, theirs))


def _statistic_findings(pair: FactPair, both: Both) -> Iterator[Finding]:
    ours, theirs = pair.left.what, pair.right.what
    if ours is None or theirs is None or ours == theirs or not {ours, theirs} <= _CLEAR:
        return
    subject = f"statistic of {numbers_quoted(pair.left, both.left)}"
    said = contrast(subject, both.left, ours, both.right, theirs)
    yield _finding(pair, both, "outcome_mismatch", "warning", said)


def _grade_findings(pair: FactPair, both: Both) -> Iterator[Finding]:
    a, b = pair.left.grade, pair.right.grade
    if a is None or b is None or (a.min, a.max) == (b.min, b.max):
        return
    said = contrast(f"grade of the {described(pair.left, both.left)}", both.left, a.text, both.right, b.text)
    yield _finding(pair, both, "number_mismatch", "info", said)


def _time_findings(pair: FactPair, both: Both) -> Iterator[Finding]:
    ours, theirs = pair.left.timepoint, pair.right.timepoint
    relation = time_relation(ours, theirs)
    if ours is None or theirs is None or relation not in (TimeRelation.DIFFERENT, TimeRelation.NEAR):
        return
    code: FindingCode = "number_mismatch" if scale(ours.unit, theirs.unit) else "unit_mismatch"
    if ours.value == theirs.value:
        code = "unit_mismatch"
    # A moment that both texts know may have been hung on the wrong fact; one that only one knows was changed.
    known = (
        (_known(ours, both.right) and _known(theirs, both.left))
        or _printed_in_both(ours, theirs, both)
        or both.told_apart(Span(*ours.span), Span(*theirs.span))
    )
    severity: Severity = "info" if known else "warning" if relation is TimeRelation.NEAR else "error"
    subject = f"timepoint of the {described(pair.left, both.left)}"
    yield Finding(
        code=code,
        severity=severity,
        message=f"{contrast(subject, both.left, ours.text, both.right, theirs.text)}.",
        facts=(pair.left.id, pair.right.id),
        places=(_time_place(ours, both.left), _time_place(theirs, both.right)),
    )


def _known(timepoint: Timepoint, side: Side) -> bool:
    return any(time_relation(timepoint, fact.timepoint) is TimeRelation.SAME for fact in side.facts)


def _printed_in_both(ours: Timepoint, theirs: Timepoint, both: Both) -> bool:
    if ours.value is None or theirs.value is None:
        return False
    return both.balanced(ours.value, theirs.value)


def _time_place(timepoint: Timepoint, side: Side) -> FindingPlace:
    return side.place(Span(*timepoint.span))
