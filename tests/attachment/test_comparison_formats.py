"""Comparisons in the formats that journals print them in (formats.toml): all that is printed is read, and only that."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor import extract
from extractor.record import facts
from extractor.record.base import Interval, PValue
from extractor.record.record import Extraction

CASES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("formats.toml").read_text(encoding="utf-8"))
HEADS = CASES["heads"]


def _read(language: str, text: str) -> Extraction:
    record = extract(HEADS[language] + text)
    found = record.en if language == "en" else record.zh
    assert found is not None
    return found


def _interval(interval: Interval | None) -> str:
    if interval is None:
        return ""
    low, high = (bound.text if bound else "-" for bound in (interval.low, interval.high))
    level = "" if not interval.level_printed else f" {(interval.level * 100).normalize():f}%"
    return f" [{low}, {high}]{level}" + " credible" * (interval.kind == "credible")


def _p(p: PValue | None) -> str:
    return "" if p is None else f" P{p.relation}{p.value.text}"


def _told(effect: facts.Effect) -> str:
    """The effect in one line: 'HR 0.66 [0.45, 0.98] 95% P=0.04'."""
    value = effect.value.text if effect.value else "-"
    return f"{effect.measure} {value}{_interval(effect.interval)}{_p(effect.p)}"


def _tested(test: facts.Test) -> str:
    """The test in one line: 'chi2 4.50 P=0.03', 'P=0.03 interaction'."""
    statistic = f"{test.test} {test.statistic.text}" if test.statistic else ""
    marks = " within" * test.within + " interaction" * test.interaction
    return f"{statistic}{_p(test.p)}{marks}".strip()


@pytest.mark.parametrize("case", CASES["format"], ids=lambda case: str(case["text"])[:60])
def test_a_format_is_read_whole(case: dict[str, Any]) -> None:
    """Effects with measure, number, interval, level and P, tests with statistic and P, as listed and no others."""
    found = _read(case["language"], case["text"])
    assert [_told(e) for e in found.effects] == case.get("effects", [])
    assert [_tested(t) for t in found.tests] == case.get("tests", [])
    if "outcomes" in case:
        names = {o.id: o.name for o in found.outcomes}
        told = [names.get(e.outcome or "", "") for e in found.effects]
        assert told + [names[o] for t in found.tests for o in t.outcomes] == case["outcomes"]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Relapse was rarer (adjusted OR 0.8; 95% CI 0.6 to 0.9).", True),
        ("en", "Relapse was rarer (crude odds ratio 0.8; 95% CI 0.6 to 0.9).", False),
        ("en", "The adjusted mean difference was 2.1 kg (95% CI 0.4 to 3.8).", True),
        ("en", "Relapse was rarer (OR 0.8; 95% CI 0.6 to 0.9).", None),
        ("zh", "观察组死亡较少（校正风险比0.74，95%CI 0.65~0.85）。", True),
        ("zh", "调整后的OR为0.74（95%CI 0.65~0.85）。", True),
        ("zh", "观察组死亡较少（未校正HR 0.74，95%CI 0.65~0.85）。", False),
    ],
)
def test_adjusted_where_the_label_says_so(language: str, text: str, wanted: bool | None) -> None:  # noqa: FBT001
    """The word stands before the label or in it; where it is missing nothing is said."""
    assert [e.adjusted for e in _read(language, text).effects] == [wanted]
