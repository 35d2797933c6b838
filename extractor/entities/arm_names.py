"""Candidates for arms: every place where the abstract names a group by a head word, in an assignment, or by a drug."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.entities import phrases
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span

NAME_PIECES = 10
"""Longest name of an arm, in pieces (an ideograph is a piece)."""


@dataclass(frozen=True, slots=True)
class ArmName:
    """One place that names an arm.

    `span` is the name without its head word, `full` with it; `origin` tells how it was found: "head" (X group),
    "assigned" (randomised to X or Y), "received" (the X group got Y: then `of` is the name of X).
    """

    span: Span
    full: Span
    origin: str
    role: str | None
    drugs: tuple[str, ...]
    of: Span | None = None
    sentence: int = -1


def arm_names(sentences: Iterable[Sentence], view: str) -> list[ArmName]:
    """All candidates in text order."""
    found: list[ArmName] = []
    for sentence in sentences:
        heads = list(_by_head(sentence.pieces, view))
        names = [*heads]
        if sentence.has("assigned", "assigned") and len(heads) < 2:
            names += _by_assignment(sentence.pieces)
        if heads:
            names += _by_treatment(sentence.pieces, heads)
        found += [replace(n, sentence=sentence.index) for n in names]
    return found


def by_contrast(sentence: Sentence) -> list[ArmName]:
    """The two sides of a `versus` (or of a `with` behind `comparing`) where both name a treatment."""
    pieces = sentence.pieces
    comparing = False
    for i, piece in enumerate(pieces):
        comparing = comparing or piece.is_a("comparing")
        joins = piece.is_a("versus", "versus") or (comparing and (piece.is_a("and") or piece.is_a("preposition")))
        if not joins:
            continue
        left, right = phrases.before(pieces, i, NAME_PIECES), phrases.after(pieces, i + 1, NAME_PIECES)
        if left and right and _is_treatment(left) and _is_treatment(right):
            names = [_named(left, "contrast"), _named(right, "contrast")]
            return [replace(n, sentence=sentence.index) for n in names]
    return []


def _is_treatment(name: Sequence[Piece]) -> bool:
    return any(p.is_a("drug") for p in name) or any(p.is_a("arm_role", "placebo") for p in name)


def _by_head(pieces: Sequence[Piece], view: str) -> Iterator[ArmName]:
    for i, piece in enumerate(pieces):
        if not piece.is_a("arm_head", "arm"):
            continue
        name = phrases.before(pieces, i, NAME_PIECES)
        if name and not _is_generic(name):
            yield _named(name, "head", piece.span)
            yield from _coordinated(pieces, name)
        elif not name:
            yield from _lettered(pieces, i, view)


def _lettered(pieces: Sequence[Piece], head: int, view: str) -> Iterator[ArmName]:
    """'group A', 'arms A and B', 'groups 1, 2 and 3': head word and letters."""
    i, first = head + 1, True
    while i < len(pieces) and _is_letter(pieces[i], view):
        letter = pieces[i]
        span = Span(pieces[head].span.start, letter.span.end) if first else letter.span
        yield ArmName(span, span, "head", None, ())
        first = False
        i += 1
        while i < len(pieces) and (pieces[i].is_a("and") or pieces[i].is_a("comma") or pieces[i].is_a("versus")):
            i += 1


def _coordinated(pieces: Sequence[Piece], name: Sequence[Piece]) -> Iterator[ArmName]:
    """'the A and B groups': the name before the `and` is an arm of the same head."""
    first = pieces.index(name[0])
    if first >= 2 and pieces[first - 1].is_a("and"):
        other = phrases.before(pieces, first - 1, 4)
        if other and not _is_generic(other) and any(p.is_a("drug") or p.is_a("arm_role") for p in other):
            yield _named(other, "head")


def _by_assignment(pieces: Sequence[Piece]) -> Iterator[ArmName]:
    start = next((i for i, p in enumerate(pieces) if p.is_a("assigned", "assigned") and not _is_design(pieces, i)), None)
    if start is None:
        return
    entry = next(
        (i for i in range(start + 1, len(pieces)) if pieces[i].is_a("to") or pieces[i].is_a("assigned", "received")),
        None,
    )
    entry = start if entry is None else entry
    found = [name for part in _alternatives(pieces, entry + 1) if (name := _main_name(part))]
    if len(found) >= 2:
        yield from (_named(name, "assigned") for name in found[:6])


def _is_design(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word only describes the trial: 'a randomized, double-blind trial'."""
    following = [p for p in pieces[at + 1 : at + 4] if not p.is_a("comma")]
    return bool(following) and following[0].is_a("study_noun")


def _alternatives(pieces: Sequence[Piece], start: int) -> Iterator[Sequence[Piece]]:
    """The parts between `or`, `and` and `versus` outside brackets, up to the end of the sentence."""
    depth, begin = 0, start
    for i in range(start, len(pieces)):
        piece = pieces[i]
        depth += piece.is_a("open") - piece.is_a("close")
        if piece.is_a("stop") or (piece.is_a("semicolon") and depth == 0):
            yield pieces[begin:i]
            return
        if depth == 0 and (piece.is_a("and", "or") or piece.is_a("and", "and") or piece.is_a("versus")):
            yield pieces[begin:i]
            begin = i + 1
    yield pieces[begin:]


def _main_name(part: Sequence[Piece]) -> tuple[Piece, ...]:
    """The treatment that a part names: around its first drug or role, else its first words."""
    known = next((i for i, p in enumerate(part) if p.is_a("drug") or p.is_a("arm_role")), None)
    if known is not None:
        return (*phrases.before(part, known, NAME_PIECES), *phrases.after(part, known, NAME_PIECES))
    start = next((i for i, p in enumerate(part) if not _skippable(p)), len(part))
    return phrases.after(part, start, NAME_PIECES)


def _skippable(piece: Piece) -> bool:
    return any(piece.is_a(k) for k in ("article", "both", "assigned", "to", "preposition", "every_arm", "open", "number", "colon"))


def _by_treatment(pieces: Sequence[Piece], heads: Sequence[ArmName]) -> Iterator[ArmName]:
    """'the X group received Y', 'Y (X group)': the treatment is another name of the arm."""
    for i, piece in enumerate(pieces):
        owner = next((h for h in heads if h.full.end == piece.span.end), None)
        if owner is None:
            continue
        follow = _received(pieces, i + 1)
        if follow:
            yield _named(follow, "received", of=owner.span)
        opening = next((k for k in range(i, -1, -1) if pieces[k].span.end <= owner.span.start), None)
        if opening is not None and pieces[opening].is_a("open"):
            name = phrases.before(pieces, opening, NAME_PIECES)
            if name:
                yield _named(name, "received", of=owner.span)


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


def _named(name: Sequence[Piece], origin: str, head: Span | None = None, of: Span | None = None) -> ArmName:
    span = phrases.span_of(name)
    full = Span(span.start, head.end) if head else span
    role = next((p.code("arm_role") for p in reversed(name) if p.is_a("arm_role")), None)
    drugs = tuple(code for p in name if (code := p.code("drug")))
    return ArmName(span, full, origin, role, drugs, of)


def _is_generic(name: Sequence[Piece]) -> bool:
    return all(p.is_a("alone") or p.is_a("name_stop") for p in name) and not any(p.is_a("arm_role") for p in name)


def _is_letter(piece: Piece, view: str) -> bool:
    text = piece.span.of(view)
    if piece.numeral is not None:
        return len(text) == 1
    return len(text) == 1 and text.isalpha() and text.isupper() or text in ("II", "III", "IV")
