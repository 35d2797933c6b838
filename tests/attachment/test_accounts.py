"""Numbers that are no facts, each with its name, in short sentences written for this; and near misses."""

import pytest

from extractor import extract
from extractor.assembly.ledger import FACT, ledger
from extractor.document import Abstract
from extractor.pipeline import read


def account(language: str, text: str, number: str) -> str:
    """What the ledger says about the (first) number so printed."""
    at = text.index(number)
    entries = ledger(read(Abstract(language, text)))
    return next(e.account for e in entries if e.span.start == at)


ARMS = "Methods: 60 adults were randomly assigned to tea or milk. Results: "

ACCOUNTS = [
    ("date", "en", "Results: The trial began in 2011 and was long.", "2011"),
    ("date", "en", "Results: During 2001-03, 95 patients came.", "2001"),
    ("list mark", "en", "Results: Findings were: (1) more rest; (2) less pain.", "1"),
    ("list mark", "zh", "结果：（1）疼痛减轻；（2）睡眠改善。", "2"),
    ("list mark", "zh", "结果：1)疼痛评分恢复.3)患者均完成随访。", "3"),
    ("staff", "en", "Results: The 2 reviewers chose the studies.", "2"),
    ("staff", "zh", "方法：由2位作者独立筛选文献。", "2"),
    ("studies", "zh", "结果：共纳入6个病例对照研究。", "6"),
    ("people of a range", "zh", "结果：评分0～7分患者的比例较高。", "7"),
    ("limit of a range", "en", "Results: The level was raised (5.6<or=level) in some.", "5.6"),
    ("count of things", "en", "Results: The review identified 3 core components.", "3"),
    ("count of things", "zh", "结果：最终工具包含5个变量。", "5"),
    ("place of a gene", "en", "Results: Repeats in exon 1 were common.", "1"),
    ("a group named again", "en", "Results: Three ulcers in all were found in the 21 patients.", "21"),
    ("design", "en", "Methods: The power was 90% to find it.", "90"),
    ("design", "en", "Results: The sample size will show a fall of 33% with a power of 0.90.", "33"),
    ("design", "zh", "结果：以80%的把握度可检出33%的降幅。", "33"),
    ("eligibility", "en", "Methods: Adults aged 18 years or older with pain were seen.", "18"),
    ("label", "en", "Results: Weight fell in groups 1 and 2.", "1"),
    ("count_of_things", "en", "Results: The 13 shared types were alike.", "13"),
    ("threshold", "en", "Results: Women younger than 65 relapsed.", "65"),
    ("threshold", "en", "Results: Falls were rarest before age 60 in town.", "60"),
    ("threshold", "zh", "结果：跌倒风险在70岁之后升高。", "70"),
    ("increment", "zh", "结果：年龄每增加10岁，风险升高。", "10"),
    ("duration", "en", "Results: They took the tea for 12 weeks and slept.", "12"),
    ("method", "en", "Methods: The scale had 21 lines.", "21"),
    ("index of a formula", "en", "Results: Peak VO(2) rose in both groups.", "2"),
    ("index of a unit", "en", "Results: Speed was 3 m/s(2) in one group.", "2)"),
    ("mark of a list", "en", "Results: Sleep was long. 3. Pain fell in both.", "3"),
    ("torn digits", "en", "Results: Pain fell in both groups (018 of them).", "018"),
    ("rough share", "zh", "结果：约2/3的患者为轻症。", "2"),
    ("rough share", "en", "Results: About 1/3 of patients were well.", "1"),
    ("day", "en", "Results: Registered 7/2/2019 in time.", "7/"),
    ("day", "en", "Results: Registered 06/2015 in time.", "06"),
    ("between limits", "en", "Results: Viral load between 50 and 400 copies was rare.", "50"),
    ("between limits", "en", "Results: Viral load between 50 and 400 copies was rare.", "400"),
    ("double limit", "en", "Results: Pressure <140/90 mm Hg was reached by most.", "90"),
    ("alternatives", "en", "Results: A score of 3 (fair) or 4 (good) was seen more often.", "3"),
    ("alternatives", "zh", "结果：评分为1分或2分者较多。", "2"),
    ("dose of an attribute", "en", "Results: Nausea was seen with the 4-mg lozenge.", "4"),
    ("dose given", "en", "Results: Pain fell with 30 mg/kg in both groups.", "30"),
    ("dose told by the word", "en", "Results: Pain fell at a dose of 600 mg/m2 in both groups.", "600"),
    ("size of a sample of text", "en", "Results: Pain fell (abstract truncated at 250 words).", "250"),
    ("translocation", "en", "Results: The change t(11;14) was found.", "11"),
    ("outcomes counted", "en", "Results: 2 coprimary end points were met.", "2"),
    ("limit of age", "zh", "结果：65岁或以上患者复发较多。", "65"),
    ("a share of what was planned", "en", "Results: At 37% maturity, survival was alike.", "37"),
    ("a length of treatment", "en", "Results: Pain was noninferior to 8 weeks of tea.", "8"),
    ("a period", "en", "Results: Pain fell over the period of 18 months.", "18"),
    ("an attribute", "en", "Results: A 4-point response was rarer with tea.", "4"),
    ("a strength", "en", "Results: Pain was rarer with twice-daily aspirin 15% in both groups.", "15"),
    ("what had to be reached", "en", "Results: More adults achieved ≥5% weight loss.", "5"),
    ("doses in a list", "en", f"{ARMS}Pain fell with aspirin 5, 8, and 11 mg.", "8"),
    ("a stage", "en", "Results: Relapse was rare at clinical stages 3 and 4.", "4"),
    ("those of whom none", "en", "Results: Rash was seen in 5 men versus none of 34.", "34"),
    ("glued to a name", "en", "Results: The children below the age of 13 took part.", "13"),
    ("glued to a sum", "en", "Methods: A score of 4 + 3 was excluded.", "3"),
    ("a range that defines", "en", "Results: Normal-weight men (18.5 to 24.9 kg/m2) relapsed.", "18.5"),
    ("a ratio", "en", "Results: The ratio of men to women was 1:1.4 here.", "1:"),
    ("a limit of those who had it", "en", "Results: 8 (20%) of 40 men had a time of more than 200% of it.", "200"),
    ("a target", "en", "Results: A pressure target of 120 mm Hg was used.", "120"),
    (
        "known by its size",
        "en",
        "Methods: 30 men came. Results: The median age of the 30 men was 56 years.",
        "30 men was",
    ),
    ("known by its size", "zh", "方法：纳入患者30例。结果：30例患者中位年龄56.5岁。", "30例患者中"),
    ("age in weeks", "en", "Results: Women were seen at 29 and 33 weeks gestation.", "29"),
    ("a definition of the end point", "en", "Methods: The primary end point was a fall of 50% in pain.", "50"),
    ("one of the groups there are", "en", "Methods: They were randomly assigned to 1 of 3 groups.", "1"),
    ("how strong a solution is", "en", "Methods: Roots were rinsed with 2.5% NaOCl.", "2.5"),
    ("how often", "en", "Methods: They did it 3 times per week at home.", "3"),
    ("a grade behind a count", "en", "Results: One grade 5 toxicity occurred.", "5"),
    ("a type", "zh", "结果：2 型糖尿病患者较多。", "2"),
    ("a limit of change", "zh", "结果：总分提高至少5分者占44%。", "5"),
    (
        "how strong a cream was",
        "en",
        "Methods: 60 adults were randomly assigned to newdrugol 1% cream or vehicle.",
        "1%",
    ),
    (
        "a strength told again",
        "en",
        "Methods: They used newdrugol 1% cream. Results: Newdrugol 1% cream healed.",
        "1% cream h",
    ),
    ("what was cut down", "en", "Methods: 60 adults were assigned to one diet (75% energy restriction) or none.", "75"),
    ("a day of a cycle", "en", "Methods: They had tea on days 1 and 8 of a 21-day cycle.", "8"),
    ("one of several things", "en", "Methods: They ate 1 of 3 meals.", "1"),
    ("a calculation", "en", "Results: A parallel trial would require 22 people.", "22"),
]


@pytest.mark.parametrize(("name", "language", "text", "number"), ACCOUNTS)
def test_a_number_that_is_no_fact(name: str, language: str, text: str, number: str) -> None:
    """The number is named for something, and is no fact."""
    assert account(language, text, number) not in (FACT, "unread"), name


FACTS = [
    ("a part of those before", "zh", "方法：研究纳入2017名学生，其中7.4%患有近视。", "7.4"),
    ("a part of those before", "zh", "方法：在吸过烟的478名学生中，94%吸的是薄荷味。", "94"),
    ("a part of those before", "en", "Methods: Among 478 students who had smoked, 94% had chosen mint.", "94"),
    ("a value that looks like a year", "en", "Results: The median dose was 2011 steps per day.", "2011"),
    ("a share in the methods of those who took part", "en", "Methods: 66 patients (mean age, 58 years) came.", "58"),
    ("a length of time told of an outcome", "en", "Results: Median survival was 12 weeks.", "12"),
    ("a count with an article", "en", "Results: The 9 patients who had pain left.", "9"),
    ("a number in brackets", "en", "Results: Deaths were few (3) in both groups.", "3"),
    ("a limit with a share", "en", "Results: Relapse was seen in 12% of women.", "12"),
    ("contrasted times", "en", "Results: Healing took 4.3 vs. 5.2 days.", "4.3"),
    ("a verb tells where it lay", "en", "Results: Accuracy was between 0.84 and 0.89 for all.", "0.84"),
    ("a number in spaced brackets", "en", "Results: Deaths (3) were few.", "3"),
    ("three of four people", "zh", "结果：3/4例患者死亡。", "3"),
    ("an amount used", "en", "Results: Median use was 30 mg in both groups.", "30"),
    ("contrasted amounts", "en", "Results: Use with tea was 30 mg versus 40 mg.", "40"),
    ("follow-up before the methods", "en", "Background: Results come after a median follow-up of 12 years.", "12"),
    (
        "followed for, in the aim",
        "en",
        "Objective: We aimed to rate gout in men who were followed for a mean of 14 years.",
        "14",
    ),
    ("people described", "en", "Background: It was tested in 6874 men with gout (mean age, 65).", "65"),
    ("people of known number with an event", "en", "Methods: 30 men came. Results: Then 30 men died.", "30 men died"),
    ("a range of values", "en", "Results: Age (20-40 years) was known.", "20"),
    ("a trace", "en", "Results: Severe nausea was uncommon (<1% overall).", "1"),
    ("an age that scatters", "en", "Results: Adults aged 58.7 ± 11.0 years were seen.", "58.7"),
    ("a median that came to it", "en", "Results: Median survival came to 10 months with tea.", "10"),
    ("a share that was at it", "en", "Results: Relief was seen early (was at 37% by noon).", "37"),
    ("an end told far behind", "en", "Results: Mean use rose from 2 kg with milk to 6 kg with tea.", "6"),
    ("a price of each", "en", "Results: The cost of delivery was $328/participant.", "328"),
    ("a share told with at", "en", "Results: Cure was seen with aspirin at 37%.", "37"),
    ("people in a list", "en", "Results: Nausea was seen in 5, 8, and 11 women.", "8"),
    ("a range of a mean", "en", "Results: The mean age was 59-77.", "59"),
    ("an end of a change", "en", "Results: The body weight fell by 28.2 kg (to 123.1 kg).", "123"),
    ("a change with a hyphen", "en", "Results: Pain showed a 3-fold higher rate with tea.", "3"),
    ("those of whom some", "en", "Results: Pain was seen in none, and 34 women had a rash.", "34"),
    ("staff named further on", "en", "Results: Pain fell in 20 women, said the reviewers.", "20"),
    ("a strong share in brackets", "en", "Results: Pain was rarer with aspirin (15%).", "15"),
    ("a few that head their clause", "en", "Results: 13 took part in the tea walk.", "13"),
    ("a mean behind its range", "zh", "结果：年龄2.00～78.00(18.57±14.39)岁。", "18.57"),
    ("a share that is the subject of a verb", "en", "Methods: Of 48 adults at risk, 94% used tea.", "94"),
    ("a share of them", "zh", "方法：共纳入2017例患者，其中7.4%在急诊就诊。", "7.4"),
    ("a share in brackets behind people", "en", "Methods: 130 adults with recent stroke (85% ischemic) came.", "85"),
    ("a share of the people described", "en", "Methods: The sample was 86.9% female and 70.5% White.", "70.5"),
    ("a share beside people counted", "en", "Methods: 128 adults (42% Black, 31% Hispanic) came.", "42"),
    ("a share of both groups", "en", "Methods: Obesity was equally common (15% in both groups).", "15"),
    ("a part of so many", "en", "Methods: Germs were found in 23 adults, 11 of 83 undergoing surgery alone.", "11"),
    (
        "a share that heads a name",
        "en",
        "Methods: They used tea. Results: Relief was seen with tea in 1% of women.",
        "1%",
    ),
    ("a size like a year", "en", "Results: Relapse was seen in 20 of 2012 patients.", "20"),
]


@pytest.mark.parametrize(("reason", "language", "text", "number"), FACTS)
def test_a_near_miss_is_a_fact(reason: str, language: str, text: str, number: str) -> None:
    """The number looks like one of the above, and is a fact."""
    assert account(language, text, number) == FACT, reason


HETEROGENEITY = [
    ("the P of the effect", "en", "Results: Pain fell (MD 1.4, 95% CI 0.6 to 2.2, I2=41%, P=0.004).", "41", "0.004"),
    (
        "with an upper two",
        "en",
        "Results: Colds were rarer (RR 0.7, 95% CI 0.5 to 0.9; I²=12%; P=0.02).",
        "12",
        "0.02",
    ),
    ("the P of the effect", "zh", "结果：疼痛评分降低(MD=1.4，95%CI 0.6～2.2，I2=41%，P=0.004)。", "41", "0.004"),
    ("of the studies", "en", "Results: There was heterogeneity for pain (I2=88%, P=0.03).", "88", None),
    ("of the studies", "zh", "结果：疼痛评分各研究间存在异质性(I2=88%，P=0.03)。", "88", None),
]


@pytest.mark.parametrize(("reason", "language", "text", "share", "p"), HETEROGENEITY)
def test_heterogeneity_is_no_fact(reason: str, language: str, text: str, share: str, p: str | None) -> None:
    """I² is named for what it is; the P value behind it goes to an effect before it, else it is no fact either."""
    assert account(language, text, share) == "heterogeneity", reason
    record = extract(text)
    facts = record.en if language == "en" else record.zh
    assert facts is not None, reason
    assert [e.p.value.text for e in facts.effects if e.p] == ([p] if p else []), reason
    assert not facts.tests, reason
    assert not facts.estimates, reason
