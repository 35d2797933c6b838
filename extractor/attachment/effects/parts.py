"""What an effect has besides its number: its interval's level, its fitted measure, whether it is adjusted."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.figures import Bound, Level

_ADJUSTED, _UNADJUSTED = "adjusted", "unadjusted"
_SCALES = frozenset({"hba1c", "lvef", "oxygen_saturation"})
"""Outcomes whose values are percentages, as neutral codes: percent there is the unit of a mean."""


def as_effect(row: Row, draft: Draft, measure: str, at: int | None, level: Level | None) -> Draft:
    """The draft as an effect of the measure that the label at `at` names."""
    figure = draft.figure
    bounds = figure.bounds if figure else None
    interval = draft.interval
    if interval is None and bounds is not None:
        interval = Bound(bounds.low, bounds.high, level or Level(None, "confidence"), bounds.span)
    if interval is not None and (interval.level is None or interval.level.percent is None):
        interval = replace(interval, level=_level_in_use(row, draft) or interval.level or Level(None, "confidence"))
    return replace(
        draft,
        kind=Kind.EFFECT,
        measure=_fitted(row, measure, draft, at),
        measure_at=at,
        interval=interval,
        p=figure.p if figure else None,
        adjusted=_adjusted(row, at),
    )


def _level_in_use(row: Row, draft: Draft) -> Level | None:
    """The level that the sentence declared, or the last interval before it: a text prints it once and then goes on."""
    declared = declared_level(row, -1, len(row.pieces))
    if declared is not None and declared.percent is not None:
        return declared
    before = [d.interval.level for d in row.drafts if d.interval is not None and d.position < draft.position]
    return next((level for level in reversed(before) if level and level.percent), row.carried.level)


def _fitted(row: Row, measure: str, draft: Draft, at: int | None) -> str:
    """The measure that the unit tells: a difference in percent is one of risks unless means are compared.

    A difference of rates is one of risks too, a difference in any other unit one of means.
    """
    figure = draft.figure
    if figure is None or measure not in ("MD", "RD"):
        return measure
    if figure.unit_kind == "percent":
        label = draft.position if at is None else at
        means = measure == "MD" and (_compares_means(row, label) or _is_scale(row, label))
        return "MD" if means else "RD"
    if figure.unit_kind == "rate_unit" and any(c.isdigit() for c in (figure.unit or "")[2:]):
        return "RD"
    return "MD" if figure.unit is not None else measure


def _is_scale(row: Row, at: int) -> bool:
    """Whether the outcome spoken of is itself measured in percent: a difference of HbA1c is one of means."""
    for i in row.leftwards(at):
        code = row.pieces[i].code("outcome")
        if code is not None:
            return code in _SCALES
        if row.pieces[i].is_a("stop"):
            break
    return bool(row.carried.outcomes) and row.carried.outcomes[0].concept in _SCALES


def _compares_means(row: Row, at: int) -> bool:
    """Whether a mean or median is named before the label, the length of follow-up apart."""
    for i in row.leftwards(at):
        piece = row.pieces[i]
        if piece.is_a("stop") or piece.is_a("measure"):
            return False
        if piece.is_a("statistic"):
            return not any(p.is_a("outcome", "follow_up") for p in row.pieces[i : i + 3])
    return False


def _adjusted(row: Row, at: int | None) -> bool | None:
    """Whether the label says that the effect is adjusted: 'adjusted OR', 'aHR', 'unadjusted difference'."""
    if at is None:
        return None
    text = row.text(row.pieces[at])
    before = row.pieces[max(0, at - 2) : at]
    codes = [c for p in reversed(before) if (c := p.code("adjustment")) is not None]
    if codes and (before[-1].is_a("adjustment") or before[-1].is_a("preposition")):
        return codes[0] == _ADJUSTED
    for code in (_UNADJUSTED, _ADJUSTED):
        if text.lower().startswith(row.language.spellings("adjustment", code)):
            return code == _ADJUSTED
    return True if text[:1] == "a" and text[1:].isupper() else None


def declared_level(row: Row, start: int, end: int) -> Level | None:
    """The level of an interval label that stands between the measure and its figure: 'HR (95% CI) 0.66 (0.45-0.98)'."""
    for piece in row.between(start, end):
        if piece.is_a("ci_label"):
            level, kind = piece.part("level"), piece.part("kind")
            value = level.numeral.value if level is not None and level.numeral is not None else None
            return Level(value, (kind.code("interval_word") if kind else None) or "confidence")
    return None
