"""Where an abstract stands in the file it came from, so that a finding can be opened in an editor."""

from dataclasses import dataclass
from pathlib import Path

from extractor.document import Document
from extractor.spans import Span

NEWLINES = ("\n", "\r\n", "\r")


@dataclass(frozen=True, slots=True)
class Position:
    """A place that an editor can open; lines and columns count from 1, in Unicode code points."""

    name: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.name}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Anchor:
    """An abstract's text within a larger one, which is the file where the text stands in it word for word.

    `is_file`: the larger text is the file itself. If not, lines and columns count within the abstract.
    """

    name: str
    whole: str
    offset: int
    is_file: bool

    def position(self, offset: int) -> Position:
        """The place of a character of the abstract."""
        before = self.whole[: self.offset + offset]
        return Position(self.name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)

    def ends(self, span: Span) -> tuple[Position, Position]:
        """The place of a span's first character, and the one just behind its last."""
        return self.position(span.start), self.position(span.end)


def anchor(document: Document, language: str, encoding: str | None = None) -> Anchor:
    """Where the abstract stands; an abstract that its file holds in another form is a text of its own."""
    text = document.abstracts[language].text
    whole = _file_text(document.source.name, encoding)
    name = document.source.name
    for newline in NEWLINES:
        if whole.count(printed := text.replace("\n", newline)) == 1:
            start = whole[: whole.index(printed)].replace("\r\n", "\n").replace("\r", "\n")
            return Anchor(name, start + text, len(start), is_file=True)
    return Anchor(f"{name} (record {document.source.index + 1}, {language})", text, 0, is_file=False)


def _file_text(name: str, encoding: str | None) -> str:
    """The text of the file; empty where there is no such file or it is in another encoding."""
    try:
        return Path(name).read_bytes().decode(encoding or "utf-8-sig")
    except (OSError, UnicodeDecodeError, LookupError):
        return ""
