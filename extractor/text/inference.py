"""Sections of text without labels, told from cues in its sentences.

When in doubt a sentence is one of results: no outcome number must be lost to background or methods.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.knowledge import Language
from extractor.knowledge.language import TIMEOUT
from extractor.spans import Span
from extractor.text.sentences import sentences_in

AT_THE_END = ("funding", "registration")
"""Kinds whose sentences close an abstract."""

_PARAGRAPHS = 3  # paragraphs from which the last is taken to conclude
_LAST_PART = 0.5  # conclusions in so many words begin in the last half of the sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the cues in it, and whether it begins the last of several paragraphs."""

    span: Span
    cues: frozenset[str]
    in_last_paragraph: bool = False

    def has(self, *names: str) -> bool:
        """Whether one of these cues is in it."""
        return not self.cues.isdisjoint(names)

    @property
    def is_measured(self) -> bool:
        """Whether it prints an outcome number that no plan explains."""
        return "evidence" in self.cues and "design" not in self.cues


def infer(
    view: str, span: Span, language: Language, *, begins_as: str | None = None, leads_to_methods: bool = False
) -> list[tuple[str, int]]:
    """The kinds of section in a stretch and where each begins.

    `begins_as` is the kind that a label gives its start; `leads_to_methods`: a label of methods follows.
    """
    listed = list(read(view, span, language))
    if not listed:
        return [(begins_as or "other", span.start)]
    if leads_to_methods and not any(s.is_measured for s in listed):
        kinds = ["objective" if s.has("objective") else "background" for s in listed]
    else:
        kinds = _kinds(listed, begins_as)
        _conclude(listed, kinds)
        _close(listed, kinds)
    starts = [(kind, sentence.span.start) for kind, sentence in zip(kinds, listed, strict=True)]
    starts[0] = (starts[0][0], span.start)
    return [start for i, start in enumerate(starts) if i == 0 or start[0] != starts[i - 1][0]]


def closing(view: str, span: Span, language: Language) -> list[tuple[str, int]]:
    """The sentences about funding and registration that end a stretch, which otherwise stays as it is."""
    listed = list(read(view, span, language))
    kinds = [""] * len(listed)
    _close(listed, kinds)
    return [(kind, listed[i].span.start) for i, kind in enumerate(kinds) if kind and (i == 0 or kind != kinds[i - 1])]


def read(view: str, span: Span, language: Language) -> Iterator[Sentence]:
    """The sentences of a stretch with their cues."""
    found = sentences_in(view, span, language)
    last_line = view.rfind("\n", span.start, found[-1].start) if found else -1
    paragraphs = span.of(view).strip().count("\n") + 1
    for sentence in found:
        found_cues = cues(sentence.of(view), language)
        yield Sentence(sentence, found_cues, paragraphs >= _PARAGRAPHS and sentence.start > last_line)


def cues(sentence: str, language: Language) -> frozenset[str]:
    """The names of the cues in a sentence."""
    return frozenset(
        name
        for pattern in language.patterns_of("section_cue")
        if (match := pattern.regex.search(sentence, timeout=TIMEOUT)) is not None
        for name in match.groupdict()
    )


def _kinds(listed: Sequence[Sentence], begins_as: str | None) -> list[str]:
    """The kind of each sentence, conclusions aside: the kinds only ever go forward."""
    kinds: list[str] = []
    # Without a word on aim or method there is nothing that a background could lead up to.
    now = begins_as or ("background" if any(s.has("objective", "methods") for s in listed) else "results")
    for i, sentence in enumerate(listed):
        if sentence.is_measured:
            now = "results"
        elif now != "results" and not (i == 0 and begins_as):
            now = _next(now, sentence)
        kinds.append(now)
    return kinds


def _next(now: str, sentence: Sentence) -> str:
    """The kind of a sentence that prints no outcome number, after one of kind `now`."""
    if sentence.has("design"):
        return "methods"
    if now == "background":
        return next((kind for kind in ("objective", "methods") if sentence.has(kind)), now)
    if now == "methods" and sentence.has("results") and sentence.has("figure"):
        return "results"
    if sentence.has("results", "figure") and not sentence.has("methods"):
        return "results"
    return now if sentence.has("objective") and not sentence.has("methods") else "methods"


def _conclude(listed: Sequence[Sentence], kinds: list[str]) -> None:
    """Makes conclusions of the sentences at the end that draw them."""
    first = next((i for i, kind in enumerate(kinds) if kind == "results"), None)
    if first is None:
        first = next((i for i, kind in enumerate(kinds) if kind == "methods"), len(kinds))
    start = len(listed)
    for i in range(len(listed) - 1, first, -1):
        sentence = listed[i]
        if sentence.is_measured:
            break
        if sentence.has("conclusions"):
            if i >= _LAST_PART * len(listed):
                start = i
        elif sentence.has("figure"):
            continue
        elif (i + 1 >= start or all(s.has(*AT_THE_END) for s in listed[i + 1 :])) and (
            sentence.has("conclusions_soft") or sentence.in_last_paragraph
        ):
            start = i
    for i in range(start, len(listed)):
        kinds[i] = "conclusions"


def _close(listed: Sequence[Sentence], kinds: list[str]) -> None:
    for i in range(len(listed) - 1, 0, -1):
        sentence = listed[i]
        kind = next((k for k in AT_THE_END if sentence.has(k)), None)
        if kind is None or sentence.has("evidence", "figure"):
            break
        kinds[i] = kind
