"""What holds for every text, however odd."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Abstract
from extractor.knowledge import Language, languages
from extractor.spans import Span
from extractor.text.layout import lay_out
from extractor.text.registrations import registrations
from extractor.text.sections import sections
from extractor.text.sentences import clauses, sentences
from extractor.text.view import plain, view

SPOKEN = st.sampled_from(languages())
WORDS = (
    "RESULTS:",
    "Methods ",
    "Pain fell. ",
    "P<0.05",
    "0·38",
    "1",
    "e.g. ",
    "NCT01234567",
    "结果",
    "方法：",
    "乾",
)
MARKS = ("（", "）", "[", "]", "。", "；", ";", ".", " ", "\n")
PIECES = st.sampled_from((*WORDS, *MARKS))
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))
SECONDS = 2.0  # far more than any of them takes, far less than a quadratic one would


@given(TEXTS, SPOKEN)
def test_a_view_has_the_length_of_its_text(text: str, spoken: Language) -> None:
    assert len(view(text, spoken)) == len(text)


@given(TEXTS)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.lists(PIECES, max_size=30).map("".join), SPOKEN)
def test_a_view_stays_as_it_is(text: str, spoken: Language) -> None:
    shown = view(text, spoken)
    assert view(shown, spoken) == shown


@given(TEXTS, SPOKEN)
def test_sections_cover_the_text_without_gap_or_overlap(text: str, spoken: Language) -> None:
    found = sections(Abstract(spoken.code, text), view(text, spoken), spoken)
    assert "".join(s.span.of(text) for s in found) == text
    assert all(s.label is None or s.label in s.span.of(text) for s in found)


@given(TEXTS, SPOKEN)
def test_sentences_and_clauses_hold_everything_but_white_space_and_semicolons(text: str, spoken: Language) -> None:
    shown = view(text, spoken)
    found = sentences(shown, sections(Abstract(spoken.code, text), shown, spoken), spoken)
    assert "".join("".join(s.of(shown) for s in found).split()) == "".join(shown.split())
    assert all(s.of(shown) == s.of(shown).strip() for s in found)
    for sentence in found:
        parts = "".join(c.of(shown) for c in clauses(shown, sentence)).replace(";", "")
        assert "".join(parts.split()) == "".join(sentence.of(shown).replace(";", "").split())


@given(TEXTS)
def test_an_abstract_is_a_part_of_its_document(text: str) -> None:
    for abstract in lay_out(text).abstracts.values():
        assert abstract.text
        assert abstract.text in text


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        ")" * 10_000,
        "(" * 5_000 + ")" * 5_000,
        "1" * 10_000,
        "1." * 5_000,
        "." * 10_000,
        "\n" * 10_000,
        "\n " * 5_000,
        ". " * 5_000,
        "A. " * 3_000,
        "a@" * 5_000,
        "A" * 10_000,
        "Anna Muster, " * 1_000,
        "Muster " * 1_500,
        "METHODS " * 1_200,
        "结果" * 5_000,
        "结果。" * 3_000,
        "【" * 10_000,
        "10.1234/" * 1_200,
        "张三，" * 3_000,
        "can improve in " * 700,
    ],
    ids=lambda text: repr(text[:6]),
)
@pytest.mark.parametrize("spoken", languages(), ids=lambda one: one.code)
def test_hostile_text_takes_no_more_than_its_length(text: str, spoken: Language) -> None:
    begun = time.process_time()
    shown = view(text, spoken)
    found = sections(Abstract(spoken.code, text), shown, spoken)
    for sentence in sentences(shown, found, spoken):
        clauses(shown, sentence)
    lay_out(text)
    registrations(shown)
    assert time.process_time() - begun < SECONDS


def test_a_span_of_nothing_has_no_sentences() -> None:
    one = languages()[0]
    assert sections(Abstract(one.code, ""), "", one) == ()
    assert sentences("", (), one) == ()
    assert clauses("", Span(0, 0)) == ()
