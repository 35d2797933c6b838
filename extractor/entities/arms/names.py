"""Candidates for arms: every place where the abstract names a group by a head word, in an assignment, or by a drug."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.entities import phrases
from extractor.entities.arms.assignments import assigned_names, received_names
from extractor.entities.arms.doses import Amount, dose_runs
from extractor.entities.arms.letters import letters_before, letters_behind, span_from
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span

NAME_PIECES = 10
"""Longest name of an arm, in pieces (an ideograph is a piece)."""


@dataclass(frozen=True, slots=True)
class ArmName:
    """One place that names an arm.

    `span` is the name without its head word, `full` with it; `origin` tells how it was found: "head" (X group),
    "assigned" (randomised to X or Y), "taken" (people received X or Y), "contrast" (X versus Y), "received" (the X
    group got Y: then `of` is the name of X). `plain`: the name is nothing but a role ("treatment", 对照); `timed`: it
    ends in a time (培训前); `dose` where one is part of it.
    """

    span: Span
    full: Span
    origin: str
    role: str | None
    drugs: tuple[str, ...]
    of: Span | None = None
    sentence: int = -1
    plain: bool = False
    timed: bool = False
    dose: Amount | None = None


def arm_names(sentences: Iterable[Sentence], view: str) -> list[ArmName]:
    """All candidates in text order."""
    found: list[ArmName] = []
    for sentence in sentences:
        heads = list(_by_head(sentence.pieces, view))
        names = [*heads]
        if sentence.has("assigned", "assigned") and len(heads) < 2:
            names += [_named(name, "assigned") for name in assigned_names(sentence.pieces)]
        if not names:
            names += [_named(name, "taken") for name in received_names(sentence.pieces)]
        if heads:
            names += _by_treatment(sentence.pieces, heads)
        found += [replace(n, sentence=sentence.index) for n in names]
    return found


def _by_head(pieces: Sequence[Piece], view: str) -> Iterator[ArmName]:
    for i, piece in enumerate(pieces):
        headed = piece.is_a("arm_head", "arm")
        if not headed and not piece.is_a("every_arm", "every"):
            continue
        listed = letters_before(pieces, i, view)
        if len(listed) > 1:
            yield from (_letter(pieces[k].span) for k in listed)
        if not headed:
            continue
        behind = list(letters_behind(pieces, i, view))
        if behind:
            yield from (_letter(span_from(pieces, i, k)) for k in behind)
            continue
        name = phrases.before_head(pieces, i, NAME_PIECES)
        if not name and (opening := _explained_name(pieces, i)):
            yield from _with_short_form(pieces, opening, i)
            continue
        if name and name[-1].is_a("study_noun") and _is_capital(name[-1], view) and _is_capital(piece, view):
            continue
        if not name and listed:
            yield ArmName(pieces[listed[0]].span, Span(pieces[listed[0]].span.start, piece.span.end), "head", None, ())
        elif name and not _is_generic(name) and len(listed) < 2 and not _counts_groups(piece, name, pieces):
            yield _named(name, "head", piece.span)
            yield from _coordinated(pieces, name)


def _with_short_form(pieces: Sequence[Piece], opening: int, head: int) -> Iterator[ArmName]:
    """The name before the bracket and the short form in it, which is another name of the arm."""
    name = phrases.before(pieces, opening, NAME_PIECES)
    if name and not _is_generic(name):
        short = pieces[opening + 1 : head - 1]
        yield _named(name, "head", pieces[head].span)
        yield _named(short, "head")
        yield _named(short, "received", of=phrases.span_of(name))


def _explained_name(pieces: Sequence[Piece], head: int) -> int:
    """Where the bracket opens that stands between a name and its head word: 'the usual care (UC) group'; else 0."""
    opening = next((k for k in range(head - 1, max(0, head - 5), -1) if pieces[k].is_a("open")), 0)
    inside = pieces[opening + 1 : head - 1]
    closed = head > 2 and pieces[head - 1].is_a("close") and opening > 0
    return opening if closed and inside and not any(phrases.is_stop(p) for p in inside) else 0


def _is_capital(piece: Piece, view: str) -> bool:
    """Whether a capital opens the word: the 'Study Group' of an institution's name is no arm."""
    return view[piece.span.start].isupper()


def _letter(span: Span) -> ArmName:
    return ArmName(span, span, "head", None, ())


def _counts_groups(head: Piece, name: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether a name before a plural says what kind of groups there are: 'three treatment groups'."""
    first = pieces.index(name[0])
    if name[0].numeral is not None and all(p.is_a("arm_role") or p.is_a("alone") for p in name[1:]):
        return True
    joined = first > 0 and any(pieces[first - 1].is_a(k) for k in ("and", "versus", "comma", "slash"))
    return head.is_a("every_arm") and not joined


def _coordinated(pieces: Sequence[Piece], name: Sequence[Piece]) -> Iterator[ArmName]:
    """'the A and B groups': the name before the `and` is an arm of the same head, a single word too before a plural."""
    first = pieces.index(name[0])
    if first >= 2 and pieces[first - 1].is_a("and"):
        other = phrases.before(pieces, first - 1, 4)
        single = len(other) == 1 and len(name) > 1 and _opens_phrase(pieces, first - 2)
        told = any(p.is_a("drug") or p.is_a("arm_role") for p in other) or single
        if other and not _is_generic(other) and told:
            yield _named(other, "head")


def _opens_phrase(pieces: Sequence[Piece], at: int) -> bool:
    """Whether an article, or 'in the', stands right before the piece."""
    return at > 0 and (pieces[at - 1].is_a("article") or pieces[at - 1].is_a("scope_word"))


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
            other = next((h for h in heads if opening and h.full.end == pieces[opening - 1].span.end), None)
            if other is not None:
                yield replace(other, origin="received", of=owner.span)
            elif far := _explained(pieces, opening, heads):
                yield replace(far, origin="received", of=owner.span)
            name = phrases.before(pieces, opening, NAME_PIECES)
            if len(name) > 1 or any(p.is_a("drug") for p in name):
                yield _named(name, "received", of=owner.span)


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


def _named(name: Sequence[Piece], origin: str, head: Span | None = None, of: Span | None = None) -> ArmName:
    span = phrases.span_of(name)
    full = Span(span.start, head.end) if head else span
    role = next((p.code("arm_role") for p in reversed(name) if p.is_a("arm_role")), None)
    if role is None and any(p.is_a("people", "healthy_control") for p in name):
        role = "control"
    drugs = tuple(code for p in name if (code := p.code("drug")))
    if name and name[0].is_a("negation"):
        role, drugs = "no_treatment", ()
    return ArmName(span, full, origin, role, drugs, of, plain=_is_plain(name), timed=_is_timed(name), dose=_dose(name))


def named(name: Sequence[Piece], origin: str, sentence: int) -> ArmName:
    """The candidate that these pieces of a sentence make."""
    return replace(_named(name, origin), sentence=sentence)


def _is_plain(name: Sequence[Piece]) -> bool:
    return all(p.is_a("arm_role") or p.is_a("alone") for p in name)


def _dose(name: Sequence[Piece]) -> Amount | None:
    """The one dose in a name."""
    doses = [d.amount for run in dose_runs(name) for d in run]
    return doses[0] if len(doses) == 1 else None


def _is_timed(name: Sequence[Piece]) -> bool:
    return len(name) > 1 and (phrases.is_front(name[-1]) or name[-1].is_a("time_anchor"))


def _is_generic(name: Sequence[Piece]) -> bool:
    return all(p.is_a("alone") or p.is_a("name_stop") for p in name) and not any(p.is_a("arm_role") for p in name)
