"""One language of a record in the form in which facts are compared, names translated into gold ids."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.evaluation import names
from extractor.evaluation.facts import (
    NOT_REACHED,
    UNKNOWN,
    Bounds,
    Comparison,
    FactList,
    Figure,
    Judgement,
    Names,
    Probability,
    Size,
    Value,
    time_numbers,
)
from extractor.evaluation.gold import Annotation
from extractor.record import base, entities, facts
from extractor.record.record import Extraction

_AS_TERM = "term:"
"""Goes before the name of an adverse event that has no outcome, to make it an id."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the ids of a record mean in the annotation's terms."""

    arms: dict[str, str]
    cohorts: dict[str, str]
    outcomes: dict[str, Names]

    def arm(self, id: str | None) -> str | None:
        """The gold arm, UNKNOWN for one that the annotation does not name, None for none."""
        return None if id is None else self.arms.get(id, UNKNOWN)

    def cohort(self, id: str | None) -> str | None:
        """The gold cohort, in the same way."""
        return None if id is None else self.cohorts.get(id, UNKNOWN)

    def outcome(self, *ids: str | None) -> Names:
        """The gold outcomes that any of the ids may mean; empty where there is none."""
        return frozenset().union(*(self.outcomes.get(one, {UNKNOWN}) for one in ids if one is not None))


def record_facts(extraction: Extraction, annotation: Annotation) -> FactList:
    """What the record holds."""
    meanings = meanings_of(extraction, annotation)
    return FactList(
        sizes=tuple(
            Size(f.value.value, meanings.arm(f.arm), meanings.cohort(f.cohort)) for f in extraction.sample_sizes
        ),
        figures=tuple(_figure(f, meanings) for f in (*extraction.estimates, *extraction.adverse_events)),
        comparisons=tuple(_comparison(f, meanings) for f in extraction.effects),
        judgements=tuple(
            Judgement(_probability(f.p), _number(f.statistic), meanings.outcome(*f.outcomes)) for f in extraction.tests
        ),
    )


def meanings_of(extraction: Extraction, annotation: Annotation) -> Meanings:
    """The names of both sides laid side by side."""
    outcomes = _names(extraction.outcomes)
    for event in extraction.adverse_events:
        if (outcome := _outcome_id(event)) is not None and event.term is not None:
            outcomes.setdefault(outcome, []).append(event.term)
    return Meanings(
        arms=names.one_to_one(_names(extraction.arms), annotation.arms, names.ARM_FLOOR),
        cohorts=names.one_to_one(_names(extraction.cohorts), annotation.cohorts, names.COHORT_FLOOR),
        outcomes=names.likest(outcomes, annotation.outcomes, names.OUTCOME_FLOOR),
    )


def _names(things: Iterable[entities.Arm | entities.Cohort | entities.Outcome]) -> dict[str, list[str]]:
    return {thing.id: [thing.name, *thing.aliases] for thing in things}


def _outcome_id(fact: facts.Estimate) -> str | None:
    if fact.outcome is None and isinstance(fact, facts.AdverseEvent) and fact.term:
        return _AS_TERM + fact.term
    return fact.outcome


def _figure(fact: facts.Estimate, meanings: Meanings) -> Figure:
    return Figure(
        value=NOT_REACHED if fact.not_reached else _number(fact.value),
        upper=_number(fact.upper),
        statistic=fact.statistic,
        percent=fact.unit == "%",
        interval=_bounds(fact.interval),
        spread=_spread(fact.spread),
        events=_number(fact.events),
        total=_number(fact.total),
        names=meanings.outcome(_outcome_id(fact)),
        time=time_numbers(fact.timepoint.text if fact.timepoint else None),
        arm=meanings.arm(fact.arm),
        cohort=meanings.cohort(fact.cohort),
    )


def _comparison(fact: facts.Effect, meanings: Meanings) -> Comparison:
    return Comparison(
        value=_number(fact.value),
        measure=fact.measure,
        percent=fact.unit == "%",
        interval=_bounds(fact.interval),
        level=_level(fact.interval),
        p=_probability(fact.p),
        names=meanings.outcome(fact.outcome),
        time=time_numbers(fact.timepoint.text if fact.timepoint else None),
        cohort=meanings.cohort(fact.cohort),
    )


def _number(reported: base.Reported | None) -> Decimal | None:
    return None if reported is None else reported.value


def _bounds(interval: base.Interval | None) -> Bounds:
    return None if interval is None else (_number(interval.low), _number(interval.high))


def _level(interval: base.Interval | None) -> Value:
    """The level in percent, as annotations give it."""
    if interval is None or interval.level is None:
        return None
    return interval.level * 100 if interval.level <= 1 else interval.level


def _probability(p: base.PValue | None) -> Probability:
    return None if p is None else (p.relation, p.value.value)


def _spread(spread: base.Spread | None) -> tuple[Decimal, ...]:
    if spread is None:
        return ()
    numbers: Sequence[Decimal | None] = (_number(spread.value), _number(spread.low), _number(spread.high))
    return tuple(n for n in numbers if n is not None)
