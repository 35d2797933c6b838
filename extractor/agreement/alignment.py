"""Which arm, cohort and outcome of one language is which of the other's."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Final

from rapidfuzz import fuzz

from extractor.agreement.assignment import assign
from extractor.agreement.entities import Carried, Entity
from extractor.agreement.numbers import telling_digits

_COMPARATORS: Final = frozenset(("active_comparator", "placebo", "no_treatment", "control"))
_ACCEPTED: Final = 16
_STRONG: Final = 34
_UNLIKE: Final = -2
_NEAR: Final = 88
_LONG: Final = 5


class Relation(Enum):
    """How what one fact hangs on relates to what the other hangs on."""

    SAME = "same"
    LIKELY = "likely"
    UNKNOWN = "unknown"
    NEITHER = "neither"
    ONE_SIDED = "one-sided"
    APART = "apart"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Match:
    """Two entities that are the same; `strong` where more than order and role says so."""

    left: str
    right: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Matching:
    """The entities of one kind, aligned one to one."""

    matches: tuple[Match, ...]
    of_left: dict[str, Match] = field(init=False, compare=False, repr=False)
    of_right: dict[str, Match] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "of_left", {m.left: m for m in reversed(self.matches)})
        object.__setattr__(self, "of_right", {m.right: m for m in reversed(self.matches)})

    def relation(self, left: str | None, right: str | None) -> Relation:
        """How an entity of the left relates to one of the right."""
        if left is None or right is None:
            return Relation.NEITHER if left == right else Relation.ONE_SIDED
        of_left, of_right = self.of_left.get(left), self.of_right.get(right)
        if of_left is None or of_right is None:
            return Relation.UNKNOWN
        if of_left is of_right:
            return Relation.SAME if of_left.strong else Relation.LIKELY
        # What hangs on a weak match may hang on the other just as well.
        return Relation.DIFFERENT if of_left.strong and of_right.strong else Relation.APART

    def partner(self, left: str | None) -> str | None:
        """The right entity of a left one."""
        found = self.of_left.get(left) if left is not None else None
        return found.right if found else None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Everything that facts hang on, aligned."""

    arms: Matching
    cohorts: Matching
    outcomes: Matching


@dataclass(frozen=True, slots=True)
class Vote:
    """Two entities of which a pair of equal facts says that they are the same."""

    left: str
    right: str


def align_arms(left: tuple[Entity, ...], right: tuple[Entity, ...], votes: tuple[Vote, ...] = ()) -> Matching:
    """Arms by drug, role, Latin name, numbers and order."""
    return _align(left, right, votes, order=20)


def align_others(left: tuple[Entity, ...], right: tuple[Entity, ...], votes: tuple[Vote, ...] = ()) -> Matching:
    """Cohorts or outcomes by code, Latin name, numbers and order."""
    return _align(left, right, votes, order=12)


def _align(left: tuple[Entity, ...], right: tuple[Entity, ...], votes: tuple[Vote, ...], order: int) -> Matching:
    common_words = Counter(word for e in right for word in e.latin)
    common_numbers = Counter(c for e in right for c in e.carried)
    counted = Counter(votes)

    def evidence(a: Entity, b: Entity) -> int:
        return (
            _concepts(a, b)
            + _latin(a, b, common_words)
            + _name_digits(a, b)
            + _doses(a, b)
            + min(8 * counted[Vote(a.id, b.id)] + _numbers(a, b, common_numbers) // (2 if votes else 1), 60)
        )

    known = [[evidence(a, b) for b in right] for a in left]

    def gain(i: int, j: int) -> int:
        a, b = left[i], right[j]
        return (
            known[i][j]
            + _role(a, b)
            + _shape(a, b)
            + _order(a, b, order if len(left) == len(right) else order * 2 // 3)
        )

    # Scaled so that the nearer in order wins a tie, whatever the order of the record's lists.
    pairs = assign(
        len(left),
        len(right),
        lambda i, j: max(gain(i, j) - _ACCEPTED, 0) * 100 - min(abs(left[i].rank - right[j].rank), 50),
    )
    found = [Match(left[i].id, right[j].id, known[i][j] + _role(left[i], right[j]) >= _STRONG) for i, j in pairs]
    rest_left = sorted(set(range(len(left))) - {i for i, _ in pairs}, key=lambda i: left[i].rank)
    rest_right = sorted(set(range(len(right))) - {j for _, j in pairs}, key=lambda j: right[j].rank)
    # As many left over on either side are taken to be the same in their order, if nothing speaks against it.
    if len(rest_left) == len(rest_right):
        found += [
            Match(left[i].id, right[j].id, strong=False)
            for i, j in zip(rest_left, rest_right, strict=True)
            if known[i][j] >= 0 and _role(left[i], right[j]) >= _UNLIKE and _shape(left[i], right[j]) >= 0
        ]
    return Matching(tuple(found))


def _concepts(a: Entity, b: Entity) -> int:
    if not a.concepts or not b.concepts:
        return 0
    common = len(a.concepts & b.concepts)
    if not common:
        return -50
    return 20 + 50 * common // len(a.concepts | b.concepts)


def _latin(a: Entity, b: Entity, common: Counter[str]) -> int:
    """Words that both print; one language's names are all Latin, so only what the other prints can count."""
    shared = a.latin & b.latin
    best = max((24 // max(common[word], 1) for word in shared), default=0)
    if not shared and any(min(len(x), len(y)) >= _LONG and fuzz.ratio(x, y) >= _NEAR for x in a.latin for y in b.latin):
        best = 16
    return min(best + 8 * max(len(shared) - 1, 0), 48)


def _name_digits(a: Entity, b: Entity) -> int:
    if not a.digits or not b.digits:
        return 0
    return 16 if a.digits & b.digits else -8


def _doses(a: Entity, b: Entity) -> int:
    if not a.doses or not b.doses:
        return 0
    return 14 if a.doses & b.doses else -4


def _numbers(a: Entity, b: Entity, common: Counter[Carried]) -> int:
    return sum(_weight(c.number) // common[c] for c in a.carried & b.carried)


def _weight(number: Decimal) -> int:
    return (4, 8, 12, 13)[min(telling_digits(number), 4) - 1]


def _role(a: Entity, b: Entity) -> int:
    if a.role is None or b.role is None:
        return 0
    if a.role == b.role:
        return 24 if a.role in _COMPARATORS or a.role == "experimental" else 4
    if {a.role, b.role} <= _COMPARATORS:
        return 14
    return -30 if {a.role, b.role} & _COMPARATORS else -2


def _shape(a: Entity, b: Entity) -> int:
    if not a.shapes or not b.shapes:
        return 0
    return 6 if a.shapes & b.shapes else -8


def _order(a: Entity, b: Entity, weight: int) -> int:
    distance = abs(a.rank - b.rank)
    if distance:
        return max(weight // 3 - 2 * (distance - 1), 0)
    return weight
