"""Many documents to one JSON line each, in order, in any number of processes, whatever befalls one."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice

from extractor.document import Document
from extractor.errors import BitrialError, InputError
from extractor.knowledge import languages
from extractor.pipeline import extract_document
from extractor.readers import read
from extractor.record.record import Record

CHUNK = 16
"""Documents that go to a process at a time: the way there and back is then short beside the work."""
AHEAD = 3
"""Chunks for each process that are read before the first of them is done: bounds the memory."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or one record of it, that gave nothing, and why, fit to be shown."""

    message: str
    is_whole_input: bool = False


Item = Document | Failure
Result = str | Failure


def documents(paths: Iterable[str], *, format: str | None = None, encoding: str | None = None) -> Iterator[Item]:
    """The documents of all inputs in order, each fault in its place."""
    for path in paths:
        if not _is_text(path):
            yield Failure(
                f"{path!a}: the name is not text, and no record could hold it. Rename it", is_whole_input=True
            )
            continue
        try:
            for document in read(path, format=format, encoding=encoding):
                yield Failure(str(document)) if isinstance(document, InputError) else document
        except InputError as error:
            yield Failure(str(error), is_whole_input=True)


def _is_text(name: str) -> bool:
    """Whether a file name can be written as UTF-8; the system gives other bytes as half characters."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def record_of(item: Item) -> Record | Failure:
    """The record of a document; a fault of ours in one text is that text's failure and ends nothing."""
    if isinstance(item, Failure):
        return item
    try:
        return extract_document(item)
    except InputError as error:
        return Failure(str(error))
    except BitrialError:
        raise
    except Exception as error:  # noqa: BLE001 - one text in a million must not end the run of a night
        return _fault(item, f"a fault of bitrial ({type(error).__name__}: {error})")


def line_of(item: Item, indent: int | None = None) -> Result:
    """The record of a document as JSON."""
    record = record_of(item)
    return record if isinstance(record, Failure) else record.model_dump_json(indent=indent)


def lines(items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """One result for each item, in their order, whatever the number of processes."""
    if jobs == 1:
        yield from map(line_of, items)
        return
    languages()  # pattern files that cannot be used are reported here, once, and not by each process
    workers = _Workers(jobs)
    waiting: deque[_Task] = deque()
    try:
        for chunk in _chunks(items):
            waiting.append(_Task(chunk, workers.submit(chunk)))
            if len(waiting) > jobs * AHEAD:
                yield from workers.results(waiting.popleft())
        while waiting:
            yield from workers.results(waiting.popleft())
    finally:
        workers.stop()


@dataclass(frozen=True, slots=True)
class _Task:
    chunk: tuple[Item, ...]
    future: Future[list[Result]]


class _Workers:
    """A pool of processes that survives the loss of one."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool = _pool(jobs)

    def submit(self, chunk: tuple[Item, ...]) -> Future[list[Result]]:
        try:
            return self._pool.submit(_work, chunk)
        except BrokenProcessPool:
            self.stop()
            self._pool = _pool(self._jobs)
            return self._pool.submit(_work, chunk)

    def results(self, task: _Task) -> list[Result]:
        try:
            return task.future.result()
        except BrokenProcessPool:
            return _apart(task.chunk)

    def stop(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


def _apart(chunk: tuple[Item, ...]) -> list[Result]:
    """The results of a chunk whose process was lost, tried again in halves until the culprit stands alone."""
    try:
        with _pool(1) as pool:
            return pool.submit(_work, chunk).result()
    except BrokenProcessPool:
        if len(chunk) == 1:
            return [_lost(chunk[0])]
        middle = len(chunk) // 2
        return _apart(chunk[:middle]) + _apart(chunk[middle:])


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the same on every system, and safe beside the thread that draws the progress.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start)


def _start() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, and ends its workers


def _work(chunk: tuple[Item, ...]) -> list[Result]:
    return [line_of(item) for item in chunk]


def _chunks(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    iterator = iter(items)
    while chunk := tuple(islice(iterator, CHUNK)):
        yield chunk


def _lost(item: Item) -> Failure:
    if isinstance(item, Failure):
        return item
    return _fault(item, "the process that read it was ended, perhaps for want of memory")


def _fault(document: Document, problem: str) -> Failure:
    source = document.source
    error = InputError(source.name, problem, f"Please report it with the text {document.id!r}", index=source.index)
    return Failure(str(error))
