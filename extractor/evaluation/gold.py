"""What an annotator wrote down about one abstract: numbers as strings, names as the abstract has them."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

Names = dict[str, tuple[str, ...]]
Bounds = tuple[str | None, str | None]


class GoldModel(BaseModel):
    """A part of an annotation; a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldFact(GoldModel):
    """What all facts share. `id` ties the same fact in two languages together."""

    id: str | None = None
    arm: str | None = None
    cohort: str | None = None

    def names(self) -> tuple[str | None, ...]:
        """The ids of arms, cohorts and outcomes that the fact uses."""
        return (self.arm, self.cohort)


class GoldSize(GoldFact):
    """How many took part."""

    n: str
    kind: str


class GoldSpread(GoldModel):
    """A dispersion: one number, or a lower and an upper one."""

    type: str
    value: str | None = None
    low: str | None = None
    high: str | None = None


class GoldEstimate(GoldFact):
    """One figure about one group; a median that was not reached has the value "NR"."""

    stat: str
    value: str | None = None
    upper: str | None = None
    unit: str | None = None
    ci: Bounds | None = None
    level: str | None = None
    disp: GoldSpread | None = None
    disp2: GoldSpread | None = None
    events: str | None = None
    total: str | None = None
    outcome: str | None = None
    time: str | None = None
    grade: str | None = None
    ae: bool = False
    change: bool = False

    def names(self) -> tuple[str | None, ...]:
        """Group and outcome."""
        return (self.arm, self.cohort, self.outcome)


class GoldEffect(GoldFact):
    """One comparison number between groups."""

    measure: str
    value: str | None = None
    upper: str | None = None
    unit: str | None = None
    ci: Bounds | None = None
    level: str | None = None
    p: str | None = None
    outcome: str | None = None
    time: str | None = None
    vs: str | None = None
    factor: str | None = None

    def names(self) -> tuple[str | None, ...]:
        """Both groups and the outcome."""
        return (self.arm, self.vs, self.cohort, self.outcome)


class GoldTest(GoldFact):
    """A P value or test statistic without an effect number; one entry may cover several outcomes."""

    test: str | None = None
    stat: str | None = None
    p: str | None = None
    outcome: str | None = None
    outcomes: tuple[str, ...] | None = None
    time: str | None = None
    vs: str | None = None
    factor: str | None = None
    within: bool = False
    interaction: bool = False

    @property
    def covered(self) -> tuple[str, ...]:
        """The outcomes it is about, however many."""
        return self.outcomes or (() if self.outcome is None else (self.outcome,))

    def names(self) -> tuple[str | None, ...]:
        """Both groups and all outcomes."""
        return (self.arm, self.vs, self.cohort, *self.covered)


class Mismatch(GoldModel):
    """A fact whose number differs between the two languages."""

    id: str
    what: str


class Annotation(GoldModel):
    """One abstract in one language."""

    id: str
    lang: Literal["en", "zh"]
    registrations: tuple[str, ...] = ()
    ratio: str | None = None
    arms: Names = {}
    cohorts: Names = {}
    outcomes: Names = {}
    n: tuple[GoldSize, ...] = ()
    estimates: tuple[GoldEstimate, ...] = ()
    effects: tuple[GoldEffect, ...] = ()
    tests: tuple[GoldTest, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    en_only: tuple[str, ...] = ()
    zh_only: tuple[str, ...] = ()
    hard: str | None = None

    @model_validator(mode="after")
    def _names_exist(self) -> "Annotation":
        known = {*self.arms, *self.cohorts, *self.outcomes}
        facts: tuple[GoldFact, ...] = (*self.n, *self.estimates, *self.effects, *self.tests)
        used = {name for fact in facts for name in fact.names() if name is not None}
        unknown = sorted(used - known)
        if unknown:
            msg = f"a fact names {', '.join(unknown)}, which no arm, cohort or outcome defines"
            raise ValueError(msg)
        return self
