"""Inputs as bytes: a file, standard input or an open stream, unpacked where it is compressed."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from extractor.document import Source
from extractor.errors import InputError

STANDARD_INPUT = "-"
HEAD = 4096
"""Bytes that a reader sees when it is asked whether an input is its own."""

_GZIP = b"\x1f\x8b"
_DAMAGED = "Check that the file is complete, or fetch it again."


@dataclass(frozen=True, slots=True)
class Input:
    """An open input: how it was named, its bytes, and the encoding that the user said it has.

    `opened` is what was opened for it, and is closed with it; a stream of the caller's stays open.
    """

    name: str
    stream: io.BufferedReader
    encoding: str | None = None
    format: str = ""
    opened: tuple[BinaryIO, ...] = ()

    @property
    def stem(self) -> str:
        """The name without folders and suffixes: the id of a record that has none of its own."""
        if self.name == STANDARD_INPUT:
            return "stdin"
        name = PurePath(self.name).name.removesuffix(".gz")
        return PurePath(name).stem or name

    @property
    def suffix(self) -> str:
        """The last suffix in small letters, that of the compression aside."""
        return PurePath(PurePath(self.name).name.lower().removesuffix(".gz")).suffix

    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        with damage_told(self.name):
            return self.stream.peek(HEAD)[:HEAD]

    def close(self) -> None:
        """Closes what was opened for this input."""
        for stream in self.opened:
            stream.close()

    def source(self, index: int = 0) -> Source:
        """The source of the record at a position."""
        return Source(self.name, self.format, index)


def open_input(given: str | Path | BinaryIO, encoding: str | None) -> Input:
    """The input ready to be read; raises InputError where there is nothing to read."""
    if not isinstance(given, str | Path):
        name = getattr(given, "name", STANDARD_INPUT)
        return _unpacked(name if isinstance(name, str) else STANDARD_INPUT, given, encoding)
    name = str(given)
    if name == STANDARD_INPUT:
        return _unpacked(name, sys.stdin.buffer, encoding)
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - the records are read from it later, see Input.close
    except FileNotFoundError as error:
        raise InputError(name, "there is no such file", "Check the path.") from error
    except IsADirectoryError as error:
        advice = "Name its files, or use `bitrial batch` for all of them."
        raise InputError(name, "is a directory", advice) from error
    except (OSError, ValueError) as error:
        raise InputError(name, f"cannot be opened: {error}", "Check the path and its permissions.") from error
    return _unpacked(name, file, encoding, file)


@contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Makes an InputError of whatever goes wrong while bytes are read or unpacked."""
    try:
        yield
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(name, f"cannot be read to its end: {error}", _DAMAGED) from error


def _unpacked(name: str, raw: BinaryIO, encoding: str | None, *opened: BinaryIO) -> Input:
    found = Input(name, _buffered(raw), encoding, opened=opened)
    try:
        if found.head().startswith(_GZIP):
            unzipped = _buffered(cast("BinaryIO", gzip.GzipFile(fileobj=found.stream, mode="rb")))
            found = Input(name, unzipped, encoding, opened=(unzipped, *opened))
        is_empty = not found.head()
    except InputError:
        found.close()
        raise
    if is_empty:
        found.close()
        raise InputError(name, "is empty", "Give it the text of an abstract.")
    return found


def _buffered(raw: BinaryIO) -> io.BufferedReader:
    return raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", raw))
