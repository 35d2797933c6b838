"""Items of a list of counts of one word each: the sex counted (男14例，女4例), a rating (优15例、良2例)."""

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.behind import inside
from extractor.attachment.outcomes.phrases import tidy
from extractor.attachment.row import Row
from extractor.pieces import Piece

_CONCEPTS = (("man", "male_sex"), ("woman", "female_sex"))
_RATING = "outcome_rating"
_MARKS = ("open", "comma", "semicolon", "colon", "stop", "and")
_OPENS = (*_MARKS, "figure", "article", "total_mark", "population", "people", "of_them")
_CLOSES = (*_MARKS, "close")


def sex_counted(row: Row, draft: Draft) -> OutcomeMention | None:
    """The sex a share or number of people is of, where it is an item of its own: in a list or in brackets.

    Not where something is said of these people: '28 men had nausea' is of nausea.
    """
    figure, at = draft.figure, draft.position
    if not _counts(draft) or figure is None or not (figure.people or figure.is_share) or not _is_closed(row, at + 1):
        return None
    counted = next((p for p in inside(row.pieces[at]) if _concept(p)), None)
    if counted is None:
        return sex_before(row, draft)
    return _mention(row, counted) if at == 0 or any(row.pieces[at - 1].is_a(k) for k in _OPENS) else None


def sex_before(row: Row, draft: Draft) -> OutcomeMention | None:
    """The sex that is all that stands between a mark and the count: '男 14 例'."""
    at = draft.position - 1
    if not _counts(draft) or not _is_closed(row, at + 2) or not _is_opened(row, at):
        return None
    return _mention(row, row.pieces[at]) if row.pieces[at].entity is None else None


def rating_counted(row: Row, draft: Draft) -> OutcomeMention | None:
    """The rating that is all that stands between a mark and the count: '优 15 例', '15 例优', 'good in 2'."""
    at = draft.position
    if not _counts(draft) or draft.figure is None or draft.figure.is_percent:
        return None
    before = at - 2 if at > 1 and row.pieces[at - 1].is_a("preposition") else at - 1
    if _is_opened(row, before) and _is_closed(row, at + 1) and _rates(row, row.pieces[before]):
        return OutcomeMention(row.pieces[before].span, None, adverse=False, modified=True)
    if at + 1 < len(row.pieces) and _is_closed(row, at + 2) and _rates(row, row.pieces[at + 1]):
        return OutcomeMention(row.pieces[at + 1].span, None, adverse=False, modified=True)
    return None


def _counts(draft: Draft) -> bool:
    figure = draft.figure
    counted = figure is not None and (figure.people or figure.is_share or draft.statistic == "count")
    return draft.kind is Kind.ESTIMATE and counted


def _is_opened(row: Row, at: int) -> bool:
    """Whether the piece is an item's first: it begins the sentence or stands behind a mark, a figure or people."""
    return at == 0 or (at > 0 and any(row.pieces[at - 1].is_a(k) for k in _OPENS))


def _is_closed(row: Row, at: int) -> bool:
    return at >= len(row.pieces) or any(row.pieces[at].is_a(k) for k in _CLOSES)


def _rates(row: Row, piece: Piece) -> bool:
    text = row.text(piece)
    return any(p.regex.fullmatch(text) for p in row.language.patterns_of(_RATING))


def _mention(row: Row, piece: Piece) -> OutcomeMention | None:
    concept = _concept(piece)
    return OutcomeMention(tidy(row, piece.span, None) or piece.span, concept, adverse=False) if concept else None


def _concept(piece: Piece) -> str | None:
    return next((concept for code, concept in _CONCEPTS if piece.code("people") == code), None)
