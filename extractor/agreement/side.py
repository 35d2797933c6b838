"""One language's half of the comparison: its facts, its entities, the numbers of its text."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractor.agreement.entities import Entity, arms_of, cohorts_of, outcomes_of
from extractor.agreement.facts import Fact, facts_of
from extractor.agreement.marks import Mark, Marks, marks_of
from extractor.agreement.search import Numbers, NumbersIn, numbers_of
from extractor.agreement.sides import Language, language_name
from extractor.record.record import Extraction, FindingPlace
from extractor.spans import Span

_BESIDE: Final = 6  # characters between a number and the next one whose unit it may be given
_AROUND: Final = 30  # characters of context in a message about a number that is no fact


@dataclass(frozen=True, slots=True)
class Side:
    """An extraction prepared for the comparison."""

    language: Language
    text: str
    facts: tuple[Fact, ...]
    arms: tuple[Entity, ...]
    cohorts: tuple[Entity, ...]
    outcomes: tuple[Entity, ...]
    numbers: Numbers
    marks: Marks

    @property
    def title(self) -> str:
        """What a message calls this side."""
        return language_name(self.language)

    def place(self, span: Span) -> FindingPlace:
        """A stretch of this side's text, as a finding names it."""
        return FindingPlace(language=self.language, span=(span.start, span.end))

    def borrows_unit(self, fact: Fact) -> bool:
        """Whether the unit of a fact stands behind the next number only, as of the first in 'age, 73), 33%'."""
        own = [any(leaf.span.overlaps(m.span) for leaf in fact.leaves) for m in self.marks.marks]
        return any(
            here
            and not there
            and mark.unit is None
            and following.unit == fact.unit is not None
            and mark.span.gap(following.span) <= _BESIDE
            for (here, mark), (there, following) in pairwise(zip(own, self.marks.marks, strict=True))
        )

    def before(self, mark: Mark) -> str:
        """The words before a number, to find it by."""
        start = max(mark.span.start - _AROUND, self.marks.clauses[mark.clause].start)
        return " ".join(self.text[start : mark.span.start].split())

    def places(self, fact: Fact) -> tuple[FindingPlace, ...]:
        """All numbers of a fact, or its whole stretch where it prints none."""
        return tuple(self.place(leaf.span) for leaf in fact.leaves) or (self.place(fact.span),)


def side_of(extraction: Extraction, numbers_in: NumbersIn) -> Side:
    """The extraction as one side of the comparison."""
    facts = facts_of(extraction)
    numbers = numbers_of(extraction.text, numbers_in)
    return Side(
        extraction.language,
        extraction.text,
        facts,
        arms_of(extraction, facts),
        cohorts_of(extraction, facts),
        outcomes_of(extraction, facts),
        numbers,
        marks_of(extraction.text, extraction.language, (s.span for s in extraction.sections), numbers),
    )
