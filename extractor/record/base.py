"""What all parts of a record share: a number with its place, and the small frames built of such numbers."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

from extractor.spans import Span as TextSpan

USUAL_LEVEL = Decimal("0.95")
"""The level of an interval whose text names none."""


class Model(BaseModel):
    """A part of a record: frozen, and strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _as_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    PlainSerializer(_as_number, return_type=float | int, when_used="json"),
    WithJsonSchema({"type": "number"}, mode="serialization"),
]
"""A decimal inside, a JSON number when written."""

Place = Annotated[tuple[int, int], Field(description="[start, end) in code points of the language's text")]


def place(span: TextSpan) -> tuple[int, int]:
    """The span as a record writes it."""
    return (span.start, span.end)


class Reported(Model):
    """A number as the abstract prints it: `text[span[0]:span[1]] == text`, `value` its exact decimal."""

    value: Number
    text: str
    span: Place


class Interval(Model):
    """A confidence or credible interval; a bound that is not printed (or 'NE') is null. `level` 0.95 is 95%.

    Where the text names no level ('CI 0.35-0.96') it is the usual 0.95, and `level_printed` false.
    """

    low: Reported | None = None
    high: Reported | None = None
    level: Number = USUAL_LEVEL
    level_printed: bool = True
    kind: Literal["confidence", "credible"] = "confidence"


class PValue(Model):
    """A P value with its relation."""

    relation: Literal["=", "<", ">", "<=", ">="]
    value: Reported


class Timepoint(Model):
    """When: as printed, and as number and unit where it has them."""

    text: str
    value: Number | None = None
    unit: str | None = None
    span: Place


class Spread(Model):
    """How far the values scatter: one number (`value`) or two (`low`, `high`)."""

    kind: Literal["sd", "se", "iqr", "range", "unknown"]
    value: Reported | None = None
    low: Reported | None = None
    high: Reported | None = None
