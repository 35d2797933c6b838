"""The comparison as a whole: from two extractions to their agreement and the findings."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from extractor.agreement.balance import exchanges, without_mistaken
from extractor.agreement.classes import class_findings, class_pairs
from extractor.agreement.comparison import Both, number_findings
from extractor.agreement.directions import direction_findings
from extractor.agreement.exchanged import exchanged
from extractor.agreement.facts import Fact, Part
from extractor.agreement.hanging import hanging_findings
from extractor.agreement.loose import LoosePair, as_fact_pairs, loose_findings, loose_pairs
from extractor.agreement.missing import missing_findings, missing_parts, told
from extractor.agreement.net import with_printed
from extractor.agreement.pairing import FactPair, Pairing, pair_facts
from extractor.agreement.search import NumbersIn, digits_in
from extractor.agreement.side import side_of
from extractor.agreement.sides import IdPair, Status, as_agreement, check_sides, is_missing
from extractor.agreement.slips import sizes_of, slip_findings
from extractor.agreement.swaps import Swap, swap_findings, swaps, uncross
from extractor.agreement.tally import tally
from extractor.agreement.trial import dose_findings, ratio_findings, registration_findings
from extractor.record.record import Agreement, Extraction, Finding, Registration

Registrations: TypeAlias = tuple[tuple[Registration, ...], tuple[Registration, ...]]
"""The registrations that the left and the right text print."""


def compare(
    left: Extraction,
    right: Extraction,
    *,
    registrations: Registrations = ((), ()),
    numbers_in: NumbersIn = digits_in,
) -> tuple[Agreement, tuple[Finding, ...]]:
    """Which facts two languages share, and everything in which they differ.

    `numbers_in` reads all numbers of a raw text, in whatever notation: it tells a fact that a language
    leaves out from one that was only not read there.
    """
    check_sides(left, right)
    sides = side_of(left, numbers_in), side_of(right, numbers_in)
    found = pair_facts(*sides)
    both = Both(*sides, found.alignment, tally(sides[0].marks, sides[1].marks))
    pairing = Pairing(found.alignment, uncross(found.pairs, found.alignment), found.left_only, found.right_only)
    crossed = exchanged(both)
    between_arms, anywhere = swaps(pairing.pairs), tuple(exchanges(pairing.pairs))
    pairing = without_mistaken(pairing, both, (*between_arms, *anywhere))
    loose = loose_pairs(pairing, both)
    across = class_pairs(pairing, both, as_fact_pairs(loose))
    told_loosely = (*as_fact_pairs(loose), *across)
    alone = _alone(pairing, told_loosely)
    found_of_facts = (
        *swap_findings(between_arms, both),
        *_pair_findings(pairing.pairs, loose, both, between_arms, anywhere),
        *loose_findings(loose, both),
        *class_findings(across, both),
        *_alone_findings((*pairing.pairs, *told_loosely), alone, both),
        *slip_findings(alone[0], sizes_of(pairing.pairs, left=True), both.left, both.right),
        *slip_findings(alone[1], sizes_of(pairing.pairs, left=False), both.right, both.left),
        *direction_findings(both),
        *registration_findings(*registrations, both),
        *ratio_findings(left, right, both),
        *dose_findings(left, right, both),
    )
    findings = _merged(with_printed(found_of_facts, crossed, both))
    pairs = tuple(IdPair(p.left.id, p.right.id) for p in (*pairing.pairs, *told_loosely))
    ids = tuple(tuple(fact.id for fact in facts) for facts in alone)
    return as_agreement(left.language, _status(findings, ids), pairs, *ids), findings


def _alone(pairing: Pairing, loose: tuple[FactPair, ...]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The facts without any partner, those counted out that have one in another class."""
    left, right = {p.left.id for p in loose}, {p.right.id for p in loose}
    return (
        tuple(f for f in pairing.left_only if f.id not in left),
        tuple(f for f in pairing.right_only if f.id not in right),
    )


def _pair_findings(
    pairs: tuple[FactPair, ...],
    loose: tuple[LoosePair, ...],
    both: Both,
    between_arms: tuple[Swap, ...],
    anywhere: tuple[Swap, ...],
) -> Iterator[Finding]:
    explained = frozenset(leaf.span for p in loose for leaf in (p.ours, p.theirs))
    for pair in pairs:
        skipped = frozenset[Part]().union(*(s.parts for s in between_arms if pair in (s.first, s.second)))
        moved = any(pair in (s.first, s.second) for s in anywhere)
        yield from number_findings(pair, both, skipped, moved=moved)
        yield from hanging_findings(pair, pairs, both)
        yield from missing_parts(pair, both.left, both.right, explained)


def _alone_findings(
    pairs: tuple[FactPair, ...],
    alone: tuple[tuple[Fact, ...], tuple[Fact, ...]],
    both: Both,
) -> Iterator[Finding]:
    from_left, from_right = told(pairs)
    yield from missing_findings(alone[0], both.left, both, from_left)
    yield from missing_findings(alone[1], both.right, both, from_right)


def _status(findings: tuple[Finding, ...], alone: tuple[tuple[str, ...], ...]) -> Status:
    if any(f.severity == "error" for f in findings):
        return "inconsistent"
    lacking = any(is_missing(f.code) and f.severity == "warning" for f in findings)
    return "incomplete" if lacking or any(alone) else "consistent"


def _merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by place; several facts that share one printed number share the finding."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=_order):
        if kept and _order(kept[-1])[:3] == _order(finding)[:3]:
            facts = tuple(dict.fromkeys((*kept[-1].facts, *finding.facts)))
            kept[-1] = kept[-1].model_copy(update={"facts": facts})
        else:
            kept.append(finding)
    return tuple(kept)


def _order(finding: Finding) -> tuple[tuple[tuple[str, tuple[int, int]], ...], str, str, tuple[str, ...]]:
    places = tuple((place.language, place.span) for place in finding.places)
    return places, finding.code, finding.severity, finding.facts
