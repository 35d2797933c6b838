"""Treatments that the abstract only contrasts: 'A versus B', 'A plus B … compared with A alone'."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.entities import phrases
from extractor.entities.arms.name import NAME_PIECES, ArmName, named
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence


def by_contrast(sentence: Sentence) -> list[ArmName]:
    """The two sides of a `versus` (or of a `with` behind `comparing`) where both name a treatment."""
    pieces = sentence.pieces
    comparing = False
    for i, piece in enumerate(pieces):
        comparing = comparing or piece.is_a("comparing")
        listed = piece.is_a("with_condition") or (piece.is_a("and") and not piece.is_a("and", "plus"))
        joins = piece.is_a("versus") or (comparing and listed)
        if not joins:
            continue
        left, right = _left(pieces, i), phrases.after(pieces, i + 1, NAME_PIECES)
        if left and right and _is_treatment(left) and _is_treatment(right) and not _only_adds(left, right):
            return [named(left, "contrast", sentence.index), named(right, "contrast", sentence.index)]
    return []


def by_people(sentences: Sequence[Sentence], view: str) -> list[ArmName]:
    """The people that the abstract names most often, at least twice: 'depressed patients' beside controls."""
    found: dict[str, list[ArmName]] = {}
    for sentence in sentences:
        for i, piece in enumerate(sentence.pieces):
            name = phrases.before(sentence.pieces, i, NAME_PIECES) if piece.is_a("people", "patient") else ()
            if name and not all(p.is_a("alone") or p.is_a("arm_role") for p in name):
                one = replace(named(name, "people", sentence.index), full=phrases.span_of((*name, piece)))
                found.setdefault(one.span.of(view).lower(), []).append(one)
    best = max(found.values(), key=len, default=[])
    return best if len(best) > 1 else []


def combined(names: Sequence[ArmName]) -> list[ArmName]:
    """The names of those contrasts in which one side has all of the other's drugs and more."""
    found: list[ArmName] = []
    for left, right in zip(names[::2], names[1::2], strict=True):
        one, other = set(left.drugs), set(right.drugs)
        if one and other and (one < other or other < one):
            found += (left, right)
    return found


def _left(pieces: Sequence[Piece], at: int) -> tuple[Piece, ...]:
    """The treatment before the contrast: right before it, else the subject that opens the sentence."""
    near = phrases.before(pieces, at, NAME_PIECES)
    if near and _is_treatment(near):
        return near
    first = next((i for i, p in enumerate(pieces[:at]) if p.is_a("drug")), None)
    if first is None or any(p.is_a("number") for p in pieces[:at]):
        return ()
    end = first + 1
    while end < at and (pieces[end].is_a("drug") or pieces[end].is_a("and", "plus")):
        end += 1
    return tuple(pieces[first:end])


def _only_adds(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether both name one and the same drug, without role or dose: 'an antibiotic against antibiotic-resistant …'."""
    one, other = ({c for p in name for c in p.codes("drug")} for name in (left, right))
    told = any(p.is_a("arm_role") or p.is_a("arm_word") or p.numeral is not None for p in (*left, *right))
    return one == other and len(one) == 1 and not told


def _is_treatment(name: Sequence[Piece]) -> bool:
    return any(p.is_a("drug") for p in name) or any(p.is_a("arm_role", "placebo") for p in name)
