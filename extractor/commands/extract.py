"""`bitrial extract`: records as JSON."""

from itertools import chain, islice
from typing import Annotated

import typer

from extractor.batch import Failure, documents, line_of
from extractor.commands.console import Status
from extractor.commands.options import STANDARD, Encoding, Format, Out, Paths
from extractor.commands.output import output
from extractor.commands.tally import Tally

INDENT = 2


def extract(
    paths: Paths = None,
    format: Format = None,
    encoding: Encoding = None,
    out: Out = STANDARD,
    compact: Annotated[bool, typer.Option("--compact", help="JSON Lines, even for a single record.")] = False,
) -> Status:
    """Read abstracts into records: indented JSON for one record, JSON Lines for several."""
    items = documents(paths or [], format=format, encoding=encoding)
    first = list(islice(items, 2))
    is_single = len(first) == 1 and not compact
    tally = Tally()
    with output(out) as stream:
        for item in chain(first, items):
            result = line_of(item, INDENT if is_single else None)
            if isinstance(result, Failure):
                tally.report(result)
            else:
                tally.count()
                stream.write(result + "\n")
        if tally.is_empty:
            raise typer.Exit(tally.status)
    return tally.status
