"""The numbers of a text as they are printed, each with unit, relation and clause; no fact is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import regex

from extractor.agreement.numbers import Printed
from extractor.agreement.search import Numbers, Standing
from extractor.knowledge import Language, language
from extractor.spans import Span
from extractor.text.sentences import clauses, sentences
from extractor.text.view import view

_UNITS: Final = frozenset(("percent", "time_unit", "unit"))
_RELATION: Final = regex.compile(r"(?P<relation><=|>=|[<>=≤≥])\s?$")
_IN_NAME: Final = regex.compile(r"(?:\p{Latin}|\p{Latin}[-_]|\p{Latin}\d*[/.])$")
_NAME_BEHIND: Final = regex.compile(r"\p{Lu}\d")
_PRINTED: Final = {"≤": "<=", "≥": ">="}


@dataclass(frozen=True, slots=True)
class Mark:
    """One printed number; `written` where it is in figures, so that no 'one of' and no 一项 is taken for it.

    `dashed` where a dash before it was read as none of its own: it may be a minus all the same.
    """

    printed: Printed
    span: Span
    clause: int
    written: bool
    relation: str | None = None
    unit: str | None = None
    dashed: bool = False

    @property
    def size(self) -> Decimal:
        """Its value without the sign, which words may tell: 'fell by 3'."""
        return abs(self.printed.number)

    @property
    def has_decimals(self) -> bool:
        """Whether it is no whole number, or printed as '10.0'."""
        exponent = self.printed.number.as_tuple().exponent
        return isinstance(exponent, int) and exponent < 0


@dataclass(frozen=True, slots=True)
class Marks:
    """All printed numbers of one text in their order, and its clauses."""

    marks: tuple[Mark, ...]
    clauses: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A section of the text."""

    span: Span


def marks_of(text: str, code: str, sections: Iterable[tuple[int, int]], numbers: Numbers) -> Marks:
    """The printed numbers of a text; parts of a longer number and of a name ('IL-6') are none."""
    known = language(code)
    shown = view(text, known)
    stretches = [_Stretch(Span(*span)) for span in sections] or [_Stretch(Span(0, len(text)))]
    cut = tuple(c for s in sentences(shown, stretches, known) for c in clauses(shown, s))
    found: list[Mark] = []
    for standing in _whole(numbers):
        at = next((i for i, s in enumerate(cut) if s.contains(standing.span)), None)
        if at is not None and not _is_in_name(shown, standing.span):
            found.append(_mark(standing, text, shown, known, at))
    return Marks(tuple(found), cut)


def _is_in_name(shown: str, span: Span) -> bool:
    """Whether the digits belong to a name: the 6 of 'IL-6', the 22 of '22C3'."""
    before = _IN_NAME.search(shown, max(span.start - 4, 0), span.start)
    return before is not None or _NAME_BEHIND.match(shown, span.end) is not None


def _whole(numbers: Numbers) -> list[Standing]:
    """The longest of the readings that overlap, in the order of the text."""
    kept: list[Standing] = []
    for one in sorted(numbers.standing, key=lambda s: (s.span.start, -len(s.span))):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def _mark(standing: Standing, text: str, shown: str, known: Language, clause: int) -> Mark:
    span = standing.span
    printed = span.of(text)
    before = _RELATION.search(shown, max(span.start - 4, 0), span.start)
    relation = before["relation"] if before else None
    return Mark(
        Printed(standing.number, printed),
        span,
        clause,
        any(c.isdecimal() for c in printed),
        _PRINTED.get(relation, relation) if relation else None,
        _unit(shown, span.end, known),
        shown[max(span.start - 1, 0) : span.start] == "-",
    )


def _unit(shown: str, end: int, known: Language) -> str | None:
    at = end + (shown[end : end + 1] in (" ", "-"))
    match = known.lexicon.match(shown, at) if at < len(shown) else None
    return next((s.code for s in match.senses if s.lexicon in _UNITS), None) if match else None
