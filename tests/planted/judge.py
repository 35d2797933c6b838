"""Whether the check finds a planted error at its place."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from extractor.agreement import compare
from extractor.document import Abstract
from extractor.pipeline import numbers_in, registered
from extractor.record.record import Finding
from tests.planted import directions, exchanges, figures, omissions
from tests.planted.plants import Place, Planted
from tests.planted.texts import Bilingual, other_language
from tests.planted.told import reading

Kind = Callable[[Bilingual, str], Iterator[Planted]]

KINDS: Final[tuple[Kind, ...]] = (
    figures.digits,
    figures.transpositions,
    figures.points,
    figures.signs,
    figures.units,
    figures.relations,
    figures.bounds,
    figures.magnitudes,
    exchanges.arms,
    exchanges.cohorts,
    exchanges.outcomes,
    omissions.sentence,
    omissions.clause,
    figures.registrations,
    directions.words,
)
_CLAIMS: Final = frozenset(("error", "warning"))


def sample(kind: Kind, text: Bilingual, language: str, most: int) -> list[Planted]:
    """Up to `most` errors of a kind, always the same ones."""
    planted = list(kind(text, language))
    if len(planted) <= most:
        return planted
    chance = random.Random(f"{planted[0].kind} {text.id} {language}")  # noqa: S311 - a choice, not a secret
    return chance.sample(planted, most)


def findings(en: Abstract, zh: Abstract) -> tuple[Finding, ...]:
    """What the check says of two abstracts."""
    found = (registered(en), registered(zh))
    return compare(reading(en), reading(zh), registrations=found, numbers_in=numbers_in)[1]


@cache
def _clean(en: Abstract, zh: Abstract) -> frozenset[tuple[str, str]]:
    return frozenset((f.code, f.message) for f in findings(en, zh) if f.severity in _CLAIMS)


def new_findings(planted: Planted) -> list[Finding]:
    """The errors and warnings that the clean text does not have."""
    halves = planted.text.halves
    clean = {code: half.abstract for code, half in halves.items()}
    known = _clean(clean["en"], clean["zh"])
    changed = {**clean, planted.language: replace(clean[planted.language], text=planted.changed)}
    found = findings(changed["en"], changed["zh"])
    return [f for f in found if f.severity in _CLAIMS and (f.code, f.message) not in known]


def caught(planted: Planted) -> bool:
    """Whether new findings point at every place of the change, or at what is missing."""
    found = new_findings(planted)
    if planted.missing:
        return any(_points_at(found, other_language(planted.language), place) for place in planted.missing)
    return blamed(planted, found)


def blamed(planted: Planted, found: list[Finding]) -> bool:
    """Whether these findings point at every place of the change."""
    return all(_points_at(found, planted.language, place) for place in planted.places)


def _points_at(found: list[Finding], language: str, place: Place) -> bool:
    return any(p.language == language and meet(p.span, place) for f in found for p in f.places)


def meet(one: Place, other: Place) -> bool:
    """Whether two places share a letter."""
    return one[0] < other[1] and other[0] < one[1]
