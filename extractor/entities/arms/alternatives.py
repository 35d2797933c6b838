"""Where the alternatives of a list part: at its `or`, `and`, `versus`, and at the commas between its members."""

from collections.abc import Iterator, Sequence

from extractor.entities.arms.name import NAME_PIECES
from extractor.pieces import Piece

_FURTHER = 5
"""How far behind an 'and' the word that leads to a further list may stand, in pieces."""


def alternatives(pieces: Sequence[Piece], start: int) -> Iterator[Sequence[Piece]]:
    """The parts between the joints of the list and its commas, outside brackets, to the end of the list."""
    depth, begin, joined = 0, start, False
    end = _list_end(pieces, start)
    joints = _joints(pieces, start, end)
    for i in range(start, end):
        piece = pieces[i]
        depth += piece.is_a("open") - piece.is_a("close")
        if depth != 0 or not (i in joints or piece.is_a("comma") or piece.is_a("semicolon")):
            continue
        if joined and i not in joints and _is_end(pieces, i, joints):
            yield pieces[begin:i]
            return
        if piece.is_a("comma") and not _parts(pieces, i, joints):
            continue
        joined = joined or i in joints
        if i > begin:
            yield pieces[begin:i]
        begin = i + 1
    yield pieces[begin:end]


def _is_end(pieces: Sequence[Piece], at: int, joints: frozenset[int]) -> bool:
    """Whether the list ends at a comma behind a joint: no further member is led to."""
    if at > max(joints):
        return True
    return at + 1 not in joints and not _goes_on(pieces, at + 1) and not opens_treatment(pieces, at + 1)


def _parts(pieces: Sequence[Piece], at: int, joints: frozenset[int]) -> bool:
    """Whether the comma parts two members: what goes on with an 'and' before the next joint is one member.

    'A, B, or C' has three members, and 'A, B, and C, or D' two.
    """
    depth = 0
    behind = min((i for i in joints if i > at), default=len(pieces))
    for i in range(at + 1, behind):
        depth += pieces[i].is_a("open") - pieces[i].is_a("close")
        if depth == 0 and pieces[i].is_a("and", "and") and not pieces[i - 1].is_a("number"):
            return at + 1 in joints
    return at + 1 in joints or opens_treatment(pieces, at + 1) or _is_serial(pieces, at)


def _list_end(pieces: Sequence[Piece], start: int) -> int:
    """Where the clause of the list ends: at its stop, or at a semicolon outside brackets that no 'or' follows later."""
    depth = 0
    for i in range(start, len(pieces)):
        depth += pieces[i].is_a("open") - pieces[i].is_a("close")
        if pieces[i].is_a("stop") or (depth == 0 and pieces[i].is_a("semicolon") and not _is_listing(pieces, i)):
            return i
    return len(pieces)


def _is_listing(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the semicolon is one of a list whose last member stands behind '; or'."""
    return any(pieces[i].is_a("semicolon") and joins(pieces[i + 1]) for i in range(at, len(pieces) - 1))


def _joints(pieces: Sequence[Piece], start: int, end: int) -> frozenset[int]:
    """The joints of the alternatives: those before a 'to', else each 'or'; an 'and' only where there is no other.

    'to A with B and C or to D' has two members, and so has 'to A and B or D'; not 'to A or B and to C or D'. Where
    semicolons part the members, nothing else does.
    """
    depth, found, marks = 0, list[int](), list[int]()
    for i in range(start, end):
        depth += pieces[i].is_a("open") - pieces[i].is_a("close")
        if depth == 0 and joins(pieces[i]):
            found.append(i)
        elif depth == 0 and pieces[i].is_a("semicolon"):
            marks.append(i)
    if marks:
        return frozenset(i for i in (*marks, *(i + 1 for i in marks)) if i in marks or i in found)
    apart = [i for i in found if not pieces[i].is_a("and", "and")]
    led = [i for i in apart if i + 1 < end and pieces[i + 1].is_a("to")]
    further = [i for i in found if i not in apart and _goes_on(pieces, i + 1)]
    return frozenset(led or [*apart, *further] if apart else found)


def joins(piece: Piece) -> bool:
    """Whether the piece can stand between two members of a list."""
    return piece.is_a("and", "or") or piece.is_a("and", "and") or piece.is_a("versus")


def _goes_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a further list is led to: 'to A or B and, separately, to C or D'."""
    return any(p.is_a("to") for p in pieces[at : at + _FURTHER])


def _is_serial(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the comma is one of a list whose last member stands behind ', or': 'A, B, or C'."""
    depth, width = 0, 0
    for i in range(at + 1, len(pieces)):
        depth += pieces[i].is_a("open") - pieces[i].is_a("close")
        if depth == 0 and pieces[i].is_a("comma"):
            if i + 1 < len(pieces) and joins(pieces[i + 1]):
                return 0 < width <= NAME_PIECES
            width = 0
        elif pieces[i].is_a("stop") or joins(pieces[i]) or pieces[i].is_a("copula"):
            return False
        elif depth == 0:
            width += 1
    return False


def sized(parts: Sequence[Sequence[Piece]], pieces: Sequence[Piece]) -> list[Sequence[Piece]]:
    """The parts, one without a size joined to the next where the others have one: 'A (n=30) or B or C (n=31)'."""
    sizes = [any(p.is_a("size_mark") for p in part) for part in parts]
    out: list[Sequence[Piece]] = []
    begin: Piece | None = None
    for part, has_size in zip(parts, sizes, strict=True):
        first = begin or (part[0] if part else None)
        if sum(sizes) >= 2 and not has_size and part and part is not parts[-1]:
            begin = first
            continue
        whole = begin is not None and part
        out.append(pieces[pieces.index(first) : pieces.index(part[-1]) + 1] if whole and first else part)
        begin = None
    return out


def opens_treatment(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a treatment, or a dose that stands for one, begins there: not the dose behind 'X, 50 mg'."""
    dosed = at > 1 and pieces[at - 2].is_a("drug")
    while at < len(pieces) and (pieces[at].is_a("article") or pieces[at].is_a("to")):
        at += 1
    if at >= len(pieces):
        return False
    named = pieces[at].is_a("drug") or pieces[at].is_a("arm_role", "placebo")
    return named or (not dosed and bool(dose_at(pieces, at)))


def dose_at(pieces: Sequence[Piece], at: int) -> tuple[Piece, ...]:
    """The number and the unit of a dose that begins there."""
    follow = pieces[at + 1 : at + 2]
    return (pieces[at], follow[0]) if pieces[at].is_a("number") and follow and follow[0].is_a("dose_unit") else ()
