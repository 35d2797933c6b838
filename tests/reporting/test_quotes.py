"""The mark stands under the words, whatever their width."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from extractor.reporting.quotes import quote
from extractor.spans import Span

TEXTS = st.text(st.sampled_from("a1.%（）风险比为\n\t "), min_size=1, max_size=300)


@given(TEXTS, st.data())
def test_the_mark_is_as_wide_as_the_words_and_under_them(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 20)))
    shown = quote(text, Span(start, end))
    words = "".join(c if c.isprintable() else " " for c in text[start:end])

    assert "\n" not in shown.line
    assert shown.words == words
    assert shown.mark == " " * cell_len(shown.before) + "^" * cell_len(words)


def test_a_long_quote_is_cut() -> None:
    shown = quote("x" * 500, Span(100, 400))

    assert shown.line.count("…") == 3
    assert cell_len(shown.line) < 150
    assert cell_len(shown.mark) < 110
