"""Where the facts of an extraction were read: each place with the id of the fact that it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.record.base import Interval, PValue, Reported, Spread, Timepoint
from extractor.record.facts import Effect, Estimate, SampleSize, Test
from extractor.record.record import Extraction
from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class Use:
    """One place of the text, and the fact that was read there."""

    span: Span
    fact: str


_Fact = SampleSize | Estimate | Effect | Test


def uses(extraction: Extraction) -> Iterator[Use]:
    """Every place of a number or time point of every fact."""
    facts: tuple[_Fact, ...] = (
        *extraction.sample_sizes,
        *extraction.estimates,
        *extraction.adverse_events,
        *extraction.effects,
        *extraction.tests,
    )
    for fact in facts:
        for part in _parts(fact):
            if part is not None:
                yield Use(Span(*part.span), fact.id)


def _parts(fact: _Fact) -> Iterator[Reported | Timepoint | None]:
    if isinstance(fact, Test):
        yield from (fact.statistic, _of_p(fact.p), fact.timepoint)
        return
    yield fact.value
    if isinstance(fact, Estimate):
        yield from (fact.upper, fact.events, fact.total, fact.timepoint)
        yield from (*_of_bounds(fact.interval), *_of_bounds(fact.spread))
        yield fact.spread.value if fact.spread else None
    elif isinstance(fact, Effect):
        yield from (_of_p(fact.p), fact.timepoint, *_of_bounds(fact.interval))


def _of_p(p: PValue | None) -> Reported | None:
    return p.value if p else None


def _of_bounds(bounds: Interval | Spread | None) -> tuple[Reported | None, ...]:
    return (bounds.low, bounds.high) if bounds else ()
