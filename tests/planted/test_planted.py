"""The check finds whatever number is changed in the Chinese half of a bilingual text, at its very place."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.planted.plant import (
    CORPUS,
    SEED,
    Plant,
    changed_numbers,
    changed_relations,
    changed_signs,
    changed_units,
    clean,
    exchanged_arms,
    findings,
    missed,
    moved_points,
)

Kind = Callable[[Path], Iterator[Plant]]

TEXTS = [pytest.param(path, id=path.stem) for path in sorted(CORPUS.glob("*.txt"))]
KINDS: tuple[Kind, ...] = (
    changed_numbers,
    changed_relations,
    changed_units,
    changed_signs,
    moved_points,
    exchanged_arms,
)
needs_seed = pytest.mark.skipif(not SEED.exists(), reason="the seed pair does not ship")


@pytest.mark.parametrize("path", TEXTS)
def test_a_clean_text_gives_no_error(path: Path) -> None:
    assert [f.message for f in clean(path).findings if f.severity == "error"] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", TEXTS)
def test_every_change_is_found(path: Path, kind: Kind) -> None:
    assert missed(kind(path)) == []


@pytest.mark.parametrize("path", TEXTS)
def test_an_exchange_is_called_so(path: Path) -> None:
    codes = [{f.code for f in findings(p) if f.severity == "error"} for p in exchanged_arms(path)]
    assert [found for found in codes if "arm_swap" not in found] == []


@needs_seed
def test_the_seed_is_consistent() -> None:
    record = clean(SEED)
    assert record.agreement is not None
    assert record.agreement.status == "consistent"
    assert record.findings == ()


@needs_seed
@pytest.mark.parametrize("kind", KINDS)
def test_every_change_of_the_seed_is_found(kind: Kind) -> None:
    assert missed(kind(SEED)) == []
