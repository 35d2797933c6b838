"""`bitrial schema`: the JSON Schema of a record, or of the findings that `check` writes."""

import json
from typing import Annotated, Literal

import typer

from extractor.commands.console import Status
from extractor.commands.options import STANDARD, Out
from extractor.commands.output import output
from extractor.record.record import json_schema
from extractor.reporting.notices import notices_schema

Subject = Literal["record", "findings"]


def schema(
    of: Annotated[
        Subject, typer.Option(help="A record, or the findings as `check --format json` writes them.")
    ] = "record",
    out: Out = STANDARD,
) -> Status:
    """Print the JSON Schema (draft 2020-12) of what bitrial writes."""
    described = json_schema() if of == "record" else notices_schema()
    with output(out) as stream:
        stream.write(json.dumps(described, ensure_ascii=False, indent=2) + "\n")
    return Status.CLEAN
