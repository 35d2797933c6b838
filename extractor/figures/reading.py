"""From composite pieces to figures: each slot of a grammar rule becomes the field of the same name."""

from extractor.figures.figure import Bound, Figure, Level, PMention, Quantity, SpreadMention, StatisticMention
from extractor.pieces import Piece
from extractor.spans import Span

UNIT_KINDS = ("percent", "time_unit", "unit", "rate_unit", "dose_unit")


def read_figure(piece: Piece) -> Figure:
    """The figure of a FIGURE piece."""
    fraction = piece.part("fraction")
    events = piece.part("events") or (fraction.part("events") if fraction else None)
    total = piece.part("total") or (fraction.part("total") if fraction else None)
    unit, unit_kind = _unit(piece)
    relation = piece.part("rel")
    p = piece.part("p")
    interval = piece.part("interval")
    return Figure(
        span=piece.span,
        rule=piece.rule or "",
        value=_quantity(piece.part("value")),
        upper=_quantity(piece.part("upper")),
        relation=relation.code("relation") if relation else None,
        unit=unit,
        unit_kind=unit_kind,
        people=piece.part("people") is not None,
        size_mark=piece.part("mark") is not None,
        interval=read_interval(interval) if interval else None,
        spread=read_spread(piece.part("spread")),
        bounds=_bounds(piece),
        paren=_quantity(piece.part("paren")),
        events=_quantity(events),
        total=_quantity(total),
        p=read_p(p) if p else None,
        not_reached=piece.part("none") is not None,
    )


def read_p(piece: Piece) -> PMention:
    """The P value of a P_VALUE piece; no relation printed means equal."""
    value = _misprinted(piece) or _quantity(piece.part("value"))
    if value is None:
        raise ValueError(f"a P_VALUE piece without a number: rule {piece.rule}")
    inter = piece.part("inter")
    return PMention(
        relation=_relation(piece.part("rel")) or "=",
        value=value,
        interaction=inter is not None and inter.is_a("p_interaction", "interaction"),
        span=piece.span,
    )


def read_statistic(piece: Piece) -> list[StatisticMention]:
    """The test statistics of a TEST_STATISTIC piece, in order; a stage such as 'T ≥ 2' is none."""
    if _relation(piece.part("rel")) not in (None, "="):
        return []
    name = piece.part("name")
    test = name.code("test_name") if name else None
    values = [q for p in piece.parts if p.slot == "value" and (q := _quantity(p.piece))]
    return [StatisticMention(test, value, piece.span) for value in values]


def _quantity(piece: Piece | None) -> Quantity | None:
    if piece is None or piece.numeral is None:
        return None
    return Quantity(piece.numeral.value, piece.span, piece.numeral.decimals)


def _unit(piece: Piece) -> tuple[str | None, str | None]:
    unit = piece.part("unit")
    if unit is not None:
        for kind in UNIT_KINDS:
            if (code := unit.code(kind)) is not None:
                return code, kind
    value = piece.part("value")
    if value is not None and value.numeral is not None and value.numeral.unit is not None:
        return value.numeral.unit, "percent"
    return None, None


def _relation(piece: Piece | None) -> str | None:
    """The relation of a P value, as a mark or in words."""
    return (piece.code("relation") or piece.code("p_relation")) if piece is not None else None


def _misprinted(piece: Piece) -> Quantity | None:
    """The number of a P value whose decimal point was printed as a hyphen, or with a space behind it."""
    first, digits = piece.part("zero") or piece.part("point"), piece.part("value")
    if first is None or digits is None or digits.numeral is None or (first.numeral and first.numeral.value):
        return None
    places = len(digits.span)
    return Quantity(digits.numeral.value.scaleb(-places), Span(first.span.start, digits.span.end), places)


def read_ps(piece: Piece) -> list[PMention]:
    """The P values of a P_VALUE piece in order; a number with no relation of its own takes the one before it."""
    numbers = sorted((p.piece for p in piece.parts if p.slot in ("rel", "value")), key=lambda p: p.span)
    one = read_p(piece)
    found: list[PMention] = []
    relation = "="
    for part in numbers:
        code = _relation(part)
        if code is not None:
            relation = code
        elif (value := _quantity(part)) is not None:
            found.append(PMention(relation, value, one.interaction, value.span if found else one.span))
    return found if len(found) > 1 else [one]


def read_intervals(piece: Piece) -> list[Bound]:
    """The intervals of an INTERVAL_LIST piece in order, all of the label's level."""
    label = read_interval(piece).level
    lows = [p.piece for p in piece.parts if p.slot == "low"]
    highs = [p.piece for p in piece.parts if p.slot == "high"]
    return [
        Bound(_quantity(low), _quantity(high), label, Span(low.span.start, high.span.end))
        for low, high in zip(lows, highs, strict=True)
    ]


def read_interval(piece: Piece) -> Bound:
    """The interval of an INTERVAL piece with its level."""
    label = piece.part("label")
    low, high = _quantity(piece.part("low")), _quantity(piece.part("high"))
    relation = piece.part("rel")
    if relation is not None and relation.code("relation") in ("<", "<="):
        low, high = None, low
    return Bound(low, high, read_level(label) if label else Level(None, "confidence"), piece.span)


def read_level(label: Piece) -> Level:
    """The level and kind that a CI_LABEL piece declares."""
    kind, quantity = label.part("kind"), _quantity(label.part("level"))
    code = (kind.code("interval_word") if kind else None) or "confidence"
    return Level(quantity.value if quantity else None, code)


def _bounds(piece: Piece) -> Bound | None:
    low, high = piece.part("low"), piece.part("high")
    if low is None or high is None:
        return None
    return Bound(_quantity(low), _quantity(high), None, piece.span)


def read_spread(piece: Piece | None) -> SpreadMention | None:
    """The spread of a SPREAD piece; None for no piece."""
    if piece is None:
        return None
    kind = piece.part("kind")
    return SpreadMention(
        kind=kind.code("spread_word") if kind else None,
        value=_quantity(piece.part("value")),
        low=_quantity(piece.part("low")),
        high=_quantity(piece.part("high")),
    )
