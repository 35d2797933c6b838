"""The ledger of an abstract: for each of its numbers the one thing that it was taken for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extractor.assembly.extraction import Reading, assemble
from extractor.assembly.places import Use, uses
from extractor.attachment import Draft, Kind
from extractor.knowledge import Language, language
from extractor.numerals import scan
from extractor.pieces import Piece
from extractor.spans import Span
from extractor.text.registrations import registrations
from extractor.text.view import view

FACT = "fact"
UNREAD = "unread"
NAME = "name"
REPEATED = "repeated"

_DIGITS = regex.compile(r"[0-9]+")
_SETTINGS = ("dose", "ratio", "date", "sites", "schedule", "grade", "timepoint", "locus", "notice")
"""Composite pieces that give the setting of a figure; their kind is the account of the numbers in them."""

_LABELS = {"ci_label": "interval_level"}


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One number: the ids of the facts it belongs to, or what else it is; `rule` read it, where one did."""

    span: Span
    account: str
    facts: tuple[str, ...] = ()
    rule: str | None = None


def ledger(reading: Reading) -> tuple[LedgerEntry, ...]:
    """One entry for each number of the abstract, in text order."""
    known = language(reading.language)
    shown = view(reading.raw, known)
    registered = [r.span for r in registrations(shown)]
    used = tuple(uses(assemble(reading)))
    entries: list[LedgerEntry] = []
    for span, named in _numbers(shown, known, reading.raw):
        entry = _entry(span, reading, used)
        if any(r.contains(span) for r in registered):
            entry = LedgerEntry(span, "registration")
        elif named and entry.account == UNREAD:
            entry = replace(entry, account=NAME)
        entries.append(entry)
    return tuple(entries)


def _numbers(shown: str, known: Language, raw: str) -> list[tuple[Span, bool]]:
    """The numerals of the text, and with True the digits that are part of a name."""
    numerals = [n.span for n in scan(shown, known, raw) if _DIGITS.search(shown, n.span.start, n.span.end)]
    found = [(span, False) for span in numerals]
    at = 0
    for match in _DIGITS.finditer(shown):
        span = Span(*match.span())
        while at < len(numerals) and numerals[at].end <= span.start:
            at += 1
        if at == len(numerals) or not numerals[at].overlaps(span):
            found.append((span, True))
    return sorted(found)


def _entry(span: Span, reading: Reading, used: Sequence[Use]) -> LedgerEntry:
    path, drafts = _place(span, reading)
    rule = next((p.rule for p in path if p.rule), None)
    ids = tuple(dict.fromkeys(u.fact for u in used if u.span.contains(span)))
    if ids:
        return LedgerEntry(span, FACT, ids, rule)
    for piece in reversed(path):
        for kind in (*_SETTINGS, *_LABELS):
            if piece.rule and piece.is_a(kind):
                return LedgerEntry(span, _LABELS.get(kind, kind), (), piece.rule)
    accounted = next((d for d in drafts if d.kind is Kind.ACCOUNTED), None)
    if accounted is not None and accounted.account:
        return LedgerEntry(span, accounted.account, (), rule)
    if any(d.is_fact for d in drafts):
        return LedgerEntry(span, REPEATED, (), rule)
    if path and path[-1].numeral is None:
        return LedgerEntry(span, NAME, (), rule)
    return LedgerEntry(span, UNREAD, (), rule)


def _place(span: Span, reading: Reading) -> tuple[list[Piece], list[Draft]]:
    """The pieces that hold the number, outermost first, and the drafts whose figure holds it."""
    for row in reading.rows:
        if not row.sentence.span.contains(span):
            continue
        drafts = [d for d in row.drafts if d.span.contains(span)]
        for piece in row.pieces:
            if piece.span.contains(span):
                return list(_path(piece, span)), drafts
        return [], drafts
    return [], []


def _path(piece: Piece, span: Span) -> Iterator[Piece]:
    yield piece
    for part in piece.parts:
        if part.piece.span.contains(span):
            yield from _path(part.piece, span)
            return
