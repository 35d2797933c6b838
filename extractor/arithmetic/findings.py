"""The statistical check as a whole: the flaws of each language, and what both share told once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from extractor.arithmetic.bounds import effect_flaws, estimate_flaws, test_flaws
from extractor.arithmetic.counts import count_flaws
from extractor.arithmetic.flaw import Flaw
from extractor.arithmetic.interval import interval_flaws
from extractor.arithmetic.neighbours import shared
from extractor.arithmetic.page import Page
from extractor.arithmetic.pvalue import p_flaws
from extractor.arithmetic.sizes import size_flaws
from extractor.arithmetic.spread import spread_flaws
from extractor.arithmetic.statistic import statistic_flaws
from extractor.knowledge import language
from extractor.record.record import Extraction, Finding, FindingPlace
from extractor.text.view import view

_GRAVITY: Final = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Told:
    """A flaw, and in which language's text it stands."""

    language: Literal["en", "zh"]
    flaw: Flaw

    @property
    def key(self) -> tuple[str, tuple[Decimal, ...]]:
        """What makes it the same contradiction in another text: its code and its numbers, in whatever order."""
        return self.flaw.code, tuple(sorted(n.value for n in self.flaw.numbers))

    @property
    def places(self) -> tuple[FindingPlace, ...]:
        """Its numbers in the text."""
        return tuple(FindingPlace(language=self.language, span=n.span) for n in self.flaw.numbers)


def check(*extractions: Extraction) -> tuple[Finding, ...]:
    """What the numbers of each text contradict within that text; what all texts share is one finding.

    An editor who is told in two languages that 37 of 40 are not 91% has been told twice. So flaws of two languages with
    the same code and the same numbers are one finding with the places of both. Where one text alone is wrong, the
    numbers differ, and the finding has the places of that text alone.
    """
    first, *others = [[Told(e.language, flaw) for flaw in _flaws(e)] for e in extractions] or [[]]
    left = [told for row in others for told in row]
    findings = []
    for told in first:
        twin = next((other for other in left if other.key == told.key), None)
        if twin:
            left.remove(twin)
        findings.append(_finding(told, twin))
    return (*findings, *(_finding(told, None) for told in left))


def _finding(told: Told, twin: Told | None) -> Finding:
    flaw = told.flaw
    if twin is None:
        return Finding(
            code=flaw.code, severity=flaw.severity, message=flaw.message, facts=flaw.facts, places=told.places
        )
    return Finding(
        code=flaw.code,
        # What one text's layout leaves in doubt the other's may settle.
        severity=max(flaw.severity, twin.flaw.severity, key=_GRAVITY.index),
        message=f"{flaw.message.removesuffix('.')} (in both texts).",
        facts=(*flaw.facts, *twin.flaw.facts),
        places=(*told.places, *twin.places),
    )


def _flaws(extraction: Extraction) -> tuple[Flaw, ...]:
    """The flaws of one text in its order, each printed contradiction once."""
    known = language(extraction.language)
    page = Page(view(extraction.text, known), known)
    return _merged(
        [*_figure_flaws(extraction, page), *_comparison_flaws(extraction, page), *size_flaws(extraction, page)]
    )


def _figure_flaws(extraction: Extraction, page: Page) -> Iterator[Flaw]:
    figures = (*extraction.estimates, *extraction.adverse_events)
    told_together, concepts = shared(figures), {o.id: o.concept for o in extraction.outcomes}
    for fact in figures:
        together = fact.id in told_together
        yield from interval_flaws(fact, page, shared=together)
        yield from spread_flaws(fact, page, shared=together)
        yield from count_flaws(fact, page, concepts.get(fact.outcome or ""))
        yield from estimate_flaws(fact, page)


def _comparison_flaws(extraction: Extraction, page: Page) -> Iterator[Flaw]:
    careful = bool(extraction.design.non_inferiority)
    for effect in extraction.effects:
        yield from effect_flaws(effect, page)
        yield from interval_flaws(effect, page, shared=False)
        yield from p_flaws(effect, page, careful=careful)
    for test in extraction.tests:
        yield from test_flaws(test, page)
        yield from statistic_flaws(test, page)


def _merged(flaws: Iterable[Flaw]) -> tuple[Flaw, ...]:
    """In the order of the text; facts that share the printed numbers share the flaw."""
    kept: dict[tuple[str, tuple[tuple[int, int], ...]], Flaw] = {}
    for flaw in sorted(flaws, key=lambda f: (f.numbers[0].span, f.code)):
        key = flaw.code, tuple(n.span for n in flaw.numbers)
        if key in kept:
            same = kept[key]
            facts = tuple(dict.fromkeys((*same.facts, *flaw.facts)))
            kept[key] = Flaw(same.code, same.severity, same.message, facts, same.numbers)
        else:
            kept[key] = flaw
    return tuple(kept.values())
