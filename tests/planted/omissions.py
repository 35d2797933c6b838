"""Errors of leaving out: a sentence, a clause or a bracket with facts in it."""

import re
from collections.abc import Iterator
from typing import Final

from tests.planted.aligned import numbers, sentences, shared
from tests.planted.plants import Place, Planted, dropped
from tests.planted.texts import Bilingual

_BRACKET: Final = re.compile(r"\s?[(（\[][^()（）\[\]]{4,160}[)）\]]")
_CLAUSE: Final = re.compile(r"(?<=[,，;；])[^,，;；。()（）\[\]]*?(?=[,，;；]\s?(?!\d{3}))")


def sentence(text: Bilingual, language: str) -> Iterator[Planted]:
    """A sentence with shared facts left out."""
    for place in sentences(text.halves[language].text, language):
        yield from _without("dropped sentence", text, language, place)


def clause(text: Bilingual, language: str) -> Iterator[Planted]:
    """A bracket, or the part of a sentence between two commas, left out."""
    whole = text.halves[language].text
    for start, end in sentences(whole, language):
        for pattern in (_BRACKET, _CLAUSE):
            for match in pattern.finditer(whole, start, end):
                yield from _without("dropped clause", text, language, match.span())


def _without(kind: str, text: Bilingual, language: str, place: Place) -> Iterator[Planted]:
    start, end = place
    standing = [n.value for n in numbers(text.halves[language].text)]
    inside = [p for p in shared(text, language) if start <= p.here.digits[0] and p.here.end <= end]
    # A 2 that is nowhere else need not be the fact's 2, which may be told in a word.
    gone = [p for p in inside if standing.count(p.here.value) == 1 and len(p.here.value.as_tuple().digits) > 1]
    if gone:
        yield dropped(kind, text, language, place, tuple(p.there.digits for p in gone))
