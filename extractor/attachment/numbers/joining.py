"""Figures that print one fact in two places: a range and its mean, a list and its unit, a label and its bounds."""

from dataclasses import replace

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.figures import Figure, SpreadMention, read_level, read_spread
from extractor.spans import cover

_BEFORE_MEAN = ("comma", "semicolon", "statistic", "outcome", "copula", "of", "vague", "open", "preposition", "article")
_BEFORE_RATE = (
    *("copula", "respectively", "and", "comma", "versus", "preposition", "article"),
    *("arm", "arm_head", "arm_role", "drug"),
)
"""What may stand between the base of a rate and its numbers."""

_LISTED = ("comma", "and", "versus", "to")
_ADDED = ("figure", "mean_plus_minus", "mean_plus_minus_unit_last", "figure_with_tail", "figure_with_bounds")
_ADDED_BARE = (*_ADDED, "figure_bracketed_number")


def join_ranges(row: Row) -> Row:
    """The row with a range and the mean or median behind it as one figure: '32-57 years, mean 42.1 years'."""
    drafts: list[Draft] = []
    for draft in row.drafts:
        before = drafts[-1] if drafts else None
        if before is not None and before.figure and draft.figure and _is_centre_of(row, before, draft):
            low_high = draft.figure.spread or SpreadMention("range", None, before.figure.value, before.figure.upper)
            figure = replace(draft.figure, spread=low_high, span=cover([before.span, draft.span]))
            drafts[-1] = replace(draft, figure=figure, span=figure.span)
        else:
            drafts.append(draft)
    return replace(row, drafts=tuple(drafts))


def _is_centre_of(row: Row, wide: Draft, centre: Draft) -> bool:
    spread, main = wide.figure, centre.figure
    if spread is None or main is None or spread.upper is None or spread.value is None or main.value is None:
        return False
    if _scatters_within(wide, centre, spread, main):
        return True
    if main.spread or main.upper or main.bounds or main.unit != spread.unit or spread.is_percent:
        return False
    between = row.between(wide.position, centre.position)
    if not any(p.is_a("statistic") for p in between):
        return False
    if not all(any(p.is_a(k) for k in _BEFORE_MEAN) for p in between):
        return False
    return spread.value.value <= main.value.value <= spread.upper.value


def _scatters_within(wide: Draft, centre: Draft, spread: Figure, main: Figure) -> bool:
    """'2.00～78.00(18.57±14.39)岁': the range right before a mean with its spread, which is all that is kept."""
    if main.spread is None or main.spread.value is None or main.value is None:
        return False
    if spread.value is None or spread.upper is None or spread.unit not in (None, main.unit):
        return False
    return centre.position == wide.position + 1 and spread.value.value <= main.value.value <= spread.upper.value


def join_spreads(row: Row) -> Row:
    """The row with a range told before its mean joined to it: 'ranged from 32 to 57 years (mean, 42.1 years)'."""
    given: dict[int, SpreadMention] = {}
    for at in row.positions("spread"):
        spread = read_spread(row.pieces[at])
        draft = next((d for d in row.drafts if d.position > at), None)
        if draft is not None and spread is not None and _is_led_by(row, at, draft, spread):
            given[draft.position] = spread

    def joined(draft: Draft) -> Draft:
        if draft.figure is None or draft.position not in given:
            return draft
        return replace(draft, figure=replace(draft.figure, spread=given[draft.position]))

    return row.mapped(joined)


def _is_led_by(row: Row, at: int, centre: Draft, spread: SpreadMention) -> bool:
    """Whether the figure is the mean or median of the range that stands free before it."""
    main = centre.figure
    if main is None or main.value is None or main.spread or main.upper or main.bounds or main.events:
        return False
    between = row.between(at, centre.position)
    named = any(p.is_a("statistic") for p in between)
    if not named or not all(any(p.is_a(k) for k in _BEFORE_MEAN) for p in between):
        return False
    low, high = spread.low, spread.high
    return low is not None and high is not None and low.value <= main.value.value <= high.value


def lead_rates(row: Row) -> Row:
    """The row with the base of a rate that stands before its numbers given to them: 'per 100 person-years was 2.2'."""
    bases = [i for i in row.positions("rate_unit") if row.at(i) is None]
    drafts = list(row.drafts)
    for base in bases:
        lead = base
        for i, draft in enumerate(drafts):
            if draft.position > base and _is_led_by_rate(row, lead, draft):
                code = row.pieces[base].code("rate_unit")
                figure = replace(draft.figure, unit=code, unit_kind="rate_unit") if draft.figure else None
                drafts[i], lead = replace(draft, figure=figure), draft.position
    return replace(row, drafts=tuple(drafts))


def _is_led_by_rate(row: Row, lead: int, draft: Draft) -> bool:
    """Whether nothing but a verb, a list and the groups stands between the base, or a number of its, and the number."""
    figure = draft.figure
    if figure is None or figure.value is None or figure.unit or figure.people or figure.size_mark or figure.events:
        return False
    told = row.at(lead) is not None or any(p.is_a("copula") for p in row.between(lead, draft.position))
    return told and figure.rule in _ADDED and row.only(lead, draft.position, _BEFORE_RATE)


def declare_intervals(row: Row) -> Row:
    """The row with bare bounds read as the interval its label declares: 'the mean (95% CI) was 14.6 (12.5, 16.7)'."""
    declared = [i for i in row.positions("ci_label") if _stands_bracketed(row, i)]
    if not declared:
        return row

    def read(draft: Draft) -> Draft:
        figure = draft.figure
        at = next((i for i in reversed(declared) if i < draft.position), None)
        if figure is None or at is None or figure.bounds is None or figure.value is None or draft.interval:
            return draft
        low, high = figure.bounds.low, figure.bounds.high
        if (low and low.value > figure.value.value) or (high and high.value < figure.value.value):
            return draft
        interval = replace(figure.bounds, level=read_level(row.pieces[at]))
        return replace(draft, figure=replace(figure, interval=interval, bounds=None), interval=interval)

    return row.mapped(read)


def _stands_bracketed(row: Row, at: int) -> bool:
    around = (*row.pieces[max(0, at - 1) : at], *row.pieces[at + 1 : at + 2])
    return len(around) > 1 and around[0].is_a("open") and around[1].is_a("close")


def share_units(row: Row) -> Row:
    """The row with the unit that a list prints once given to all its members: '61.2 and 57.2%', '62 units vs. 86'."""
    drafts = list(row.drafts)
    for i in range(len(drafts) - 2, -1, -1):
        drafts[i] = _with_unit_of(row, drafts[i], drafts[i + 1])
    for i in range(1, len(drafts)):
        between = row.between(drafts[i - 1].position, drafts[i].position)
        if any(p.is_a("versus") for p in between) or (_is_zero(drafts[i]) and drafts[i - 1].figure):
            drafts[i] = _with_unit_of(row, drafts[i], drafts[i - 1])
    return replace(row, drafts=tuple(drafts))


def _is_zero(draft: Draft) -> bool:
    """A bare nought prints no unit even where its list does: '10.3%和0'."""
    figure = draft.figure
    return figure is not None and figure.value is not None and not figure.value.value and figure.rule == "figure"


def share_spreads(row: Row) -> Row:
    """The row with bare brackets read as those before them: '37 months (95% CI, 22 to 50) vs 26 months (19 to 52)'."""
    drafts: list[Draft] = []
    for draft in row.drafts:
        model = next((d for d in reversed(drafts) if _prints_alike(d, draft)), None)
        drafts.append(_read_like(model, draft) if model is not None else draft)
    return replace(row, drafts=tuple(drafts))


def _prints_alike(before: Draft, draft: Draft) -> bool:
    """Whether the figure before has the same unit, and its brackets say what they are."""
    model, bare = before.figure, draft.figure
    if model is None or bare is None or model.unit != bare.unit or bare.value is None or model.value is None:
        return False
    if bare.unit is None and not 0 < bare.value.decimals == model.value.decimals:
        return False
    if bare.bounds is not None and bare.interval is None:
        low, high = bare.bounds.low, bare.bounds.high
        above = low is None or low.value <= bare.value.value
        below = high is None or bare.value.value <= high.value
        return model.interval is not None and model.interval.level is not None and above and below
    declared = model.spread is not None and model.spread.kind is not None and model.spread.value is not None
    return bare.paren is not None and declared


def _read_like(model: Draft, draft: Draft) -> Draft:
    figure, like = draft.figure, model.figure
    if figure is None or like is None:
        return draft
    if figure.bounds is not None and like.interval is not None:
        interval = replace(figure.bounds, level=like.interval.level)
        return replace(draft, figure=replace(figure, interval=interval, bounds=None), interval=interval)
    if like.spread is None:
        return draft
    spread = SpreadMention(like.spread.kind, figure.paren, None, None)
    return replace(draft, figure=replace(figure, spread=spread, paren=None))


def _with_unit_of(row: Row, draft: Draft, other: Draft) -> Draft:
    """The draft with the other's unit, where both stand in one list and only the other has a unit."""
    bare, full = draft.figure, other.figure
    if bare is None or full is None or bare.unit is not None or bare.people or bare.rule not in _ADDED_BARE:
        return draft
    if full.unit is None or full.unit_kind not in ("percent", "time_unit", "unit", "dose_unit", "rate_unit"):
        return draft
    if full.rule not in _ADDED_BARE or bare.value is None or full.value is None:
        return draft
    first, last = sorted((draft.position, other.position))
    between = row.between(first, last)
    balanced = not sum(p.is_a("open") - p.is_a("close") for p in between)
    if not between or not balanced or not all(any(p.is_a(k) for k in (*_LISTED, "open", "close")) for p in between):
        return draft
    same_shape = (bare.spread is None) == (full.spread is None) and (bare.bounds is None) == (full.bounds is None)
    if not same_shape or (bare.interval is None) != (full.interval is None):
        return draft
    return replace(draft, figure=replace(bare, unit=full.unit, unit_kind=full.unit_kind))
