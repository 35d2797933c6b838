"""A candidate for an arm: one place that names a group, and what the name says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.entities import phrases
from extractor.entities.arms.doses import Amount, dose_runs
from extractor.pieces import Piece
from extractor.spans import Span

NAME_PIECES = 10
"""Longest name of an arm, in pieces (an ideograph is a piece)."""


_STATES = ("sign_positive", "sign_negative", "type_wild", "type_mutant", "degree_normal")
"""Words that tell what people have; no treatment is called so."""


@dataclass(frozen=True, slots=True)
class ArmName:
    """One place that names an arm.

    `span` is the name without its head word, `full` with it; `origin` tells how it was found: "head" (X group),
    "assigned" (randomised to X or Y), "taken" (people received X or Y), "contrast" (X versus Y), "received" (the X
    group got Y: then `of` is the name of X). `plain`: the name is nothing but a role ("treatment", 对照); `timed`: it
    ends in a time (培训前); `single`: it says that nothing was added (monotherapy), `combined`: that something was,
    `added`: it adds something by a plus; `ordinal`: it is a place in a list (first); `dose` where one is part of it;
    `state`: it tells what people have and nothing that is done to them (the EGFR-negative group).
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
    single: bool = False
    combined: bool = False
    added: bool = False
    ordinal: bool = False
    dose: Amount | None = None
    state: bool = False


def name_of(name: Sequence[Piece], origin: str, head: Span | None = None, of: Span | None = None) -> ArmName:
    """The candidate that these pieces make, not yet placed in its sentence; `head` is the span of its head word."""
    span = phrases.span_of(name)
    full = Span(span.start, head.end) if head else span
    role = next((p.code("arm_role") for p in reversed(name) if p.is_a("arm_role")), None)
    role = "placebo" if any(p.is_a("arm_role", "placebo") for p in name) else role
    if role is None and any(p.is_a("people", "healthy_control") for p in name):
        role = "control"
    drugs = tuple(code for p in name if (code := p.code("drug")))
    if name and name[0].is_a("negation"):
        role, drugs = "no_treatment", ()
    found = ArmName(span, full, origin, role, drugs, of, plain=_is_plain(name), timed=_is_timed(name), dose=_dose(name))
    single, joint = any(p.is_a("alone", "ending") for p in name), any(p.is_a("combination") for p in name)
    added = any(p.is_a("and", "plus") for p in name)
    ordinal = all(p.is_a("word", "ordinal") for p in name)
    return replace(found, single=single, combined=joint, added=added, ordinal=ordinal, state=_is_state(name))


def named(name: Sequence[Piece], origin: str, sentence: int) -> ArmName:
    """The candidate that these pieces of a sentence make."""
    return replace(name_of(name, origin), sentence=sentence)


def _is_plain(name: Sequence[Piece]) -> bool:
    return all(p.is_a("arm_role") or p.is_a("alone") for p in name)


def _is_state(name: Sequence[Piece]) -> bool:
    """Whether nothing but a disease is named, or a word tells the sign or level that people have."""
    if any(p.is_a(k) for p in name for k in ("drug", "arm_role", "dose_unit", "negation")):
        return False
    told = any(p.is_a("word", code) for p in name for code in _STATES)
    return told or all(p.is_a("adverse_event") for p in name)


def _dose(name: Sequence[Piece]) -> Amount | None:
    """The one dose in a name."""
    doses = [d.amount for run in dose_runs(name) for d in run]
    return doses[0] if len(doses) == 1 else None


def _is_timed(name: Sequence[Piece]) -> bool:
    return len(name) > 1 and (phrases.is_front(name[-1]) or name[-1].is_a("time_anchor"))


def is_generic(name: Sequence[Piece]) -> bool:
    """Whether the words could stand with any group, or name none: 'the patients only', 'two groups', 'risk group'."""
    kinds = ("alone", "name_stop", "time_tail", "every_arm")
    generic = all(p.is_a("word", "nameless") or any(p.is_a(k) for k in kinds) for p in name)
    return generic and not any(p.is_a("arm_role") for p in name)
