"""Files, streams and encodings: what is text is read, what is not is refused with advice."""

import gzip
import io
import sys
from pathlib import Path

import pytest

from extractor.document import Document, Source
from extractor.errors import InputError
from extractor.readers import documents_from_text, read, readers

EN, ZH = "Pain fell by 3 points.", "疼痛评分下降3分，优于安慰剂组。"


@pytest.mark.parametrize(
    "content",
    [
        ZH.encode(),
        b"\xef\xbb\xbf" + ZH.encode(),
        ZH.encode("gb18030"),
        ZH.encode("utf-16"),
        ZH.encode("utf-32"),
        gzip.compress(ZH.encode(), mtime=0),
    ],
    ids=["utf-8", "utf-8 with mark", "gb18030", "utf-16", "utf-32", "gzip"],
)
def test_text_is_read_in_every_encoding(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    (document,) = read(path)
    assert isinstance(document, Document)
    assert document.abstracts["zh"].text == ZH
    assert (document.id, document.source) == ("a", Source(str(path), "text", 0))


def test_the_encoding_can_be_named() -> None:
    (document,) = read(io.BytesIO("疼痛評分下降。".encode("big5")), encoding="big5")
    assert isinstance(document, Document)
    assert document.abstracts["zh"].text == "疼痛評分下降。"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "white space"),
        (bytes(range(256)) * 4, "not text"),
        (b"Pain\0fell\0", "binary"),
        (b"Pain \x01\x02\x03\x04", "binary"),
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04 x", "ZIP"),
        (b"\xd0\xcf\x11\xe0 x", "Office"),
        (b"caf\xe9 \xff\xff", "not text"),
        ("Боль прошла.".encode(), "no abstract"),
        (gzip.compress(EN.encode() * 900, mtime=0)[:40], "to its end"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        list(read(path))
    assert problem in str(caught.value)
    assert str(caught.value).startswith(str(path))


@pytest.mark.parametrize(
    ("name", "options", "problem"),
    [
        ("nowhere.txt", {}, "no such file"),
        (".", {}, "directory"),
        ("a.txt", {"format": "nothing"}, "no format 'nothing'"),
        ("a.txt", {"encoding": "nothing"}, "no encoding 'nothing'"),
        ("a\0b", {}, "cannot be opened"),
    ],
)
def test_what_cannot_be_opened_is_refused(name: str, options: dict[str, str], problem: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EN)
    with pytest.raises(InputError, match=problem):
        list(read(tmp_path / name, **options))


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EN.encode())))
    (document,) = read("-")
    assert isinstance(document, Document)
    assert (document.id, document.source.name) == ("stdin", "-")


def test_a_named_format_wins_over_the_suffix(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(EN)
    (document,) = read(path, format="text")
    assert isinstance(document, Document)
    assert document.source.format == "text"


def test_a_text_of_its_own_names_what_it_is_called() -> None:
    (document,) = documents_from_text(EN, "mine", Source("memory", "text"))
    assert isinstance(document, Document)
    assert document.id == "mine"


def test_all_readers_are_found() -> None:
    found = {reader.name for reader in readers()}
    assert {"jsonl", "pubmed", "text"} <= found
    assert len(found) == len(readers())
