"""A bracket that lists groups with their figures: 'relapse differed (ABC, 5%; DEF, 9%)' is of relapse alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.attachment.draft import Draft, OutcomeMention
from extractor.attachment.outcomes.before import before, clause_start
from extractor.attachment.outcomes.harms import HARMS
from extractor.attachment.outcomes.phrases import is_named
from extractor.attachment.row import Row

_MARKS = (
    *("comma", "colon", "semicolon", "relation", "quote", "open", "close", "measure", "statistic", "ci_label"),
    *("copula", "interval", "p_value", "and", "spread_word", "interval_word"),
)
_PLAIN = (
    *("word", "dash", "slash", "number", "article", "drug", "arm", "dose", "arm_role", "arm_head", "plus_sign"),
    *("cohort", "name_stop", "alone", "dose_unit", "label_noun", "people"),
)
_GROUPS = ("arm", "drug", "arm_role", "arm_head", "cohort")
_LONGEST = 8


def take_from_groups(row: Row) -> Row:
    """The row with the figures of each bracket that lists groups given the outcome named before it."""
    names: dict[int, OutcomeMention] = {}
    for opened, closed in _brackets(row):
        inside = [d for d in row.drafts if opened < d.position <= closed and d.is_result]
        if len(inside) < 2 or any(d.outcomes for d in inside) or not _are_alike(inside):
            continue
        labels = [
            _label(row, low, d) for low, d in zip([opened, *(d.position for d in inside[:-1])], inside, strict=True)
        ]
        if not all(labels):
            continue
        name = _named_before(row, opened)
        grouped = any(_names_group(row, label) for label in labels if label)
        if name is not None and (grouped or name.concept is not None):
            names |= {d.position: name for d in inside}
    return row.mapped(lambda d: replace(d, outcomes=(names[d.position],)) if d.is_result and d.position in names else d)


def _brackets(row: Row) -> Iterator[tuple[int, int]]:
    """Where each outermost bracket opens, and the piece that closes it."""
    depth, first = 0, 0
    for i in range(len(row.pieces)):
        opens = row.opened(i)
        if depth == 0 and opens > 0:
            first = i
        if depth and depth + opens <= 0:
            yield first, i
        depth = max(0, depth + opens)


def _are_alike(drafts: Sequence[Draft]) -> bool:
    kinds = {(d.kind, d.measure, d.figure.unit_kind if d.figure else None) for d in drafts}
    return len(kinds) == 1


def _label(row: Row, low: int, draft: Draft) -> Sequence[int] | None:
    """The pieces between the figure before and this one that say whose it is; None where others stand there."""
    label: list[int] = []
    for i in range(low + 1, draft.position):
        piece = row.pieces[i]
        if piece.is_a("versus") or piece.is_a("than"):
            return None
        if any(piece.is_a(k) for k in _MARKS):
            continue
        if is_named(piece) and not piece.is_a("people") and not _is_compounded(row, i):
            return None
        if not (piece.entity or any(piece.is_a(k) for k in _PLAIN) or is_named(piece)):
            return None
        label.append(i)
    return label if 0 < len(label) <= _LONGEST else None


def _is_compounded(row: Row, at: int) -> bool:
    """Whether a dash without blanks ties the piece to the one before: 'SDZ-ADL'."""
    return at > 0 and row.pieces[at - 1].is_a("dash") and row.pieces[at - 1].span.end == row.pieces[at].span.start


def _names_group(row: Row, label: Sequence[int]) -> bool:
    return any(row.pieces[i].entity or any(row.pieces[i].is_a(k) for k in _GROUPS) for i in label)


def _named_before(row: Row, opened: int) -> OutcomeMention | None:
    """What stands before the bracket, unless it is harms as such, whose kinds the bracket may list."""
    name = before(row, clause_start(row, opened), opened)
    return name if name is not None and name.concept not in HARMS else None
