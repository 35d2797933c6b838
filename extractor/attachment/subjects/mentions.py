"""How a sentence speaks of its arms: which it is about, and which others are only compared with."""

from collections.abc import Sequence

from extractor.attachment.row import Row

_LEADS = ("article", "preposition", "to", "of", "people", "having", "relative", "copula")
"""What may stand between 'compared with' and the arm it leads to."""


def arms_spoken_of(row: Row, named: Sequence[int]) -> tuple[str, ...]:
    """The arms once each: first those the sentence speaks of, then those it only compares with."""
    spoken = [e for i in named if not is_led(row, i) and (e := row.pieces[i].entity)]
    led = [e for i in named if is_led(row, i) and (e := row.pieces[i].entity)]
    return tuple(dict.fromkeys([*spoken, *led]))


def is_led(row: Row, at: int) -> bool:
    """Whether others are compared with the arm named there: 'than placebo', 'versus the X group', 与X组相比."""
    i = at - 1
    while i >= 0 and any(row.pieces[i].is_a(k) for k in _LEADS) and not row.pieces[i].is_a("versus"):
        i -= 1
    if i < 0:
        return False
    if any(row.pieces[i].is_a(k) for k in ("versus", "than", "p_relation")):
        return True
    follow = row.pieces[at + 1 : at + 3]
    compares = bool(follow) and (follow[0].is_a("versus") or follow[0].is_a("comparing"))
    bracketed = row.pieces[i].is_a("and") and compares
    return bracketed and not (i > 0 and row.pieces[i - 1].is_a("arm"))


def other_arm(row: Row, arm: str | None) -> str | None:
    """The trial's one other arm; None where it has more or fewer than two."""
    rest = [a for a in row.arms if a != arm]
    return rest[0] if arm in row.arms and len(rest) == 1 else None
