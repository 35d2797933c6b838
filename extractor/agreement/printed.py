"""Findings about printed numbers, whatever was read of them: changed, or with another unit, sign, relation."""

from collections.abc import Iterator

from extractor.agreement.comparison import Both, Severity
from extractor.agreement.marks import Mark
from extractor.agreement.numbers import Difference, difference
from extractor.agreement.tally import MarkPair, is_slip
from extractor.agreement.units import is_measure, scale
from extractor.agreement.words import contrast, described, quoted
from extractor.record.record import Finding, FindingCode, FindingPlace


def printed_findings(both: Both) -> Iterator[Finding]:
    """What differs between numbers that stand at the same place of both texts."""
    for pair in both.tally.changed:
        yield from _changed(pair, both)
    for pair in both.tally.same:
        yield from _unit(pair, both)
        yield from _relation(pair, both)
        yield from _sign(pair, both)


def _changed(pair: MarkPair, both: Both) -> Iterator[Finding]:
    found = difference(pair.left.printed, pair.right.printed)
    sure = is_slip(pair.left, pair.right) or _alike(pair.left, pair.right)
    if _one_sided(pair) and (not sure or max(pair.left.printed.telling, pair.right.printed.telling) == 1):
        return
    code: FindingCode = "magnitude_mismatch" if found is Difference.MAGNITUDE else "number_mismatch"
    severity: Severity = "error" if sure and found is not Difference.ROUNDING else "warning"
    remark = ", which is only a rounding" if found is Difference.ROUNDING else ""
    said = contrast(
        f"number {_told(pair, both)}", both.left, pair.left.printed.text, both.right, pair.right.printed.text
    )
    yield _finding(code, severity, f"{said}{remark}.", pair, both)


def _one_sided(pair: MarkPair) -> bool:
    """Whether only one has a unit, so that they may be two numbers; people may be counted without a word for them."""
    units = (pair.left.unit, pair.right.unit)
    counted = not any(unit and is_measure(unit) for unit in units)
    if counted and len(pair.left.printed.text) == len(pair.right.printed.text):
        return False
    return units.count(None) == 1


def _alike(ours: Mark, theirs: Mark) -> bool:
    """Whether two numbers are printed in one fashion: with as many decimals, at least one, or both as per cent."""
    decimals = ours.has_decimals and ours.printed.fine == theirs.printed.fine
    return ours.unit == theirs.unit and (decimals or ours.unit == "%")


def _unit(pair: MarkPair, both: Both) -> Iterator[Finding]:
    ours, theirs = pair.left.unit, pair.right.unit
    if ours is None or theirs is None or not is_measure(ours) or not is_measure(theirs):
        return
    conversion = scale(ours, theirs)
    if not pair.left.size or (conversion is not None and conversion.factor == 1):
        return
    texts = (f"{pair.left.printed.text} {ours}", f"{pair.right.printed.text} {theirs}")
    said = contrast(f"unit {_told(pair, both)}", both.left, texts[0], both.right, texts[1])
    yield _finding("unit_mismatch", "error", f"{said}.", pair, both)


def _relation(pair: MarkPair, both: Both) -> Iterator[Finding]:
    ours, theirs = pair.left.relation, pair.right.relation
    if ours is None or theirs is None or ours == theirs:
        return
    texts = (f"{ours}{pair.left.printed.text}", f"{theirs}{pair.right.printed.text}")
    said = contrast(f"number {_told(pair, both)}", both.left, texts[0], both.right, texts[1])
    yield _finding("relation_mismatch", "error", f"{said}: the sign before the number differs.", pair, both)


def _sign(pair: MarkPair, both: Both) -> Iterator[Finding]:
    if pair.left.printed.number == pair.right.printed.number or pair.left.dashed or pair.right.dashed:
        return
    said = contrast(
        f"number {_told(pair, both)}", both.left, pair.left.printed.text, both.right, pair.right.printed.text
    )
    yield _finding("number_mismatch", "warning", f"{said}: the sign differs.", pair, both)


def _told(pair: MarkPair, both: Both) -> str:
    """What the number is: the fact that either language reads it as, else the words before it."""
    for side, mark in ((both.left, pair.left), (both.right, pair.right)):
        for fact in side.facts:
            if any(leaf.span.overlaps(mark.span) for leaf in fact.leaves):
                return f"of the {described(fact, side)}"
    return f"after {quoted(both.left.before(pair.left))}"


def _finding(code: FindingCode, severity: Severity, message: str, pair: MarkPair, both: Both) -> Finding:
    facts = tuple(
        fact.id
        for side, mark in ((both.left, pair.left), (both.right, pair.right))
        for fact in side.facts
        if any(leaf.span.overlaps(mark.span) for leaf in fact.leaves)
    )
    places: tuple[FindingPlace, ...] = (both.left.place(pair.left.span), both.right.place(pair.right.span))
    return Finding(code=code, severity=severity, message=message, facts=facts, places=places)
