"""Drafts become facts: one builder for each class of fact."""

from extractor.assembly.numbers import interval, p_value, reported, spread, timepoint
from extractor.assembly.outcomes import OutcomeIndex
from extractor.attachment import Draft
from extractor.figures import Figure
from extractor.record.base import place
from extractor.record.facts import AdverseEvent, Effect, Estimate, Grade, SampleSize, Test
from extractor.spans import Span, cover


class FactBuilder:
    """Builds the facts of one abstract; ids count up by class."""

    def __init__(self, raw: str, prefix: str, outcomes: OutcomeIndex) -> None:
        self._raw, self._prefix, self._outcomes = raw, prefix, outcomes

    def size(self, draft: Draft, number: int) -> SampleSize:
        """A sample size."""
        value = reported(draft.figure.value if draft.figure else None, self._raw)
        return SampleSize.model_validate(
            {
                "id": f"{self._prefix}.n{number}",
                "value": value,
                "population": draft.population or "other",
                "arm": draft.subject.arm,
                "cohort": draft.subject.cohort,
                "span": place(draft.span),
            }
        )

    def estimate(self, draft: Draft, number: int, declared: str | None) -> Estimate | AdverseEvent:
        """An estimate, as an adverse event where its outcome is one."""
        figure = draft.figure or Figure(draft.span, "", None)
        adverse = bool(draft.outcomes) and draft.outcomes[0].adverse
        name = "ae" if adverse else "est"
        bare = figure.value is None
        fields = {
            "id": f"{self._prefix}.{name}{number}",
            "statistic": draft.statistic or "value",
            "value": reported(figure.value, self._raw),
            "upper": reported(figure.upper, self._raw),
            "not_reached": figure.not_reached,
            "unit": figure.unit,
            "interval": interval(draft.interval, self._raw),
            "spread": spread(figure, self._raw, declared),
            "events": reported(figure.events, self._raw),
            "total": reported(figure.total, self._raw),
            "outcome": self._outcomes.id_of(draft.outcomes[0]) if draft.outcomes else None,
            "timepoint": timepoint(draft.timepoint, self._raw),
            "arm": draft.subject.arm,
            "cohort": draft.subject.cohort,
            "change": draft.change,
            "span": place(draft.span),
        }
        if bare and figure.events is not None and figure.total is None:
            fields |= {"value": reported(figure.events, self._raw), "events": None, "statistic": "count"}
        if not adverse:
            return Estimate.model_validate(fields)
        mention = draft.outcomes[0]
        grade = draft.grade
        event: dict[str, object] = {
            **fields,
            "term": mention.span.of(self._raw),
            "concept": mention.concept,
            "grade": Grade(min=grade.low, max=grade.high, text=grade.span.of(self._raw)) if grade else None,
            "related": draft.related,
            "serious": draft.serious,
        }
        return AdverseEvent.model_validate(event)

    def effect(self, draft: Draft, number: int) -> Effect:
        """A comparison."""
        figure = draft.figure or Figure(draft.span, "", None)
        return Effect.model_validate(
            {
                "id": f"{self._prefix}.eff{number}",
                "measure": draft.measure,
                "value": reported(figure.value, self._raw),
                "unit": figure.unit,
                "interval": interval(draft.interval, self._raw),
                "p": p_value(draft.p, self._raw),
                "adjusted": draft.adjusted,
                "outcome": self._outcomes.id_of(draft.outcomes[0]) if draft.outcomes else None,
                "timepoint": timepoint(draft.timepoint, self._raw),
                "arm": draft.subject.arm,
                "comparator": draft.subject.comparator,
                "cohort": draft.subject.cohort,
                "span": place(draft.span),
            }
        )

    def test(self, draft: Draft, number: int) -> Test:
        """A P value or test statistic of its own."""
        spans: list[Span] = [s for s in (draft.span, draft.p.span if draft.p else None) if s]
        return Test.model_validate(
            {
                "id": f"{self._prefix}.t{number}",
                "test": draft.test.test if draft.test else None,
                "statistic": reported(draft.test.value if draft.test else None, self._raw),
                "p": p_value(draft.p, self._raw),
                "outcomes": tuple(dict.fromkeys(i for o in draft.outcomes if (i := self._outcomes.id_of(o)))),
                "arm": draft.subject.arm,
                "comparator": draft.subject.comparator,
                "cohort": draft.subject.cohort,
                "timepoint": timepoint(draft.timepoint, self._raw),
                "within": draft.within,
                "interaction": draft.interaction,
                "span": place(cover(spans)),
            }
        )
