"""Errors of sense: a word of direction turned round, a significance denied."""

import re
from collections.abc import Iterator
from typing import Final

from tests.planted.aligned import sentences, shared
from tests.planted.plants import Place, Planted, replaced
from tests.planted.texts import Bilingual, other_language

_UP, _DOWN, _SIGNIFICANT = "up", "down", "significant"
_WORDS: Final = {
    "en": (
        ("increased", "decreased", _UP), ("higher", "lower", _UP), ("longer", "shorter", _UP),
        ("more likely", "less likely", _UP), ("rose", "fell", _UP), ("prolonged", "shortened", _UP),
        ("decreased", "increased", _DOWN), ("lower", "higher", _DOWN), ("shorter", "longer", _DOWN),
        ("reduced", "increased", _DOWN), ("fell", "rose", _DOWN), ("declined", "rose", _DOWN),
        ("less likely", "more likely", _DOWN), ("statistically significant", "not statistically significant",
                                               _SIGNIFICANT),
    ),
    "zh": (
        ("升高", "降低", _UP), ("高于", "低于", _UP), ("长于", "短于", _UP), ("多于", "少于", _UP),
        ("增加", "减少", _UP), ("提高", "降低", _UP), ("延长", "缩短", _UP), ("上升", "下降", _UP),
        ("较高", "较低", _UP), ("增高", "降低", _UP), ("大于", "小于", _UP), ("较长", "较短", _UP),
        ("降低", "升高", _DOWN), ("低于", "高于", _DOWN), ("短于", "长于", _DOWN), ("少于", "多于", _DOWN),
        ("减少", "增加", _DOWN), ("缩短", "延长", _DOWN), ("下降", "上升", _DOWN), ("较低", "较高", _DOWN),
        ("小于", "大于", _DOWN), ("较短", "较长", _DOWN),
        ("差异有统计学意义", "差异无统计学意义", _SIGNIFICANT),
    ),
}  # fmt: skip
_DENIED: Final = re.compile(r"(?:\b(?:not|no|non|without|neither)\b|无|不|未|没有)[^,，;；]{0,12}$")


def words(text: Bilingual, language: str) -> Iterator[Planted]:
    """The only word of direction of a sentence, where the other language's sentence has only one, of the same sense."""
    other = other_language(language)
    for here, there in _sentences(text, language):
        ours, theirs = _found(text.halves[language].text, here, language), _found(text.halves[other].text, there, other)
        if len(ours) == len(theirs) == 1 and ours[0][2] == theirs[0][2]:
            place, new, _ = ours[0]
            yield replaced("direction", text, language, place, new)


def _found(whole: str, place: Place, language: str) -> list[tuple[Place, str, str]]:
    """The words of direction of one sentence, none of them denied."""
    start, end = place
    found: list[tuple[Place, str, str]] = []
    for word, opposite, sense in _WORDS[language]:
        edge = r"\b" if language == "en" else ""
        for match in re.finditer(edge + word + edge, whole[start:end]):
            if _DENIED.search(whole[start : start + match.start()]):
                return []
            found.append(((start + match.start(), start + match.end()), opposite, sense))
    return found


def _sentences(text: Bilingual, language: str) -> Iterator[tuple[Place, Place]]:
    """Sentences of which each tells numbers of the other, and of no third one."""
    other = other_language(language)
    ours = sentences(text.halves[language].text, language)
    theirs = sentences(text.halves[other].text, other)
    links: dict[Place, set[Place]] = {}
    back: dict[Place, set[Place]] = {}
    for pair in shared(text, language):
        here = next((s for s in ours if s[0] <= pair.here.digits[0] < s[1]), None)
        there = next((s for s in theirs if s[0] <= pair.there.digits[0] < s[1]), None)
        if here and there:
            links.setdefault(here, set()).add(there)
            back.setdefault(there, set()).add(here)
    for here, found in links.items():
        if len(found) == 1 and len(back[next(iter(found))]) == 1:
            yield here, next(iter(found))
