"""Records that say exactly what an annotation says, for tests to spoil."""

from decimal import Decimal

from extractor.evaluation.facts import exact, probability
from extractor.evaluation.gold import (
    Annotation,
    Bounds,
    GoldEffect,
    GoldEstimate,
    GoldSize,
    GoldSpread,
    GoldTest,
    Names,
)
from extractor.record import base, entities, facts
from extractor.record.record import Extraction, Record, SourceInfo

HERE = (0, 0)


def perfect_record(*annotations: Annotation) -> Record:
    languages = {a.lang: perfect(a) for a in annotations}
    source = SourceInfo(name="test", format="text")
    return Record(id=annotations[0].id, source=source, en=languages.get("en"), zh=languages.get("zh"))


def perfect(annotation: Annotation) -> Extraction:
    return Extraction(
        language=annotation.lang,
        text="",
        arms=tuple(entities.Arm(id=i, name=n, aliases=a) for i, n, a in _named(annotation.arms)),
        cohorts=tuple(entities.Cohort(id=i, name=n, aliases=a) for i, n, a in _named(annotation.cohorts)),
        outcomes=tuple(entities.Outcome(id=i, name=n, aliases=a) for i, n, a in _named(annotation.outcomes)),
        sample_sizes=tuple(_size(f) for f in annotation.n),
        estimates=tuple(_estimate(f) for f in annotation.estimates),
        effects=tuple(_effect(f) for f in annotation.effects),
        tests=tuple(_test(f) for f in annotation.tests),
    )


def reported(printed: str | None) -> base.Reported | None:
    number = exact(printed)
    return None if number is None or printed is None else base.Reported(value=number, text=printed, span=HERE)


def _named(names: Names) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(key, first, tuple(others)) for key, (first, *others) in names.items()]


def _size(fact: GoldSize) -> facts.SampleSize:
    value = reported(fact.n)
    assert value is not None
    return facts.SampleSize(id="n", value=value, arm=fact.arm, cohort=fact.cohort, span=HERE)


def _estimate(fact: GoldEstimate) -> facts.Estimate:
    return facts.Estimate.model_validate(
        {
            "id": "est",
            "statistic": fact.stat,
            "value": None if fact.value == "NR" else reported(fact.value),
            "not_reached": fact.value == "NR",
            "upper": reported(fact.upper),
            "unit": fact.unit,
            "interval": _interval(fact.ci, fact.level),
            "spread": _spread(fact.disp),
            "events": reported(fact.events),
            "total": reported(fact.total),
            "outcome": fact.outcome,
            "timepoint": _time(fact.time),
            "arm": fact.arm,
            "cohort": fact.cohort,
            "span": HERE,
        }
    )


def _effect(fact: GoldEffect) -> facts.Effect:
    return facts.Effect.model_validate(
        {
            "id": "eff",
            "measure": fact.measure,
            "value": reported(fact.value),
            "interval": _interval(fact.ci, fact.level),
            "p": _p(fact.p),
            "outcome": fact.outcome,
            "timepoint": _time(fact.time),
            "arm": fact.arm,
            "comparator": fact.vs,
            "cohort": fact.cohort,
            "span": HERE,
        }
    )


def _test(fact: GoldTest) -> facts.Test:
    return facts.Test(
        id="t", p=_p(fact.p), statistic=reported(fact.stat), outcomes=fact.covered, arm=fact.arm, span=HERE
    )


def _interval(ci: Bounds | None, level: str | None) -> base.Interval | None:
    if ci is None:
        return None
    share = (exact(level) or Decimal(95)) / 100
    return base.Interval(low=reported(ci[0]), high=reported(ci[1]), level=share)


def _spread(spread: GoldSpread | None) -> base.Spread | None:
    if spread is None:
        return None
    return base.Spread(
        kind="unknown", value=reported(spread.value), low=reported(spread.low), high=reported(spread.high)
    )


def _p(printed: str | None) -> base.PValue | None:
    parsed = probability(printed)
    if parsed is None or printed is None or parsed[1] is None:
        return None
    value = base.Reported(value=parsed[1], text=printed, span=HERE)
    return base.PValue.model_validate({"relation": parsed[0], "value": value})


def _time(printed: str | None) -> base.Timepoint | None:
    return None if printed is None else base.Timepoint(text=printed, span=HERE)
