"""Which figures become adverse events: term, related, serious, lowest grade."""

import pytest

from extractor import extract
from extractor.record.record import Extraction

HEAD = {
    "en": "Methods: 120 patients were randomised to drug A (n=60) or drug B (n=60). Results: ",
    "zh": "方法：将120例患者随机分为A组（60例）和B组（60例）。结果：",
}

Told = tuple[str | None, bool | None, bool | None, int | None]

HARMS: list[tuple[str, str, list[Told]]] = [
    (
        "en",
        "Adverse events included fatigue (20%) and stroke (2%).",
        [("fatigue", None, None, None), ("stroke", None, None, None)],
    ),
    ("en", "Serious adverse events occurred in 5%.", [("Serious adverse events", None, True, None)]),
    ("en", "Treatment-related adverse events were fatigue (20%).", [("fatigue", True, None, None)]),
    ("en", "There was one treatment-related death (1.7%).", [("treatment-related death", True, None, None)]),
    ("en", "Grade 3 or higher hypertension occurred in 8%.", [("hypertension", None, None, 3)]),
    ("zh", "不良反应包括腹泻（20%）。", [("腹泻", None, None, None)]),
    ("zh", "3级及以上高血压的发生率为8%。", [("高血压", None, None, 3)]),
]

ENDPOINTS = [
    ("en", "Stroke occurred in 5% and 8% of patients."),
    ("en", "Fatigue improved in 30% with drug A."),
    ("en", "Adverse events were rare; stroke occurred in 5%."),
    ("en", "Death occurred in 5%."),
    ("zh", "卒中发生率为5%。"),
]


@pytest.mark.parametrize(("language", "sentence", "wanted"), HARMS)
def test_harms(language: str, sentence: str, wanted: list[Told]) -> None:
    """Terms that may be endpoints are adverse events where the sentence speaks of such."""
    events = read(language, sentence).adverse_events
    assert [(e.term, e.related, e.serious, e.grade.min if e.grade else None) for e in events] == wanted


@pytest.mark.parametrize(("language", "sentence"), ENDPOINTS)
def test_endpoints(language: str, sentence: str) -> None:
    """The same terms are plain outcomes elsewhere."""
    found = read(language, sentence)
    assert found.estimates
    assert not found.adverse_events


def test_the_sentence_before_tells() -> None:
    """A sentence of nothing but terms that may be harms goes on with the adverse events of the one before."""
    found = read("en", "Adverse events occurred in 30%. Hypertension was seen in 8%.")
    assert [e.term for e in found.adverse_events] == ["Adverse events", "Hypertension"]


def read(language: str, sentence: str) -> Extraction:
    """The record's extraction of one results sentence."""
    record = extract(HEAD[language] + sentence)
    found = record.en if language == "en" else record.zh
    assert found is not None
    return found
