"""`bitrial batch`: many inputs to JSON Lines."""

import os
from pathlib import Path
from typing import Annotated

import typer

from extractor.batch import Failure, documents, lines
from extractor.commands.console import Status, fail, say
from extractor.commands.files import files_of
from extractor.commands.options import Encoding, Format
from extractor.commands.output import put, writable
from extractor.commands.progress import progress
from extractor.commands.tally import Tally
from extractor.commands.unfinished import begin, head_of, part_of


def batch(
    paths: Annotated[list[str], typer.Argument(metavar="DIR_OR_FILE", help="Folders are searched to the bottom.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The JSON Lines file to write.")],
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Processes to read with; one a processor if not given."),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Keep what OUT has, and read what is not in it.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress and no summary.")] = False,
    format: Format = None,
    encoding: Encoding = None,
) -> Status:
    """Read many inputs to JSON Lines, in their order; a record that fails is reported and left out.

    The lines gather in OUT.part, which becomes OUT at the end; --resume goes on from there.
    """
    target = writable(str(out))
    files = files_of(paths, leave_out=frozenset({target, part_of(target)}))
    unfinished = begin(target, resume=resume)
    tally = Tally()
    try:
        with (
            unfinished.part.open("a", encoding="utf-8", newline="\n") as stream,
            progress(len(files), quiet=quiet) as bar,
        ):
            items = documents(bar.over(files), format=format, encoding=encoding)
            missing = (i for i in items if isinstance(i, Failure) or head_of(i) not in unfinished.done)
            for result in lines(missing, jobs or os.cpu_count() or 1):
                if isinstance(result, Failure):
                    tally.report(result)
                else:
                    tally.count()
                    stream.write(result + "\n")
                bar.show(tally)
    except KeyboardInterrupt:
        fail(f"stopped after {tally.written} records; --resume goes on from there")
        return Status.INTERRUPTED
    if tally.is_empty and not unfinished.done:
        unfinished.part.unlink()
        return tally.status
    put(unfinished.part, target)
    if not quiet:
        before = f", {len(unfinished.done)} were there before" if unfinished.done else ""
        say(f"{out}: {tally.written} records written, {tally.failed} failed{before}")
    return tally.status
