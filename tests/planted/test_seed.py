"""The pair that the project was conceived on comes out whole, from either language, and nothing else comes out."""

from functools import cache

import pytest

from extractor import Record, extract
from extractor.record.facts import Estimate
from extractor.record.record import Extraction
from tests.planted.told import SEED

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed pair does not ship")


@cache
def seed() -> Record:
    return extract(SEED.read_text(encoding="utf-8"), id=SEED.stem)


def test_the_halves_agree() -> None:
    agreement = seed().agreement
    assert agreement is not None
    assert agreement.status == "consistent"
    assert seed().findings == ()


@pytest.fixture(params=["en", "zh"])
def half(request: pytest.FixtureRequest) -> Extraction:
    record = seed()
    found = record.en if request.param == "en" else record.zh
    assert found is not None
    return found


def _drugs(half: Extraction) -> dict[str | None, str | None]:
    """The concept of each arm's one drug by the arm's id."""
    return {arm.id: arm.interventions[0].concept for arm in half.arms}


def _cohorts(half: Extraction) -> dict[str | None, int]:
    """The position of each cohort by its id."""
    return {cohort.id: i for i, cohort in enumerate(half.cohorts)}


def _concepts(half: Extraction) -> dict[str | None, str | None]:
    return {outcome.id: outcome.concept for outcome in half.outcomes}


def test_registration() -> None:
    assert [(r.registry, r.id) for r in seed().registrations] == [("ClinicalTrials.gov", "NCT03375320")]


def test_arms(half: Extraction) -> None:
    assert half.design.allocation_ratio == (2, 1)
    given = {(i.concept, str(i.dose), i.dose_unit, i.frequency) for arm in half.arms for i in arm.interventions}
    assert given == {("cabozantinib", "60", "mg", "daily"), ("placebo", "None", None, None)}


def test_cohorts(half: Extraction) -> None:
    number = _cohorts(half)
    assert [(n.value.text, number[n.cohort], n.arm) for n in half.sample_sizes] == [("203", 0, None), ("95", 1, None)]


def test_medians(half: Extraction) -> None:
    drug, number, concept = _drugs(half), _cohorts(half), _concepts(half)
    medians = [e for e in half.estimates if e.statistic == "median"]
    assert [(e.value and e.value.text, e.unit, drug[e.arm], number[e.cohort]) for e in medians] == [
        ("8.4", "month", "cabozantinib", 0),
        ("3.9", "month", "placebo", 0),
        ("13.8", "month", "cabozantinib", 1),
        ("4.4", "month", "placebo", 1),
    ]
    assert {concept[e.outcome] for e in medians} == {"progression_free_survival"}


def test_hazard_ratios(half: Extraction) -> None:
    number, concept, drug = _cohorts(half), _concepts(half), _drugs(half)
    read = [
        (
            e.measure,
            e.value and e.value.text,
            e.interval and e.interval.low and e.interval.low.text,
            e.interval and e.interval.high and e.interval.high.text,
            e.interval and str(e.interval.level),
            e.p and e.p.relation + e.p.value.text,
            concept[e.outcome],
            number[e.cohort],
        )
        for e in half.effects
    ]
    assert read == [
        ("HR", "0.38", "0.25", "0.59", "0.95", "<0.001", "progression_free_survival", 0),
        ("HR", "0.23", "0.12", "0.42", "0.95", "<0.001", "progression_free_survival", 1),
    ]
    assert {(drug[e.arm], drug[e.comparator]) for e in half.effects} == {("cabozantinib", "placebo")}


def test_response_rates(half: Extraction) -> None:
    drug, number, concept = _drugs(half), _cohorts(half), _concepts(half)
    rates = [e for e in half.estimates if e.statistic == "proportion"]
    assert {(e.value and e.value.text, e.unit, drug[e.arm], number[e.cohort]) for e in rates} == {
        ("5", "%", "cabozantinib", 0),
        ("19", "%", "cabozantinib", 1),
        ("0", "%", "placebo", 0),
        ("0", "%", "placebo", 1),
    }
    assert len(rates) == 4
    assert {concept[e.outcome] for e in rates} == {"objective_response"}


def test_adverse_events(half: Extraction) -> None:
    drug = _drugs(half)
    read = [
        (
            e.value and e.value.text,
            e.upper and e.upper.text,
            e.unit,
            drug[e.arm],
            e.cohort,
            e.grade and (e.grade.min, e.grade.max),
        )
        for e in half.adverse_events
    ]
    assert read == [("62", "65", "%", "cabozantinib", None, (3, None)), ("23", "27", "%", "placebo", None, (3, None))]


def test_nothing_else(half: Extraction) -> None:
    kinds: list[Estimate] = [e for e in half.estimates if e.statistic not in ("median", "proportion")]
    assert kinds == []
    assert half.tests == ()
