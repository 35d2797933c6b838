"""Numbers in running text, in figures and in words, with exact value and place."""

from extractor.numerals.numeral import Form, Numeral
from extractor.numerals.scanner import NumeralScanner, scan, scanner

__all__ = ["Form", "Numeral", "NumeralScanner", "scan", "scanner"]
