"""From figures to reported numbers: the raw text of the place is what is printed, the numeral's value what it means."""

from decimal import Decimal

from extractor.attachment import TimeMention
from extractor.figures import Bound, Figure, PMention
from extractor.figures.figure import Quantity
from extractor.record.base import USUAL_LEVEL, Interval, PValue, Reported, Spread, Timepoint, place

_HUNDRED = Decimal(100)


def reported(quantity: Quantity | None, raw: str) -> Reported | None:
    """The number as the record gives it, or None."""
    if quantity is None:
        return None
    return Reported(value=quantity.value, text=quantity.span.of(raw), span=place(quantity.span))


def interval(bound: Bound | None, raw: str) -> Interval | None:
    """The interval with its level as a share: 95% is 0.95, and so is a level that the text takes for granted."""
    if bound is None or bound.level is None:
        return None
    percent = bound.level.percent
    return Interval(
        low=reported(bound.low, raw),
        high=reported(bound.high, raw),
        level=percent / _HUNDRED if percent is not None else USUAL_LEVEL,
        level_printed=percent is not None,
        kind="credible" if bound.level.kind == "credible" else "confidence",
    )


def p_value(p: PMention | None, raw: str) -> PValue | None:
    """The P value with its relation."""
    if p is None:
        return None
    value = reported(p.value, raw)
    return PValue.model_validate({"relation": p.relation, "value": value}) if value else None


def spread(figure: Figure, raw: str, declared: str | None) -> Spread | None:
    """The spread of a mean or median; bare ± is a standard deviation unless the text declared otherwise."""
    mention = figure.spread
    if mention is not None:
        two = mention.low is not None
        kind = mention.kind or declared or ("range" if two else "sd")
        return Spread.model_validate(
            {
                "kind": kind,
                "value": reported(mention.value, raw),
                "low": reported(mention.low, raw),
                "high": reported(mention.high, raw),
            }
        )
    if figure.bounds is not None:
        kind = declared if declared in ("iqr", "range") else "unknown"
        return Spread.model_validate(
            {"kind": kind, "low": reported(figure.bounds.low, raw), "high": reported(figure.bounds.high, raw)}
        )
    if figure.paren is not None and declared in ("sd", "se", "iqr"):
        return Spread.model_validate({"kind": declared, "value": reported(figure.paren, raw)})
    return None


def timepoint(mention: TimeMention | None, raw: str) -> Timepoint | None:
    """The time point as the record gives it, or None."""
    if mention is None:
        return None
    return Timepoint(text=mention.span.of(raw), value=mention.value, unit=mention.unit, span=place(mention.span))
