"""Sentences and sections of short texts, as the table beside this file says."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor.document import Abstract, LabelledSection
from extractor.knowledge import language
from extractor.spans import Span
from extractor.text.sections import sections
from extractor.text.sentences import clauses, sentences_in
from extractor.text.view import view

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES["sentence"], ids=lambda case: case["cut"][:30])
def test_sentences_are_cut_where_the_table_says(case: dict[str, Any]) -> None:
    spoken = language(case["language"])
    text = case["cut"].replace("|", "")
    found = sentences_in(view(text, spoken), Span(0, len(text)), spoken)
    assert [s.of(text) for s in found] == [piece.strip() for piece in case["cut"].split("|")]


@pytest.mark.parametrize("case", CASES["section"], ids=lambda case: case["text"][:30])
def test_sections_begin_where_the_table_says(case: dict[str, Any]) -> None:
    spoken, text = language(case["language"]), case["text"]
    found = sections(Abstract(spoken.code, text), view(text, spoken), spoken)
    assert [(s.kind, s.label or "") for s in found] == [(kind, label) for kind, label, _ in case["starts"]]
    assert all(s.span.of(text).startswith(w) for s, (_, _, w) in zip(found, case["starts"], strict=True))


def test_sections_that_the_format_marks_are_taken_as_they_are() -> None:
    text = "AIM OF IT: To see.\nODD LABEL: We saw.\nFINDINGS: Much."
    marks = (("AIM OF IT", 0), ("ODD LABEL", 19), ("FINDINGS", 38))
    given = tuple(LabelledSection(label, Span(at, len(text))) for label, at in marks)
    found = sections(Abstract("en", text, sections=given), view(text, language("en")), language("en"))
    assert [(s.kind, s.span.start) for s in found] == [("other", 0), ("other", 19), ("results", 38)]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("A fell; B rose (5; 6); C stayed.", ["A fell", "B rose (5; 6)", "C stayed."]),
        ("甲组下降；乙组上升（5；6）。", ["甲组下降", "乙组上升（5；6）。"]),
        ("No part", ["No part"]),
        (";;", []),
    ],
)
def test_clauses_are_cut_outside_brackets(sentence: str, parts: list[str]) -> None:
    shown = view(sentence, language("en"))
    assert [c.of(sentence) for c in clauses(shown, Span(0, len(sentence)))] == parts
