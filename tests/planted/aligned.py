"""The numbers that two languages of a text tell in common, found by their own order: nothing of the tool is asked."""

import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from tests.planted.texts import Bilingual, other_language

_NUMBER: Final = re.compile(
    r"(?<![A-Za-z0-9.·．_])(?<![A-Za-z][-–])"
    r"(?P<digits>\d{1,3}(?:[,，]\d{3})+(?![\d])(?:[.·．]\d+)?|\d+(?:[.·．]\d+)?)"
    r"(?P<scale>\s?(?:万亿|[万亿]|thousand|million|billion))?(?![A-Za-z0-9_]*\d)"
)
_SCALES: Final = {
    "": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12, "thousand": 10**3, "million": 10**6, "billion": 10**9,
}  # fmt: skip
_PLAIN: Final = str.maketrans({",": "", "，": "", "·": ".", "．": "."})
_ENDS: Final = {
    "en": re.compile(r"(?<=[a-z0-9)\]%])[.!?](?=\s+[A-Z(]|\s*$)|\n+"),
    "zh": re.compile(r"[。！？]|(?<=[)）\u4e00-\u9fff])\.(?=\s*[\u4e00-\u9fff]|\s*$)|\n+"),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed; `digits` is where its figures stand, `end` behind its 万 or million."""

    value: Decimal
    digits: tuple[int, int]
    end: int


@dataclass(frozen=True, slots=True)
class Shared:
    """A number that stands in both texts."""

    here: Number
    there: Number


def numbers(text: str) -> list[Number]:
    """Every number in digits, in the order of the text."""
    found: list[Number] = []
    for match in _NUMBER.finditer(text):
        scale = _SCALES[(match["scale"] or "").strip()]
        found.append(Number(Decimal(match["digits"].translate(_PLAIN)) * scale, match.span("digits"), match.end()))
    return found


def shared(text: Bilingual, language: str) -> list[Shared]:
    """The numbers of a language that the other tells in the same order; of annotated texts those of shared facts."""
    here = numbers(text.halves[language].text)
    there = numbers(text.halves[other_language(language)].text)
    matcher = SequenceMatcher(None, [n.value for n in here], [n.value for n in there], autojunk=False)
    pairs = [
        Shared(here[block.a + i], there[block.b + i])
        for block in matcher.get_matching_blocks()
        for i in range(block.size)
    ]
    if not text.annotated:
        return pairs
    told = {number for fact in text.shared(language) for number in fact.numbers}
    return [pair for pair in pairs if pair.here.value in told]


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """The sentences, each up to behind its stop."""
    ends = [m.end() for m in _ENDS[language].finditer(text)]
    cuts = [0, *ends, len(text)]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
