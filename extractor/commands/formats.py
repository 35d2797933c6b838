"""`bitrial formats`: the readers and writers there are."""

from collections.abc import Iterable

import typer

from extractor.commands.console import Status
from extractor.readers import readers

WRITERS = (
    ("json", "extract, check, evaluate", "one indented document"),
    ("jsonl", "extract, batch, check", "JSON Lines: one record or finding a line"),
    ("text", "check, explain, evaluate", "for people"),
)


def formats() -> Status:
    """List the input formats and the output formats."""
    typer.echo("Readers (--format NAME; told by suffix and content if not given):")
    _columns((r.name, " ".join(r.suffixes), r.what) for r in readers())
    typer.echo("\nWriters:")
    _columns(WRITERS)
    return Status.CLEAN


def _columns(rows: Iterable[tuple[str, str, str]]) -> None:
    listed = list(rows)
    name_width = max(len(name) for name, _, _ in listed)
    detail_width = max(len(detail) for _, detail, _ in listed)
    for name, detail, description in listed:
        typer.echo(f"  {name:{name_width}}  {detail:{detail_width}}  {description}")
