"""The sizes of the arms against the number of participants they were made from."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from extractor.arithmetic.flaw import Flaw, Severity, present
from extractor.arithmetic.page import Page
from extractor.record.facts import SampleSize
from extractor.record.record import Extraction
from extractor.spans import Span, cover

# A slip leaves the sum near the total. A sum far above it comes from arms that overlap, crossed over, or were misread.
_NEAR: Final = Decimal("1.25")
_LONGEST: Final = 500
_POPULATIONS: Final = ("randomized", "enrolled", "analyzed", "treated", "completed")


def size_flaws(extraction: Extraction, page: Page) -> Iterator[Flaw]:
    """Whether the arms of one population hold more people than it has: total first, each arm once, told together."""
    if extraction.design.crossover:
        return
    arms = {arm.id for arm in extraction.arms}
    for population in _POPULATIONS:
        sizes = [s for s in extraction.sample_sizes if s.population == population and s.cohort is None]
        totals, parts = [s for s in sizes if s.arm is None], [s for s in sizes if s.arm is not None]
        if len(totals) == 1 and len(parts) > 1 and len({p.arm for p in parts}) == len(parts) == len(arms):
            yield from _excess(totals[0], parts, page)


def _excess(total: SampleSize, parts: Sequence[SampleSize], page: Page) -> Iterator[Flaw]:
    together = sum((p.value.value for p in parts), Decimal(0))
    places = [Span(*s.value.span) for s in (total, *parts)]
    stretch = cover(places)
    if not total.value.value < together <= total.value.value * _NEAR or len(set(places)) < len(places):
        return
    if stretch.start != total.value.span[0] or len(stretch) > _LONGEST:
        return
    if not all(page.whole(s.value) for s in (total, *parts)) or any(p.value.value >= total.value.value for p in parts):
        return
    numbers = present(total.value, *(p.value for p in parts))
    sum_shown = " + ".join(n.text for n in numbers if n is not total.value)
    message = (
        f"The arms together are larger than their total: {sum_shown} = {together:f}, but {total.value.text} in all."
    )
    severity: Severity = "warning" if page.breaks(stretch) else "error"
    yield Flaw("arms_exceed_total", severity, message, (total.id, *(p.id for p in parts)), numbers)
