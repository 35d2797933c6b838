"""What the two languages say about the trial itself: registrations, allocation ratio, doses."""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import gcd

from extractor.agreement.comparison import Both
from extractor.agreement.side import Side
from extractor.agreement.sides import missing_code
from extractor.agreement.units import scale
from extractor.agreement.words import contrast, quoted
from extractor.record.entities import Arm, Intervention
from extractor.record.record import Extraction, Finding, FindingCode, FindingPlace, Registration
from extractor.spans import Span


def registration_findings(
    left: tuple[Registration, ...], right: tuple[Registration, ...], both: Both
) -> Iterator[Finding]:
    """Registration numbers that differ, or that one language does not give."""
    ours = _only(left, right, both.right)
    theirs = _only(right, left, both.left)
    for registration in ours:
        twin = next((r for r in theirs if r.registry.casefold() == registration.registry.casefold()), None)
        if twin is None:
            yield _absent(registration, both.left, both.right)
            continue
        theirs = tuple(r for r in theirs if r is not twin)
        subject = f"registration number ({registration.registry})"
        yield Finding(
            code="registration_mismatch",
            severity="error",
            message=f"{contrast(subject, both.left, registration.id, both.right, twin.id)}.",
            places=(*_printed(registration.id, both.left), *_printed(twin.id, both.right)),
        )
    for registration in theirs:
        yield _absent(registration, both.right, both.left)


def _key(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def _only(own: tuple[Registration, ...], others: tuple[Registration, ...], other: Side) -> tuple[Registration, ...]:
    known = {_key(r.id) for r in others}
    text = _key(other.text)
    unique = {_key(r.id): r for r in reversed(own)}
    return tuple(r for r in own if unique[_key(r.id)] is r and _key(r.id) not in known and _key(r.id) not in text)


def _printed(identifier: str, side: Side) -> tuple[FindingPlace, ...]:
    letters = [re.escape(c) for c in identifier if c.isalnum()]
    found = re.search(r"[\W_]*".join(letters), side.text, re.IGNORECASE) if letters else None
    return (side.place(Span(*found.span())),) if found else ()


def _absent(registration: Registration, side: Side, other: Side) -> Finding:
    return Finding(
        code=missing_code(other.language),
        severity="info",
        message=f"The registration number {quoted(registration.id)} of the {side.title} text "
        f"is not in the {other.title} text.",
        places=_printed(registration.id, side),
    )


def ratio_findings(left: Extraction, right: Extraction, both: Both) -> Iterator[Finding]:
    """An allocation ratio that differs; arms told in another order make it a warning."""
    ours, theirs = left.design.allocation_ratio, right.design.allocation_ratio
    if not ours or not theirs or _reduced(ours) == _reduced(theirs):
        return
    turned = sorted(_reduced(ours)) == sorted(_reduced(theirs))
    texts = [":".join(map(str, ratio)) for ratio in (ours, theirs)]
    yield Finding(
        code="ratio_mismatch",
        severity="warning" if turned else "error",
        message=f"{contrast('allocation ratio', both.left, texts[0], both.right, texts[1])}.",
        places=(*_ratio_places(ours, both.left), *_ratio_places(theirs, both.right)),
    )


def _reduced(ratio: tuple[int, ...]) -> tuple[int, ...]:
    divisor = gcd(*ratio) or 1
    return tuple(part // divisor for part in ratio)


def _ratio_places(ratio: tuple[int, ...], side: Side) -> tuple[FindingPlace, ...]:
    return tuple(map(side.place, side.numbers.run(tuple(map(Decimal, ratio)))))


def dose_findings(left: Extraction, right: Extraction, both: Both) -> Iterator[Finding]:
    """Doses of the same drug in the same arm that differ."""
    partners = {arm.id: arm for arm in right.arms}
    for arm in left.arms:
        partner = partners.get(both.alignment.arms.partner(arm.id) or "")
        if partner is None:
            continue
        for ours, theirs in _same_drugs(arm, partner):
            yield from _dose_finding((arm, ours), (partner, theirs), both)


def _same_drugs(left: Arm, right: Arm) -> Iterator[tuple[Intervention, Intervention]]:
    for ours in left.interventions:
        same = [r for r in right.interventions if r.concept and r.concept == ours.concept]
        own = [o for o in left.interventions if o.concept == ours.concept]
        # Two entries of one drug (a loading and a daily dose) cannot be told apart.
        if ours.concept and len(same) == len(own) == 1:
            yield ours, same[0]


def _dose_finding(ours: tuple[Arm, Intervention], theirs: tuple[Arm, Intervention], both: Both) -> Iterator[Finding]:
    (left_arm, a), (right_arm, b) = ours, theirs
    if a.dose is None or b.dose is None:
        return
    conversion = scale(a.dose_unit, b.dose_unit)
    if conversion and a.dose == b.dose * conversion.factor:
        return
    code: FindingCode = "number_mismatch" if conversion else "unit_mismatch"
    texts = [f"{i.dose:f} {i.dose_unit or ''}".strip() for i in (a, b)]
    yield Finding(
        code=code,
        severity="error",
        message=f"{contrast(f'dose of {a.name}', both.left, texts[0], both.right, texts[1])}.",
        facts=(left_arm.id, right_arm.id),
        places=(*_dose_place(left_arm, a.dose, both.left), *_dose_place(right_arm, b.dose, both.right)),
    )


def _dose_place(arm: Arm, dose: Decimal, side: Side) -> tuple[FindingPlace, ...]:
    spans = sorted(Span(*span) for span in arm.spans) or [Span(0, 0)]
    standing = side.numbers.of(dose)
    if standing:
        return (side.place(min(standing, key=lambda place: (min(map(place.gap, spans)), place))),)
    return (side.place(spans[0]),) if arm.spans else ()
