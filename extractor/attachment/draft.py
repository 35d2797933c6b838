"""A fact in the making: a figure and what the steps have found out about it so far."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from extractor.figures import Bound, Figure, PMention, StatisticMention
from extractor.spans import Span


class Kind(Enum):
    """What a figure turns out to be."""

    OPEN = "open"
    ESTIMATE = "estimate"
    EFFECT = "effect"
    SIZE = "size"
    TEST = "test"
    ACCOUNTED = "accounted"


@dataclass(frozen=True, slots=True)
class OutcomeMention:
    """An outcome as named in the text: its concept where the lexicon knows it, and whether it is an adverse event.

    `modified`: words beside the known term tell it from others of its concept ('cardiovascular death').
    """

    span: Span
    concept: str | None
    adverse: bool
    modified: bool = False


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time point as named in the text."""

    span: Span
    value: Decimal | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class GradeMention:
    """Grades of severity: 'grade 3 or higher' has no highest."""

    span: Span
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose figure it is; None: not said, so all."""

    arm: str | None = None
    comparator: str | None = None
    cohort: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One number (or test) of a sentence on its way to a fact.

    `position` is the index of its piece in the sentence's row. `account` says what an ACCOUNTED number is.
    """

    position: int
    span: Span
    kind: Kind = Kind.OPEN
    figure: Figure | None = None
    account: str | None = None
    measure: str | None = None
    measure_at: int | None = None
    adjusted: bool | None = None
    statistic: str | None = None
    population: str | None = None
    interval: Bound | None = None
    p: PMention | None = None
    test: StatisticMention | None = None
    subject: Subject = field(default=Subject())
    outcomes: tuple[OutcomeMention, ...] = ()
    timepoint: TimeMention | None = None
    grade: GradeMention | None = None
    related: bool | None = None
    serious: bool | None = None
    change: bool = False
    within: bool = False
    interaction: bool = False

    @property
    def is_fact(self) -> bool:
        """Whether the number has become a fact of some class."""
        return self.kind in (Kind.ESTIMATE, Kind.EFFECT, Kind.SIZE, Kind.TEST)

    @property
    def is_result(self) -> bool:
        """Whether the number is an outcome figure or a comparison."""
        return self.kind in (Kind.ESTIMATE, Kind.EFFECT)
