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


ACCOUNTS = [
    ("date", "en", "Results: The trial began in 2011 and was long.", "2011"),
    ("date", "en", "Results: During 2001-03, 95 patients came.", "2001"),
    ("list mark", "en", "Results: Findings were: (1) more rest; (2) less pain.", "1"),
    ("list mark", "zh", "结果：（1）疼痛减轻；（2）睡眠改善。", "2"),
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
    ("increment", "zh", "结果：年龄每增加10岁，风险升高。", "10"),
    ("duration", "en", "Results: They took the tea for 12 weeks and slept.", "12"),
    ("method", "en", "Methods: The scale had 21 lines.", "21"),
]


@pytest.mark.parametrize(("name", "language", "text", "number"), ACCOUNTS)
def test_a_number_that_is_no_fact(name: str, language: str, text: str, number: str) -> None:
    """The number is named for something, and is no fact."""
    assert account(language, text, number) not in (FACT, "unread"), name


FACTS = [
    ("a value that looks like a year", "en", "Results: The median dose was 2011 steps per day.", "2011"),
    ("a share in the methods of those who took part", "en", "Methods: 66 patients (mean age, 58 years) came.", "58"),
    ("a length of time told of an outcome", "en", "Results: Median survival was 12 weeks.", "12"),
    ("a count with an article", "en", "Results: The 9 patients who had pain left.", "9"),
    ("a number in brackets", "en", "Results: Deaths were few (3) in both groups.", "3"),
    ("a limit with a share", "en", "Results: Relapse was seen in 12% of women.", "12"),
    ("contrasted times", "en", "Results: Healing took 4.3 vs. 5.2 days.", "4.3"),
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
