"""Plants one error in one language of a document, and tells where the check must point."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor import Record, extract
from extractor.record.base import PValue, Reported
from extractor.record.record import Extraction

CORPUS = Path(__file__).parents[2] / "corpus" / "texts"
SEED = Path(__file__).parents[3] / "shared" / "seed" / "cabinet.txt"

_OTHER_DIGIT = str.maketrans("0123456789０１２３４５６７８９", "3456789012３４５６７８９０１２")
_OTHER_NUMERAL = str.maketrans("一二两三四五六七八九", "三四五六七八九二三四")
_OTHER_UNIT = (
    ("个月", "周"),
    ("％", "‰"),
    ("%", "‰"),
    ("mmHg", "kPa"),
    ("岁", "天"),
    ("年", "周"),
    ("周", "年"),
)


@dataclass(frozen=True, slots=True)
class Plant:
    """A changed document, and the place of the change in the changed language's text."""

    name: str
    document: str
    place: tuple[int, int]


@cache
def clean(path: Path) -> Record:
    """The record of the document as it is."""
    return extract(path.read_text(encoding="utf-8"), id=path.stem)


def finds(plant: Plant) -> bool:
    """Whether the check reports an error at the very place of the change."""
    record = extract(plant.document, id="planted")
    errors = [f for f in record.findings if f.severity == "error"]
    return any(p.language == "zh" and p.span == plant.place for f in errors for p in f.places)


def changed_numbers(path: Path) -> Iterator[Plant]:
    """Every number of every fact of the Chinese half, its last digit changed."""
    record = clean(path)
    assert record.zh is not None
    for number in sorted({(r.span, r.text) for r in _numbers(record.zh)}):
        span, text = number
        yield _replaced(path, record.zh, span, _changed(text), f"{text} at {span[0]}")


def changed_relations(path: Path) -> Iterator[Plant]:
    """Every P value of the Chinese half with its relation turned round."""
    record = clean(path)
    assert record.zh is not None
    for p in _p_values(record.zh):
        at = p.value.span[0] - 1
        sign = record.zh.text[at]
        if sign in "<=＜＝>＞":
            other = "=" if sign in "<＜>＞" else "<"
            plant = _replaced(path, record.zh, (at, at + 1), other, f"P{sign}{p.value.text}")
            yield Plant(plant.name, plant.document, p.value.span)


def changed_units(path: Path) -> Iterator[Plant]:
    """Every estimate's unit in the Chinese half changed to another."""
    record = clean(path)
    assert record.zh is not None
    for fact in (*record.zh.estimates, *record.zh.adverse_events):
        if fact.value is None or fact.unit is None:
            continue
        last = fact.upper or fact.value
        end = last.span[1]
        for unit, other in _OTHER_UNIT:
            if record.zh.text.startswith(unit, end):
                plant = _replaced(path, record.zh, (end, end + len(unit)), other, f"{fact.value.text}{unit}")
                yield Plant(plant.name, plant.document, fact.value.span)
                break


def _replaced(path: Path, half: Extraction, span: tuple[int, int], new: str, name: str) -> Plant:
    document = path.read_text(encoding="utf-8")
    offset = document.index(half.text)
    start, end = offset + span[0], offset + span[1]
    return Plant(name, document[:start] + new + document[end:], (span[0], span[0] + len(new)))


def _changed(text: str) -> str:
    """The number with its last digit changed."""
    for table in (_OTHER_DIGIT, _OTHER_NUMERAL):
        for i in range(len(text) - 1, -1, -1):
            if text[i].translate(table) != text[i]:
                return text[:i] + text[i].translate(table) + text[i + 1 :]
    raise AssertionError(f"no digit in {text!r}")


def _numbers(value: object) -> Iterator[Reported]:
    """Every reported number below a part of a record."""
    if isinstance(value, Reported):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _numbers(one)
    elif hasattr(value, "model_fields_set"):
        for name in type(value).model_fields:  # type: ignore[attr-defined]  # every model has its fields
            yield from _numbers(getattr(value, name))


def _p_values(half: Extraction) -> list[PValue]:
    found = [*(effect.p for effect in half.effects), *(test.p for test in half.tests)]
    return [p for p in found if p is not None]
