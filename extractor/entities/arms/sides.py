"""Arms of abstracts that speak of no group: two opposite roles beside what was treated, or one drug and its placebo."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.entities.arms.clusters import CONTROL_DRUGS, CONTROL_ROLES
from extractor.entities.arms.names import ArmName, named
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span

_UNITS = ("arm_unit", "people", "site")


def by_roles(sentences: Sequence[Sentence]) -> list[ArmName]:
    """Every place of two opposite roles; empty unless both stand where only groups do.

    'the intervention schools … the control schools', 'intervention (49%) than control (22%)', 'intervention versus
    control'. No groups: 'the treatment and control of asthma', 'control children' alone.
    """
    found = [name for sentence in sentences for name in _roles(sentence)]
    sides = {name.role in CONTROL_ROLES for name in found}
    return found if len(sides) == 2 else []


def by_placebo(sentences: Sequence[Sentence]) -> list[ArmName]:
    """The one drug that most sentences name, and the placebo or usual care; empty where no drug stands out."""
    controls = [(s, p) for s in sentences for p in s.pieces if _is_control(p)]
    named_in: Counter[str] = Counter()
    for sentence in sentences:
        named_in.update({code for p in sentence.pieces for code in p.codes("drug") if code not in CONTROL_DRUGS})
    ranked = named_in.most_common(2)
    if not controls or not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return []
    drug = ranked[0][0]
    first = next((s, p) for s in sentences for p in s.pieces if p.is_a("drug", drug))
    return [named((p,), "contrast", s.index) for s, p in (first, controls[0])]


def _roles(sentence: Sentence) -> Iterator[ArmName]:
    pieces = sentence.pieces
    roles = [i for i, p in enumerate(pieces) if p.is_a("arm_role")]
    bracketed = [i for i in roles if _is_bracketed(pieces, i)]
    both = {_is_control_role(pieces[i]) for i in bracketed} == {True, False}
    joined = {k for i, k in pairwise(roles) if _are_joined(pieces, i, k) for k in (i, k)}
    for i in roles:
        name = named((pieces[i],), "role", sentence.index)
        if i + 1 < len(pieces) and any(pieces[i + 1].is_a(k) for k in _UNITS):
            yield replace(name, full=Span(name.span.start, pieces[i + 1].span.end))
        elif i in joined or (both and i in bracketed):
            yield name


def _are_joined(pieces: Sequence[Piece], left: int, right: int) -> bool:
    """Whether the two roles are opposite and only a joint stands between them."""
    between = [p for p in pieces[left + 1 : right] if not p.is_a("article")]
    if len(between) != 1 or _is_control_role(pieces[left]) == _is_control_role(pieces[right]):
        return False
    if between[0].is_a("versus"):
        return True
    opened = left > 0 and (pieces[left - 1].is_a("from") or pieces[left - 1].is_a("both"))
    closed = right + 1 < len(pieces) and any(pieces[right + 1].is_a(k) for k in _UNITS)
    return between[0].is_a("and") and (opened or closed)


def _is_bracketed(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a number in brackets stands behind the role."""
    return at + 2 < len(pieces) and pieces[at + 1].is_a("open") and pieces[at + 2].is_a("number")


def _is_control_role(piece: Piece) -> bool:
    return piece.code("arm_role") in CONTROL_ROLES


def _is_control(piece: Piece) -> bool:
    return piece.is_a("arm_role", "placebo") or any(code in CONTROL_DRUGS for code in piece.codes("drug"))
