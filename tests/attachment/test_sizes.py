"""Sizes of the population, its arms and cohorts, in short sentences written for this; and counts that are none."""

import pytest

from extractor import extract
from extractor.record.record import Extraction


def read(language: str, text: str) -> Extraction:
    """The record's extraction of a short text."""
    record = extract(text)
    found = record.en if language == "en" else record.zh
    assert found is not None
    return found


def sizes(language: str, text: str) -> list[str]:
    """The sizes in text order."""
    return [s.value.text for s in sorted(read(language, text).sample_sizes, key=lambda s: s.value.span)]


SIZES = [
    ("in_assignment", "en", "Methods: 80 adults were assigned to yoga (41) or to rest (39).", ["80", "41", "39"]),
    ("in_assignment", "zh", "方法：将80例患者随机分为观察组和对照组，各40例。", ["80", "40", "40"]),
    ("of_cohort", "en", "Results: Of 900 people, 300 of them (150 per arm) formed the MRI subset.", ["900", "300"]),
    ("in_methods", "en", "Methods: The trial was conducted among 409 women aged 65-98 years.", ["409"]),
    ("by_verb", "en", "Methods: Fifty-three rural patients were randomized to a diet.", ["Fifty-three"]),
    ("by_verb", "en", "Results: 121 completed the study.", ["121"]),
    ("enrolled_list", "en", "Methods: We recruited 31 pregnant and 44 lactating women.", ["31", "44"]),
    ("are_compared", "en", "Results: 41 children in group I and 44 children in group II were compared.", ["41", "44"]),
    ("as_whole", "en", "Results: Of the 806 patients, 12% relapsed.", ["806"]),
    ("same unit", "en", "Methods: 57 warts were allocated to laser and 55 warts to placebo.", ["57", "55"]),
    ("summed", "en", "Methods: The 90 patients assigned to tea (60 with asthma and 30 with gout) came.", None),
    ("share that is a size", "en", "Results: 125 patients (69.4%) completed the trial.", ["125"]),
    ("share that is a size", "zh", "方法：按是否复发分为复发组50例（20%）和未复发组200例（80%）。", ["50", "200"]),
    (
        "dealt",
        "en",
        "Results: We randomly assigned 90 patients to the aspirin (50 [56%]) or placebo (40 [44%]) group.",
        ["90", "50", "40"],
    ),
    (
        "parallel",
        "en",
        "Results: The analysis included 54 patients in the tea group and 72 in the milk group.",
        ["54", "72"],
    ),
    ("closes a scope", "zh", "结果：在未接受抗凝治疗的1863例患者中，有1例患者发生血栓。", ["1863"]),
    ("closes a scope", "zh", "结果：50例术后患者中有14例发热。", ["50"]),
    ("framed", "zh", "结果：他们在数据库内的2500例患者中估计了风险。", ["2500"]),
    ("a long illness", "zh", "方法：对516例心力衰竭症状恶化但药物疗效欠佳的患者开展试验。", ["516"]),
    ("heads its parts", "zh", "结果：47例烧伤患者，痊愈40例，死亡7例。", ["47"]),
    ("heads its parts", "zh", "结果：90例异常者有14例复查。", ["90"]),
    ("heads a mean", "zh", "结果：28例胃炎患者的体质量为60±10。", ["28"]),
    ("opens with a total", "zh", "结果：共监测重症患者481例，感染率为38%。", ["481"]),
    ("a total of people", "zh", "结果：纳入14项研究，合计1324例患者。", ["1324"]),
    ("told by a verb", "zh", "结果：共观察病例100例，均治愈。", ["100"]),
    ("an aim", "en", "Objective: To compare tea and milk in 283 treatment-experienced patients.", ["283"]),
    ("marked", "zh", "方法：A组（n=30）和B组（n=30）。", ["30", "30"]),
    ("followed", "en", "Results: Eighteen cases were followed up for months.", ["Eighteen"]),
    ("followed", "zh", "结果：18例均获随访，随访时间8～24个月。", ["18"]),
    ("followed", "zh", "结果：随访18例、随访时间8～24个月。", ["18"]),
    ("verb behind an aside", "en", "Results: 871 people, including 106 black people, were randomized.", ["871"]),
    ("verb behind the last arm", "en", "Results: 83 men in group I and 89 in group II began treatment.", ["83", "89"]),
    ("led by its verb", "en", "Results: The sample was composed of 521 current smokers.", ["521"]),
    ("a whole in the middle", "en", "Results: The test showed that among 11 cases, 6 cases had it.", ["11"]),
    ("assessed in", "en", "Results: It was assessed in 1224 (87.4%) assigned to tea.", ["1224"]),
    ("of a study", "en", "Results: We read a study of 450 patients with gout.", ["450"]),
    ("a whole that is spoken of late", "en", "Results: Gout was rated among 53 adults with asthma.", ["53"]),
    (
        "men who are the whole",
        "en",
        "Results: 321 men were enrolled and randomly assigned (X group, 160 patients; Y group, 161 patients).",
        ["321", "160", "161"],
    ),
    ("controls", "en", "Results: We enrolled 30 cases matched to 90 controls without gout.", ["30", "90"]),
    ("a cohort behind", "en", "Results: Of 76 notified participants who came back, 57% had gout.", ["76"]),
    (
        "bare counts told at the end",
        "en",
        "Results: 33 in the X group and 29 in the Y group were vaccinated.",
        ["33", "29"],
    ),
    (
        "parts behind a semicolon",
        "en",
        "Results: 84 patients were analysable for relapse; 43 in the X group and 41 in the Y group.",
        ["84", "43", "41"],
    ),
    ("a compound behind", "en", "Methods: Diet was rated among 60 community-dwelling adults.", ["60"]),
    ("behind a date", "en", "Methods: In July 2012, 180 ill patients presented to us.", ["180"]),
    ("assigned passively", "zh", "方法：61名女性被分配至甲组，62名女性被分配至乙组。", ["61", "62"]),
]


@pytest.mark.parametrize(("rule", "language", "text", "wanted"), SIZES)
def test_sizes(rule: str, language: str, text: str, wanted: list[str] | None) -> None:
    """Each rule finds its sizes."""
    found = sizes(language, text)
    assert found[: len(wanted)] == wanted if wanted else found == ["90", "60", "30"], (rule, found)


NO_SIZES = [
    ("no head of parts", "zh", "结果：6例患者发热，3例患者呕吐。", "6"),
    ("what became of them behind", "zh", "结果：随访中共有15例患者死亡，8例患者复发。", "15"),
    ("what became of them behind a bracket", "zh", "结果：共有10例患者（A组6例，B组4例）复发。", "6"),
    ("no head of parts behind a verb", "zh", "结果：20例患者获得缓解，15例患者疾病稳定。", "20"),
    ("a rating", "zh", "结果：评价功能，优15例、良2例。", "15"),
    ("a total of events", "zh", "结果：共死亡5例。", "5"),
    ("a sex with its eyes", "zh", "方法：对45例（52眼）患者行手术，男25例（28眼），女20例（24眼）。", "25"),
    ("units beside people", "zh", "方法：比较术后患者100耳的听阈。", "100"),
    ("an event", "en", "Results: 12 patients died.", "12"),
    ("people with an event", "zh", "结果：12例患者死亡。", "12"),
    ("cases of an illness", "en", "Results: There were 10 cases of severe pneumonia.", "10"),
    ("one sex of several", "en", "Methods: 62 patients, 22 men and 40 women, were randomized.", "22"),
    ("another list", "en", "Methods: The doctor recruited 3 nurses, and weight fell by 5 kg.", "5"),
    ("seen in", "en", "Results: Three patients receiving aspirin achieved remission.", "Three"),
    ("seen in", "en", "Results: Necrosis occurred in three patients treated with aspirin.", "three"),
    ("an event told before", "zh", "方法：选取患者18例，术后感染9例，骨折1例。", "9"),
    ("a list mark", "en", "Methods: They were randomly assigned to 1) tea (n = 20), and 2) milk (n = 21).", "2"),
    ("marked events", "en", "Results: Falls (n=5) and head injury (n=3) were seen.", "5"),
    ("a verb of events", "en", "Results: Two men in group I and 3 men in group II underwent surgery.", "3"),
    ("assignment that only names", "en", "Results: 313 men (3.4%) allocated to tea died.", "313"),
    ("a rough share", "en", "Results: One third of patients underwent imaging.", "One third"),
    ("visits", "en", "Methods: They had up to 4 outpatient visits.", "4"),
    ("studies", "en", "Methods: Two randomized double-blind studies were done.", "Two"),
    ("a mark behind to", "en", "Methods: They were assigned to (1) tea or (2) milk.", "1"),
    ("a plan", "en", "Results: The expectation is that 674 patients will be enrolled.", "674"),
    ("a share of an event", "en", "Results: 12 patients (24%) received blood.", "12"),
    ("a comparison in the middle", "en", "Results: Pain was compared in 14 days.", "14"),
]


@pytest.mark.parametrize(("reason", "language", "text", "value"), NO_SIZES)
def test_no_sizes(reason: str, language: str, text: str, value: str) -> None:
    """Near misses: the number is no size."""
    assert value not in sizes(language, text), reason


def test_a_size_printed_twice_in_one_sentence_is_of_two_groups() -> None:
    """The second n = 9 is another group's, even where no arm could be told."""
    assert sizes("en", "Methods: They received the filter (filter/Ig group, n = 9) or nothing (n = 9).") == ["9", "9"]


def test_a_size_of_another_sentence_is_listed_once() -> None:
    """The results repeat the whole of the methods."""
    text = "Methods: 120 patients were randomised. Results: The 120 patients were randomised in May."
    assert sizes("en", text) == ["120"]


POPULATIONS = [
    ("merely parted", "zh", "方法：将80例患者分为观察组和对照组，各40例。", ["enrolled", "enrolled", "enrolled"]),
    ("parted by chance", "zh", "方法：按随机数字表法将80例患者分为两组。", ["randomized"]),
    ("merely parted", "en", "Methods: 80 men were divided into group A (n=41) and group B (n=39).", ["enrolled"] * 3),
    ("others assigned", "zh", "方法：在入组的512例女性中，有90例女性接受了随机分组。", ["enrolled", "randomized"]),
    (
        "all assigned",
        "en",
        "Methods: We enrolled 90 patients who were randomly assigned to tea or rest.",
        ["randomized"],
    ),
]


@pytest.mark.parametrize(("reason", "language", "text", "wanted"), POPULATIONS)
def test_populations(reason: str, language: str, text: str, wanted: list[str]) -> None:
    """What population each size is of."""
    found = sorted(read(language, text).sample_sizes, key=lambda s: s.value.span)
    assert [s.population for s in found] == wanted, reason
