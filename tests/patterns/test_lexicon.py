"""Each term of the pattern files is found by its language's lexicon and means what it is listed under."""

import pytest

from extractor.knowledge.lexicon import Sense
from extractor.knowledge.loader import COMMON, language, languages, pattern_folder, read_folder
from extractor.text.view import view

LEXICONS = [
    pytest.param(one.code, terms, name, id=f"{one.code}-{file}-{name}")
    for one in languages()
    for folder in (COMMON, one.code)
    for file, content in read_folder(pattern_folder() / folder).items()
    for name, terms in content.lexicon.items()
]


@pytest.mark.parametrize(("code", "terms", "name"), LEXICONS)
def test_each_term_gives_its_own_code(code: str, terms: dict[str, list[str]], name: str) -> None:
    own = language(code)
    lost = []
    for entry, spellings in terms.items():
        for term in spellings:
            shown = view(term, own)
            found = own.lexicon.match(shown, 0)
            if found is None or found.end != len(shown) or Sense(name, entry) not in found.senses:
                lost.append((entry, term, found))

    assert lost == []


@pytest.mark.parametrize(("code", "terms", "name"), LEXICONS)
def test_no_code_lists_a_term_twice(code: str, terms: dict[str, list[str]], name: str) -> None:
    del code, name
    twice = [(entry, s) for entry, spellings in terms.items() for s in set(spellings) if spellings.count(s) > 1]

    assert twice == []
