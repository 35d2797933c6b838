"""Whose figure each figure of a short sentence is: the arm by its place in the trial, 0 for nobody's in particular."""

import pytest

from extractor.attachment.draft import Kind
from extractor.document import Abstract
from extractor.pipeline import read

HEAD = {
    "en": "In all, 120 patients were randomised to metformin or placebo. ",
    "zh": "将120例患者随机分为二甲双胍组和安慰剂组。",
}
BESIDE = [
    ("en", "Relapse was seen in 12% of the metformin group and 20% of the placebo group.", [1, 2]),
    ("en", "Relapse was seen in 12% with metformin and in 20% with placebo.", [1, 2]),
    ("en", "With metformin, relapse was 12%; with placebo, it was 20%.", [1, 2]),
    ("zh", "二甲双胍组复发率为12%，安慰剂组为20%。", [1, 2]),
    ("en", "Six patients died in the placebo group within a year.", [2]),
    ("en", "After a median follow-up of 3 years, 11 patients had died in the placebo group.", [0, 2]),
    (
        "en",
        "Relapse fell from 30% to 12% in the metformin group and from 31% to 20% in the placebo group.",
        [1, 1, 2, 2],
    ),
]
IN_BRACKETS = [
    (
        "en",
        "Rash was commoner with metformin (18% mild and 7% severe) than with placebo (5% and 2%, respectively).",
        [1, 1, 2, 2],
    ),
    ("en", "Rash was commoner with metformin than with placebo (18% and 7%, respectively).", [1, 2]),
    ("zh", "二甲双胍组皮疹率（18%）、腹泻率（7%）均高于安慰剂组（5%、2%）。", [1, 1, 2, 2]),
]
IN_ORDER = [
    ("en", "Relapse was rarer with metformin than with placebo (12% vs 20%).", [1, 2]),
    ("en", "Compared with placebo, metformin made relapse rarer (12% vs 20%).", [1, 2]),
    ("en", "Five and nine relapses were seen in the metformin and placebo groups.", [1, 2]),
    ("en", "In the placebo and metformin groups, relapse was seen in 20% and 12%, respectively.", [2, 1]),
    ("zh", "二甲双胍组和安慰剂组复发率分别为12%和20%。", [1, 2]),
    ("zh", "二甲双胍组复发率低于安慰剂组（12%比20%）。", [1, 2]),
    ("zh", "两组复发率分别为12%和20%。", [1, 2]),
]
SHARED = [
    ("en", "Relapse was seen in 12% in each group.", [1, 2]),
    ("zh", "两组复发率均为12%。", [1, 2]),
    ("en", "Relapse was seen in 12% with both metformin and placebo.", [1, 2]),
]
NOBODYS = [
    ("en", "Relapse was seen in 12% of all patients.", [0]),
    ("zh", "全部患者的复发率为12%。", [0]),
]


LETTERS = [
    ("en", "Forty adults were divided into arm A and arm B. Relapse was rarer (A, 24%; B, 15%).", ["A", "B"]),
    ("en", "Forty adults were divided into arm A and arm B. Relapse was rarer (A 24%, vitamin B, 15%).", ["", ""]),
    ("zh", "将40例患者随机分为A组和B组。复发较少（A：24%；B：15%）。", ["A", "B"]),
]


@pytest.mark.parametrize(("code", "text", "expected"), LETTERS)
def test_a_letter_in_a_bracket_is_the_arm_of_its_figure(code: str, text: str, expected: list[str]) -> None:
    reading = read(Abstract(code, text))
    letters = {arm.id: arm.names[0][-1] if code == "en" else arm.names[0][0] for arm in reading.arms}
    drafts = [d for d in reading.rows[-1].drafts if d.kind is Kind.ESTIMATE]

    assert [letters.get(d.subject.arm or "", "") for d in drafts] == expected


def owners(code: str, sentence: str) -> list[int]:
    """The place of each figure's arm among the trial's arms, from 1."""
    reading = read(Abstract(code, HEAD[code] + sentence))
    places = {arm.id: i for i, arm in enumerate(reading.arms, 1)}
    assert len(places) == 2
    drafts = [d for d in reading.rows[-1].drafts if d.kind is Kind.ESTIMATE]
    return [places[d.subject.arm] if d.subject.arm else 0 for d in drafts]


@pytest.mark.parametrize(("code", "sentence", "wanted"), [*BESIDE, *IN_BRACKETS, *IN_ORDER, *SHARED, *NOBODYS])
def test_each_figure_has_its_arm(code: str, sentence: str, wanted: list[int]) -> None:
    assert owners(code, sentence) == wanted


def test_the_treated_are_the_arm_without_placebo() -> None:
    """'vaccinated' means the one arm that is no placebo, where the placebo stands beside it."""
    head = "In all, 120 adults were randomised to BNT162b2 or placebo. "
    text = head + "Relapse was seen in 8 vaccinated participants and in 20 who had been given placebo."
    reading = read(Abstract("en", text))
    drafts = [d for d in reading.rows[-1].drafts if d.kind is Kind.ESTIMATE]
    assert [d.subject.arm for d in drafts] == [reading.arms[0].id, reading.arms[1].id]


def test_the_second_number_of_a_fraction_of_sizes_counts_all() -> None:
    text = "Metformin was assigned to 61 and placebo to 59 of the 120 patients randomised."
    reading = read(Abstract("en", HEAD["en"] + text))
    sizes = [d.subject.arm for d in reading.rows[-1].drafts if d.kind is Kind.SIZE]
    assert sizes == [reading.arms[0].id, reading.arms[1].id, None]


def test_a_group_directly_before_its_size_keeps_it() -> None:
    text = "二甲双胍组41例口服药物，安慰剂组40例在二甲双胍组方案外予空片。"
    reading = read(Abstract("zh", HEAD["zh"] + text))
    sizes = [d.subject.arm for d in reading.rows[-1].drafts if d.kind is Kind.SIZE]
    assert sizes == [reading.arms[0].id, reading.arms[1].id]


def test_doses_that_are_arms_share_a_unit() -> None:
    head = "Men were randomised to tramadol 50 mg, tramadol 100 mg or placebo. Tramadol 50 mg and 100 mg were borne. "
    reading = read(Abstract("en", head + "Success was 54% and 85% with 50 and 100 mg of tramadol, respectively."))
    drafts = [d for d in reading.rows[-1].drafts if d.kind is Kind.ESTIMATE]
    assert [d.subject.arm for d in drafts] == [reading.arms[0].id, reading.arms[1].id]


@pytest.mark.parametrize(
    ("code", "sentence", "wanted"),
    [
        ("zh", "41例患者予口服药物治疗(二甲双胍组)，40例患者予空片(安慰剂组)。", [1, 2]),
        ("zh", "另选40例健康者作为安慰剂组。", [2]),
        ("en", "The trial of metformin versus placebo enrolled 4120 patients.", [0]),
        ("en", "This placebo-controlled trial enrolled 4120 patients.", [0]),
    ],
)
def test_each_size_has_its_arm(code: str, sentence: str, wanted: list[int]) -> None:
    reading = read(Abstract(code, HEAD[code] + sentence))
    places = {arm.id: i for i, arm in enumerate(reading.arms, 1)}
    sizes = [d.subject.arm for d in reading.rows[-1].drafts if d.kind is Kind.SIZE]
    assert [places.get(arm, 0) if arm else 0 for arm in sizes] == wanted
