"""Which figures are comparisons: a measure's label finds its figures, and a figure with bounds can inherit a label."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.figures import Bound, Figure, Level, read_interval

REACH = 22
"""Pieces that may stand between a label and its figure: 'hazard ratio for progression or death …, 0.38'."""

_WEAK = frozenset({"MD", "RRR", "COR", "BETA", "VE", "OTHER", "RD", "SMD"})
"""Measures whose name is also an everyday word: they need the figure close by."""

_BLOCKS = ("figure", "stop", "test_statistic")
_BEFORE_INTERVAL = "open arm preposition article of people comma arm_head having word alone".split()
_RATIOS = frozenset({"HR", "OR", "RR", "IRR", "GMR"})


def link_measures(row: Row) -> Row:
    """The row with the figures of each measure marked as effects."""
    marked: dict[int, Draft] = {}
    for at in row.positions("measure"):
        piece = row.pieces[at]
        measure = piece.code("measure")
        target = _target(row, at, weak=measure in _WEAK)
        if target is None or measure is None or target.kind is not Kind.OPEN:
            continue
        level = _declared_level(row, at, target.position)
        for draft in _listed(row, target, measure):
            if draft.kind is Kind.OPEN and draft.position not in marked:
                marked[draft.position] = _as_effect(row, draft, measure, at, level)
    return row.mapped(lambda d: marked.get(d.position, d))


def inherit_measures(row: Row) -> Row:
    """The row with label-less ratios `1.45 (1.04 to 2.02)` behind an effect marked as effects of the same measure."""
    last: Draft | None = row.carried.effect
    out: list[Draft] = []
    for draft in row.drafts:
        current = draft
        figure = draft.figure
        if draft.kind is Kind.EFFECT:
            last = draft
        elif (
            draft.kind is Kind.OPEN
            and last is not None
            and figure is not None
            and figure.unit is None
            and not figure.people
            and (figure.bounds or figure.interval)
            and _is_within(figure)
            and not row.sentence.has("statistic")
            and last.measure in _RATIOS
        ):
            level = last.interval.level if last.interval else None
            current = _as_effect(row, draft, last.measure, None, level)
        out.append(current)
    return replace(row, drafts=tuple(out))


def _is_within(figure: Figure) -> bool:
    """Whether the bounds enclose the number and all are positive, as those of a ratio do."""
    bounds = figure.bounds or figure.interval
    if bounds is None or bounds.low is None or bounds.high is None or figure.value is None:
        return False
    return 0 < bounds.low.value <= figure.value.value <= bounds.high.value


def bind_intervals(row: Row) -> Row:
    """The row with each interval that stands behind the arm given to its figure: '10.3 months with A (95% CI, 7 to 12)'."""
    given: dict[int, Bound] = {}
    for at in row.positions("interval"):
        for i in row.leftwards(at):
            draft = row.at(i)
            if draft is not None:
                if draft.figure is not None and draft.interval is None and i not in given:
                    given[i] = read_interval(row.pieces[at])
                break
            if not any(row.pieces[i].is_a(k) for k in _BEFORE_INTERVAL):
                break
    return row.mapped(lambda d: replace(d, interval=given[d.position]) if d.position in given else d)


def bind_p(row: Row) -> Row:
    """The row with each P value that stands beside an effect given to it, and taken from the list of tests."""
    taken: set[int] = set()
    given: dict[int, Draft] = {}
    for draft in row.drafts:
        if draft.kind is not Kind.EFFECT or draft.p is not None:
            continue
        test = _near_p(row, draft, taken)
        if test is not None:
            taken.add(test.position)
            given[draft.position] = replace(draft, p=test.p)
    kept = [given.get(d.position, d) for d in row.drafts if d.position not in taken]
    return replace(row, drafts=tuple(kept))


def _target(row: Row, at: int, *, weak: bool) -> Draft | None:
    """The figure that the label at `at` announces."""
    words = 0
    for i in row.rightwards(at):
        piece = row.pieces[i]
        draft = row.at(i)
        if draft is not None and draft.figure is not None:
            return draft if _can_be_effect(draft, weak=weak, words=words) else None
        if piece.is_a("stop") or piece.is_a("measure") or i - at > REACH:
            return None
        if draft is not None or (weak and (piece.is_a("semicolon"))):
            return None
        words += piece.is_a("word")
    return None


def _can_be_effect(draft: Draft, *, weak: bool, words: int) -> bool:
    figure = draft.figure
    if figure is None or figure.value is None or figure.people or figure.size_mark or figure.events:
        return False
    if not weak:
        return figure.unit is None
    return words <= 8 if (figure.interval or figure.bounds) else words <= 2 and figure.spread is None


def _listed(row: Row, first: Draft, measure: str) -> list[Draft]:
    """The figure and those joined to it in one list ('0.62 and 0.81')."""
    if measure in _WEAK:
        return [first]
    positions = [d.position for d in row.drafts if d.figure is not None and d.position >= first.position]
    group = row.groups(positions)[0]
    listed = [d for i in group if (d := row.at(i)) is not None]
    return [d for d in listed if d.figure and d.figure.unit is None and not d.figure.people]


def _as_effect(row: Row, draft: Draft, measure: str, at: int | None, level: Level | None) -> Draft:
    figure = draft.figure
    bounds = figure.bounds if figure else None
    interval = draft.interval
    if interval is None and bounds is not None:
        interval = Bound(bounds.low, bounds.high, level or Level(None, "confidence"), bounds.span)
    return replace(
        draft,
        kind=Kind.EFFECT,
        measure=_by_unit(measure, draft),
        measure_at=at,
        interval=interval,
        p=figure.p if figure else None,
        adjusted=_adjusted(row, at),
    )


def _by_unit(measure: str, draft: Draft) -> str:
    """A difference in percent is a risk difference, one in a unit a mean difference."""
    figure = draft.figure
    percent = figure is not None and figure.unit_kind == "percent"
    if measure == "MD" and percent:
        return "RD"
    if measure == "RD" and figure is not None and figure.unit is not None and not percent:
        return "MD"
    return measure


def _adjusted(row: Row, at: int | None) -> bool | None:
    if at is None or at == 0:
        return None
    code = row.pieces[at - 1].code("adjustment")
    text = row.text(row.pieces[at])
    if code is None:
        return True if text[:1] == "a" and text[1:].isupper() else None
    return code == "adjusted"


def _declared_level(row: Row, start: int, end: int) -> Level | None:
    """The level of an interval label that stands between the measure and its figure: 'HR (95% CI) 0.66 (0.45-0.98)'."""
    for piece in row.between(start, end):
        if piece.is_a("ci_label"):
            level, kind = piece.part("level"), piece.part("kind")
            value = level.numeral.value if level is not None and level.numeral is not None else None
            return Level(value, (kind.code("interval_word") if kind else None) or "confidence")
    return None


def _near_p(row: Row, effect: Draft, taken: set[int]) -> Draft | None:
    """The P value of an effect: behind it, or before its label inside the same brackets."""
    marks = ("comma", "semicolon", "open", "close", "and", "colon")
    for i in row.rightwards(effect.position):
        found = row.at(i)
        if found is not None and found.p is not None and found.kind is Kind.TEST and i not in taken:
            return found if row.only(effect.position, i, marks) else None
        if found is not None:
            break
    start = effect.measure_at if effect.measure_at is not None else effect.position
    for i in row.leftwards(start):
        found = row.at(i)
        if found is not None and found.p is not None and found.kind is Kind.TEST and i not in taken:
            return found if row.only(i, start, (*marks, "adjustment", "ci_label")) else None
        if found is not None:
            return None
    return None
