"""The tails against values of the printed tables."""

from decimal import Decimal

import pytest

from extractor.arithmetic.tails import chi_square, critical, deviate, student_four, two_sided


@pytest.mark.parametrize(
    ("z", "p"), [("0", "1"), ("0.6745", "0.5"), ("1.644854", "0.1"), ("-1.959964", "0.05"), ("3.290527", "0.001")]
)
def test_normal(z: str, p: str) -> None:
    assert two_sided(Decimal(z)) == pytest.approx(Decimal(p), rel=Decimal("1e-4"))
    assert deviate(Decimal(p)) == pytest.approx(abs(Decimal(z)), abs=Decimal("1e-3"))


def test_far_tails_keep_their_digits() -> None:
    assert two_sided(Decimal(9)) == pytest.approx(Decimal("2.257e-19"), rel=Decimal("1e-3"))
    assert deviate(Decimal(0)) == 40


@pytest.mark.parametrize(("level", "z"), [("0.8", "1.2816"), ("0.95", "1.9600"), ("0.99", "2.5758")])
def test_critical(level: str, z: str) -> None:
    assert round(critical(Decimal(level)), 4) == Decimal(z)


@pytest.mark.parametrize(("statistic", "p"), [("2.7055", "0.1"), ("3.8415", "0.05"), ("10.8276", "0.001"), ("-1", "1")])
def test_chi_square(statistic: str, p: str) -> None:
    assert chi_square(Decimal(statistic)) == pytest.approx(Decimal(p), rel=Decimal("1e-3"))


@pytest.mark.parametrize(("t", "p"), [("0", "1"), ("2.1318", "0.1"), ("2.7764", "0.05"), ("-8.6103", "0.001")])
def test_student_with_four_degrees(t: str, p: str) -> None:
    assert student_four(Decimal(t)) == pytest.approx(Decimal(p), rel=Decimal("1e-3"))
