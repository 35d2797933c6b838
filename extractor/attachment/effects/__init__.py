"""Comparisons: which figures are effects, and the intervals and P values that are theirs."""
