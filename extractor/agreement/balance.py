"""Pairs without a common number, though either text tells both: two facts taken for one, or two that changed places."""

from collections.abc import Iterator
from itertools import combinations

from extractor.agreement.comparison import Both, leaf_difference
from extractor.agreement.facts import Leaf
from extractor.agreement.numbers import Difference
from extractor.agreement.pairing import FactPair, Pairing
from extractor.agreement.swaps import Swap, exchanged_parts, keeps_order

_UNEQUAL = frozenset((Difference.OTHER, Difference.MAGNITUDE))


def exchanges(pairs: tuple[FactPair, ...]) -> Iterator[Swap]:
    """Every two pairs of one class and statistic whose numbers changed places, whatever they hang on."""
    suspects = [p for p in pairs if any(d is not Difference.NONE for *_, d in _compared(p))]
    for a, b in combinations(suspects, 2):
        if a.left.kind is b.left.kind and a.left.what == b.left.what and keeps_order(a, b):
            parts = exchanged_parts(a, b)
            if parts:
                yield Swap(a, b, parts)


def without_mistaken(pairing: Pairing, both: Both, kept: tuple[Swap, ...]) -> Pairing:
    """The pairing without the pairs that share no number, though each number is told on either side."""
    safe = frozenset(p.left.id for swap in kept for p in (swap.first, swap.second))
    gone = [p for p in pairing.pairs if p.left.id not in safe and _mistaken(p, both)]
    return Pairing(
        pairing.alignment,
        tuple(p for p in pairing.pairs if p not in gone),
        tuple(sorted((*pairing.left_only, *(p.left for p in gone)), key=lambda f: f.place)),
        tuple(sorted((*pairing.right_only, *(p.right for p in gone)), key=lambda f: f.place)),
    )


def _mistaken(pair: FactPair, both: Both) -> bool:
    compared = list(_compared(pair))
    return bool(compared) and all(d in _UNEQUAL and both.balanced(a.number, b.number) for a, b, d in compared)


def _compared(pair: FactPair) -> Iterator[tuple[Leaf, Leaf, Difference]]:
    for ours in pair.left.leaves:
        theirs = pair.right.leaf(ours.part)
        if theirs is not None:
            yield ours, theirs, leaf_difference(pair, ours, theirs)
