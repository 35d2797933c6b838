"""The sections of an abstract: as its format marks them, else as labels or sentences say."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.document import Abstract
from extractor.knowledge import Language
from extractor.spans import Span
from extractor.text.inference import closing, infer
from extractor.text.labels import kind_of, labels

_NOT_CLOSED = ("registration", "funding", "other")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an abstract: its kind, its label as printed (None if it was inferred), its place."""

    kind: str
    label: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Start:
    kind: str | None
    label: str | None
    at: int


def sections(abstract: Abstract, view: str, language: Language) -> tuple[Section, ...]:
    """The sections in text order: together they cover the whole text, and none overlaps another."""
    if not view:
        return ()
    starts = _given(abstract, language) or _printed(abstract.text, view, language)
    if not starts or view[: starts[0].at].strip():
        starts = [_Start(None, None, 0), *starts]
    resolved = [part for index in range(len(starts)) for part in _resolve(view, starts, index, language)]
    resolved[0] = _Start(resolved[0].kind, resolved[0].label, 0)
    ends = [*(s.at for s in resolved[1:]), len(view)]
    return tuple(
        Section(s.kind or "other", s.label, Span(s.at, end))
        for s, end in zip(resolved, ends, strict=True)
        if end > s.at
    )


def _given(abstract: Abstract, language: Language) -> list[_Start]:
    ordered = sorted(abstract.sections, key=lambda section: section.span.start)
    return [_Start(kind_of(s.label, language), s.label, s.span.start) for s in ordered]


def _printed(text: str, view: str, language: Language) -> list[_Start]:
    return [_Start(label.kind, label.words.of(text), label.span.start) for label in labels(view, language)]


def _resolve(view: str, starts: Sequence[_Start], index: int, language: Language) -> list[_Start]:
    """One labelled or unlabelled stretch as the sections that it holds."""
    start = starts[index]
    span = Span(start.at, starts[index + 1].at if index + 1 < len(starts) else len(view))
    if start.kind is None or _holds_results(starts, index):
        # A lone "Summary:" is a heading: what follows it is a whole abstract.
        begins_as = None if start.kind == "conclusions" else start.kind
        following = starts[index + 1].kind if index + 1 < len(starts) else None
        leads = following in ("methods", "objective")
        parts = infer(view, span, language, begins_as=begins_as, leads_to_methods=leads)
    else:
        parts = [(start.kind, start.at)]
        if index == len(starts) - 1 and start.kind not in _NOT_CLOSED:
            parts += closing(view, span, language)
    first, *rest = parts
    return [_Start(first[0], start.label, first[1]), *(_Start(kind, None, at) for kind, at in rest)]


def _holds_results(starts: Sequence[_Start], index: int) -> bool:
    """Whether the results must be in this stretch: no label announces them, no other can hold them."""
    if any(s.kind == "results" for s in starts):
        return False
    early = [i for i, s in enumerate(starts) if s.kind in (None, "background", "objective", "methods")]
    return index == (early[-1] if early else 0)
