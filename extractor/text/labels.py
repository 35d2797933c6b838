"""Printed section labels: which kind each announces, and which of the doubtful ones are labels at all."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.knowledge import Language
from extractor.spans import Span, longest_first

KINDS = (
    "background",
    "objective",
    "methods",
    "results",
    "conclusions",
    "registration",
    "funding",
    "other",
)
"""All kinds of sections; the first five stand in this order in an abstract."""

IN_ORDER = KINDS[:5]

_ENOUGH = 2  # kinds of labels that make an abstract a structured one


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label: the kind of section it begins, its words, and all of it with brackets and colon."""

    kind: str
    words: Span
    span: Span
    certain: bool


def labels(view: str, language: Language) -> tuple[Label, ...]:
    """The labels printed in a view, in text order.

    A doubtful one ("Results The score fell", "结果两组") counts only beside labels of another kind, and only
    where the kinds go forward.
    """
    sure = _found(view, language, "section_label", certain=True)
    unsure = _found(view, language, "section_label_bare", certain=False)
    found = longest_first([*sure, *unsure], lambda label: label.span)
    certain = [label for label in found if label.certain]
    doubtful = [label for label in found if not label.certain]
    if not _structured(view, found):
        doubtful = []
    return tuple(_forward([*certain, *doubtful]))


def kind_of(label: str, language: Language) -> str:
    """The kind that a label given by the input's format announces; "other" for one that is not known."""
    for pattern in language.patterns_of("section_label_given"):
        if (match := pattern.regex.match(label)) is not None:
            return _kind(match)
    return "other"


def _found(view: str, language: Language, kind: str, *, certain: bool) -> Iterator[Label]:
    # With a line end before it the text begins like any line: the patterns need no case of their own for it.
    for pattern in language.patterns_of(kind):
        for match in pattern.finditer("\n" + view):
            words, whole = match.span("label"), match.span()
            yield Label(
                _kind(match),
                Span(words[0] - 1, words[1] - 1),
                Span(max(whole[0] - 1, 0), whole[1] - 1),
                certain,
            )


def _kind(match: regex.Match[str]) -> str:
    groups = match.groupdict()
    return next((kind for kind in KINDS if groups.get(kind) is not None), "other")


def _structured(view: str, found: list[Label]) -> bool:
    """Whether there is enough of labels for doubtful ones to be labels too."""
    kinds = {label.kind for label in found}
    anchored = any(label.certain or not view[: label.span.start].strip() for label in found)
    return len(kinds) >= (_ENOUGH if anchored else _ENOUGH + 1)


def _forward(found: list[Label]) -> Iterator[Label]:
    rank = -1
    for label in sorted(found, key=lambda one: one.span.start):
        own = IN_ORDER.index(label.kind) if label.kind in IN_ORDER else rank
        if label.certain or own >= rank:
            rank = own
            yield label
