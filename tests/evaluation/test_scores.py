"""What counts as found, numeric and complete, and how it adds up."""

from pathlib import Path

import pytest

from extractor.evaluation.facts import FactClass
from extractor.evaluation.gold import Annotation, GoldEffect, GoldEstimate, GoldSize, GoldTest
from extractor.evaluation.loader import read_gold
from extractor.evaluation.matching import Level
from extractor.evaluation.scores import Scores, Tally, score
from extractor.record.record import Record
from tests.conftest import ROOT
from tests.evaluation.answers import perfect_record, reported

GOLD = Annotation(
    id="a",
    lang="en",
    arms={"A1": ("drug", "drug group"), "A2": ("placebo", "placebo group")},
    cohorts={"C1": ("older patients",)},
    outcomes={"O1": ("overall survival", "OS"), "O2": ("progression-free survival", "PFS")},
    n=(GoldSize(n="120", kind="enrolled"), GoldSize(n="60", kind="randomised", arm="A1")),
    estimates=(
        GoldEstimate(stat="median", value="8.40", unit="months", ci=("6.1", None), outcome="O1", arm="A1"),
        GoldEstimate(stat="median", value="NR", unit="months", outcome="O2", arm="A1", time="1 year"),
        GoldEstimate(stat="proportion", events="12", total="50", outcome="O2", arm="A2", cohort="C1"),
    ),
    effects=(GoldEffect(measure="HR", value="0.38", ci=("0.25", "0.59"), p="<0.001", outcome="O1", arm="A1", vs="A2"),),
    tests=(GoldTest(test="t", stat="3.21", p="<0.05", outcomes=("O1", "O2")),),
)


def _spoilt(kind: str, position: int, **changes: object) -> Scores:
    """The scores of a record that is perfect but for one fact."""
    record = perfect_record(GOLD)
    assert record.en is not None
    facts = list(getattr(record.en, kind))
    facts[position] = facts[position].model_copy(update=changes)
    spoilt = record.model_copy(update={"en": record.en.model_copy(update={kind: tuple(facts)})})
    return score([GOLD], {"a": spoilt})


def _reached(scores: Scores, fact_class: FactClass) -> tuple[int, int, int]:
    tally = scores.tally(fact_class)
    return tally.found, tally.numeric, tally.complete


def test_a_perfect_record_is_complete() -> None:
    scores = score([GOLD], {"a": perfect_record(GOLD)})

    assert scores.misses == ()
    assert scores.tally() == Tally(7, 7, 7, 7, 7)
    assert scores.tally(language="en") == scores.tally()


@pytest.mark.parametrize(
    ("kind", "position", "changes", "reached", "wrong"),
    [
        pytest.param("sample_sizes", 1, {"arm": "A2"}, (2, 2, 1), "arm", id="wrong arm"),
        pytest.param("sample_sizes", 1, {"arm": None}, (2, 2, 1), "arm", id="no arm"),
        pytest.param("estimates", 0, {"statistic": "mean"}, (3, 2, 2), "statistic", id="wrong statistic"),
        pytest.param("estimates", 0, {"interval": None}, (3, 2, 2), "interval", id="interval left out"),
        pytest.param("estimates", 0, {"unit": "%"}, (3, 2, 2), "percent", id="percent for months"),
        pytest.param("estimates", 0, {"outcome": "O2"}, (3, 3, 2), "outcome", id="wrong outcome"),
        pytest.param("estimates", 0, {"cohort": "C1"}, (3, 3, 2), "cohort", id="a cohort too many"),
        pytest.param("estimates", 1, {"timepoint": None}, (3, 3, 2), "time", id="time left out"),
        pytest.param("estimates", 2, {"total": None}, (3, 2, 2), "total", id="total left out"),
        pytest.param("effects", 0, {"p": None}, (1, 0, 0), "p", id="P left out"),
        pytest.param("effects", 0, {"comparator": None}, (1, 1, 1), None, id="comparator is not judged"),
        pytest.param("tests", 0, {"statistic": None}, (1, 0, 0), "statistic", id="t left out"),
        pytest.param("tests", 0, {"outcomes": ("O2",)}, (1, 1, 1), None, id="one outcome of several will do"),
        pytest.param("tests", 0, {"outcomes": ()}, (1, 1, 0), "outcome", id="no outcome"),
    ],
)
def test_one_wrong_part(
    kind: str, position: int, changes: dict[str, object], reached: tuple[int, int, int], wrong: str | None
) -> None:
    scores = _spoilt(kind, position, **changes)
    fact_class = {"sample_sizes": FactClass.SIZE}.get(kind) or FactClass(kind)

    assert _reached(scores, fact_class) == reached
    assert [part for part, _ in scores.wrong_parts()] == ([f"{fact_class}.{wrong}"] if wrong else [])


@pytest.mark.parametrize(
    ("kind", "position", "changes"),
    [
        pytest.param("sample_sizes", 0, {"value": reported("121")}, id="size"),
        pytest.param("estimates", 0, {"value": reported("8.5")}, id="estimate"),
        pytest.param("effects", 0, {"value": reported("0.83")}, id="effect"),
        pytest.param("effects", 0, {"measure": "OR"}, id="measure"),
        pytest.param("tests", 0, {"p": None}, id="test"),
    ],
)
def test_another_number_is_another_fact(kind: str, position: int, changes: dict[str, object]) -> None:
    scores = _spoilt(kind, position, **changes)

    assert scores.tally() == Tally(7, 7, 6, 6, 6)
    assert [(miss.gold is None, miss.answer is None) for miss in scores.misses] == [
        (False, True),
        (True, False),
    ]


def test_equal_numbers_in_another_spelling_are_equal() -> None:
    assert _spoilt("estimates", 0, value=reported("8.4")).misses == ()


def test_names_may_be_said_otherwise() -> None:
    record = perfect_record(GOLD)
    assert record.en is not None
    arms = tuple(arm.model_copy(update={"name": f"the {arm.name} groups", "aliases": ()}) for arm in record.en.arms)
    renamed = record.model_copy(update={"en": record.en.model_copy(update={"arms": arms})})

    assert score([GOLD], {"a": renamed}).misses == ()


def test_a_fact_is_answered_once() -> None:
    record = perfect_record(GOLD)
    assert record.en is not None
    twice = record.en.model_copy(update={"effects": record.en.effects * 2})
    tally = score([GOLD], {"a": record.model_copy(update={"en": twice})}).tally(FactClass.EFFECT)

    assert tally == Tally(1, 2, 1, 1, 1)
    assert (tally.precision(Level.FOUND), tally.recall(Level.FOUND)) == (0.5, 1.0)
    assert tally.f1(Level.FOUND) == pytest.approx(2 / 3)


def test_a_record_that_is_not_there() -> None:
    scores = score([GOLD], {})

    assert (scores.texts, scores.absent) == (1, 1)
    assert scores.tally() == Tally(7, 0, 0, 0, 0)
    assert scores.tally().f1(Level.FOUND) == 0


def test_nothing_to_find_and_nothing_given_is_perfect() -> None:
    assert Tally().f1(Level.COMPLETE) == 1


def _corpus() -> dict[str, list[Annotation]]:
    by_id: dict[str, list[Annotation]] = {}
    for annotation in read_gold(ROOT / "corpus"):
        by_id.setdefault(annotation.id, []).append(annotation)
    return by_id


@pytest.mark.parametrize("annotations", [pytest.param(a, id=one) for one, a in _corpus().items()])
def test_the_corpus_agrees_with_itself(annotations: list[Annotation]) -> None:
    record = perfect_record(*annotations)
    again = Record.model_validate_json(record.model_dump_json())

    assert score(annotations, {record.id: record}).misses == ()
    assert score(annotations, {record.id: again}).misses == ()


def test_every_annotation_has_its_text() -> None:
    missing = [one for one in _corpus() if not Path(ROOT / "corpus" / "texts" / f"{one}.txt").is_file()]

    assert missing == []
