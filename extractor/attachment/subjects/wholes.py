"""Figures of everybody: sizes of the whole trial, and what is told of all behind them."""

from collections.abc import Sequence

from extractor.attachment.brackets import bracket_behind, closed_between
from extractor.attachment.draft import Draft, Kind, Subject
from extractor.attachment.row import Row


def is_of_all(row: Row, at: int, draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Whether a figure behind an arm is of everybody: of follow-up, led as a size of all, or behind such a size."""
    between = row.between(at, draft.position)
    if draft.kind is Kind.SIZE and all(any(p.is_a(k) for k in ("open", "comma", "semicolon")) for p in between):
        return _is_of_whole(row, draft)
    if any(p.is_a("outcome", "follow_up") for p in between) or _is_of_whole(row, draft):
        return True
    if draft.kind is Kind.SIZE:
        return _counts_all(row, at, draft)
    if any(_is_whole(row, d, at, draft) for d in earlier) or _is_total(row, draft.position):
        return True
    named = {row.pieces[i].entity for i in row.positions("arm") if i <= at}
    return len(named) == len(row.arms) > 1 and any(p.is_a("semicolon") for p in between)


def _counts_all(row: Row, at: int, draft: Draft) -> bool:
    """Whether a size counts everybody: 'A or B in 150 patients', 'the trial of A enrolled 150', 'A helped 150'."""
    between = row.between(at, draft.position)
    named = {row.pieces[i].entity for i in row.positions("arm") if i <= at}
    if len(named) == len(row.arms) > 1 and any(p.is_a("semicolon") for p in between):
        return True
    if _is_divided(row, draft):
        return True
    told = any(p.is_a("population") for p in between) and not row.pieces[draft.position - 1].is_a("open")
    if told and (len(named) > 1 or any(p.is_a("study_noun") for p in between)):
        return True
    return _is_led(row, draft.position) and (len(named) > 1 or not row.pieces[at - 1].is_a("preposition"))


def divides(row: Row, draft: Draft, arm_at: int) -> bool:
    """Whether the number counts those divided into several arms: 'Eighty patients were assigned to A (n = 40) or B'."""
    between = list(row.between(draft.position, arm_at))
    ahead = row.pieces[max(0, draft.position - 2) : draft.position]
    assigned = any(p.is_a("assigned", "assigned") for p in (*ahead, *between))
    counted = draft.kind is Kind.SIZE and any(p.is_a("population") for p in between)
    inside = bracket_behind(row, arm_at)
    sized = draft.kind is Kind.SIZE and any(d.kind is Kind.SIZE and d.position in inside for d in row.drafts)
    if any(p.is_a("both", "either") for p in row.pieces[max(0, arm_at - 2) : arm_at]):
        return True
    if not assigned and not counted and not sized:
        return False
    depth = 0
    for i in row.rightwards(arm_at):
        piece = row.pieces[i]
        depth += row.opened(i)
        if piece.is_a("arm") and piece.entity != row.pieces[arm_at].entity:
            return True
        counted = piece.is_a("figure") and depth <= 0 and not _is_dose(row, arm_at, i)
        if counted or piece.is_a("stop") or (piece.is_a("semicolon") and depth <= 0):
            return False
    return False


def _is_dose(row: Row, arm_at: int, at: int) -> bool:
    """Whether the figure right behind the arm is no fact: 'X, 5 mg, or placebo'."""
    draft = row.at(at)
    return draft is not None and draft.kind is Kind.ACCOUNTED and row.only(arm_at, at, ("comma",))


def _is_divided(row: Row, draft: Draft) -> bool:
    """Whether the next arm behind is the first of several that the size is divided into."""
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("arm"):
            return divides(row, draft, i)
        if any(piece.is_a(k) for k in ("figure", "comma", "semicolon", "stop")):
            return False
    return False


def _is_led(row: Row, position: int) -> bool:
    """Whether 'in' or 'among' leads the size, and no other arm with a size of its own stands beside it."""
    i = position - 1
    while i >= 0 and any(row.pieces[i].is_a(k) for k in ("article", "vague")):
        i -= 1
    if i < 0 or not row.pieces[i].is_a("scope_word"):
        return False
    sizes = [d.position for d in row.drafts if d.kind is Kind.SIZE and d.position != position]
    return not any(
        row.pieces[j].is_a("arm") for size in sizes for j in range(min(size, position) + 1, max(size, position))
    )


def _is_total(row: Row, position: int) -> bool:
    """Whether 'overall' ends what is told of the figure: '(<1% overall)'."""
    behind = row.pieces[position + 1 : position + 3]
    ends = len(behind) == 2 and any(behind[1].is_a(k) for k in ("close", "comma", "semicolon", "stop"))
    return ends and behind[0].is_a("total_mark")


def _is_whole(row: Row, size: Draft, at: int, draft: Draft) -> bool:
    """Whether a size of everybody stands between the arm and the figure: 'A in 150 patients (mean age 61)'."""
    counts = size.kind is Kind.SIZE and size.subject == Subject()
    return counts and at < size.position < draft.position and not closed_between(row, size.position, draft.position)


def _is_of_whole(row: Row, draft: Draft) -> bool:
    """Whether the figure is out of as many as the sentence counts in all: '428 patients … 24.3% (104/428)'.

    So is the second number of a fraction of which both are sizes: '40 of the 80 patients randomised'.
    """
    if any(d.kind is Kind.SIZE and d.span == draft.span and d.position < draft.position for d in row.drafts):
        return draft.kind is Kind.SIZE
    total = draft.figure.total if draft.figure is not None else None
    if total is None:
        return False
    wholes = [d for d in row.drafts if d.kind is Kind.SIZE and d.subject == Subject() and d.position < draft.position]
    return any(d.figure and d.figure.value and d.figure.value.value == total.value for d in wholes)
