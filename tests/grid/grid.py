"""Thousands of printed effects, put together from the words of the pattern data and the marks of `parts.toml`.

Every word of a lexicon is tried with every mark, not every combination of all: a stride through the product takes the
same few thousand each time, and changes every part from one to the next.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import gcd, prod
from pathlib import Path
from typing import Any

from extractor.knowledge import Language

PARTS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("parts.toml").read_text(encoding="utf-8"))
SIZE = 2400
_RATIOS = ("HR", "OR", "RR", "IRR", "GMR")
_DIFFERENCES = ("MD", "SMD")
_SHARES = ("RD", "RRR", "VE")
_MEASURING = "r"
"""The statistic that is a measure itself: a correlation."""

_LEADS = ("of", "=", "为")
"""How a spelling ends that leads up to its number itself: it bears no mark between."""

_PLAIN = {"·": ".", "−": "-", "＝": "=", "＜": "<"}


@dataclass(frozen=True, slots=True)
class Told:
    """An effect as it must be read: its measure, and all numbers as plain decimals."""

    measure: str
    value: str
    low: str
    high: str
    level: str
    p: str | None


@dataclass(frozen=True, slots=True)
class Stated:
    """A test as it must be read: its code, its statistic and its P value."""

    test: str
    statistic: str
    p: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A sentence, and the one effect or test that it tells."""

    text: str
    told: Told | Stated


def words(known: Language, lexicon: str, code: str | None = None) -> list[tuple[str, str]]:
    """The spellings of a lexicon with their codes, in a fixed order, as the pattern data have them."""
    found = {
        (spelling, sense.code)
        for table in (known.lexicon.exact, known.lexicon.loose)
        for spelling, senses in table.items()
        for sense in senses
        if sense.lexicon == lexicon and code in (None, sense.code)
    }
    return sorted(found)


def stride(parts: Sequence[Sequence[Any]], size: int) -> Iterator[tuple[Any, ...]]:
    """`size` of the combinations of the parts, always the same, each part changing from one to the next."""
    total = prod(len(part) for part in parts)
    step = int(total * 0.6180339887) | 1
    while gcd(step, total) > 1:
        step += 2
    for n in range(min(size, total)):
        index = n * step % total
        chosen = []
        for part in parts:
            index, k = divmod(index, len(part))
            chosen.append(part[k])
        yield tuple(chosen)


def effects(known: Language, size: int = SIZE) -> Iterator[Printed]:
    """The printed effects of a language: ratios, then shares, then differences."""
    every_sign = [*PARTS["common"]["signs"], *PARTS[known.code]["signs"]]
    yield from _effects(known, _RATIOS, "ratios", every_sign, size)
    yield from _effects(known, _SHARES, "shares", every_sign, size // 3)
    signs = [*PARTS["common"]["open_signs"], *PARTS[known.code]["signs"]]
    yield from _effects(known, _DIFFERENCES, "differences", signs, size // 3)


def _effects(known: Language, codes: Sequence[str], numbers: str, signs: Sequence[str], size: int) -> Iterator[Printed]:
    common, own = PARTS["common"], PARTS[known.code]
    labels = [w for code in codes for w in words(known, "measure", code) if not w[0].endswith(_LEADS)]
    marks = [spelling for spelling, _ in words(known, "p_mark")]
    parts = [
        common[numbers],
        signs,
        common["links"],
        labels,
        [spelling for spelling, _ in words(known, "interval_word")],
        [*common["openings"], *own["openings"]],
        common["levels"],
        common["brackets"],
        common["breaks"],
        [None, *((mark, rel, p) for mark in marks for rel in common["relations"] for p in common["p_values"])],
        [False, True],
        common["outer"],
    ]
    for values, sign, link, label, word, opening, level, bracket, cut, p, p_first, around in stride(parts, size):
        value, low, high = values
        bounds = f"{bracket[:1]}{low}{sign}{high}{bracket[1:]}"
        p_text = "" if p is None else "".join(p)
        outer = "[]" if bracket == "()" else "()" if bracket == "[]" else around
        pieces = [f"{level} {word}{opening}{bounds}", p_text]
        tail = cut.join(x for x in (reversed(pieces) if p_first else pieces) if x)
        told = f" {outer[0]}{label[0]}{link}{value}{cut}{tail}{outer[1]}"
        value, low, high = (plain(x).rstrip(" %") for x in values)
        told_p = None if p is None else plain(p[1]) + plain(p[2])
        text = own["sentence"].format(told=told if known.code == "en" else told.strip())
        yield Printed(text, Told(label[1], value, low, high, level.rstrip(" %"), told_p))


def statistics(known: Language, size: int = SIZE // 2) -> Iterator[Printed]:
    """The printed tests of a language, each a statistic with its P value."""
    common = PARTS["common"]
    parts = [
        common["statistics"],
        common["equals"],
        [name for name in words(known, "test_name") if name[1] != _MEASURING],
        common["freedom"],
        common["breaks"],
        [spelling for spelling, _ in words(known, "p_mark")],
        common["relations"],
        common["p_values"],
        common["outer"],
    ]
    for statistic, equals, (name, code), freedom, cut, mark, relation, p, outer in stride(parts, size):
        told = f"{outer[0]}{name}{freedom}{equals}{statistic}{cut}{mark}{relation}{p}{outer[1]}"
        text = PARTS[known.code]["tested"].format(told=told)
        yield Printed(text, Stated(code, plain(statistic), plain(relation) + plain(p)))


def near_misses(known: Language, size: int = SIZE) -> Iterator[tuple[str, str]]:
    """Sentences that only look alike, with the section that each stands in."""
    common, own = PARTS["common"], PARTS[known.code]
    parts = [
        [m for m in PARTS["miss"] if m["language"] == known.code],
        [s for s in (*common["signs"], *own["signs"]) if "," not in s and "and" not in s],
        [label for code in _RATIOS for label, _ in words(known, "measure", code)],
        common["ratios"],
        common["levels"],
        [spelling for spelling, _ in words(known, "interval_word")],
        [f"{mark}{rel}{p}" for mark, _ in words(known, "p_mark") for rel in "<≤" for p in ("0.05", ".05", "0.01")],
    ]
    for miss, sign, label, (value, low, high), level, word, p in stride(parts, size):
        filled = {"sign": sign, "label": label, "value": value, "low": low, "high": high}
        yield miss["section"], miss["text"].format(**filled, level=level, word=word, p=p)


def plain(text: str) -> str:
    """A number or relation as the record has it: ASCII marks, a digit before the point, no spaces."""
    for mark, ascii_mark in _PLAIN.items():
        text = text.replace(mark, ascii_mark)
    text = text.strip().replace("≤", "<=")
    return f"0{text}" if text.startswith(".") else text
