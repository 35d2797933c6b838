"""What a reader is: a name, the files it is for, and a function from an input to documents."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractor.document import Document
from extractor.errors import InputError
from extractor.readers.source import Input

Result = Document | InputError
"""One record of an input: a document, or why this record alone could not be read."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format.

    `sniff` tells from its first bytes whether an input without a telling suffix is of this format; `read`
    gives the records, and raises InputError only where the input as a whole is unreadable.
    """

    name: str
    what: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[Input], Iterator[Result]]
