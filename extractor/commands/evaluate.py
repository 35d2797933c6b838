"""`bitrial evaluate`: how well records agree with gold annotations, and which numbers of texts were not read."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from extractor.batch import Failure, documents
from extractor.commands.console import Status
from extractor.commands.options import STANDARD, Out
from extractor.commands.output import output
from extractor.commands.tally import Tally
from extractor.document import Document
from extractor.errors import InputError
from extractor.evaluation.coverage import Covered, coverage, coverage_table, unread_line
from extractor.evaluation.loader import read_gold
from extractor.evaluation.records import corpus_documents, extract_corpus, read_records
from extractor.evaluation.report import coverage_report, report
from extractor.evaluation.scores import score
from extractor.evaluation.table import miss_line, table

Shape = Literal["text", "json"]


def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="A corpus folder, or annotations as JSON Lines; with --coverage, texts.")
    ],
    records: Annotated[
        str | None,
        typer.Argument(help="Output of `bitrial extract`, - for standard input; a corpus is read if not given."),
    ] = None,
    format: Annotated[Shape, typer.Option(help="How to show the scores.")] = "text",
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show the first N things not right.")] = 0,
    unannotated: Annotated[
        bool,
        typer.Option("--coverage", help="The texts have no annotations: show which share of their numbers was read."),
    ] = False,
    out: Out = STANDARD,
) -> Status:
    """Show precision, recall and F1 by language, class of fact and level, and the share of numbers not read."""
    if unannotated:
        return _coverage([str(gold), *([records] if records else [])], format, errors, out)
    annotations = read_gold(gold)
    if records is None and not gold.is_dir():
        raise InputError(str(gold), "is no corpus folder, whose texts could be read", "Give RECORDS too")
    texts = corpus_documents(gold, annotations) if records is None else {}
    answers = extract_corpus(texts) if records is None else read_records(records)
    scores = score(annotations, answers)
    covered = coverage(texts.values()) if texts else None
    with output(out) as stream:
        if format == "json":
            stream.write(report(scores, covered).model_dump_json(indent=2) + "\n")
        else:
            stream.writelines(line + "\n" for line in table(scores))
            stream.writelines(line + "\n" for line in (coverage_table(covered) if covered else ()))
            stream.writelines(miss_line(miss) + "\n" for miss in scores.misses[:errors])
    return Status.CLEAN


def _coverage(paths: list[str], format: Shape, errors: int, out: str) -> Status:
    """What became of the numbers of unannotated texts; with `errors`, the first numbers that were not read."""
    tally = Tally()
    covered = coverage(_readable(paths, tally))
    if tally.is_empty:
        return tally.status
    with output(out) as stream:
        _write(covered, format, errors, stream.write)
    return tally.status


def _write(covered: Covered, format: Shape, errors: int, write: Callable[[str], object]) -> None:
    if format == "json":
        write(coverage_report(covered).model_dump_json(indent=2) + "\n")
        return
    for line in (*coverage_table(covered), *map(unread_line, covered.unread[:errors])):
        write(line + "\n")


def _readable(paths: list[str], tally: Tally) -> Iterator[Document]:
    for item in documents(paths):
        if isinstance(item, Failure):
            tally.report(item)
        else:
            tally.count()
            yield item
