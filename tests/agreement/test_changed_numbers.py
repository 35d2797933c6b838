"""Whatever is changed in one language is found, at the very number."""

from collections.abc import Callable, Mapping

import pytest

from extractor.agreement import compare
from extractor.record.record import Finding
from tests.agreement.halves import NUMBERS, Half, half

ENGLISH = half("en")


def at(findings: tuple[Finding, ...], zh: Half, key: str) -> list[Finding]:
    """The findings that name the place of `key` in the Chinese half."""
    span = zh.places[key]
    return [f for f in findings if any(p.language == "zh" and p.span == span for p in f.places)]


def changed(changes: Mapping[str, str]) -> tuple[Half, tuple[Finding, ...]]:
    zh = half("zh", changes)
    return zh, compare(ENGLISH.extraction, zh.extraction)[1]


def printed(key: str) -> str:
    return ENGLISH.extraction.text[slice(*ENGLISH.places[key])]


def one_digit_up(text: str) -> str:
    """The last digit changed."""
    return text[:-1] + str((int(text[-1]) + 3) % 10)


def one_digit_apart(text: str) -> str:
    """The first digit that is none of zero changed."""
    index = next(i for i, c in enumerate(text) if c in "123456789")
    return text[:index] + str(int(text[index]) % 9 + 1) + text[index + 1 :]


def test_the_same_trial_in_two_languages_agrees() -> None:
    agreement, findings = compare(ENGLISH.extraction, half("zh").extraction)
    assert findings == ()
    assert agreement.status == "consistent"
    assert {(p.en[3:], p.zh[3:]) for p in agreement.pairs} == {(p.en[3:], p.en[3:]) for p in agreement.pairs}
    assert len(agreement.pairs) == 21


@pytest.mark.parametrize("key", NUMBERS)
@pytest.mark.parametrize("change", [one_digit_up, one_digit_apart, lambda text: "83" + text.replace("-", "")])
def test_every_changed_number_is_an_error_at_its_place(key: str, change: Callable[[str], str]) -> None:
    zh, findings = changed({key: change(printed(key))})
    found = at(findings, zh, key)
    assert [f.severity for f in found] == ["error"]
    assert [f for f in findings if f.severity == "error"] == found
    english = ENGLISH.places[key]
    assert any(p.language == "en" and p.span == english for p in found[0].places)


@pytest.mark.parametrize("key", NUMBERS)
def test_the_code_tells_what_kind_of_number_differs(key: str) -> None:
    zh, findings = changed({key: one_digit_up(printed(key))})
    part = key.rsplit(".", maxsplit=1)[-1]
    interval = part == "level" or (part in ("low", "high") and not key.startswith("pain"))
    expected = "interval_mismatch" if interval else "p_mismatch" if part == "p" else "number_mismatch"
    assert [f.code for f in at(findings, zh, key)] == [expected]


@pytest.mark.parametrize(
    ("key", "text"),
    [("pfs.a.value", "93"), ("orr.a.value", "3.72"), ("all", "4120"), ("hr.value", "4.8"), ("all", "412万")],
)
def test_a_slip_by_powers_of_ten_is_named_so(key: str, text: str) -> None:
    zh, findings = changed({key: text})
    assert [(f.code, f.severity) for f in at(findings, zh, key)] == [("magnitude_mismatch", "error")]


def test_a_lost_minus_sign_is_named() -> None:
    zh, findings = changed({"change.a": "1.31"})
    found = at(findings, zh, "change.a")
    assert [(f.code, f.severity) for f in found] == [("number_mismatch", "error")]
    assert "sign" in found[0].message


@pytest.mark.parametrize(
    ("key", "text"), [("pfs.a.value", "9"), ("change.a", "-1.3"), ("rank.p", "0.03"), ("hr.low", "0.4")]
)
def test_a_rounding_is_a_warning(key: str, text: str) -> None:
    zh, findings = changed({key: text})
    assert [f.severity for f in at(findings, zh, key)] == ["warning"]
    assert all(f.severity == "warning" for f in findings)


@pytest.mark.parametrize(
    ("key", "text"), [("hr.value", "0.480"), ("pfs.a.value", "9.30"), ("all", "４１２"), ("hr.value", "0·48")]
)
def test_the_same_number_in_another_notation_is_no_finding(key: str, text: str) -> None:
    assert changed({key: text})[1] == ()


@pytest.mark.parametrize("name", ["pfs.a", "orr.b", "htn.a"])
def test_another_unit_is_found_at_the_number(name: str) -> None:
    zh, findings = changed({f"{name}.unit": "mmol/L"})
    assert [(f.code, f.severity) for f in at(findings, zh, f"{name}.value")] == [("unit_mismatch", "error")]
    assert len(findings) == 1


def test_another_number_in_another_unit_may_be_another_fact() -> None:
    findings = changed({"pfs.a.value": "41", "pfs.a.unit": "mmol/L"})[1]
    assert [f.severity for f in findings if f.code == "unit_mismatch"] == ["warning"]


@pytest.mark.parametrize("unit", ["year", "week", "mmHg"])
def test_equal_digits_in_another_unit_are_a_changed_unit(unit: str) -> None:
    zh, findings = changed({"pfs.a.unit": unit})
    assert [(f.code, f.severity) for f in findings] == [("unit_mismatch", "error")]
    assert findings == tuple(at(findings, zh, "pfs.a.value"))


def test_a_converted_unit_is_no_finding() -> None:
    changes = {"pfs.b.value": "0.35", "pfs.b.low": "0.2917", "pfs.b.high": "0.4833", "pfs.b.unit": "year"}
    _, findings = changed(changes)
    assert {f.severity for f in findings} <= {"warning"}


@pytest.mark.parametrize(("name", "relation"), [("hr", ">"), ("rank", "<"), ("t", ">="), ("t", "=")])
def test_another_relation_is_found_at_the_p_value(name: str, relation: str) -> None:
    zh, findings = changed({f"{name}.relation": relation})
    assert [(f.code, f.severity) for f in at(findings, zh, f"{name}.p")] == [("relation_mismatch", "error")]


def test_a_p_value_told_exactly_and_as_a_bound_is_a_warning() -> None:
    _, findings = changed({"rank.relation": "<", "rank.p": "0.05"})
    assert [(f.code, f.severity) for f in findings] == [("p_mismatch", "warning")]


@pytest.mark.parametrize(
    ("change", "code"),
    [({"week": "26"}, "number_mismatch"), ({"week.unit": "month"}, "unit_mismatch")],
)
def test_another_timepoint_is_found_at_its_place(change: dict[str, str], code: str) -> None:
    zh, findings = changed(change)
    assert [(f.code, f.severity) for f in at(findings, zh, "week")] == [(code, "error")]


@pytest.mark.parametrize(
    "name", [("pfs.{}.value",), ("orr.{}.value",), ("htn.{}.value",), ("change.{}",), ("{}.n",),
             ("orr.{}.events", "orr.{}.value", "orr.{}.total")],
)  # fmt: skip
def test_numbers_exchanged_between_two_arms_are_one_finding(name: tuple[str, ...]) -> None:
    keys = [k.format(arm) for k in name for arm in ("a", "b")]
    turned = {k.format(x): printed(k.format(y)) for k in name for x, y in (("a", "b"), ("b", "a"))}
    zh, findings = changed(turned)
    assert [(f.code, f.severity) for f in findings] == [("arm_swap", "error")]
    assert len(findings[0].facts) == 4
    assert {zh.places[k] for k in keys} == {p.span for p in findings[0].places if p.language == "zh"}
    assert {ENGLISH.places[k] for k in keys} == {p.span for p in findings[0].places if p.language == "en"}


def test_the_message_quotes_both_texts() -> None:
    _, findings = changed({"pfs.a.value": "3.9"})
    assert findings[0].message == (
        "The value of the median of progression-free survival, the new drug "
        'is "9.3" in the English text but "3.9" in the Chinese text.'
    )
