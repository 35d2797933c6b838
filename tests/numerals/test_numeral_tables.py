"""What is read from the spellings of the tables beside this file, and from what holds no number."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor.knowledge.loader import pattern_folder, read_file
from extractor.numerals import NumeralScanner

HERE = Path(__file__).parent
FRAMES = {
    "en": ("{}", "({})", "was {}, and", "of {} patients", "to {}; P", "{}.", "= {} mg"),
    "zh": ("{}", "({})", "为{}，", "约{},共", "为 {} 。", "达{};"),
}
FORMS = {"signed": "", "power": "digits", "percent": "", "permille": "", "counted": "words"}
UNITS = {"percent": "%", "permille": "‰"}


def scanner_of(code: str) -> NumeralScanner:
    model = read_file(pattern_folder() / code / "numerals.toml").numeral
    assert model is not None
    return NumeralScanner(model)


SCANNERS = {code: scanner_of(code) for code in FRAMES}


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def spellings() -> Iterator[tuple[str, str, str, str]]:
    for code in SCANNERS:
        for group, entries in table(f"spellings_{code}.toml").items():
            for spelling, value in entries.items():
                yield code, group, spelling, value


@pytest.mark.parametrize(("code", "group", "spelling", "value"), list(spellings()))
def test_every_spelling_is_read_with_its_value_and_place(code: str, group: str, spelling: str, value: str) -> None:
    for frame in FRAMES[code]:
        text = frame.format(spelling)
        found = SCANNERS[code].scan(text)
        assert [n.value for n in found] == [Decimal(value)], text
        start = text.index(spelling)
        end = start + len(spelling)
        if group == "counted":
            assert (found[0].span.start, spelling.startswith(found[0].span.of(text))) == (start, True)
        else:
            assert (found[0].span.start, found[0].span.end) == (start, end), text
        assert found[0].form == FORMS.get(group, group) or not FORMS.get(group, group), text
        assert found[0].unit == UNITS.get(group)
        assert found[0].exact == (group != "fraction")
        assert (found[0].power is not None) == (group == "power" or spelling == "-1.5e-3")
        assert found[0] == SCANNERS[code].match(text, start)


@pytest.mark.parametrize(("code", "phrase"), [(c, p) for c, ps in table("nothing.toml").items() for p in ps])
def test_a_phrase_without_a_number_gives_none(code: str, phrase: str) -> None:
    assert [n.span.of(phrase) for n in SCANNERS[code].scan(phrase)] == []
    assert all(SCANNERS[code].match(phrase, at) is None for at in _beginnings(code, phrase))


def _beginnings(code: str, phrase: str) -> Iterator[int]:
    """The places that a caller comes to who passes over in one piece what the scanner says."""
    at = 0
    while at < len(phrase):
        yield at
        at = max(SCANNERS[code].skip(phrase, at), at + 1)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [(c, row[0], row[1:]) for c, rows in table("rows.toml").items() for row in rows],
)
def test_what_stands_beside_a_number_is_kept_apart(code: str, text: str, expected: list[str]) -> None:
    pairs = [tuple(e.split("=")) if "=" in e else (e, e.replace(" ", "")) for e in expected]
    assert [(n.span.of(text), n.value) for n in SCANNERS[code].scan(text)] == [(p, Decimal(v)) for p, v in pairs]


def test_the_tables_are_large_enough() -> None:
    assert len(list(spellings())) >= 300
    assert sum(map(len, table("nothing.toml").values())) >= 150


@pytest.mark.parametrize(
    ("code", "text", "decimals", "step"),
    [
        ("en", "12", 0, "1"),
        ("en", "0.380", 3, "0.001"),
        ("en", "1,234.5", 1, "0.1"),
        ("en", "0,38", 2, "0.01"),
        ("en", "1.9 million", 0, "100000"),
        ("en", "3 million", 0, "1000000"),
        ("en", "3.2512 thousand", 1, "0.1"),
        ("en", "4.8×10-5", 6, "0.000001"),
        ("en", "4.8×10^9", 0, "100000000"),
        ("en", "two hundred", 0, "1"),
        ("en", "three point five", 1, "0.1"),
        ("en", "two thirds", 0, "0"),
        ("zh", "1.2万", 0, "1000"),
        ("zh", "13万", 0, "10000"),
        ("zh", "1亿2000万", 0, "10000"),
        ("zh", "三点五万", 0, "1000"),
        ("zh", "百分之12.5", 1, "0.1"),
    ],
)
def test_decimals_and_step_say_how_finely_a_number_is_printed(code: str, text: str, decimals: int, step: str) -> None:
    (found,) = SCANNERS[code].scan(text)
    assert (found.decimals, found.step) == (decimals, Decimal(step))
    assert found.decimals == max(0, -int(found.value.as_tuple().exponent)) or found.form == "fraction"


@pytest.mark.parametrize(
    ("code", "text", "at", "value"),
    [
        ("en", "P0.05", 1, "0.05"),
        ("en", "P.05", 1, "0.05"),
        ("en", "CI0.64-1.2", 2, "0.64"),
        ("en", "n60", 1, "60"),
        ("en", "n1,234", 1, "1234"),
        ("zh", "第十二周", 1, "12"),
        ("zh", "第三天", 1, "3"),
    ],
)
def test_a_caller_who_knows_the_label_may_ask_behind_it(code: str, text: str, at: int, value: str) -> None:
    assert SCANNERS[code].match(text, at) is None
    found = SCANNERS[code].match(text, at, glued=True)
    assert found is not None
    assert found.value == Decimal(value)


@pytest.mark.parametrize("text", ["12%-15", "6 months-12", "IL-6", "试验组-12"])
def test_a_label_makes_no_sign_of_a_dash(text: str) -> None:
    assert SCANNERS["en"].match(text, text.index("-"), glued=True) is None


@pytest.mark.parametrize(
    ("text", "at"), [("几十例", 1), ("1234", 1), ("1.5", 1), ("1.5", 2), ("三十例", 1), ("0.05", 2)]
)
def test_nothing_begins_in_the_middle_of_a_number(text: str, at: int) -> None:
    assert SCANNERS["zh"].match(text, at) is None


def test_the_printed_text_tells_a_list_from_thousands() -> None:
    values = [n.value for n in SCANNERS["zh"].scan("65,120例", raw="65，120例")]
    assert values == [65, 120]
    assert [n.value for n in SCANNERS["zh"].scan("0,38", raw="0，38")] == [0, 38]
    assert [n.value for n in SCANNERS["zh"].scan("65,120例", raw="65,120例")] == [65120]


@pytest.mark.parametrize("at", [-0, 3, 99])
def test_a_place_at_or_behind_the_end_is_no_error(at: int) -> None:
    assert SCANNERS["en"].match("abc", at) is None
