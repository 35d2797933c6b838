"""A text in another form of its script gives the same facts: full width, traditional characters, ASCII punctuation.

Each form maps one character to one, so that even the places must be the same; names are in the text's own characters.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC

from extractor.assembly import assemble
from extractor.batch import Failure, documents
from extractor.document import Abstract
from extractor.pipeline import read

CORPUS = Path(__file__).parents[2] / "corpus"
ASCII = "".join(map(chr, range(ord("!"), ord("~") + 1)))
WIDE = str.maketrans(f" {ASCII}", "\u3000" + "".join(chr(ord(char) + 0xFEE0) for char in ASCII))
PLAIN = str.maketrans("，。（）：；～％［］＜＞＝＋－／！？", ",.():;~%[]<>=+-/!?")
PRINTED = frozenset({"text", "name", "aliases", "term", "label"})
TRADITIONAL = OpenCC("s2t")


def _traditional(text: str) -> str:
    return str(TRADITIONAL.convert(text))


FORMS: Mapping[str, Callable[[str], str]] = {
    "full width": lambda text: text.translate(WIDE),
    "traditional": _traditional,
    "ASCII punctuation": lambda text: text.translate(PLAIN),
}


def _abstracts() -> list[Any]:
    found = []
    for path in sorted((CORPUS / "texts").glob("*.txt")):
        (document,) = documents([str(path)])
        assert not isinstance(document, Failure)
        found += [pytest.param(a, id=path.stem) for code, a in document.abstracts.items() if code == "zh"]
    return found


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_another_form_of_most_texts(form: str) -> None:
    texts = [parameter.values[0].text for parameter in _abstracts()]

    assert sum(FORMS[form](text) != text for text in texts) > 0.9 * len(texts)


def _facts(abstract: Abstract) -> Any:
    return _without_words(assemble(read(abstract)).model_dump())


def _without_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_words(one) for key, one in value.items() if key not in PRINTED}
    return [_without_words(one) for one in value] if isinstance(value, tuple | list) else value


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("abstract", _abstracts())
def test_a_form_gives_the_same_facts(abstract: Abstract, form: str) -> None:
    changed = Abstract(abstract.language, FORMS[form](abstract.text), abstract.title and FORMS[form](abstract.title))

    assert len(changed.text) == len(abstract.text)
    assert _facts(changed) == _facts(abstract)
