"""What an abstract says once about an outcome's names: abbreviations in brackets, and what the primary outcome is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.attachment.draft import OutcomeMention
from extractor.attachment.outcomes.phrases import is_boundary, is_named, mention_at, phrase_behind, phrase_in
from extractor.attachment.row import Row
from extractor.entities.short_forms import spelled
from extractor.pieces import Piece
from extractor.spans import Span

_ABBREVIATION = regex.compile(r"[A-Za-z][A-Za-z0-9α-ω/-]{1,11}")
_LONGEST = 12
_DEFINITION_REACH = 6
_ENDS = ("stop", "semicolon", "figure", "p_value")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A long form and its abbreviation, as they stand in the text."""

    long: Span
    short: Span


@dataclass(frozen=True, slots=True)
class RoleDefinition:
    """'The primary end point was overall survival': the role, the names of what it is, its concept where known."""

    role: str
    name: Span
    concept: str | None


def abbreviations(rows: Iterable[Row]) -> Iterator[Abbreviation]:
    """Every 'long form (ABC)' of the rows.

    A Latin long form must spell the abbreviation with its letters in order, the first at the start of a word; in
    another script it is the run of words right before the bracket.
    """
    for row in rows:
        pieces = row.pieces
        for i in range(1, len(pieces) - 2):
            if not pieces[i].is_a("open"):
                continue
            short = _short(row, pieces, i + 1)
            long = _long(row, pieces, i, short) if short else None
            if short and long:
                yield Abbreviation(long, short)


def role_definitions(rows: Iterable[Row]) -> Iterator[RoleDefinition]:
    """What the rows without a result figure say that the primary (secondary, safety) outcome is."""
    for row in rows:
        for at in row.positions("outcome_role"):
            role = row.pieces[at].code("outcome_role")
            subject = _apposed(row, at)
            if role is not None and subject is not None:
                yield RoleDefinition(role, subject.span, None if subject.modified else subject.concept)
                continue
            begin = _copula(row, at)
            if role is None or begin is None:
                continue
            end = next((i for i in range(begin, len(row.pieces)) if _ends(row.pieces[i])), len(row.pieces))
            while begin < end and any(row.pieces[begin].is_a(k) for k in ("article", "statistic", "change")):
                begin += 1
            named = [i for i in range(begin, end) if is_named(row.pieces[i])]
            if len(named) == 1:
                mention = mention_at(row, named[0])
                yield RoleDefinition(role, mention.span, None if mention.modified else mention.concept)
            elif begin < end and not named and (phrase := phrase_behind(row, begin, end)) is not None:
                yield RoleDefinition(role, phrase.span, None)
            elif named and any(row.pieces[i].is_a("and", "or") for i in range(named[0], named[-1])):
                whole = Span(row.pieces[begin].span.start, row.pieces[end - 1].span.end)
                yield RoleDefinition(role, whole, None)


def _short(row: Row, pieces: Sequence[Piece], at: int) -> Span | None:
    """The abbreviation that fills a bracket, or closes it behind a foreign long form: '(ejection fraction, EF)'."""
    close = next((i for i in range(at, min(at + _LONGEST, len(pieces))) if pieces[i].is_a("close")), None)
    if close is None or close == at:
        return None
    start = next((i + 1 for i in range(close - 1, at - 1, -1) if pieces[i].is_a("comma")), at)
    span = Span(pieces[start].span.start, pieces[close - 1].span.end) if start < close else None
    text = span.of(row.view) if span else ""
    return span if _ABBREVIATION.fullmatch(text) and any(c.isupper() for c in text) else None


def _long(row: Row, pieces: Sequence[Piece], opened: int, short: Span) -> Span | None:
    low = opened
    while low > 0 and opened - low < _LONGEST and _can_belong(pieces[low - 1]):
        low -= 1
    if low == opened:
        return None
    text = Span(pieces[low].span.start, pieces[opened - 1].span.end)
    if not text.of(row.view).isascii():
        return text
    start = spelled(text.of(row.view), short.of(row.view))
    return Span(text.start + start, text.end) if start is not None else None


def _can_belong(piece: Piece) -> bool:
    if piece.entity is not None or piece.numeral is not None:
        return False
    barred = ("comma", "stop", "semicolon", "colon", "open", "close", "figure", "copula", "having", "people", "versus")
    return piece.is_a("of") or not any(piece.is_a(k) for k in barred)


def _copula(row: Row, at: int) -> int | None:
    """Where what the role is begins: behind the copula that follows it, no figure before."""
    for i in range(at + 1, min(at + _DEFINITION_REACH, len(row.pieces))):
        piece = row.pieces[i]
        if piece.is_a("copula") and not piece.is_a("of"):
            return i + 1
        if _ends(piece) or piece.is_a("having") or piece.is_a("comma"):
            return None
    return None


def _apposed(row: Row, at: int) -> OutcomeMention | None:
    """What a role between commas is said of: 'Implant use, the primary outcome, was higher in A'."""
    low = at
    while low > 0 and row.pieces[low - 1].is_a("article"):
        low -= 1
    closing = next((i for i in range(at + 1, min(at + 5, len(row.pieces))) if row.pieces[i].is_a("comma")), None)
    if low < 2 or closing is None or not row.pieces[low - 1].is_a("comma"):
        return None
    if any(row.pieces[i].is_a("copula") and not row.pieces[i].is_a("of") for i in range(closing)):
        return None
    high = low - 1
    while high > 0 and any(row.pieces[high - 1].is_a(k) for k in ("timepoint", "time_anchor")):
        high -= 1
    start = next((i + 1 for i in range(high - 1, -1, -1) if is_boundary(row.pieces, i)), 0)
    known = [i for i in range(start, high) if is_named(row.pieces[i])]
    return mention_at(row, known[-1]) if known else phrase_in(row, start, high)


def _ends(piece: Piece) -> bool:
    return any(piece.is_a(k) for k in _ENDS)
