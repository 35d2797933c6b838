"""Which fact of one language is which of the other's: by what they are about, their order, and digits."""

from dataclasses import dataclass
from typing import Final

from extractor.agreement.alignment import Alignment, Vote, align_arms, align_others
from extractor.agreement.assignment import assign
from extractor.agreement.facts import Fact, Kind
from extractor.agreement.gaps import fill_gaps
from extractor.agreement.likeness import Evidence, OwnEvidence, evidence, own_evidence
from extractor.agreement.search import Numbers
from extractor.agreement.side import Side

_ENOUGH: Final = 26
_ENOUGH_FRAME: Final = 26
_FITS_GAP: Final = 8  # what the frame of two facts alone in one gap must say at least: nothing speaks against them
_EXPLAINED: Final = (0, 12, 40)
_VAGUE: Final = 40
_NEIGHBOUR: Final = 14


@dataclass(frozen=True, slots=True)
class FactPair:
    """One fact in both languages."""

    left: Fact
    right: Fact


@dataclass(frozen=True, slots=True)
class Pairing:
    """All facts of both sides: paired, or alone."""

    alignment: Alignment
    pairs: tuple[FactPair, ...]
    left_only: tuple[Fact, ...]
    right_only: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The facts of one class on both sides, with everything that no alignment changes.

    `explained` tells of each fact whether its number stands unread in the other text, so that its
    partner was only not found.
    """

    left: tuple[Fact, ...]
    right: tuple[Fact, ...]
    own: tuple[tuple[OwnEvidence, ...], ...]
    explained_left: tuple[bool, ...]
    explained_right: tuple[bool, ...]


def _candidates(left: Side, right: Side) -> tuple[_Candidates, ...]:
    unread_left, unread_right = _unread(left), _unread(right)
    found: list[_Candidates] = []
    for kind in Kind:
        ours = tuple(f for f in left.facts if f.kind is kind)
        theirs = tuple(f for f in right.facts if f.kind is kind)
        found.append(
            _Candidates(
                ours,
                theirs,
                tuple(tuple(own_evidence(a, b) for b in theirs) for a in ours),
                tuple(_oftener(f, unread_right, unread_left) for f in ours),
                tuple(_oftener(f, unread_left, unread_right) for f in theirs),
            )
        )
    return tuple(found)


def _oftener(fact: Fact, there: Numbers, here: Numbers) -> bool:
    # A number that the conclusions repeat stands unread in both texts, which explains nothing.
    number = fact.principal.number if fact.principal else None
    return number is not None and len(there.of(number)) > len(here.of(number))


def pair_facts(left: Side, right: Side) -> Pairing:
    """Align what facts hang on, pair the facts, and let the sure pairs refine both."""
    candidates = _candidates(left, right)
    alignment, pairs = _align(left, right, ()), tuple[FactPair, ...]()
    for _ in range(2):
        before = alignment, pairs
        pairs = _pairs(candidates, alignment, pairs)
        alignment = _align(left, right, pairs)
        if (alignment, pairs) == before:
            break
    else:
        pairs = _pairs(candidates, alignment, pairs)
    taken_left, taken_right = {p.left.id for p in pairs}, {p.right.id for p in pairs}
    return Pairing(
        alignment,
        pairs,
        tuple(f for f in left.facts if f.id not in taken_left),
        tuple(f for f in right.facts if f.id not in taken_right),
    )


def _align(left: Side, right: Side, pairs: tuple[FactPair, ...]) -> Alignment:
    equal = [p for p in pairs if _principal_equal(p)]
    arms = [(p.left.arm, p.right.arm) for p in equal] + [(p.left.comparator, p.right.comparator) for p in equal]
    cohorts = [(p.left.cohort, p.right.cohort) for p in equal]
    # Of several outcomes of one fact none can be told to be the other's.
    outcomes = [
        (p.left.outcomes[0], p.right.outcomes[0])
        for p in equal
        if len(p.left.outcomes) == 1 and len(p.right.outcomes) == 1
    ]
    return Alignment(
        align_arms(left.arms, right.arms, _votes(arms)),
        align_others(left.cohorts, right.cohorts, _votes(cohorts)),
        align_others(left.outcomes, right.outcomes, _votes(outcomes)),
    )


def _votes(named: list[tuple[str | None, str | None]] | list[tuple[str, str]]) -> tuple[Vote, ...]:
    return tuple(Vote(a, b) for a, b in named if a is not None and b is not None)


def _principal_equal(pair: FactPair) -> bool:
    a = pair.left.principal
    b = pair.right.leaf(a.part) if a else None
    return a is not None and b is not None and a.number == b.number


def _pairs(
    candidates: tuple[_Candidates, ...], alignment: Alignment, anchors: tuple[FactPair, ...]
) -> tuple[FactPair, ...]:
    found = [pair for among in candidates for pair in _pairs_of(among, alignment, anchors)]
    return tuple(sorted(found, key=lambda p: (p.left.place, p.right.place, p.left.id)))


def _unread(side: Side) -> Numbers:
    read = [leaf.span for fact in side.facts for leaf in fact.leaves]
    kept = (s for s in side.numbers.standing if not any(s.span.overlaps(span) for span in read))
    return Numbers(tuple(kept))


def _pairs_of(among: _Candidates, alignment: Alignment, anchors: tuple[FactPair, ...]) -> list[FactPair]:
    left, right = among.left, among.right
    expected = _expected(left, right, anchors)
    known = [
        [evidence(a, b, alignment, own) for b, own in zip(right, line, strict=True)]
        for a, line in zip(left, among.own, strict=True)
    ]

    def gain(i: int, j: int) -> int:
        found = known[i][j]
        points = found.total + max(_NEIGHBOUR - 4 * abs(expected[i] - j), 0)
        if not found.key_equal:
            points -= _doubt(among.explained_left[i] + among.explained_right[j], found)
        return max(points - _ENOUGH, 0) * 100 - min(abs(expected[i] - j), 50)

    def fits(i: int, j: int) -> bool:
        found = known[i][j]
        explained = (among.explained_left[i] and _tells(left[i])) or (among.explained_right[j] and _tells(right[j]))
        return not explained and found.frame >= _FITS_GAP and found.digits > -_ENOUGH

    sure = list(assign(len(left), len(right), gain))
    return [FactPair(left[i], right[j]) for i, j in (*sure, *fill_gaps(left, right, sure, fits))]


def _tells(fact: Fact) -> bool:
    """Whether the number is long enough that its standing elsewhere means something: a 2 stands everywhere."""
    return fact.principal is not None and fact.principal.printed.telling > 1


def _doubt(explained: int, found: Evidence) -> int:
    """What speaks against two facts: their numbers stand unread on the other side, or the frame says little."""
    vague = found.frame < _ENOUGH_FRAME and found.digits <= 0
    return _EXPLAINED[explained] + (_VAGUE if vague else 0)


def _expected(left: tuple[Fact, ...], right: tuple[Fact, ...], anchors: tuple[FactPair, ...]) -> list[int]:
    """For each left fact, the position on the right that its nearest sure neighbour points to."""
    position = {fact.id: j for j, fact in enumerate(right)}
    partner = {p.left.id: position.get(p.right.id) for p in anchors if _principal_equal(p)}
    known = [(i, j) for i, f in enumerate(left) if (j := partner.get(f.id)) is not None]
    return [_pointed(i, known) for i in range(len(left))]


def _pointed(i: int, known: list[tuple[int, int]]) -> int:
    others = [(abs(k - i), k, j) for k, j in known if k != i]
    if not others:
        return i
    _, k, j = min(others)
    return j + i - k
