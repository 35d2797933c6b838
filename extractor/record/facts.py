"""The facts of one language: sizes, figures about one group, comparisons between groups, tests."""

from typing import Literal

from extractor.record.base import Interval, Model, Place, PValue, Reported, Spread, Timepoint

Population = Literal["screened", "enrolled", "randomized", "treated", "analyzed", "completed", "other"]
Statistic = Literal["median", "mean", "proportion", "count", "rate", "value"]
Measure = Literal["HR", "OR", "RR", "IRR", "RD", "MD", "SMD", "RRR", "VE", "NNT", "GMR", "COR", "BETA", "OTHER"]


class SampleSize(Model):
    """How many took part: in all, in an arm, in a cohort."""

    id: str
    value: Reported
    population: Population = "other"
    arm: str | None = None
    cohort: str | None = None
    span: Place


class Estimate(Model):
    """One figure about one group. `arm` null: all participants; `cohort` null: the whole population."""

    id: str
    statistic: Statistic
    value: Reported | None = None
    upper: Reported | None = None
    not_reached: bool = False
    unit: str | None = None
    interval: Interval | None = None
    spread: Spread | None = None
    events: Reported | None = None
    total: Reported | None = None
    outcome: str | None = None
    timepoint: Timepoint | None = None
    arm: str | None = None
    cohort: str | None = None
    change: bool = False
    span: Place


class Grade(Model):
    """Severity grades of an adverse event: '3 or higher' is min 3, max null."""

    min: int | None = None
    max: int | None = None
    text: str


class AdverseEvent(Estimate):
    """An estimate whose outcome is an adverse event."""

    term: str | None = None
    concept: str | None = None
    grade: Grade | None = None
    related: bool | None = None
    serious: bool | None = None


class Effect(Model):
    """One comparison number between groups: `arm` against `comparator`."""

    id: str
    measure: Measure
    label: str | None = None
    value: Reported | None = None
    unit: str | None = None
    interval: Interval | None = None
    p: PValue | None = None
    adjusted: bool | None = None
    outcome: str | None = None
    timepoint: Timepoint | None = None
    arm: str | None = None
    comparator: str | None = None
    cohort: str | None = None
    span: Place


class Test(Model):
    """A P value or test statistic that has no effect number of its own."""

    id: str
    test: Literal["t", "chi2", "z", "F", "U", "r", "Q", "H", "W"] | None = None
    statistic: Reported | None = None
    p: PValue | None = None
    outcomes: tuple[str, ...] = ()
    arm: str | None = None
    comparator: str | None = None
    cohort: str | None = None
    timepoint: Timepoint | None = None
    within: bool = False
    interaction: bool = False
    span: Place
