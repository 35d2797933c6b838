"""What holds for any text at all: it gives a record, and every number of the record is what its place says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import Record, extract
from extractor.record.base import Reported
from tests.planted.told import numbers

CORPUS = sorted((Path(__file__).parents[2] / "corpus" / "texts").glob("*.txt"))

HOSTILE = {
    "digits": "1" * 10_000,
    "open brackets": "(" * 10_000,
    "closed brackets": ")" * 10_000,
    "interval labels": "95% CI " * 1_500,
    "labels and numbers": "95% CI 1.2 " * 400,
    "fractions": "1/2 " * 800,
    "percentages": "5% " * 800,
    "numbers": "1 " * 800,
    "P values": "P<" * 3_000,
    "lists": "分别为5%和" * 400,
    "head words": "组" * 5_000,
    "connectors": "和" * 5_000,
    "empty": "",
    "white space": " \n\t" * 100,
    "one sign": "≤",
}

CUT_OFF = {
    "a dose behind those assigned": "Methods: Adults were randomized to amlodipine (n = 40) or placebo (n = 42). "
    "Results: 40 patients were assigned 25 mg",
    "a dose behind those assigned to receive": "Methods: Adults were randomized to amlodipine or placebo. "
    "Results: In all, 40 were assigned to receive 25 mg",
}


def _ungrounded(record: Record) -> Iterator[Reported]:
    for half in (record.en, record.zh):
        for number in numbers(half) if half else ():
            if half and half.text[number.span[0] : number.span[1]] != number.text:
                yield number


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_a_hostile_text_comes_to_an_end(text: str) -> None:
    record = extract(f"Results: patients {text}")
    assert list(_ungrounded(record)) == []


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in CUT_OFF.items()])
def test_a_text_may_be_cut_off_anywhere(text: str) -> None:
    assert list(_ungrounded(extract(text))) == []


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in CORPUS])
def test_every_number_is_what_its_place_says(path: Path) -> None:
    record = extract(path.read_text(encoding="utf-8"))
    assert list(_ungrounded(record)) == []
    assert Record.model_validate_json(record.model_dump_json()) == record


def test_the_same_text_gives_the_same_bytes() -> None:
    text = CORPUS[0].read_text(encoding="utf-8")
    assert extract(text).model_dump_json() == extract(text).model_dump_json()


PIECES = st.sampled_from(
    (
        *"0123456789.%()[],;:=<>±~-/ \n",
        *("patients", "the placebo group", " hazard ratio ", "95% CI ", "P", " versus ", " and ", "months", "n="),
        *(
            "例",
            "对照组",
            "治疗组",
            "总有效率",
            "分别为",
            "和",
            "差异有统计学意义",
            "个月",
            "三十",
            "。",
            "95%置信区间",
        ),
    )
)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=150)
def test_any_row_of_words_and_marks_gives_a_grounded_record(text: str) -> None:
    assert list(_ungrounded(extract(text))) == []
