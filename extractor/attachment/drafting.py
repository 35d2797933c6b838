"""First step: one draft for each figure, P value and test statistic of the row, joined where two print one fact."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.numbers.joining import (
    declare_intervals,
    join_ranges,
    join_spreads,
    lead_rates,
    share_spreads,
    share_units,
)
from extractor.attachment.numbers.listed_bounds import join_bounds
from extractor.attachment.numbers.shares import join_fractions, join_totals
from extractor.attachment.numbers.spreads import join_parens, join_spreads_behind
from extractor.attachment.row import Row
from extractor.figures import read_figure, read_ps, read_statistic


def draft_numbers(row: Row) -> Row:
    """The row with its drafts; a P value inside a figure's tail gets none of its own."""
    drafts: list[Draft] = []
    for i, piece in enumerate(row.pieces):
        if piece.is_a("figure"):
            figure = read_figure(piece)
            drafts.append(Draft(i, piece.span, figure=figure, interval=figure.interval))
            tests = [one for p in piece.parts if p.slot == "p" for one in read_ps(p.piece)][1:]
            drafts += [Draft(i, p.span, Kind.TEST, p=p, interaction=p.interaction) for p in tests]
        elif piece.is_a("p_value"):
            found = [p for p in read_ps(piece) if p.value.value <= 1 or p.value.decimals]
            drafts += [Draft(i, p.span, Kind.TEST, p=p, interaction=p.interaction) for p in found]
        elif piece.is_a("test_statistic"):
            drafts += [Draft(i, piece.span, Kind.TEST, test=s) for s in read_statistic(piece)]
    drafted = replace(row, drafts=tuple(drafts))
    for join in (
        *(join_fractions, join_totals, join_spreads, join_spreads_behind, join_parens, join_ranges, join_bounds),
        *(share_units, lead_rates, share_spreads, declare_intervals),
    ):
        drafted = join(drafted)
    return drafted
