"""The command line: `bitrial`, `python -m extractor`, and `python cli.py` in a checkout."""

import io
import sys
from typing import Annotated

import typer

from extractor.commands import batch, check, evaluate, explain, extract, formats, schema
from extractor.commands.console import command
from extractor.commands.version import VERSION

app = typer.Typer(
    name="bitrial",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for run in (
    extract.extract,
    batch.batch,
    check.check,
    explain.explain,
    evaluate.evaluate,
    schema.schema,
    formats.formats,
):
    app.command()(command(run))


def _show_version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"bitrial {VERSION}")
        raise typer.Exit


@app.callback()
def bitrial(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Read abstracts of clinical trials, in English and Chinese, into records; check that the two agree.

    Exit status: 0 clean, 1 findings (check), 2 wrong usage or unreadable input, 3 some records failed.
    """


def main() -> None:
    """The command line on the process's own arguments, its output in UTF-8 whatever the terminal says."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n" if stream is sys.stdout else None)
    app(prog_name="bitrial")
