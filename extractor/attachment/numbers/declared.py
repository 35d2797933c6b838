"""How the abstract says once that it prints all spreads: 'mean (SD)', 'medians (interquartile range)', x̄±s."""

from itertools import pairwise

from extractor.attachment.row import Row

_JOINED = ("plus_minus", "open", "close")


def declared_spread(row: Row) -> str | None:
    """The spread that the sentence declares for all bare brackets; None where it declares none."""
    for before, piece in pairwise(row.pieces):
        if piece.is_a("spread_word") and any(before.is_a(kind) for kind in _JOINED):
            return piece.code("spread_word")
    return None
