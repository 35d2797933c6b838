"""Plain text: one document, front matter and abstracts as they were copied together."""

from collections.abc import Iterator

from extractor.document import Document, Source
from extractor.errors import InputError
from extractor.readers.encoding import read_text
from extractor.readers.reader import Reader, Result
from extractor.readers.source import Input
from extractor.text.layout import lay_out


def documents_from_text(text: str, id: str, source: Source) -> Iterator[Result]:
    """The one document that a text is; an InputError where it has no text in a known language."""
    layout = lay_out(text)
    if not layout.abstracts:
        yield InputError(
            source.name,
            "has no abstract in English or Chinese" if text.strip() else "holds nothing but white space",
            "Give it the text of an abstract.",
        )
        return
    known = layout.bibliography
    yield Document(known.pmid or known.doi or id, source, layout.abstracts, known)


def _read(given: Input) -> Iterator[Result]:
    for result in documents_from_text(read_text(given), given.stem, given.source()):
        if isinstance(result, InputError):
            raise result
        yield result


READER = Reader(
    name="text",
    what="one plain-text document: front matter, the abstract in either language or both",
    suffixes=(".txt", ".text", ".md"),
    sniff=lambda _: True,
    read=_read,
)
