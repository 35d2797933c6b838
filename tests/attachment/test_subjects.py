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
    ("zh", "安慰剂组瓣长度、弯曲指数分别为44.3和1.03。", [2, 2]),
    ("zh", "安慰剂组复发率为20%，两组间疼痛率差异无统计学意义（12%比13%）。", [2, 1, 2]),
    ("zh", "另选住在附近的志愿者作为安慰剂组，复发20%。", [2]),
    ("zh", "复发率为20%，并与安慰剂组比较。", [0]),
    ("en", "Six patients died in the placebo group within a year.", [2]),
    ("en", "After a median follow-up of 3 years, 11 patients had died in the placebo group.", [0, 2]),
    (
        "en",
        "Relapse fell from 30% to 12% in the metformin group and from 31% to 20% in the placebo group.",
        [1, 1, 2, 2],
    ),
    ("en", "Six (12%) relapses occurred within 6 months with metformin and 16 (31%) with placebo.", [1, 2]),
    ("en", "Relapse was seen in 12% with metformin and 20% with the dummy.", [1, 2]),
    ("en", "Relapse was seen in 12% with the tablet and 20% with placebo.", [1, 2]),
    ("en", "Relapse was seen in 12% of patients who received metformin and 20% of the rest.", [1, 2]),
    ("en", "Relapse and rash were 12% and 5% with metformin, 20% and 7% with the dummy.", [1, 1, 2, 2]),
    ("en", "Relapse was seen in 12% by week 9 and in 20% with placebo.", [0, 2]),
    ("en", "Relapse was seen in 12% and 20% of metformin- and placebo-treated adults, respectively.", [1, 2]),
    ("en", "Relapse and rash rates were 12% and 5% (for metformin) and 20% and 7% (for placebo).", [1, 1, 2, 2]),
    (
        "en",
        "Relapse and rash were 12% and 20%, and 5% and 7%, respectively, with metformin and placebo.",
        [1, 2, 1, 2],
    ),
    (
        "en",
        "Blood pressure fell by 21.4/9.5 and 20.6/8.7 mmHg with metformin and placebo, respectively.",
        [1, 1, 2, 2],
    ),
    ("en", "Three cases of relapse occurred in the placebo group and 1 case in the metformin group.", [2, 1]),
    ("en", "Twelve (24%) of these relapses occurred in patients treated with placebo.", [2]),
    ("en", "Relapse was seen in 12% of those on metformin and in 20% of those not on metformin.", [1, 2]),
    (
        "en",
        "Median survival was 11 months in the 62 given metformin and 8 months (95% CI, 6 to 9) with placebo.",
        [1, 2],
    ),
    ("en", "Rash, itch and pain were seen in 1%, 2% and 9%, respectively, of those given metformin.", [1, 1, 1]),
    ("en", "Use fell from 81% (week 1) to 45% (week 6) with metformin.", [1, 1]),
    ("en", "One (2%) death (of pneumonia) occurred in the placebo group.", [2]),
    ("en", "Pain scores fell by 1.2 points with metformin, more than placebo.", [1]),
    (
        "en",
        "Relapse was seen in 12% of the 60 children receiving metformin vs 20% of the 58 children on placebo.",
        [1, 2],
    ),
    ("en", "Median survival was 8.7 months among the 60 patients in the metformin group.", [1]),
    ("en", "Relapse was seen in 24 (40%) of 60 patients who started metformin.", [1]),
    (
        "en",
        "Relapse was seen in 40% of 60 adults who received at least one dose of metformin and 9% of those on placebo.",
        [1, 2],
    ),
    ("en", "Relapse was seen in 24 (40%) of 60 patients who started smoking.", [0]),
    ("en", "Healing was seen in 87% lesions treated with metformin and in 93% lesions treated with placebo.", [1, 2]),
    ("en", "Mass fell by 3.1% ± 1.0% in men on placebo and rose by 4.0% ± 1.2% with metformin.", [2, 1]),
    (
        "en",
        "Survival was 2.7 years for HER2-high patients on metformin vs 1.4 years for the others on placebo.",
        [1, 2],
    ),
    ("en", "Relapse was much commoner, 20% (P = 0.03), in the placebo group.", [2]),
    ("en", "There were three fractures, all in the placebo group.", [2]),
    ("en", "The mean age was 45 years, and fewer drank in the placebo group.", [0]),
    ("en", "Median follow-up was 45 months for those who lived in the placebo group.", [0]),
    ("en", "Pain was seen in 65% and 56% of patients who responded to metformin and placebo, respectively.", [1, 2]),
]
IN_BRACKETS = [
    (
        "en",
        "Rash was commoner with metformin (18% mild and 7% severe) than with placebo (5% and 2%, respectively).",
        [1, 1, 2, 2],
    ),
    ("en", "Rash was commoner with metformin than with placebo (18% and 7%, respectively).", [1, 2]),
    ("en", "Relapse was rarer with placebo (yearly risk, 24%) than with metformin (yearly risk, 31%).", [2, 1]),
    ("en", "Walking improved with metformin (29 versus 34 m) and with placebo (45 versus 31 m).", [1, 1, 2, 2]),
    ("en", "We saw rash (5% with placebo and 7% with metformin) and nausea (3% and 4%).", [2, 1, 2, 1]),
    ("en", "Rash was common (9 [5%] patients with placebo vs 7 [4%] patients with metformin; 3% v 4%).", [2, 1, 2, 1]),
    ("en", "The change was 0.10 (1.7; placebo) and 0.52 (2.6; metformin).", [2, 2, 1, 1]),
    ("en", "Rash occurred in 12% (metformin weekly) and 15% (placebo weekly).", [1, 2]),
    ("en", "The mean was 154 mg (placebo, n = 58) and 163 mg (metformin, n = 62).", [2, 1]),
    ("en", "Rash (24 [40%] with metformin vs ten [20%] with tablets) and itch (15 [31%] vs 9 [15%]).", [1, 2, 1, 2]),
    (
        "en",
        "Relapse was seen in 62 (19 [31%] at home) given placebo and in 58 (9 [16%] at home) on metformin.",
        [2, 2, 1, 1],
    ),
    ("en", "Rash (31%), itch (9%) and pain (4%) were higher in the placebo group.", [2, 2, 2]),
    ("en", "Relapse was rare (12%, metformin; 20%, placebo).", [1, 2]),
    (
        "en",
        "We saw rash (9%) and itch (7%) in the metformin group and pain (5%), rash (4%) and fever (3%) with placebo.",
        [1, 1, 2, 2, 2],
    ),
    (
        "en",
        "Rash (7 [4%] patients with placebo vs none with metformin), itch (9 [5%] vs none), pain (none vs 4 [2%]).",
        [2, 2, 1],
    ),
    ("en", "Rash was commoner with metformin than with placebo (18% vs none).", [1]),
    ("zh", "二甲双胍组皮疹率高于安慰剂组（18%比无一例）。", [1]),
    ("en", "In all, 38 relapsed (16 with metformin and 22 with placebo), and 5 (8%) moved away.", [0, 1, 2, 0]),
    ("zh", "二甲双胍组皮疹率（18%）、腹泻率（7%）均高于安慰剂组（5%、2%）。", [1, 1, 2, 2]),
]
IN_ORDER = [
    ("en", "Relapse was higher with placebo (12% v 20%).", [1, 2]),
    ("en", "Relapse was higher with placebo (20% v 12%).", [2, 1]),
    ("en", "Relapse was lower with metformin than with placebo (20% v 12%).", [2, 1]),
    ("en", "Relapse was better with metformin than with placebo (12% v 20%).", [1, 2]),
    ("en", "Scores fell more with metformin than with placebo (-2.1 v -1.5).", [1, 2]),
    ("en", "No gain was seen (metformin, 8.1% vs placebo, 7.7%).", [1, 2]),
    ("en", "Relapse was rarer with metformin than with placebo (12% vs 20%).", [1, 2]),
    ("en", "Compared with placebo, metformin made relapse rarer (12% vs 20%).", [1, 2]),
    ("en", "Five and nine relapses were seen in the metformin and placebo groups.", [1, 2]),
    ("en", "In the placebo and metformin groups, relapse was seen in 20% and 12%, respectively.", [2, 1]),
    ("en", "Median survival was 20.7 vs 23.3 months for placebo vs metformin.", [2, 1]),
    ("en", "Relapse was 12% with the tablets, compared with 20% in the placebo group.", [1, 2]),
    (
        "en",
        "More placebo patients relapsed (34% vs 17%), and more metformin patients vomited (20% vs 5%).",
        [2, 1, 1, 2],
    ),
    ("en", "Relapse was 12% with metformin and 20% with placebo, and death was 5% versus 9%.", [1, 2, 1, 2]),
    ("en", "Relapse was rarer than that in the placebo group (12% vs 20%).", [1, 2]),
    ("en", "Relapse was rarer than in patients given the tablets (12% vs 20%).", [1, 2]),
    ("en", "Relapse was 12% and 20% (P = 0.04).", [1, 2]),
    ("en", "Relapse was seen in 12% and 20% of the patients in the respective groups.", [1, 2]),
    ("en", "Relapse was seen in 14 (12%) and 20 (17%) patients.", [1, 2]),
    ("en", "With placebo and metformin, relapse was 12% (7 at home) and 20% (9 at home), respectively.", [2, 2, 1, 1]),
    (
        "en",
        "In adults with a score of 3 or more who live alone, median survival was 12 and 20 months, respectively.",
        [1, 2],
    ),
    ("en", "Metformin and placebo gave 2.5 per 1000 nights and 5.0 per 1000 nights, respectively.", [1, 2]),
    ("zh", "两组复发率无显著差异（12%和20%）。", [1, 2]),
    ("zh", "二甲双胍组和安慰剂组复发率分别为12%和20%。", [1, 2]),
    ("zh", "二甲双胍组复发率低于安慰剂组（12%比20%）。", [1, 2]),
    ("zh", "两组复发率分别为12%和20%。", [1, 2]),
    ("zh", "二甲双胍组1月、2月、3月复查率分别为18%、17%、16%，均高于安慰剂组的9%、8%、7%。", [1, 1, 1, 2, 2, 2]),
    ("zh", "1年、2年复发率二甲双胍组分别为18%、17%，安慰剂组分别为9%、8%。", [1, 1, 2, 2]),
    # a list of one arm behind as many figures of the other is no contrast
    ("zh", "二甲双胍组皮疹率、腹泻率分别为18%、7%，安慰剂组分别为5%、2%。", [1, 1, 2, 2]),
    ("zh", "二甲双胍组皮疹率、腹泻率分别为18%、7%，均高于安慰剂组的5%和2%。", [1, 1, 2, 2]),
    ("zh", "二甲双胍组皮疹率为18%，腹泻率为7%，安慰剂组分别为5%和2%。", [1, 1, 2, 2]),
]
SHARED = [
    ("en", "Relapse was alike in both groups (12%).", [1, 2]),
    ("zh", "两组的舒张压及复发率相同（12%）。", [1, 2]),
    ("zh", "两组患者在家中的保留率均为12%。", [1, 2]),
    ("en", "Relapse was seen in 12% in each group.", [1, 2]),
    ("zh", "两组复发率均为12%。", [1, 2]),
    ("en", "Relapse was seen in 12% with both metformin and placebo.", [1, 2]),
]
NOBODYS = [
    ("en", "Metformin and placebo had a similar effect on pain, and scores fell by 12% on the whole.", [0]),
    ("en", "Adults (mean age, 45 years; 23% women) were given metformin.", [0, 0]),
    ("en", "Rash was commoner with metformin (5% vs 3%), but fever was rare (1% overall).", [1, 2, 0]),
    ("en", "The groups were alike (mean age, 45 years; 23% women).", [0, 0]),
    ("en", "Survival was longer in patients with a response than in patients without (13.6 vs 5.6 months).", [0, 0]),
    (
        "en",
        "More smokers relapsed compared with the younger women (17% v 7%), and more had pain (9% v 5%).",
        [0, 0, 0, 0],
    ),
    ("zh", "两组患者均获随访，随访时间平均12.5个月。", [0]),
    ("en", "Relapse and death were seen in 12% and 5%, respectively.", [0, 0]),
    ("en", "In the metformin group, relapse and death were seen in 12% and 5%, respectively.", [1, 1]),
    ("zh", "皮疹和死亡的发生率分别为12%和5%。", [0, 0]),
    ("zh", "二甲双胍组皮疹和死亡发生率分别为12%和5%。", [1, 1]),
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


COMPARED = [
    ("en", "Compared with metformin, placebo made relapse rarer (hazard ratio, 0.80).", [1, 2]),
    ("en", "Relapse was rarer (hazard ratio, 0.80).", [1, 2]),
    ("en", "Relapse was rarer (hazard ratio for placebo versus metformin, 0.80).", [2, 1]),
]


@pytest.mark.parametrize(("code", "sentence", "wanted"), COMPARED)
def test_an_effect_compares_two_arms(code: str, sentence: str, wanted: list[int]) -> None:
    """The control last, but as told where the label of the effect sets the two against each other."""
    reading = read(Abstract(code, HEAD[code] + sentence))
    places = {arm.id: i for i, arm in enumerate(reading.arms, 1)}
    effect = next(d for d in reading.rows[-1].drafts if d.kind is Kind.EFFECT)
    assert [places[effect.subject.arm or ""], places[effect.subject.comparator or ""]] == wanted


def test_without_a_control_the_arm_that_is_told_of_stands_first() -> None:
    head = "In all, 120 patients were randomised to metformin or sitagliptin. "
    reading = read(Abstract("en", head + "Compared with metformin, sitagliptin made relapse rarer (HR, 0.80)."))
    effect = next(d for d in reading.rows[-1].drafts if d.kind is Kind.EFFECT)
    assert (effect.subject.arm, effect.subject.comparator) == (reading.arms[1].id, reading.arms[0].id)
