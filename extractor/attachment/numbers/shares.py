"""Events, their total and their percentage, where the text prints them apart: '12 of 50 patients in group X (24%)'."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import regex

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.figures import Figure
from extractor.figures.figure import Quantity
from extractor.pieces import Piece
from extractor.spans import cover

_REACH = 8
_TOLD_REACH = 16
_LED = 2
_HUNDRED = Decimal(100)
_LEAST = Decimal(10)  # a total below it gives many a round percentage by chance
_WHOLE = regex.compile(r"(?<![\d.])(?:[1-9]\d{0,2}(?:[ ,]\d{3})++|[1-9]\d{0,8}+)(?![\d.]*\d)")
_CUT_OFF = 2  # so many decimals and more are often cut off, not rounded
_GROUPING = regex.compile(r"[ ,]")
_OWNER = ("people", "preposition", "article", "arm", "arm_role", "arm_head", "word", "cohort", "of", "alone")
"""What may stand between events and their percentage in brackets."""

_TOLD = ("outcome", "adverse_event", "having", "occurring", "copula")
"""What may stand there too, where the two numbers fit each other."""

_ENDS = ("open", "close", "comma", "semicolon", "stop", "versus")
"""What parts events from a percentage in a bracket further on, though the two fit each other."""

_CASES = (None, "case", "event", "episode")
_BEHIND = (*_OWNER, *_TOLD, "by", "dash", "drug", "name_stop", "time_word", "unit")
_PLAIN = ("figure", "figure_with_tail")


def join_fractions(row: Row) -> Row:
    """The row with each percentage joined to its events: before it, told as their rate behind, or in brackets of it."""
    drafts: list[Draft] = []
    for draft in row.drafts:
        before = drafts[-1] if drafts else None
        if before is not None and before.figure and draft.figure and _belongs(row, before, draft):
            told = any(p.is_a("comma") for p in row.between(before.position, draft.position))
            drafts[-1] = _joined(draft if told else before, before.figure, draft, draft.figure)
        elif before is not None and before.figure and draft.figure and _follows(row, before, draft):
            drafts[-1] = _joined(before, draft.figure, before, before.figure)
        else:
            drafts.append(draft)
    return replace(row, drafts=tuple(drafts))


def _follows(row: Row, percent: Draft, events: Draft) -> bool:
    """Whether the events stand behind their percentage: '84% of patients (53/63)', 'nausea (48%, n = 32)'."""
    share, counted = percent.figure, events.figure
    if share is None or counted is None or not share.is_percent or share.value is None or share.events or share.upper:
        return False
    between = row.between(percent.position, events.position)
    if not between or len(between) > _REACH:
        return False
    if counted.rule == "bare_fraction":
        return between[-1].is_a("open") and _fit_each_other(counted, share, row.view)
    return _is_marked(row, events, percent)


def _is_marked(row: Row, events: Draft, percent: Draft) -> bool:
    """Whether a marked count and a percentage are one bracket's two ways to tell a share: '(48%, n = 32)', '(n=3; 5%)'.

    Beside an arm the mark may be of the arm's size: but a size that is told first in the results is hardly any.
    """
    counted, share = events.figure, percent.figure
    first, last = sorted((events.position, percent.position))
    between = row.between(first, last)
    if counted is None or counted.rule != "size_marked" or counted.value is None or share is None or not share.value:
        return False
    ends = row.pieces[last + 1 : last + 2]
    if len(between) != 1 or not (between[0].is_a("comma") or between[0].is_a("semicolon")) or first <= 1:
        return False
    if not ends or not (ends[0].is_a("close") or ends[0].is_a("stop")):
        return False
    owner = row.pieces[first - 2] if row.pieces[first - 1].is_a("open") else row.pieces[first - 1]
    if owner.is_a("adverse_event"):
        return True
    if row.sentence.section == "results" and row.carried.sizes:
        return counted.value.value not in row.carried.sizes
    return fits(counted.value.value, share.value.value, share.value.decimals, row.view)


def fits(events: Decimal, percent: Decimal, decimals: int, view: str) -> bool:
    """Whether the text prints a total that gives that percentage with that many events.

    >>> fits(Decimal(27), Decimal("90.0"), 1, "In 30 patients"), fits(Decimal(27), Decimal("63.5"), 1, "In 30 patients")
    (True, False)
    """
    if not 0 < percent <= _HUNDRED or events <= 0:
        return False
    totals = (Decimal(_GROUPING.sub("", n)) for n in _WHOLE.findall(view))
    return any(t >= max(events, _LEAST) and _divides(events, t, percent, decimals) for t in totals)


def _divides(events: Decimal, total: Decimal, percent: Decimal, decimals: int) -> bool:
    """Whether so many of so many are that percentage, rounded or, with two decimals, cut off."""
    unit = Decimal(1).scaleb(-decimals)
    ways = (ROUND_HALF_UP, ROUND_DOWN) if decimals >= _CUT_OFF else (ROUND_HALF_UP,)
    return bool(total) and any((events * _HUNDRED / total).quantize(unit, way) == percent for way in ways)


def _is_share(events: Quantity, total: Quantity, percent: Quantity) -> bool:
    """Whether so many of so many are that percentage, rounded or cut off."""
    unit = Decimal(1).scaleb(-percent.decimals)
    return bool(total.value) and abs(events.value * _HUNDRED / total.value - percent.value) < unit


def _belongs(row: Row, events: Draft, percent: Draft) -> bool:
    """Whether the percentage stands behind its events: in a bracket of its own, in one with them, or as their rate."""
    counted, share = events.figure, percent.figure
    if counted is None or share is None or not share.is_percent or share.value is None:
        return False
    if share.events or share.upper or share.relation or share.rule not in _PLAIN:
        return False
    between = row.between(events.position, percent.position)
    if not between or len(between) > _TOLD_REACH:
        return False
    if not between[-1].is_a("open"):
        told = _is_told_behind(between) and not _are_named_apart(row, events.position, between)
        told = told and _fit_each_other(counted, share, row.view)
        return told or _is_marked(row, events, percent)
    if len(between) <= _REACH and _is_counted(counted) and _is_owner(between[:-1], _OWNER):
        return any(p.is_a(k) for p in between for k in ("arm", "cohort", "arm_head", "people"))
    parted = any(p.is_a(kind) for p in between[:-1] for kind in _ENDS)
    return len(between) > 1 and not parted and _fit_each_other(counted, share, row.view)


def _is_counted(figure: Figure) -> bool:
    return figure.rule == "bare_fraction" or (figure.rule == "people_counted" and figure.relation is None)


def _fit_each_other(counted: Figure, share: Figure, view: str) -> bool:
    """Whether the count and the percentage are of the same people: some total that the text prints gives both."""
    if counted.rule == "bare_fraction" and counted.events and counted.total and share.value:
        return _is_share(counted.events, counted.total, share.value)
    whole = counted.value
    if whole is None or whole.decimals or counted.relation or counted.upper or share.value is None:
        return False
    if counted.rule not in ("people_counted", "figure") or (counted.unit not in _CASES and not counted.people):
        return False
    return fits(whole.value, share.value.value, share.value.decimals, view)


def _is_told_behind(between: Sequence[Piece]) -> bool:
    """'27 cases, a rate of 90%', '死亡9例，病死率为15.0%': a comma, then the name of the share and nothing else."""
    commas = [i for i, p in enumerate(between) if p.is_a("comma")]
    return len(commas) == 1 and len(between) > commas[0] + 1 and _is_owner(_without(between, commas[0]), _BEHIND)


def _are_named_apart(row: Row, at: int, between: Sequence[Piece]) -> bool:
    """Whether events and share have names that tell of different things: '无效15例，总有效率75.0%'."""
    ahead = row.pieces[at - 1] if at else None
    name = next((p for p in between if p.is_a("outcome") or p.is_a("adverse_event")), None)
    if ahead is None or name is None or not (ahead.is_a("outcome") or ahead.is_a("adverse_event")):
        return False
    same = {s for s in ahead.senses if s.lexicon in ("outcome", "adverse_event")} & set(name.senses)
    return not same and row.text(ahead).lower() not in row.text(name).lower()


def _without(pieces: Sequence[Piece], at: int) -> Sequence[Piece]:
    return (*pieces[:at], *pieces[at + 1 :])


def _is_owner(pieces: Sequence[Piece], kinds: Sequence[str]) -> bool:
    return all(any(p.is_a(k) for k in kinds) for p in pieces)


def _joined(place: Draft, counted: Figure, draft: Draft, share: Figure) -> Draft:
    """The two as one figure at the place that tells what it is of: the events, or the share named behind them."""
    span = cover([counted.span, share.span])
    figure = replace(share, span=span, events=counted.events or counted.value, total=counted.total)
    return replace(place, span=span, figure=figure, interval=draft.interval)


def join_totals(row: Row) -> Row:
    """The row with the size of a group given to its events: 'among the 80 patients of the X group 12 (15%)'."""
    drafts: list[Draft] = []
    for draft in row.drafts:
        before = drafts[-1] if drafts else None
        whole = before.figure.value if before is not None and before.figure is not None else None
        if before is not None and whole is not None and draft.figure and _is_total_of(row, before, draft):
            drafts[-1] = replace(draft, figure=replace(draft.figure, total=whole))
        else:
            drafts.append(draft)
    return replace(row, drafts=tuple(drafts))


def _is_total_of(row: Row, whole: Draft, events: Draft) -> bool:
    size, counted = whole.figure, events.figure
    if size is None or counted is None or size.value is None or counted.events is None or counted.total is not None:
        return False
    if size.rule not in ("people_counted", "figure") or size.unit is not None or size.value.decimals:
        return False
    led = row.pieces[max(0, whole.position - _LED) : whole.position]
    between = row.between(whole.position, events.position)
    if not any(p.is_a("of") for p in led) or not any(p.is_a("arm") or p.is_a("cohort") for p in between):
        return False
    return _is_owner(between, _OWNER) and counted.events.value <= size.value.value
