"""JSON Lines and JSON: objects with id, title, title_zh, en, zh, or one text whose language is detected."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

import regex

from extractor.document import Abstract, Bibliography, Document
from extractor.errors import InputError
from extractor.knowledge import languages
from extractor.readers.encoding import decode, marked_encoding
from extractor.readers.reader import Reader, Result
from extractor.readers.source import Input
from extractor.text.layout import lay_out
from extractor.text.script import language_of

_LINE_SUFFIXES = (".jsonl", ".ndjson")
_UNTOLD = ("text", "abstract")  # the language of these is detected
_ADVICE = 'Give it "en" or "zh" (or "text" alone) with the text of an abstract.'
_OPENING = regex.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*\{)')

Fields = Mapping[str, Any]


def _read(given: Input) -> Iterator[Result]:
    lines = _lines(given)
    for first in lines:
        if first.strip():
            break
    else:
        raise InputError(given.name, "holds nothing but white space", "Give it one JSON object a line.")
    if given.suffix not in _LINE_SUFFIXES and not _is_object(given, first):
        rest = b"\n".join(line.rstrip(b"\n") for line in lines)
        whole = first + b"\n" + rest
        if (values := _values(given, whole)) is not None:
            yield from _from_values(given, values)
            return
        lines = iter(rest.split(b"\n"))
    yield from _from_lines(given, chain([first], lines))


def _lines(given: Input) -> Iterator[bytes]:
    # Lines are cut in bytes, so that one in a broken encoding costs only itself. In UTF-16 a line end is two.
    if _is_wide(given.encoding or marked_encoding(given.head())):
        text = decode(given.stream.read(), given.name, given.encoding)
        return iter([line.encode() for line in text.split("\n")])
    return iter(given.stream)


def _is_wide(encoding: str | None) -> bool:
    return (encoding or "").lower().replace("-", "").startswith(("utf16", "utf32"))


def _from_lines(given: Input, lines: Iterator[bytes]) -> Iterator[Result]:
    index = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            value = _loaded(given, line, index)
            yield _document(given, value, index, f"{given.stem}:{index + 1}")
        except InputError as error:
            yield error
        index += 1


def _from_values(given: Input, values: Any) -> Iterator[Result]:
    if not isinstance(values, list):
        yield _document(given, values, 0, given.stem)
        return
    if not values:
        raise InputError(given.name, "is an empty list", _ADVICE)
    for index, value in enumerate(values):
        try:
            yield _document(given, value, index, f"{given.stem}:{index + 1}")
        except InputError as error:
            yield error


def _is_object(given: Input, line: bytes) -> bool:
    try:
        return isinstance(_loaded(given, line, 0), dict)
    except InputError:
        return False


def _values(given: Input, data: bytes) -> Any:
    try:
        return _loaded(given, data, 0)
    except InputError:
        return None


def _loaded(given: Input, data: bytes, index: int) -> Any:
    encoding = "utf-8" if _is_wide(given.encoding) else given.encoding  # `_lines` has recoded the wide ones
    text = decode(data, given.name, encoding, index=index)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        problem = f"is not JSON: {error}"
        raise InputError(given.name, problem, "Give one JSON object a line.", index=index) from error


def _document(given: Input, value: Any, index: int, own_id: str) -> Document:
    if not isinstance(value, dict):
        raise InputError(given.name, f"is a {type(value).__name__}, not a JSON object", _ADVICE, index=index)
    texts = {one.code: text for one in languages() if (text := _string(given, value, one.code, index))}
    titles = {one.code: t for one in languages() if (t := _string(given, value, f"title_{one.code}", index))}
    if (title := _string(given, value, "title", index)) and (spoken := language_of(title)):
        titles.setdefault(spoken.code, title)
    for name in _UNTOLD if not texts else ():
        if text := _string(given, value, name, index):
            texts = _detected(text)
            break
    if not texts:
        raise InputError(given.name, "has no text in a known language", _ADVICE, index=index)
    known = Bibliography(
        titles=titles,
        authors=_authors(value.get("authors")),
        journal=_string(given, value, "journal", index),
        year=year if isinstance(year := value.get("year"), int) else None,
        doi=_string(given, value, "doi", index),
        pmid=_identifier(value.get("pmid")),
    )
    id_ = _identifier(value.get("id")) or known.pmid or known.doi or own_id
    abstracts = {code: Abstract(code, text, titles.get(code)) for code, text in texts.items()}
    return Document(id_, given.source(index), abstracts, known)


def _detected(text: str) -> dict[str, str]:
    laid_out = lay_out(text).abstracts
    if len(laid_out) > 1:
        return {code: abstract.text for code, abstract in laid_out.items()}
    spoken = language_of(text)
    return {spoken.code: text} if spoken else {}


def _string(given: Input, value: Fields, name: str, index: int) -> str | None:
    found = value.get(name)
    if found is None or found == "":
        return None
    if not isinstance(found, str):
        problem = f'has a {type(found).__name__} where "{name}" should be a text'
        raise InputError(given.name, problem, _ADVICE, index=index)
    if any("\ud800" <= char <= "\udfff" for char in found):
        raise InputError(given.name, f'has half a character in "{name}"', "Write the file as UTF-8.", index=index)
    return found if found.strip() else None


def _identifier(found: Any) -> str | None:
    return str(found).strip() or None if isinstance(found, str | int) and not isinstance(found, bool) else None


def _authors(found: Any) -> tuple[str, ...]:
    if isinstance(found, list):
        return tuple(author for author in found if isinstance(author, str))
    return (found,) if isinstance(found, str) and found else ()


READER = Reader(
    name="jsonl",
    what="JSON Lines, a JSON array or a JSON object with id, title, title_zh, en, zh (or text alone)",
    suffixes=(*_LINE_SUFFIXES, ".json"),
    sniff=lambda head: _OPENING.match(head) is not None,
    read=_read,
)
