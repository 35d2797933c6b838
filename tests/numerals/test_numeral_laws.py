"""Laws of the number scanner: what an independent writer writes it reads, in its place, and in good time."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.knowledge.loader import pattern_folder, read_file
from extractor.numerals import NumeralScanner


def scanner_of(code: str) -> NumeralScanner:
    model = read_file(pattern_folder() / code / "numerals.toml").numeral
    assert model is not None
    return NumeralScanner(model)


EN = scanner_of("en")
ZH = scanner_of("zh")
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def english(number: int, joiner: str = " and ", hyphen: str = "-") -> str:
    """A number below 10^12 as an English writer writes it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (hyphen + ONES[number % 10] if number % 10 else "")
    for unit, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= unit:
            head, rest = divmod(number, unit)
            link = joiner if rest < 100 else " "
            return f"{english(head, joiner, hyphen)} {name}" + (link + english(rest, joiner, hyphen) if rest else "")
    raise AssertionError


def section(number: int) -> str:
    """A number below 10,000 in Chinese, with a zero for each gap inside."""
    out, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            out += ("零" if gap and out else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        else:
            gap = True
    return out


def chinese(number: int) -> str:
    """A number below 10^12 as a Chinese writer writes it."""
    if number == 0:
        return "零"
    out, gap = "", False
    for place, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // place % 10**4
        if part:
            out += ("零" if out and (gap or part < 1000) else "") + section(part) + name
            gap = False
        else:
            gap = True
    return out.removeprefix("一") if 10 <= number < 20 else out


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def one(scanner: NumeralScanner, text: str, before: str = "", after: str = "") -> Decimal:
    (found,) = scanner.scan(before + text + after)
    assert (found.span.start, found.span.end) == (len(before), len(before) + len(text))
    return found.value


def test_every_small_number_is_read_in_both_languages() -> None:
    for number in [*range(2100), *range(2100, 200000, 97)]:
        assert one(EN, english(number)) == number
        assert one(EN, english(number, " ", " ")) == number
        assert one(ZH, chinese(number), after="例") == number


@given(st.integers(0, 10**12 - 1))
@settings(max_examples=300, deadline=None)
def test_whole_numbers_in_words_are_read_back(number: int) -> None:
    assert one(EN, english(number), "Of ", " patients") == number
    assert one(EN, english(number, " ").upper(), "(", ")") == number
    assert one(ZH, chinese(number), "共", "例患者") == number
    assert one(ZH, chinese(number).replace("二千", "两千").replace("零", "〇"), "纳入", "例") == number


@given(st.integers(1, 10**12), st.booleans())
@settings(deadline=None)
def test_whole_numbers_in_figures_are_read_back_grouped_or_not(number: int, negative: bool) -> None:  # noqa: FBT001
    sign, value = ("-", -number) if negative else ("", number)
    for scanner in (EN, ZH):
        assert one(scanner, f"{sign}{number}", "= ", ";") == value
        assert one(scanner, f"{sign}{grouped(number, ',')}", "= ", ";") == value
        assert one(scanner, f"{sign}{grouped(number, ' ')}", "= ", ";") == value


@given(st.decimals(-9999, 9999, places=4), st.integers(0, 4))
@settings(deadline=None)
def test_decimals_are_read_back_to_the_last_place(number: Decimal, places: int) -> None:
    value = number.quantize(Decimal(1).scaleb(-places)).copy_abs()
    for scanner in (EN, ZH):
        (found,) = scanner.scan(f"({value:f})")
        assert (str(found.value), found.decimals) == (f"{value:f}", places)
        (found,) = scanner.scan(f"(-{value:f})")
        assert found.value == -value


@given(st.integers(1, 9999), st.integers(-40, 40))
@settings(deadline=None)
def test_powers_of_ten_are_exact_in_all_their_spellings(mantissa: int, power: int) -> None:
    digits = f"{Decimal(mantissa) / 1000:f}" if mantissa % 1000 else f"{mantissa // 1000}.0"
    raised = str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    for text in (
        f"{digits}×10^{power}",
        f"{digits} x 10({power})",
        f"{digits} × 10{raised}",
        f"{digits}e{power:+d}",
    ):
        (found,) = EN.scan(f"P={text}, and")
        assert found.value == Decimal(f"{digits}E{power}")
        assert found.power == power
        assert found.span.of(f"P={text}, and") == text


@given(st.integers(1, 999), st.integers(0, 99))
@settings(deadline=None)
def test_percent_and_fraction_in_chinese_words(first: int, second: int) -> None:
    (found,) = ZH.scan(f"达百分之{chinese(first)}。")
    assert (found.value, found.unit, found.form) == (Decimal(first), "%", "words")
    (found,) = ZH.scan(f"{chinese(first + 1)}分之{chinese(second)}")
    assert (found.value, found.form, found.exact) == (Decimal(second) / Decimal(first + 1), "fraction", False)


@given(st.integers(1, 9999), st.integers(1, 9999))
@settings(deadline=None)
def test_two_numbers_joined_by_words_stay_two(first: int, second: int) -> None:
    text = f"between {english(first)} to {english(second)}"
    assert [n.value for n in EN.scan(text)] == [first, second]
    text = f"{chinese(first)}例和{chinese(second)}例"
    assert [n.value for n in ZH.scan(text)] == [first, second]


PHRASES = ["one ", "two ", "hundred ", "and ", "thousand ", "million ", "point ", "third ", "百分之"]
CHARACTERS = "0123456789.,-+ %()/×x^eE~ABz几余多数近第之分点百千万亿十零〇一二三两例天⁻⁹\n"
TEXTS = st.lists(st.sampled_from([*CHARACTERS, *PHRASES]), max_size=30).map("".join)


@given(TEXTS)
@settings(max_examples=500, deadline=None)
def test_any_text_gives_numerals_in_order_without_overlap_that_match_again_at_their_place(text: str) -> None:
    for scanner in (EN, ZH):
        end = 0
        for numeral in scanner.scan(text):
            assert end <= numeral.span.start < numeral.span.end <= len(text)
            assert numeral.value.is_finite()
            assert scanner.match(text, numeral.span.start) == numeral
            end = numeral.span.end
        for position in range(len(text)):
            found = scanner.match(text, position)
            assert found is None or found.span.start == position
            assert scanner.skip(text, position) >= position


HOSTILE = [
    *(
        "1",
        "1.",
        "1,",
        "1 ",
        "12 ",
        "123 ",
        "123,",
        "000 ",
        "0,",
        "0,1",
        "-",
        "- ",
        "--1",
        "+1",
        "1-",
        "-1 ",
        "1e-",
    ),
    *("10^9", "×10", "1×10", "1×10-", "one ", "one-", "one hundred ", "one hundred and ", "hundred ", "and "),
    *("point one ", "one point ", "million ", "one million ", "twenty ", "minus ", " ", "1          "),
    *(
        "一",
        "十",
        "百",
        "零",
        "〇",
        "万",
        "一百",
        "一万",
        "1万",
        "1亿2000万",
        "一点",
        "点一",
        "百分之",
        "三分之",
        "分之一",
    ),
    *("几", "几十", "十余", "第", "第三", "一至", "三~", "100余", "1多万", "负", "零下", "十二指肠", "二〇"),
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_texts_take_time_in_proportion_to_their_length(unit: str) -> None:
    for scanner in (EN, ZH):
        text = (unit * 8000)[:8000]
        began = time.perf_counter()
        scanner.scan(text)
        for position in range(len(text)):
            scanner.match(text, position)
        assert time.perf_counter() - began < 6  # well below 1 s; what grows with the square takes minutes


def test_a_long_row_of_digits_is_passed_over_in_one_piece() -> None:
    for text in ("1" * 10000, "0." + "1" * 10000, "1.2" * 5000):
        assert EN.match(text, 0) is None
        assert EN.skip(text, 0) == len(text)
        assert ZH.scan(text + " 12")[-1].value == 12
        assert len(ZH.scan(text + " 12")) == 1
