"""Each pattern reads its own examples and leaves its rejects alone."""

import pytest

from extractor.knowledge.language import Language, Pattern
from extractor.knowledge.loader import languages
from extractor.knowledge.models import Example
from extractor.text.view import view

PATTERNS = [(language, pattern) for language in languages() for pattern in language.patterns]
EXAMPLES = [
    pytest.param(language, pattern, example, id=f"{language.code}-{pattern.id}-{number}")
    for language, pattern in PATTERNS
    for number, example in enumerate(pattern.examples)
    if example.language in (None, language.code)
]
REJECTS = [
    pytest.param(language, pattern, text, id=f"{language.code}-{pattern.id}-{number}")
    for language, pattern in PATTERNS
    for number, text in enumerate(pattern.rejects)
]


@pytest.mark.parametrize(("language", "pattern", "example"), EXAMPLES)
def test_a_pattern_reads_its_example(language: Language, pattern: Pattern, example: Example) -> None:
    match = next(pattern.finditer(view(example.text, language)), None)

    assert match is not None
    assert {slot: match[slot] for slot in example.slots} == example.slots


@pytest.mark.parametrize(("language", "pattern", "text"), REJECTS)
def test_a_pattern_leaves_its_reject(language: Language, pattern: Pattern, text: str) -> None:
    assert [match[0] for match in pattern.finditer(view(text, language))] == []


def test_ids_are_unique() -> None:
    for language in languages():
        ids = [pattern.id for pattern in language.patterns]
        assert sorted(ids) == sorted(set(ids))
