"""The scores as published in JSON."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer

from extractor.evaluation.coverage import Covered
from extractor.evaluation.facts import FactClass
from extractor.evaluation.matching import Level
from extractor.evaluation.scores import ALL, Scores, Tally

Share = Annotated[float, PlainSerializer(lambda share: round(share, 4), return_type=float)]


class LevelReport(BaseModel):
    """Precision, recall and F1 at one level."""

    model_config = ConfigDict(frozen=True)

    precision: Share
    recall: Share
    f1: Share


class RowReport(BaseModel):
    """One class of facts in one language; "all" stands for all classes, or all languages."""

    model_config = ConfigDict(frozen=True)

    language: str
    facts: str
    gold: int
    given: int
    found: LevelReport
    numeric: LevelReport
    complete: LevelReport


class CoverageReport(BaseModel):
    """What became of the numbers of the results, or of whole texts, in one language."""

    model_config = ConfigDict(frozen=True)

    language: str
    section: str
    numbers: int
    facts: Share
    other: Share
    unread: Share


class Report(BaseModel):
    """What `evaluate --format json` prints."""

    model_config = ConfigDict(frozen=True)

    texts: int
    absent: int
    rows: tuple[RowReport, ...]
    coverage: tuple[CoverageReport, ...] = ()


class CoverageOnly(BaseModel):
    """What `evaluate --coverage --format json` prints."""

    model_config = ConfigDict(frozen=True)

    coverage: tuple[CoverageReport, ...]


def coverage_report(covered: Covered) -> CoverageOnly:
    """The shares, row by row as the table has them."""
    rows = (
        CoverageReport(
            language=row.language,
            section=row.section,
            numbers=row.numbers,
            facts=row.share(row.facts),
            other=row.share(row.accounted),
            unread=row.share(row.unread),
        )
        for row in covered.sorted_rows
    )
    return CoverageOnly(coverage=tuple(rows))


def report(scores: Scores, covered: Covered | None = None) -> Report:
    """The scores, row by row as the table has them; with what became of the numbers, where texts were read."""
    return Report(
        coverage=coverage_report(covered).coverage if covered else (),
        texts=scores.texts,
        absent=scores.absent,
        rows=tuple(
            _row(language, fact_class, scores.tally(fact_class, language))
            for language in (*scores.languages, ALL)
            for fact_class in (*FactClass, ALL)
        ),
    )


def _row(language: str, fact_class: str, tally: Tally) -> RowReport:
    return RowReport(
        language=language,
        facts=fact_class,
        gold=tally.gold,
        given=tally.given,
        found=_level(tally, Level.FOUND),
        numeric=_level(tally, Level.NUMERIC),
        complete=_level(tally, Level.COMPLETE),
    )


def _level(tally: Tally, level: Level) -> LevelReport:
    return LevelReport(precision=tally.precision(level), recall=tally.recall(level), f1=tally.f1(level))
