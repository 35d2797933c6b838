"""Whether the check finds a planted error at its place."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from extractor.agreement import compare
from extractor.assembly import assemble
from extractor.document import Abstract
from extractor.pipeline import numbers_in, read, registered
from extractor.record.record import Extraction, Finding
from tests.planted import directions, exchanges, figures, omissions
from tests.planted.plants import Planted
from tests.planted.texts import Bilingual, other_language

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


@cache
def _read(abstract: Abstract) -> Extraction:
    return assemble(read(abstract))


def findings(en: Abstract, zh: Abstract) -> tuple[Finding, ...]:
    """What the check says of two abstracts."""
    found = (registered(en), registered(zh))
    return compare(_read(en), _read(zh), registrations=found, numbers_in=numbers_in)[1]


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
    pointed = {(p.language, p.span) for f in new_findings(planted) for p in f.places}

    def is_pointed(language: str, place: tuple[int, int]) -> bool:
        return any(code == language and a < place[1] and place[0] < b for code, (a, b) in pointed)

    if planted.missing:
        return any(is_pointed(other_language(planted.language), place) for place in planted.missing)
    return all(is_pointed(planted.language, place) for place in planted.places)
