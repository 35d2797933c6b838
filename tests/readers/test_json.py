"""JSON Lines and JSON: what is read, and that a bad record costs only itself."""

import io
import json
import time
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.errors import InputError
from extractor.readers import Result, read

EN, ZH = "Pain fell by 3 points.", "疼痛评分下降3分。"


def _read(content: str | bytes, name: str, folder: Path) -> list[Result]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read(path))


def _document(result: Result) -> Document:
    assert isinstance(result, Document)
    return result


@pytest.mark.parametrize(
    ("fields", "texts"),
    [
        ({"en": EN, "zh": ZH}, {"en": EN, "zh": ZH}),
        ({"en": EN, "zh": None}, {"en": EN}),
        ({"en": "", "zh": ZH}, {"zh": ZH}),
        ({"text": ZH}, {"zh": ZH}),
        ({"abstract": EN}, {"en": EN}),
        ({"text": f"{EN}\n{ZH}"}, {"en": EN, "zh": ZH}),
        ({"en": f" {EN}\n"}, {"en": f" {EN}\n"}),
    ],
)
def test_texts_are_taken_as_they_are(fields: dict[str, str], texts: dict[str, str], tmp_path: Path) -> None:
    (result,) = _read(json.dumps(fields), "one.jsonl", tmp_path)
    assert {code: one.text for code, one in _document(result).abstracts.items()} == texts


def test_titles_and_bibliography_are_kept(tmp_path: Path) -> None:
    fields = {
        "title": "A trial",
        "title_zh": "试验",
        "year": 2020,
        "doi": "10.1234/a",
        "authors": ["Muster A"],
    }
    (result,) = _read(json.dumps({**fields, "en": EN}), "one.json", tmp_path)
    document = _document(result)
    assert document.bibliography.titles == {"en": "A trial", "zh": "试验"}
    assert (document.bibliography.year, document.bibliography.authors) == (2020, ("Muster A",))
    assert document.abstracts["en"].title == "A trial"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"id": "a-1"}, "a-1"),
        ({"id": 17}, "17"),
        ({"pmid": 18, "doi": "10.1234/a"}, "18"),
        ({"doi": "10.1234/a"}, "10.1234/a"),
        ({}, "set:1"),
    ],
)
def test_a_record_is_called_what_it_says(fields: dict[str, object], expected: str, tmp_path: Path) -> None:
    (result,) = _read(json.dumps({**fields, "en": EN}), "set.jsonl", tmp_path)
    assert _document(result).id == expected


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([{"id": "a", "en": EN}, {"id": "b", "en": EN}]),
        json.dumps([{"id": "a", "en": EN}, {"id": "b", "en": EN}], indent=2),
        "\n".join(json.dumps({"id": name, "en": EN}) for name in "ab"),
        "\r\n\r\n".join(json.dumps({"id": name, "en": EN}) for name in "ab"),
    ],
    ids=["array", "indented array", "lines", "lines with gaps"],
)
@pytest.mark.parametrize("name", ["x.json", "x"])
def test_every_shape_of_json_is_told_apart(content: str, name: str, tmp_path: Path) -> None:
    found = [_document(result) for result in _read(content, name, tmp_path)]
    assert [(one.id, one.source.format, one.source.index) for one in found] == [
        ("a", "jsonl", 0),
        ("b", "jsonl", 1),
    ]


def test_one_indented_object_is_one_record(tmp_path: Path) -> None:
    (result,) = _read(json.dumps({"en": EN}, indent=2), "one.json", tmp_path)
    assert _document(result).id == "one"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{bad", "not JSON"),
        (b'"text"', "not a JSON object"),
        (b"[1]", "not a JSON object"),
        (b"{}", "no text"),
        (b'{"en": 5}', "should be a text"),
        (b'{"en": "\\ud800"}', "half a character"),
        (b'{"text": "12"}', "no text"),
        (b"\xff\xff{}", "not text"),
        (b"\0\0\0", "binary"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_costs_only_itself(line: bytes, problem: str, tmp_path: Path) -> None:
    good = json.dumps({"en": EN}).encode()
    first, bad, last = _read(b"\n".join([good, line, good]), "x.jsonl", tmp_path)
    assert _document(first).source.index == 0
    assert _document(last).source.index == 2
    assert isinstance(bad, InputError)
    assert bad.index == 1
    assert problem in str(bad)
    assert "record 2" in str(bad)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_are_told_apart(encoding: str, tmp_path: Path) -> None:
    lines = f'{{"id": 1, "zh": "{ZH}"}}\n{{"id": 2, "zh": "{ZH}"}}\n'
    found = _read(lines.encode(encoding), "x.jsonl", tmp_path)
    assert [_document(one).abstracts["zh"].text for one in found] == [ZH, ZH]


def test_a_long_file_is_streamed() -> None:
    line = json.dumps({"en": EN}).encode() + b"\n"
    begun = time.process_time()
    count = sum(isinstance(one, Document) for one in read(io.BytesIO(line * 100_000), format="jsonl"))
    assert count == 100_000
    assert time.process_time() - begun < 30
