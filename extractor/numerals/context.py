"""What stands around number words and decides whether they are a number: vague words, counters, ordinals."""

import regex

from extractor.knowledge.models import NumeralModel
from extractor.numerals.words import Words, either


class Context:
    """Looks to the left and right of number words in one language."""

    def __init__(self, words: Words) -> None:
        model = words.model
        counter = either(model.needs_after) if model.needs_after else ""
        vague = rf"(?:{model.gap}){either(model.vague_after)}"
        number = rf"(?:{either(words.table)}|[0-9]++)"
        self._before = _compiled(rf"(?<={either(model.vague_before)})")
        self._before_bare = _compiled(rf"(?<={either(model.vague_before_bare)})")
        self._not_after = _compiled(rf"(?<={either(model.not_after)})")
        self._vague = _compiled(vague)
        self._vague_count = _compiled(rf"{vague}(?={counter or ''}|{either(_lifting(model))})")
        self._counter = _compiled(rf"(?=(?:{either(model.links)}{number})?{counter})")
        self._ordinal = _compiled(rf"-{either(model.ordinals)}")
        self._suffix = _compiled(rf"{either(model.ordinal_suffixes)}")

    def vague_before(self, view: str, position: int, *, bare: bool) -> bool:
        """Whether a word before makes the number inexact; `bare` where it begins with a multiplier."""
        return bool(self._before.match(view, position) or (bare and self._before_bare.match(view, position)))

    def not_after(self, view: str, position: int) -> bool:
        """Whether a word before makes an ordinal or a name of it."""
        return self._not_after.match(view, position) is not None

    def vague_end(self, view: str, position: int, *, figures: bool) -> int | None:
        """The end of a word behind that makes the number inexact; figures need a counter or scale too."""
        found = (self._vague_count if figures else self._vague).match(view, position)
        return found.end() if found else None

    def counted(self, view: str, position: int) -> bool:
        """Whether what follows is counted, so that even a single word is a number."""
        return self._counter.match(view, position) is not None

    def ordinal_end(self, view: str, position: int, *, figures: bool) -> int | None:
        """The end of what makes an ordinal of the number: 21st, twenty-first."""
        found = (self._suffix if figures else self._ordinal).match(view, position)
        return found.end() if found else None


def _lifting(model: NumeralModel) -> list[str]:
    return [word for table in (model.multipliers, model.scales) for words in table.values() for word in words]


def _compiled(source: str) -> "regex.Pattern[str]":
    return regex.compile(source, regex.IGNORECASE)
