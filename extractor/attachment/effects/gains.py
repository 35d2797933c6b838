"""Gains in survival: nobody's own survival changes, so a change of it is a difference of groups."""

from extractor.attachment.draft import Draft
from extractor.attachment.effects.against import direction_of
from extractor.attachment.row import Row
from extractor.figures import Figure

_REACH = 10
_SURVIVAL = ("survival", "_control")
_TIMES = frozenset({"time_to_progression", "time_to_treatment_failure", "duration_of_response"})
_TIME_UNITS = frozenset({"day", "week", "month", "year"})
_LEADING = ("by", "vague", "of", "article")


def gained(row: Row, draft: Draft, figure: Figure) -> tuple[str, int] | None:
    """'Survival improved by 6 months', 'a gain of 5% in survival': MD for times, RD for points of percent."""
    if not (figure.is_percent or figure.unit in _TIME_UNITS) or figure.upper is not None:
        return None
    at = draft.position - 1
    led = False
    while at >= 0 and any(row.pieces[at].is_a(k) for k in _LEADING):
        led = led or row.pieces[at].is_a("by") or row.pieces[at].is_a("of")
        at -= 1
    change = _change_before(row, at, led=led)
    if change is None or not _is_of_survival(row, change, draft.position):
        return None
    if figure.is_percent and any(p.is_a("risk_noun") for p in row.between(change, draft.position)):
        return None
    return ("RD" if figure.is_percent else "MD"), change


def _change_before(row: Row, at: int, *, led: bool) -> int | None:
    """Where the word of change stands: right before what leads to the figure, or before what was changed by it."""
    for i in range(at, max(-1, at - _REACH), -1):
        piece = row.pieces[i]
        if direction_of(row, i) is not None and not piece.is_a("measure") and not piece.is_a("comparative"):
            return i
        if not led or row.at(i) is not None or any(piece.is_a(k) for k in ("stop", "semicolon", "comma", "from")):
            return None
    return None


def _is_of_survival(row: Row, change: int, position: int) -> bool:
    """Whether survival, or a time until something happens, is named about the change, in its clause."""
    for i in range(max(0, min(change, position) - _REACH), min(len(row.pieces), position + _REACH)):
        piece = row.pieces[i]
        if i > position and any(piece.is_a(k) for k in ("stop", "semicolon", "comma", "and")):
            return False
        code = piece.code("outcome") or ""
        if code in _TIMES or code.endswith(_SURVIVAL):
            return True
    return False
