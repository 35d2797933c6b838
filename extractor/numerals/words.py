"""The number words of one language, as a table and as the matchers made from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import regex

from extractor.knowledge.models import NumeralModel

Kind = Literal["digit", "multiplier", "scale", "joiner"]
NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Word:
    """A number word: its kind, its value, whether it may join, whether rows of digits are written with it."""

    kind: Kind
    value: Decimal
    joins: bool
    plain: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A number word in a text, and where it ends."""

    word: Word
    end: int


class Words:
    """Finds the number words of a language."""

    def __init__(self, model: NumeralModel) -> None:
        self.model = model
        self.solid = not model.gap
        self.table = _table(model)
        self.bare = frozenset(map(Decimal, model.bare))
        self.own = frozenset(w.value for w in self.table.values() if w.kind == "digit")
        blocked = either(model.not_numerals)
        self.blocked = regex.compile(blocked, regex.IGNORECASE)
        word = rf"(?!{blocked}){either(self.table)}"
        self.gap = regex.compile(model.gap)
        self._word = regex.compile(word, regex.IGNORECASE)
        self._row = regex.compile(rf"(?:{word})++", regex.IGNORECASE)
        self._before = regex.compile(rf"(?<={either(self.table)})", regex.IGNORECASE)

    def token(self, view: str, position: int) -> Token | None:
        """The number word at `position`."""
        found = self._word.match(view, position)
        return Token(self.table[found[0].lower()], found.end()) if found else None

    def row_end(self, view: str, position: int) -> int:
        """Where the row of number words without gaps ends that begins at `position`."""
        found = self._row.match(view, position)
        return found.end() if found else position

    def continues(self, view: str, position: int) -> bool:
        """Whether a number word without gap stands directly before: the middle of a row."""
        return self.solid and self._before.match(view, position) is not None

    def after_gap(self, view: str, position: int) -> int | None:
        """Where the next word may begin."""
        found = self.gap.match(view, position)
        return found.end() if found else None


def either(words: Iterable[str]) -> str:
    """A regex that reads the longest of `words`, whole where they are Latin; nothing where there are none."""
    listed = sorted({w.lower() for w in words}, key=lambda w: (-len(w), w))
    if not listed:
        return NEVER
    joined = "|".join(regex.escape(w).replace(r"\ ", r"[\s-]") for w in listed)
    return rf"(?<![A-Za-z](?=[A-Za-z]))(?:{joined})(?:(?<![A-Za-z])|(?![A-Za-z]))"


def _table(model: NumeralModel) -> dict[str, Word]:
    table: dict[str, Word] = {}
    joiners = {j.lower() for j in model.joiners}
    kinds: tuple[tuple[Kind, dict[str, list[str]]], ...] = (
        ("digit", model.digits),
        ("multiplier", model.multipliers),
        ("scale", model.scales),
    )
    for kind, entries in kinds:
        for value, spellings in entries.items():
            for rank, spelling in enumerate(spellings):
                plain = kind == "digit" and len(value) == 1 and (rank == 0 or value == "0")
                word = Word(kind, Decimal(value), joins=spelling.lower() in joiners, plain=plain)
                table[spelling.lower()] = word
    for joiner in joiners - table.keys():
        table[joiner] = Word("joiner", Decimal(0), joins=True, plain=False)
    return table
