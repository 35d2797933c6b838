"""Tails of the distributions that P values come from.

The standard library gives the normal distribution: `math.erfc` for the tails, since 2 * NormalDist().cdf(-z) loses its
digits from z = 8 on, and `NormalDist.inv_cdf` for critical values. Numbers are binary inside a function and decimal
outside.
"""

import math
from decimal import Decimal
from statistics import NormalDist

_NORMAL = NormalDist()


def two_sided(z: Decimal) -> Decimal:
    """P of a standard normal deviate as far from zero as `z`, either way: erfc(|z| / sqrt 2).

    >>> round(two_sided(Decimal("1.96")), 3)
    Decimal('0.050')
    """
    return Decimal(math.erfc(abs(float(z)) / math.sqrt(2)))


def deviate(p: Decimal) -> Decimal:
    """The z whose two-sided P is `p`; 40 where P is too small for the inverse.

    >>> round(deviate(Decimal("0.05")), 2)
    Decimal('1.96')
    """
    half = float(p) / 2
    if half <= 0:
        return Decimal(40)
    return abs(Decimal(_NORMAL.inv_cdf(min(half, 0.5))))


def critical(level: Decimal) -> Decimal:
    """How many standard errors an interval of this level reaches to either side: 1.96 for 0.95."""
    return deviate(1 - level)


def chi_square(statistic: Decimal) -> Decimal:
    """P of a chi-square of one degree of freedom, which is the square of a normal deviate.

    With more degrees of freedom the same statistic gives a larger P: this is the smallest there is.
    """
    return two_sided(max(statistic, Decimal(0)).sqrt())


def student_four(t: Decimal) -> Decimal:
    """Two-sided P of a t with four degrees of freedom (two groups of three), by its closed form.

    F(t) = 1/2 + 3/8 * u * (1 - u²/12), u = t / sqrt(1 + t²/4): Abramowitz & Stegun 26.7.4. More degrees of freedom
    give a smaller P, so that no trial of six people or more has a larger one.

    >>> round(student_four(Decimal("2.776")), 3)
    Decimal('0.050')
    """
    u = abs(t) / (1 + t * t / 4).sqrt()
    return max(1 - Decimal("0.75") * u * (1 - u * u / 12), Decimal(0))
