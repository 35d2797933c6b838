"""The ledger: one entry for each number of a text, and each is a fact or named for what it is."""

from itertools import pairwise

import pytest

from extractor.assembly.ledger import FACT, UNREAD, ledger
from extractor.document import Abstract
from extractor.pipeline import read

TEXTS = {
    "en": (
        "Methods: 120 patients were randomised to drug A 60 mg daily (n=60) or placebo (n=60) at 23 hospitals. "
        "Results: At 12 weeks, grade 3-4 pain was seen in 5% and 12% (odds ratio, 0.41; 95% CI, 0.20 to 0.84; P=0.02)."
    ),
    "zh": "方法：将120例患者随机分为A组（60例）和B组（60例）。结果：治疗12周后，有效率分别为80.0%和65.0%（P＜0.05）。",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_every_number_has_one_entry_in_order(language: str) -> None:
    """Entries are in text order and none overlap."""
    spans = [e.span for e in ledger(read(Abstract(language, TEXTS[language])))]
    assert spans == sorted(spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("number", "accounted"),
    [("120", FACT), ("60 mg", "dose"), ("23", "sites"), ("3-4", "grade"), ("95%", "interval_level"), ("0.41", FACT)],
)
def test_what_a_number_is(number: str, accounted: str) -> None:
    """Facts and settings are told apart."""
    text = TEXTS["en"]
    at = text.index(number)
    entry = next(e for e in ledger(read(Abstract("en", text))) if e.span.start == at)
    assert entry.account == accounted


def test_a_fact_is_named_by_its_id() -> None:
    """A number of a fact tells which; one that is no fact tells none."""
    for entry in ledger(read(Abstract("en", TEXTS["en"]))):
        assert bool(entry.facts) == (entry.account == FACT)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_nothing_is_left_unread(language: str) -> None:
    """These texts hold no number that the rules leave without a name."""
    assert UNREAD not in [e.account for e in ledger(read(Abstract(language, TEXTS[language])))]
