"""Precision, recall and F1 over many abstracts, by language, class of fact and level."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from extractor.evaluation.facts import Fact, FactClass, FactList
from extractor.evaluation.from_gold import gold_facts
from extractor.evaluation.from_record import record_facts
from extractor.evaluation.gold import Annotation
from extractor.evaluation.matching import Level, pair
from extractor.record.record import Extraction, Record

ALL = "all"
"""Names the row over all classes, and the rows over all languages."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts were to be found, were given, and got how far."""

    gold: int = 0
    given: int = 0
    found: int = 0
    numeric: int = 0
    complete: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.gold + other.gold,
            self.given + other.given,
            self.found + other.found,
            self.numeric + other.numeric,
            self.complete + other.complete,
        )

    def hits(self, level: Level) -> int:
        """The facts that reached a level."""
        return (self.found, self.numeric, self.complete)[level - 1]

    def precision(self, level: Level) -> float:
        """The share of what was given that is right; 1 where there was nothing to give."""
        if not self.given:
            return 0.0 if self.gold else 1.0
        return self.hits(level) / self.given

    def recall(self, level: Level) -> float:
        """The share of what was to be found that is right."""
        return self.hits(level) / self.gold if self.gold else 1.0

    def f1(self, level: Level) -> float:
        """The harmonic mean of the two."""
        p, r = self.precision(level), self.recall(level)
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is not right: a fact missed, one that is none, or one with wrong parts."""

    id: str
    language: str
    fact_class: FactClass
    wrong: tuple[str, ...] = ()
    gold: Fact | None = None
    answer: Fact | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """What an evaluation gives: a tally for each language and class, and everything that was not right."""

    tallies: Mapping[tuple[str, str], Tally]
    misses: tuple[Miss, ...]
    texts: int
    absent: int
    languages: tuple[str, ...] = field(default=())

    def tally(self, fact_class: str = ALL, language: str = ALL) -> Tally:
        """The tally of a class in a language."""
        return self.tallies.get((language, fact_class), Tally())

    def wrong_parts(self) -> tuple[tuple[str, int], ...]:
        """How often which part of a found fact was wrong, the commonest first."""
        return tuple(Counter(f"{m.fact_class}.{part}" for m in self.misses for part in m.wrong).most_common())


def score(annotations: Iterable[Annotation], records: Mapping[str, Record]) -> Scores:
    """The records, by id, held against the annotations."""
    tallies: dict[tuple[str, str], Tally] = {}
    misses: list[Miss] = []
    languages: Counter[str] = Counter()
    absent = 0
    for annotation in annotations:
        languages[annotation.lang] += 1
        extraction = _extraction(records.get(annotation.id), annotation.lang)
        absent += extraction is None
        golds = gold_facts(annotation)
        answers = FactList() if extraction is None else record_facts(extraction, annotation)
        for fact_class in FactClass:
            tally, wrong = _compare(annotation, fact_class, golds.of(fact_class), answers.of(fact_class))
            misses += wrong
            for key in _rows(annotation.lang, fact_class):
                tallies[key] = tallies.get(key, Tally()) + tally
    return Scores(tallies, tuple(misses), languages.total(), absent, tuple(sorted(languages)))


def _rows(language: str, fact_class: FactClass) -> tuple[tuple[str, str], ...]:
    return ((language, fact_class), (language, ALL), (ALL, fact_class), (ALL, ALL))


def _extraction(record: Record | None, language: str) -> Extraction | None:
    if record is None:
        return None
    return next((e for e in (record.en, record.zh) if e is not None and e.language == language), None)


def _compare(
    annotation: Annotation, fact_class: FactClass, golds: tuple[Fact, ...], answers: tuple[Fact, ...]
) -> tuple[Tally, list[Miss]]:
    matches = pair(golds, answers)
    levels = [m.verdict.level for m in matches]
    tally = Tally(len(golds), len(answers), *(sum(reached >= level for reached in levels) for level in Level))
    by_gold = {m.gold: m for m in matches}
    taken = {m.answer for m in matches}
    miss = partial(Miss, annotation.id, annotation.lang, fact_class)
    misses: list[Miss] = []
    for i, gold in enumerate(golds):
        if (match := by_gold.get(i)) is None:
            misses.append(miss(gold=gold))
        elif match.verdict.wrong:
            misses.append(miss(wrong=match.verdict.wrong, gold=gold, answer=answers[match.answer]))
    misses += (miss(answer=a) for j, a in enumerate(answers) if j not in taken)
    return tally, misses
