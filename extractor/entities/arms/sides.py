"""Arms of abstracts that speak of no group: two opposite roles beside what was treated, or one drug and its placebo."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.entities import phrases
from extractor.entities.arms.clusters import CONTROL_DRUGS, CONTROL_ROLES
from extractor.entities.arms.name import ArmName, named
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span

SIDE_PIECES = 5
"""Longest name in a repeated contrast, in pieces."""
_AHEAD = 3
"""How far before a placebo the word for the comparison may stand, in pieces."""
_UNITS = ("arm_unit", "people", "site")


def by_roles(sentences: Sequence[Sentence]) -> list[ArmName]:
    """Every place of two opposite roles; empty unless both stand where only groups do.

    'the intervention schools … the control schools', 'intervention (49%) than control (22%)', 'intervention versus
    control'. No groups: 'the treatment and control of asthma', 'control children' alone.
    """
    found = [name for sentence in sentences for name in _roles(sentence)]
    sides = {name.role in CONTROL_ROLES for name in found}
    return found if len(sides) == 2 else []


def by_controls(sentences: Sequence[Sentence]) -> list[ArmName]:
    """The controls, where they are named by that word alone: 'in the counselled group 4.5, in the controls 8.4'."""
    return [
        named((piece,), "role", sentence.index)
        for sentence in sentences
        for i, piece in enumerate(sentence.pieces)
        if piece.is_a("arm_role", "control") and _stands_alone(sentence.pieces, i)
    ]


def by_opposed(sentences: Sequence[Sentence]) -> list[ArmName]:
    """The placebo that others are set against: 'compared with placebo (n=30), active treatment …'."""
    return [
        named((piece,), "role", sentence.index)
        for sentence in sentences
        for i, piece in enumerate(sentence.pieces)
        if piece.is_a("arm_role", "placebo") and i and _is_set_against(sentence.pieces, i)
    ]


def _is_set_against(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a comparison leads to the placebo: 'versus placebo', 'than in placebo'."""
    ahead = [p for p in pieces[max(0, at - _AHEAD) : at] if not p.is_a("article")]
    return any(p.is_a("versus") for p in ahead)


def by_cases(sentences: Sequence[Sentence], view: str) -> list[ArmName]:
    """People with a condition and the controls beside them: 'XY patients … patients with XY … healthy controls'.

    Both must be named at least twice; 'asthma control in patients with asthma' has no controls.
    """
    controls = [
        named((piece,), "role", sentence.index)
        for sentence in sentences
        for i, piece in enumerate(sentence.pieces)
        if piece.is_a("people", "healthy_control")
        or (piece.is_a("arm_role", "control") and piece.is_a("case_control") and not _heads_unit(sentence, i))
    ]
    found: dict[str, list[ArmName]] = {}
    for one in (c for sentence in sentences for c in _cases(sentence)):
        found.setdefault(one.span.of(view).lower(), []).append(one)
    cases = max(found.values(), key=len, default=[])
    return [*cases, *controls] if len(cases) > 1 and len(controls) > 1 else []


def by_pairs(sentences: Sequence[Sentence], view: str) -> list[ArmName]:
    """The two kinds of patients that the abstract sets side by side as its two groups, each named at least twice."""
    if not any(s.has("every_arm", "every") for s in sentences):
        return []
    found: dict[str, list[ArmName]] = {}
    for name in (c for sentence in sentences for c in _cases(sentence)):
        found.setdefault(name.span.of(view).lower(), []).append(name)
    repeated = [names for names in found.values() if len(names) > 1]
    if len(repeated) != 2:
        return []
    one, other = repeated
    texts = one[0].span.of(view).lower(), other[0].span.of(view).lower()
    together = {n.sentence for n in one} & {n.sentence for n in other}
    return [*one, *other] if together and texts[0] not in texts[1] and texts[1] not in texts[0] else []


def _cases(sentence: Sentence) -> Iterator[ArmName]:
    """What the patients of a sentence have, before or behind the word: 'XY patients', 'patients with XY'."""
    pieces = sentence.pieces
    for i, piece in enumerate(pieces):
        if not piece.is_a("people", "patient"):
            continue
        name = phrases.before(pieces, i, SIDE_PIECES)
        span = phrases.span_of((*name, piece))
        if not name and i + 1 < len(pieces) and pieces[i + 1].is_a("with_condition"):
            name = phrases.after(pieces, i + 2, SIDE_PIECES)
            span = phrases.span_of((piece, *name)) if name else span
        if name and not any(p.is_a("arm_role") or p.is_a("alone") for p in name):
            yield replace(named(name, "people", sentence.index), full=span)


def _heads_unit(sentence: Sentence, at: int) -> bool:
    follow = sentence.pieces[at + 1] if at + 1 < len(sentence.pieces) else None
    return follow is not None and (follow.is_a("arm_head") or follow.is_a("of"))


def by_placebo(sentences: Sequence[Sentence]) -> list[ArmName]:
    """The one drug that most sentences name, and the placebo or usual care; empty where no drug stands out."""
    controls = [(s, p) for s in sentences for p in s.pieces if _is_control(p)]
    drugs = by_main(sentences)
    return [*drugs, named((controls[0][1],), "contrast", controls[0][0].index)] if controls and drugs else []


def by_main(sentences: Sequence[Sentence]) -> list[ArmName]:
    """The one drug that most sentences name, at its first place; empty where none stands out."""
    named_in: Counter[str] = Counter()
    for sentence in sentences:
        named_in.update({code for p in sentence.pieces for code in p.codes("drug") if code not in CONTROL_DRUGS})
    ranked = named_in.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return []
    sentence, piece = next((s, p) for s in sentences for p in s.pieces if p.is_a("drug", ranked[0][0]))
    return [named((piece,), "contrast", sentence.index)]


def _stands_alone(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word goes with no other: 'in controls (8%)', but not 'control of pain', 'the control arm'."""
    ahead = pieces[at - 1] if at else None
    follow = pieces[at + 1] if at + 1 < len(pieces) else None
    opened = ahead is None or any(ahead.is_a(k) for k in ("article", "preposition", "versus", "and", "alone"))
    closing = ("comma", "stop", "semicolon", "open", "close", "having", "copula", "versus", "preposition")
    closed = follow is None or (any(follow.is_a(k) for k in closing) and not follow.is_a("of"))
    return opened and closed


def contrasted(sentence: Sentence, at: int) -> tuple[ArmName, ...]:
    """What stands right before and right behind the contrast at a position; empty where one is no name."""
    pieces = sentence.pieces
    names = phrases.before(pieces, at, SIDE_PIECES), phrases.after(pieces, at + 1, SIDE_PIECES)
    if not all(name and any(p.is_a("word") or p.is_a("drug") for p in name) for name in names):
        return ()
    return tuple(named(name, "contrast", sentence.index) for name in names)


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
