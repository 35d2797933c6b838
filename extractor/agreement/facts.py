"""The neutral view of a fact: what it states, about whom, and every number it is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from extractor.agreement.numbers import Printed
from extractor.record.base import Interval, PValue, Reported, Spread, Timepoint
from extractor.record.facts import AdverseEvent, Effect, Estimate, Grade, SampleSize, Test
from extractor.record.record import Extraction
from extractor.spans import Span


class Kind(Enum):
    """The classes within which facts are paired; estimates and adverse events are one."""

    SIZE = "sample size"
    FIGURE = "figure"
    EFFECT = "effect"
    TEST = "test"


class Part(Enum):
    """What a number is to its fact; the order is that of importance."""

    VALUE = "value"
    EVENTS = "number of events"
    STATISTIC = "test statistic"
    LOW = "lower bound of the interval"
    HIGH = "upper bound of the interval"
    P = "P value"
    UPPER = "upper value"
    SPREAD = "spread"
    SPREAD_LOW = "lower end of the spread"
    SPREAD_HIGH = "upper end of the spread"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One number of a fact, with its place."""

    part: Part
    printed: Printed
    span: Span

    @property
    def number(self) -> Decimal:
        """Its exact value."""
        return self.printed.number


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of either language, whatever its class; `what` is its statistic, measure, test or population."""

    id: str
    kind: Kind
    what: str | None
    leaves: tuple[Leaf, ...]
    span: Span
    unit: str | None = None
    level: Decimal | None = None
    relation: str | None = None
    outcomes: tuple[str, ...] = ()
    arm: str | None = None
    comparator: str | None = None
    cohort: str | None = None
    timepoint: Timepoint | None = None
    grade: Grade | None = None
    change: bool = False
    within: bool = False
    interaction: bool = False
    not_reached: bool = False

    def leaf(self, part: Part) -> Leaf | None:
        """The number that is this part, if the fact has it."""
        return next((leaf for leaf in self.leaves if leaf.part is part), None)

    @property
    def principal(self) -> Leaf | None:
        """The number that identifies the fact best."""
        return self.leaves[0] if self.leaves else None

    @property
    def place(self) -> Span:
        """Where the fact stands: its principal number, or all of it where no number is printed."""
        return self.leaves[0].span if self.leaves else self.span


def _leaf(part: Part, reported: Reported | None) -> Iterator[Leaf]:
    if reported is not None:
        yield Leaf(part, Printed(reported.value, reported.text), Span(*reported.span))


def _interval(interval: Interval | None) -> Iterator[Leaf]:
    if interval is not None:
        yield from _leaf(Part.LOW, interval.low)
        yield from _leaf(Part.HIGH, interval.high)


def _spread(spread: Spread | None) -> Iterator[Leaf]:
    if spread is not None:
        yield from _leaf(Part.SPREAD, spread.value)
        yield from _leaf(Part.SPREAD_LOW, spread.low)
        yield from _leaf(Part.SPREAD_HIGH, spread.high)


def _p(p: PValue | None) -> Iterator[Leaf]:
    yield from _leaf(Part.P, p.value if p else None)


def _ordered(*groups: Iterator[Leaf]) -> tuple[Leaf, ...]:
    importance = list(Part)
    return tuple(sorted((leaf for g in groups for leaf in g), key=lambda leaf: importance.index(leaf.part)))


def outcome_id(fact: Estimate) -> str | None:
    """The outcome a figure is about; an adverse event without one stands for itself by concept or term."""
    if fact.outcome is not None or not isinstance(fact, AdverseEvent):
        return fact.outcome
    return f"event:{fact.concept or fact.term}" if fact.concept or fact.term else None


def _size(fact: SampleSize) -> Fact:
    leaves = _ordered(_leaf(Part.VALUE, fact.value))
    what = None if fact.population == "other" else fact.population
    return Fact(fact.id, Kind.SIZE, what, leaves, Span(*fact.span), arm=fact.arm, cohort=fact.cohort)


def _figure(fact: Estimate) -> Fact:
    # A bare count is the number of events of the proportion that the other language may print.
    counted = fact.statistic == "count" and fact.events is None
    outcome = outcome_id(fact)
    return Fact(
        fact.id,
        Kind.FIGURE,
        fact.statistic,
        _ordered(
            _leaf(Part.EVENTS if counted else Part.VALUE, fact.value),
            _leaf(Part.UPPER, fact.upper),
            _leaf(Part.EVENTS, fact.events),
            _leaf(Part.TOTAL, fact.total),
            _interval(fact.interval),
            _spread(fact.spread),
        ),
        Span(*fact.span),
        unit=fact.unit,
        level=fact.interval.level if fact.interval and fact.interval.level_printed else None,
        outcomes=(outcome,) if outcome else (),
        arm=fact.arm,
        cohort=fact.cohort,
        timepoint=fact.timepoint,
        grade=fact.grade if isinstance(fact, AdverseEvent) else None,
        change=fact.change,
        not_reached=fact.not_reached,
    )


def _effect(fact: Effect) -> Fact:
    return Fact(
        fact.id,
        Kind.EFFECT,
        fact.measure,
        _ordered(_leaf(Part.VALUE, fact.value), _interval(fact.interval), _p(fact.p)),
        Span(*fact.span),
        unit=fact.unit,
        level=fact.interval.level if fact.interval and fact.interval.level_printed else None,
        relation=fact.p.relation if fact.p else None,
        outcomes=(fact.outcome,) if fact.outcome else (),
        arm=fact.arm,
        comparator=fact.comparator,
        cohort=fact.cohort,
        timepoint=fact.timepoint,
    )


def _test(fact: Test) -> Fact:
    return Fact(
        fact.id,
        Kind.TEST,
        fact.test,
        _ordered(_leaf(Part.STATISTIC, fact.statistic), _p(fact.p)),
        Span(*fact.span),
        relation=fact.p.relation if fact.p else None,
        outcomes=fact.outcomes,
        arm=fact.arm,
        comparator=fact.comparator,
        cohort=fact.cohort,
        timepoint=fact.timepoint,
        within=fact.within,
        interaction=fact.interaction,
    )


def facts_of(extraction: Extraction) -> tuple[Fact, ...]:
    """Every fact of one language in the order of the text."""
    facts = (
        *map(_size, extraction.sample_sizes),
        *map(_figure, extraction.estimates),
        *map(_figure, extraction.adverse_events),
        *map(_effect, extraction.effects),
        *map(_test, extraction.tests),
    )
    return tuple(sorted(facts, key=lambda f: (f.place, f.kind.value, len(f.id), f.id)))
