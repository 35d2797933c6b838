"""A finding as `bitrial check` reports it: with its record, the words and where to open them."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from extractor.record.record import Extraction, Finding, FindingCode, FindingPlace, Record
from extractor.reporting.places import Anchor
from extractor.reporting.quotes import Quote, quote
from extractor.spans import Span


class NoticePlace(BaseModel):
    """One of the words: where they stand in the abstract (`span`), and in the file, the end excluded.

    Where the file holds the abstract in another form (escaped JSON, XML), `in_file` is false and lines and columns
    count within the abstract.
    """

    model_config = ConfigDict(frozen=True)

    language: Literal["en", "zh"]
    span: tuple[int, int]
    quote: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    in_file: bool


class Notice(BaseModel):
    """One finding, ready to be shown."""

    model_config = ConfigDict(frozen=True)

    record: str
    source: str
    code: FindingCode
    severity: Literal["error", "warning", "info"]
    message: str
    facts: tuple[str, ...]
    places: tuple[NoticePlace, ...]


def notice(record: Record, finding: Finding, anchors: Mapping[str, Anchor]) -> Notice:
    """The finding with its words looked up; `anchors` has one for each language that it speaks of."""
    return Notice(
        record=record.id,
        source=record.source.name,
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        facts=finding.facts,
        places=tuple(_place(record, place, anchors[place.language]) for place in finding.places),
    )


def quotes(record: Record, shown: Notice) -> Sequence[tuple[str, Quote]]:
    """The words of each place in their surroundings, with the language they are in."""
    return [(p.language, quote(_extraction(record, p.language).text, Span(*p.span))) for p in shown.places]


def notices_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a list of notices as `check --format json` writes it."""
    schema = TypeAdapter(list[Notice]).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:bitrial:findings:1.0",
        **schema,
    }


def _place(record: Record, place: FindingPlace, anchor: Anchor) -> NoticePlace:
    span = Span(*place.span)
    start, end = anchor.ends(span)
    return NoticePlace(
        language=place.language,
        span=place.span,
        quote=span.of(_extraction(record, place.language).text),
        file=start.name,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        in_file=anchor.is_file,
    )


def _extraction(record: Record, language: str) -> Extraction:
    return next(e for e in (record.en, record.zh) if e is not None and e.language == language)
