"""An annotation in the form in which facts are compared."""

from decimal import Decimal

from extractor.evaluation.facts import (
    NOT_REACHED,
    Comparison,
    FactList,
    Figure,
    Judgement,
    Size,
    Value,
    exact,
    probability,
    time_numbers,
)
from extractor.evaluation.gold import Annotation, Bounds, GoldEffect, GoldEstimate, GoldSpread

_PERCENT = ("%", "％", "percent", "per cent")
_USUAL_LEVEL = "95"


def gold_facts(annotation: Annotation) -> FactList:
    """What the annotator found."""
    return FactList(
        sizes=tuple(Size(exact(f.n), f.arm, f.cohort) for f in annotation.n),
        figures=tuple(_figure(f) for f in annotation.estimates),
        comparisons=tuple(_comparison(f) for f in annotation.effects),
        judgements=tuple(Judgement(probability(f.p), exact(f.stat), frozenset(f.covered)) for f in annotation.tests),
    )


def _figure(fact: GoldEstimate) -> Figure:
    return Figure(
        value=_value(fact.value),
        upper=exact(fact.upper),
        statistic=fact.stat,
        percent=(fact.unit or "").strip() in _PERCENT,
        interval=_bounds(fact.ci),
        spread=_spread(fact.disp),
        events=exact(fact.events),
        total=exact(fact.total),
        names=_one(fact.outcome),
        time=time_numbers(fact.time),
        arm=fact.arm,
        cohort=fact.cohort,
    )


def _comparison(fact: GoldEffect) -> Comparison:
    unit = fact.unit or ""
    return Comparison(
        value=exact(fact.value),
        measure=fact.measure,
        percent="%" in unit or "percent" in unit,
        interval=_bounds(fact.ci),
        level=exact(fact.level or (_USUAL_LEVEL if fact.ci else None)),
        p=probability(fact.p),
        names=_one(fact.outcome),
        time=time_numbers(fact.time),
        cohort=fact.cohort,
    )


def _value(printed: str | None) -> Value:
    return NOT_REACHED if printed == NOT_REACHED else exact(printed)


def _bounds(ci: Bounds | None) -> tuple[Decimal | None, Decimal | None] | None:
    return None if ci is None else (exact(ci[0]), exact(ci[1]))


def _spread(spread: GoldSpread | None) -> tuple[Decimal, ...]:
    if spread is None:
        return ()
    numbers = (exact(spread.value), exact(spread.low), exact(spread.high))
    return tuple(n for n in numbers if n is not None)


def _one(outcome: str | None) -> frozenset[str]:
    return frozenset() if outcome is None else frozenset({outcome})
