"""Plants one error in one language of a document, and tells where the check must point."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path

from extractor import Record, extract
from extractor.agreement import compare
from extractor.assembly import assemble
from extractor.document import Abstract
from extractor.pipeline import numbers_in, read
from extractor.record.base import PValue, Reported
from extractor.record.facts import AdverseEvent, Estimate
from extractor.record.record import Extraction, Finding
from extractor.text.layout import lay_out

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


_MINUS = "-−–－"
_POINTS = ".·．"
_SIGNED = frozenset(("MD", "RD", "SMD", "BETA", "COR"))


@dataclass(frozen=True, slots=True)
class Plant:
    """A document, its Chinese half with one error in it, and the places of the change in that half."""

    name: str
    path: Path
    text: str
    places: tuple[tuple[int, int], ...]


@cache
def clean(path: Path) -> Record:
    """The record of the document as it is."""
    return extract(path.read_text(encoding="utf-8"), id=path.stem)


@cache
def _abstract(path: Path) -> Abstract:
    return lay_out(path.read_text(encoding="utf-8")).abstracts["zh"]


def findings(plant: Plant) -> tuple[Finding, ...]:
    """What the check says of the changed document; only the half that was changed is read again."""
    english = clean(plant.path).en
    assert english is not None
    chinese = assemble(read(replace(_abstract(plant.path), text=plant.text)))
    return compare(english, chinese, numbers_in=numbers_in)[1]


def finds(plant: Plant) -> bool:
    """Whether the check reports an error at every place of the change."""
    found = {p.span for f in findings(plant) if f.severity == "error" for p in f.places if p.language == "zh"}
    return set(plant.places) <= found


def missed(plants: Iterable[Plant]) -> list[str]:
    """The names of the errors that the check does not find."""
    return [plant.name for plant in plants if not finds(plant)]


def changed_numbers(path: Path) -> Iterator[Plant]:
    """Every number of every fact of the Chinese half, its last digit changed."""
    record = clean(path)
    assert record.zh is not None
    for number in sorted({(r.span, r.text) for r in numbers(record.zh)}):
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
            yield replace(plant, places=(p.value.span,))


def changed_units(path: Path) -> Iterator[Plant]:
    """Every estimate's unit in the Chinese half changed to another."""
    record = clean(path)
    assert record.zh is not None
    for fact in _figures(record.zh):
        if fact.value is None or fact.unit is None or not fact.value.value:
            continue  # nothing per cent is nothing per mille
        last = fact.upper or fact.value
        end = last.span[1]
        for unit, other in _OTHER_UNIT:
            if record.zh.text.startswith(unit, end):
                plant = _replaced(path, record.zh, (end, end + len(unit)), other, f"{fact.value.text}{unit}")
                yield replace(plant, places=(fact.value.span,))
                break


def exchanged_arms(path: Path) -> Iterator[Plant]:
    """Every two figures of one kind about two arms, so read in both halves, their values exchanged in the Chinese."""
    record = clean(path)
    assert record.en is not None
    assert record.zh is not None
    assert record.agreement is not None
    english = {fact.id: fact for fact in _figures(record.en)}
    partners = {pair.zh: english[pair.en] for pair in record.agreement.pairs if pair.en in english}
    figures = [fact for fact in _figures(record.zh) if fact.id in partners]
    for one, other in combinations(figures, 2):
        alike = _about_two_arms(one, other) and _about_two_arms(partners[one.id], partners[other.id])
        if one.value and other.value and alike and one.value.value != other.value.value:
            yield _exchanged(path, record.zh, one.value, other.value)


def changed_signs(path: Path) -> Iterator[Plant]:
    """Every minus sign of the Chinese half lost, and one added where a number may have one."""
    record = clean(path)
    assert record.zh is not None
    signed = [
        *(f.value for f in _figures(record.zh) if f.change),
        *(e.value for e in record.zh.effects if e.measure in _SIGNED),
    ]
    free = {n.span for n in signed if n}
    for span, text in sorted({(r.span, r.text) for r in numbers(record.zh)}):
        if text[0] in _MINUS:
            yield _replaced(path, record.zh, span, text[1:], f"{text} at {span[0]} without its sign")
        elif span in free:
            yield _replaced(path, record.zh, span, f"-{text}", f"{text} at {span[0]} with a sign")


def moved_points(path: Path) -> Iterator[Plant]:
    """Every decimal number of the Chinese half, its point moved one digit to the right."""
    record = clean(path)
    assert record.zh is not None
    for span, text in sorted({(r.span, r.text) for r in numbers(record.zh)}):
        if any(c in _POINTS for c in text) and any(c in "123456789" for c in text) and not text[-1].isalpha():
            yield _replaced(path, record.zh, span, _tenfold(text), f"{text} at {span[0]} tenfold")


def _figures(half: Extraction) -> tuple[Estimate, ...]:
    return (*half.estimates, *half.adverse_events)


def _about_two_arms(one: Estimate, other: Estimate) -> bool:
    return one.arm is not None and other.arm is not None and one.arm != other.arm and _subject(one) == _subject(other)


def _subject(fact: Estimate) -> tuple[object, ...]:
    """What a figure is about, its arm left out."""
    event = (fact.term, fact.grade and fact.grade.text) if isinstance(fact, AdverseEvent) else ()
    time = fact.timepoint and fact.timepoint.text
    return (fact.statistic, fact.outcome, time, fact.cohort, fact.unit, *event)


def _replaced(path: Path, half: Extraction, span: tuple[int, int], new: str, name: str) -> Plant:
    start, end = span
    return Plant(name, path, half.text[:start] + new + half.text[end:], ((start, start + len(new)),))


def _exchanged(path: Path, half: Extraction, one: Reported, other: Reported) -> Plant:
    first, last = sorted((one, other), key=lambda r: r.span)
    (start, end), (later, after) = first.span, last.span
    text = half.text[:start] + last.text + half.text[end:later] + first.text + half.text[after:]
    places = ((start, start + len(last.text)), (after - len(first.text), after))
    return Plant(f"{first.text} and {last.text} at {start}", path, text, places)


def _tenfold(text: str) -> str:
    """The number with its decimal point one digit further right."""
    at = next(i for i, c in enumerate(text) if c in _POINTS)
    moved = text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
    sign = moved[:1] if moved[:1] in _MINUS else ""
    digits = moved[len(sign) :].rstrip(_POINTS).lstrip("0")
    return sign + ("0" if digits[:1] in _POINTS else "") + digits


def _changed(text: str) -> str:
    """The number with its last digit changed."""
    for table in (_OTHER_DIGIT, _OTHER_NUMERAL):
        for i in range(len(text) - 1, -1, -1):
            if text[i].translate(table) != text[i]:
                return text[:i] + text[i].translate(table) + text[i + 1 :]
    raise AssertionError(f"no digit in {text!r}")


def numbers(value: object) -> Iterator[Reported]:
    """Every reported number below a part of a record."""
    if isinstance(value, Reported):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from numbers(one)
    elif hasattr(value, "model_fields_set"):
        for name in type(value).model_fields:  # type: ignore[attr-defined]  # every model has its fields
            yield from numbers(getattr(value, name))


def _p_values(half: Extraction) -> list[PValue]:
    found = [*(effect.p for effect in half.effects), *(test.p for test in half.tests)]
    return [p for p in found if p is not None]
