"""One language's extraction out of what was read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.assembly.design import design_of
from extractor.assembly.facts import FactBuilder
from extractor.assembly.interventions import interventions_of
from extractor.assembly.outcome_definitions import abbreviations, role_definitions
from extractor.assembly.outcomes import Definitions, index_outcomes
from extractor.assembly.repeats import without_repeats
from extractor.attachment import Draft, Kind
from extractor.attachment.numbers.declared import declared_spread
from extractor.attachment.row import Row
from extractor.entities.arms.entity import ArmEntity
from extractor.entities.cohorts.entity import CohortEntity
from extractor.record.base import place
from extractor.record.entities import Arm, Cohort, Section
from extractor.record.facts import AdverseEvent, Estimate
from extractor.record.record import Extraction
from extractor.text.sections import Section as TextSection


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read from one abstract."""

    language: str
    raw: str
    sections: tuple[TextSection, ...]
    arms: tuple[ArmEntity, ...]
    cohorts: tuple[CohortEntity, ...]
    rows: tuple[Row, ...]


def assemble(reading: Reading) -> Extraction:
    """The extraction of one abstract, facts in text order."""
    raw, prefix = reading.raw, reading.language
    drafts = without_repeats([(row, d) for row in reading.rows for d in row.drafts])
    defined = Definitions(tuple(abbreviations(reading.rows)), tuple(role_definitions(reading.rows)))
    outcomes = index_outcomes((m for d in drafts for m in d.outcomes), raw, prefix, defined)
    build = FactBuilder(raw, prefix, outcomes)
    estimates: list[Estimate] = []
    events: list[AdverseEvent] = []
    declared = _declared_spread(reading.rows)
    for draft in _of(drafts, Kind.ESTIMATE):
        adverse = bool(draft.outcomes) and draft.outcomes[0].adverse
        fact = build.estimate(draft, len(events if adverse else estimates) + 1, declared)
        if isinstance(fact, AdverseEvent):
            events.append(fact)
        else:
            estimates.append(fact)
    return Extraction.model_validate(
        {
            "language": reading.language,
            "text": raw,
            "sections": tuple(Section(kind=s.kind, label=s.label, span=place(s.span)) for s in reading.sections),
            "design": design_of(reading.rows),
            "arms": tuple(_arm(a, reading) for a in reading.arms if any(d.is_fact for d in drafts)),
            "cohorts": tuple(_cohort(c, raw) for c in reading.cohorts),
            "outcomes": outcomes.outcomes,
            "sample_sizes": tuple(build.size(d, i) for i, d in enumerate(_of(drafts, Kind.SIZE), 1)),
            "estimates": tuple(estimates),
            "adverse_events": tuple(events),
            "effects": tuple(build.effect(d, i) for i, d in enumerate(_of(drafts, Kind.EFFECT), 1)),
            "tests": tuple(build.test(d, i) for i, d in enumerate(_of(drafts, Kind.TEST), 1)),
        }
    )


def _of(drafts: Sequence[Draft], kind: Kind) -> Iterable[Draft]:
    return [d for d in drafts if d.kind is kind]


def _arm(arm: ArmEntity, reading: Reading) -> Arm:
    names = list(dict.fromkeys(s.of(reading.raw).strip() for s in arm.name_spans))
    return Arm.model_validate(
        {
            "id": arm.id,
            "name": names[0],
            "aliases": tuple(names[1:]),
            "role": arm.role,
            "interventions": interventions_of(arm, reading.rows, reading.raw),
            "spans": tuple(place(s) for s in arm.spans),
        }
    )


def _cohort(cohort: CohortEntity, raw: str) -> Cohort:
    names = list(dict.fromkeys(s.of(raw) for s in cohort.spans))
    return Cohort(id=cohort.id, name=names[0], aliases=tuple(names[1:]), spans=tuple(place(s) for s in cohort.spans))


def _declared_spread(rows: Sequence[Row]) -> str | None:
    """The spread that the abstract declares first; None where it says nothing."""
    return next((kind for row in rows if (kind := declared_spread(row))), None)
