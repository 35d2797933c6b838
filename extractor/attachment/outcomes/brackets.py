"""Labels in brackets: 'relapse was rarer with A (ABC, 5%; DEF, 9%)' has groups before its figures, not outcomes."""

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import OutcomeMention
from extractor.attachment.outcomes.harms import HARMS
from extractor.attachment.outcomes.phrases import is_named, mention_at
from extractor.attachment.row import Row

_LABEL = (
    *("word", "dash", "slash", "number", "article", "drug", "arm", "dose", "quote", "arm_role", "alone"),
    "time_noun",
)
_MARKS = ("comma", "colon", "semicolon", "relation", "quote", "copula", "statistic")
_LONGEST = 5


def opening(row: Row, at: int) -> int | None:
    """Where in the text the innermost bracket stands that is open at the position; pieces may hold one."""
    begin, opened = row.sentence.span.start, list[int]()
    for offset, char in enumerate(row.view[begin : row.pieces[at].span.start], begin):
        if char in "([":
            opened.append(offset)
        elif char in ")]" and opened:
            opened.pop()
    return opened[-1] if opened else None


def is_label(row: Row, low: int, high: int, end: int, name: OutcomeMention) -> bool:
    """Whether the phrase that leads up to `end` says whose its figure is, in the bracket of what the figures are of.

    Not where the bracket lists what stands before it, harms and their kinds, nor where the figures of both groups
    stand behind one phrase: '(redness, 5% v 9%)'.
    """
    opened = opening(row, low)
    if opened is None or high - low > _LONGEST or not _leads_up(row, low, high, end):
        return False
    contrast = _contrasted(row, end)
    if contrast is not None:
        return contrast
    if name.concept is not None or name.adverse or any(is_named(p) for p in row.pieces[low:high]):
        return False
    outside = [i for i, p in enumerate(row.pieces) if p.span.end <= opened]
    grouped = row.pieces[low].is_a("arm_head") or _speaks_of_groups(row, outside)
    return grouped and not _is_spoken_of(row, outside, name)


def _speaks_of_groups(row: Row, outside: list[int]) -> bool:
    """Whether what stands before the bracket has an outcome, no harms as such, or else compares groups."""
    named = [i for i in outside if is_named(row.pieces[i])]
    if named:
        return (mention_at(row, named[-1]).concept or "") not in HARMS
    return any(row.pieces[i].is_a(k) for i in outside for k in ("change", "every_arm", "comparative"))


def _leads_up(row: Row, low: int, high: int, end: int) -> bool:
    """Whether the phrase is short and plain, with nothing but a mark between it and the figure."""
    plain = all(any(p.is_a(k) for k in _LABEL) or is_named(p) for p in row.pieces[low:high])
    return plain and all(any(p.is_a(k) for k in _MARKS) for p in row.pieces[high:end])


def _contrasted(row: Row, end: int) -> bool | None:
    """True where another phrase with its figure follows: 'ABC, 5% v DEF, 9%'; False where only its figure does."""
    if len(row.pieces) <= end + 2 or not row.pieces[end + 1].is_a("versus"):
        return None
    for piece in row.pieces[end + 2 : end + 2 + _LONGEST]:
        if piece.is_a("figure"):
            return piece is not row.pieces[end + 2]
        if not any(piece.is_a(k) for k in (*_LABEL, *_MARKS)) and not is_named(piece):
            return None
    return None


def _is_spoken_of(row: Row, outside: list[int], name: OutcomeMention) -> bool:
    """Whether the phrase stands before the bracket too, and not as the name of a group."""
    text = name.span.of(row.view).lower()
    for i in outside[:-1]:
        follows = row.pieces[i + 1]
        if row.text(row.pieces[i]).lower() == text and not (follows.is_a("arm_head") or follows.entity):
            return True
    return False


def is_first(row: Row, start: int, low: int) -> bool:
    """Whether the phrase is the first of its bracket, with no figure before it there."""
    opened = opening(row, low)
    return opened is None or row.pieces[start].span.start <= opened


def names_the_test(row: Row, at: int, name: OutcomeMention, *, told: bool) -> bool:
    """'Relapse was rarer with A (Fisher test, P=0.02)': a phrase that opens the bracket of a P value names its test.

    Not where the name is one word, as an abbreviation is, or known, or the bracket lists more of its kind, nor where no
    figure before has an outcome (`told`) and none is named.
    """
    opened = opening(row, at)
    if name.concept is not None or name.adverse or opened is None or name.span.start < opened:
        return False
    if " " not in name.span.of(row.view):
        return False
    around = bracket_around(row, at)
    facts = [i for i in around if row.at(i) is not None]
    first = next((i for i in around if row.pieces[i].span.start >= name.span.start), at)
    alone = first in (around.start, around.start + 1) and facts == [at]
    return alone and (told or any(is_named(p) for p in row.pieces if p.span.end <= opened))
