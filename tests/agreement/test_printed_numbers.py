"""The printed numbers of two texts side by side, though no fact is read from either."""

import pytest

from extractor.agreement import compare
from extractor.agreement.side import Side, side_of
from extractor.agreement.tally import tally
from extractor.assembly import assemble
from extractor.document import Abstract
from extractor.pipeline import numbers_in, read


def side(code: str, text: str) -> Side:
    return side_of(assemble(read(Abstract(code, text))), numbers_in)


def codes(en: str, zh: str) -> list[tuple[str, str]]:
    halves = (assemble(read(Abstract("en", en))), assemble(read(Abstract("zh", zh))))
    return [(f.code, f.severity) for f in compare(*halves, numbers_in=numbers_in)[1] if f.severity != "info"]


EN = "Mean stay was 9.4 days. The wound was 5.6 cm long, and 2140 samples were kept at -18.5 degrees for 26 weeks."
ZH = "平均住院9.4天。创面长5.6 cm，2140份样本在-18.5度保存26周。"


def test_equal_texts_differ_in_nothing() -> None:
    assert codes(EN, ZH) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("5.6", "5.9", [("number_mismatch", "error")]),
        ("5.6", "6.5", [("number_mismatch", "error")]),
        ("5.6", "56", [("magnitude_mismatch", "error")]),
        ("2140", "2410", [("number_mismatch", "error")]),
        ("26周", "26个月", [("unit_mismatch", "error")]),
        ("5.6 cm", "5.6 mm", [("unit_mismatch", "error")]),
        ("，2140份", "，几千份", [("missing_in_zh", "warning")]),
    ],
)
def test_a_change_is_found_without_facts(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert codes(EN, ZH.replace(old, new)) == expected


def test_a_number_that_moved_is_the_same() -> None:
    ours, theirs = (
        side("en", "In 38 of 217 patients, or 17.5%, it healed."),
        side("zh", "217例患者中38例（17.5%）愈合。"),
    )
    found = tally(ours.marks, theirs.marks)
    assert (found.changed, found.left_only, found.right_only) == ((), (), ())


def test_another_notation_is_the_same() -> None:
    ours, theirs = side("en", "About 2.6 million doses; two died."), side("zh", "约260万剂；2例死亡。")
    assert len(tally(ours.marks, theirs.marks).same) == 2


@pytest.mark.parametrize(
    ("zh", "expected"),
    [
        ("瘢痕率为12.5%和21.8%，费用为3.1和4.7。", set()),
        ("瘢痕率为21.8%和12.5%，费用为3.1和4.7。", {"21.8", "12.5"}),
        ("瘢痕率为12.5%和21.8%，费用为4.7和3.1。", {"4.7", "3.1"}),
    ],
)
def test_two_numbers_in_each_other_s_place_are_one_finding(zh: str, expected: set[str]) -> None:
    en = "Scarring was seen in 12.5% and 21.8%, at a cost of 3.1 and 4.7."
    halves = (assemble(read(Abstract("en", en))), assemble(read(Abstract("zh", zh))))
    found = [f for f in compare(*halves, numbers_in=numbers_in)[1] if f.severity != "info"]
    assert {zh[slice(*p.span)] for f in found for p in f.places if p.language == "zh"} == expected
    assert len(found) == bool(expected)


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        ("Pain was lower at 34 hours.", "34小时疼痛较低。", []),
        ("Pain was lower at 34 hours.", "34小时疼痛较高。", ["direction_mismatch"]),
        ("The difference was not significant (P=0.27).", "差异无统计学意义（P=0.27）。", []),
        ("The difference was not significant (P=0.27).", "差异有统计学意义（P=0.27）。", ["direction_mismatch"]),
        ("Pain fell; nausea rose at 34 hours.", "34小时恶心增加，疼痛降低。", []),
    ],
)
def test_a_word_of_direction_turned_round_is_found(en: str, zh: str, expected: list[str]) -> None:
    assert [code for code, _ in codes(en, zh)] == expected
