"""Effects and tests of short sentences written for this: measure, value, interval, level, P, and nothing twice."""

from decimal import Decimal

import pytest

from extractor import extract
from extractor.record.record import Extraction

Told = tuple[str, str | None, str | None, float | None, str | None]
"""Measure, value, lower bound, level, P."""

Tested = tuple[str | None, str | None, str]
"""Test, statistic, P."""

HEAD = {
    "en": "Methods: 120 patients were randomised to drug A (n=60) or drug B (n=60). Results: ",
    "zh": "方法：将120例患者随机分为A组（60例）和B组（60例）。结果：",
}


def read(language: str, sentence: str) -> Extraction:
    """The record's extraction of one results sentence."""
    record = extract(HEAD[language] + sentence)
    found = record.en if language == "en" else record.zh
    assert found is not None
    return found


EFFECTS = [
    ("en", "Relapse was rarer with A (HR (95% CI) 0.66 (0.45-0.98), P=0.04).", ("HR", "0.66", "0.45", 0.95, "0.04")),
    ("en", "Relapse was 4.3% lower with drug A (90% upper confidence limit, 9.5%).", ("RD", "4.3", None, 0.9, None)),
    ("en", "Drug A gave a 40% relative risk reduction (95% CI, 12% to 60%).", ("RRR", "40", "12", 0.95, None)),
    ("en", "Drug A reduced the risk of relapse by 35% (P<0.001).", ("RRR", "35", None, None, "0.001")),
    ("en", "There were 3.5 times higher odds of relapse with drug B (P=0.02).", ("OR", "3.5", None, None, "0.02")),
    ("en", "Dose correlated with weight (r=0.41, P=0.01).", ("COR", "0.41", None, None, "0.01")),
    (
        "en",
        "Relapse was rarer with drug A [hazard ratio (HR); 95% CI 1.8; 1.3, 2.6].",
        ("HR", "1.8", "1.3", 0.95, None),
    ),
    ("en", "Relapse was rarer (HR 0.84 drug A vs drug B, 95% CI 0.72-0.98).", ("HR", "0.84", "0.72", 0.95, None)),
    (
        "en",
        "Pain fell more with drug A (ETD, -0.90 points [-1.36; -0.45]; P=0.01).",
        ("MD", "-0.90", "-1.36", None, "0.01"),
    ),
    ("en", "Drug A led to 14 fewer relapses per 1000 patients than drug B.", ("RD", "14", None, None, None)),
    ("en", "There was an excess of relapse (0.6 percentage points) with drug A.", ("RD", "0.6", None, None, None)),
    ("en", "Weight was lower by roughly 3 kg with drug A than with drug B.", ("MD", "3", None, None, None)),
    ("en", "Pain differed (two-sided P value = .03; mean difference, 2.4).", ("MD", "2.4", None, None, ".03")),
    ("en", "Low weight (OR 95% CI: 1.7 to 9.9) predicted relapse.", ("OR", None, "1.7", 0.95, None)),
    ("zh", "低体重（OR 95% CI：1.7～9.9）是复发的危险因素。", ("OR", None, "1.7", 0.95, None)),
    ("zh", "A组复发率较低（95%CI为0.66～0.91，HR 0.78）。", ("HR", "0.78", "0.66", 0.95, None)),
    ("zh", "A组体重比B组高5.4 kg（P<0.05）。", ("MD", "5.4", None, None, "0.05")),
    ("zh", "A组住院时间较B组缩短2.5 d（P=0.02）。", ("MD", "2.5", None, None, "0.02")),
    ("zh", "复发率差异为-1.6个百分点（95%CI：-7.6～4.4；非劣效性P=0.003）。", ("RD", "-1.6", "-7.6", 0.95, "0.003")),
    ("zh", "复发的风险比[RR]为0.94（95%CI：0.86～1.02）。", ("RR", "0.94", "0.86", 0.95, None)),
    ("zh", "A组复发风险降低23%（P=0.01）。", ("RRR", "23", None, None, "0.01")),
]


@pytest.mark.parametrize(("language", "sentence", "wanted"), EFFECTS)
def test_one_effect_with_its_parts(language: str, sentence: str, wanted: Told) -> None:
    """One effect with what is printed beside it, and its P value is no test as well."""
    found = read(language, sentence)
    assert len(found.effects) == 1, found.effects
    effect = found.effects[0]
    low = effect.interval.low if effect.interval else None
    got = (
        effect.measure,
        effect.value.text if effect.value else None,
        low.text if low else None,
        float(effect.interval.level) if effect.interval and effect.interval.level_printed else None,
        effect.p.value.text if effect.p else None,
    )
    assert got == wanted
    assert not found.tests


@pytest.mark.parametrize(
    ("interval", "told"), [("CI 0.35 to 0.96", ("0.95", False)), ("90% CI 0.35 to 0.96", ("0.9", True))]
)
def test_a_level_left_unsaid_is_the_usual_one(interval: str, told: tuple[str, bool]) -> None:
    """An interval always has a level, and says whether the text prints it."""
    found = read("en", f"Results: Relapse was rarer with tea (RR 0.58, {interval}).").effects[0].interval
    assert found is not None
    assert (found.level, found.level_printed) == (Decimal(told[0]), told[1])


def test_lists_are_dealt_in_order() -> None:
    """Intervals and P values listed behind a list of ratios go to them one by one."""
    text = "OR值分别为1.05、1.81，95%CI分别为1.01～1.09、1.43～2.29，P值分别为0.018、0.002。"
    effects = read("zh", text).effects
    told = [
        (
            e.value.text if e.value else None,
            e.interval.low.text if e.interval and e.interval.low else None,
            e.p.value.text if e.p else None,
        )
        for e in effects
    ]
    assert told == [("1.05", "1.01", "0.018"), ("1.81", "1.43", "0.002")]


def test_no_effect_where_groups_are_told() -> None:
    """A difference that is only talked about does not make the groups' own percentages effects."""
    found = read("en", "There was no difference in relapse between groups (7.6% v 13.2%; P=0.19).")
    assert not found.effects
    assert len(found.tests) == 1


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("en", "Weight differed (P < 0.0001, t = 5.2).", [("t", "5.2", "0.0001")]),
        ("en", "Pain differed (P less than 0.01).", [(None, None, "0.01")]),
        ("zh", "两组有效率差异有统计学意义（χ²=4.501，P<0.05）。", [("chi2", "4.501", "0.05")]),
        ("zh", "两组疼痛差异有统计学意义（P<0.05或0.01）。", [(None, None, "0.05"), (None, None, "0.01")]),
        ("zh", "疼痛差异显著（t值分别为12.3、4.50，均P<0.001）。", [("t", "12.3", "0.001"), ("t", "4.50", "0.001")]),
    ],
)
def test_tests_with_their_statistics(language: str, sentence: str, wanted: list[Tested]) -> None:
    """Each test once, with its statistic and its P value."""
    tests = read(language, sentence).tests
    told = [(t.test, t.statistic.text if t.statistic else None, t.p.value.text if t.p else None) for t in tests]
    assert told == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Relapse and death were rarer with drug A (HR 0.62 and 0.81; P<.001 and P=.07, respectively).",
            ["<.001", "=.07"],
        ),
        (
            "Pain was lower (treatment effect ratio (TER) = 0.7; P=.01), as was weight (TER = 0.9; P=.04).",
            ["=.01", "=.04"],
        ),
        ("Pain differed (mean difference at 1 h: 1.2; 90% CI 1.1-1.3; and at 4 h: 1.5; 90% CI 1.4-1.6).", [None, None]),
        ("Pain differed (mean difference = 5.1 points, p<.01) but not fatigue (-2.2 points, p=.13).", ["<.01", "=.13"]),
    ],
)
def test_a_label_serves_the_figures_behind_it(sentence: str, wanted: list[str | None]) -> None:
    """Two effects of the measure named first, each with its own P value."""
    effects = read("en", sentence).effects
    assert len({e.measure for e in effects}) == 1
    assert [e.p.relation + e.p.value.text if e.p else None for e in effects] == wanted


@pytest.mark.parametrize(
    ("language", "sentence", "within", "interaction"),
    [
        ("en", "Pain decreased from baseline with drug A (P<0.001).", True, False),
        ("en", "Pain decreased from 7.2 (1.1) to 3.1 (0.9) points with drug A (P<0.001).", True, False),
        ("en", "The decrease from baseline was greater with drug A than with drug B (P<0.001).", False, False),
        ("en", "There was no interaction between age and treatment (P=0.62).", False, True),
        ("zh", "A组治疗后疼痛评分较治疗前降低（P<0.05）。", True, False),
        ("zh", "治疗后A组疼痛评分低于B组（P<0.05）。", False, False),
        ("zh", "年龄与治疗无交互作用（P=0.62）。", False, True),
    ],
)
def test_what_a_test_compares(language: str, sentence: str, within: bool, interaction: bool) -> None:  # noqa: FBT001
    """Before and after in one group, whether effects differ, or two groups."""
    tests = read(language, sentence).tests
    assert [(t.within, t.interaction) for t in tests] == [(within, interaction)]
    assert not within or tests[0].comparator is None


@pytest.mark.parametrize("text", ["Results: Pain fell (P<0.05 or P<0.01", "结果：疼痛评分降低（P<0.05或P<0.01"])
def test_two_tests_that_end_the_text(text: str) -> None:
    """The second has no words of its own, and nothing behind it."""
    record = extract(text)
    found = record.en or record.zh
    assert found is not None
    assert [t.p.value.text for t in found.tests if t.p] == ["0.05", "0.01"]
