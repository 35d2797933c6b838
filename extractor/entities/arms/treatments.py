"""What a group was given: 'the X group received Y', 'Y (X group)'; the treatment is another name of the arm."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.entities import phrases
from extractor.entities.arms.letters import is_lettered
from extractor.entities.arms.name import NAME_PIECES, ArmName, is_generic, name_of
from extractor.pieces import Piece

_REACH = 14
"""How far behind a group the word for giving may stand, in pieces."""
_BASIS = 8
_LONGEST = 16
"""Longest name of a treatment, in pieces."""
_CLOSING = ("stop", "semicolon", "crossing")


def by_treatment(pieces: Sequence[Piece], heads: Sequence[ArmName], view: str) -> Iterator[ArmName]:
    """'the X group received Y', 'Y (X group)', 'group 1, Y;': the treatment is another name of the arm."""
    for i, piece in enumerate(pieces):
        owner = next((h for h in heads if h.full.end == piece.span.end), None)
        if owner is None:
            continue
        if (called := _serving(pieces, i, owner, heads)) is not None:
            yield replace(owner, origin="received", of=called.span)
        lettered = is_lettered(owner.full.of(view).split()[-1])
        follow = _received(pieces, i + 1, heads) or (_defined(pieces, i + 1) if lettered else ())
        if follow:
            yield name_of(follow, "received", of=owner.span)
        start = min(owner.span.start, owner.full.start)
        opening = next((k for k in range(i, -1, -1) if pieces[k].span.end <= start), None)
        if opening is not None and pieces[opening].is_a("open"):
            other = next((h for h in heads if opening and h.full.end == pieces[opening - 1].span.end), None)
            if other is not None:
                yield replace(other, origin="received", of=owner.span)
            elif far := _explained(pieces, opening, heads):
                yield replace(far, origin="received", of=owner.span)
            name = phrases.before(pieces, opening, NAME_PIECES)
            if len(name) > 1 or any(p.is_a("drug") for p in name):
                yield name_of(phrases.negated(pieces, name), "received", of=owner.span)


def _defined(pieces: Sequence[Piece], start: int) -> tuple[Piece, ...]:
    """The name behind a mark that a group told by a letter has: the Y of 'group 1, Y;' and of 'group 2: Y (n=30)'."""
    if start >= len(pieces) or not (pieces[start].is_a("comma") or pieces[start].is_a("colon")):
        return ()
    name = phrases.after(pieces, start + 1, NAME_PIECES)
    behind = pieces.index(name[-1]) + 1 if name else 0
    ended = behind == len(pieces) or any(pieces[behind].is_a(k) for k in ("semicolon", "stop", "open"))
    return name if name and ended and not is_generic(name) else ()


def _serving(pieces: Sequence[Piece], head: int, role: ArmName, heads: Sequence[ArmName]) -> ArmName | None:
    """The group that a role is said of: 'the oat group served as the control group', 米饭组:不作处理,为对照组."""
    start = next((k for k in range(head, -1, -1) if pieces[k].span.start <= role.span.start), head)
    while start > 0 and pieces[start - 1].is_a("article"):
        start -= 1
    if not role.plain or start < 2 or not pieces[start - 1].is_a("serving"):
        return None
    clause = pieces[start - 2].is_a("comma")
    for i in range(start - 2, -1, -1):
        one = next((h for h in heads if h.full.end == pieces[i].span.end), None)
        if one is not None:
            return one if not one.plain and (clause or i == start - 2) else None
        if any(pieces[i].is_a(k) for k in ("semicolon", "stop", "number", "people")):
            return None
    return None


def _explained(pieces: Sequence[Piece], opening: int, heads: Sequence[ArmName]) -> ArmName | None:
    """The group whose description ends where the bracket opens: 'the active group with A and B (AB group)'."""
    for i in range(opening - 1, max(-1, opening - NAME_PIECES), -1):
        head = next((h for h in heads if h.full.end == pieces[i].span.end), None)
        if head is not None:
            follow = pieces[i + 1]
            return head if follow.is_a("with_condition") or follow.is_a("assigned", "received") else None
        if any(pieces[i].is_a(k) for k in ("comma", "semicolon", "stop", "close", "number")):
            return None
    return None


def _received(pieces: Sequence[Piece], start: int, heads: Sequence[ArmName]) -> tuple[Piece, ...]:
    """What those named before `start` were given; nothing where they only tell what others got it on top of.

    在A组治疗的基础上加用B: the B is not for A, and the group before that was given B.
    """
    depth, i = 0, start
    while i < min(start + _REACH, len(pieces)):
        piece = pieces[i]
        depth += piece.is_a("open") - piece.is_a("close")
        led = any(p.is_a("scope_word") for p in pieces[start:i])
        if any(piece.is_a(k) for k in _CLOSING) or (piece.is_a("basis") and not led):
            return ()
        if _is_head(piece, heads):
            i = _behind_basis(pieces, i)
            if not i:
                return ()
            start = i
            continue
        if piece.is_a("assigned", "received") and depth == 0:
            name = phrases.after(pieces, i + 1, _LONGEST)
            planned = pieces[i - 1].is_a("having")
            told = any(p.is_a("drug") or p.is_a("arm_role", "placebo") for p in name)
            return name if told and not planned else ()
        i += 1
    return ()


def _is_head(piece: Piece, heads: Sequence[ArmName]) -> bool:
    return piece.is_a("arm_head") or any(h.full.end == piece.span.end for h in heads)


def _behind_basis(pieces: Sequence[Piece], head: int) -> int:
    """The position behind the words 'on top of what the group got'; 0 where these do not follow."""
    for i in range(head + 1, min(head + _BASIS, len(pieces))):
        if pieces[i].is_a("basis"):
            return i + 1
        if any(pieces[i].is_a(k) for k in ("comma", "semicolon", "stop", "number")):
            return 0
    return 0
