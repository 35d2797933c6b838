"""Sentences and clauses of a view. What ends a sentence, and what only looks so, is in the pattern files."""

from collections.abc import Iterable, Iterator
from typing import Protocol

import regex

from extractor.knowledge import Language
from extractor.spans import Span

LONGEST_BRACKET = 400
"""Brackets further apart than this many characters are taken for two misprints: they hide no sentence end."""

_BRACKET = regex.compile(r"(?P<open>[(\[{])|[)\]}]")
_SEMICOLON = regex.compile(";")

# What is known of each character, as bits of one byte.
_INSIDE = 1  # inside brackets, or inside something that goes on
_GOES_ON = 2  # the last character of something that goes on: "vs."
_CLOSES_SENTENCE = 4  # the closing bracket of a whole sentence in brackets: "(Funded by the council.)"


class HasSpan(Protocol):
    """Anything with a place in the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


def sentences(view: str, sections: Iterable[HasSpan], language: Language) -> tuple[Span, ...]:
    """The sentences of all sections, trimmed of white space; none reaches over the edge of a section."""
    return tuple(s for section in sections for s in sentences_in(view, section.span, language))


def sentences_in(view: str, span: Span, language: Language) -> tuple[Span, ...]:
    """The sentences of one stretch of the view."""
    text = span.of(view)
    marks = _mark_brackets(text)
    for pattern in language.patterns_of("sentence_goes_on"):
        for match in pattern.finditer(text):
            last = match.end() - 1
            marks[match.start() : last] = bytes([_INSIDE]) * (last - match.start())
            marks[last] |= _GOES_ON
    ends = {
        match.end()
        for pattern in language.patterns_of("sentence_end")
        for match in pattern.finditer(text)
        if _ends(marks, match.start(), match.end() - 1)
    }
    cuts = sorted(ends)
    return tuple(_cut(text, span.start, cuts, cuts))


def clauses(view: str, sentence: Span) -> tuple[Span, ...]:
    """The parts of a sentence between semicolons outside brackets; trimmed, without the semicolons."""
    text = sentence.of(view)
    marks = _mark_brackets(text)
    cuts = [m.start() for m in _SEMICOLON.finditer(text) if not marks[m.start()] & _INSIDE]
    return tuple(_cut(text, sentence.start, cuts, [at + 1 for at in cuts]))


def _ends(marks: bytearray, first: int, last: int) -> bool:
    """Whether a possible sentence end, from its stop to its last closing bracket or quote, is one."""
    if marks[first] & _GOES_ON or marks[last] & _INSIDE:
        return False
    return not marks[first] & _INSIDE or bool(marks[last] & _CLOSES_SENTENCE)


def _mark_brackets(text: str) -> bytearray:
    marks = bytearray(len(text))
    open_: list[int] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match["open"]:
            open_.append(at)
        elif open_ and at - (start := open_.pop()) <= LONGEST_BRACKET:
            marks[start:at] = bytes([_INSIDE]) * (at - start)
            before = text[max(start - 3, 0) : start].rstrip()
            if not before or before[-1] in ".。!?":
                marks[at] |= _CLOSES_SENTENCE
    return marks


def _cut(text: str, offset: int, ends: list[int], starts: list[int]) -> Iterator[Span]:
    for first, last in zip([0, *starts], [*ends, len(text)], strict=True):
        piece = text[first:last]
        left = len(piece) - len(piece.lstrip())
        kept = len(piece.strip())
        if kept:
            yield Span(offset + first + left, offset + first + left + kept)
