"""Groups that are told apart by letters or numbers: 'group A', 'arms 1 and 2', 'A组', 'A、B、C三组'."""

from collections.abc import Iterator, Sequence

from extractor.pieces import Piece
from extractor.spans import Span

_ROMAN = frozenset(("II", "III", "IV", "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"))
_BEHIND_NUMBER = ("time_unit", "dose_unit", "unit", "percent", "people", "number", "slash", "time_label")
"""What makes a number behind a head word a count: '组2眼' is no group 2."""


def letters_behind(pieces: Sequence[Piece], head: int, view: str) -> Iterator[int]:
    """The positions of the letters that a head word introduces: 'groups A, B and C', no counts: A组1、3年生存率."""
    found: list[int] = []
    i = head + 1
    while i < len(pieces) and is_letter(pieces[i], view):
        if _counts(pieces, i):
            return
        if (pieces[i].numeral is None) != (pieces[head + 1].numeral is None):
            break
        found.append(i)
        i = _over_joints(pieces, i + 1, 1)
    yield from found


def code_behind(pieces: Sequence[Piece], head: int, view: str) -> Span | None:
    """The code that a head word introduces: 'Group IORA', 'Arm VG-2'; None for 'group HIV patients'."""
    first = last = head + 1
    if first >= len(pieces) or pieces[first].span.start == pieces[head].span.end:
        return None
    while last + 1 < len(pieces) and pieces[last + 1].span.start == pieces[last].span.end and _glues(pieces[last + 1]):
        last += 1
    text = Span(pieces[first].span.start, pieces[last].span.end).of(view)
    follow = pieces[last + 1] if last + 1 < len(pieces) else None
    ended = follow is None or (not follow.is_a("word") and not follow.is_a("people"))
    coded = (
        text[0].isascii()
        and text[0].isalnum()
        and not is_lettered(text)
        and sum(c.isupper() for c in text) > 1
        and pieces[first].numeral is None
    )
    return Span(pieces[first].span.start, pieces[last].span.end) if coded and ended else None


def _glues(piece: Piece) -> bool:
    return piece.is_a("dash") or piece.is_a("slash") or piece.is_a("word") or piece.is_a("number")


def letters_before(pieces: Sequence[Piece], head: int, view: str) -> list[int]:
    """The positions of the letters listed before a head word: 'A、B、C组', 'the A and B groups'; not 'A group of'."""
    found: list[int] = []
    i = head - 1
    while i >= 0 and is_letter(pieces[i], view) and pieces[i].numeral is None:
        found.insert(0, i)
        i = _over_joints(pieces, i - 1, -1)
    of = head + 1 < len(pieces) and pieces[head + 1].is_a("of")
    return [] if of and len(found) == 1 else found


def is_letter(piece: Piece, view: str) -> bool:
    """Whether the piece is a single capital, a small roman numeral or a single digit."""
    text = piece.span.of(view)
    if piece.numeral is not None:
        return len(text) == 1
    return (len(text) == 1 and text.isascii() and text.isupper()) or text in _ROMAN


def is_lettered(text: str) -> bool:
    """Whether a name is nothing but such a letter."""
    return text in _ROMAN or (len(text) == 1 and text.isascii() and (text.isupper() or text.isdigit()))


def span_from(pieces: Sequence[Piece], head: int, letter: int) -> Span:
    """The head word with its first letter; a later letter of the list alone."""
    first = letter == head + 1
    return Span(pieces[head].span.start, pieces[letter].span.end) if first else pieces[letter].span


def _over_joints(pieces: Sequence[Piece], i: int, step: int) -> int:
    joints = ("and", "comma", "versus")
    while 0 <= i < len(pieces) and any(pieces[i].is_a(k) for k in joints):
        i += step
    return i


def _counts(pieces: Sequence[Piece], i: int) -> bool:
    if pieces[i].numeral is None or i + 1 >= len(pieces):
        return False
    return any(pieces[i + 1].is_a(k) for k in _BEHIND_NUMBER)
