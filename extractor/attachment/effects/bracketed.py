"""Differences alone in the bracket behind what was compared: 'lower with A than with B (-0.9 [-1.4 to -0.4])'."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.figures import Figure

_ARM_REACH = 4
_FIGURE_REACH = 3
_BRACKET_REACH = 12
_COMPARING = ("comparative", "change")


def in_bracket(row: Row, draft: Draft, figure: Figure) -> tuple[str, int] | None:
    """MD for the only figure of a bracket, with its bounds, in a clause that sets one arm against another.

    A number without a unit must be below zero, or its bounds: the groups' own figures and ratios are printed so too.
    """
    bounds = draft.interval or figure.bounds
    at = draft.position - 1
    if bounds is None or bounds.low is None or bounds.high is None or figure.value is None or at < 0:
        return None
    if not row.pieces[at].is_a("open") or (figure.unit is None and bounds.low.value >= 0):
        return None
    if not bounds.low.value <= figure.value.value <= bounds.high.value or not _is_alone(row, draft.position):
        return None
    start, end = _clause(row, at)
    told = [i for i in range(start, at) if any(row.pieces[i].is_a(k) for k in _COMPARING)]
    against = next((i for i in range(start, end) if _sets_against_arm(row, i, at)), None)
    if not told or against is None or (against < at and any(_has_number(row, i) for i in range(start, against))):
        return None
    return "MD", told[-1]


def _has_number(row: Row, i: int) -> bool:
    """Whether a figure stands there that is no size."""
    draft = row.at(i)
    return draft is not None and draft.figure is not None and not draft.figure.size_mark


def shares_behind(row: Row, position: int) -> tuple[Figure, Figure] | None:
    """The two percentages that the next bracket sets against each other: 'fell by 25% in all (8.4% versus 6.3%)'."""
    for i in row.rightwards(position):
        if row.pieces[i].is_a("open"):
            break
        if row.at(i) is not None or row.pieces[i].is_a("stop") or i - position > _BRACKET_REACH:
            return None
    else:
        return None
    one, other = row.at(i + 1), row.at(i + 3)
    if one is None or other is None or one.figure is None or other.figure is None:
        return None
    contrasted = row.pieces[i + 2].is_a("versus") and one.figure.is_percent and other.figure.is_percent
    return (one.figure, other.figure) if contrasted else None


def _is_alone(row: Row, position: int) -> bool:
    """Whether no other figure follows in the bracket, sizes apart."""
    depth = 0
    for i in row.rightwards(position):
        piece = row.pieces[i]
        depth += piece.is_a("open") - piece.is_a("close")
        if depth < 0:
            return True
        if piece.is_a("versus") or _has_number(row, i):
            return False
    return True


def _clause(row: Row, at: int) -> tuple[int, int]:
    """From the last full stop or semicolon outside brackets before the position to the next behind it."""
    start, depth = 0, 0
    for i in row.leftwards(at):
        piece = row.pieces[i]
        depth += piece.is_a("close") - piece.is_a("open")
        if depth <= 0 and (piece.is_a("stop") or piece.is_a("semicolon")):
            start = i + 1
            break
    depth = 0
    for i in range(at, len(row.pieces)):
        piece = row.pieces[i]
        depth += piece.is_a("open") - piece.is_a("close")
        if depth <= 0 and (piece.is_a("stop") or piece.is_a("semicolon")):
            return start, i
    return start, len(row.pieces)


def _names_time(row: Row, start: int, end: int) -> bool:
    """Whether a time is compared with: 'lower than at baseline'."""
    return any(p.is_a("timepoint") or p.is_a("time_anchor") for p in row.between(start, end))


def _sets_against_arm(row: Row, i: int, bracket: int) -> bool:
    """Whether the word there sets the subject against an arm that has no figure of its own."""
    piece = row.pieces[i]
    if not (piece.is_a("versus", "versus") or piece.is_a("versus", "than") or piece.is_a("than")):
        return False
    behind = row.pieces[i + 1 : i + 1 + _ARM_REACH]
    arm = next((i + 1 + k for k, p in enumerate(behind) if p.is_a("arm")), None)
    if arm is None:
        return piece.is_a("versus", "than") and 0 < bracket - i <= _ARM_REACH and not _names_time(row, i, bracket)
    for k in range(arm + 1, min(arm + 1 + _FIGURE_REACH, len(row.pieces))):
        if k > bracket and arm < bracket:
            break
        if _has_number(row, k):
            return False
    return True
