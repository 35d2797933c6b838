"""The check finds whatever one error is planted in a bilingual text, at its very place.

In the Chinese half every single number, relation, unit, sign and point of a fact is changed, and every two arms'
figures are exchanged: each must be an error there. Of all other kinds, and in English, one is drawn.
"""

from typing import Final

import pytest

from extractor.record.record import Finding
from tests.planted import exchanges, figures, told
from tests.planted.judge import KINDS, Kind, blamed, caught, findings, meet, new_findings, sample
from tests.planted.plants import Planted
from tests.planted.texts import Bilingual, corpus

CORPUS: Final = corpus()
TEXTS: Final = [pytest.param(text, id=text.id) for text in (*CORPUS, *([told.seed()] if told.SEED.exists() else ()))]
EVERY: Final = (told.digits, figures.points, figures.signs, figures.units, figures.relations)
WHOLE: Final = (*EVERY, figures.digits, exchanges.arms)
DRAWN: Final = [(k, c) for k in KINDS for c in ("en", "zh") if c == "en" or k not in WHOLE]
MOST: Final = 1  # of a kind, language and text; `benchmarks/planting.py --most` tries more


def name(kind: Kind) -> str:
    return f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"


def errors(planted: Planted) -> list[Finding]:
    return [f for f in new_findings(planted) if f.severity == "error"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_clean_text_gives_neither_error_nor_warning(text: Bilingual) -> None:
    found = findings(text.halves["en"].abstract, text.halves["zh"].abstract)
    assert [f.message for f in found if f.severity != "info"] == []


@pytest.mark.parametrize("kind", [pytest.param(kind, id=name(kind)) for kind in EVERY])
@pytest.mark.parametrize("text", TEXTS)
def test_every_change_of_a_fact_is_an_error(text: Bilingual, kind: Kind) -> None:
    facts = told.places(text, "zh")
    planted = [p for p in kind(text, "zh") if all(any(meet(place, fact) for fact in facts) for place in p.places)]
    assert [p.name for p in planted if not blamed(p, errors(p))] == []


@pytest.mark.parametrize("text", TEXTS)
def test_an_exchange_of_arms_is_called_so(text: Bilingual) -> None:
    for planted in exchanges.arms(text, "zh"):
        found = errors(planted)
        assert blamed(planted, found), planted.name
        assert "arm_swap" in {f.code for f in found}, planted.name


@pytest.mark.parametrize(("kind", "language"), [pytest.param(k, c, id=f"{name(k)}-{c}") for k, c in DRAWN])
@pytest.mark.parametrize("text", TEXTS)
def test_every_drawn_error_is_found(text: Bilingual, kind: Kind, language: str) -> None:
    assert [p.name for p in sample(kind, text, language, MOST) if not caught(p)] == []


@pytest.mark.parametrize("kind", [pytest.param(kind, id=name(kind)) for kind in (*EVERY, *KINDS)])
def test_every_kind_is_planted(kind: Kind) -> None:
    assert any(sample(kind, text, language, 1) for text in CORPUS for language in ("en", "zh"))
