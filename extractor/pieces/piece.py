"""A typed stretch of text: a term, a numeral, a mark, a plain word, or a figure that a grammar rule put together."""

from dataclasses import dataclass

from extractor.knowledge.lexicon import Sense
from extractor.numerals import Numeral
from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of a composite piece."""

    slot: str
    piece: "Piece"


@dataclass(frozen=True, slots=True)
class Piece:
    """One typed stretch.

    `senses` is everything it can mean, `rule` the grammar rule that made it, if one did,
    `entity` the id of the arm or cohort that it names.
    """

    span: Span
    senses: tuple[Sense, ...]
    numeral: Numeral | None = None
    parts: tuple[Part, ...] = ()
    rule: str | None = None
    entity: str | None = None

    def is_a(self, kind: str, code: str | None = None) -> bool:
        """Whether the piece can mean that kind (and that code)."""
        for sense in self.senses:  # noqa: SIM110 - a loop, not any(): this is the innermost question of the project
            if sense.lexicon == kind and (code is None or sense.code == code):
                return True
        return False

    def code(self, kind: str) -> str | None:
        """The code that the piece has as that kind; of several the first by name."""
        return next((s.code for s in self.senses if s.lexicon == kind), None)

    def codes(self, kind: str) -> tuple[str, ...]:
        """All codes that the piece has as that kind."""
        return tuple(s.code for s in self.senses if s.lexicon == kind)

    def part(self, slot: str) -> "Piece | None":
        """The piece in that slot, or None."""
        return next((p.piece for p in self.parts if p.slot == slot), None)
