"""The check finds whatever number is changed in the Chinese half of a bilingual text, at its very place."""

from pathlib import Path

import pytest

from tests.planted.plant import (
    CORPUS,
    SEED,
    changed_numbers,
    changed_relations,
    changed_units,
    clean,
    finds,
)

TEXTS = [pytest.param(path, id=path.stem) for path in sorted(CORPUS.glob("*.txt"))]
needs_seed = pytest.mark.skipif(not SEED.exists(), reason="the seed pair does not ship")


@pytest.mark.parametrize("path", TEXTS)
def test_a_clean_text_gives_no_error(path: Path) -> None:
    assert [f.message for f in clean(path).findings if f.severity == "error"] == []


@pytest.mark.parametrize("path", TEXTS)
def test_every_changed_number_is_found(path: Path) -> None:
    assert [plant.name for plant in changed_numbers(path) if not finds(plant)] == []


@pytest.mark.parametrize("path", TEXTS)
def test_every_changed_relation_is_found(path: Path) -> None:
    assert [plant.name for plant in changed_relations(path) if not finds(plant)] == []


@needs_seed
def test_the_seed_is_consistent() -> None:
    record = clean(SEED)
    assert record.agreement is not None
    assert record.agreement.status == "consistent"
    assert record.findings == ()


@needs_seed
@pytest.mark.parametrize("kind", [changed_numbers, changed_relations, changed_units])
def test_every_change_of_the_seed_is_found(kind: object) -> None:
    assert callable(kind)
    assert [plant.name for plant in kind(SEED) if not finds(plant)] == []
