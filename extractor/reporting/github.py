"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from collections.abc import Iterable
from typing import TextIO

from extractor.reporting.notices import Notice, NoticePlace

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def show(notices: Iterable[Notice], stream: TextIO) -> None:
    """Writes a line for each notice, at its first place; the message names and quotes the others."""
    stream.writelines(f"{_annotation(notice)}\n" for notice in notices)


def _annotation(notice: Notice) -> str:
    parts = [f"file={_property(notice.source)}"]
    first = next((place for place in notice.places if place.in_file), None)
    if first:
        parts += [f"line={first.line}", f"endLine={first.end_line}"]
        # Columns are for places within one line alone, and the last one is meant to be marked too.
        if first.line == first.end_line:
            parts += [f"col={first.column}", f"endColumn={max(first.end_column - 1, first.column)}"]
    parts.append(f"title={_property(f'{notice.code} ({notice.record})')}")
    words = "\n".join([notice.message, *(_told(place) for place in notice.places)])
    return f"::{COMMANDS[notice.severity]} {','.join(parts)}::{_data(words)}"


def _told(place: NoticePlace) -> str:
    return f"{place.language}, {place.file}:{place.line}:{place.column}: {place.quote}"


def _data(text: str) -> str:
    """The text with what would end a command written in hexadecimal, as the runner of the workflow expects."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The same for a property, in which a colon or a comma has a meaning too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
