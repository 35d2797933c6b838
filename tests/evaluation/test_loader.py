"""Gold that cannot be used is refused, and the complaint names the file and the record."""

import json
from pathlib import Path

import pytest

from extractor.errors import GoldError
from extractor.evaluation.loader import read_gold

GOOD = {
    "id": "a",
    "lang": "en",
    "arms": {"A1": ["drug"]},
    "n": [{"n": "12", "kind": "enrolled", "arm": "A1"}],
}


def test_a_corpus_and_its_gold_folder_are_the_same(corpus: Path) -> None:
    assert read_gold(corpus) == read_gold(corpus / "gold")


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOOD) + "\n\n" + json.dumps(GOOD | {"id": "b"}) + "\n", encoding="utf-8")

    assert [annotation.id for annotation in read_gold(path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        pytest.param("{", "is not JSON", id="no JSON"),
        pytest.param("[]", "is not a JSON object", id="no object"),
        pytest.param(json.dumps(GOOD | {"arm": {}}), "arm: Extra inputs", id="misspelt key"),
        pytest.param(json.dumps(GOOD | {"lang": "fr"}), "lang: ", id="unknown language"),
        pytest.param(json.dumps(GOOD | {"arms": {}}), "names A1, which no arm", id="undefined arm"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOOD) + "\n" + line + "\n", encoding="utf-8")

    with pytest.raises(GoldError) as caught:
        read_gold(path)

    assert str(caught.value).startswith(f"{path}, record 2: ")
    assert complaint in str(caught.value)


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no annotation"):
        read_gold(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read_gold(tmp_path / "gold.jsonl")
