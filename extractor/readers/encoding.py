"""From bytes to text: the byte order mark, then strict UTF-8, then GB 18030; what is not text is refused."""

import codecs

import regex

from extractor.errors import InputError
from extractor.readers.source import Input, damage_told

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("utf-8", "gb18030")
_BINARY = (
    (b"%PDF", "a PDF file", "Copy its abstract into a text file."),
    (b"PK\x03\x04", "an Office document or a ZIP archive", "Save its text as plain text, or unpack it."),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "Save its text as plain text."),
)
_CONTROL = regex.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_CONTROL_SHARE = 0.005  # one stray control character in a long text is a slip, more are not text
_OTHER = "If it is text in another encoding, name it with --encoding (for example big5 or cp1252)."


def read_text(given: Input) -> str:
    """The whole input as text, without its byte order mark."""
    with damage_told(given.name):
        return decode(given.stream.read(), given.name, given.encoding)


def decode(data: bytes, name: str, encoding: str | None = None, *, index: int | None = None) -> str:
    """`data` as text; InputError names the input (and the record) that is not."""
    for magic, what, advice in _BINARY:
        if data.startswith(magic):
            raise InputError(name, f"is {what}, not text", advice, index=index)
    text = _decoded(data, name, encoding, index).removeprefix("\ufeff")
    strange = len(_CONTROL.findall(text))
    if "\0" in text or strange > max(1, _CONTROL_SHARE * len(text)):
        raise InputError(name, "is binary, not text", _OTHER, index=index)
    return text


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark gives away."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _decoded(data: bytes, name: str, encoding: str | None, index: int | None) -> str:
    sure = encoding or marked_encoding(data)
    for guess in (sure,) if sure else _GUESSES:
        try:
            return data.decode(guess)
        except UnicodeDecodeError:
            continue
        except LookupError as error:
            raise InputError(name, f"there is no encoding {guess!r}", "See Python's list of encodings.") from error
    tried = sure or " or ".join(_GUESSES)
    raise InputError(name, f"is not text in {tried}", _OTHER, index=index)
