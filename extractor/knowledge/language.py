"""Everything the logic knows of one language, compiled from its pattern files and the common ones."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex
from regex import Match

from extractor.knowledge.grammar import Grammar
from extractor.knowledge.lexicon import Lexicon, Sense
from extractor.knowledge.models import Example, LanguageModel, NumeralModel

TIMEOUT = 2.0
"""Seconds after which a pattern gives up on a text: a guard against hostile input, never reached on real ones."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled character pattern; its group names are the slots it fills."""

    id: str
    kind: str
    why: str
    file: str
    regex: regex.Pattern[str]
    examples: tuple[Example, ...]
    rejects: tuple[str, ...]

    def finditer(self, view: str, start: int = 0, end: int | None = None) -> Iterator[Match[str]]:
        """All matches in a stretch of the view."""
        return self.regex.finditer(view, start, len(view) if end is None else end, timeout=TIMEOUT)


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its terms, patterns, numerals, and the grammar that all languages share."""

    code: str
    model: LanguageModel
    numeral: NumeralModel
    lexicon: Lexicon
    patterns: tuple[Pattern, ...]
    grammar: Grammar
    script: regex.Pattern[str]
    word: regex.Pattern[str]
    stemmed: regex.Pattern[str]
    """A drug's name that no lexicon knows, told by its stem: -sartan, -mab."""
    _keys: dict[Sense, set[str]] = field(default_factory=dict, repr=False, compare=False)
    _spellings: dict[Sense, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def spellings(self, lexicon: str, code: str | None = None) -> tuple[str, ...]:
        """The spellings of one lexicon (of one code of it), as they stand in a view in lower case, longest first."""
        asked = Sense(lexicon, code or "")
        found = self._spellings.get(asked)
        if found is None:
            if not self._keys:
                self._index_keys()
            found = tuple(sorted(self._keys.get(asked, ()), key=lambda k: (-len(k), k)))
            self._spellings[asked] = found
        return found

    def _index_keys(self) -> None:
        """Every key under its lexicon, and under its lexicon and code: one walk over all terms serves all questions."""
        for key, senses in self.lexicon.senses().items():
            for sense in senses:
                for asked in (Sense(sense.lexicon, ""), sense):
                    self._keys.setdefault(asked, set()).add(key.lower())

    def patterns_of(self, kind: str) -> tuple[Pattern, ...]:
        """The patterns of one kind, in file order."""
        return tuple(p for p in self.patterns if p.kind == kind)
