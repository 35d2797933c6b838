"""The arguments and options that several commands share."""

import sys
from typing import Annotated

import typer

STANDARD = "-"


def or_standard_input(paths: list[str] | None) -> list[str]:
    """The paths, or standard input where none is given and something is piped in."""
    if paths:
        return paths
    if sys.stdin.isatty():
        raise typer.BadParameter("give a file, or - and the text on standard input")
    return [STANDARD]


Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", callback=or_standard_input, help="Files to read; - is standard input."),
]
Format = Annotated[
    str | None,
    typer.Option(help="The reader to use (see `bitrial formats`); told by name and content if not given."),
]
Encoding = Annotated[
    str | None, typer.Option(help="The encoding of the input, such as gb18030; told by content if not given.")
]
Out = Annotated[str, typer.Option("--out", "-o", metavar="OUT", help="The file to write; - is standard output.")]
