"""Readers: every input format gives the same Document. A new format is one more module here with a READER."""

import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from extractor.errors import InputError
from extractor.readers.reader import Reader, Result
from extractor.readers.source import Input, damage_told, open_input
from extractor.readers.text import READER as TEXT
from extractor.readers.text import documents_from_text

__all__ = ["Reader", "Result", "documents_from_text", "read", "readers"]


@cache
def readers() -> tuple[Reader, ...]:
    """All readers there are, by name."""
    modules = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    found = [module.READER for module in modules if isinstance(getattr(module, "READER", None), Reader)]
    return tuple(sorted(found, key=lambda reader: reader.name))


def read(
    path_or_stream: str | Path | BinaryIO, *, format: str | None = None, encoding: str | None = None
) -> Iterator[Result]:
    """The records of a file, of standard input ("-") or of an open binary stream.

    A record that cannot be read comes as an InputError among the others; an unreadable input raises one.
    """
    given = open_input(path_or_stream, encoding)
    try:
        reader = _named(format, given.name) if format else _fitting(given)
    except BaseException:
        given.close()
        raise
    return _records(reader, replace(given, format=reader.name))


def _records(reader: Reader, given: Input) -> Iterator[Result]:
    try:
        with damage_told(given.name):
            yield from reader.read(given)
    finally:
        given.close()


def _named(format: str, name: str) -> Reader:
    for reader in readers():
        if reader.name == format:
            return reader
    known = ", ".join(reader.name for reader in readers())
    raise InputError(name, f"there is no format {format!r}", f"The formats are {known}.")


def _fitting(given: Input) -> Reader:
    """The reader by suffix, else by the first bytes: plain text may hold an export of any format."""
    others = [reader for reader in readers() if reader is not TEXT]
    for reader in others:
        if given.suffix in reader.suffixes:
            return reader
    head = given.head()
    return next((reader for reader in others if reader.sniff(head)), TEXT)
