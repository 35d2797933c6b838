"""A planted error: the changed text, and where the check has to point."""

from dataclasses import dataclass

from tests.planted.texts import Bilingual

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Planted:
    """One error in one language of a text.

    `places` lie in the changed text, and each must be pointed at. What was taken away has none: then one of
    `missing`, its counterparts in the other language, must be.
    """

    kind: str
    text: Bilingual
    language: str
    changed: str
    name: str
    places: tuple[Place, ...] = ()
    missing: tuple[Place, ...] = ()


def replaced(kind: str, text: Bilingual, language: str, place: Place, new: str) -> Planted:
    """The text with other words at one place."""
    start, end = place
    old = text.halves[language].text
    name = f"{old[max(start - 25, 0) : start]}[{old[start:end]} -> {new}]{old[end : end + 15]}".replace("\n", " ")
    places = ((start, start + max(len(new), 1)),)
    return Planted(kind, text, language, old[:start] + new + old[end:], name, places)


def exchanged(kind: str, text: Bilingual, language: str, one: Place, other: Place) -> Planted:
    """The text with two stretches in each other's place."""
    (a, b), (c, d) = sorted((one, other))
    old = text.halves[language].text
    changed = old[:a] + old[c:d] + old[b:c] + old[a:b] + old[d:]
    places = ((a, a + d - c), (d - (b - a), d))
    return Planted(kind, text, language, changed, f"{old[a:b]} and {old[c:d]}: {old[a:d]}".replace("\n", " "), places)


def dropped(kind: str, text: Bilingual, language: str, place: Place, missing: tuple[Place, ...]) -> Planted:
    """The text without a stretch, whose numbers stand at `missing` in the other language."""
    old = text.halves[language].text
    start, end = place
    name = f"without: {old[start:end].strip()}".replace("\n", " ")
    return Planted(kind, text, language, old[:start] + old[end:], name, missing=missing)
