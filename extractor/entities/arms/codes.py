"""Codes by which an assignment calls its members: 'to A and B weekly (XYZ) or A alone (XA)', 'to XYZ (A and B)'."""

from collections.abc import Iterator, Sequence

import regex

from extractor.entities import phrases
from extractor.pieces import Piece
from extractor.spans import Span

_CODE = regex.compile(r"[A-Z](?:[A-Za-z0-9+/]|-(?=[A-Z]))*+")
_LONGEST = 10
_AGAIN = 2
"""How often a code must stand elsewhere: the abstract goes on to call its arms so."""
_OPENING = ("of", "both", "article", "to", "assigned", "comma", "and")
_CLOSING = ("close", "semicolon", "comma", "colon")


def coded_names(pieces: Sequence[Piece], start: int, view: str) -> list[tuple[Piece, ...]]:
    """The codes of the members from `start` on, one a member; empty where a member has none or several."""
    names: list[tuple[Piece, ...]] = []
    for member in _members(pieces, start, view):
        found = list(_codes(member, view))
        if len(found) > 1 or (not found and not names):
            return []
        if not found:
            break
        names.append(found[0])
    told = {phrases.span_of(n).of(view) for n in names}
    return names if len(names) > 1 and len(told) == len(names) else []


def _members(pieces: Sequence[Piece], start: int, view: str) -> list[Sequence[Piece]]:
    """The alternatives, cut at each joint and behind a bracket or a bare code with a comma."""
    out, begin, depth, opened = [], start, 0, False
    for i in range(start, len(pieces)):
        piece = pieces[i]
        depth += piece.is_a("open") - piece.is_a("close")
        opened = opened or piece.is_a("open")
        joint = piece.is_a("and", "or") or piece.is_a("versus") or piece.is_a("semicolon")
        if depth > 0 or not (joint or piece.is_a("comma")):
            continue
        bare = _is_code(pieces[begin:i], view)
        if bare or (opened and (joint or pieces[i - 1].is_a("close"))):
            out.append(pieces[begin:i])
            begin, opened = i + 1, False
    return [*out, pieces[begin:]]


def _codes(member: Sequence[Piece], view: str) -> Iterator[tuple[Piece, ...]]:
    """The codes in a member that the abstract uses again: all of it, alone in a bracket, or explained by the first."""
    if _is_code(member, view):
        yield tuple(member)
        return
    first = next((i for i, p in enumerate(member) if p.is_a("open")), None)
    for i, piece in enumerate(member):
        if not piece.is_a("open"):
            continue
        inside = _code_from(member, i + 1, view)
        if inside and any(member[i + 1 + len(inside)].is_a(k) for k in _CLOSING):
            yield inside
        elif i == first and (before := _code_before(member, i, view)):
            yield before


def _code_from(row: Sequence[Piece], at: int, view: str) -> tuple[Piece, ...]:
    end = at
    while end < len(row) and (end == at or row[end].span.start == row[end - 1].span.end):
        if any(row[end].is_a(k) for k in (*_CLOSING, "open")):
            break
        end += 1
    return tuple(row[at:end]) if end < len(row) and _is_code(row[at:end], view) else ()


def _code_before(row: Sequence[Piece], at: int, view: str) -> tuple[Piece, ...]:
    start = at
    while start > 0 and (start == at or row[start - 1].span.end == row[start].span.start):
        start -= 1
    opens = start == 0 or any(row[start - 1].is_a(k) for k in _OPENING)
    return tuple(row[start:at]) if opens and _is_code(row[start:at], view) else ()


def _is_code(pieces: Sequence[Piece], view: str) -> bool:
    """Whether the pieces are one short word in capitals that stands again elsewhere."""
    if not pieces:
        return False
    span = phrases.span_of(pieces)
    text = span.of(view)
    capitals = sum(c.isupper() for c in text)
    if not _CODE.fullmatch(text) or len(text) > _LONGEST or capitals < 2 or capitals * 2 < len(text):
        return False
    return len(_places(text, view)) > _AGAIN


def _places(text: str, view: str) -> list[Span]:
    found = regex.finditer(rf"(?<![A-Za-z0-9+/-]){regex.escape(text)}(?![A-Za-z0-9+/]|-[A-Z])", view)
    return [Span(*m.span()) for m in found]
