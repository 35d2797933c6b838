"""Errors between two numbers: those of two arms, two cohorts, two outcomes exchanged."""

from collections.abc import Callable, Iterator
from itertools import combinations

from tests.planted.aligned import Shared, sentences, shared
from tests.planted.plants import Planted, exchanged
from tests.planted.texts import Bilingual, GoldFact


def arms(text: Bilingual, language: str) -> Iterator[Planted]:
    """The figures of two arms exchanged."""
    yield from _exchanged("arm swap", text, language, lambda f: (f.cohort, f.outcome), lambda f: f.arm)


def cohorts(text: Bilingual, language: str) -> Iterator[Planted]:
    """The figures of two cohorts exchanged."""
    yield from _exchanged("cohort swap", text, language, lambda f: (f.arm, f.outcome), lambda f: f.cohort)


def outcomes(text: Bilingual, language: str) -> Iterator[Planted]:
    """The figures of two outcomes exchanged."""
    yield from _exchanged("outcome swap", text, language, lambda f: (f.arm, f.cohort), lambda f: f.outcome)


def _exchanged(
    kind: str,
    text: Bilingual,
    language: str,
    same: Callable[[GoldFact], object],
    varied: Callable[[GoldFact], str | None],
) -> Iterator[Planted]:
    """Two facts of one sentence that differ in nothing but `varied`, their numbers exchanged."""
    known = shared(text, language)
    facts = [f for f in text.shared(language) if f.kind == "estimates" and f.number is not None]
    for one, other in combinations(facts, 2):
        alike = one.frame == other.frame and same(one) == same(other)
        if not alike or None in (varied(one), varied(other)) or varied(one) == varied(other):
            continue
        if one.number == other.number:
            continue
        for start, end in sentences(text.halves[language].text, language):
            inside = [p for p in known if start <= p.here.digits[0] < end]
            a, b = _only(one, inside), _only(other, inside)
            if a and b:
                yield exchanged(kind, text, language, a.here.digits, b.here.digits)
                break


def _only(fact: GoldFact, inside: list[Shared]) -> Shared | None:
    # As finely printed: 16.0% is not the 16 of 16/50.
    found = [p for p in inside if p.here.value == fact.number and p.here.value.as_tuple().exponent == fact.exponent]
    return found[0] if len(found) == 1 else None
