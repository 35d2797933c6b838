"""Names are compared loosely, but not too loosely."""

import pytest

from extractor.evaluation.names import OUTCOME_FLOOR, likeness, likest, one_to_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("placebo group", "the placebo arm"),
        ("progression-free survival", "Progression-Free Survival"),
        ("serious adverse event", "serious adverse events"),
        ("安慰剂组", "安慰剂"),
        ("无进展生存期", "无进展生存"),
        ("总有效率", "总有效"),
    ],
)
def test_the_same_thing(one: str, other: str) -> None:
    assert likeness([one], [other]) >= 0.75


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("systolic blood pressure", "heart rate"),
        ("mortality", "hospitalization"),
        ("收缩压", "心率"),
    ],
)
def test_another_thing(one: str, other: str) -> None:
    assert likeness([one], [other]) < OUTCOME_FLOOR


def test_no_name_is_like_nothing() -> None:
    assert likeness([], ["placebo"]) == 0


def test_arms_are_told_apart_one_to_one() -> None:
    answers = {"en.a1": ["low-dose drug"], "en.a2": ["drug"]}
    golds = {"A1": ["drug group"], "A2": ["low-dose drug group"]}

    assert one_to_one(answers, golds, 0.3) == {"en.a1": "A2", "en.a2": "A1"}


def test_an_alias_shared_by_two_means_either() -> None:
    golds = {"O1": ["death"], "O2": ["death"], "O3": ["stroke"]}

    assert likest({"o": ["death"]}, golds, 0.5) == {"o": frozenset({"O1", "O2"})}
