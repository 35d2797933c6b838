"""The neutral view of an arm, cohort or outcome: its names, codes and what is said about it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from extractor.agreement.facts import Fact, Part, outcome_id
from extractor.agreement.search import digits_in
from extractor.record.base import Place
from extractor.record.entities import Arm, Cohort, Outcome
from extractor.record.record import Extraction
from extractor.spans import Span

_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_/+.][A-Za-z0-9]+)*")
_EVENT: Final = "event:"


@dataclass(frozen=True, slots=True)
class Carried:
    """A number that a fact reports about the entity: the fact's class, the number's part and its value."""

    kind: str
    part: Part
    number: Decimal


@dataclass(frozen=True, slots=True)
class Shape:
    """What kind of fact is reported about the entity."""

    kind: str
    what: str | None


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of a drug an arm is given."""

    concept: str | None
    amount: Decimal
    unit: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """An arm, cohort or outcome of either language; `rank` counts them in the order of the text."""

    id: str
    name: str
    rank: int
    role: str | None = None
    concepts: frozenset[str] = frozenset()
    latin: frozenset[str] = frozenset()
    digits: frozenset[Decimal] = frozenset()
    doses: frozenset[Dose] = frozenset()
    carried: frozenset[Carried] = frozenset()
    shapes: frozenset[Shape] = frozenset()


def latin_names(names: tuple[str, ...]) -> frozenset[str]:
    """The Latin words and abbreviations in names of either language, in one case."""
    return frozenset(w.casefold() for name in names for w in _LATIN.findall(name) if len(w) > 1)


def _digits(names: tuple[str, ...]) -> frozenset[Decimal]:
    return frozenset(number for name in names for number, _ in digits_in(name))


def _carried(facts: tuple[Fact, ...]) -> frozenset[Carried]:
    return frozenset(
        Carried(fact.kind.value, leaf.part, leaf.number)
        for fact in facts
        for leaf in fact.leaves
        if leaf.part not in (Part.P, Part.TOTAL)
    )


def _shapes(facts: tuple[Fact, ...]) -> frozenset[Shape]:
    return frozenset(Shape(f.kind.value, f.what) for f in facts)


def _first(spans: tuple[Place, ...], facts: tuple[Fact, ...]) -> tuple[Span, ...]:
    places = [Span(*span) for span in spans] or [fact.place for fact in facts]
    return tuple(sorted(places)[:1])


def _ranked(placed: list[tuple[tuple[Span, ...], Entity]]) -> tuple[Entity, ...]:
    # An entity without any place keeps the record's order behind the others.
    ordered = sorted(enumerate(placed), key=lambda item: (not item[1][0], item[1][0], item[0]))
    rank = {index: rank for rank, (index, _) in enumerate(ordered)}
    return tuple(
        Entity(e.id, e.name, rank[i], e.role, e.concepts, e.latin, e.digits, e.doses, e.carried, e.shapes)
        for i, (_, e) in enumerate(placed)
    )


def _described(
    entity: Arm | Cohort | Outcome,
    facts: tuple[Fact, ...],
    role: str | None = None,
    concepts: frozenset[str] = frozenset(),
    doses: frozenset[Dose] = frozenset(),
) -> tuple[tuple[Span, ...], Entity]:
    names = (entity.name, *entity.aliases)
    described = Entity(
        entity.id, entity.name, 0, role, concepts, latin_names(names), _digits(names), doses,
        _carried(facts), _shapes(facts),
    )  # fmt: skip
    return _first(entity.spans, facts), described


def arms_of(extraction: Extraction, facts: tuple[Fact, ...]) -> tuple[Entity, ...]:
    """The arms with the facts that hang on them."""
    return _ranked([_arm(arm, tuple(f for f in facts if f.arm == arm.id)) for arm in extraction.arms])


def _arm(arm: Arm, facts: tuple[Fact, ...]) -> tuple[tuple[Span, ...], Entity]:
    concepts = frozenset(i.concept for i in arm.interventions if i.concept)
    doses = frozenset(Dose(i.concept, i.dose, i.dose_unit) for i in arm.interventions if i.dose is not None)
    return _described(arm, facts, arm.role, concepts, doses)


def cohorts_of(extraction: Extraction, facts: tuple[Fact, ...]) -> tuple[Entity, ...]:
    """The cohorts with the facts that hang on them."""
    return _ranked([_described(c, tuple(f for f in facts if f.cohort == c.id)) for c in extraction.cohorts])


def outcomes_of(extraction: Extraction, facts: tuple[Fact, ...]) -> tuple[Entity, ...]:
    """The outcomes, and the adverse events that are no outcome of the list, with their facts."""
    events = {ae.outcome: ae.concept for ae in extraction.adverse_events if ae.outcome and ae.concept}
    listed = [
        _described(
            outcome,
            tuple(f for f in facts if outcome.id in f.outcomes),
            outcome.role,
            frozenset(c for c in (outcome.concept, events.get(outcome.id)) if c),
        )
        for outcome in extraction.outcomes
    ]
    unlisted = {
        key: event
        for event in reversed(extraction.adverse_events)
        if event.outcome is None and (key := outcome_id(event))
    }
    for key, event in unlisted.items():
        own = tuple(f for f in facts if key in f.outcomes)
        name = event.term or key.removeprefix(_EVENT)
        concepts = frozenset((event.concept,)) if event.concept else frozenset[str]()
        entity = Entity(key, name, 0, "safety", concepts, latin_names((name,)), _digits((name,)), frozenset(),
                        _carried(own), _shapes(own))  # fmt: skip
        listed.append((_first((), own), entity))
    return _ranked(listed)
