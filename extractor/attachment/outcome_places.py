"""Where an outcome is named in relation to its figure: before it, in a list before it, or behind it."""

from collections.abc import Iterator

from extractor.attachment.draft import Draft, OutcomeMention
from extractor.attachment.outcome_phrases import (
    is_boundary,
    is_content,
    is_named,
    mention_at,
    phrase_behind,
    phrase_in,
)
from extractor.attachment.row import Row

_REACH = 14
_STRETCH = 18
_LINKS = (
    "of article people preposition arm cohort arm_head close assigned population timepoint time_anchor vague to"
    " people_counted total_mark respectively all_cue both every_arm of_them label_noun"
).split()
_SEPARATES = ("comma", "and", "or")
_PREDICATE_REACH = 6


def before(row: Row, start: int, end: int) -> OutcomeMention | None:
    """The outcome that leads up to `end`, named behind `start`: the head of the nearest phrase that says something."""
    for low, high in _stretches(row, start, end):
        name = _head(row, low, high)
        if name is not None:
            subject = _subject_of(row, start, low)
            return subject or name
        if any(row.pieces[low].is_a(k) for k in ("preposition", "with_condition")) and not _is_empty(row, low, high):
            known = [i for i in range(start, high) if is_named(row.pieces[i])]
            return mention_at(row, known[-1]) if known else None
    return None


def list_before(row: Row, start: int, end: int) -> list[OutcomeMention]:
    """All outcomes of the list that leads up to `end`, in order."""
    names: list[OutcomeMention] = []
    lowest = end
    for low, high in _stretches(row, start, end):
        name = _head(row, low, high)
        if names and not _joined(row, high, lowest):
            break
        if name is None:
            if names or (not _is_empty(row, low, high) and row.pieces[low].is_a("preposition")):
                break
            continue
        names.insert(0, name)
        lowest = low
    return names


def behind(row: Row, draft: Draft) -> OutcomeMention | None:
    """'5% of the patients had nausea', '3例出现恶心', '5% died': the outcome stands behind the figure.

    What tells the people apart ('of those with diabetes') is passed over up to the verb.
    """
    figure = draft.figure
    counted = figure is not None and (figure.people or figure.is_percent or figure.value is None or figure.unit is None)
    following = row.language.model.qualifier_follows
    passing = having = owner = False
    i = draft.position + 1
    while i < len(row.pieces) and i - draft.position <= _REACH:
        piece = row.pieces[i]
        if piece.is_a("open"):
            closed = _closing(row, i)
            if closed is None:
                return None
            i = closed + 1
            continue
        if piece.is_a("figure") and i != draft.position:
            return None
        if is_named(piece) and not passing and not piece.is_a("people"):
            return mention_at(row, i)
        if piece.is_a("having") or piece.is_a("occurring") or (piece.is_a("copula") and owner):
            having, passing = having or piece.is_a("having"), False
        elif piece.is_a("people") or piece.is_a("arm") or piece.is_a("cohort"):
            owner, passing = True, False
        elif piece.is_a("with_condition") or piece.is_a("preposition") or piece.is_a("of"):
            passing = not having and (following or not owner)
        elif is_content(piece) or piece.is_a("change"):
            if not passing:
                return phrase_behind(row, i, len(row.pieces)) if counted else None
        elif not any(piece.is_a(k) for k in _LINKS):
            return None
        i += 1
    return None


def _stretches(row: Row, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of pieces between marks, nearest first: each could be a noun phrase."""
    high = end
    while high > start:
        while high > start and not is_content(row.pieces[high - 1]):
            if row.pieces[high - 1].is_a("change") and high < len(row.pieces) and row.pieces[high].is_a("preposition"):
                break
            high -= 1
        low = high
        while low > start and high - low < _STRETCH and not is_boundary(row.pieces, low - 1):
            low -= 1
        if low == high:
            return
        yield low, high
        high = low


def _head(row: Row, low: int, high: int) -> OutcomeMention | None:
    """What the stretch is about: a known name at its beginning or end with its modifiers, else the phrase."""
    known = [i for i in range(low, high) if is_named(row.pieces[i])]
    phrase = phrase_in(row, low, high)
    if not known:
        return phrase
    first = mention_at(row, known[0])
    if phrase is None or phrase.span.start >= first.span.start:
        return mention_at(row, known[-1]) if _is_plain(row, known) else first
    return phrase if _governs(row, low, known[0]) else mention_at(row, known[-1])


def _is_plain(row: Row, known: list[int]) -> bool:
    """Whether the known names stand side by side, so that the last is the head: 'PANSS hostility score'."""
    return known[-1] - known[0] == len(known) - 1


def _governs(row: Row, low: int, at: int) -> bool:
    """Whether words before the name hold it by a preposition: 'duration of ventilation in the intensive care unit'."""
    return any(p.is_a("preposition") for p in row.pieces[low + 1 : at]) and is_content(row.pieces[low])


def _is_empty(row: Row, low: int, high: int) -> bool:
    at = low
    while at < high and any(row.pieces[at].is_a(k) for k in ("preposition", "article", "of", "with_condition")):
        at += 1
    return phrase_in(row, at, high) is None


def _joined(row: Row, high: int, low: int) -> bool:
    """Whether nothing but a comma or an `and` (and articles) stands between two members of a list."""
    between = row.pieces[high:low]
    return bool(between) and all(p.is_a("article") or any(p.is_a(k) for k in _SEPARATES) for p in between)


def _subject_of(row: Row, start: int, low: int) -> OutcomeMention | None:
    """'Nausea was the most common adverse event: 5%': the subject says more than its predicate."""
    at = low
    while at > start and low - at < _PREDICATE_REACH and any(
        row.pieces[at - 1].is_a(k) for k in ("article", "comparative", "name_stop", "vague")
    ):
        at -= 1
    if at <= start + 1 or not row.pieces[at - 1].is_a("copula") or row.pieces[at - 1].is_a("of"):
        return None
    stretch = next(_stretches(row, start, at - 1), None)
    if stretch is None or stretch[1] != at - 1:
        return None
    return _head(row, *stretch)


def _closing(row: Row, at: int) -> int | None:
    depth = 0
    for i in range(at, len(row.pieces)):
        depth += row.pieces[i].is_a("open") - row.pieces[i].is_a("close")
        if depth == 0:
            return i
    return None
