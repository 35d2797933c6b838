"""Figures that print one fact in two places: events and their percentage, a range and its mean, a list and its unit."""

from dataclasses import replace

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.figures import Figure, SpreadMention
from extractor.spans import cover

_FRACTION_REACH = 8
_LED = 2
_OWNER = ("people", "preposition", "article", "arm", "arm_role", "arm_head", "word", "cohort", "of", "alone")
"""What may stand between events and their percentage in brackets: '12 of 50 patients in the X group (24%)'."""

_BEFORE_MEAN = ("comma", "semicolon", "statistic", "outcome", "copula", "of", "vague", "open")
_LISTED = ("comma", "and", "versus", "to")
_ADDED = ("figure", "mean_plus_minus", "mean_plus_minus_unit_last", "figure_with_tail", "figure_with_bounds")
_ADDED_BARE = (*_ADDED, "figure_bracketed_number")


def join_fractions(row: Row) -> Row:
    """The row with each percentage in brackets joined to the events before the group's name."""
    drafts: list[Draft] = []
    for draft in row.drafts:
        before = drafts[-1] if drafts else None
        if before is not None and before.figure and draft.figure and _is_percent_of(row, before, draft):
            drafts[-1] = _joined(before, before.figure, draft, draft.figure)
        else:
            drafts.append(draft)
    return replace(row, drafts=tuple(drafts))


def _is_percent_of(row: Row, events: Draft, percent: Draft) -> bool:
    counted, share = events.figure, percent.figure
    if counted is None or share is None or not share.is_percent or share.value is None:
        return False
    if share.events or share.upper or share.relation or share.rule not in ("figure", "figure_with_tail"):
        return False
    fraction = counted.rule == "bare_fraction"
    if not fraction and not (counted.rule == "people_counted" and counted.relation is None):
        return False
    between = row.between(events.position, percent.position)
    if not between or len(between) > _FRACTION_REACH or not between[-1].is_a("open"):
        return False
    named = any(p.is_a("arm") or p.is_a("cohort") or p.is_a("arm_head") or p.is_a("people") for p in between)
    return named and all(any(p.is_a(k) for k in _OWNER) for p in between[:-1])


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
    return all(any(p.is_a(k) for k in _OWNER) for p in between) and counted.events.value <= size.value.value


def _joined(before: Draft, counted: Figure, draft: Draft, share: Figure) -> Draft:
    span = cover([before.span, draft.span])
    figure = replace(share, span=span, events=counted.events or counted.value, total=counted.total)
    return replace(before, span=span, figure=figure, interval=draft.interval)


def join_ranges(row: Row) -> Row:
    """The row with a range and the mean or median behind it as one figure: '32-57 years, mean 42.1 years'."""
    drafts: list[Draft] = []
    for draft in row.drafts:
        before = drafts[-1] if drafts else None
        if before is not None and before.figure and draft.figure and _is_centre_of(row, before, draft):
            low_high = SpreadMention("range", None, before.figure.value, before.figure.upper)
            figure = replace(draft.figure, spread=low_high, span=cover([before.span, draft.span]))
            drafts[-1] = replace(draft, figure=figure, span=figure.span)
        else:
            drafts.append(draft)
    return replace(row, drafts=tuple(drafts))


def _is_centre_of(row: Row, wide: Draft, centre: Draft) -> bool:
    spread, main = wide.figure, centre.figure
    if spread is None or main is None or spread.upper is None or spread.value is None or main.value is None:
        return False
    if main.spread or main.upper or main.bounds or main.unit != spread.unit or spread.is_percent:
        return False
    between = row.between(wide.position, centre.position)
    if not any(p.is_a("statistic") for p in between):
        return False
    if not all(any(p.is_a(k) for k in _BEFORE_MEAN) for p in between):
        return False
    return spread.value.value <= main.value.value <= spread.upper.value


def share_units(row: Row) -> Row:
    """The row with the unit that a list prints once given to all its members: '61.2 and 57.2%', '62 units vs. 86'."""
    drafts = list(row.drafts)
    for i in range(len(drafts) - 2, -1, -1):
        drafts[i] = _with_unit_of(row, drafts[i], drafts[i + 1])
    for i in range(1, len(drafts)):
        if any(p.is_a("versus") for p in row.between(drafts[i - 1].position, drafts[i].position)):
            drafts[i] = _with_unit_of(row, drafts[i], drafts[i - 1])
    return replace(row, drafts=tuple(drafts))


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
    if model is None or bare is None or bare.unit is None or model.unit != bare.unit or bare.value is None:
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
    if not between or not all(any(p.is_a(k) for k in (*_LISTED, "open", "close")) for p in between):
        return draft
    same_shape = (bare.spread is None) == (full.spread is None) and (bare.bounds is None) == (full.bounds is None)
    if not same_shape or (bare.interval is None) != (full.interval is None):
        return draft
    return replace(draft, figure=replace(bare, unit=full.unit, unit_kind=full.unit_kind))
