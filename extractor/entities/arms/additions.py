"""Arms that differ by one addition: 'A alone or in combination with B', 'A with or without B'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.entities import phrases
from extractor.entities.arms.clusters import Cluster, key_of
from extractor.entities.arms.name import NAME_PIECES, ArmName, named
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence

_REACH = 6
"""How far behind the joint the added treatment may stand: a dose may come first."""
_LED = ("name_stop", "both", "comma")


def by_addition(sentences: Sequence[Sentence], view: str, language: Language) -> list[Cluster]:
    """The treatment alone, and the one with the addition by all its names; empty where no sentence assigns the two.

    Where no place names the two together, the addition stands for them: 'A with or without B … in the B group'.
    """
    for sentence in sentences:
        start = next((i for i, p in enumerate(sentence.pieces) if p.is_a("assigned", "assigned")), None)
        if start is None:
            continue
        for base, added in _pairs(sentence.pieces, start):
            alone = named(base, "contrast", sentence.index)
            both = [*_together(sentences, base, added, view)] or [named(added, "contrast", sentence.index)]
            return [_cluster([alone], view, language), _cluster(both, view, language)]
    return []


def bare_roles(sentences: Sequence[Sentence], view: str, language: Language) -> list[Cluster]:
    """The words for a combination and for a monotherapy where they stand for an arm without a head word."""
    found: list[Cluster] = []
    for kind, code in (("combination", "combination"), ("alone", "ending")):
        places = ((s, i) for s in sentences if s.section == "results" for i in range(1, len(s.pieces)))
        first = next(((s, i) for s, i in places if s.pieces[i].is_a(kind, code) and _stands_alone(s.pieces, i)), None)
        if first is not None:
            sentence, at = first
            found.append(_cluster([named((sentence.pieces[at],), "role", sentence.index)], view, language))
    return found


def _stands_alone(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a role is all of its phrase: 'with the combination (', 'for monotherapy;', not 'the combination of'."""
    ahead, follow = pieces[at - 1], pieces[at + 1] if at + 1 < len(pieces) else None
    led = any(ahead.is_a(k) for k in ("article", "preposition", "versus", "and")) and pieces[at].is_a("arm_role")
    return led and follow is not None and not follow.is_a("of") and (phrases.is_stop(follow) or follow.is_a("and"))


def _cluster(names: Sequence[ArmName], view: str, language: Language) -> Cluster:
    shortest = min((n.span.of(view) for n in names), key=len)
    return Cluster(key_of(shortest, language), tuple(names))


def _pairs(pieces: Sequence[Piece], start: int) -> Iterator[tuple[tuple[Piece, ...], tuple[Piece, ...]]]:
    """A treatment and what is added to it or not; nothing where several are, in a factorial trial."""
    places = [(i, end) for i in range(start + 1, len(pieces)) if (end := _optional_end(pieces, i)) is not None]
    for i, end in places if len(places) == 1 else ():
        added, base = _added(pieces, end), _base(pieces, start, i)
        several = any(p.is_a("and", "or") for p in pieces[start:i])
        if added and base and not several and not _shared(base, added):
            yield base, added


def _optional_end(pieces: Sequence[Piece], at: int) -> int | None:
    """The position behind the words for 'alone or with' that begin there."""
    if pieces[at].is_a("optional"):
        return None if pieces[at - 1].is_a("open") or pieces[at - 1].is_a("number") else at + 1
    if not pieces[at].is_a("and", "or") or at + 1 >= len(pieces) or not pieces[at - 1].is_a("alone", "ending"):
        return None
    follow = pieces[at + 1]
    return at + 2 if follow.is_a("and", "plus") or follow.is_a("with_condition") else None


def _added(pieces: Sequence[Piece], start: int) -> tuple[Piece, ...]:
    near = phrases.after(pieces, start, NAME_PIECES)
    if near and not any(p.is_a("alone") for p in near[:1]):
        return near
    drug = next((i for i in range(start, min(start + _REACH, len(pieces))) if pieces[i].is_a("drug")), None)
    return phrases.after(pieces, drug, NAME_PIECES) if drug is not None else ()


def _base(pieces: Sequence[Piece], start: int, at: int) -> tuple[Piece, ...]:
    """The treatment before the joint, over a bracket with its dose; else the last drug since the assignment."""
    end = at
    while end > start + 1 and (pieces[end - 1].is_a("alone", "ending") or any(pieces[end - 1].is_a(k) for k in _LED)):
        end -= 1
    while end > start + 1 and pieces[end - 1].is_a("close"):
        end = next((i for i in range(end - 1, start, -1) if pieces[i].is_a("open")), start + 1)
    near = phrases.before(pieces, end, NAME_PIECES)
    if near and (any(p.is_a("drug") for p in near) or end == at or pieces[end].is_a("alone", "ending")):
        return _with_listed(pieces, near)
    last = next((i for i in range(at - 1, start, -1) if pieces[i].is_a("drug")), None)
    return _with_listed(pieces, phrases.before(pieces, last + 1, NAME_PIECES)) if last is not None else ()


def _with_listed(pieces: Sequence[Piece], name: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The name with the drug that an 'and' joins to it: 'A and B with or without C'."""
    first = pieces.index(name[0])
    if first > 1 and pieces[first - 1].is_a("and", "and") and pieces[first - 2].is_a("drug"):
        return (*phrases.before(pieces, first - 1, NAME_PIECES), pieces[first - 1], *name)
    return name


def _together(
    sentences: Sequence[Sentence], base: Sequence[Piece], added: Sequence[Piece], view: str
) -> Iterator[ArmName]:
    """Every place that names both: 'A plus B', 'A + B', 'A and B'."""
    for sentence in sentences:
        for i, piece in enumerate(sentence.pieces):
            joined = piece.is_a("and", "plus") or piece.is_a("and", "and") or piece.is_a("slash")
            if not joined or piece.is_a("optional"):
                continue
            left = phrases.before(sentence.pieces, i, NAME_PIECES)
            right = phrases.after(sentence.pieces, i + 1, NAME_PIECES)
            if left and right and _same(left, base, view) and _same(right, added, view):
                whole = sentence.pieces[sentence.pieces.index(left[0]) : sentence.pieces.index(right[-1]) + 1]
                yield replace(named(whole, "contrast", sentence.index), plain=False)


def _same(name: Sequence[Piece], other: Sequence[Piece], view: str) -> bool:
    """Whether two names have the same drugs; where they have none, the same words."""
    one, two = _drugs(name), _drugs(other)
    return one == two if one or two else _text(name, view) == _text(other, view)


def _text(name: Sequence[Piece], view: str) -> str:
    return phrases.span_of(name).of(view).lower()


def _drugs(name: Sequence[Piece]) -> set[str]:
    return {code for p in name for code in p.codes("drug")}


def _shared(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    return bool(_drugs(one) & _drugs(other))
