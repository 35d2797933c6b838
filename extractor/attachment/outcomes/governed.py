"""Which phrases are not what a clause is about: those under a preposition, in a relative clause or in a condition."""

from extractor.attachment.outcomes.phrases import is_content, leads_elsewhere, tells
from extractor.attachment.row import Row

_CONDITION_REACH = 6
_DATES = ("time_anchor", "timepoint")
_COMPARED_REACH = 10
_BETWEEN = ("people", "arm", "timepoint", "article", "number", "cohort", "population")


def is_governed(row: Row, start: int, low: int) -> bool:
    """Whether a preposition opens the stretch, or stands before it with only people, times and arms between."""
    if leads_elsewhere(row, low):
        return True
    if is_in_clause(row, start, low) or (row.language.model.qualifier_follows and _is_compared(row, low)):
        return True
    if not row.language.model.qualifier_follows:
        return low > start and (row.pieces[low - 1].is_a("versus", "than") or _is_contrasted(row, low))
    for i in range(low - 1, start - 1, -1):
        piece = row.pieces[i]
        if leads_elsewhere(row, i):
            return not piece.is_a("copula")
        if not any(piece.is_a(k) for k in _BETWEEN) and not piece.is_a("verb", "auxiliary"):
            return False
    return False


def _is_compared(row: Row, low: int) -> bool:
    """Whether the stretch is one of two that are compared: 'no difference between A (5%) and B (9%)'.

    What is correlated is no group.
    """
    joined = False
    for i in range(low - 1, max(-1, low - 1 - _COMPARED_REACH), -1):
        piece = row.pieces[i]
        if piece.is_a("from", "between"):
            correlated = any(p.is_a("measure", "COR") for p in row.pieces[max(0, i - 4) : i])
            return (joined or i == low - 1) and not correlated
        if piece.is_a("and", "and") and not joined:
            joined = i == low - 1
        elif any(piece.is_a(k) for k in ("and", "comma", "semicolon", "stop", "verb", "having")):
            return False
        if not joined:
            return False
    return False


def _is_contrasted(row: Row, low: int) -> bool:
    """'(最高与最低四分位数相比, …)': no outcome is what a joining word opens and a word of comparing closes."""
    joined = row.pieces[low - 1].is_a("and", "and")
    if not joined and not row.pieces[low - 1].is_a("open"):
        return False
    for piece in row.pieces[low : low + _CONDITION_REACH * 2]:
        if piece.is_a("versus", "versus"):
            return joined
        if piece.is_a("and", "and"):
            joined = True
        elif not is_content(piece):
            return False
    return False


def is_in_clause(row: Row, start: int, low: int) -> bool:
    """Whether a relative clause or a condition holds the stretch: 'women who smoked', 'if they smoked'."""
    verb = low if tells(row.pieces[low]) else low - 1
    if verb > start and row.pieces[verb].is_a("copula") and row.pieces[verb - 1].is_a("relative", "thing"):
        return True
    if verb > start and row.pieces[verb].is_a("verb") and row.pieces[verb - 1].is_a("relative"):
        return True
    for i in range(low - 1, max(start, low - _CONDITION_REACH) - 1, -1):
        piece = row.pieces[i]
        if piece.is_a("clause", "condition"):
            return True
        if piece.is_a("comma") or piece.is_a("figure") or piece.is_a("open"):
            return False
    return False


def tells_apart(row: Row, start: int, low: int) -> bool:
    """Whether the stretch says of whom a figure is: '5% in those with gout'."""
    chain = row.pieces[start : low + 1]
    if not chain or any(p.is_a(k) for p in chain[:1] for k in ("comma", "semicolon", "and")):
        return False
    return any(p.is_a(k) for p in chain for k in ("people", "stand_in"))


def is_tied(row: Row, low: int, start: int) -> bool:
    """Whether the preposition hangs on a word of comparing: 'differences in survival', 'higher risk of relapse'."""
    piece = row.pieces[low]
    if low <= start or piece.is_a("with_condition") or not (piece.is_a("preposition") or piece.is_a("of")):
        return False
    return any(row.pieces[low - 1].is_a(k) for k in ("change", "measure", "risk_noun"))


def behind_frame(row: Row, low: int, high: int) -> int:
    """Where the stretch's own words begin, in a language that puts before a noun what qualifies it.

    Behind the tie that hangs it on people named before ('患者的血钙'), and behind a frame of time ('在入院时血钙').
    """
    first = row.pieces[low]
    if row.language.model.qualifier_follows or not first.is_a("preposition"):
        return low
    if first.is_a("time_tail"):
        dated = low > 0 and any(row.pieces[low - 1].is_a(k) for k in _DATES)
        return low + 1 if not dated and low + 1 < high and not row.pieces[low + 1].is_a("people") else low
    tails = [i for i in range(low + 1, high - 1) if row.pieces[i].is_a("time_tail")]
    return tails[-1] + 1 if tails and first.is_a("scope_word") else low
