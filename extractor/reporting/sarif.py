"""Findings as a SARIF log, which editors and code hosts show beside the text."""

import hashlib
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TextIO
from urllib.parse import quote

from extractor.reporting.meanings import MEANINGS
from extractor.reporting.notices import Notice, NoticePlace
from extractor.reporting.sarif_log import (
    AbstractPlace,
    ArtifactLocation,
    Configuration,
    Driver,
    Invocation,
    Level,
    Location,
    Log,
    LogicalLocation,
    Message,
    Notification,
    PhysicalLocation,
    Region,
    Result,
    Rule,
    Run,
    Tool,
)

LEVELS: dict[str, Level] = {"error": "error", "warning": "warning", "info": "note"}
CODES = tuple(MEANINGS)
FINGERPRINT = "finding/v1"
"""The key under which a finding is known again in the next run, however the text around it has moved."""


def show(notices: Sequence[Notice], failures: Sequence[str], version: str, stream: TextIO) -> None:
    """Writes one log of one run; `failures` are the messages of the inputs that could not be read."""
    rules = tuple(
        Rule(
            id=code,
            short_description=Message(text=meaning),
            default_configuration=Configuration(level="warning"),
        )
        for code, meaning in MEANINGS.items()
    )
    invocation = Invocation(
        execution_successful=not failures,
        tool_execution_notifications=tuple(Notification(level="error", message=Message(text=f)) for f in failures),
    )
    run = Run(
        tool=Tool(driver=Driver(name="bitrial", version=version, rules=rules)),
        invocations=(invocation,),
        results=tuple(_result(notice) for notice in notices),
    )
    stream.write(Log(runs=(run,)).text() + "\n")


def _result(notice: Notice) -> Result:
    places = tuple(_location(notice, place, number) for number, place in enumerate(notice.places, start=1))
    words = "".join(f"\n[{_escaped(f'{p.language}: {p.quote}')}]({n})" for n, p in enumerate(notice.places, start=1))
    return Result(
        rule_id=notice.code,
        rule_index=CODES.index(notice.code),
        level=LEVELS[notice.severity],
        message=Message(text=_escaped(notice.message) + words),
        locations=places[:1],
        related_locations=places,
        partial_fingerprints={FINGERPRINT: _fingerprint(notice)},
    )


def _location(notice: Notice, place: NoticePlace, number: int) -> Location:
    return Location(
        id=number,
        physical_location=_physical(notice, place),
        logical_locations=(
            LogicalLocation(name=place.language, fully_qualified_name=f"{notice.record}/{place.language}"),
        ),
        message=Message(text=place.quote),
        properties=AbstractPlace(language=place.language, span=place.span, quote=place.quote),
    )


def _physical(notice: Notice, place: NoticePlace) -> PhysicalLocation | None:
    if not Path(notice.source).is_file():
        return None
    region = Region(
        start_line=place.line,
        start_column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        snippet=Message(text=place.quote),
    )
    return PhysicalLocation(
        artifact_location=ArtifactLocation(uri=_uri(notice.source)), region=region if place.in_file else None
    )


def _uri(name: str) -> str:
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _escaped(text: str) -> str:
    """The text with the brackets that would start a link to a place (3.11.6) made plain."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _fingerprint(notice: Notice) -> str:
    known = "\0".join([notice.record, notice.code, *(f"{p.language} {p.quote}" for p in notice.places)])
    return hashlib.sha256(known.encode()).hexdigest()
