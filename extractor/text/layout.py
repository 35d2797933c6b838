"""A plain-text document as a publication: its abstracts, titles and citation, told apart line by line.

Whatever is doubtful stays in the abstract: text kept too much is harmless, text lost is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from extractor.document import Abstract, Bibliography
from extractor.knowledge import Language, languages
from extractor.spans import Span
from extractor.text.lines import FRONT, Line, lines
from extractor.text.view import plain

_STRAY = 0.25  # a part of less than this share of the main part is a stray line in another language's text
_TITLE_LONGEST = 400  # characters of a title
_WRAPPED = 0.15  # how much the lengths of two lines of one wrapped paragraph differ at most
_WRAPPED_LEAST = 30  # characters of a wrapped line
_NAME_EDGE = regex.compile(r"[\d*†‡§¶#¹²³⁰⁴-⁹△▲☆]+|\s*[()]\s*")
_NAMES = regex.compile(r"[,;、&，；]|\s+and\s+|(?<=\p{Han}{2})\s+(?=\p{Han}{2})")


@dataclass(frozen=True, slots=True)
class Layout:
    """The abstracts of a document by language code, and what its front matter says of the publication."""

    abstracts: Mapping[str, Abstract]
    bibliography: Bibliography


def lay_out(text: str) -> Layout:
    """The abstracts and the bibliography of a plain-text document; no abstracts where it has no text."""
    found = _without_verbal_titles(lines(text))
    spans = {one.code: span for one in languages() if (span := _abstract(text, found, one)) is not None}
    outside = [line for line in found if not any(s.overlaps(line.span) for s in spans.values())]
    titles = {one.code: title for one in languages() if (title := _title(text, outside, one)) is not None}
    return Layout(
        {code: Abstract(code, span.of(text), titles.get(code)) for code, span in spans.items()},
        _bibliography(text, outside, titles),
    )


def _without_verbal_titles(found: list[Line]) -> list[Line]:
    """A sentence right before authors or affiliations is a title, even if it has a verb."""
    out = list(found)
    for i, (line, following) in enumerate(pairwise(found)):
        if line.role == "prose" and following.role in FRONT and len(line.span) <= _TITLE_LONGEST:
            out[i] = Line(line.span, line.language, "title", line.span.start, line.follows_gap)
        if out[i].role in ("prose", "heading"):
            break  # the text has begun: titles stand before it
    return out


def _abstract(text: str, found: Sequence[Line], language: Language) -> Span | None:
    """Where the abstract in a language stands: from its first line to its last."""
    if len(found) == 1 and found[0].role not in FRONT:
        return Span(found[0].body, found[0].span.end) if found[0].language is language else None
    own = [i for i, line in enumerate(found) if line.language is language]
    start = _first(text, found, own)
    if start is None:
        return None
    first, at = start
    kept = [i for i in own if i >= first and found[i].role not in (*FRONT, "back_matter", "title")]
    kept = _without_strays(found, kept, language)
    if not kept:
        return None
    begin = at if kept[0] == first else found[kept[0]].span.start
    end = found[kept[-1]].span.end
    return Span(begin, end) if begin < end else None


def _first(text: str, found: Sequence[Line], own: Sequence[int]) -> tuple[int, int] | None:
    """The first line of an abstract, and where in it the text begins."""
    prose = next((i for i in own if found[i].role == "prose"), None)
    heading = next((i for i in own if found[i].role == "heading" and (prose is None or i <= prose)), None)
    if heading is not None:
        if found[heading].body < found[heading].span.end:
            return heading, found[heading].body
        after = next((i for i in own if i > heading), None)
        return (after, found[after].body) if after is not None else None
    if prose is None:
        # Nothing looks like prose. What is left when titles and authors are gone is all there is; beside an
        # abstract in another language it must at least end like a sentence, or else it is a title.
        others = any(line.role in ("prose", "heading") for line in found)
        loose = [i for i in own if found[i].role == "plain" and (not others or _is_finished(found[i].of(text)))]
        return (loose[0], found[loose[0]].span.start) if loose else None
    while prose - 1 in own and _is_wrapped(text, found[prose - 1], found[prose]):
        prose -= 1
    return prose, found[prose].span.start


def _is_finished(line: str) -> bool:
    return plain(line).endswith((".", "。", "!", "?"))


def _is_wrapped(text: str, line: Line, following: Line) -> bool:
    """Whether a line that shows nothing only begins the paragraph that the next line goes on with."""
    if line.role != "plain" or following.follows_gap:
        return False
    if following.of(text)[:1].islower():
        return True
    one, other = len(line.span), len(following.span)
    return one >= _WRAPPED_LEAST and abs(one - other) <= _WRAPPED * max(one, other)


def _without_strays(found: Sequence[Line], kept: Sequence[int], language: Language) -> list[int]:
    """The lines of the main part, without the few that another language's prose cuts off from it."""
    runs: list[list[int]] = []
    for i in kept:
        between = range(runs[-1][-1] + 1, i) if runs else range(0)
        if runs and not any(found[j].language is not language and found[j].role == "prose" for j in between):
            runs[-1].append(i)
        else:
            runs.append([i])
    sizes = [sum(len(found[i].span) for i in run) for run in runs]
    least = _STRAY * max(sizes, default=0)
    return [i for run, size in zip(runs, sizes, strict=True) if size >= least for i in run]


def _title(text: str, outside: Sequence[Line], language: Language) -> str | None:
    own = [line for line in outside if line.language is language and len(line.span) <= _TITLE_LONGEST]
    for role in ("title", "plain"):
        for line in own:
            if line.role == role:
                return text[line.body : line.span.end] or None
    return None


def _bibliography(text: str, outside: Sequence[Line], titles: Mapping[str, str]) -> Bibliography:
    front = [plain(line.of(text)) for line in outside]
    year = _slot(front, "citation", "year")
    return Bibliography(
        titles=titles,
        authors=next((_authors(line.of(text)) for line in outside if line.role == "authors"), ()),
        journal=_slot(front, "citation", "journal"),
        year=int(year) if year else None,
        doi=_slot(front, "doi", "doi"),
        pmid=_slot(front, "pmid", "pmid"),
    )


def _slot(front: Sequence[str], kind: str, slot: str) -> str | None:
    """What the first pattern of a kind reads in the first line where one matches."""
    patterns = [p for language in languages() for p in language.patterns_of(kind)]
    matches = (pattern.regex.search(line) for line in front for pattern in patterns)
    found: str | None = next((match[slot].strip() for match in matches if match is not None), None)
    return found


def _authors(line: str) -> tuple[str, ...]:
    names = (_NAME_EDGE.sub("", name).strip(" .") for name in _NAMES.split(line))
    return tuple(name for name in names if name)
