"""The text around the numbers: which of them are printed as one unit, and which words stand beside them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import regex

from extractor.knowledge import Language
from extractor.record.base import PValue, Reported
from extractor.spans import Span

_REACH: Final = 60
_BESIDE: Final = 30
_NUMBER: Final = regex.compile(r"\d+(?:\.\d+)?|(?<!\d)\.\d+")
_CUT_BEFORE: Final = regex.compile(r"\d\s?\.\s*$")
_CUT_BEHIND: Final = regex.compile(r"^\s?\.\s*\d")
_DASH_BEFORE: Final = regex.compile(r"[-–—~]$")
_BREAK: Final = regex.compile(r"\n|。|[a-z)\]]\.\s+\p{Lu}")
_OUR_TESTS: Final = ("p_interaction", "adjustment")


@dataclass(frozen=True, slots=True)
class Page:
    """One abstract's view, character for character its text, with the language it is in."""

    view: str
    language: Language

    def between(self, first: Reported, second: Reported) -> str:
        """What stands between two numbers, whichever comes first."""
        one, other = sorted((Span(*first.span), Span(*second.span)))
        return self.view[one.end : other.start]

    def adjoining(
        self, first: Reported, second: Reported, *, level: Decimal | None = None, besides: PValue | None = None
    ) -> bool:
        """Whether a few words at most, the level of the interval ('95%') and the P value `besides` part two numbers."""
        gap = self.between(first, second)
        if len(gap) > _REACH or _BREAK.search(gap):
            return False
        if besides is not None:
            gap = gap.replace(self.view[slice(*besides.value.span)], "", 1)
        allowed = () if level is None else (level * 100,)
        return all(Decimal(n) in allowed for n in _NUMBER.findall(gap))

    def numbers_between(self, first: Reported, second: Reported) -> tuple[Decimal, ...]:
        """What plain numbers are printed between two others."""
        return tuple(Decimal(n) for n in _NUMBER.findall(self.between(first, second)))

    def whole(self, number: Reported) -> bool:
        """Whether the number is read to its ends: not the '51' of '0. 51', nor the '-27.9' of '6.0--27.9'."""
        start, end = number.span
        before, behind = self.view[max(start - 4, 0) : start], self.view[end : end + 4]
        signed = number.value < 0 and _DASH_BEFORE.search(before)
        return not (_CUT_BEFORE.search(before) or _CUT_BEHIND.search(behind) or signed)

    def breaks(self, span: Span) -> bool:
        """Whether a sentence ends within the stretch."""
        return _BREAK.search(span.of(self.view)) is not None

    def numbers_before(self, number: Reported) -> tuple[Decimal, ...]:
        """What plain numbers are printed shortly before this one."""
        start = number.span[0]
        return tuple(Decimal(n) for n in _NUMBER.findall(self.view[max(start - _REACH, 0) : start]))

    def says(self, lexicon: str, start: int, end: int) -> bool:
        """Whether a term of the lexicon begins between two places."""
        terms = self.language.lexicon
        return any(
            sense.lexicon == lexicon
            for at in range(max(start, 0), min(end, len(self.view)))
            if (found := terms.match(self.view, at)) and found.end <= len(self.view)
            for sense in found.senses
        )

    def tests_otherwise(self, p: PValue, start: int) -> bool:
        """Whether the P value is said to be of an interaction, a trend, non-inferiority or an adjusted analysis.

        Such words stand between `start` (the end of the interval) and P, or shortly behind it.
        """
        first, last = min(start, p.value.span[0]), p.value.span[1] + _BESIDE
        return any(self.says(lexicon, first, last) for lexicon in _OUR_TESTS)
