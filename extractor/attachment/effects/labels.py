"""Which figures are comparisons: a measure's label finds its figures, and a figure with bounds can inherit a label."""

from dataclasses import replace

from extractor.attachment.brackets import bracket_behind
from extractor.attachment.draft import Draft, Kind
from extractor.attachment.effects.differences import is_next_difference
from extractor.attachment.effects.doubts import is_doubtful, is_stated
from extractor.attachment.effects.listed import listed
from extractor.attachment.effects.parts import as_effect, declared_level
from extractor.attachment.effects.scales import is_other_scale
from extractor.attachment.row import Row
from extractor.figures import Bound, Figure

REACH = 22
"""Pieces that may stand between a label and its figure: 'hazard ratio for progression or death …, 0.38'."""

_WEAK = frozenset({"MD", "RRR", "COR", "BETA", "VE", "OTHER", "RD", "SMD"})
"""Measures whose name is also an everyday word: they need the figure close by."""

_LIGHT = frozenset(
    (
        *("copula", "comma", "colon", "open", "close", "article", "preposition", "from", "of", "and", "relation"),
        *("arm", "arm_head", "both", "cohort", "drug", "outcome", "adverse_event", "vague", "respectively"),
        *("ci_label", "timepoint", "time_anchor", "time_word", "adjustment"),
    )
)
"""What may stand between an everyday word for a measure and its figure without making the link doubtful."""

_NAMING = ("threshold", "dose", "time_of_outcome")
"""What a number can be that only tells what a measure is about."""

_STATED = frozenset({"RRR", "RD"})
"""Measures that a statistic before them makes a group's own figure: 'the median relative reduction was 98%'."""

_LIGHTEST = 1
_STATISTIC_REACH = 6
_LISTED = frozenset({"RRR", "RD", "MD", "NNT"})
"""Measures whose second figure may stand bare behind 'and'."""

_RATIOS = frozenset({"HR", "OR", "RR", "IRR", "GMR"})


def link_measures(row: Row) -> Row:
    """The row with the figures of each measure marked as effects."""
    marked: dict[int, Draft] = {}
    used = {d.measure_at for d in row.drafts if d.measure_at is not None}
    for at in row.positions("measure"):
        piece = row.pieces[at]
        measure = piece.code("measure")
        if measure is None or at in used or _is_no_announcement(row, at, measure):
            continue
        target = _target(row, at, measure)
        if target is None or target.kind is not Kind.OPEN:
            continue
        level = declared_level(row, at, target.position)
        for draft in listed(row, target, weak=measure in _WEAK):
            if draft.kind is Kind.OPEN and draft.position not in marked:
                marked[draft.position] = as_effect(row, draft, measure, at, level)
    return row.mapped(lambda d: marked.get(d.position, d))


def inherit_measures(row: Row) -> Row:
    """The row with label-less figures behind an effect marked as effects of the same measure."""
    last: Draft | None = row.carried.effect
    out: list[Draft] = []
    for draft in row.drafts:
        current = draft
        if draft.kind is Kind.EFFECT:
            last = draft
        elif draft.kind is Kind.OPEN and last is not None and last.measure is not None:
            told_here = any(d.kind is Kind.EFFECT for d in out)
            next_one = _is_next_ratio(row, draft, last, told_here=told_here)
            next_one = next_one or (told_here and last.measure in _LISTED and _is_next_of_list(row, draft, last))
            next_one = next_one or (told_here and _is_next_difference(row, draft, last))
            if next_one or (told_here and _is_parallel(row, draft, last)):
                level = last.interval.level if last.interval else None
                current = as_effect(row, draft, last.measure, None, level)
        out.append(current)
    return replace(row, drafts=tuple(out))


def _is_next_difference(row: Row, draft: Draft, last: Draft) -> bool:
    """Whether the figure goes on with the difference before it, or prints it again on another scale."""
    return is_next_difference(row, draft, last) or is_other_scale(row, draft, last)


def _is_next_ratio(row: Row, draft: Draft, last: Draft, *, told_here: bool) -> bool:
    """A ratio with its bounds, `1.45 (1.04 to 2.02)`, behind another: across sentences only with undeclared bounds."""
    figure = draft.figure
    if figure is None or figure.unit is not None or figure.people or last.measure not in _RATIOS:
        return False
    bounds = figure.bounds or (draft.interval if told_here else None)
    if bounds is None and told_here:
        return _is_next_of_list(row, draft, last)
    return bounds is not None and _is_within(figure, bounds) and not _is_told_statistic(row, draft)


def _is_next_of_list(row: Row, draft: Draft, last: Draft) -> bool:
    """'The odds ratio was 1.2 for relapse and 1.5 for death': bare like the first, and each is told what it is for."""
    figure, model = draft.figure, last.figure
    if figure is None or figure.value is None or model is None or model.value is None or last.interval:
        return False
    if figure.unit != model.unit or bool(figure.value.decimals) != bool(model.value.decimals) or draft.interval:
        return False
    if last.measure in _RATIOS and not figure.value.decimals:
        return False
    if figure.people or figure.events or figure.spread or figure.bounds:
        return False
    ends = [row.pieces[i + 1 : i + 2] for i in (last.position, draft.position)]
    between = row.between(last.position, draft.position)
    joined = bool(between) and between[-1].is_a("and") and not any(p.is_a("versus") or p.is_a("open") for p in between)
    return joined and all(p and p[0].is_a("preposition") for p in ends)


def _is_told_statistic(row: Row, draft: Draft) -> bool:
    """Whether a median or mean is named right before the figure."""
    for i in row.leftwards(draft.position):
        if row.at(i) is not None or draft.position - i > _STATISTIC_REACH:
            return False
        if row.pieces[i].is_a("statistic"):
            return True
    return False


def _is_parallel(row: Row, draft: Draft, last: Draft) -> bool:
    """The third figure of a bracket like the last effect's: '(3% vs 5%; risk reduction 40%)', '(2% vs 4%; 50%)'."""
    figure, model = draft.figure, last.figure
    if figure is None or model is None or figure.unit != model.unit or figure.events or figure.people:
        return False
    at = draft.position - 1
    while at >= 0 and row.pieces[at].is_a("change"):
        at -= 1
    if at < 3 or not (row.pieces[at].is_a("semicolon") or row.pieces[at].is_a("comma")):
        return False
    return row.pieces[at - 1].is_a("figure") and row.pieces[at - 2].is_a("versus") and row.pieces[at - 3].is_a("figure")


def _is_within(figure: Figure, bounds: Bound) -> bool:
    """Whether the bounds enclose the number and all are positive, as those of a ratio do."""
    if bounds.low is None or bounds.high is None or figure.value is None:
        return False
    return 0 < bounds.low.value <= figure.value.value <= bounds.high.value


def _is_own_statistic(row: Row, at: int, measure: str) -> bool:
    return measure in _STATED and any(p.is_a("statistic") for p in row.pieces[max(0, at - 2) : at])


def _is_no_announcement(row: Row, at: int, measure: str) -> bool:
    return _is_own_statistic(row, at, measure) or _abbreviates(row, at, measure) or _is_of_interval(row, at)


def _is_of_interval(row: Row, at: int) -> bool:
    """Whether only the measure's interval is told: 'the 95% CI of the difference was 4 to 9'."""
    i = at - 1
    while i >= 0 and any(row.pieces[i].is_a(k) for k in ("of", "article", "preposition", "adjustment", "word")):
        i -= 1
    return 0 <= i < at - 1 and row.pieces[i].is_a("ci_label")


def _abbreviates(row: Row, at: int, measure: str) -> bool:
    """Whether the label stands alone in brackets behind a name that is no measure: 'respiratory rate (RR)'."""
    around = row.pieces[max(0, at - 1) : at + 2]
    if len(around) < 3 or not around[0].is_a("open") or not around[2].is_a("close") or at < 2:
        return False
    named = any(row.pieces[i].is_a("measure", measure) for i in range(at))
    return not named and (row.pieces[at - 2].is_a("word") or row.pieces[at - 2].is_a("outcome"))


def _target(row: Row, at: int, measure: str) -> Draft | None:
    """The figure that the label at `at` announces."""
    weak = measure in _WEAK
    heavy, opened, passed = 0, False, _asides(row, at)
    for i in row.rightwards(at):
        piece = row.pieces[i]
        draft = row.at(i)
        if i in passed:
            continue
        if draft is not None and draft.kind is Kind.ACCOUNTED and i - at <= REACH and (not weak or _is_limit(draft)):
            heavy += 1
            continue
        if draft is not None and draft.figure is not None:
            doubtful = weak and (is_doubtful(row, at, draft) or (opened and heavy > 0 and not draft.interval))
            told = heavy if not is_stated(row, at, i) else min(heavy, _LIGHTEST)
            return draft if not doubtful and _can_be_effect(draft, measure, told) else None
        if piece.is_a("stop") or piece.is_a("measure") or i - at - len(passed) > REACH:
            return None
        if draft is not None or (weak and (piece.is_a("semicolon"))):
            return None
        opened = opened or piece.is_a("open")
        heavy += not any(piece.is_a(k) for k in _LIGHT)
    return None


def _asides(row: Row, at: int) -> frozenset[int]:
    """The positions behind the label in brackets without a number: 'difference (closed loop minus control) in …'."""
    passed: set[int] = set()
    for i in range(at + 1, min(at + 1 + REACH, len(row.pieces))):
        inside = bracket_behind(row, i - 1)
        if inside and i not in passed and not any(row.at(k) or row.pieces[k].is_a("measure") for k in inside):
            passed.update(range(i, inside.stop + 1))
    return frozenset(passed)


def _is_limit(draft: Draft) -> bool:
    """Whether the number only limits or names what the label is about: 'for at least one event', '2 mg and placebo'."""
    return draft.account in _NAMING


def _can_be_effect(draft: Draft, measure: str, heavy: int) -> bool:
    figure = draft.figure
    if figure is None or figure.value is None or figure.size_mark or figure.events:
        return False
    if figure.people and measure != "NNT":
        return False
    if measure == "COR" and not (figure.value.decimals and abs(figure.value.value) <= 1):
        return False
    if measure not in _WEAK:
        percent = measure == "GMR" and figure.is_percent
        return (figure.unit is None or percent) and figure.spread is None
    if draft.interval or figure.bounds:
        return heavy <= 8
    return heavy <= 2 and (figure.spread is None or heavy == 0)
