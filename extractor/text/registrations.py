"""Trial registrations: which register, under which number, and where the text says so."""

from dataclasses import dataclass
from functools import cache

import regex

from extractor.knowledge import languages
from extractor.knowledge.language import Pattern
from extractor.spans import Span, longest_first

KIND = "registration"
_SPACE = regex.compile(r"\s+")
_PREFIX = regex.compile(r"\A[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Registration:
    """One number of one register, in the register's own spelling."""

    registry: str
    id: str
    span: Span


@cache
def _patterns() -> tuple[Pattern, ...]:
    # The last part of a pattern's id is the register's name; a common pattern comes with every language.
    found = {pattern.id: pattern for language in languages() for pattern in language.patterns_of(KIND)}
    return tuple(found.values())


def registrations(view: str) -> tuple[Registration, ...]:
    """All registrations that a view names, in text order; the same number twice is listed twice."""
    found = [
        Registration(registry, _canonical(registry, "".join(match.captures("id"))), Span(*match.span()))
        for pattern in _patterns()
        for registry in (pattern.id.removeprefix(f"{KIND}."),)
        for match in pattern.finditer(view)
    ]
    return tuple(longest_first(found, lambda registration: registration.span))


def _canonical(registry: str, printed: str) -> str:
    """The number as its register spells it: no spaces, the register's own capitals in front."""
    number = _SPACE.sub("", printed)
    if number == number.lower():
        number = number.upper()
    if number.upper().startswith(registry.upper()):
        return registry + number[len(registry) :]
    spelled: str = _PREFIX.sub(lambda letters: letters.group().upper(), number)
    return spelled
