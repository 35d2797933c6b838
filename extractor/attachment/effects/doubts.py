"""What makes it doubtful that an everyday word such as 'difference' announces the figure behind it."""

from collections.abc import Sequence

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.pieces import Piece

_CONTRAST_REACH = 4
_TWIN_REACH = 8
_DENIAL_REACH = 4
_NEW_CLAUSE = ("having", "occurring", "semicolon", "colon", "stop", "clause", "verb")


def is_doubtful(row: Row, at: int, draft: Draft) -> bool:
    """Whether the figure behind the word at `at` is more likely a group's own, a limit, or a count of things."""
    if row.pieces[draft.position - 1].is_a("limit_word") or _is_worded(row, draft) or _is_start_of_change(row, draft):
        return True
    if _is_contrasted(row, at, draft) or _is_denied(row, at, draft):
        return True
    return _has_statistic(row, at, draft) or _is_told_already(row, at, draft)


def _is_denied(row: Row, at: int, draft: Draft) -> bool:
    """'No difference in survival (74% …)': what is denied has no number, unless its interval holds the zero.

    A label in brackets of its own is not denied: 'not for mood (difference, 0.4)'.
    """
    before = row.pieces[max(0, at - _DENIAL_REACH) : at]
    denied = next((k for k in range(len(before) - 1, -1, -1) if before[k].is_a("negation")), None)
    if denied is None or any(p.is_a("comma") or p.is_a("open") for p in before[denied:]):
        return False
    bounds = draft.interval or (draft.figure.bounds if draft.figure else None)
    return bounds is None or bounds.low is None or bounds.low.value >= 0


def _is_told_already(row: Row, at: int, draft: Draft) -> bool:
    """'The difference was large, and weight with A was 70 kg': the label has its verb, the figure has another."""
    between = [row.pieces[i] for i in row.outside(draft.position) if i > at]
    return bool(between) and _is_verb(between[0]) and any(_is_verb(p) for p in between[1:])


def _has_statistic(row: Row, at: int, draft: Draft) -> bool:
    """'differences were small (mean, 68.0; …)': a bracket that names a statistic has the groups' own figures."""
    between = row.between(at, draft.position)
    opened = next((k for k, p in enumerate(between) if p.is_a("open")), None)
    return opened is not None and any(p.is_a("statistic") for p in between[opened:])


def _is_start_of_change(row: Row, draft: Draft) -> bool:
    """'reduced the rate of death from 41% to 13%': the groups' or the times' own figures."""
    before, behind = row.pieces[draft.position - 1], row.pieces[draft.position + 1 : draft.position + 3]
    return before.is_a("from") and len(behind) > 1 and behind[0].is_a("to") and behind[1].is_a("figure")


def _is_contrasted(row: Row, at: int, draft: Draft) -> bool:
    """Whether the next figure is set against this one, so that both are the groups' own: '81% v 75%', '8%和9%'."""
    following = next((d for d in row.drafts if d.position > draft.position and d.figure), None)
    if following is None or following.figure is None or draft.figure is None:
        return False
    between = row.between(draft.position, following.position)
    before = row.between(at, draft.position)
    if _is_twin(before, between) and (draft.interval is None) == (following.interval is None):
        return draft.figure.unit == following.figure.unit
    if any(p.is_a("close") or p.is_a("semicolon") or p.is_a("measure") for p in between):
        return False
    if any(p.is_a("versus") for p in between):
        return len(between) <= _CONTRAST_REACH and not any(p.is_a("comma") for p in between)
    bare = draft.interval is None and following.interval is None and draft.figure.unit == following.figure.unit
    listed = any(p.is_a("open") or p.is_a("respectively") for p in before)
    return bare and listed and len(between) <= _CONTRAST_REACH


def _is_twin(before: Sequence[Piece], between: Sequence[Piece]) -> bool:
    """Whether two figures stand in brackets of their own behind two names: 'between A (65%) and B (68%)'."""
    if not before or not before[-1].is_a("open") or not between or not between[-1].is_a("open"):
        return False
    joined = any(p.is_a("and") or p.is_a("versus") for p in between)
    return joined and len(between) <= _TWIN_REACH and not any(p.is_a("measure") for p in between)


def _is_worded(row: Row, draft: Draft) -> bool:
    """Whether the number is written in words: 'differences in two joints'."""
    value = draft.figure.value if draft.figure else None
    return value is not None and not any(c.isdigit() for c in value.span.of(row.view))


def is_stated(row: Row, at: int, position: int) -> bool:
    """'The difference in change of weight between A and B was 3 kg': the figure is what the label is said to be."""
    between = [row.pieces[i] for i in row.outside(position) if i > at]
    if not between or not _is_verb(between[0]):
        return False
    return not any(_is_verb(p) or any(p.is_a(kind) for kind in _NEW_CLAUSE) for p in between[1:])


def _is_verb(piece: Piece) -> bool:
    """Whether the piece is a form of 'to be', which 'of' and 'at' may stand for but are not."""
    return piece.is_a("copula") and not piece.is_a("of") and not piece.is_a("preposition")
