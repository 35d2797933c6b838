"""Numbers just inside, on and outside what rounding allows."""

import pytest

from extractor.arithmetic import check
from tests.arithmetic.printed import comparison, share

WHERE = [
    # value, bounds; the worst that is found
    ("1.12", "0.71", "1.12", "warning interval_asymmetric"),
    ("1.13", "0.71", "1.12", "warning interval_asymmetric"),
    ("1.15", "0.71", "1.12", "error estimate_outside_interval"),
    ("0.71", "0.71", "1.12", "warning interval_asymmetric"),
    ("0.68", "0.71", "1.12", "error estimate_outside_interval"),
    ("0.89", "0.71", "1.12", None),
    ("0.9", "0.7", "1.1", None),
    ("0.80", "0.71", "1.12", None),
    ("1.0", "0.0", "4.1", None),
    ("0.50", "0.50", "0.50", None),
]


@pytest.mark.parametrize(("value", "low", "high", "expected"), WHERE)
def test_an_estimate_and_its_interval(value: str, low: str, high: str, expected: str | None) -> None:
    assert worst("HR", value, low, high) == expected


P_VALUES = [
    # measure, value, bounds, P; what is found
    ("HR", "0.82", "0.60", "1.12", "0.19", None),
    ("HR", "0.82", "0.60", "1.12", "0.24", None),
    ("HR", "0.82", "0.60", "1.12", "0.11", None),  # one-sided
    ("HR", "0.82", "0.60", "1.12", "0.03", "error p_contradicts_interval"),
    ("HR", "0.82", "0.60", "1.12", "0.04", "warning p_contradicts_interval"),  # too near to 0.05
    ("HR", "0.82", "0.60", "1.12", "0.92", "warning p_contradicts_interval"),
    ("HR", "0.82", "0.60", "1.12", "0.89", None),  # one-sided, the other way
    ("HR", "0.7", "0.5", "0.9", "0.0002", None),
    ("HR", "0.7", "0.5", "0.9", "0.1", None),
    ("HR", "0.70", "0.55", "0.89", "0.30", "error p_contradicts_interval"),
    ("HR", "0.70", "0.55", "0.89", "0.06", "warning p_contradicts_interval"),
    ("HR", "0.79", "0.62", "1.00", "0.053", None),
    ("MD", "-2.1", "-4.0", "-0.2", "0.03", None),
    ("MD", "-2.1", "-4.0", "-0.2", "0.60", "warning p_contradicts_interval"),  # the interval is too near to 0
    ("MD", "-2.1", "-3.4", "-0.8", "0.60", "error p_contradicts_interval"),
    ("SMD", "0.10", "-0.20", "0.40", "0.01", "error p_contradicts_interval"),
    ("NNT", "8", "5", "20", "0.9", None),
    ("OTHER", "1.5", "1.2", "1.9", "0.9", None),
]


@pytest.mark.parametrize("row", P_VALUES)
def test_p_and_its_interval(row: tuple[str, str, str, str, str, str | None]) -> None:
    *printed, expected = row
    assert worst(*(str(one) for one in printed)) == expected


def test_another_level_leaves_the_decision_open() -> None:
    (found,) = check(comparison("HR", "0.82", "0.60", "1.12", level="0.975", p="0.001"))

    assert found.severity == "warning"


SHARES = [
    (37, 40, "92.5", None),
    (37, 40, "92", None),
    (37, 40, "93", None),
    (37, 40, "92.4", "error percent_contradicts_counts"),
    (37, 40, "91", "error percent_contradicts_counts"),
    (37, 40, "94", "error percent_contradicts_counts"),
    (1, 3, "33.3", None),
    (1, 3, "33.4", "warning percent_contradicts_counts"),
    (2, 3, "66.6", None),
    (2, 3, "66.7", None),
    (2, 3, "66.8", "error percent_contradicts_counts"),
    (1, 8, "12", None),
    (1, 8, "13", None),
    (15, 38, "40", None),
    (0, 40, "0", None),
    (40, 40, "100.0", None),
    (41, 40, "102.5", "error impossible_value"),
]


@pytest.mark.parametrize(("events", "total", "value", "expected"), SHARES)
def test_a_share_and_its_counts(events: int, total: int, value: str, expected: str | None) -> None:
    found = check(share(events, total, value))

    assert [f"{f.severity} {f.code}" for f in found] == ([expected] if expected else [])


def worst(measure: str, value: str, low: str, high: str, p: str = "") -> str | None:
    found = check(comparison(measure, value, low, high, p=p))
    assert len(found) < 2, found
    return f"{found[0].severity} {found[0].code}" if found else None
