"""A sentence as a row of pieces, with the section it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.knowledge.lexicon import Sense
from extractor.pieces.piece import Piece
from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its section's kind, and its pieces in order."""

    index: int
    span: Span
    section: str
    pieces: tuple[Piece, ...]
    _kinds: frozenset[str] = field(init=False, repr=False, compare=False)
    _senses: frozenset[Sense] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Collects what the pieces can mean once: the steps ask for it many times."""
        senses = frozenset(sense for piece in self.pieces for sense in piece.senses)
        object.__setattr__(self, "_senses", senses)
        object.__setattr__(self, "_kinds", frozenset(sense.lexicon for sense in senses))

    def with_pieces(self, pieces: Sequence[Piece]) -> "Sentence":
        """The same sentence over other pieces."""
        return Sentence(self.index, self.span, self.section, tuple(pieces))

    def has(self, kind: str, code: str | None = None) -> bool:
        """Whether some piece can mean that kind."""
        return kind in self._kinds if code is None else Sense(kind, code) in self._senses


def overlay(pieces: Sequence[Piece], names: Sequence[Piece]) -> list[Piece]:
    """`pieces` with each of `names` (which do not overlap) in the place of those that it covers or cuts.

    A name that is a part of the words for a measure stays in them: 'difference from placebo'.
    """
    out: list[Piece] = []
    measures = [p.span for p in pieces if p.is_a("measure")]
    waiting = sorted((n for n in names if not _is_within(n.span, measures)), key=lambda p: p.span)
    for piece in pieces:
        while waiting and waiting[0].span.start <= piece.span.start:
            out.append(waiting.pop(0))
        if out and out[-1].span.overlaps(piece.span):
            continue
        if waiting and waiting[0].span.overlaps(piece.span):
            continue
        out.append(piece)
    return sorted([*out, *waiting], key=lambda p: p.span)


def _is_within(span: Span, wider: Sequence[Span]) -> bool:
    """Whether one of the wider spans holds the span and more."""
    return any(w.start <= span.start and span.end <= w.end and w != span for w in wider)
