"""The statistical check: whether the numbers that one abstract prints together can all be true."""

from extractor.arithmetic.findings import check

__all__ = ["check"]
