"""Levels of a dose in the names that an assignment lists: part of a name only where they tell arms apart."""

from collections.abc import Sequence

from extractor.pieces import Piece


def without_level(names: Sequence[tuple[Piece, ...]]) -> list[tuple[Piece, ...]]:
    """The names, an abbreviation without the one level that stands before it: the AC of 'standard-dose AC or TC'."""
    levelled = [name for name in names if any(p.is_a("arm_word") for p in name)]
    return [_bare(name) if levelled == [name] else name for name in names]


def _bare(name: tuple[Piece, ...]) -> tuple[Piece, ...]:
    single = len(name) == 2 and name[0].is_a("arm_word") and name[1].is_a("word") and not name[1].is_a("drug")
    return name[1:] if single else name
