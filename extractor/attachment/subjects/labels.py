"""Arms that label a figure: '89.5% (300 mg)', '0.10 (1.74; 300 mg)', '(n = 151, 300 mg; n = 144, placebo)'."""

from extractor.attachment.brackets import bracket_behind
from extractor.attachment.draft import Kind
from extractor.attachment.row import Row

_MARKS = ("comma", "semicolon")
_ENDS = ("semicolon", "close", "versus", "stop")


def label_of(row: Row, position: int) -> int | None:
    """Where the arm stands that labels the figure; None where none does."""
    inside = _without_lead(row, bracket_behind(row, position))
    named = [i for i in inside if row.pieces[i].is_a("arm")]
    if inside and named == [inside[0]] and _tells_only_arm(row, inside):
        return named[0]
    if inside and named == [inside[-1]]:
        return named[0] if len(inside) == 1 or _is_mark(row, named[0] - 1) else None
    return position + 2 if _is_listed(row, position) else None


def _without_lead(row: Row, inside: range) -> range:
    """What stands in a bracket, the word that leads to it left out: '43% (for X)'."""
    led = len(inside) > 1 and row.pieces[inside[0]].is_a("preposition")
    return inside[1:] if led else inside


def _tells_only_arm(row: Row, inside: range) -> bool:
    """Whether nothing is told behind the arm but its size or its schedule: '(75 mg, n = 116)', '(75 mg weekly)'."""
    drafts = [draft for i in inside if (draft := row.at(i)) is not None]
    glued = len(inside) > 1 and row.view[row.pieces[inside[0]].span.end] == "-"
    return [draft.kind for draft in drafts] in ([], [Kind.SIZE]) and not glued


def _is_listed(row: Row, position: int) -> bool:
    """Whether a mark and an arm end the member of a list: 'n = 151, 300 mg;', '74% (95% CI 69-77; maintenance)'."""
    if position + 3 >= len(row.pieces) or not row.pieces[position + 2].is_a("arm"):
        return False
    parted = row.pieces[position + 1].is_a("semicolon") and row.opened(position) <= 0
    ended = any(row.pieces[position + 3].is_a(k) for k in _ENDS)
    return _is_mark(row, position + 1) and not parted and not _is_owned(row, position) and ended


def _is_owned(row: Row, position: int) -> bool:
    """Whether an arm stands right before the figure, in the same member of the list: 'metformin, 12%'."""
    ahead = row.pieces[max(0, position - 2) : position]
    return any(piece.is_a("arm") for piece in ahead) and not ahead[-1].is_a("semicolon")


def _is_mark(row: Row, i: int) -> bool:
    return any(row.pieces[i].is_a(k) for k in _MARKS)
