"""What a printed number may stand for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.arithmetic.rounding import Box, brought, rounded, shortened
from extractor.record.base import Reported


def reported(text: str, value: str | None = None) -> Reported:
    return Reported(value=Decimal(value or text), text=text, span=(0, len(text)))


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("0.38", None, "0.375", "0.385"),
        ("0.050", None, "0.0495", "0.0505"),
        ("0·05", "0.05", "0.045", "0.055"),
        (".05", "0.05", "0.045", "0.055"),
        ("12", None, "11.5", "12.5"),
        ("120", None, "119.5", "120.5"),
        ("-3.0", None, "-3.05", "-2.95"),
        ("1.2万", "12000", "11500", "12500"),
        ("20万", "200000", "195000", "205000"),
        ("两百零三", "203", "202.5", "203.5"),
        ("1,250", "1250", "1249.5", "1250.5"),
        ("0", None, "-0.5", "0.5"),
        ("0.00", None, "-0.005", "0.005"),
        (".000", "0", "-0.0005", "0.0005"),
    ],
)
def test_a_number_stands_for_all_that_is_rounded_to_it(text: str, value: str | None, low: str, high: str) -> None:
    assert rounded(reported(text, value)) == Box(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("92.5", ("92.45", "92.55", "92.59", "92.446"), ("92.44", "92.61")),
        ("40", ("39.5", "40.5", "40.99", "39.47"), ("39.4", "41.1")),
        ("-3", ("-3.9", "-2.5"), ("-4.1", "-2.4")),
    ],
)
def test_cutting_and_rounding_twice_are_allowed(text: str, inside: tuple[str, ...], outside: tuple[str, ...]) -> None:
    box = shortened(reported(text))

    assert [value for value in inside if not box.holds(Decimal(value))] == []
    assert [value for value in outside if box.holds(Decimal(value))] == []


@given(st.decimals(-1000, 1000, places=6), st.integers(0, 4))
def test_what_was_rounded_is_in_the_box(value: Decimal, places: int) -> None:
    printed = round(value, places)
    number = reported(f"{printed:f}")

    assert rounded(number).holds(value)
    assert shortened(number).holds(value)
    assert brought(number).holds(value)
