"""Outcomes that an effect's own words name: 'hazard ratio for death, 0.7', 'higher risk of relapse (HR 1.4)'."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.phrases import (
    is_boundary,
    is_content,
    is_named,
    mention_at,
    phrase_behind,
    phrase_in,
)
from extractor.attachment.row import Row
from extractor.pieces import Piece
from extractor.spans import Span

_SURVIVAL = "_survival"
_INSIDE = (
    *("measure", "ci_label", "statistic", "adjustment", "by", "comma", "colon", "preposition", "change", "word"),
    *("article", "relation", "vague"),
)
"""What may stand between the bracket and its effect."""

_WITHIN_NAME = ("word", "article", "relatedness", "seriousness", "dash", "adjustment")
_LEADS = ("change", "comparative", "risk_noun", "measure")
_TIES = ("preposition", "of", "article")
_COMPARED = ("versus", "than", "arm", "arm_head", "arm_role", "from", "people", "cohort")
_LONGEST = 8


def take_from_label(row: Row) -> Row:
    """'hazard ratio for death, 0.7': the outcome stands between the label and the figure.

    Behind figures of survival, what the ratio is for is their event: 'median survival 20 v 14 months (HR for death …)'.
    """

    def labelled(draft: Draft) -> Draft:
        if draft.kind is not Kind.EFFECT or draft.outcomes or draft.measure_at is None:
            return draft
        first, last = sorted((draft.measure_at, draft.position))
        for i in range(first + 1, last):
            if is_named(row.pieces[i]):
                return replace(draft, outcomes=_survival_before(row, draft) or (mention_at(row, i),))
        name = _changed(row, draft.measure_at, draft.position) or _ruled(row, draft.measure_at, draft.position)
        return replace(draft, outcomes=(name,)) if name else draft

    return row.mapped(labelled)


def _changed(row: Row, at: int, end: int) -> OutcomeMention | None:
    """'improved the reading score by 1.2', 'greater gain in reading speed, by 3 words': what the change is of."""
    if not any(row.pieces[at].is_a(k) for k in ("change", "comparative")):
        return None
    first = at + 1
    while first < end and any(row.pieces[first].is_a(k) for k in ("change", *_TIES)):
        first += 1
    return phrase_behind(row, first, end) if first < end and is_content(row.pieces[first]) else None


def _ruled(row: Row, at: int, end: int) -> OutcomeMention | None:
    """'odds ratio for losing a tooth was 1.2', 'efficacy in preventing gout': what no lexicon knows.

    Not what is compared: 'hazard ratio for plan X versus plan Y'.
    """
    first = at + 1
    while first < end and any(row.pieces[first].is_a(k) for k in _TIES):
        first += 1
    if first in (at + 1, end) or row.language.model.topic_first:
        return None
    found = phrase_behind(row, first, end)
    behind = [p for p in row.pieces[first:end] if found is not None and p.span.start >= found.span.end]
    compared = any(p.is_a(k) for p in row.pieces[first:end] for k in _COMPARED)
    named = bool(behind) and any(behind[0].is_a(k) for k in ("copula", "comma", "colon", "open", "relation"))
    return found if named and not compared else None


def _survival_before(row: Row, draft: Draft) -> tuple[OutcomeMention, ...]:
    """The survival outcome named before the figures that lead up to a hazard ratio in brackets."""
    at = draft.measure_at
    if draft.measure != "HR" or at is None or not _is_in_bracket(row, at):
        return ()
    counted = False
    for i in row.leftwards(at):
        piece, draft_there = row.pieces[i], row.at(i)
        counted = counted or (draft_there is not None and draft_there.kind is Kind.ESTIMATE)
        if counted and is_named(piece) and not piece.is_a("people"):
            if not (piece.code("outcome") or "").endswith(_SURVIVAL):
                return ()
            name = mention_at(row, i)
            return (replace(name, span=Span(name.span.start, piece.span.end)),)
        if piece.is_a("stop") or (draft_there is not None and draft_there.kind is Kind.EFFECT):
            break
    return ()


def _is_in_bracket(row: Row, at: int) -> bool:
    return _depth(row, row.pieces[at].span.start) > 0


def take_from_bracket(row: Row) -> Row:
    """'improved fatigue (difference, 1.2)': the outcome ends where the effect's own bracket opens.

    A word of change or risk must lead to the name, or the name before it in the list: what stands alone before a
    bracket may be a factor ('diabetes (OR 2.1)').
    """
    out: list[Draft] = []
    last: Draft | None = None
    for draft in row.drafts:
        current = draft
        if draft.kind is Kind.EFFECT and not draft.outcomes:
            opened = _bracket_of(row, draft)
            name = _name_before(row, opened, last) if opened is not None else None
            if name is not None:
                current = last = replace(draft, outcomes=(name,))
        out.append(current)
    return replace(row, drafts=tuple(out))


def _bracket_of(row: Row, draft: Draft) -> int | None:
    """Where the bracket opens that has the effect as its first figure, with no outcome of its own."""
    for i in row.leftwards(draft.position):
        if row.pieces[i].is_a("open"):
            return i
        if row.at(i) is not None or is_named(row.pieces[i]) or not any(row.pieces[i].is_a(k) for k in _INSIDE):
            return None
    return None


def _name_before(row: Row, opened: int, last: Draft | None) -> OutcomeMention | None:
    low = opened
    while low > 0 and opened - low < _LONGEST and _is_of_name(row, low - 1):
        low -= 1
    if low == opened or row.pieces[opened - 1].is_a("people"):
        return None
    if not _is_led(row, low) and not _is_next(row, low, last):
        return None
    phrase = phrase_in(row, low, opened)
    if not is_named(row.pieces[opened - 1]):
        return phrase
    known = mention_at(row, opened - 1)
    wider = phrase is not None and phrase.span.start < known.span.start and phrase.span.end == known.span.end
    return replace(known, span=phrase.span, modified=True) if phrase is not None and wider else known


def _is_of_name(row: Row, at: int) -> bool:
    piece = row.pieces[at]
    if piece.entity is not None or is_boundary(row.pieces, at) or any(piece.is_a(k) for k in (*_LEADS, *_TIES[:-1])):
        return False
    return is_content(piece) or any(piece.is_a(k) for k in _WITHIN_NAME)


def _is_led(row: Row, low: int) -> bool:
    """Whether a word of change or risk leads to the name: 'improvements in', 'higher risk of', 'better'."""
    at = low - 1
    while at >= 0 and low - at <= len(_TIES) and any(row.pieces[at].is_a(k) for k in _TIES) and not _leads(row, at):
        at -= 1
    return at >= 0 and _leads(row, at)


def _leads(row: Row, at: int) -> bool:
    piece: Piece = row.pieces[at]
    return any(piece.is_a(k) for k in _LEADS) and row.at(at) is None


def _is_next(row: Row, low: int, last: Draft | None) -> bool:
    """Whether the name is the next of a list: 'the risks of stroke (HR 0.7) and death (HR 0.8)'."""
    if last is None:
        return False
    between = row.between(last.position, low)
    listed = ("close", "and", "comma", "interval", "p_value", "article", "name_stop", "semicolon", "negation")
    return all(any(p.is_a(k) for k in listed) for p in between) and any(p.is_a("and") for p in between)


def adjusted_from(row: Row, end: int) -> int:
    """Where the words begin that tell what was adjusted for, if they lead up to the bracket before `end`."""
    for pattern in row.language.patterns_of("adjusted_for"):
        for match in pattern.finditer(row.view, row.sentence.span.start, row.sentence.span.end):
            last = next((i for i, p in enumerate(row.pieces) if p.span.start >= match.end()), len(row.pieces))
            if last <= end and _is_in_bracket(row, min(end, len(row.pieces) - 1)) and not _has_figure(row, last, end):
                return next(i for i, p in enumerate(row.pieces) if p.span.end > match.start())
    return end


def _has_figure(row: Row, start: int, end: int) -> bool:
    return any(row.at(i) is not None for i in range(start, end))


def named_behind(row: Row, draft: Draft) -> OutcomeMention | None:
    """'1.8 (95% CI 1.2-2.7) for relapse', 'a reduction of 81% in the relapse rate': a known name behind the effect."""
    at, depth = draft.position + 1, 0
    while at < len(row.pieces) and (depth > 0 or row.pieces[at].is_a("open")):
        depth += row.pieces[at].is_a("open") - row.pieces[at].is_a("close")
        at += 1
    first = at
    while at < len(row.pieces) and any(row.pieces[at].is_a(k) for k in (*_TIES, "risk_noun", "word")):
        at += 1
    if first == at or at >= len(row.pieces) or not any(row.pieces[first].is_a(k) for k in _TIES):
        return None
    return mention_at(row, at) if is_named(row.pieces[at]) and not row.pieces[at].is_a("people") else None


def shares_bracket(row: Row, previous: Draft, draft: Draft) -> bool:
    """'(HR 0.7; NNT 13)': an effect behind a figure in one bracket, with no name between, is of the same outcome."""
    label = draft.measure_at if draft.measure_at is not None else draft.position
    if previous.kind is Kind.TEST or label <= previous.position:
        return False
    between = row.between(previous.position, label)
    return _is_one_bracket(row, previous, label) and not any(is_named(p) for p in between)


def _is_one_bracket(row: Row, previous: Draft, at: int) -> bool:
    """Whether a bracket that is open at the figure before is still open at the position."""
    depth = _depth(row, row.pieces[previous.position].span.start)
    between = row.view[row.pieces[previous.position].span.start : row.pieces[at].span.start]
    lowest, now = depth, depth
    for char in between:
        now += (char in "([") - (char in ")]")
        lowest = min(lowest, now)
    return 0 < depth == lowest


def _depth(row: Row, end: int) -> int:
    """How many brackets are open there; pieces may hold one, so characters count."""
    before = row.view[row.sentence.span.start : end]
    return max(0, sum(c in "([" for c in before) - sum(c in ")]" for c in before))


def take_from_effect(row: Row) -> Row:
    """The row with each number needed to treat given the outcome of the effect before it in its bracket."""
    effects = [d for d in row.drafts if d.kind is Kind.EFFECT]

    def taken(draft: Draft) -> Draft:
        if draft.kind is not Kind.EFFECT or draft.measure != "NNT" or draft.measure_at is None:
            return draft
        before = [d for d in effects if d.position < draft.position and d.measure != "NNT"][-1:]
        same = [d for d in before if _is_one_bracket(row, d, draft.measure_at or draft.position)]
        return replace(draft, outcomes=same[0].outcomes) if same else draft

    return row.mapped(taken)
