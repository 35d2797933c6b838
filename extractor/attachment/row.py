"""A sentence under attachment: its row of pieces, and the drafts on it, with the ways to look around in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from extractor.attachment.draft import Draft, OutcomeMention, TimeMention
from extractor.attachment.times.planned import PlannedTime
from extractor.figures import Level
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence

CONNECTORS = ("comma", "and", "versus", "semicolon", "article", "slash", "open", "close", "respectively")
"""What may stand between the members of one list."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What the sentences before hand on: the last outcomes, time point, measure, arm and study spoken of."""

    outcomes: tuple[OutcomeMention, ...] = ()
    timepoint: TimeMention | None = None
    held: int = 0
    planned: tuple[PlannedTime, ...] = ()
    effect: Draft | None = None
    arms: tuple[str, ...] = ()
    spread: str | None = None
    scattered: bool = False
    level: Level | None = None
    population: str | None = None
    cohort: str | None = None
    sizes: frozenset[Decimal] = frozenset()
    people: str | None = None
    strengths: frozenset[Decimal] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence's pieces and drafts; `arms` are the trial's arms, the controls apart."""

    sentence: Sentence
    view: str
    language: Language
    arms: tuple[str, ...]
    controls: frozenset[str]
    drafts: tuple[Draft, ...] = ()
    carried: Carried = field(default=Carried())

    _by_position: dict[int, Draft] = field(init=False, repr=False, compare=False)
    _positions: dict[str, tuple[int, ...]] = field(init=False, repr=False, compare=False)
    _openings: dict[int, int] = field(init=False, repr=False, compare=False)
    _groups: dict[tuple[tuple[int, ...], tuple[str, ...]], tuple[tuple[int, ...], ...]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Indexes the drafts: the steps ask for the draft on a piece more than for anything else."""
        object.__setattr__(self, "_by_position", {d.position: d for d in reversed(self.drafts)})
        object.__setattr__(self, "_positions", {})
        object.__setattr__(self, "_openings", {})
        object.__setattr__(self, "_groups", {})

    @property
    def pieces(self) -> Sequence[Piece]:
        """The row of pieces."""
        return self.sentence.pieces

    def text(self, piece: Piece) -> str:
        """The piece's characters in the view."""
        return piece.span.of(self.view)

    def mapped(self, change: Callable[[Draft], Draft]) -> "Row":
        """The row with each draft changed."""
        return replace(self, drafts=tuple(change(d) for d in self.drafts))

    def positions(self, kind: str) -> list[int]:
        """Where the pieces of that kind stand."""
        known = self._positions.get(kind)
        if known is None:
            known = self._positions[kind] = tuple(i for i, p in enumerate(self.pieces) if p.is_a(kind))
        return list(known)

    def between(self, start: int, end: int) -> Sequence[Piece]:
        """The pieces strictly between two positions."""
        return self.pieces[start + 1 : end]

    def only(self, start: int, end: int, kinds: Sequence[str]) -> bool:
        """Whether nothing but pieces of `kinds` stands strictly between two positions."""
        return all(any(p.is_a(k) for k in kinds) for p in self.between(start, end))

    def at(self, position: int) -> Draft | None:
        """The draft on that piece."""
        return self._by_position.get(position)

    def leftwards(self, position: int) -> Iterator[int]:
        """The positions before, nearest first."""
        return iter(range(position - 1, -1, -1))

    def outside(self, position: int) -> Iterator[int]:
        """The positions before, nearest first, past what stands in brackets that have closed again."""
        depth = 0
        for i in self.leftwards(position):
            opened = self.opened(i)
            depth = max(0, depth - opened)
            if opened >= 0 and depth == 0:
                yield i

    def opened(self, position: int) -> int:
        """How many brackets the piece opens that it does not close; less than nought where it closes others'."""
        known = self._openings.get(position)
        if known is None:
            known = self._openings[position] = self._opens(self.pieces[position])
        return known

    def _opens(self, piece: Piece) -> int:
        if piece.rule is None:
            return piece.is_a("open") - piece.is_a("close")
        printed = self.text(piece)
        return sum(printed.count(m) for m in "([") - sum(printed.count(m) for m in ")]")

    def rightwards(self, position: int) -> Iterator[int]:
        """The positions behind, nearest first."""
        return iter(range(position + 1, len(self.pieces)))

    def groups(self, positions: Sequence[int], extra: Sequence[str] = ()) -> list[list[int]]:
        """The positions as lists: neighbours with nothing but connectors between them belong together.

        The rules ask for the same lists draft by draft, so they are kept.
        """
        key = (tuple(positions), tuple(extra))
        known = self._groups.get(key)
        if known is None:
            known = self._groups[key] = tuple(map(tuple, self._grouped(positions, extra)))
        return [list(group) for group in known]

    def _grouped(self, positions: Sequence[int], extra: Sequence[str]) -> list[list[int]]:
        lists: list[list[int]] = []
        for position in positions:
            if lists and self.only(lists[-1][-1], position, (*CONNECTORS, *extra)):
                lists[-1].append(position)
            else:
                lists.append([position])
        return lists
