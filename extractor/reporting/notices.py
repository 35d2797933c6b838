"""A finding as `bitrial check` reports it: with its record, the words and where to open them."""

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from extractor.reporting.places import Anchor
from extractor.reporting.quotes import marked
from extractor.record.record import Extraction, Finding, FindingCode, FindingPlace, Record
from extractor.spans import Span


class NoticePlace(BaseModel):
    """One of the words: where they stand in the abstract, and in the file."""

    model_config = ConfigDict(frozen=True)

    language: Literal["en", "zh"]
    span: tuple[int, int]
    quote: str
    file: str
    line: int
    column: int


class Notice(BaseModel):
    """One finding, ready to be shown."""

    model_config = ConfigDict(frozen=True)

    record: str
    code: FindingCode
    severity: Literal["error", "warning", "info"]
    message: str
    facts: tuple[str, ...]
    places: tuple[NoticePlace, ...]


def notice(record: Record, finding: Finding, anchors: Mapping[str, Anchor]) -> Notice:
    """The finding with its words looked up."""
    return Notice(
        record=record.id,
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        facts=finding.facts,
        places=tuple(_place(record, place, anchors[place.language]) for place in finding.places),
    )


def lines(record: Record, shown: Notice) -> Iterator[str]:
    """The notice for people: where, how grave, what; then each quote with its mark."""
    where = "{0.file}:{0.line}:{0.column}".format(shown.places[0]) if shown.places else record.source.name
    yield f"{where}: {shown.severity} {shown.code}: {shown.message}"
    for place in shown.places:
        quote, mark = marked(_extraction(record, place.language).text, Span(*place.span))
        yield f"  {place.language} | {quote}"
        yield f"     | {mark}"


def _place(record: Record, place: FindingPlace, anchor: Anchor) -> NoticePlace:
    span = Span(*place.span)
    position = anchor.position(span.start)
    return NoticePlace(
        language=place.language,
        span=place.span,
        quote=span.of(_extraction(record, place.language).text),
        file=position.name,
        line=position.line,
        column=position.column,
    )


def _extraction(record: Record, language: str) -> Extraction:
    return next(e for e in (record.en, record.zh) if e is not None and e.language == language)
