"""Effects in every print that the pattern data allow are read back exactly; what only looks like one is none."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import TypeVar

import pytest

from extractor.attachment import Draft
from extractor.attachment.draft import Kind
from extractor.document import Abstract
from extractor.figures.figure import Quantity
from extractor.knowledge import Language, languages
from extractor.pipeline import read
from tests.grid.grid import PARTS, Printed, Stated, Told, effects, near_misses, statistics

LANGUAGES = [pytest.param(known, id=known.code) for known in languages()]
BATCH = 40
"""Sentences put into one text: fewer texts are quicker, and what one sentence hands on to the next is tried too."""

SHOWN = 25

T = TypeVar("T")


def _batches(items: Iterator[T]) -> Iterator[list[T]]:
    while batch := list(islice(items, BATCH)):
        yield batch


def _drafts(known: Language, head: str, sentences: Sequence[str], tail: str = "") -> list[list[Draft]]:
    """The effects and tests read from each sentence of one text."""
    starts, text = [], head
    for sentence in sentences:
        starts.append(len(text))
        text += sentence + " " * (known.code == "en")
    found: list[list[Draft]] = [[] for _ in sentences]
    end = len(text)
    for row in read(Abstract(known.code, text + tail)).rows:
        if row.sentence.span.start >= end:
            break
        at = sum(start < row.sentence.span.end for start in starts) - 1
        if at >= 0:
            found[at] += [d for d in row.drafts if d.kind in (Kind.EFFECT, Kind.TEST)]
    return found


def _number(quantity: Quantity | None) -> Decimal | None:
    return None if quantity is None else quantity.value


def _is_read(drafts: Sequence[Draft], told: Told | Stated) -> bool:
    if isinstance(told, Stated):
        return _is_tested(drafts, told)
    if len(drafts) != 1 or drafts[0].kind is not Kind.EFFECT:
        return False
    draft = drafts[0]
    interval = draft.interval
    if draft.figure is None or interval is None or interval.level is None:
        return False
    numbers = (_number(draft.figure.value), _number(interval.low), _number(interval.high), interval.level.percent)
    p = None if draft.p is None else f"{draft.p.relation}{draft.p.value.value}"
    wanted = tuple(Decimal(x) for x in (told.value, told.low, told.high, told.level))
    return (draft.measure, numbers, p) == (told.measure, wanted, told.p)


def _is_tested(drafts: Sequence[Draft], told: Stated) -> bool:
    if len(drafts) != 1 or drafts[0].test is None or drafts[0].p is None:
        return False
    test, p = drafts[0].test, drafts[0].p
    read_back = (test.test, test.value.value, f"{p.relation}{p.value.value}")
    return read_back == (told.test, Decimal(told.statistic), told.p)


def _shown(drafts: Sequence[Draft]) -> str:
    return "; ".join(f"{d.kind.value} {d.measure} {_number(d.figure.value) if d.figure else ''}" for d in drafts)


@pytest.mark.parametrize("known", LANGUAGES)
def test_every_print_is_read_back(known: Language) -> None:
    """Measure, number, bounds, level and P value of each effect, with nothing beside it; and of each test."""
    wrong: list[str] = []
    for batch in _batches(chain(effects(known), statistics(known))):
        read_back = _drafts(known, PARTS[known.code]["head"], [one.text for one in batch])
        wrong += [
            f"{one.text} -> {_shown(d)}" for one, d in zip(batch, read_back, strict=True) if not _is_read(d, one.told)
        ]
    assert not wrong, f"{len(wrong)}: " + "\n".join(wrong[:SHOWN])


@pytest.mark.parametrize("known", LANGUAGES)
def test_what_only_looks_alike_is_no_comparison(known: Language) -> None:
    """Design numbers, limits, doses, vital signs and intervals of one group give neither effect nor test."""
    wrong: list[str] = []
    for section in ("methods", "results"):
        sentences = (text for where, text in near_misses(known) if where == section)
        for batch in _batches(sentences):
            found = _drafts(
                known, PARTS[known.code][section], batch, PARTS[known.code]["results"] * (section == "methods")
            )
            wrong += [f"{text} -> {_shown(drafts)}" for text, drafts in zip(batch, found, strict=True) if drafts]
    assert not wrong, f"{len(wrong)}: " + "\n".join(wrong[:SHOWN])


def test_the_grid_is_the_same_each_time() -> None:
    """Neither the order of a set nor chance has a part in it."""
    known = languages()[0]
    first: list[Printed] = list(islice(effects(known), BATCH))
    assert first == list(islice(effects(known), BATCH))
    assert len({one.text for one in effects(known)}) > SHOWN * BATCH
