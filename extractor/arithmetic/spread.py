"""A median or mean and the quartiles or range behind it."""

from collections.abc import Iterator

from extractor.arithmetic.flaw import Flaw, Severity, present
from extractor.arithmetic.page import Page
from extractor.arithmetic.rounding import brought
from extractor.record.facts import Estimate

_INSIDE = {"iqr": ("median",), "range": ("median", "mean")}
_WORDS = {"iqr": "IQR", "range": "range", "unknown": "spread", "sd": "SD", "se": "SE"}


def spread_flaws(fact: Estimate, page: Page, *, shared: bool) -> Iterator[Flaw]:
    """Whether the ends of the spread are in order, and the median (the mean, for a range) between them."""
    value, spread = fact.value, fact.spread
    if value is None or spread is None:
        return
    if spread.value is not None and spread.value.value < 0 and page.whole(spread.value):
        if page.adjoining(value, spread.value):
            message = f"{fact.statistic} {value.text}: its {_WORDS[spread.kind]} is negative ({spread.value.text})."
            yield Flaw("impossible_value", "warning", message, (fact.id,), present(value, spread.value))
        return
    low, high = spread.low, spread.high
    if low is None or high is None or not value.span < low.span < high.span:
        return
    whole = all(page.whole(n) for n in (value, low, high))
    if spread.kind not in _INSIDE or not whole or not page.adjoining(value, low) or not page.adjoining(low, high):
        return
    # In '2 days to 10.4 years' the bounds are not in one unit.
    if any(page.says(lexicon, low.span[1], high.span[0]) for lexicon in ("unit", "time_unit")):
        return
    shown = f"{fact.statistic} {value.text} ({_WORDS[spread.kind]} {low.text} to {high.text})"
    if low.value > high.value:
        # Quartiles are told from the upper to the lower one now and then.
        turned = high.value <= value.value <= low.value
        remark = "; they may have been told from the upper one to the lower" if turned else ""
        message = f"The lower end of {shown} is above the upper one{remark}."
        severity: Severity = "warning" if turned else "error"
        yield Flaw("interval_reversed", severity, message, (fact.id,), present(value, low, high))
    elif fact.statistic in _INSIDE[spread.kind] and not shared:
        ends = brought(low).joined(brought(high))
        if not brought(value).meets(ends) and not any(ends.holds(n) for n in page.numbers_before(value)):
            opposite = ends.holds(-value.value)
            message = f"{shown}: the {fact.statistic} lies outside it, whatever the rounding."
            severity = "info" if opposite else "error"
            yield Flaw("estimate_outside_interval", severity, message, (fact.id,), present(value, low, high))
