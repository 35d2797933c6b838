"""`bitrial check`: what an editor should look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

import typer

from extractor.batch import Failure, documents, record_of
from extractor.commands.console import Status, say
from extractor.commands.options import STANDARD, Encoding, Out, Paths
from extractor.commands.output import output
from extractor.commands.tally import Tally
from extractor.commands.version import VERSION
from extractor.document import Document
from extractor.record.record import Finding, FindingCode, Record
from extractor.reporting import github, sarif, text
from extractor.reporting.notices import Notice, notice
from extractor.reporting.places import anchor

Severity = Literal["info", "warning", "error"]
Style = Literal["text", "json", "jsonl", "github", "sarif"]
RANKS: tuple[Severity, ...] = get_args(Severity)
CODES: tuple[str, ...] = get_args(FindingCode)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which findings are asked for."""

    only: frozenset[str]
    ignore: frozenset[str]
    min_severity: Severity

    def takes(self, finding: Finding) -> bool:
        """Whether the finding is one of them."""
        return (
            (not self.only or finding.code in self.only)
            and finding.code not in self.ignore
            and RANKS.index(finding.severity) >= RANKS.index(self.min_severity)
        )


def known_codes(codes: list[str] | None) -> list[str]:
    """The codes as given; a code that does not exist is wrong usage."""
    for code in codes or []:
        if code not in CODES:
            raise typer.BadParameter(f"there is no finding {code!r}; there are {', '.join(CODES)}")
    return codes or []


def check(
    paths: Paths = None,
    format: Annotated[Style, typer.Option(help="How to show the findings.")] = "text",
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", callback=known_codes, help="Show this kind of finding; repeatable."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", callback=known_codes, help="Leave this kind out; repeatable."),
    ] = None,
    min_severity: Annotated[Severity, typer.Option(help="Leave out what is less grave.")] = "info",
    input_format: Annotated[str | None, typer.Option(help="The reader to use (see `bitrial formats`).")] = None,
    encoding: Encoding = None,
    out: Out = STANDARD,
) -> Status:
    """Show where the languages disagree and which numbers cannot be right; exit with 1 if there are any."""
    choice = Choice(frozenset(only or ()), frozenset(ignore or ()), min_severity)
    tally = Tally()
    notices: list[Notice] = []
    with output(out) as stream:
        for item in documents(paths or [], format=input_format, encoding=encoding):
            if isinstance(item, Failure):
                tally.report(item)
                continue
            record = record_of(item)
            if isinstance(record, Failure):
                tally.report(record)
                continue
            tally.count()
            found = list(_notices(item, record, choice, encoding))
            notices += found
            if format == "text":
                text.show(record, found, stream)
            elif format == "jsonl":
                stream.writelines(one.model_dump_json() + "\n" for one in found)
            elif format == "github":
                github.show(found, stream)
        if format == "json":
            stream.write("[" + ",".join(f"\n{n.model_dump_json(indent=2)}" for n in notices) + "\n]\n")
        elif format == "sarif":
            sarif.show(notices, tally.failures, VERSION, stream)
    say(_summary(notices, tally))
    if tally.failed:
        return tally.status
    return Status.FINDINGS if any(n.severity != "info" for n in notices) else Status.CLEAN


def _notices(document: Document, record: Record, choice: Choice, encoding: str | None) -> Iterator[Notice]:
    wanted = [finding for finding in record.findings if choice.takes(finding)]
    languages: set[str] = {place.language for finding in wanted for place in finding.places}
    anchors = {language: anchor(document, language, encoding) for language in languages}
    for finding in wanted:
        yield notice(record, finding, anchors)


def _summary(notices: list[Notice], tally: Tally) -> str:
    counts = [(sum(n.severity == severity for n in notices), severity) for severity in reversed(RANKS)]
    parts = ", ".join(f"{_number(count, severity)}" for count, severity in counts if count)
    return f"{parts or 'no findings'} in {_number(tally.written, 'record')}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 or noun == "info" else f"{count} {noun}s"
