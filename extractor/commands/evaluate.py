"""`bitrial evaluate`: how well records agree with gold annotations."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from extractor.commands.console import Status
from extractor.commands.options import STANDARD, Out
from extractor.commands.output import output
from extractor.errors import InputError
from extractor.evaluation.loader import read_gold
from extractor.evaluation.records import extract_corpus, read_records
from extractor.evaluation.report import report
from extractor.evaluation.scores import score
from extractor.evaluation.table import miss_line, table


def evaluate(
    gold: Annotated[Path, typer.Argument(help="A corpus folder, or annotations as JSON Lines.")],
    records: Annotated[
        str | None,
        typer.Argument(help="Output of `bitrial extract`, - for standard input; a corpus is read if not given."),
    ] = None,
    format: Annotated[Literal["text", "json"], typer.Option(help="How to show the scores.")] = "text",
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show the first N things not right.")] = 0,
    out: Out = STANDARD,
) -> Status:
    """Show precision, recall and F1 by language, class of fact and level (found, numeric, complete)."""
    annotations = read_gold(gold)
    if records is None and not gold.is_dir():
        raise InputError(str(gold), "is no corpus folder, whose texts could be read", "Give RECORDS too")
    answers = extract_corpus(gold, annotations) if records is None else read_records(records)
    scores = score(annotations, answers)
    with output(out) as stream:
        if format == "json":
            stream.write(report(scores).model_dump_json(indent=2) + "\n")
        else:
            stream.writelines(line + "\n" for line in table(scores))
            stream.writelines(miss_line(miss) + "\n" for miss in scores.misses[:errors])
    return Status.CLEAN
