"""The lines of a plain-text document: the language of each, and what part of the document it seems to be."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, permutations

import regex

from extractor.knowledge import Language, languages
from extractor.knowledge.language import TIMEOUT
from extractor.spans import Span
from extractor.text.inference import cues
from extractor.text.labels import labels
from extractor.text.script import language_of, weight
from extractor.text.view import view

FRONT = ("authors", "citation", "front_matter")
"""Roles of lines around an abstract that never belong to it."""

_LEAST_PART = 60  # weight that each half of a line in two languages must have to be cut apart
_PURE = 0.8  # the share of the one language before the cut, and of the other after it
_LONG = 200  # characters from which a line with a verb is prose even without a full stop
_LABEL = 120  # characters in which a label at the start of a line ends
_STOP = regex.compile(r"(?:[。!?！？]|[.．](?![0-9０-９]))[)\]）]?")
_STOPS = (".", "。", "!", "?", ")", "]", '"')


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer white space, or a part of one.

    `role` is heading, title, authors, citation, front_matter, back_matter, prose or plain, which shows
    nothing. `body` is where the text begins behind a heading or title label in the same line.
    """

    span: Span
    language: Language
    role: str
    body: int
    follows_gap: bool

    def of(self, text: str) -> str:
        """The line as printed."""
        return self.span.of(text)


def lines(text: str) -> list[Line]:
    """The lines of a document that hold letters of any language, in text order."""
    found: list[Line] = []
    gap = True
    for span in _trimmed(text):
        if not len(span):
            gap = True
            continue
        for part in _halves(text, span):
            language = language_of(part.of(text))
            if language is not None:
                role, body = _role(part.of(text), language)
                found.append(Line(part, language, role, part.start + body, gap))
                gap = False
    return found


def _trimmed(text: str) -> Iterator[Span]:
    at = 0
    for piece in text.splitlines(keepends=True):
        left = len(piece) - len(piece.lstrip())
        kept = len(piece.strip())
        yield Span(at + left, at + left + kept)
        at += len(piece)


def _halves(text: str, span: Span) -> tuple[Span, ...]:
    """A line, or its two halves where an abstract in one language runs on into the same in another."""
    line = span.of(text)
    heavy = [one for one in languages() if weight(line, one) >= _LEAST_PART]
    stops = [m.end() for m in _STOP.finditer(line)][::-1]  # of equally good places the last is taken
    best, cut, pair = 0, 0, None
    for first, second in permutations(heavy, 2):
        before = list(accumulate((_weigh(c, first) - _weigh(c, second) for c in line), initial=0))
        at = max(stops, key=before.__getitem__, default=0)
        if 2 * before[at] - before[-1] > best:
            best, cut, pair = 2 * before[at] - before[-1], at, (first, second)
    if pair is None or not (_is_purely(line[:cut], *pair) and _is_purely(line[cut:], *reversed(pair))):
        return (span,)
    return (_strip(text, span.start, span.start + cut), _strip(text, span.start + cut, span.end))


def _weigh(char: str, language: Language) -> int:
    return language.model.script_weight if language.script.match(char) else 0


def _is_purely(part: str, own: Language, other: Language) -> bool:
    mine, theirs = weight(part, own), weight(part, other)
    return mine >= _LEAST_PART and mine >= _PURE * (mine + theirs)


def _strip(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return Span(left, left + len(piece.strip()))


def _role(line: str, language: Language) -> tuple[str, int]:
    """What a line seems to be, and how far its own label of that reaches."""
    shown = view(line, language)
    for kind, role in (("heading", "heading"), ("title_label", "title")):
        if reach := _reach(kind, shown, language):
            return role, reach
    # Front matter in one language is full of the other: every language may recognise it.
    views = [(shown if one is language else view(line, one), one) for one in languages()]
    if _shows("back_matter", views):
        return "back_matter", 0
    if any(label.certain and label.span.start == 0 for label in labels(shown[:_LABEL] + "\n", language)):
        return "prose", 0
    is_prose = _is_prose(shown, language)
    for kind in FRONT:
        if (kind != "front_matter" or not is_prose) and _shows(kind, views):
            return kind, 0
    if not is_prose and _shows("doi", views):
        return "citation", 0
    return ("prose" if is_prose else "plain"), 0


def _is_prose(shown: str, language: Language) -> bool:
    finished = shown.endswith(_STOPS) or len(shown) >= _LONG
    return finished and (_reach("prose", shown, language) > 0 or "evidence" in cues(shown, language))


def _reach(kind: str, shown: str, language: Language) -> int:
    found = (pattern.regex.search(shown, timeout=TIMEOUT) for pattern in language.patterns_of(kind))
    return max((match.end() for match in found if match is not None), default=0)


def _shows(kind: str, views: list[tuple[str, Language]]) -> bool:
    return any(_reach(kind, shown, language) for shown, language in views)
