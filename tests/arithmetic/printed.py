"""Facts as an abstract prints them, put together from the printed words of their numbers."""

from decimal import Decimal

from extractor.record.base import Interval, PValue, Reported
from extractor.record.facts import Effect, Estimate
from extractor.record.record import Extraction


def found(text: str, number: str, after: int = 0) -> Reported:
    """A number of the text, the first from a place on."""
    start = text.index(number, after)
    return Reported(value=Decimal(number), text=number, span=(start, start + len(number)))


def comparison(measure: str, value: str, low: str, high: str, *, level: str = "0.95", p: str = "") -> Extraction:
    """An abstract of one effect: 'HR 0.82 (95% CI 0.60 to 1.12; P=0.21)'."""
    head = f"{measure} {value} ({Decimal(level) * 100:f}% CI "
    text = f"{head}{low} to {high}"
    estimate, first = found(text, value, len(measure)), found(text, low, len(head))
    last = found(text, high, first.span[1])
    text += f"; P={p})" if p else ")"
    effect = Effect.model_validate(
        {
            "id": "en.eff1",
            "measure": measure,
            "value": estimate,
            "interval": Interval(low=first, high=last, level=Decimal(level)),
            "p": PValue(relation="=", value=found(text, p, last.span[1] + 3)) if p else None,
            "span": (0, len(text)),
        }
    )
    return Extraction(language="en", text=text, effects=(effect,))


def share(events: int, total: int, value: str) -> Extraction:
    """An abstract of one proportion: '37 of 40 (92.5%)'."""
    text = f"{events} of {total} ({value}%)"
    counted = found(text, str(events))
    whole = found(text, str(total), counted.span[1])
    estimate = Estimate(
        id="en.est1",
        statistic="proportion",
        value=found(text, value, whole.span[1]),
        unit="%",
        events=counted,
        total=whole,
        span=(0, len(text)),
    )
    return Extraction(language="en", text=text, estimates=(estimate,))
