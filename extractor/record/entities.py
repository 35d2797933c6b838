"""What the facts are about: sections, design, arms, cohorts, outcomes."""

from typing import Literal

from extractor.record.base import Model, Number, Place

SectionKind = Literal[
    "background", "objective", "methods", "results", "conclusions", "registration", "funding", "other"
]
ArmRole = Literal["experimental", "active_comparator", "placebo", "no_treatment", "control"]
OutcomeRole = Literal["primary", "key_secondary", "secondary", "safety", "baseline"]


class Section(Model):
    """A section: its kind, its label as printed (null where the abstract prints none), its place."""

    kind: SectionKind
    label: str | None = None
    span: Place


class Design(Model):
    """How the trial was built; null where the abstract does not say."""

    randomized: bool | None = None
    allocation_ratio: tuple[int, ...] | None = None
    masking: Literal["open", "single", "double", "triple", "blinded"] | None = None
    phase: str | None = None
    crossover: bool | None = None
    non_inferiority: bool | None = None
    multicenter: bool | None = None


class Intervention(Model):
    """One thing an arm was given. `concept` is the neutral code of a known drug."""

    name: str
    concept: str | None = None
    dose: Number | None = None
    dose_unit: str | None = None
    frequency: str | None = None


class Arm(Model):
    """A group that is compared: every name the abstract calls it by."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    role: ArmRole | None = None
    interventions: tuple[Intervention, ...] = ()
    spans: tuple[Place, ...] = ()


class Cohort(Model):
    """A part of the population with results or sizes of its own."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    spans: tuple[Place, ...] = ()


class Outcome(Model):
    """What is measured. `concept` is a neutral code that both languages share, or null."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    concept: str | None = None
    role: OutcomeRole | None = None
    spans: tuple[Place, ...] = ()
