"""Ages told without the noun: '(aged 58.7 ± 11.0 years)', '14 men (26.9 ± 3.4 years)', 'older than men (74 vs 70)'."""

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.row import Row
from extractor.pieces import Piece

_CONCEPT = "age"
_TOLD = "age_told"
_UNITS = ("year", "year_of_age", None)
_REACH = 9
_CROSSED = (
    *("open", "statistic", "relation", "spread_word", "than", "versus", "people", "cohort", "arm", "article"),
    *("of", "preposition", "copula", "close", "vague", "name_stop"),
)
_LASTING = frozenset({"diabetic_patient", "cancer_patient", "stroke_patient", "smoker", "nonsmoker"})
"""People who have been for some years what they are called: a span of time behind them need not be their age."""

_LEADS = ("statistic", "relation", "vague")


def age_told(row: Row, draft: Draft) -> OutcomeMention | None:
    """The age that a word beside the figure tells, its unit, or its place in a bracket right behind people."""
    figure = draft.figure
    if draft.kind is not Kind.ESTIMATE or figure is None or figure.unit not in _UNITS or figure.value is None:
        return None
    if figure.people or figure.is_share or figure.events is not None or draft.statistic == "count":
        return None
    word = _word_before(row, draft.position)
    if word is not None:
        return _mention(word)
    unit = row.pieces[draft.position].part("unit")
    if unit is None or figure.unit is None:
        return None
    of_age = figure.unit == "year_of_age" and not _is_named(row, draft.position) and not _is_limit(row, draft.position)
    return _mention(unit) if of_age or _is_of_people(row, draft.position) else None


def _mention(piece: Piece) -> OutcomeMention:
    return OutcomeMention(piece.span, _CONCEPT, adverse=False)


def _word_before(row: Row, at: int) -> Piece | None:
    """The word for being old that leads up to the figure, past a range of ages, groups and what they are held to."""
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        piece = row.pieces[i]
        if _tells(row, piece):
            return piece
        if not _is_crossed(row, i):
            return None
    return None


def _is_crossed(row: Row, at: int) -> bool:
    """Whether the piece may stand between the word and the figure: another age, a group, or a small word."""
    piece, beside = row.pieces[at], row.at(at)
    if beside is not None:
        figure = beside.figure
        return figure is None or (figure.unit in _UNITS and not figure.people and not figure.is_share)
    named = piece.is_a("outcome") and not piece.is_a("people")
    return not named and any(piece.is_a(k) for k in _CROSSED)


def _tells(row: Row, piece: Piece) -> bool:
    text = row.text(piece)
    return any(p.regex.fullmatch(text) for p in row.language.patterns_of(_TOLD))


def _is_named(row: Row, at: int) -> bool:
    """Whether the clause before names an age itself: 'age at onset was 45 years'."""
    for i in row.leftwards(at):
        piece = row.pieces[i]
        if piece.is_a("outcome", _CONCEPT):
            return True
        if any(piece.is_a(k) for k in ("stop", "semicolon")) or row.at(i) is not None:
            return False
    return False


def _is_limit(row: Row, at: int) -> bool:
    """Whether the age tells people apart: 'in patients 50 to 59 years of age', '50～59岁患者'."""
    beside = at - 1 if row.language.model.qualifier_follows else at + 1
    return 0 <= beside < len(row.pieces) and row.pieces[beside].is_a("people")


def _is_of_people(row: Row, at: int) -> bool:
    """Whether the figure opens a bracket that stands right behind people."""
    i = at - 1
    while i > 0 and any(row.pieces[i].is_a(k) for k in _LEADS):
        i -= 1
    if i <= 0 or not row.pieces[i].is_a("open"):
        return False
    owner = row.at(i - 1)
    if owner is not None:
        return owner.figure is not None and owner.figure.people and owner.figure.value is not None
    named = row.pieces[i - 1].code("people")
    return named is not None and named not in _LASTING
