"""What was computed and then rounded is never a finding; what was then moved far is always an error."""

import math
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from extractor.arithmetic import check
from extractor.arithmetic.tails import critical, two_sided
from tests.arithmetic.printed import comparison, share

ESTIMATES = st.floats(-1.5, 1.5)
ERRORS = st.floats(0.08, 0.8)
PLACES = st.integers(1, 3)
LEVELS = st.sampled_from(("0.95", "0.90", "0.99", "0.975"))
ROUNDINGS = st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN))


def rounded(value: float, places: int) -> str:
    return f"{round(Decimal(value), places):f}"


def printed_p(estimate: float, error: float) -> str:
    """P as it is printed; one too small to print is printed as 0.001, which is near enough to give no finding."""
    p = two_sided(Decimal(estimate / error))
    return rounded(max(float(p), 0.001), 3)


@given(ESTIMATES, ERRORS, PLACES, LEVELS)
def test_a_rounded_ratio_gives_no_finding(estimate: float, error: float, places: int, level: str) -> None:
    reach = float(critical(Decimal(level))) * error
    numbers = [rounded(math.exp(x), places) for x in (estimate, estimate - reach, estimate + reach)]
    assume(abs(estimate / error) < 3)

    assert check(comparison("HR", *numbers, level=level, p=printed_p(estimate, error))) == ()


@given(ESTIMATES, ERRORS, PLACES, LEVELS)
def test_a_rounded_difference_gives_no_finding(estimate: float, error: float, places: int, level: str) -> None:
    reach = float(critical(Decimal(level))) * error
    numbers = [rounded(x, places) for x in (estimate, estimate - reach, estimate + reach)]
    assume(abs(estimate / error) < 3)

    assert check(comparison("MD", *numbers, level=level, p=printed_p(estimate, error))) == ()


@given(ESTIMATES, ERRORS, PLACES)
def test_an_estimate_moved_out_of_its_interval_is_an_error(estimate: float, error: float, places: int) -> None:
    low, high = (rounded(math.exp(estimate + 2 * way * error), places) for way in (-1, 1))
    moved = rounded(float(high) * 2 + 1, places)

    assert [f.severity for f in check(comparison("HR", moved, low, high))] == ["error"]
    assert [f.code for f in check(comparison("HR", moved, low, high))] == ["estimate_outside_interval"]


@given(ESTIMATES, ERRORS, PLACES)
def test_exchanged_bounds_are_an_error(estimate: float, error: float, places: int) -> None:
    low, high = (rounded(math.exp(estimate + 2 * way * error), places) for way in (-1, 1))
    assume(low != high)

    (found,) = check(comparison("HR", rounded(math.exp(estimate), places), high, low))
    assert (found.code, found.severity) == ("interval_reversed", "error")


@given(st.floats(0.9, 1.1), st.floats(0.1, 0.4))
def test_a_significant_p_with_an_interval_all_around_one_is_an_error(value: float, error: float) -> None:
    numbers = [rounded(math.exp(math.log(value) + way * 1.96 * error), 3) for way in (0, -1, 1)]
    assume(abs(math.log(value)) / error < 0.8)

    (found,) = check(comparison("OR", *numbers, p="0.02"))
    assert (found.code, found.severity) == ("p_contradicts_interval", "error")


@given(st.integers(0, 3000), st.integers(1, 3000), st.integers(0, 2), ROUNDINGS)
def test_a_rounded_share_gives_no_finding(events: int, total: int, places: int, rounding: str) -> None:
    assume(events <= total)
    value = (Decimal(100) * events / total).quantize(Decimal(1).scaleb(-places), rounding)

    assert check(share(events, total, f"{value:f}")) == ()


@given(st.integers(0, 3000), st.integers(1, 3000), st.integers(0, 2))
def test_a_share_rounded_up_is_no_error(events: int, total: int, places: int) -> None:
    assume(events <= total)
    value = (Decimal(100) * events / total).quantize(Decimal(1).scaleb(-places), ROUND_CEILING)

    assert [f for f in check(share(events, total, f"{value:f}")) if f.severity == "error"] == []


@given(st.integers(0, 3000), st.integers(1, 3000), st.integers(0, 2), st.sampled_from((-1, 1)))
def test_a_share_moved_by_two_last_digits_is_an_error(events: int, total: int, places: int, way: int) -> None:
    assume(events <= total)
    worth = Decimal(1).scaleb(-places)
    value = (Decimal(100) * events / total).quantize(worth) + 2 * way * worth
    assume(0 <= value <= 100)

    (found,) = check(share(events, total, f"{value:f}"))
    assert (found.code, found.severity) == ("percent_contradicts_counts", "error")
