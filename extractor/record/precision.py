"""How finely a number is printed: the worth of its last digit."""

import unicodedata
from decimal import Decimal

_ONE = Decimal(1)
_POINTS = ".．·•‧∙⋅・･˙"


def last_digit(number: Decimal, text: str) -> Decimal:
    """The worth of the last digit printed: 0.01 for '0.38', 0.001 for '0.050', 1000 for '1.2万' (12000).

    >>> last_digit(Decimal("0.38"), "0.38")
    Decimal('0.01')
    >>> last_digit(Decimal("0"), ".000")
    Decimal('0.001')
    """
    digits = "".join(str(unicodedata.digit(c)) for c in text if unicodedata.digit(c, None) is not None)
    if digits and int(digits) and number:
        worth = (abs(number) / int(digits)).normalize()
        if worth.as_tuple().digits == (1,):
            return worth
    if number:
        exponent = number.as_tuple().exponent
        return _ONE.scaleb(min(exponent, 0)) if isinstance(exponent, int) else _ONE
    # A zero tells its precision only by its printing: '0.00' and '.00' are finer than '0'.
    behind = [text.rindex(point) + 1 for point in _POINTS if point in text]
    return _ONE.scaleb(-sum(unicodedata.digit(c, None) is not None for c in text[max(behind) :]) if behind else 0)
