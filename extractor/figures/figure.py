"""The shapes of a figure: what was read, with its place, before anyone knows whose figure it is."""

from dataclasses import dataclass
from decimal import Decimal

from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and where it is printed."""

    value: Decimal
    span: Span
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Level:
    """An interval's level as printed (95) and its kind (confidence, credible)."""

    percent: Decimal | None
    kind: str


@dataclass(frozen=True, slots=True)
class Bound:
    """Two bounds; a bound that is not a number ("NE") is None. Level None: the text declares no interval here."""

    low: Quantity | None
    high: Quantity | None
    level: Level | None
    span: Span


@dataclass(frozen=True, slots=True)
class SpreadMention:
    """A spread: one number, or low and high. `kind` is None where the text prints bare ±."""

    kind: str | None
    value: Quantity | None
    low: Quantity | None
    high: Quantity | None


@dataclass(frozen=True, slots=True)
class PMention:
    """A P value with its relation; whether it is one for interaction."""

    relation: str
    value: Quantity
    interaction: bool
    span: Span


@dataclass(frozen=True, slots=True)
class StatisticMention:
    """A test statistic: t = 2.49."""

    test: str | None
    value: Quantity
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One main number with everything that belongs to it.

    `bounds` are two bare numbers in brackets whose meaning the text gives elsewhere; `paren` is one such number.
    `unit_kind` is the lexicon the unit came from; `people` the word for those counted, where the unit is people.
    """

    span: Span
    rule: str
    value: Quantity | None
    upper: Quantity | None = None
    relation: str | None = None
    unit: str | None = None
    unit_kind: str | None = None
    people: bool = False
    size_mark: bool = False
    interval: Bound | None = None
    spread: SpreadMention | None = None
    bounds: Bound | None = None
    paren: Quantity | None = None
    events: Quantity | None = None
    total: Quantity | None = None
    p: PMention | None = None
    not_reached: bool = False

    @property
    def number(self) -> Quantity | None:
        """The number that stands for the figure: its value, or the events where only a fraction is printed."""
        return self.value or self.events

    @property
    def is_share(self) -> bool:
        """Whether the figure is a share of a whole: percent or per mille."""
        return self.unit in ("%", "‰") and self.unit_kind == "percent"

    @property
    def is_percent(self) -> bool:
        """Whether the figure is printed in percent."""
        return self.unit == "%" and self.unit_kind == "percent"
