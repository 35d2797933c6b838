"""Bilingual texts with what is known of their facts: from the corpus, or from JSON Lines with gold beside them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from extractor.document import Abstract
from extractor.text.layout import lay_out

CORPUS = Path(__file__).parents[2] / "corpus"
_FRAME = ("stat", "measure", "time", "unit", "grade", "kind")
SIGNED = frozenset(("MD", "RD", "SMD", "BETA", "COR"))
"""Measures whose value may be negative."""
_NUMBERS = ("n", "value", "upper", "stat", "p", "level", "events", "total")


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One fact as an annotator wrote it: its class, every number it holds, and what it is about."""

    id: str
    kind: str
    number: Decimal | None
    exponent: int
    bounds: tuple[Decimal, ...]
    numbers: tuple[Decimal, ...]
    signed: bool
    arm: str | None
    cohort: str | None
    outcome: str | None
    frame: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Half:
    """One language of a text; no facts where nothing was annotated."""

    abstract: Abstract
    facts: tuple[GoldFact, ...] = ()

    @property
    def text(self) -> str:
        """The abstract as printed."""
        return self.abstract.text


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in both languages; `annotated` says whether its facts are known."""

    id: str
    halves: dict[str, Half]
    annotated: bool
    differing: frozenset[str] = field(default=frozenset())

    def shared(self, language: str) -> tuple[GoldFact, ...]:
        """The facts of a language that the other states with the same numbers."""
        other = {fact.id: fact for fact in self.halves[other_language(language)].facts}
        return tuple(
            fact
            for fact in self.halves[language].facts
            if fact.id not in self.differing and fact.id in other and fact.numbers == other[fact.id].numbers
        )


def other_language(language: str) -> str:
    """The other one of the two."""
    return "zh" if language == "en" else "en"


def corpus() -> tuple[Bilingual, ...]:
    """Every text of the corpus that reports facts."""
    found = (of_file(path) for path in sorted((CORPUS / "texts").glob("*.txt")))
    return tuple(text for text in found if any(half.facts for half in text.halves.values()))


def of_file(path: Path) -> Bilingual:
    """A text of the corpus with its gold."""
    abstracts = lay_out(path.read_text(encoding="utf-8")).abstracts
    gold = json.loads((path.parents[1] / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
    halves = {code: Half(abstracts[code], tuple(_facts(gold[code]))) for code in ("en", "zh")}
    return Bilingual(path.stem, halves, annotated=True)


def of_lines(path: Path, gold: Path | None = None) -> tuple[Bilingual, ...]:
    """The bilingual texts of a JSON Lines file, with the gold of another: one object a text and language."""
    known: dict[tuple[str, str], Any] = {(g["id"], g["lang"]): g for g in _objects(gold)} if gold else {}
    found: list[Bilingual] = []
    for one in _objects(path):
        if not one.get("en") or not one.get("zh"):
            continue
        key = str(one["id"])
        halves = {
            code: Half(Abstract(code, one[code]), tuple(_facts(known.get((key, code), {})))) for code in ("en", "zh")
        }
        listed = known.get((key, "en"), {}).get("mismatches") or []
        found.append(Bilingual(key, halves, (key, "en") in known, frozenset(m["id"] for m in listed)))
    return tuple(found)


def _objects(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _facts(half: Any) -> Iterator[GoldFact]:
    for kind in ("n", "estimates", "effects", "tests"):
        for index, fact in enumerate(half.get(kind) or []):
            bounds = tuple(_read(fact.get("ci") or []))
            spread = fact.get("disp") or {}
            named = [fact.get(name) for name in _NUMBERS]
            numbers = (*_read(named), *bounds, *_read([spread.get(name) for name in ("value", "low", "high")]))
            main = tuple(_read([fact.get("n") or fact.get("value") or fact.get("events")]))
            exponent = main[0].as_tuple().exponent if main else 0
            yield GoldFact(
                id=str(fact.get("id") or f"{kind}{index}"),
                kind=kind,
                number=main[0] if main else None,
                exponent=exponent if isinstance(exponent, int) else 0,
                bounds=bounds,
                numbers=numbers,
                signed=bool(fact.get("change")) or fact.get("measure") in SIGNED,
                arm=fact.get("arm"),
                cohort=fact.get("cohort"),
                outcome=fact.get("outcome"),
                frame=(*(str(fact.get(n)) for n in _FRAME), "counted" if fact.get("value") is None else "measured"),
            )


def _read(printed: list[str | None]) -> Iterator[Decimal]:
    for text in printed:
        if text:
            try:
                yield abs(Decimal(text.lstrip("<>=≤≥~ ")))
            except InvalidOperation:
                continue
