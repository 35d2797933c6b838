"""Figures that print one fact in two places: events and their percentage, a range and its mean, a list and its unit."""

from dataclasses import replace

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.figures import Figure, SpreadMention
from extractor.spans import cover

_FRACTION_REACH = 8
_OWNER = "people preposition article arm arm_role arm_head word cohort of alone".split()
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
