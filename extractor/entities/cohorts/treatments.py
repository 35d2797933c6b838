"""Whether people are told by their treatment, or are all that were enrolled: such a condition is no cohort."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.entities.arms.entity import ArmEntity
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence

_NEVER = ("every_arm", "both", "cohort_head", "analysis_set", "stop")
_OF_ALL = ("enrolled", "randomized", "analyzed")
"""Kinds that make the people of the scope an arm, the whole population, or a cohort found otherwise."""

_CONTROLS = ("placebo", "no_treatment", "control")


def drugs_given(sentences: Iterable[Sentence], arms: Sequence[ArmEntity]) -> frozenset[str] | None:
    """The codes of the drugs in the names of the arms; None without arms, when any drug may be what was compared."""
    if not arms:
        return None
    spans = [s for a in arms for s in a.spans]
    pieces = (p for s in sentences for p in s.pieces if p.is_a("drug"))
    return frozenset(c for p in pieces if any(p.span.overlaps(s) for s in spans) for c in p.codes("drug"))


def is_named_by_treatment(name: Sequence[Piece], given: frozenset[str] | None) -> bool:
    """Whether the people are told by a treatment of the arms; a drug that is also an outcome (ventilation) is none."""
    plain = _outside_brackets(name)
    if any(p.is_a(k) for p in plain for k in _NEVER) or any(p.is_a("assigned", "assigned") for p in plain):
        return True
    if any(p.is_a("population", k) for p in plain for k in _OF_ALL):
        return True
    if any(_is_group(plain, i) for i in range(len(plain))) or _is_analysed(plain):
        return True
    if any(a.numeral is not None and b.is_a("people") for a, b in pairwise(plain)):
        return True
    return any(_is_given(p, given) and not p.is_a("outcome") for p in plain)


def _is_given(piece: Piece, given: frozenset[str] | None) -> bool:
    return piece.is_a("drug") if given is None else any(code in given for code in piece.codes("drug"))


def _is_analysed(name: Sequence[Piece]) -> bool:
    """Whether it is a population that an analysis is of: the safety population, the ITT population."""
    own = any(p.is_a("word") and not p.is_a("word", "cohort_stop") for p in name)
    return any(p.is_a("people", "examined_population") for p in name) and not own


def _is_group(name: Sequence[Piece], at: int) -> bool:
    """Whether the word is one for groups or their roles; not inside a compound or a score: 'end-of-study survey'."""
    piece = name[at]
    if piece.is_a("arm_head") and not piece.is_a("people"):
        return True
    if not piece.is_a("arm_role"):
        return False
    if any(piece.is_a("arm_role", code) for code in _CONTROLS) or at + 1 == len(name):
        return True
    behind = name[at + 1]
    glued = at > 0 and name[at - 1].is_a("dash")
    led = at == 0 or name[at - 1].is_a("word") or name[at - 1].is_a("article")
    described = led and (behind.is_a("word") or behind.is_a("outcome"))
    return not (glued or (described and not piece.is_a("study_noun")))


def _outside_brackets(name: Sequence[Piece]) -> list[Piece]:
    plain: list[Piece] = []
    depth = 0
    for piece in name:
        depth += piece.is_a("open")
        plain += [] if depth else [piece]
        depth -= piece.is_a("close")
    return plain
