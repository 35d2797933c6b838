"""What every reader gives: one abstract, in one language or two, exactly as it was printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class LabelledSection:
    """A section that the input itself marked: its printed label and where its text lies in the abstract."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Abstract:
    """The abstract in one language: its text untouched, its title, and the sections that the format marked."""

    language: str
    text: str
    title: str | None = None
    sections: tuple[LabelledSection, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from: the input as given, the reader, the position in a multi-record input."""

    name: str
    format: str
    index: int = 0


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What identifies the publication; null where the input does not say."""

    titles: Mapping[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    journal: str | None = None
    year: int | None = None
    doi: str | None = None
    pmid: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One publication with its abstracts by language code."""

    id: str
    source: Source
    abstracts: Mapping[str, Abstract]
    bibliography: Bibliography = Bibliography()
