"""The sex that a figure counts: '(33 women, 28 men; …)', '男 14 例，女 4 例'."""

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.behind import inside
from extractor.attachment.outcomes.phrases import tidy
from extractor.attachment.row import Row
from extractor.pieces import Piece

_CONCEPTS = (("man", "male_sex"), ("woman", "female_sex"))
_OPENS = (
    "open",
    "comma",
    "semicolon",
    "colon",
    "stop",
    "and",
    "figure",
    "article",
    "total_mark",
    "population",
    "people",
)
_CLOSES = (*_OPENS[:6], "close")


def sex_counted(row: Row, draft: Draft) -> OutcomeMention | None:
    """The sex a share or number of people is of, where it is an item of its own: in a list or in brackets.

    Not where something is said of these people: '28 men had nausea' is of nausea.
    """
    figure, at = draft.figure, draft.position
    if draft.kind is not Kind.ESTIMATE or figure is None or not (figure.people or figure.is_share):
        return None
    if at + 1 < len(row.pieces) and not any(row.pieces[at + 1].is_a(k) for k in _CLOSES):
        return None
    counted = next((p for p in inside(row.pieces[at]) if _concept(p)), None)
    if counted is not None:
        return _mention(row, counted) if at == 0 or any(row.pieces[at - 1].is_a(k) for k in _OPENS) else None
    led = at == 1 or (at > 1 and any(row.pieces[at - 2].is_a(k) for k in _OPENS))
    return _mention(row, row.pieces[at - 1]) if led and row.pieces[at - 1].entity is None else None


def _mention(row: Row, piece: Piece) -> OutcomeMention | None:
    concept = _concept(piece)
    return OutcomeMention(tidy(row, piece.span, None) or piece.span, concept, adverse=False) if concept else None


def _concept(piece: Piece) -> str | None:
    return next((concept for code, concept in _CONCEPTS if piece.code("people") == code), None)
