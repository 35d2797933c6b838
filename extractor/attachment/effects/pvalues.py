"""P values and the effects and test statistics that they belong to."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.effects.scales import share_p
from extractor.attachment.row import Row
from extractor.figures import PMention

_MARKS = ("comma", "semicolon", "open", "close", "and", "colon", "all_cue", "both", "interval", "interval_list", "unit")
_BEFORE_LABEL = (*_MARKS, "adjustment", "ci_label", "article")
_REACH = 12
"""Pieces that may stand between an effect and its P value inside one bracket."""

_STATISTIC_REACH = 4
_JOINS = ("comma", "semicolon", "and")
_LISTED = ("comma", "and")


def bind_p(row: Row) -> Row:
    """The row with the P values that belong to its effects given to them, and taken from the list of tests."""
    return share_p(_near(_common(_dealt(_led(row)))))


def join_statistics(row: Row) -> Row:
    """Statistics take the P values beside them, in order or one for all: 't = 2.49, 3.54, P < 0.05' are two tests."""
    given: dict[int, PMention] = {}
    used: set[int] = set()
    drafts = row.drafts
    runs = [list(g) for _, g in groupby(range(len(drafts)), key=lambda k: drafts[k].test is not None)]
    for before, run, following in zip([[], *runs], runs, [*runs[1:], []], strict=False):
        if drafts[run[0]].test is None:
            continue
        found = _beside(row, run, following, before[-1:] if not used.intersection(before[-1:]) else [])
        used.update(found)
        for n, k in enumerate(run):
            p = drafts[found[n] if len(found) == len(run) else found[0]].p if found else None
            if p is not None:
                given[k] = p
    kept = [
        replace(d, p=given[k], interaction=d.interaction or given[k].interaction) if k in given else d
        for k, d in enumerate(drafts)
        if k not in used
    ]
    return replace(row, drafts=tuple(kept))


def _beside(row: Row, run: list[int], following: list[int], before: list[int]) -> list[int]:
    """The P values right behind a run of statistics, all of one piece, else the one right before it."""
    drafts = row.drafts
    found = [k for k in following if _is_loose_p(drafts[k])]
    found = [k for k in found if drafts[k].position == drafts[found[0]].position]
    if found and drafts[found[0]].position - drafts[run[-1]].position <= _STATISTIC_REACH:
        return found
    first = drafts[run[0]].position
    return [k for k in before if _is_loose_p(drafts[k]) and row.only(drafts[k].position, first, _JOINS)]


def _is_loose_p(draft: Draft) -> bool:
    return draft.kind is Kind.TEST and draft.p is not None and draft.test is None


def _wants_p(draft: Draft) -> bool:
    return draft.kind is Kind.EFFECT and draft.p is None


def _dealt(row: Row) -> Row:
    """A list of P values goes in order to as many effects before it."""
    given: dict[int, PMention | None] = {}
    taken: set[int] = set()
    loose = [d for d in row.drafts if _is_loose_p(d)]
    for listed in _lists(row, loose):
        first = listed[0].position
        effects = [d for d in row.drafts if _wants_p(d) and d.position < first][-len(listed) :]
        if not effects:
            effects = _led_by(row, listed)
        if len(listed) >= 2 and len(effects) == len(listed):
            taken |= {d.position for d in listed}
            given |= {d.position: p.p for d, p in zip(effects, listed, strict=True)}
    return _given(row, given, taken)


def _led_by(row: Row, listed: Sequence[Draft]) -> list[Draft]:
    """The effects that a list of P values leads up to: '(P = .02 and .04, and effect sizes 0.51 and 0.27)'."""
    last = listed[-1].position
    behind = [d for d in row.drafts if _wants_p(d) and d.position > last][: len(listed)]
    label = behind[0].measure_at if behind else None
    return behind if label is not None and row.only(last, label, _BEFORE_LABEL) else []


def _led(row: Row) -> Row:
    """A list whose first P value stands in the tail of the last effect: 'HR 0.62 and 0.81; P<.001 and P=.07'."""
    given: dict[int, PMention | None] = {}
    taken: set[int] = set()
    for listed in _lists(row, [d for d in row.drafts if _is_loose_p(d)]):
        effects = [d for d in row.drafts if d.kind is Kind.EFFECT and d.position < listed[0].position]
        effects = effects[-len(listed) - 1 :]
        if len(effects) <= len(listed) or effects[-1].p is None or any(d.p for d in effects[:-1]):
            continue
        alike = len({d.measure for d in effects}) == 1 and not any(d.interaction for d in listed)
        if alike and row.only(effects[-1].position, listed[0].position, _LISTED):
            taken |= {d.position for d in listed}
            ps = [effects[-1].p, *(d.p for d in listed)]
            given |= {d.position: p for d, p in zip(effects, ps, strict=True)}
    kept = [d for d in row.drafts if not (d.position in taken and _is_loose_p(d))]
    return replace(row, drafts=tuple(replace(d, p=given[d.position]) if d.position in given else d for d in kept))


def _lists(row: Row, loose: Sequence[Draft]) -> list[list[Draft]]:
    """The P values of one piece, or of several with nothing but list marks between: 'P<.001 and P=.07'."""
    lists: list[list[Draft]] = []
    for draft in loose:
        last = lists[-1][-1].position if lists else None
        same = last == draft.position or (last is not None and row.only(last, draft.position, _LISTED))
        if same and draft.p is not None and not draft.p.interaction:
            lists[-1].append(draft)
        else:
            lists.append([draft])
    return lists


def _common(row: Row) -> Row:
    """One P value said to be of all goes to every effect of the list before it: 'OR 1.2和1.8, P均<0.05'."""
    given: dict[int, PMention | None] = {}
    taken: set[int] = set()
    for draft in row.drafts:
        loose = _is_loose_p(draft)
        if not (loose or (draft.kind is Kind.EFFECT and draft.p is not None)) or not _is_of_all(row, draft):
            continue
        before = [d for d in row.drafts if d.kind is Kind.EFFECT and d.position < draft.position]
        listed: list[Draft] = []
        for one in reversed(before):
            if not _wants_p(one) or any(p.is_a("stop") for p in row.between(one.position, draft.position)):
                break
            listed.append(one)
        if len(listed) + (not loose) > 1:
            taken |= {draft.position} if loose else set()
            given |= {d.position: draft.p for d in listed}
    return _given(row, given, taken)


def _near(row: Row) -> Row:
    """The P value beside each effect: behind it, or before its label."""
    given: dict[int, PMention | None] = {}
    taken: set[int] = set()
    stripped: set[int] = set()
    for draft in row.drafts:
        if not _wants_p(draft):
            continue
        test = _behind(row, draft, taken) or _before(row, draft, taken)
        if test is None:
            continue
        given[draft.position] = test.p or (test.figure.p if test.figure else None)
        (taken if test.kind is Kind.TEST else stripped).add(test.position)
    done = _given(row, given, taken)
    return done.mapped(lambda d: _without_p(d) if d.position in stripped and d.kind is not Kind.EFFECT else d)


def _without_p(draft: Draft) -> Draft:
    return replace(draft, figure=replace(draft.figure, p=None)) if draft.figure else draft


def _given(row: Row, given: dict[int, PMention | None], taken: set[int]) -> Row:
    kept = [d for d in row.drafts if not (d.position in taken and _is_loose_p(d))]
    changed = (replace(d, p=given[d.position]) if _wants_p(d) and d.position in given else d for d in kept)
    return replace(row, drafts=tuple(changed))


def _is_of_all(row: Row, draft: Draft) -> bool:
    """Whether the P value says that it is of all: 'P均<0.05', 'both P<0.05', 'P<0.001 for each comparison'."""
    piece = row.pieces[draft.position]
    told = piece if piece.is_a("p_value") else piece.part("p")
    if told is None:
        return False
    purpose = told.part("inter")
    if told.part("all") is not None or (purpose is not None and purpose.is_a("p_interaction", "each")):
        return True
    before = row.pieces[max(0, draft.position - 2) : draft.position] if piece is told else ()
    return any(p.is_a("all_cue") or p.is_a("both") for p in before)


def _behind(row: Row, effect: Draft, taken: set[int]) -> Draft | None:
    """The next P value to the right: words may come between inside the effect's own bracket or before the next one."""
    start = _tail(row, effect)
    inside = _depth(row, start) > 0
    loose, depth = True, 0
    for i in row.rightwards(start):
        piece, found = row.pieces[i], row.at(i)
        if found is not None and found.figure is not None and found.figure.size_mark and inside:
            continue
        if found is not None:
            return found if _is_loose_p(found) and i not in taken else None
        labels = piece.is_a("measure") and i != effect.measure_at
        if piece.is_a("stop") or labels or i - start > _REACH:
            return None
        depth += piece.is_a("open") - piece.is_a("close")
        marked = any(piece.is_a(k) for k in _MARKS)
        ends = any(piece.is_a(k) for k in ("comma", "semicolon", "and"))
        if depth < 0 or (ends and depth == 0 and not inside):
            loose = False
        if not marked and not loose:
            return None
    return None


def _tail(row: Row, effect: Draft) -> int:
    """Where the effect ends: at its interval, which may stand in a bracket further on."""
    if effect.interval is None or effect.interval.span.start < effect.span.end:
        return effect.position
    start = effect.interval.span.start
    at = next((i for i in row.rightwards(effect.position) if row.pieces[i].span.end > start), effect.position)
    return at if row.pieces[at].is_a("interval") else effect.position


def _before(row: Row, effect: Draft, taken: set[int]) -> Draft | None:
    """The P value before the label with nothing but marks between, also in the tail of the figure before."""
    start = effect.measure_at if effect.measure_at is not None else effect.position
    if row.pieces[start].is_a("change") or row.pieces[start].is_a("word"):
        return None
    for i in row.leftwards(start):
        found = row.at(i)
        if found is None:
            continue
        if i in taken or not row.only(i, start, _BEFORE_LABEL):
            return None
        if _is_loose_p(found):
            return found
        tailed = found.figure is not None and found.figure.p is not None and found.kind is Kind.OPEN
        return found if tailed else None
    return None


def _depth(row: Row, position: int) -> int:
    """How many brackets are open at a position."""
    return sum(p.is_a("open") - p.is_a("close") for p in row.pieces[:position])
