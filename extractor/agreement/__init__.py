"""The cross-language check: whether the two languages of one abstract say the same."""

from extractor.agreement.compare import Registrations, compare
from extractor.agreement.search import NumbersIn, digits_in

__all__ = ["NumbersIn", "Registrations", "compare", "digits_in"]
