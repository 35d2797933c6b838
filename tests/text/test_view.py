"""What the view shows for what is printed."""

import pytest

from extractor.knowledge import language
from extractor.text.script import language_of
from extractor.text.view import view


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("０．３８（９５％ＣＩ）", "0.38(95%CI)"),
        ("0·38 P=·03 5‧1", "0.38 P=.03 5.1"),
        ("mg·2 甲·乙 · 5", "mg·2 甲·乙 · 5"),
        ("1–2—3−4", "1-2-3-4"),
        ("1～2〜3∼4", "1~2~3~4"),
        ("P＜0.05；P≦0.05，P⩾1", "P<0.05;P≤0.05,P≥1"),
        ("【目的】〔1〕", "[目的][1]"),
        ("“a” ‘b’", "\"a\" 'b'"),
        ("a\u00a0b\u2009c\u3000d\u200be", "a b c d e"),
        ("好。\n", "好。\n"),
        ("10⁹ ± ½ ①", "10⁹ ± ½ ①"),
    ],
)
def test_one_character_is_shown_for_one(printed: str, shown: str) -> None:
    assert view(printed, language("en")) == shown


def test_the_script_is_folded_as_the_language_says() -> None:
    assert view("隨機對照試驗", language("zh")) == "随机对照试验"
    assert view("隨機對照試驗", language("en")) == "隨機對照試驗"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pain fell in 5 of 60 adults", "en"),
        ("疼痛评分下降", "zh"),
        ("甲药组PFS较长（HR 0.5）", "zh"),
        ("A trial of 甲", "en"),
        ("12.5 (3)", None),
        ("Боль", None),
    ],
)
def test_the_language_is_told_by_its_characters(text: str, code: str | None) -> None:
    found = language_of(text)
    assert (found.code if found else None) == code
