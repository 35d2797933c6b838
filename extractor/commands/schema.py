"""`bitrial schema`: the JSON Schema of a record."""

import json

from extractor.commands.console import Status
from extractor.commands.options import STANDARD, Out
from extractor.commands.output import output
from extractor.record.record import json_schema


def schema(out: Out = STANDARD) -> Status:
    """Print the JSON Schema (draft 2020-12) of a record."""
    with output(out) as stream:
        stream.write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
    return Status.CLEAN
