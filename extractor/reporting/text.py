"""Findings for people: where, how grave, what; then each quote with its mark, in colour on a terminal."""

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from extractor.record.record import Record
from extractor.reporting.notices import Notice, quotes

COLOURS = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
FAINT = "dim"


def show(record: Record, notices: Iterable[Notice], stream: TextIO) -> None:
    """Writes the notices of one record; colour only where the stream is a terminal and NO_COLOR is not set."""
    # `soft_wrap`: a line ends where its text ends, not where the window does, so that it can be searched and opened.
    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for notice in notices:
        console.print(_told(record, notice), soft_wrap=True)


def _told(record: Record, notice: Notice) -> Text:
    colour = COLOURS[notice.severity]
    text = Text()
    text.append(f"{_where(notice)}: ", style="bold")
    text.append(notice.severity, style=colour)
    text.append(f" {notice.code}: {notice.message}")
    for language, quote in quotes(record, notice):
        text.append(f"\n  {language} | ", style=FAINT)
        text.append(quote.before)
        text.append(quote.words, style=colour)
        text.append(quote.after)
        text.append("\n     | ", style=FAINT)
        text.append(quote.mark, style=colour)
    return text


def _where(notice: Notice) -> str:
    if not notice.places:
        return notice.source
    first = notice.places[0]
    return f"{first.file}:{first.line}:{first.column}"
