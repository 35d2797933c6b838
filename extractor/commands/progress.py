"""The progress of a long run, on standard error and only where someone is looking."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from extractor.commands.tally import Tally


class Bar:
    """Files read, records written, failures so far."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task

    def over(self, files: Sequence[str]) -> Iterator[str]:
        """The files one by one; each counts as read when the next is asked for."""
        for file in files:
            yield file
            self._progress.advance(self._task)

    def show(self, tally: Tally) -> None:
        """The counts of the run."""
        self._progress.update(self._task, records=tally.written, failed=tally.failed)


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Bar]:
    """A bar over `total` files."""
    bar = Progress(
        TextColumn("files"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[records]} records, {task.fields[failed]} failed"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        disable=quiet or not sys.stderr.isatty(),
    )
    with bar:
        yield Bar(bar, bar.add_task("read", total=total, records=0, failed=0))
