"""One input's record: both languages, what they agree on, and what was found wrong."""

from typing import Any, Literal

from extractor.record.base import Model, Place
from extractor.record.entities import Arm, Cohort, Design, Outcome, Section
from extractor.record.facts import AdverseEvent, Effect, Estimate, SampleSize, Test

SCHEMA_VERSION = "1.0"

FindingCode = Literal[
    "number_mismatch",
    "unit_mismatch",
    "interval_mismatch",
    "p_mismatch",
    "relation_mismatch",
    "arm_swap",
    "outcome_mismatch",
    "cohort_mismatch",
    "direction_mismatch",
    "missing_in_en",
    "missing_in_zh",
    "registration_mismatch",
    "ratio_mismatch",
    "magnitude_mismatch",
    "estimate_outside_interval",
    "interval_reversed",
    "interval_asymmetric",
    "p_contradicts_interval",
    "p_contradicts_statistic",
    "percent_contradicts_counts",
    "arms_exceed_total",
    "percent_above_100",
    "impossible_value",
]


class Extraction(Model):
    """What one language's abstract says. `text` is the abstract exactly as read; every span points into it."""

    language: Literal["en", "zh"]
    text: str
    sections: tuple[Section, ...] = ()
    design: Design = Design()
    arms: tuple[Arm, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    sample_sizes: tuple[SampleSize, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    adverse_events: tuple[AdverseEvent, ...] = ()
    effects: tuple[Effect, ...] = ()
    tests: tuple[Test, ...] = ()


class SourceInfo(Model):
    """The input as given, the reader used, the position in a multi-record file."""

    name: str
    format: str
    index: int = 0


class Titles(Model):
    """The publication's title by language."""

    en: str | None = None
    zh: str | None = None


class BibliographyInfo(Model):
    """What identifies the publication; null where the input does not say."""

    title: Titles = Titles()
    authors: tuple[str, ...] = ()
    journal: str | None = None
    year: int | None = None
    doi: str | None = None
    pmid: str | None = None


class Registration(Model):
    """A trial's number in a registry."""

    registry: str
    id: str


class Pair(Model):
    """The same fact in the two languages, by fact id."""

    en: str
    zh: str


class Agreement(Model):
    """Which facts are the same in both languages, and which only one of them states."""

    status: Literal["consistent", "inconsistent", "incomplete"]
    pairs: tuple[Pair, ...] = ()
    en_only: tuple[str, ...] = ()
    zh_only: tuple[str, ...] = ()


class FindingPlace(Model):
    """A place in one language's text."""

    language: Literal["en", "zh"]
    span: Place


class Finding(Model):
    """One thing an editor should look at: what, how grave, which facts, where."""

    code: FindingCode
    severity: Literal["error", "warning", "info"]
    message: str
    facts: tuple[str, ...] = ()
    places: tuple[FindingPlace, ...] = ()


class Record(Model):
    """Everything read from one input."""

    schema_version: Literal["1.0"] = "1.0"
    id: str
    source: SourceInfo
    bibliography: BibliographyInfo = BibliographyInfo()
    registrations: tuple[Registration, ...] = ()
    en: Extraction | None = None
    zh: Extraction | None = None
    agreement: Agreement | None = None
    findings: tuple[Finding, ...] = ()


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record as written."""
    schema = Record.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:bitrial:record:{SCHEMA_VERSION}",
        **schema,
    }
