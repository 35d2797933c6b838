"""Arms that no group, role or assignment names: names that the text sets against each other again and again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.entities.arms.clusters import Cluster, in_order, key_of
from extractor.entities.arms.name import ArmName
from extractor.entities.arms.places import Place, places
from extractor.knowledge import Language
from extractor.pieces.sentence import Sentence

Key = frozenset[str]
_TELLING = ("given", "versus", "people")
"""Leads that an arm has rather than an outcome, a place or a time; people have diseases too."""
_ENOUGH = 4
"""What the evidence for two names must add up to; one more where the script leaves it open where a name ends."""
_MOST_AGAIN = 2
"""How many further sentences count in which both are named."""
_NOUNS = ("word", "outcome", "adverse_event", "time_noun", "alone")


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Two names, how strongly the text sets them against each other, and in how many sentences it names both.

    `told`: each stands somewhere as a treatment or a group does; `figured`: figures stand beside the two.
    """

    keys: frozenset[Key]
    weight: int
    told: bool
    figured: bool
    sentences: int

    @property
    def is_sure(self) -> bool:
        """Whether the evidence is more than one accident."""
        spaced = all(token.isascii() for key in self.keys for token in key)
        enough = self.weight >= _ENOUGH + (not spaced)
        return enough and self.told and self.figured and self.sentences > 1


def by_rivalry(title: str | None, sentences: Sequence[Sentence], view: str, language: Language) -> list[Cluster]:
    """Arms out of the two names that are set against each other most, and of others set against these as much.

    'in 22 patients treated with ABC and 8 of those treated with AB'; 'for X 38% (12 of 32), for Y 78%'. Not the two
    drugs of one treatment (X and Y), nor what is named together once.
    """
    rows = [list(places(s, view, language)) for s in sentences]
    texts = {s.index: key_of(s.span.of(view), language) for s in sentences}
    if title:
        texts[-1] = key_of(title, language)
    known = {p.key for row in rows for p in row if p.is_known}
    known |= {p.key for row in rows for pair in _opposed(row) for p in pair if pair[1].lead == "versus"}
    told = sorted((r for r in _rivalries(rows, texts, known) if r.is_sure), key=lambda r: -r.weight)
    chosen = _most_opposed(told)
    for rival in told[1:]:
        new = (rival.keys - chosen) & known
        if len(rival.keys & chosen) == len(new) == 1 and not any(one <= k or k <= one for one in new for k in chosen):
            chosen |= new
    named: dict[Key, list[ArmName]] = {}
    for place in (p for row in rows for p in row if p.key in chosen):
        named.setdefault(place.key, []).append(_believed(place, sentences, view))
    return in_order(Cluster(key, tuple(names)) for key, names in named.items())


def _most_opposed(told: Sequence[Rivalry]) -> set[Key]:
    """The names of the first pair; where one of them is set against both together, that pair: X against X plus Y."""
    first = set(told[0].keys) if told else set()
    whole = frozenset().union(*first)
    return next((set(r.keys) for r in told[1:] if whole in r.keys and r.keys & first), first)


def _rivalries(rows: Sequence[Sequence[Place]], texts: dict[int, Key], known: set[Key]) -> Iterator[Rivalry]:
    found: dict[frozenset[Key], list[tuple[Place, Place]]] = {}
    for row in rows:
        for pair in _opposed(row):
            found.setdefault(frozenset(p.key for p in pair), []).append(pair)
    for keys, pairs in found.items():
        there = {one.name.sentence for one, other in pairs if _weight((one, other))}
        again = {i for i, text in texts.items() if i not in there and all(key <= text for key in keys)}
        weight = sum(map(_weight, pairs)) + min(len(again), _MOST_AGAIN)
        told = keys <= known and not _is_mixed(keys, [p for pair in pairs for p in pair])
        figured = any(_weight(pair) > 1 for pair in pairs)
        yield Rivalry(keys, weight, told, figured, len(there | again))


def _opposed(row: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """The neighbours that stand behind the same word or about a contrast, and the members of one list."""
    for one, other in pairwise(row):
        if one.key != other.key and other.lead in (one.lead, "versus"):
            yield one, other


def _weight(pair: tuple[Place, Place]) -> int:
    one, other = pair
    if other.lead == "between" or (other.listed and other.lead != "versus"):
        return int(other.lead == "between")
    beside = other.lead == "versus" and one.last + 2 >= other.first
    figured = 2 if other.dealt else one.figured + other.figured
    return figured + beside + (_is_told(one) or _is_told(other))


def _is_mixed(keys: frozenset[Key], found: Sequence[Place]) -> bool:
    """Whether one name has all of the other and adds to it by no plus: 'AB/CD' beside 'AB'."""
    longer = max(keys, key=len)
    added = any(p.key == longer and p.added for p in found)
    return all(key <= longer for key in keys) and not added


def _is_told(place: Place) -> bool:
    """Whether the name stands where a treatment or a group does, or is called one: 'treated with X', 'X therapy'."""
    return place.lead in _TELLING or place.called


def _believed(place: Place, sentences: Sequence[Sentence], view: str) -> ArmName:
    """The name; it needs a head word where the text has it before a noun too: early, and 'early detection'."""
    told = place.name.span.of(view).lower()
    if not told.isalpha() or place.name.drugs or place.name.role:
        return place.name
    rows = (s.pieces for s in sentences)
    before_noun = any(
        one.span.of(view).lower() == told and any(follow.is_a(k) for k in _NOUNS)
        for row in rows
        for one, follow in pairwise(row)
    )
    return replace(place.name, origin="head") if before_noun else place.name
