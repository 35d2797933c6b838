"""Plain-text documents taken apart: every arrangement of the same parts gives the same abstracts."""

from itertools import permutations

import pytest

from extractor.text.layout import lay_out

EN = (
    "Knee pain is common in old age.\n"
    "We randomly assigned 60 adults to drug A or placebo for 12 weeks.\n"
    "The mean score was 3.1 with drug A and 4.2 with placebo (P=0.01)."
)
ZH = (
    "膝痛在老年人中很常见。\n"
    "我们将60名成人随机分组，接受甲药或安慰剂12周。\n"
    "甲药组平均评分为3.1，安慰剂组为4.2（P=0.01）。"
)
FRONT_EN = (
    "Drug A for knee pain: a sample trial",
    "Muster Anna B, Example Karl, O'Sample Jane",
    "Department of Samples, Example University, Exampletown.",
    "Ann Example Med. 2021 Mar 4;12(3):45-50. doi: 10.1234/aem.2021.45. Epub 2021 Feb 1.",
)
FRONT_ZH = ("甲药治疗膝痛的示例试验", "张示例，李样本", "示例大学附属医院骨科，示例市 100000")


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
@pytest.mark.parametrize("order", list(permutations((EN, ZH))), ids=["en-zh", "zh-en"])
def test_both_abstracts_are_found_in_any_order(order: tuple[str, str], gap: str) -> None:
    text = gap.join([*FRONT_EN, *order])
    layout = lay_out(text)
    assert {code: one.text for code, one in layout.abstracts.items()} == {"en": EN, "zh": ZH}
    assert all(one.text in text for one in layout.abstracts.values())


def test_front_matter_becomes_the_bibliography() -> None:
    layout = lay_out("\n".join([*FRONT_EN, EN, "Key words: pain; knee", *FRONT_ZH, "摘要", ZH, "【关键词】疼痛；膝"]))
    known = layout.bibliography
    assert known.titles == {"en": FRONT_EN[0], "zh": FRONT_ZH[0]}
    assert known.authors == ("Muster Anna B", "Example Karl", "O'Sample Jane")
    assert (known.journal, known.year, known.doi) == ("Ann Example Med", 2021, "10.1234/aem.2021.45")
    assert {code: one.text for code, one in layout.abstracts.items()} == {"en": EN, "zh": ZH}
    assert layout.abstracts["zh"].title == FRONT_ZH[0]


@pytest.mark.parametrize(
    ("text", "code", "abstract"),
    [
        pytest.param("Knee pain fell by 3.", "en", "Knee pain fell by 3.", id="one sentence"),
        pytest.param("Nothing like a sentence", "en", "Nothing like a sentence", id="no sentence at all"),
        pytest.param(f"  {EN}\n\n", "en", EN, id="white space around"),
        pytest.param(f"Abstract\n{EN}", "en", EN, id="heading on its own line"),
        pytest.param(f"Abstract: {EN}", "en", EN, id="heading before the text"),
        pytest.param(f"【摘要】{ZH}", "zh", ZH, id="Chinese heading before the text"),
        pytest.param("RESULTS: 5% and 6%.", "en", "RESULTS: 5% and 6%.", id="label and no verb"),
        pytest.param("A mean of 3 and 5 points (P=0.02).\n" + EN, "en", "A mean", id="numbers are never a title"),
        pytest.param("作者：张示例\n示例医院\n" + ZH, "zh", ZH, id="Chinese front matter"),
        pytest.param("Drug A is good: a trial\nAnna Muster, Karl Example\n" + EN, "en", EN, id="title with a verb"),
        pytest.param(
            "Knee pain, which is a common complaint of elderly\nadults in many countries, was studied.",
            "en",
            "Knee pain, which is a common complaint of elderly\nadults in many countries, was studied.",
            id="wrapped lines",
        ),
    ],
)
def test_the_abstract_is_what_is_left(text: str, code: str, abstract: str) -> None:
    found = lay_out(text).abstracts
    assert list(found) == [code]
    assert found[code].text.startswith(abstract)


@pytest.mark.parametrize("text", [EN.replace("\n", " ") + " " + ZH, ZH + EN.replace("\n", " ")])
def test_a_line_in_two_languages_is_cut_between_them(text: str) -> None:
    found = lay_out(text.replace("\n", "")).abstracts
    assert found["en"].text == EN.replace("\n", " ")
    assert found["zh"].text == ZH.replace("\n", "")


def test_a_stray_line_of_the_other_language_takes_nothing_along() -> None:
    found = lay_out(f"{EN}\n{ZH}\nNCT01234567 was the number.").abstracts
    assert found["en"].text == EN


@pytest.mark.parametrize("text", ["", " \n ", "12 (3)", "Боль прошла."])
def test_text_in_no_known_language_has_no_abstract(text: str) -> None:
    assert not lay_out(text).abstracts
