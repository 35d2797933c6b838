"""The records that an evaluation judges: read from a file, or extracted from a corpus on the spot."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from extractor.document import Document
from extractor.errors import GoldError, InputError
from extractor.evaluation.gold import Annotation
from extractor.evaluation.loader import text_file
from extractor.pipeline import extract_document
from extractor.readers import read
from extractor.record.record import Record


def read_records(path: str) -> Mapping[str, Record]:
    """The records of a JSON or JSON Lines file by id; "-" is standard input."""
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, f"cannot be read ({error})", "Give the output of `bitrial extract`") from error
    records = [_record(path, 0, text)] if text.startswith("{\n") else _lines(path, text)
    return {record.id: record for record in records}


def corpus_documents(path: Path, annotations: Iterable[Annotation]) -> Mapping[str, Document]:
    """The texts that a corpus folder's annotations are about, by id."""
    return {one: _document(text_file(path, one)) for one in sorted({a.id for a in annotations})}


def extract_corpus(documents: Mapping[str, Document]) -> Mapping[str, Record]:
    """The records of a corpus's texts, by id."""
    return {one: extract_document(document) for one, document in documents.items()}


def _lines(path: str, text: str) -> list[Record]:
    lines = (line for line in text.split("\n") if line.strip())
    return [_record(path, index, line) for index, line in enumerate(lines)]


def _record(path: str, index: int, text: str) -> Record:
    try:
        return Record.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        problem = f"is no record ({'.'.join(map(str, first['loc']))}: {first['msg']})"
        raise InputError(path, problem, "Give the output of `bitrial extract`", index=index) from error


def _document(path: Path) -> Document:
    for document in read(str(path)):
        if isinstance(document, InputError):
            raise document
        return document
    raise GoldError(str(path), path.stem, "holds no text")
