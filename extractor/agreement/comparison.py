"""Two facts that are one, number by number: where their texts differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from extractor.agreement.alignment import Alignment
from extractor.agreement.facts import Fact, Leaf, Part
from extractor.agreement.numbers import Difference, difference
from extractor.agreement.pairing import FactPair
from extractor.agreement.side import Side
from extractor.agreement.tally import Tally
from extractor.agreement.units import SAME_UNIT, Scale, scale
from extractor.agreement.words import contrast, described
from extractor.record.record import Finding, FindingCode
from extractor.spans import Span

Severity = Literal["error", "warning", "info"]

_UNITLESS: Final = frozenset((Part.EVENTS, Part.TOTAL, Part.P, Part.STATISTIC))
_HUNDRED: Final = Decimal(100)
_REMARKS: Final = {
    Difference.ROUNDING: ", which is only a rounding",
    Difference.SIGN: ": the sign differs",
    Difference.MAGNITUDE: ": they differ by a power of ten",
}


@dataclass(frozen=True, slots=True)
class Both:
    """The two sides and what is aligned between them."""

    left: Side
    right: Side
    alignment: Alignment
    tally: Tally

    def told(self, ours: Leaf, theirs: Leaf) -> bool:
        """Whether one of the numbers has its equal elsewhere in the other text: then the two are not one."""
        return self.told_apart(ours.span, theirs.span)

    def told_apart(self, ours: Span, theirs: Span) -> bool:
        """The same for two places."""
        return self.tally.pair(ours, left=True) is not self.tally.pair(theirs, left=False)

    def other(self, side: Side) -> Side:
        """The other of the two."""
        return self.right if side is self.left else self.left

    def stands(self, span: Span, side: Side) -> tuple[Span, ...]:
        """Where the other text tells the number at a place of `side`, by its place among all numbers."""
        left = side is self.left
        pair = self.tally.pair(span, left=left)
        return () if pair is None else ((pair.right if left else pair.left).span,)

    def balanced(self, ours: Decimal, theirs: Decimal) -> bool:
        """Whether the right text prints `ours` as often as the left, and the left `theirs` as often as the right.

        Whoever slips at a number takes one away from a text and puts one there that the other text lacks.
        """
        left, right = self.left.numbers, self.right.numbers
        return (
            abs(ours) != abs(theirs)
            and 0 < len(left.of(ours)) <= len(right.of(ours))
            and 0 < len(right.of(theirs)) <= len(left.of(theirs))
        )


def conversion(pair: FactPair) -> Scale | None:
    """What the right's numbers are multiplied by to be in the left's unit; None if that cannot be."""
    found = scale(pair.left.unit, pair.right.unit)
    if found is None or found.factor == 1:
        return found
    # Equal digits in unequal units: the unit was changed, nobody converted.
    return None if any(_same_digits(leaf, pair.right) for leaf in pair.left.leaves) else found


def _same_digits(leaf: Leaf, other: Fact) -> bool:
    twin = other.leaf(leaf.part)
    return leaf.part not in _UNITLESS and twin is not None and twin.number == leaf.number != 0


def leaf_difference(pair: FactPair, ours: Leaf, theirs: Leaf) -> Difference:
    """How two numbers of a pair differ, units considered."""
    factor = SAME_UNIT if ours.part in _UNITLESS else conversion(pair) or SAME_UNIT
    found = difference(ours.printed, theirs.printed, factor)
    # '<0.05' is a bound, not a rounded figure.
    bound = ours.part is Part.P and pair.left.relation == pair.right.relation != "="
    return Difference.OTHER if found is Difference.ROUNDING and bound else found


def number_findings(pair: FactPair, both: Both, skipped: frozenset[Part], *, moved: bool) -> Iterator[Finding]:
    """What differs in the numbers that both texts print, `skipped` parts excepted.

    Two numbers that either text tells as often are a warning, unless it is known that they `moved`.
    """
    for ours in pair.left.leaves:
        theirs = pair.right.leaf(ours.part)
        if theirs is None or ours.part in skipped or (not moved and both.told(ours, theirs)):
            continue
        if ours.part is Part.P:
            found = leaf_difference(pair, ours, theirs)
            yield from p_findings(pair.left, pair.right, both, ours, theirs, found)
            continue
        found = leaf_difference(pair, ours, theirs)
        if found is not Difference.NONE:
            weak = found is Difference.ROUNDING or (not moved and both.balanced(ours.number, theirs.number))
            yield _number_finding(pair, both, ours, theirs, found, "warning" if weak else "error")
    yield from _level_findings(pair, both)
    yield from _unit_findings(pair, both)
    yield from _reached_findings(pair, both)


def _code(part: Part, found: Difference) -> FindingCode:
    if part in (Part.LOW, Part.HIGH):
        return "interval_mismatch"
    if part is Part.P:
        return "p_mismatch"
    return "magnitude_mismatch" if found is Difference.MAGNITUDE else "number_mismatch"


def _number_finding(  # noqa: PLR0917
    pair: FactPair, both: Both, ours: Leaf, theirs: Leaf, found: Difference, severity: Severity
) -> Finding:
    subject = f"{ours.part.value} of the {described(pair.left, both.left)}"
    said = contrast(subject, both.left, ours.printed.text, both.right, theirs.printed.text)
    return Finding(
        code=_code(ours.part, found),
        severity=severity,
        message=f"{said}{_REMARKS.get(found, '')}.",
        facts=(pair.left.id, pair.right.id),
        places=(both.left.place(ours.span), both.right.place(theirs.span)),
    )


def p_findings(  # noqa: PLR0917
    left: Fact, right: Fact, both: Both, ours: Leaf, theirs: Leaf, found: Difference
) -> Iterator[Finding]:
    """What differs between two P values: the number, the relation, or both; nothing where each has its own equal."""
    same_relation = left.relation == right.relation
    if found is Difference.NONE and (same_relation or both.told(ours, theirs)):
        return
    a = f"{left.relation or ''}{ours.printed.text}"
    b = f"{right.relation or ''}{theirs.printed.text}"
    said = contrast(f"P value of the {described(left, both.left)}", both.left, a, both.right, b)
    compatible = _implies(left.relation, ours.number, right.relation, theirs.number) or _implies(
        right.relation, theirs.number, left.relation, ours.number
    )
    if found is Difference.NONE:
        code: FindingCode = "relation_mismatch"
        remark = ": the sign before the number differs"
    else:
        code, remark = "p_mismatch", _REMARKS.get(found, "")
        if not same_relation and compatible:
            remark = ", which is compatible but not the same"
    weak = found is Difference.ROUNDING or (
        found is not Difference.NONE
        and ((not same_relation and compatible) or both.balanced(ours.number, theirs.number))
    )
    yield Finding(
        code=code,
        severity="warning" if weak else "error",
        message=f"{said}{remark}.",
        facts=(left.id, right.id),
        places=(both.left.place(ours.span), both.right.place(theirs.span)),
    )


def _implies(relation: str | None, number: Decimal, weaker: str | None, bound: Decimal) -> bool:
    """Whether 'P relation number' makes 'P weaker bound' true: P=0.0004 makes P<0.001 true."""
    if weaker in ("<", "<="):
        return relation in ("=", "<", "<=") and number < bound
    return weaker in (">", ">=") and relation in ("=", ">", ">=") and number > bound


def _level_findings(pair: FactPair, both: Both) -> Iterator[Finding]:
    ours, theirs = pair.left.level, pair.right.level
    if ours is None or theirs is None or ours == theirs:
        return
    spans = (_level_place(pair.left, both.left, ours), _level_place(pair.right, both.right, theirs))
    said = contrast(
        f"confidence level of the {described(pair.left, both.left)}",
        both.left,
        f"{(ours * _HUNDRED).normalize():f}%",
        both.right,
        f"{(theirs * _HUNDRED).normalize():f}%",
    )
    yield Finding(
        code="interval_mismatch",
        severity="error",
        message=f"{said}.",
        facts=(pair.left.id, pair.right.id),
        places=(both.left.place(spans[0]), both.right.place(spans[1])),
    )


def _level_place(fact: Fact, side: Side, level: Decimal) -> Span:
    """Where the level is printed: the record gives it no place, so it is sought before the bounds."""
    bound = fact.leaf(Part.LOW) or fact.leaf(Part.HIGH)
    anchor = bound.span if bound else fact.span
    return side.numbers.nearest((level * _HUNDRED, level), anchor) or anchor


def _unit_findings(pair: FactPair, both: Both) -> Iterator[Finding]:
    ours, theirs = pair.left.unit, pair.right.unit
    if ours is None or theirs is None or conversion(pair) is not None:
        return
    if both.left.borrows_unit(pair.left) or both.right.borrows_unit(pair.right):
        return
    a, b = pair.left.principal, pair.right.principal
    texts = tuple(f"{x.printed.text} {unit}" if x else unit for x, unit in ((a, ours), (b, theirs)))
    said = contrast(f"unit of the {described(pair.left, both.left)}", both.left, texts[0], both.right, texts[1])
    # Where the numbers differ too, the two may be different facts that nothing better was found for.
    same = a is not None and b is not None and a.printed.number == b.printed.number
    yield Finding(
        code="unit_mismatch",
        severity="error" if same else "warning",
        message=f"{said}.",
        facts=(pair.left.id, pair.right.id),
        places=(both.left.place(_with_unit(pair.left)), both.right.place(_with_unit(pair.right))),
    )


def _with_unit(fact: Fact) -> Span:
    """The number that the unit belongs to: never a count."""
    return next((leaf.span for leaf in fact.leaves if leaf.part not in _UNITLESS), fact.place)


def _reached_findings(pair: FactPair, both: Both) -> Iterator[Finding]:
    if pair.left.not_reached == pair.right.not_reached:
        return
    texts = [
        value.printed.text if value else "not reached"
        for fact in (pair.left, pair.right)
        if (value := fact.leaf(Part.VALUE)) or fact.not_reached
    ]
    if len(texts) < len((pair.left, pair.right)):
        return
    said = contrast(described(pair.left, both.left), both.left, texts[0], both.right, texts[1])
    yield Finding(
        code="number_mismatch",
        severity="error",
        message=f"{said}.",
        facts=(pair.left.id, pair.right.id),
        places=(both.left.place(pair.left.place), both.right.place(pair.right.place)),
    )
