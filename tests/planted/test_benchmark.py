"""The check finds whatever one error is planted in either language of the corpus, at its very place."""

import pytest

from tests.planted.judge import KINDS, Kind, caught, findings, sample
from tests.planted.texts import Bilingual, corpus

TEXTS = [pytest.param(text, id=text.id) for text in corpus()]
MOST = 2  # of a kind and language; `benchmarks/planting.py --most` tries more


def name(kind: Kind) -> str:
    return f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"


@pytest.mark.parametrize("text", TEXTS)
def test_a_clean_text_gives_neither_error_nor_warning(text: Bilingual) -> None:
    found = findings(text.halves["en"].abstract, text.halves["zh"].abstract)
    assert [f.message for f in found if f.severity != "info"] == []


@pytest.mark.parametrize("kind", [pytest.param(kind, id=name(kind)) for kind in KINDS])
@pytest.mark.parametrize("text", TEXTS)
def test_every_planted_error_is_found(text: Bilingual, kind: Kind) -> None:
    planted = [p for language in ("en", "zh") for p in sample(kind, text, language, MOST)]
    assert [p.name for p in planted if not caught(p)] == []


@pytest.mark.parametrize("kind", [pytest.param(kind, id=name(kind)) for kind in KINDS])
def test_every_kind_is_planted(kind: Kind) -> None:
    assert any(sample(kind, text, language, 1) for text in corpus() for language in ("en", "zh"))
