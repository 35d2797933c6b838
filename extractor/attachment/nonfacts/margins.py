"""Margins of noninferiority: numbers of the design, wherever the text tells them."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row

_REACH = 8
_BETWEEN = ("of", "copula", "open", "colon", "preposition", "article", "measure", "comma", "relation", "word")


def is_margin(row: Row, draft: Draft) -> bool:
    """A margin of noninferiority, also where the results tell that it was met: 'below the margin of 10%'."""
    if draft.figure is None or draft.interval is not None:
        return False
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("design_mark", "margin"):
            return True
        if draft.position - i > _REACH or not any(piece.is_a(k) for k in _BETWEEN):
            return False
    return False
