"""What a group was given: 'the X group received Y', 'Y (X group)'; the treatment is another name of the arm."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.entities import phrases
from extractor.entities.arms.name import NAME_PIECES, ArmName, name_of
from extractor.pieces import Piece


def by_treatment(pieces: Sequence[Piece], heads: Sequence[ArmName]) -> Iterator[ArmName]:
    """'the X group received Y', 'Y (X group)': the treatment is another name of the arm."""
    for i, piece in enumerate(pieces):
        owner = next((h for h in heads if h.full.end == piece.span.end), None)
        if owner is None:
            continue
        follow = _received(pieces, i + 1)
        if follow:
            yield name_of(follow, "received", of=owner.span)
        opening = next((k for k in range(i, -1, -1) if pieces[k].span.end <= owner.span.start), None)
        if opening is not None and pieces[opening].is_a("open"):
            other = next((h for h in heads if opening and h.full.end == pieces[opening - 1].span.end), None)
            if other is not None:
                yield replace(other, origin="received", of=owner.span)
            elif far := _explained(pieces, opening, heads):
                yield replace(far, origin="received", of=owner.span)
            name = phrases.before(pieces, opening, NAME_PIECES)
            if len(name) > 1 or any(p.is_a("drug") for p in name):
                yield name_of(name, "received", of=owner.span)


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


def _received(pieces: Sequence[Piece], start: int) -> tuple[Piece, ...]:
    depth = 0
    for i in range(start, min(start + 14, len(pieces))):
        piece = pieces[i]
        depth += piece.is_a("open") - piece.is_a("close")
        if piece.is_a("stop") or piece.is_a("semicolon") or piece.is_a("arm_head"):
            return ()
        if piece.is_a("assigned", "received") and depth == 0:
            name = phrases.after(pieces, i + 1, NAME_PIECES)
            return name if any(p.is_a("drug") for p in name) else ()
    return ()
