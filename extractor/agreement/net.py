"""What the facts say and what the printed numbers say, put together: one finding a difference."""

from collections.abc import Iterable
from typing import Final

from extractor.agreement.comparison import Both
from extractor.agreement.exchanged import Exchange, exchange_findings
from extractor.agreement.printed import printed_findings
from extractor.agreement.sides import is_missing
from extractor.agreement.unmatched import unmatched_findings
from extractor.agreement.unread import unread_findings
from extractor.record.record import Finding, FindingPlace

_CLAIMS: Final = frozenset(("error", "warning"))
_NUMBERS: Final = frozenset(
    (
        "number_mismatch", "unit_mismatch", "interval_mismatch", "p_mismatch", "relation_mismatch", "arm_swap",
        "ratio_mismatch", "magnitude_mismatch",
    )
)  # fmt: skip


def with_printed(findings: Iterable[Finding], crossed: tuple[Exchange, ...], both: Both) -> tuple[Finding, ...]:
    """All findings: what facts and printed numbers say of one place is said once, by whichever knows more."""
    swaps = list(exchange_findings(crossed, both))
    swapped = [f for f in findings if f.code == "arm_swap" and f.severity == "error"]
    swaps = [s for s in swaps if not any(_covers(f, s) for f in swapped)]
    out = [f for f in findings if f in swapped or not any(_inside(f, s) for s in (*swaps, *swapped))]
    out += swaps
    claims = [f for f in out if f.severity in _CLAIMS and f.code in _NUMBERS]
    printed = [f for f in printed_findings(both) if not any(_touches(f, c) for c in claims)]
    mismatches = [f for f in (*claims, *printed) if len({p.language for p in f.places}) > 1]
    out = [f for f in out if not (is_missing(f.code) and any(_inside(f, m) for m in mismatches))]
    named = [place for f in (*out, *printed) if f.severity in _CLAIMS for place in f.places]
    return (*out, *printed, *unmatched_findings(both, named), *unread_findings(both))


def _overlap(a: FindingPlace, b: FindingPlace) -> bool:
    return a.language == b.language and a.span[0] < b.span[1] and b.span[0] < a.span[1]


def _touches(one: Finding, other: Finding) -> bool:
    """Whether the two point at one number."""
    return any(_overlap(a, b) for a in one.places for b in other.places)


def _covers(one: Finding, other: Finding) -> bool:
    """Whether `one` points at everything that `other` points at."""
    return all(any(_overlap(a, b) for b in one.places) for a in other.places)


def _inside(one: Finding, other: Finding) -> bool:
    """Whether `one` is about nothing but numbers that `other` names, or is a warning about one of them."""
    if one is other or one.severity not in _CLAIMS:
        return False
    return _covers(other, one) or (one.severity == "warning" and _touches(one, other))
