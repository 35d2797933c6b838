"""Of what statistic the remaining figures are: median, mean, proportion, count, rate or plain value."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.numbers.changes import is_change, is_percent_change, is_signed
from extractor.attachment.numbers.declared import declared_spread
from extractor.attachment.numbers.levels import is_percent_level
from extractor.attachment.row import Row
from extractor.figures import Figure
from extractor.pieces import Piece

_OF_PEOPLE = frozenset({"count", "proportion"})  # people are counted, they do not change
_STATISTIC_REACH = 14
_DESCRIBED = 5  # pieces from 'with' to the score of 'patients with a low pain score'
_PERMILLE = "‰"
_SPANS = ("month", "year", "week", "day")
_NO_SCORE = ("stop", "semicolon", "people", "having", "occurring", "limit_word", "size_mark")
_COUNTED_UNITS = frozenset(
    {
        *("case", "person_time", "eye", "ear", "tooth", "lesion", "episode", "event", "death"),
        *("sample", "pair", "specimen", "strain", "object"),
    }
)


def find_statistics(row: Row) -> Row:
    """The row with every other open figure made an estimate of its statistic."""

    def stated(draft: Draft) -> Draft:
        if draft.kind is not Kind.OPEN or draft.figure is None:
            return draft
        statistic = _statistic(row, draft)
        change = statistic not in _OF_PEOPLE and row.sentence.has("change") and is_change(row, draft)
        return replace(draft, kind=Kind.ESTIMATE, statistic=statistic, change=change)

    return row.mapped(stated)


def _statistic(row: Row, draft: Draft) -> str:
    """The statistic: by how the figure is printed, else by the word for one before it, else by what it counts."""
    figure = draft.figure
    if figure is None:
        return "value"
    named = _named(row, draft)
    printed = _printed(figure, named)
    alone = printed == "proportion" and figure.events is None
    if alone and (is_signed(row, figure) or is_percent_change(row, draft) or is_percent_level(row, draft)):
        return "value"
    declared = row.carried.spread or declared_spread(row)
    if printed:
        return printed
    if _is_share_with_error(row, draft, figure, declared):
        return "proportion"
    counted = figure.people or figure.unit in _COUNTED_UNITS
    if figure.unit is None and figure.value is not None and figure.value.decimals == 0:
        counted = figure.people or not (draft.interval or _is_score(row, draft))
    told = named or _by_spread(figure, declared) or _of_survival(row, draft, figure)
    return told or ("count" if counted else "value")


def _is_score(row: Row, draft: Draft) -> bool:
    """'The satisfaction score was higher (88 vs. 69)': whole points of a scale, which count nobody."""
    words = row.language.spellings("unit", "score")
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if draft.position - i > _STATISTIC_REACH * 2 or any(piece.is_a(kind) for kind in _NO_SCORE):
            return False
        if not piece.is_a("figure") and any(w in row.text(piece).lower() for w in words):
            return not any(p.is_a("with_condition") for p in row.pieces[max(0, i - _DESCRIBED) : i])
    return False


def _printed(figure: Figure, named: str | None) -> str | None:
    """What the figure's own form tells: 'not reached' is a median, a percentage a share, unless it scatters."""
    if figure.not_reached:
        return "median"
    scattered = figure.spread is not None and figure.spread.value is not None
    if (figure.unit_kind == "rate_unit" and not scattered) or figure.unit == _PERMILLE:
        return "rate"
    if figure.value is None or figure.events is not None:
        return "proportion"
    if figure.is_percent and figure.spread is None:
        return named if named in ("median", "mean") else "proportion"
    return None


def _is_share_with_error(row: Row, draft: Draft, figure: Figure, declared: str | None) -> bool:
    """'survival was 86±1.3%' where ± is a standard error: the estimate of a share, not the mean of percentages."""
    if not figure.is_percent or figure.spread is None or figure.spread.value is None:
        return False
    if (figure.spread.kind or declared) != "se" or is_signed(row, figure) or is_percent_change(row, draft):
        return False
    return not is_percent_level(row, draft)


def _by_spread(figure: Figure, declared: str | None) -> str | None:
    """A number with one spread is a mean, one with two quartiles a median, as printed or as declared."""
    quartiles = figure.bounds is not None and declared == "iqr"
    scatter = figure.paren is not None and declared in ("sd", "se")
    if figure.spread is not None:
        quartiles = quartiles or figure.spread.kind == "iqr"
        scatter = scatter or figure.spread.value is not None
    if scatter:
        return "mean"
    return "median" if quartiles else None


def _of_survival(row: Row, draft: Draft, figure: Figure) -> str | None:
    """'progression-free survival was longer (8.5 vs 4.1 months)': how long people live is told by its median."""
    if figure.unit not in _SPANS or figure.unit_kind != "time_unit" or figure.relation or figure.upper:
        return None
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("stop") or piece.is_a("semicolon") or draft.position - i > _STATISTIC_REACH:
            return None
        if piece.is_a("measure") or piece.is_a("change"):
            return None
        if any(code.endswith("survival") for code in piece.codes("outcome")):
            return "median"
    return None


def _named(row: Row, draft: Draft) -> str | None:
    """The statistic named before the figure in its clause, nearest first; a count of people has none.

    What a bracket before tells by the way is not the figure's, unless it stands in a bracket of its own that goes on:
    'lost more weight (mean, 15 kg) and more muscle (1.2 kg)'.
    """
    figure = draft.figure
    if figure is None or figure.people:
        return None
    bracketed = sum(row.opened(i) for i in range(draft.position)) > 0
    for i in row.leftwards(draft.position) if bracketed else row.outside(draft.position):
        piece = row.pieces[i]
        ended = piece.is_a("semicolon") and not _continues(row, i, draft)
        if ended or draft.position - i > _STATISTIC_REACH * 2 or piece.is_a("stop"):
            break
        code = piece.code("statistic") or _within_term(row, piece)
        if code:
            return None if _is_of_time(row, i, figure) else code
        other = row.at(i)
        if other is None or other.figure is None:
            continue
        if other.figure.not_reached:
            return None if figure.is_percent else "median"
        if _breaks_off(other, other.figure, figure):
            break
    return None


def _is_of_time(row: Row, at: int, figure: Figure) -> bool:
    """Whether the statistic tells how long they were followed: 'at a median of 7 years, 81%', '中位随访3年时…12%'."""
    behind = [p for p in row.pieces[at + 1 : at + 3] if not p.is_a("of")][:1]
    if not behind or figure.unit_kind == "time_unit":
        return bool(behind) and behind[0].is_a("timepoint")
    unit = behind[0].part("unit")
    return (
        behind[0].is_a("timepoint") or behind[0].is_a("outcome", "follow_up") or bool(unit and unit.is_a("time_unit"))
    )


def _breaks_off(other: Draft, before: Figure, figure: Figure) -> bool:
    """Whether a figure before is of another kind, so that the statistic before it is not this one's."""
    counts = before.people or before.size_mark or other.kind in (Kind.SIZE, Kind.ACCOUNTED)
    return not counts and other.kind is Kind.OPEN and before.unit_kind != figure.unit_kind


def _continues(row: Row, at: int, draft: Draft) -> bool:
    """Whether the clause behind a semicolon goes on with the one before: with its outcome, or in its unit of measure.

    'mean systolic pressure was 133 mm Hg; diastolic pressure was 77 mm Hg' tells two means.
    """
    figure = draft.figure
    before = next((d.figure for d in reversed(row.drafts) if d.position < at and d.figure), None)
    alike = before is not None and figure is not None and before.spread is None and figure.spread is None
    between = row.between(at, draft.position)
    named = any(p.is_a(kind) for p in between for kind in ("outcome", "adverse_event", "time_noun"))
    measured = before is not None and figure is not None and figure.unit_kind == "unit" and figure.unit == before.unit
    if not alike or figure is None or figure.unit is None or figure.is_percent:
        return False
    return measured or not named


def _within_term(row: Row, piece: Piece) -> str | None:
    """The statistic that a longer term begins with: 'mean change', '中位随访'."""
    if piece.numeral is not None or piece.rule or piece.is_a("word"):
        return None
    start = piece.span.start
    term = row.language.lexicon.match(row.view[: piece.span.end], start)
    shorter = row.text(piece)
    for end in range(len(shorter) - 1, 1, -1):
        found = row.language.lexicon.match(row.view[: start + end], start)
        if found is not None and term is not None and found.end == start + end:
            code = next((s.code for s in found.senses if s.lexicon == "statistic"), None)
            if code:
                return code
    return None
