"""Treatments that people received one or another of: '183 participants received metformin or placebo'."""

from collections.abc import Sequence

from extractor.entities.arms.alternatives import alternatives, opens_treatment
from extractor.entities.arms.assignments import MOST_LISTED, dosed, entry_of
from extractor.pieces import Piece


def received_names(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """The treatments that people received one or another of: '183 participants received metformin or placebo'.

    Known ones beside a placebo, and any behind 'either'; not what 'patients receiving either X or Y' only have.
    """
    entry = next((i for i, p in enumerate(pieces) if _is_received_by_people(pieces, i) and p.is_a("assigned")), None)
    if entry is None:
        return []
    pieces = pieces[: _list_end(pieces, entry + 1)]
    parts = list(alternatives(pieces, entry + 1))
    joined = [p for p in pieces[entry + 1 :] if p.is_a("and", "or")]
    entries = [e for part in parts if any(e := entry_of(part))]
    led = entry + 1 < len(pieces) and pieces[entry + 1].is_a("both", "either")
    led = led and not pieces[entry].is_a("preposition")
    known = led or all(_is_named(name) for name, _ in entries)
    told = led or any(_is_placebo(name) for name, _ in entries)
    if not joined or not known or not told or len(entries) != len(parts):
        return []
    names = dosed(entries)
    return names[:MOST_LISTED] if len(names) >= 2 else []


def _list_end(pieces: Sequence[Piece], start: int) -> int:
    """Where the list of treatments ends: at a comma outside brackets behind which none opens."""
    depth = 0
    for i in range(start, len(pieces)):
        piece = pieces[i]
        depth += piece.is_a("open") - piece.is_a("close")
        joined = i + 1 < len(pieces) and pieces[i + 1].is_a("and")
        if depth == 0 and piece.is_a("comma") and not joined and not opens_treatment(pieces, i + 1):
            return i
    return len(pieces)


def _is_received_by_people(pieces: Sequence[Piece], at: int) -> bool:
    """Whether people are spoken of before the word for receiving."""
    return pieces[at].is_a("assigned", "received") and any(p.is_a("people") for p in pieces[:at])


def _is_named(name: Sequence[Piece]) -> bool:
    """Whether a treatment is named: a known one, or a single word beside the placebo."""
    return any(p.is_a("drug") or _is_placebo((p,)) for p in name) or (len(name) == 1 and name[0].is_a("word"))


def _is_placebo(name: Sequence[Piece]) -> bool:
    return any(p.is_a("arm_role", "placebo") for p in name)
