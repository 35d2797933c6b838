"""Reads gold annotations from JSON Lines or a corpus folder; every complaint names the file and record."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractor.errors import GoldError
from extractor.evaluation.gold import Annotation

GOLD, TEXTS = "gold", "texts"
LANGUAGES = ("en", "zh")


def read_gold(path: Path) -> tuple[Annotation, ...]:
    """All annotations of a `.jsonl` file, or of a corpus folder with one `.json` a publication."""
    if path.is_dir():
        files = sorted(gold_folder(path).glob("*.json"))
        annotations = tuple(one for file in files for one in _publication(file))
    else:
        annotations = tuple(_lines(path))
    if not annotations:
        raise GoldError(str(path), "1", "there is no annotation here")
    return annotations


def gold_folder(path: Path) -> Path:
    """The folder of the annotations: `path` itself, or the `gold` folder in it."""
    return path / GOLD if (path / GOLD).is_dir() else path


def text_file(path: Path, id: str) -> Path:
    """The text that belongs to an annotation of a corpus."""
    return gold_folder(path).parent / TEXTS / f"{id}.txt"


def _lines(path: Path) -> Iterator[Annotation]:
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if line.strip():
            yield _annotation(path, str(number), _json(path, str(number), line))


def _publication(path: Path) -> Iterator[Annotation]:
    whole = _json(path, path.stem, _text(path))
    for language in LANGUAGES:
        if isinstance(own := whole.get(language), dict):
            yield _annotation(path, f"{path.stem} ({language})", {**own, "id": whole.get("id"), "lang": language})


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(str(path), "1", f"cannot be read: {error}") from error


def _json(path: Path, record: str, text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise GoldError(str(path), record, f"is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise GoldError(str(path), record, "is not a JSON object")
    return value


def _annotation(path: Path, record: str, value: dict[str, Any]) -> Annotation:
    try:
        return Annotation.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise GoldError(str(path), record, f"{where}: {first['msg']}" if where else first["msg"]) from error
